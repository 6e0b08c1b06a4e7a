package io.contract.ledger.api.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.answer.AcknowledgementAnswer;
import io.contract.ledger.api.http.AnswerKind;
import io.contract.ledger.api.http.LedgerServer;
import io.contract.ledger.api.http.Reply;
import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.value.Checker;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The OpenAPI document describes every route truthfully. */
class DescriptionTest {

  private static final RequestExamples REQUESTS = new RequestExamples();
  private static final AnswerExamples ANSWERS = new AnswerExamples(REQUESTS);

  @Test
  void everyRouteIsDescribedAndNothingElse() {
    Set<String> routes = new TreeSet<>();
    LedgerServer.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (route, handler) -> route.getPatternValues().stream()
                .filter(path -> path.startsWith("/api/"))
                .forEach(
                    path -> route
                        .getMethodsCondition()
                        .getMethods()
                        .forEach(method -> routes.add(method.name() + " " + path))));
    Set<String> described = new TreeSet<>();
    document()
        .object("paths")
        .tree()
        .entries()
        .forEach(
            (path, item) -> Fields.of(item)
                .tree()
                .entries()
                .keySet()
                .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    assertThat(described).isEqualTo(routes).hasSizeGreaterThan(20);
  }

  @Test
  void theDocumentIsOpenApi31() {
    assertThat(document().text("openapi")).startsWith("3.1");
    assertThat(document().object("info").text("title")).isEqualTo("Contract ledger");
  }

  @Test
  void everyOperationSaysWhatItAnswersAndWhatCanGoWrong() {
    operations()
        .forEach(
            operation -> {
              assertThat(operation.has("summary")).isTrue();
              Set<String> statuses = operation.object("responses").tree().entries().keySet();
              assertThat(statuses).contains("400", "406", "500").containsAnyOf("200", "201");
              assertThat(operation.list("tags")).hasSize(1);
            });
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    Set<String> schemas = document().object("components").object("schemas").tree().entries().keySet();
    List<String> references = new ArrayList<>();
    collect(document().tree(), references);
    assertThat(references).isNotEmpty().allSatisfy(
        reference -> assertThat(schemas).contains(reference.substring(reference.lastIndexOf('/') + 1)));
  }

  @ParameterizedTest
  @EnumSource(FactKind.class)
  void everyExampleOfARequestFits(FactKind kind) {
    Shape body = kind.shape();
    for (String inPath : List.of("restates", "payment")) {
      if (REQUESTS.request(kind).get(inPath).isEmpty()) {
        body = body.without(inPath);
      }
    }
    assertThat(Checker.check(REQUESTS.request(kind), Type.object(body), Pointer.ROOT)).isEmpty();
    assertThat(Checker.check(ANSWERS.acknowledgement(kind), Type.object(AcknowledgementAnswer.SHAPE), Pointer.ROOT))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(AnswerKind.class)
  void everyExampleOfAnAnswerFits(AnswerKind kind) {
    Value.Tree example = ANSWERS.answer(kind);
    assertThat(Checker.check(example, Type.object(kind.shape()), Pointer.ROOT)).isEmpty();
    assertThat(
        Stream.of("items", "positions", "clauses", "expectations", "history", "scenarios", "entries", "lines", "of")
            .flatMap(rows -> example.get(rows).stream())
            .findFirst())
        .as("an example shows something")
        .isPresent()
        .get()
        .isNotEqualTo(Value.items(List.of()));
  }

  @Test
  void theExamplesPostedToTheLedgerAreRecordedAndAnsweredAsShown() {
    String id = LedgerServer.freshId();
    String at = "/api/v1/agreements/" + id;
    for (String[] post : new String[][]{
        {"AGREEMENT", "/api/v1/agreements"},
        {"REVENUE", at + "/revenue-reports"},
        {"RESTATEMENT", at + "/revenue-reports/q1/restatements"},
        {"PAYMENT", at + "/payments"},
        {"REVERSAL", at + "/payments/p1/reversal"},
        {"WAIVER", at + "/waivers"},
        {"DISCHARGE", at + "/discharges"},
        {"SUPPORT_DECLINE", at + "/support-declines"},
        {"LAUNCH", at + "/launches"},
        {"AMENDMENT", at + "/amendments"},
        {"MILESTONE", at + "/milestones"},
        {"STATEMENT", at + "/statements"},
        {"READING", at + "/readings"},
        {"BROUGHT_FORWARD", at + "/brought-forward"},
        {"FIXING", at + "/fixings"},
        {"WITHDRAWAL", at + "/withdrawals"}
    }) {
      Value.Tree body = REQUESTS.request(FactKind.valueOf(post[0]));
      Value.Tree own = post[0].equals("AGREEMENT") ? body.with("id", Value.text(id)) : body;
      assertThat(LedgerServer.post(post[1], JsonText.write(own).replace('\'', '’')).outcome()).as(post[0])
          .isEqualTo("201");
    }
    Reply position = LedgerServer.get(at + "/position?effectiveOn=2021-08-31");
    assertThat(position.tree().get("positions")).isEqualTo(ANSWERS.answer(AnswerKind.POSITIONS).get("positions"));
    for (String below : new String[]{"", "/obligations", "/launches", "/payments", "/revenue-reports", "/history"}) {
      Reply reply = LedgerServer.get(at + below + "?effectiveOn=2021-08-31");
      assertThat(reply.status()).as(below).isEqualTo(200);
    }
  }

  @Test
  void theDocumentationCanBeBrowsedWithoutANetwork() {
    Reply docs = LedgerServer.get("/docs");
    assertThat(docs.status()).isEqualTo(302);
    Reply page = LedgerServer.get(docs.header("Location"));
    assertThat(page.status()).isEqualTo(200);
    assertThat(LedgerServer.get("/swagger-ui/swagger-initializer.js").text())
        .contains("/openapi.json/swagger-config")
        .doesNotContain("http");
    assertThat(page.text()).contains("swagger-ui").doesNotContain("http");
  }

  private static List<Fields> operations() {
    return document().object("paths").tree().entries().values().stream()
        .flatMap(item -> Fields.of(item).tree().entries().values().stream())
        .map(Fields::of)
        .toList();
  }

  private static Fields document() {
    return Fields.of(LedgerServer.get("/openapi.json").tree());
  }

  private static void collect(Value value, List<String> references) {
    switch (value) {
      case Value.Tree tree ->
        tree.entries()
            .forEach(
                (name, entry) -> {
                  if (name.equals("$ref") && entry instanceof Value.Text text) {
                    references.add(text.text());
                  }
                  collect(entry, references);
                });
      case Value.Items items -> items.items().forEach(item -> collect(item, references));
      case Value.Text _ -> {
      }
      case Value.Num _ -> {
      }
      case Value.Bool _ -> {
      }
      case Value.Null _ -> {
      }
    }
  }
}

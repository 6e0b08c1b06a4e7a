package io.contract.ledger.api.description;

import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.agreement.Decisions;
import io.contract.ledger.agreement.Proposal;
import io.contract.ledger.api.http.AnswerKind;
import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Examples of everything that can be posted: facts from {@code description/examples.json}, questions from
 * {@code description/questions.json}, and an agreement file. The facts are recorded in memory, in the order written, so that no
 * example is one that the ledger would refuse.
 */
final class RequestExamples {

  private static final String RESOURCE = "/description/examples.json";
  private static final String QUESTIONS = "/description/questions.json";
  private static final String FILE = "/examples/acme-globex.yaml";

  /** What is posted at once. */
  static final List<FactKind> AT_ONCE = List.of(FactKind.REVENUE, FactKind.PAYMENT);

  /** What the paths of the examples name. */
  private static final Map<String, String> IN_PATH = Map.of("restates", "q1", "payment", "p1");

  private final Map<FactKind, Value.Tree> requests = new LinkedHashMap<>();
  private final Map<FactKind, Recorded> recorded = new LinkedHashMap<>();
  private final Map<AnswerKind, Value.Tree> questions = new LinkedHashMap<>();
  private final Agreement agreement;

  RequestExamples() {
    read(RESOURCE).forEach((name, body) -> requests.put(FactKind.valueOf(name), Fields.of(body).tree()));
    read(QUESTIONS).forEach((name, body) -> questions.put(AnswerKind.valueOf(name), Fields.of(body).tree()));
    Agreement done = Agreement.NONE;
    Instant at = Instant.parse("2021-09-02T09:00:00Z");
    for (Map.Entry<FactKind, Value.Tree> request : requests.entrySet()) {
      Fact fact = fact(request.getKey(), request.getValue());
      Decisions decisions = Decisions.of(done, List.of(new Proposal(fact, at, "local", null)));
      done = decisions.state();
      recorded.put(request.getKey(), decisions.entries().getFirst().recorded());
      at = at.plusSeconds(60);
    }
    agreement = done;
  }

  private static Map<String, Value> read(String name) {
    return Fields.of(JsonText.read(resource(name))).tree().entries();
  }

  /** The agreement once all that is posted is recorded. */
  Agreement agreement() {
    return agreement;
  }

  /** The event that the fact of that kind became. */
  Recorded recorded(FactKind kind) {
    return Objects.requireNonNull(recorded.get(kind));
  }

  /** What is posted. */
  Value.Tree request(FactKind kind) {
    return Objects.requireNonNull(requests.get(kind), () -> RESOURCE + " has no " + kind);
  }

  /** What is posted at once. */
  Value facts() {
    return Value
        .items(AT_ONCE.stream().<Value>map(kind -> Value.EMPTY.with(kind.key(), request(kind))).toList());
  }

  /** What is posted to ask. */
  Value.Tree question(AnswerKind kind) {
    return Objects.requireNonNull(questions.get(kind), () -> QUESTIONS + " has no " + kind);
  }

  /** An agreement file, as it is written. */
  String file() {
    return new String(fileBytes(), StandardCharsets.UTF_8);
  }

  /** Likewise, as it is sent. */
  byte[] fileBytes() {
    return resource(FILE);
  }

  /** What a body lacks, the path of its example says. */
  private static Fact fact(FactKind kind, Value.Tree body) {
    Value.Tree whole = body;
    for (Map.Entry<String, String> inPath : IN_PATH.entrySet()) {
      if (kind.shape().field(inPath.getKey()).filter(Shape.Field::required).isPresent()
          && body.get(inPath.getKey()).isEmpty()) {
        whole = whole.with(inPath.getKey(), Value.text(inPath.getValue()));
      }
    }
    return kind.read(whole);
  }

  private static byte[] resource(String name) {
    try (InputStream resource = Objects.requireNonNull(RequestExamples.class.getResourceAsStream(name), name)) {
      return resource.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

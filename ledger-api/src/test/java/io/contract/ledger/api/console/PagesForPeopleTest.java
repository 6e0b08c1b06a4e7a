package io.contract.ledger.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.answer.Problem;
import io.contract.ledger.api.answer.ProblemKind;
import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.LedgerServer;
import io.contract.ledger.api.http.Reply;
import io.contract.ledger.value.Checker;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Type;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages in a browser: the first page, and a page for every code. */
class PagesForPeopleTest {

  private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  static Stream<ProblemKind> everyKind() {
    return ProblemKind.all().stream();
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void everyCodeHasAPage(ProblemKind kind) {
    Reply page = LedgerServer.get(kind.type(), "Accept", BROWSER);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.text()).contains(kind.code()).contains("What it means").contains("What to do")
        .contains("An example");
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void theExampleOfEveryPageIsAProblem(ProblemKind kind) {
    ProblemPages.Page page = LedgerServer.bean(ProblemPages.class).page(kind.code()).orElseThrow();
    assertThat(Checker.check(page.problem().write(), Type.object(Problem.SHAPE), Pointer.ROOT)).isEmpty();
  }

  /** From 2021 through 2199 thirty monthly duties have 30 × 179 × 12 = 64,440 months. */
  @Test
  void theExampleOfAQuestionThatIsTooLargeIsAnsweredSo() {
    String request =
        LedgerServer.bean(ProblemPages.class).page(ProblemKind.QUESTION_TOO_LARGE.code()).orElseThrow().request();
    Matcher asked = Pattern.compile("GET (/api/v1/agreements/(thirty-monthly-duties)/\\S+)").matcher(request);
    assertThat(asked.matches()).as(request).isTrue();
    String duties =
        IntStream.range(0, 30)
            .mapToObj(
                i -> ", {'id': 'plan-" + i
                    + "', 'kind': 'duty', 'obligor': 'acme', 'obligee': 'globex', 'act': 'send a plan',"
                    + " 'period': 'month', 'due': {'days': 10}}")
            .collect(Collectors.joining());
    assertThat(LedgerServer.post("/api/v1/agreements", AcmeAndGlobex.body(asked.group(2), duties)).status())
        .isEqualTo(201);
    assertThat(LedgerServer.get(asked.group(1)).outcome()).isEqualTo("422 question-too-large");
  }

  @Test
  void thePagesAreListed() {
    String list = LedgerServer.get("/problems", "Accept", BROWSER).text();
    assertThat(ProblemKind.all()).allSatisfy(kind -> assertThat(list).contains("\"" + kind.type() + "\""));
  }

  @Test
  void theAddressItselfShowsTheAgreementsAndQuestionsThatWork() {
    AcmeAndGlobex agreement = AcmeAndGlobex.recorded();
    agreement.post(
        "/amendments",
        "{'number': 1, 'title': 'First', 'executedOn': '2021-08-01', 'effectiveOn': '2021-10-01',"
            + " 'changes': [{'revise': {'clause': 'share', 'set': {'rate': '0.15'}}}]}");
    agreement.firstQuarter("4700.00");
    agreement.post("/statements", "{'clause': 'share', 'period': '2021-Q1', 'issuedOn': '2021-05-17'}");
    Reply home = LedgerServer.get("/?q=" + agreement.id(), "Accept", BROWSER);
    assertThat(home.status()).isEqualTo(200);
    List<String> links =
        Pattern.compile("href=\"(/[^\"]*)\"").matcher(home.text()).results().map((MatchResult m) -> m.group(1))
            .toList();
    assertThat(links).contains(agreement.path(""), agreement.path("/position"),
        agreement.path("?effectiveOn=2021-09-30"), agreement.path("/clauses/share/statements/1"),
        "/docs", "/problems");
    links.stream()
        .forEach(link -> assertThat(LedgerServer.get(link, "Accept", BROWSER).status()).as(link).isIn(200, 302));
  }

  @Test
  void whatIsSearchedForIsNeverMarkupEither() {
    assertThat(LedgerServer.get("/?q=%22%3E%3Cscript%3E", "Accept", BROWSER).text())
        .contains("No agreement is called so")
        .doesNotContain("<script");
  }

  @Test
  void thePagesLoadNothingFromElsewhere() {
    assertThat(LedgerServer.get("/", "Accept", BROWSER).text())
        .doesNotContain("http://")
        .doesNotContain("https://")
        .doesNotContain("<script");
  }

  @Test
  void namesAreShownAsTextNeverAsMarkup() {
    String id = LedgerServer.freshId();
    LedgerServer.post(
        "/api/v1/agreements",
        AcmeAndGlobex.body(id, "").replace("Acme and Globex distribution", "<b onclick=x>Bold</b>"));
    assertThat(LedgerServer.get("/?q=" + id, "Accept", BROWSER).text())
        .contains("&lt;b onclick=x&gt;")
        .doesNotContain("<b onclick");
  }
}

package io.contract.ledger.api.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.LedgerServer;
import io.contract.ledger.api.http.Reply;
import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An agreement's history step by step. */
class ReplayOverHttpTest {

  private static final List<String> FIGURES =
      List.of("gross", "accrued", "forgone", "paid", "waived", "outstanding", "due", "overdue", "credit");

  private final AcmeAndGlobex agreement = AcmeAndGlobex.recorded();

  @Test
  void afterEachEventItTellsWhatTheEventChanged() {
    agreement.firstQuarter("4700.00");
    agreement.secondQuarter("500.00");
    agreement.payment("p1", "940.00");

    Reply reply = agreement.get("/replay?effectiveOn=2021-12-31");

    assertThat(reply.header("Content-Type")).isEqualTo("application/x-ndjson");
    List<Value.Tree> lines = lines(reply);
    assertThat(lines).extracting(line -> at(line, "sequence")).containsExactly("0", "1", "2", "3");
    assertThat(lines).extracting(line -> at(line, "type"))
        .containsExactly("AgreementExecuted", "RevenueReported", "RevenueReported", "PaymentRecorded");
    assertThat(lines).extracting(line -> at(line, "effectiveOn")).containsOnly("2021-12-31");
    assertThat(at(lines.get(0), "clauses/share/rate")).isEqualTo("{from=null, to=\"0.20\"}");
    assertThat(at(lines.get(1), "positions/share/accrued")).isEqualTo("{from=\"0.00\", to=\"940.00\"}");
    assertThat(at(lines.get(1), "clauses")).isEqualTo("{}");
    assertThat(at(lines.get(2), "positions/share/forgone")).as("the cap cuts the second quarter")
        .isEqualTo("{from=\"0.00\", to=\"40.00\"}");
    assertThat(at(lines.get(2), "positions/share/caps/1/reachedOn/to")).isEqualTo("2021-05-25");
    assertThat(at(lines.get(3), "positions/share/paid/to")).isEqualTo("940.00");
    assertThat(at(lines.get(3), "positions/share/gross")).isEqualTo("absent");
  }

  @Test
  void theLinesFollowedFromTheFirstGiveTheAnswersOfNow() {
    agreement.firstQuarter("4700.00");
    agreement.payment("p1", "940.00");
    agreement.post("/revenue-reports/q1/restatements", "{'id': 'q1b', 'amount': '4600.00'}");
    agreement.post("/payments/p1/reversal", "{'on': '2021-08-02', 'reason': 'bounced'}");
    agreement.post("/withdrawals", "{'sequence': 3, 'reason': 'the first figure was right'}");

    for (String day : List.of("2021-07-31", "2021-08-02", "2022-12-31")) {
      Map<String, String> figures = followed(lines(agreement.get("/replay?effectiveOn=" + day)));
      Reply live = agreement.get("/position?effectiveOn=" + day);
      for (String figure : FIGURES) {
        assertThat(figures.get(figure)).as(day + " " + figure).isEqualTo(live.at("positions/0/" + figure));
      }
    }
  }

  @Test
  void withoutADayEachLineIsAboutTheDayOfItsRecordingAndTheDaysBetweenAreToldApart() {
    String id = LedgerServer.freshId();
    String file =
        ("{'ledger': 1, 'agreement': " + AcmeAndGlobex.body(id, "") + ", 'history': ["
            + "{'at': '2021-04-10T09:00:00Z', 'revenue': {'id': 'q1', 'stream': 'net-sales', 'from': '2021-01-01',"
            + " 'through': '2021-03-31', 'amount': '4700.00'}},"
            + "{'at': '2021-06-01T09:00:00Z', 'payment': {'id': 'p1', 'clause': 'share', 'payer': 'acme',"
            + " 'payee': 'globex', 'amount': '900.00', 'valueOn': '2021-06-01'}}]}");
    assertThat(LedgerServer.post("/api/v1/agreement-files", file).outcome()).isEqualTo("201");

    List<Value.Tree> lines = lines(LedgerServer.get("/api/v1/agreements/" + id + "/replay"));

    assertThat(lines).extracting(line -> at(line, "effectiveOn"))
        .containsExactly("2021-01-01", "2021-04-10", "2021-06-01");
    assertThat(at(lines.get(2), "positions/share/overdue")).as("what the payment changed on its day")
        .isEqualTo("{from=\"940.00\", to=\"40.00\"}");
    assertThat(at(lines.get(2), "meanwhile/positions/share/overdue")).as("due on 17 May, which came in between")
        .isEqualTo("{from=\"0.00\", to=\"940.00\"}");
    assertThat(at(lines.get(1), "meanwhile/positions/share/periods/2021-Q2/base/to")).isEqualTo("0.00");
    assertThat(followed(lines).get("overdue")).isEqualTo("40.00");
  }

  @Test
  void partsOfItAreChosenBySequenceAndInstant() {
    agreement.firstQuarter("4700.00");
    String then = agreement.get("").at("knownAt");
    agreement.payment("p1", "940.00");

    List<Value.Tree> part = lines(agreement.get("/replay?effectiveOn=2021-12-31&from=2&to=2"));
    assertThat(part).extracting(line -> at(line, "sequence")).containsExactly("2");
    assertThat(at(part.getFirst(), "positions/share/outstanding"))
        .as("compared with what went before, though that is not shown")
        .isEqualTo("{from=\"940.00\", to=\"0.00\"}");
    Reply known = agreement.get("/replay?knownAt=" + then);
    assertThat(lines(known)).hasSize(2);
    assertThat(known.header("ETag")).isEqualTo("\"1\"");
    assertThat(agreement.get("/replay?from=9").text()).isEmpty();
    assertThat(agreement.get("/replay?knownAt=2001-01-01T00:00:00Z").outcome()).isEqualTo("404 unknown-agreement");
    assertThat(agreement.get("/replay?knownAt=2999-01-01T00:00:00Z").outcome()).isEqualTo("400 known-at-in-future");
    assertThat(LedgerServer.get("/api/v1/agreements/nope/replay").outcome()).isEqualTo("404 unknown-agreement");
  }

  @Test
  void aCallerWhoHasItIsNotSentItAgain() {
    String tag = agreement.get("/replay").header("ETag");
    assertThat(agreement.get("/replay", "If-None-Match", tag).status()).isEqualTo(304);
    agreement.firstQuarter("1.00");
    assertThat(agreement.get("/replay", "If-None-Match", tag).status()).isEqualTo(200);
  }

  private static List<Value.Tree> lines(Reply reply) {
    assertThat(reply.status()).isEqualTo(200);
    return reply.text().lines().map(line -> (Value.Tree) JsonText.read(line)).toList();
  }

  /** The share's figures after every line is applied: first the changes made by the days, then those made by the event. */
  private static Map<String, String> followed(List<Value.Tree> lines) {
    Map<String, String> figures = new LinkedHashMap<>();
    for (Value.Tree line : lines) {
      for (String figure : FIGURES) {
        for (String from : List.of("meanwhile/positions/share/", "positions/share/")) {
          String to = at(line, from + figure + "/to");
          if (!to.equals("absent")) {
            String before = at(line, from + figure + "/from");
            assertThat(before).as("follows on").isEqualTo(figures.getOrDefault(figure, "null"));
            figures.put(figure, to);
          }
        }
      }
    }
    return figures;
  }

  private static String at(Value.Tree tree, String place) {
    Value here = tree;
    for (String step : place.split("/", -1)) {
      here = here instanceof Value.Tree inside ? inside.get(step).orElse(new Value.Num("absent"))
          : new Value.Num("absent");
    }
    return here instanceof Value.Text text ? text.text() : here.toString();
  }
}

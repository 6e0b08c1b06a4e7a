package io.contract.ledger.api.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.LedgerServer;
import io.contract.ledger.api.http.Reply;
import io.contract.ledger.value.Value;
import org.junit.jupiter.api.Test;

/** What changed between two points on the axes of time, and why. */
class DifferenceOverHttpTest {

  private final AcmeAndGlobex agreement = AcmeAndGlobex.recorded();

  @Test
  void figuresAttributesAndObligationsAreGivenFromWhatToWhat() {
    agreement.firstQuarter("4700.00");
    agreement.payment("p1", "900.00");
    agreement.post("/amendments",
        "{'number': 1, 'title': 'First', 'executedOn': '2021-08-01', 'effectiveOn': '2021-08-01',"
            + " 'changes': [{'revise': {'clause': 'share', 'set': {'rate': '0.15', 'cap': null}}}]}");

    Reply reply = agreement.get("/diff?effectiveOn=2021-03-30&toEffectiveOn=2021-08-01");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("effectiveOn")).isEqualTo("2021-03-30");
    assertThat(reply.at("to/effectiveOn")).isEqualTo("2021-08-01");
    assertThat(reply.at("positions/share/accrued")).isEqualTo("{from=\"0.00\", to=\"940.00\"}");
    assertThat(reply.at("positions/share/outstanding/to")).isEqualTo("40.00");
    assertThat(reply.at("positions/share/periods/2021-Q1/status/from")).isEqualTo("open");
    assertThat(reply.at("positions/share/periods/2021-Q1/status/to")).isEqualTo("overdue");
    assertThat(reply.at("positions/share/periods/2021-Q2/base/from")).as("not begun").isEqualTo("null");
    assertThat(reply.at("positions/share/waived")).as("the same at both").isEqualTo("absent");
    assertThat(reply.at("positions/share/caps/1/amount/to")).isEqualTo("null");
    assertThat(reply.at("clauses/share/rate/from")).isEqualTo("0.20");
    assertThat(reply.at("clauses/share/rate/to")).isEqualTo("0.15");
    assertThat(reply.at("clauses/share/cap/from/amount")).isEqualTo("1000.00");
    assertThat(reply.at("clauses/share/payer")).isEqualTo("absent");
    assertThat(reply.at("obligations/share/2021-Q1")).isEqualTo("absent");
    assertThat(((Value.Tree) reply.tree().get("obligations").orElseThrow()).entries()).containsKey("share/2021-Q1");
    assertThat(reply.each("causes", "sequence")).containsExactly("1", "2", "3");
    assertThat(reply.each("causes", "type"))
        .containsExactly("RevenueReported", "PaymentRecorded", "AmendmentExecuted");
    assertThat(reply.at("causes/0/clauses/0")).isEqualTo("share");
  }

  @Test
  void theOtherAxisTellsWhatBecameKnown() {
    agreement.firstQuarter("4700.00");
    String then = agreement.get("").at("knownAt");
    agreement.post("/revenue-reports/q1/restatements", "{'id': 'q1b', 'amount': '4600.00'}");

    Reply reply = agreement.get("/diff?effectiveOn=2021-04-01&knownAt=" + then);

    assertThat(reply.at("knownAt")).isEqualTo(then);
    assertThat(reply.at("sequence")).isEqualTo("1");
    assertThat(reply.at("to/sequence")).as("everything recorded unless said").isEqualTo("2");
    assertThat(reply.at("to/effectiveOn")).as("the same day unless said").isEqualTo("2021-04-01");
    assertThat(reply.at("positions/share/accrued")).isEqualTo("{from=\"940.00\", to=\"920.00\"}");
    assertThat(reply.each("causes", "type")).containsExactly("RevenueRestated");
    Reply back = agreement.get("/diff?effectiveOn=2021-04-01&toKnownAt=" + then);
    assertThat(back.at("positions/share/accrued")).isEqualTo("{from=\"920.00\", to=\"940.00\"}");
  }

  @Test
  void betweenAPointAndItselfNothingDiffers() {
    agreement.firstQuarter("4700.00");
    Reply reply = agreement.get("/diff?effectiveOn=2021-04-01&toEffectiveOn=2021-04-01");
    for (String part : new String[]{"positions", "clauses", "obligations", "statements", "launches"}) {
      assertThat(reply.at(part)).as(part).isEqualTo("{}");
    }
    assertThat(reply.at("causes")).isEqualTo("[]");
  }

  @Test
  void timeAloneMakesADifferenceWithoutACause() {
    agreement.firstQuarter("4700.00");
    Reply reply = agreement.get("/diff?effectiveOn=2021-05-17&toEffectiveOn=2021-05-18");
    assertThat(reply.at("positions/share/overdue")).isEqualTo("{from=\"0.00\", to=\"940.00\"}");
    assertThat(reply.at("causes")).isEqualTo("[]");
  }

  @Test
  void aCallerWhoHasItIsNotSentItAgain() {
    Reply reply = agreement.get("/diff?effectiveOn=2021-04-01&toEffectiveOn=2021-05-01");
    String tag = reply.header("ETag");
    assertThat(agreement.get("/diff?effectiveOn=2021-04-01&toEffectiveOn=2021-05-01", "If-None-Match", tag).status())
        .isEqualTo(304);
    agreement.firstQuarter("1.00");
    assertThat(agreement.get("/diff?effectiveOn=2021-04-01&toEffectiveOn=2021-05-01", "If-None-Match", tag).status())
        .isEqualTo(200);
  }

  @Test
  void pointsThatCannotBeAskedAboutAreRefused() {
    assertThat(agreement.get("/diff?toKnownAt=2999-01-01T00:00:00Z").outcome()).isEqualTo("400 known-at-in-future");
    assertThat(agreement.get("/diff?toEffectiveOn=yesterday").outcome()).isEqualTo("400 invalid-value");
    assertThat(agreement.get("/diff?knownAt=2001-01-01T00:00:00Z").outcome()).isEqualTo("404 unknown-agreement");
    assertThat(LedgerServer.get("/api/v1/agreements/nope/diff").outcome()).isEqualTo("404 unknown-agreement");
  }
}

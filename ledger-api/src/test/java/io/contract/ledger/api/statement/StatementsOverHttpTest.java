package io.contract.ledger.api.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.Reply;
import io.contract.ledger.value.Value;
import org.junit.jupiter.api.Test;

/** Statements are issued, listed and shown in full. A figure that has changed since is adjusted in the next one. */
class StatementsOverHttpTest {

  private static final String LICENCE =
      ", {'id': 'brand', 'kind': 'licence', 'licensor': 'globex', 'licensee': 'acme', 'subject': 'the brand',"
          + " 'exclusive': false}";

  private final AcmeAndGlobex agreement = AcmeAndGlobex.recordedWith(LICENCE);

  private Reply issue(String period, String issuedOn) {
    return agreement.post(
        "/statements", "{'clause': 'share', 'period': '%s', 'issuedOn': '%s'}".formatted(period, issuedOn));
  }

  /** 20 % of 4,700 is 940 of a cap of 1,000. 20 % of 500 is 100, of which there is room for 60. 600 are paid on 19 July. */
  private void twoQuartersStated() {
    agreement.firstQuarter("4700.00");
    issue("2021-Q1", "2021-04-20");
    agreement.secondQuarter("500.00");
    agreement.payment("p1", "600.00");
    issue("2021-Q2", "2021-07-20");
  }

  @Test
  void anIssuedStatementIsAcknowledgedAndListed() {
    agreement.firstQuarter("4700.00");

    Reply issued = issue("2021-Q1", "2021-04-20");

    assertThat(issued.outcome()).isEqualTo("201");
    assertThat(issued.at("type")).isEqualTo("StatementIssued");
    Reply list = agreement.get("/statements?clause=share");
    assertThat(list.each("items", "number")).containsExactly("1");
    assertThat(list.at("items/0/period")).isEqualTo("2021-Q1");
    assertThat(list.at("items/0/accrued")).isEqualTo("940.00");
    assertThat(list.at("items/0/total")).isEqualTo("940.00");
    assertThat(list.at("items/0/dueOn")).as("45 days after 31 March are a Saturday").isEqualTo("2021-05-17");
    assertThat(list.at("items/0/sequence")).isEqualTo("2");
    assertThat(list.at("items/0/recordedBy")).isEqualTo("local");
    assertThat(agreement.get("/statements?effectiveOn=2021-04-19").each("items", "number"))
        .as("before it was issued").isEmpty();
    assertThat(agreement.get("/statements").text()).contains("\"number\":1");
  }

  @Test
  void oneInFullHasItsLinesCapsPaymentsAndBalance() {
    twoQuartersStated();

    Reply second = agreement.get("/clauses/share/statements/2");

    assertThat(second.at("title")).isEqualTo("Acme and Globex distribution agreement");
    assertThat(second.at("payerName") + " to " + second.at("payeeName")).isEqualTo("Acme Corp to Globex Ltd");
    assertThat(second.at("accrued")).isEqualTo("60.00");
    assertThat(second.at("lines/0/gross") + ", " + second.at("lines/0/forgone") + ", " + second.at("lines/0/accrued"))
        .isEqualTo("100.00, 40.00, 60.00");
    assertThat(second.at("lines/0/because/0")).isEqualTo("Report q2 of net-sales (event 3): 500.00.");
    assertThat(second.at("lines/0/because/1")).isEqualTo("500.00 × 20 % = 100.00.");
    assertThat(second.at("lines/0/because/2")).isEqualTo(
        "Cap of 1,000.00 on what is accrued: 940.00 counted before, which leaves room for 60.00; 40.00 is cut off.");
    assertThat(second.at("caps/0/counted")).isEqualTo("1000.00");
    assertThat(second.at("settlements")).as("600 settle the quarter that is due first").isEqualTo("[]");
    assertThat(second.at("balance/paid")).isEqualTo("600.00");
    // 940 + 60 − 600.
    assertThat(second.at("balance/outstanding")).isEqualTo("400.00");
    assertThat(second.at("balance/overdue")).as("what is left of the first quarter").isEqualTo("340.00");
    Reply first = agreement.get("/clauses/share/statements/1");
    assertThat(first.at("settlements")).as("what was paid later is not what was known").isEqualTo("[]");
    assertThat(first.at("balance/outstanding")).isEqualTo("940.00");
  }

  @Test
  void whatHasChangedIsPendingAndThenAnAdjustmentWithItsReason() {
    twoQuartersStated();
    agreement.post("/revenue-reports/q1/restatements", "{'id': 'q1b', 'amount': '4600.00'}");
    // 20 % of 4,600 is 920, so that there is room for 80 of the second quarter.
    Reply position = agreement.get("/position?clause=share&effectiveOn=2021-08-01");
    assertThat(position.at("positions/0/pendingAdjustments/0/period")).isEqualTo("2021-Q1");
    assertThat(position.at("positions/0/pendingAdjustments/0/amount")).isEqualTo("-20.00");
    assertThat(position.at("positions/0/pendingAdjustments/1/amount")).isEqualTo("20.00");

    issue("2021-Q2", "2021-08-01");

    Reply third = agreement.get("/clauses/share/statements/3");
    assertThat(third.at("statedBefore")).isEqualTo("2");
    assertThat(third.at("accrued")).isEqualTo("0.00");
    assertThat(third.at("adjustments/0/stated") + " → " + third.at("adjustments/0/now")).isEqualTo("940.00 → 920.00");
    assertThat(third.at("adjustments/0/amount")).isEqualTo("-20.00");
    assertThat(third.at("adjustments/0/causes/0/sequence")).isEqualTo("6");
    assertThat(third.at("adjustments/0/causes/0/summary")).isEqualTo("report q1 restated to 4,600.00");
    assertThat(third.at("adjustments/1/amount")).isEqualTo("20.00");
    assertThat(third.at("total")).isEqualTo("0.00");
    assertThat(agreement.get("/position?clause=share&effectiveOn=2021-08-01").at("positions/0/pendingAdjustments"))
        .isEqualTo("[]");
  }

  @Test
  void whatAStatementSaysNeverChanges() {
    twoQuartersStated();
    Value.Tree before = withoutWhen(agreement.get("/clauses/share/statements/2"));

    agreement.post("/revenue-reports/q1/restatements", "{'id': 'q1b', 'amount': '1.00'}");
    agreement.post(
        "/amendments",
        "{'number': 1, 'title': 'From the start', 'executedOn': '2021-07-21', 'effectiveOn': '2021-01-01',"
            + " 'changes': [{'revise': {'clause': 'share', 'set': {'rate': '0.50'}}}]}");
    agreement.post("/withdrawals", "{'sequence': 3, 'reason': 'of another company'}");

    assertThat(withoutWhen(agreement.get("/clauses/share/statements/2"))).isEqualTo(before);
  }

  private static Value.Tree withoutWhen(Reply reply) {
    assertThat(reply.status()).isEqualTo(200);
    return reply.tree().without("knownAt").without("sequence");
  }

  @Test
  void aDifferenceAndAWhatIfTellWhichStatementsThereWouldBe() {
    twoQuartersStated();
    Reply difference = agreement.get("/diff?effectiveOn=2021-07-19&toEffectiveOn=2021-07-20");
    assertThat(difference.at("statements/share~2/total")).isEqualTo("absent");
    assertThat(difference.text()).contains("\"share/2\":{").doesNotContain("\"share/1\":{");
    Reply supposed =
        agreement.post(
            "/what-if?effectiveOn=2021-08-01",
            "{'facts': [{'restatement': {'id': 'q1b', 'restates': 'q1', 'amount': '4600.00'}},"
                + " {'statement': {'clause': 'share', 'period': '2021-Q1', 'issuedOn': '2021-08-01'}}]}");
    assertThat(supposed.status()).as("%s", supposed).isEqualTo(200);
    assertThat(supposed.text()).contains("\"share/3\":{");
    assertThat(supposed.text())
        .as("a supposed reason is named by its place in the request, for it has no sequence")
        .contains("\"causes\":[{\"fact\":0,\"type\":\"RevenueRestated\"");
    assertThat(agreement.get("/statements").each("items", "number")).as("nothing was issued").containsExactly("1", "2");
  }

  @Test
  void whatIsNotThereIsSaid() {
    twoQuartersStated();
    Reply missing = agreement.get("/clauses/share/statements/3");
    assertThat(missing.outcome()).isEqualTo("404 unknown-fact");
    assertThat(missing.at("title")).as("of a statement as of any fact")
        .isEqualTo("There is no fact that this can be about");
    assertThat(agreement.get("/clauses/nope/statements/1").outcome()).isEqualTo("404 unknown-clause");
    Reply unnumbered = agreement.get("/clauses/share/statements/first");
    assertThat(unnumbered.outcome()).isEqualTo("400 invalid-value");
    assertThat(unnumbered.at("detail"))
        .isEqualTo("'number' must be a whole number from 1 to 1000000, not \"first\"");
    assertThat(agreement.get("/clauses/share/statements/1?format=doc").outcome()).isEqualTo("400 invalid-value");
    assertThat(agreement.get("/statements?clause=brand").outcome()).isEqualTo("422 wrong-clause-kind");
    assertThat(agreement.get("/statements?clause=nope").outcome()).isEqualTo("422 unknown-clause");
    assertThat(issue("2021-Q1", "2199-01-01").outcome()).isEqualTo("422 date-in-future");
    assertThat(issue("2021-03", "2021-07-20").outcome()).as("not a quarter").isEqualTo("422 unknown-period");
    assertThat(agreement.post("/withdrawals", "{'sequence': 2, 'reason': 'mistake'}").outcome())
        .as("a statement cannot be withdrawn").isEqualTo("422 unknown-fact");
  }
}

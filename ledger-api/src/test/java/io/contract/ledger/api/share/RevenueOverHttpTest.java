package io.contract.ledger.api.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.LedgerServer;
import io.contract.ledger.api.http.Reply;
import org.junit.jupiter.api.Test;

/** Revenue reports, restatements and positions over HTTP. */
class RevenueOverHttpTest {

  private final AcmeAndGlobex agreement = AcmeAndGlobex.recorded();

  @Test
  void theCapCutsTheSecondQuarter() {
    agreement.firstQuarter("4700.00");
    agreement.secondQuarter("500.00");

    Reply position = agreement.get("/position?effectiveOn=2021-07-15");

    assertThat(position.at("currency")).isEqualTo("USD");
    assertThat(position.at("positions/0/gross")).isEqualTo("1040.00");
    assertThat(position.at("positions/0/accrued")).isEqualTo("1000.00");
    assertThat(position.at("positions/0/forgone")).isEqualTo("40.00");
    assertThat(position.at("positions/0/periods/1/period")).isEqualTo("2021-Q2");
    assertThat(position.at("positions/0/periods/1/accrued")).isEqualTo("60.00");
    assertThat(position.at("positions/0/periods/1/dueOn")).isEqualTo("2021-08-16");
    assertThat(position.at("positions/0/caps/0/headroom")).isEqualTo("0.00");
    assertThat(position.at("positions/0/readings")).isEqualTo("[]");
  }

  @Test
  void aRestatementIsKnownFromThenOn() {
    agreement.firstQuarter("4700.00");
    String then = agreement.get("").at("knownAt");

    Reply reply = agreement.post("/revenue-reports/q1/restatements", "{'id': 'q1b', 'amount': '4600.00'}");

    assertThat(reply.at("type")).isEqualTo("RevenueRestated");
    assertThat(agreement.get("/position?effectiveOn=2021-04-01").at("positions/0/gross")).isEqualTo("920.00");
    assertThat(agreement.get("/position?effectiveOn=2021-04-01&knownAt=" + then).at("positions/0/gross"))
        .isEqualTo("940.00");
    Reply reports = agreement.get("/revenue-reports");
    assertThat(reports.at("items/0/amount")).isEqualTo("4700.00");
    assertThat(reports.at("items/0/amountInForce")).isEqualTo("4600.00");
    assertThat(reports.at("items/0/restatements/0/id")).isEqualTo("q1b");
    assertThat(reports.at("items/0/restatements/0/sequence")).isEqualTo("2");
  }

  @Test
  void underAnOpenBasisEveryReadingIsAnsweredAndNoneIsPicked() {
    String id = LedgerServer.freshId();
    LedgerServer.post("/api/v1/agreements", AcmeAndGlobex.body(id, "").replace("'basis': 'accrued', ", ""));
    String at = "/api/v1/agreements/" + id;
    LedgerServer.post(
        at + "/revenue-reports",
        "{'id': 'q1', 'stream': 'net-sales', 'from': '2021-01-01', 'through': '2021-03-31', 'amount': '1000.00'}");

    Reply position = LedgerServer.get(at + "/position?effectiveOn=2021-04-01");

    assertThat(position.at("positions/0/accrued")).as("both readings agree").isEqualTo("200.00");
    assertThat(position.each("positions", "undetermined"))
        .as("what counts differs: 200 accrued, 0 paid")
        .allSatisfy(names -> assertThat(names).contains("headroom"));
    assertThat(position.at("positions/0/caps/0/headroom")).isEqualTo("null");
    assertThat(position.at("positions/0/readings/0/basis")).isEqualTo("accrued");
    assertThat(position.at("positions/0/readings/0/caps/0/headroom")).isEqualTo("800.00");
    assertThat(position.at("positions/0/readings/1/basis")).isEqualTo("paid");
    assertThat(position.at("positions/0/readings/1/caps/0/headroom")).isEqualTo("1000.00");
  }

  @Test
  void aDayIsReportedOnce() {
    agreement.firstQuarter("4700.00");
    Reply march =
        agreement.post(
            "/revenue-reports",
            "{'id': 'march', 'stream': 'net-sales', 'from': '2021-03-31', 'through': '2021-04-30', 'amount': '1.00'}");
    assertThat(march.outcome()).isEqualTo("409 overlapping-report");
  }

  @Test
  void aReportThatIsNotThereCannotBeRestated() {
    assertThat(agreement.post("/revenue-reports/nope/restatements", "{'id': 'r', 'amount': '1.00'}").outcome())
        .isEqualTo("404 unknown-report");
    assertThat(agreement.post("/revenue-reports/Nope!/restatements", "{'id': 'r', 'amount': '1.00'}").outcome())
        .isEqualTo("404 unknown-report");
  }

  @Test
  void aPositionIsAskedOfARevenueShare() {
    AcmeAndGlobex withDuty =
        AcmeAndGlobex.recordedWith(
            ", {'id': 'audit', 'kind': 'duty', 'obligor': 'acme', 'obligee': 'globex', 'act': 'open the books'}");
    assertThat(withDuty.get("/position?clause=audit").outcome()).isEqualTo("422 wrong-clause-kind");
    assertThat(withDuty.get("/position?clause=share").each("positions", "clause")).containsExactly("share");
  }

  @Test
  void ofAClauseToComeThereIsNoPositionYet() {
    agreement.post(
        "/amendments",
        "{'number': 1, 'title': 'More', 'executedOn': '2021-08-01', 'effectiveOn': '2021-10-01', 'changes': [{'add':"
            + " {'id': 'more', 'kind': 'revenue-share', 'payer': 'acme', 'payee': 'globex', 'base': 'services',"
            + " 'rate': '0.10', 'period': 'quarter'}}]}");
    assertThat(agreement.get("/position?clause=more&effectiveOn=2021-09-30").at("positions")).isEqualTo("[]");
    assertThat(agreement.get("/position?clause=more&effectiveOn=2021-10-01").at("positions/0/gross")).isEqualTo("0.00");
  }
}

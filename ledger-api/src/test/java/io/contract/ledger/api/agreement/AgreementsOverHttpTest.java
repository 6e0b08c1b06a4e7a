package io.contract.ledger.api.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.LedgerServer;
import io.contract.ledger.api.http.Reply;
import org.junit.jupiter.api.Test;

/** Agreements, amendments and milestones over HTTP. */
class AgreementsOverHttpTest {

  private static final String RATE_TO_FIFTEEN =
      "{'number': 1, 'title': 'First amendment', 'executedOn': '2021-08-01', 'effectiveOn': '2021-10-01',"
          + " 'changes': [{'revise': {'clause': 'share', 'set': {'rate': '0.15'}}}]}";

  @Test
  void anAgreementIsEventZero() {
    String id = LedgerServer.freshId();
    Reply reply = LedgerServer.post("/api/v1/agreements", AcmeAndGlobex.body(id, ""));
    assertThat(reply.outcome()).isEqualTo("201");
    assertThat(reply.at("agreement")).isEqualTo(id);
    assertThat(reply.at("sequence")).isEqualTo("0");
    assertThat(reply.at("type")).isEqualTo("AgreementExecuted");
    assertThat(reply.header("ETag")).isEqualTo("\"0\"");
    assertThat(LedgerServer.post("/api/v1/agreements", AcmeAndGlobex.body(id, "")).outcome()).isEqualTo("200");
    assertThat(
        LedgerServer.post("/api/v1/agreements", AcmeAndGlobex.body(id, "").replace("'0.20'", "'0.21'")).outcome())
        .isEqualTo("409 id-already-used");
  }

  @Test
  void theConformedCopySaysWhichAmendmentSetWhat() {
    AcmeAndGlobex agreement = AcmeAndGlobex.recorded();
    assertThat(agreement.post("/amendments", RATE_TO_FIFTEEN).outcome()).isEqualTo("201");

    Reply before = agreement.get("?effectiveOn=2021-09-30");
    Reply after = agreement.get("?effectiveOn=2021-10-01");

    assertThat(before.at("clauses/0/rate")).isEqualTo("0.20");
    assertThat(before.at("clauses/0/setBy/rate")).isEqualTo("0");
    assertThat(after.at("clauses/0/rate")).isEqualTo("0.15");
    assertThat(after.at("clauses/0/setBy/rate")).isEqualTo("1");
    assertThat(after.at("clauses/0/setBy/cap")).isEqualTo("0");
    assertThat(after.at("clauses/0/inForce")).isEqualTo("true");
    assertThat(after.at("header/title")).isEqualTo("Acme and Globex distribution agreement");
    assertThat(after.at("effectiveOn")).isEqualTo("2021-10-01");
  }

  @Test
  void anEndedClauseIsNotInForce() {
    AcmeAndGlobex agreement = AcmeAndGlobex.recorded();
    agreement.post(
        "/amendments",
        "{'number': 1, 'title': 'End', 'executedOn': '2021-08-01', 'effectiveOn': '2021-10-01',"
            + " 'changes': [{'end': {'clause': 'share'}}]}");
    Reply copy = agreement.get("?effectiveOn=2021-10-01");
    assertThat(copy.at("clauses")).isEqualTo("[]");
    assertThat(copy.at("notInForce/0/id")).isEqualTo("share");
    assertThat(copy.at("notInForce/0/inForce")).isEqualTo("false");
    assertThat(copy.at("notInForce/0/endedBy")).isEqualTo("1");
  }

  @Test
  void theChainOfAmendmentsIsInTheOrderInWhichTheyWork() {
    AcmeAndGlobex agreement = AcmeAndGlobex.recorded();
    agreement.post("/amendments", RATE_TO_FIFTEEN);
    agreement.post(
        "/amendments",
        "{'number': 2, 'title': 'Back-dated', 'executedOn': '2021-08-02', 'effectiveOn': '2021-04-01',"
            + " 'changes': [{'revise': {'clause': 'share', 'set': {'rate': '0.18'}}}]}");

    assertThat(agreement.get("/amendments?effectiveOn=2021-12-31").each("items", "number")).containsExactly("2", "1");
    assertThat(agreement.get("/amendments?effectiveOn=2021-04-01").each("items", "number")).containsExactly("2");
    assertThat(agreement.get("/amendments?effectiveOn=2021-12-31").at("items/0/sequence")).isEqualTo("2");
  }

  @Test
  void aChangeThatLostItsGroundSaysSo() {
    AcmeAndGlobex agreement = AcmeAndGlobex.recorded();
    agreement.post("/amendments", RATE_TO_FIFTEEN);
    agreement.post(
        "/amendments",
        "{'number': 2, 'title': 'End', 'executedOn': '2021-08-02', 'effectiveOn': '2021-09-01',"
            + " 'changes': [{'end': {'clause': 'share'}}]}");
    Reply chain = agreement.get("/amendments?effectiveOn=2021-12-31");
    assertThat(chain.each("items", "number")).containsExactly("2", "1");
    assertThat(chain.at("items/1/withoutEffect/0/change")).isEqualTo("0");
    assertThat(chain.at("items/1/withoutEffect/0/code")).isEqualTo("unknown-clause");
    assertThat(chain.at("items/0/withoutEffect")).isEqualTo("absent");
  }

  @Test
  void anAmendmentOfAClauseThatIsNotThereIsRefusedAtItsPlace() {
    AcmeAndGlobex agreement = AcmeAndGlobex.recorded();
    Reply reply = agreement.post("/amendments", RATE_TO_FIFTEEN.replace("'clause': 'share'", "'clause': 'nope'"));
    assertThat(reply.outcome()).isEqualTo("422 unknown-clause");
    assertThat(reply.at("violations/0/path")).isEqualTo("/changes/0/revise/clause");
  }

  @Test
  void aClauseThatWouldNotBeValidIsRefused() {
    String id = LedgerServer.freshId();
    Reply reply =
        LedgerServer.post("/api/v1/agreements",
            AcmeAndGlobex.body(id, ", {'id': 'audit', 'kind': 'duty', 'obligor': 'acme'}"));
    assertThat(reply.outcome()).isEqualTo("422 invalid-clause");
    assertThat(reply.each("violations", "path")).contains("/clauses/1/obligee", "/clauses/1/act");
    assertThat(LedgerServer.get("/api/v1/agreements/" + id).outcome()).isEqualTo("404 unknown-agreement");
  }

  @Test
  void aClauseEndsTheDayBeforeItsMilestone() {
    AcmeAndGlobex agreement =
        AcmeAndGlobex.recordedWith(
            ", {'id': 'patents', 'kind': 'licence', 'licensor': 'globex', 'licensee': 'acme', 'subject': 'patents',"
                + " 'exclusive': true, 'endsOnMilestone': 'opening'}");
    assertThat(agreement.post("/milestones", "{'id': 'opening', 'on': '2021-06-01', 'by': 'the notary'}").outcome())
        .isEqualTo("201");
    assertThat(agreement.get("?effectiveOn=2021-05-31").each("clauses", "id")).containsExactly("share", "patents");
    assertThat(agreement.get("?effectiveOn=2021-06-01").each("clauses", "id")).containsExactly("share");
  }

  @Test
  void whatIsPostedToNoAgreementIsNotFound() {
    Reply reply = LedgerServer.post("/api/v1/agreements/nowhere/amendments", RATE_TO_FIFTEEN);
    assertThat(reply.outcome()).isEqualTo("404 unknown-agreement");
    assertThat(reply.at("detail")).isEqualTo("there is no agreement 'nowhere'");
    assertThat(reply.at("violations/0/path")).isEqualTo("/agreement");
  }
}

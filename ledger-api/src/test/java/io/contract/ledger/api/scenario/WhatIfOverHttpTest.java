package io.contract.ledger.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.LedgerServer;
import io.contract.ledger.api.http.Reply;
import io.contract.ledger.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What supposed facts would change, over HTTP. */
class WhatIfOverHttpTest {

  private static final String FIRST_SHIP =
      ", {'id': 'first', 'kind': 'first-ship', 'obligor': 'acme', 'provider': 'globex', 'venue': 'store'}";

  private static final String BACK_DATED =
      "{'amendment': {'number': 2, 'title': 'Second', 'executedOn': '2021-09-01', 'effectiveOn': '2021-02-01',"
          + " 'changes': [{'revise': {'clause': 'share', 'set': {'rate': '0.10'}}}]}}";

  private final AcmeAndGlobex agreement = AcmeAndGlobex.recordedWith(FIRST_SHIP);

  @Test
  void theImpactOfABackDatedAmendmentIsSeenBeforeItIsRecorded() {
    agreement.firstQuarter("4700.00");
    String history = agreement.get("/history").text();

    // 31 of 90 days at 20 % give 323.78, and 59 days at 10 % give 308.11: 631.89 instead of 940.00.
    Reply reply = whatIf("?effectiveOn=2021-04-01", BACK_DATED);

    assertThat(reply.status()).as("%s", reply).isEqualTo(200);
    assertThat(reply.header("ETag")).isEqualTo("\"1\"");
    assertThat(reply.at("agreement")).isEqualTo(agreement.id());
    assertThat(reply.at("effectiveOn")).isEqualTo("2021-04-01");
    assertThat(reply.at("sequence")).as("what it stands on").isEqualTo("1");
    assertThat(reply.at("positions/share/accrued")).isEqualTo("{from=\"940.00\", to=\"631.89\"}");
    assertThat(reply.at("positions/share/periods/2021-Q1/accrued/to")).isEqualTo("631.89");
    assertThat(reply.at("positions/share/caps/1/headroom")).isEqualTo("{from=\"60.00\", to=\"368.11\"}");
    assertThat(reply.at("clauses/share/rate")).isEqualTo("{from=\"0.20\", to=\"0.10\"}");
    assertThat(((Value.Tree) reply.tree().get("obligations").orElseThrow()).entries()).containsKey("share/2021-Q1");
    assertThat(reply.at("statements")).isEqualTo("{}");
    assertThat(reply.at("launches")).isEqualTo("{}");
    assertThat(reply.at("lostGround")).isEqualTo("[]");
    assertThat(reply.at("causes")).isEqualTo("[{fact=0, type=\"AmendmentExecuted\", clauses=[\"share\"]}]");
    assertThat(agreement.get("/history").text()).as("nothing is stored").isEqualTo(history);
  }

  @Test
  void whatIsRecordedAsSupposedHasTheImpactThatWasSeen() {
    agreement.firstQuarter("4700.00");
    Reply seen = whatIf("?effectiveOn=2021-04-01", BACK_DATED);
    agreement.post("/facts", "[" + BACK_DATED + "]");
    Reply become = agreement.get("/diff?effectiveOn=2021-04-01&knownAt=" + seen.at("knownAt"));
    for (String part : new String[]{"positions", "clauses", "obligations", "statements", "launches"}) {
      assertThat(become.at(part)).as(part).isEqualTo(seen.at(part));
    }
  }

  @Test
  void changesThatWouldLoseTheirGroundAreNamed() {
    agreement.post("/amendments",
        "{'number': 1, 'title': 'First', 'executedOn': '2021-06-01', 'effectiveOn': '2021-07-01', 'changes': ["
            + "{'end': {'clause': 'first'}}, {'revise': {'clause': 'share', 'set': {'rate': '0.15'}}}]}");
    Reply reply =
        whatIf("?effectiveOn=2021-03-31", BACK_DATED.replace("{'revise': {'clause': 'share', 'set': {'rate': '0.10'}}}",
            "{'end': {'clause': 'share'}}"));
    assertThat(reply.each("lostGround", "sequence")).containsExactly("1");
    assertThat(reply.at("lostGround/0/amendment")).isEqualTo("1");
    assertThat(reply.at("lostGround/0/change")).isEqualTo("1");
    assertThat(reply.at("lostGround/0/clause")).isEqualTo("share");
    assertThat(reply.at("lostGround/0/code")).isEqualTo("unknown-clause");
    assertThat(reply.at("lostGround/0/message")).contains("share");
    assertThat(reply.at("clauses/share/inForce")).isEqualTo("{from=true, to=false}");
  }

  @Test
  void aSupposedLaunchStandsUnderItsPlace() {
    Reply reply =
        whatIf("?effectiveOn=2199-12-31", "{'launch': {'product': 'thing', 'venue': 'shop', 'on': '2199-01-01'}}");
    Value.Tree launches = (Value.Tree) reply.tree().get("launches").orElseThrow();
    assertThat(launches.entries()).containsOnlyKeys("facts/0");
    assertThat(launches.toString()).contains("judgement={from=null, to=\"breach\"}").doesNotContain("sequence");
    assertThat(reply.each("causes", "fact")).containsExactly("0");
  }

  @Test
  void itStandsOnWhatWasKnownThen() {
    String then = agreement.get("").at("knownAt");
    agreement.firstQuarter("4700.00");
    String other =
        "{'revenue': {'id': 'q1', 'stream': 'net-sales', 'from': '2021-01-01', 'through': '2021-03-31', 'amount': '100.00'}}";
    assertThat(whatIf("?effectiveOn=2021-03-31", other).outcome()).isEqualTo("409 id-already-used");
    Reply reply = whatIf("?effectiveOn=2021-03-31&knownAt=" + then, other);
    assertThat(reply.at("sequence")).isEqualTo("0");
    assertThat(reply.at("positions/share/accrued")).isEqualTo("{from=\"0.00\", to=\"20.00\"}");
  }

  @Test
  void factsAreRefusedAsTheyWouldBeWhenRecorded() {
    Reply reply =
        whatIf(
            "", BACK_DATED,
            "{'payment': {'id': 'p1', 'clause': 'share', 'payer': 'globex', 'payee': 'acme', 'amount': '1.00',"
                + " 'valueOn': '2199-01-01'}}");
    assertThat(reply.outcome()).isEqualTo("422 wrong-parties");
    assertThat(reply.each("violations", "path")).containsExactly("/facts/1/payment/payer");
    assertThat(whatIf("", "{'reversal': {'payment': 'nope', 'on': '2021-08-02', 'reason': 'x'}}").outcome())
        .isEqualTo("422 unknown-payment");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "{} | 400 missing-field | /facts",
      "{'facts': []} | 400 invalid-value | /facts",
      "{'facts': [{'nope': {}}]} | 400 unknown-field | /facts/0/nope",
      "{'facts': [{'milestone': {'id': 'a', 'on': 'soon'}}]} | 400 invalid-value | /facts/0/milestone/on",
      "{'facts': [{'milestone': {'id': 'a', 'on': '2021-01-01'}}], 'more': 1} | 400 unknown-field | /more",
      "[] | 400 invalid-value | ''"
  })
  void whatIsMalformedIsSaid(String body, String outcome, String path) {
    Reply reply = agreement.post("/what-if", body);
    assertThat(reply.outcome()).isEqualTo(outcome);
    assertThat(reply.at("violations/0/path")).isEqualTo(path);
    assertThat(LedgerServer.post("/api/v1/agreements/nowhere/what-if", body).status()).isEqualTo(400);
  }

  @Test
  void pointsThatCannotBeAskedAboutAreRefused() {
    assertThat(whatIf("?knownAt=2999-01-01T00:00:00Z", BACK_DATED).outcome()).isEqualTo("400 known-at-in-future");
    assertThat(whatIf("?effectiveOn=soon", BACK_DATED).outcome()).isEqualTo("400 invalid-value");
    assertThat(whatIf("?toEffectiveOn=2021-01-01", BACK_DATED).outcome()).isEqualTo("400 unknown-field");
    assertThat(LedgerServer.post("/api/v1/agreements/nowhere/what-if", "{'facts': [" + BACK_DATED + "]}").outcome())
        .isEqualTo("404 unknown-agreement");
    assertThat(agreement.get("/what-if").outcome()).isEqualTo("405 method-not-allowed");
  }

  @Test
  void itCanBeAskedOfWhatTheCallerHasSeenAlone() {
    String body = "{'facts': [" + BACK_DATED + "]}";
    assertThat(agreement.post("/what-if", body, "If-Match", "\"0\"").status()).isEqualTo(200);
    agreement.firstQuarter("4700.00");
    assertThat(agreement.post("/what-if", body, "If-Match", "\"0\"").outcome()).isEqualTo("412 stale-version");
    assertThat(agreement.post("/what-if", body, "Idempotency-Key", "a key").outcome()).isEqualTo("400 invalid-value");
    for (int i = 0; i < 2; i++) {
      assertThat(agreement.post("/what-if", body, "Idempotency-Key", "one").status()).isEqualTo(200);
    }
  }

  private Reply whatIf(String query, String... facts) {
    return agreement.post("/what-if" + query, "{'facts': [" + String.join(", ", facts) + "]}");
  }
}

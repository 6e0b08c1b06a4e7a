package io.contract.ledger.api.http;

import static io.contract.ledger.api.http.AcmeAndGlobex.paymentBody;
import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.ledger.Concurrently;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request sent again with its {@code Idempotency-Key} is recorded once. */
class IdempotencyTest {

  private static final String KEY = "Idempotency-Key";
  private static final String WAIVER = "{'clause': 'share', 'amount': '40.00', 'on': '2021-06-01', 'by': 'globex'}";

  private final AcmeAndGlobex agreement = AcmeAndGlobex.recorded();
  private final String key = agreement.id() + "-key";

  @Test
  void aFactWithoutAnIdOfItsOwnIsRecordedOnce() {
    agreement.firstQuarter("4700.00");
    Reply first = agreement.post("/waivers", WAIVER, KEY, key);
    Reply again = agreement.post("/waivers", WAIVER, KEY, key);

    assertThat(first.outcome()).isEqualTo("201");
    assertThat(again.outcome()).isEqualTo("200");
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("ETag")).isEqualTo("\"2\"");
    assertThat(events()).containsExactly("AgreementExecuted", "RevenueReported", "ObligationWaived");
    assertThat(agreement.post("/waivers", WAIVER).outcome()).as("without the key it is another waiver")
        .isEqualTo("201");
  }

  @Test
  void theSameBodyWrittenOtherwiseIsTheSameRequest() {
    agreement.firstQuarter("4700.00");
    agreement.post("/waivers", WAIVER, KEY, key);
    Reply again =
        agreement.post(
            "/waivers", "{ 'by': 'globex', 'on': '2021-06-01', 'amount': '40.00', 'clause': 'share' }", KEY,
            "\"" + key + "\"");
    assertThat(again.outcome()).isEqualTo("200");
  }

  @Test
  void theKeyOfAnotherBodyOrAnotherAddressOfTheAgreementIsReused() {
    agreement.firstQuarter("4700.00");
    assertThat(agreement.post("/payments", paymentBody("p1", "1.00"), KEY, key).outcome()).isEqualTo("201");

    Reply otherBody = agreement.post("/payments", paymentBody("p2", "1.00"), KEY, key);
    assertThat(otherBody.outcome()).isEqualTo("422 idempotency-key-reused");
    assertThat(LedgerServer.get(otherBody.at("type")).status()).isEqualTo(200);
    assertThat(agreement.post("/waivers", WAIVER, KEY, key).outcome()).isEqualTo("422 idempotency-key-reused");
    assertThat(events()).hasSize(3);
  }

  @Test
  void theSameKeyForAnotherAgreementIsAnotherKey() {
    AcmeAndGlobex other = AcmeAndGlobex.recorded();
    Reply first = agreement.post("/payments", paymentBody("p1", "1.00"), KEY, key);
    Reply ofOther = other.post("/payments", paymentBody("p1", "2.00"), KEY, key);

    assertThat(first.outcome()).isEqualTo("201");
    assertThat(ofOther.outcome()).isEqualTo("201");
    assertThat(agreement.post("/payments", paymentBody("p1", "1.00"), KEY, key).text()).isEqualTo(first.text());
    assertThat(other.post("/payments", paymentBody("p1", "2.00"), KEY, key).text()).isEqualTo(ofOther.text());

    // A new agreement's is the one in the body, in a file as well.
    String one = AcmeAndGlobex.body(LedgerServer.freshId(), "");
    assertThat(LedgerServer.post("/api/v1/agreements", one, KEY, key).outcome()).isEqualTo("201");
    String file = "{'ledger': 1, 'agreement': " + AcmeAndGlobex.body(LedgerServer.freshId(), "") + "}";
    assertThat(LedgerServer.post("/api/v1/agreement-files", file, KEY, key).outcome()).isEqualTo("201");
    assertThat(LedgerServer.post("/api/v1/agreements", one, KEY, key).outcome()).isEqualTo("200");
    assertThat(LedgerServer.post("/api/v1/agreements", one.replace("Acme Corp", "Acme Ltd"), KEY, key).outcome())
        .isEqualTo("422 idempotency-key-reused");
  }

  @Test
  void aRefusedRequestLeavesItsKeyFree() {
    agreement.firstQuarter("4700.00");
    String tooMuch = WAIVER.replace("40.00", "940.01");
    assertThat(agreement.post("/waivers", tooMuch, KEY, key).outcome()).isEqualTo("422 waiver-exceeds-outstanding");
    assertThat(agreement.post("/waivers", WAIVER, KEY, key).outcome()).isEqualTo("201");
  }

  @Test
  void whatTheFirstRequestDidIsNoReasonToRefuseTheSecond() {
    agreement.payment("p1", "1.00");
    String reversal = "{'on': '2021-08-02', 'reason': 'bounced'}";
    Reply first = agreement.post("/payments/p1/reversal", reversal, KEY, key, "If-Match", "\"1\"");
    Reply again = agreement.post("/payments/p1/reversal", reversal, KEY, key, "If-Match", "\"1\"");

    assertThat(first.outcome()).isEqualTo("201");
    assertThat(again.outcome()).as("neither already-reversed nor stale-version").isEqualTo("200");
    assertThat(again.text()).isEqualTo(first.text());
  }

  @Test
  void anAgreementAndBulkAndFilesTakeAKeyToo() {
    String body = AcmeAndGlobex.body(LedgerServer.freshId(), "");
    assertThat(LedgerServer.post("/api/v1/agreements", body, KEY, key).outcome()).isEqualTo("201");
    assertThat(LedgerServer.post("/api/v1/agreements", body, KEY, key).outcome()).isEqualTo("200");

    String facts =
        "[{'payment': " + paymentBody("p1", "1.00") + "}, {'milestone': {'id': 'm', 'on': '2021-01-01', 'by': 'a'}}]";
    Reply first = agreement.post("/facts", facts, KEY, key + "2");
    Reply again = agreement.post("/facts", facts, KEY, key + "2");
    assertThat(first.outcome()).isEqualTo("201");
    assertThat(again.outcome()).isEqualTo("200");
    assertThat(again.text()).isEqualTo(first.text());

    String file = "{'ledger': 1, 'agreement': " + AcmeAndGlobex.body(LedgerServer.freshId(), "") + "}";
    assertThat(LedgerServer.post("/api/v1/agreement-files", file, KEY, key + "3").outcome()).isEqualTo("201");
    assertThat(LedgerServer.post("/api/v1/agreement-files", file, KEY, key + "3").outcome()).isEqualTo("200");
    assertThat(
        LedgerServer.post("/api/v1/agreement-files", file.replace("'ledger'", "\n'ledger'"), KEY, key + "3").outcome())
        .as("a file is compared as it is written")
        .isEqualTo("422 idempotency-key-reused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "\"", "\"a\"b\""})
  void aKeyOfAnotherFormIsRefused(String malformed) {
    Reply reply = agreement.post("/payments", paymentBody("p1", "1.00"), KEY, malformed);
    assertThat(reply.outcome()).isEqualTo("400 invalid-value");
    assertThat(reply.at("violations/0/path")).isEqualTo("/Idempotency-Key");
    assertThat(events()).hasSize(1);
  }

  @Test
  void aKeyHasAtMost255Characters() {
    String most = key + "x".repeat(255 - key.length());
    assertThat(agreement.post("/payments", paymentBody("p1", "1.00"), KEY, most).outcome()).isEqualTo("201");
    assertThat(agreement.post("/payments", paymentBody("p2", "1.00"), KEY, most + "x").outcome())
        .isEqualTo("400 invalid-value");
  }

  @Test
  void fiftySimultaneousPostsOfOneKeyAreOneEvent() {
    agreement.firstQuarter("4700.00");
    List<Reply> replies = Concurrently.call(50, 1, (thread, turn) -> agreement.post("/waivers", WAIVER, KEY, key));

    assertThat(replies).extracting(Reply::outcome).containsOnly("200", "201");
    assertThat(replies).extracting(Reply::outcome).containsOnlyOnce("201");
    assertThat(replies).extracting(Reply::text).containsOnly(replies.getFirst().text());
    assertThat(events()).containsExactly("AgreementExecuted", "RevenueReported", "ObligationWaived");
  }

  @Test
  void fiftySimultaneousPostsOfOnePaymentAreOneEvent() {
    List<Reply> replies = Concurrently.call(50, 1, (thread, turn) -> agreement.payment("p1", "12.50"));

    assertThat(replies).extracting(Reply::outcome).containsOnly("200", "201");
    assertThat(replies).extracting(Reply::outcome).containsOnlyOnce("201");
    assertThat(events()).containsExactly("AgreementExecuted", "PaymentRecorded");
  }

  @Test
  void fiftySimultaneousReversalsWithOneKeyAreOneReversal() {
    agreement.payment("p1", "12.50");
    List<Reply> replies =
        Concurrently.call(
            50, 1, (thread, turn) -> agreement.post("/payments/p1/reversal",
                "{'on': '2021-08-02', 'reason': 'bounced'}", KEY, key));
    assertThat(replies).extracting(Reply::outcome).as("none is told that it is reversed already")
        .containsOnly("200", "201").containsOnlyOnce("201");
  }

  private List<String> events() {
    return agreement.get("/history").each("items", "type");
  }
}

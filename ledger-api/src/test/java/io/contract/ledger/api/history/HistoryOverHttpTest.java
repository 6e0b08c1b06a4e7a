package io.contract.ledger.api.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories and withdrawals over HTTP. */
class HistoryOverHttpTest {

  private final AcmeAndGlobex agreement = AcmeAndGlobex.recorded();

  @Test
  void theHistoryIsEverythingInOrder() {
    agreement.firstQuarter("4700");
    agreement.payment("p1", "940.00");

    Reply history = agreement.get("/history");

    assertThat(history.each("items", "sequence")).containsExactly("0", "1", "2");
    assertThat(history.each("items", "type")).containsExactly("AgreementExecuted", "RevenueReported",
        "PaymentRecorded");
    assertThat(history.at("items/1/effectiveOn")).isEqualTo("2021-03-31");
    assertThat(history.at("items/1/data/amount")).isEqualTo("4700.00");
    assertThat(history.at("items/2/recordedBy")).isEqualTo("local");
    assertThat(history.at("items/2/data/payer")).isEqualTo("acme");
  }

  @Test
  void partsOfItAreChosenBySequenceTypeAndInstant() {
    agreement.firstQuarter("4700.00");
    String then = agreement.get("").at("knownAt");
    agreement.payment("p1", "940.00");

    assertThat(agreement.get("/history?from=1&to=2").each("items", "sequence")).containsExactly("1", "2");
    assertThat(agreement.get("/history?type=PaymentRecorded").each("items", "sequence")).containsExactly("2");
    assertThat(agreement.get("/history?knownAt=" + then).each("items", "sequence")).containsExactly("0", "1");
    assertThat(agreement.get("/history?from=7").at("items")).isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"history", "replay"})
  void aPartThatEndsBeforeItBeginsIsRefused(String question) {
    Reply backwards = agreement.get("/" + question + "?from=5&to=2");
    assertThat(backwards.outcome()).isEqualTo("400 invalid-value");
    assertThat(backwards.at("detail")).isEqualTo("'to' is 2 and 'from' is 5: a part ends where it begins, or later");
    assertThat(backwards.at("violations/0/path")).isEqualTo("/to");
  }

  @Test
  void aPaymentTypedTwiceIsWithdrawn() {
    agreement.payment("p1", "940.00");
    agreement.payment("p2", "940.00");

    Reply reply = agreement.post("/withdrawals", "{'sequence': 2, 'reason': 'typed twice'}");

    assertThat(reply.outcome()).isEqualTo("201");
    assertThat(reply.at("type")).isEqualTo("FactWithdrawn");
    assertThat(agreement.get("/payments?effectiveOn=2021-12-31").each("items", "id")).containsExactly("p1");
    assertThat(agreement.get("/history").at("items/2/withdrawnBy")).isEqualTo("3");
    assertThat(agreement.post("/withdrawals", "{'sequence': 2, 'reason': 'once more'}").outcome())
        .isEqualTo("409 already-withdrawn");
    assertThat(agreement.payment("p2", "940.00").outcome()).isEqualTo("409 id-already-used");
  }

  @Test
  void theAgreementItselfCannotBeWithdrawn() {
    assertThat(agreement.post("/withdrawals", "{'sequence': 0, 'reason': 'x'}").outcome())
        .isEqualTo("422 unknown-fact");
    assertThat(agreement.post("/withdrawals", "{'sequence': 99, 'reason': 'x'}").outcome())
        .isEqualTo("422 unknown-fact");
  }
}

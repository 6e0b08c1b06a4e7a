package io.contract.ledger.api.payment;

import static io.contract.ledger.api.http.AcmeAndGlobex.paymentBody;
import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.Reply;
import org.junit.jupiter.api.Test;

/** Payments, reversals and waivers over HTTP. */
class PaymentsOverHttpTest {

  private final AcmeAndGlobex agreement = AcmeAndGlobex.recorded();

  @Test
  void aPaymentIsAcknowledgedAndSeenInTheNextPosition() {
    agreement.firstQuarter("4700.00");

    Reply reply = agreement.payment("p1", "900");

    assertThat(reply.outcome()).isEqualTo("201");
    assertThat(reply.at("agreement")).isEqualTo(agreement.id());
    assertThat(reply.at("sequence")).isEqualTo("2");
    assertThat(reply.at("type")).isEqualTo("PaymentRecorded");
    assertThat(reply.at("eventId")).isNotEqualTo("absent");
    assertThat(reply.header("ETag")).isEqualTo("\"2\"");
    Reply position = agreement.get("/position?clause=share&effectiveOn=2021-07-19");
    assertThat(position.at("positions/0/accrued")).isEqualTo("940.00");
    assertThat(position.at("positions/0/paid")).isEqualTo("900.00");
    assertThat(position.at("positions/0/outstanding")).isEqualTo("40.00");
    assertThat(position.at("sequence")).isEqualTo("2");
  }

  @Test
  void theSamePaymentAgainIsTheSameFact() {
    Reply first = agreement.payment("p1", "940.00");
    Reply again = agreement.payment("p1", "940");

    assertThat(again.outcome()).as("equal amounts are the same content").isEqualTo("200");
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(agreement.get("/history").each("items", "sequence")).containsExactly("0", "1");
  }

  @Test
  void aPaymentSettlesFirstWhatItSaysItIsFor() {
    agreement.firstQuarter("4700.00");
    agreement.secondQuarter("500.00");

    Reply paid =
        agreement.post("/payments", paymentBody("p1", "90.00").replace("'amount'", "'period': '2021-Q2', 'amount'"));

    assertThat(paid.outcome()).isEqualTo("201");
    assertThat(agreement.get("/payments").at("items/0/period")).isEqualTo("2021-Q2");
    Reply position = agreement.get("/position?clause=share&effectiveOn=2021-07-19");
    // Accrued are 940.00, and 60.00 of the 100.00 that the second quarter would be, because the cap is 1,000.00.
    assertThat(position.at("positions/0/periods/0/outstanding")).isEqualTo("910.00");
    assertThat(position.at("positions/0/periods/1/outstanding")).isEqualTo("0.00");
    assertThat(agreement.get("/explain?clause=share&figure=settled&period=2021-Q2&effectiveOn=2021-07-19").text())
        .contains("what the payment names first: min(left, open)");
    assertThat(agreement.get("/explain?clause=share&figure=settled&period=2021-Q1&effectiveOn=2021-07-19").text())
        .contains("oldest due first: min(left, open)");
  }

  @Test
  void aPaymentForAPeriodThatHasNotBegunIsRefused() {
    Reply reply =
        agreement.post("/payments", paymentBody("p1", "90.00").replace("'amount'", "'period': '2021-Q4', 'amount'"));

    assertThat(reply.outcome()).isEqualTo("422 unknown-period");
    assertThat(reply.at("violations/0/path")).isEqualTo("/period");
    assertThat(reply.at("detail")).contains("2021-Q4");
    assertThat(agreement.get("/payments").tree().get("items").orElseThrow()).hasToString("[]");
  }

  @Test
  void theSameIdForAnotherAmountIsRefused() {
    agreement.payment("p1", "940.00");
    Reply other = agreement.payment("p1", "941.00");
    assertThat(other.outcome()).isEqualTo("409 id-already-used");
    assertThat(other.at("violations/0/path")).isEqualTo("/id");
    assertThat(other.at("type")).isEqualTo("/problems/id-already-used");
  }

  @Test
  void aPaymentFromTheWrongPartyIsRefusedAndNothingIsStored() {
    Reply reply =
        agreement.post("/payments", paymentBody("p1", "10.00").replace("'payer': 'acme'", "'payer': 'globex'"));
    assertThat(reply.outcome()).isEqualTo("422 wrong-parties");
    assertThat(agreement.get("/payments").tree().get("items").orElseThrow()).hasToString("[]");
  }

  @Test
  void ofSeveralReasonsTheFirstInPrecedenceIsTheCode() {
    Reply reply =
        agreement.post(
            "/payments",
            "{'id': 'p1', 'clause': 'nope', 'payer': 'nobody', 'payee': 'globex', 'amount': '-1.234', 'valueOn': '2121-01-01'}");
    assertThat(reply.outcome()).isEqualTo("422 unknown-party");
    assertThat(reply.each("violations", "code"))
        .containsSubsequence("unknown-party", "unknown-clause", "amount-precision", "non-positive-amount",
            "date-in-future");
  }

  @Test
  void aReversedPaymentIsListedWithTheDayOfItsReversalFromThatDayOn() {
    agreement.payment("p1", "940.00");

    Reply reply = agreement.post("/payments/p1/reversal", "{'on': '2021-08-02', 'reason': 'bounced'}");

    assertThat(reply.outcome()).isEqualTo("201");
    assertThat(reply.at("type")).isEqualTo("PaymentReversed");
    assertThat(agreement.get("/payments?effectiveOn=2021-08-01").at("items/0/reversedOn")).isEqualTo("null");
    assertThat(agreement.get("/payments?effectiveOn=2021-08-02").at("items/0/reversedOn")).isEqualTo("2021-08-02");
    assertThat(agreement.post("/payments/p1/reversal", "{'on': '2021-08-03', 'reason': 'again'}").outcome())
        .isEqualTo("409 already-reversed");
  }

  @Test
  void whatThePathNamesAndIsNotThereIsNotFound() {
    assertThat(agreement.post("/payments/nope/reversal", "{'on': '2021-08-02', 'reason': 'x'}").outcome())
        .isEqualTo("404 unknown-payment");
  }

  @Test
  void thePathSaysWhichPaymentSoTheBodyMustNot() {
    agreement.payment("p1", "940.00");
    Reply reply =
        agreement.post("/payments/p1/reversal", "{'payment': 'p1', 'on': '2021-08-02', 'reason': 'x'}");
    assertThat(reply.outcome()).isEqualTo("400 unknown-field");
    assertThat(reply.at("violations/0/path")).isEqualTo("/payment");
  }

  @Test
  void paymentsMadeAfterTheDayAreNotListed() {
    agreement.payment("p1", "940");
    assertThat(agreement.get("/payments?effectiveOn=2021-07-18").text()).contains("\"items\":[]");
    Reply listed = agreement.get("/payments?effectiveOn=2021-07-19");
    assertThat(listed.at("items/0/amount")).as("posted as 940").isEqualTo("940.00");
    assertThat(listed.at("items/0/sequence")).isEqualTo("1");
    assertThat(listed.at("items/0/recordedBy")).isEqualTo("local");
    assertThat(listed.at("next")).isEqualTo("null");
  }

  @Test
  void aWaiverByThePayeeReducesWhatIsOpenAndNoMoreThanThat() {
    agreement.firstQuarter("4700.00");
    assertThat(agreement.post("/waivers", waiver("globex", "40.00")).outcome()).isEqualTo("201");
    assertThat(agreement.get("/position?effectiveOn=2021-07-01").at("positions/0/outstanding")).isEqualTo("900.00");
    assertThat(agreement.post("/waivers", waiver("globex", "900.01")).outcome())
        .isEqualTo("422 waiver-exceeds-outstanding");
    assertThat(agreement.post("/waivers", waiver("acme", "1.00")).outcome()).isEqualTo("422 wrong-parties");
  }

  private static String waiver(String by, String amount) {
    return "{'clause': 'share', 'amount': '%s', 'on': '2021-06-01', 'by': '%s'}".formatted(amount, by);
  }
}

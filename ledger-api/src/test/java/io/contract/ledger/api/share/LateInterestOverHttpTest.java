package io.contract.ledger.api.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Late interest over HTTP (domain page, section 15): what its terms may be, what is answered, and what is refused. */
class LateInterestOverHttpTest {

  private static String share(String interest) {
    return ", {'id': 'other', 'kind': 'revenue-share', 'payer': 'acme', 'payee': 'globex', 'base': 'net-sales',"
        + " 'rate': '0.10', 'due': {'days': 0}, 'lateInterest': " + interest + "}";
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
      "{} | 422 invalid-clause | 'lateInterest' needs either 'rate' or 'rates'",
      "{'rate': '0.1', 'rates': [{'from': '2021-01-01', 'rate': '0.1'}]} | 422 invalid-clause | found rate and rates",
      "{'rates': [{'from': '2021-01-01', 'rate': '0.1'}, {'from': '2021-01-01', 'rate': '0.2'}]} | 422 invalid-clause"
          + " | two rates have the from 2021-01-01",
      "{'rates': []} | 400 invalid-value | at least 1",
      "{'rates': [{'rate': '0.1'}]} | 400 missing-field | 'from'",
      "{'rates': [{'from': '1899-12-31', 'rate': '0.1'}]} | 422 date-out-of-range | 1899-12-31",
      "{'rate': '0.1', 'graceDays': -1} | 400 invalid-value | a whole number from 0 to 3660",
      "{'rate': '0.1', 'compound': 'daily'} | 400 invalid-value | 'compound' must be none, month or quarter",
      "{'rate': '0.1', 'charge': {}} | 422 invalid-clause | 'charge' needs either 'amount' or 'rate'",
      "{'rate': '0.1', 'charge': {'amount': '1.00', 'rate': '0.1'}} | 422 invalid-clause | 'charge' needs either",
      "{'rate': '0.1', 'charge': {'amount': '1.005'}} | 422 amount-precision | 1.005",
      "{'rate': '0.1', 'charge': {'amount': '-1.00'}} | 422 invalid-clause | is below zero",
      "{'rate': '0.1', 'grace': 1} | 400 unknown-field | known are rate, rates"
  })
  void termsThatAreNoneAreRefused(String interest, String outcome, String detail) {
    Reply reply = AcmeAndGlobex.posted(share(interest));
    assertThat(reply.outcome()).as("%s", reply).isEqualTo(outcome);
    assertThat(reply.text()).contains(detail);
  }

  @Test
  void ratesFollowOneAnotherAfterTheGrace() {
    AcmeAndGlobex agreement =
        AcmeAndGlobex.recordedWith(
            share(
                "{'rates': [{'from': '2021-01-01', 'rate': '0.365'}, {'from': '2021-05-01', 'rate': '0.73'}], 'graceDays': 30}"));
    agreement.firstQuarter("1000.00");

    assertThat(agreement.get("/position?clause=other&effectiveOn=2021-04-30").at("positions/0/interest"))
        .isEqualTo("0.00");
    // 100 for 31 days at a thousandth and for 9 at two thousandths a day: 3.10 + 1.80
    Reply position = agreement.get("/position?clause=other&effectiveOn=2021-05-10");
    assertThat(position.at("positions/0/interest")).isEqualTo("4.90");
    Reply why =
        agreement.get(
            "/explain?effectiveOn=2021-05-10&figure=interest&clause=other&period=2021-Q1", "Accept", "text/plain");
    assertThat(why.text()).contains("principal × interest on 1",
        "part of a year from 2021-03-31 to 2021-05-01, Act/365F: 31/365",
        "part of a year from 2021-05-01 to 2021-05-10, Act/365F: 9/365",
        "rate of late interest = 0.73  (clause other, lateInterest, set by the agreement)");
  }

  @Test
  void aClaimStillOpenAfterTheGraceIsCharged() {
    AcmeAndGlobex agreement =
        AcmeAndGlobex.recordedWith(share("{'rate': '0', 'graceDays': 10, 'charge': {'rate': '0.05'}}"));
    agreement.firstQuarter("1000.00");

    assertThat(agreement.get("/position?clause=other&effectiveOn=2021-04-10").at("positions/0/interest"))
        .isEqualTo("0.00");
    assertThat(agreement.get("/position?clause=other&effectiveOn=2021-04-11").at("positions/0/interest"))
        .isEqualTo("5.00");
    Reply why =
        agreement.get(
            "/explain?effectiveOn=2021-04-11&figure=interest&clause=other&period=2021-Q1", "Accept", "text/plain");
    assertThat(why.text()).contains("charge for late payment on 2021-04-11", "open × rate",
        "rate of the charge = 0.05  (clause other, lateInterest, set by the agreement)");
  }

  @Test
  void interestThatHasJoinedBearsInterest() {
    AcmeAndGlobex agreement =
        AcmeAndGlobex.recordedWith(share("{'rate': '0.12', 'dayCount': 'Act/360', 'compound': 'month'}"));
    agreement.firstQuarter("1000000.00");
    agreement.post("/payments",
        "{'id': 'p1', 'clause': 'other', 'payer': 'acme', 'payee': 'globex', 'amount': '500.00', 'valueOn': '2021-05-10'}");

    // 10 May: 1,000 + 336.67; 500 of what had joined are paid. 31 May: 836.67 + 100,500 × 0.12 × 21/360 = 1,540.17
    assertThat(agreement.get("/position?clause=other&effectiveOn=2021-05-31").at("positions/0/interest"))
        .isEqualTo("1540.17");
    // 15 June: 1,540.17 + 101,540.17 × 0.12 × 15/360 = 2,047.87
    Reply why =
        agreement.get(
            "/explain?effectiveOn=2021-06-15&figure=interest&clause=other&period=2021-Q1", "Accept", "text/plain");
    assertThat(why.text()).contains("interest of 2021-Q1 = 2,047.87", "interest that joined on 2021-05-31 = ",
        "interest on interest from 2021-05-31 to 2021-06-15", "interest that bears interest after 2021-05-10 = 500",
        "min(what had joined − what ended first, left)");
  }

  @Test
  void interestIsGivenUpBySayingSo() {
    AcmeAndGlobex agreement = AcmeAndGlobex.recordedWith(share("{'rate': '0.365'}"));
    agreement.firstQuarter("1000.00");

    Reply tooMuch = agreement.post("/waivers", waiver("interest", "1.01"));
    assertThat(tooMuch.outcome()).isEqualTo("422 waiver-exceeds-outstanding");
    assertThat(tooMuch.text()).contains("1.01 is more than the 1.00 of interest open on 2021-04-10");
    assertThat(agreement.post("/waivers", waiver("profit", "1.00")).outcome()).isEqualTo("400 invalid-value");
    assertThat(agreement.post("/waivers", waiver("interest", "0.40")).status()).isEqualTo(201);
    assertThat(agreement.post("/waivers", waiver("interest", "0.40")).status()).isEqualTo(200);

    Reply position = agreement.get("/position?clause=other&effectiveOn=2021-04-10");
    assertThat(position.at("positions/0/interest")).isEqualTo("0.60");
    assertThat(position.at("positions/0/interestWaived")).isEqualTo("0.40");
    assertThat(position.at("positions/0/waived")).isEqualTo("0.00");
    Reply why =
        agreement.get(
            "/explain?effectiveOn=2021-04-10&figure=interestWaived&clause=other", "Accept", "text/plain");
    assertThat(why.text()).contains("interest of 2021-Q1 waived = 0.40",
        "waiver of interest of 2021-04-10 = 0.40  (event 2)");
    assertThat(agreement.get("/journal?effectiveOn=2021-04-10").text()).contains("Interest-Waived");
  }

  private static String waiver(String of, String amount) {
    return "{'id': 'w1', 'clause': 'other', 'of': '" + of + "', 'amount': '" + amount
        + "', 'on': '2021-04-10', 'by': 'globex'}";
  }
}

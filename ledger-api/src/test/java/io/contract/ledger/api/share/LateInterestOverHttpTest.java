package io.contract.ledger.api.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Late interest over HTTP (domain page, sections 15 and 16): what its terms may be, what is answered, and what is refused. */
class LateInterestOverHttpTest {

  private static String share(String interest) {
    return ", {'id': 'other', 'kind': 'revenue-share', 'payer': 'acme', 'payee': 'globex', 'base': 'net-sales',"
        + " 'rate': '0.10', 'due': {'days': 0}, 'lateInterest': " + interest + "}";
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
      "{} | 422 invalid-clause | 'lateInterest' needs either 'rate', 'rates' or 'index'; found none of them",
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
      "{'rate': '0.1', 'index': 'SOFR'} | 422 invalid-clause | found rate and index, of which a revision removes all but one by null",
      "{'rate': '0.1', 'spread': '0.1'} | 422 invalid-clause | 'spread' is added to an index, and there is no 'index'",
      "{'spread': '0.1'} | 422 invalid-clause | 'lateInterest' needs either 'rate', 'rates' or 'index'",
      "{'index': 'sofr'} | 400 invalid-value | beginning with a capital letter or a digit, such as SOFR or EURIBOR-3M",
      "{'index': 'SOFR', 'spread': '2 %'} | 400 invalid-value | a decimal fraction in quotes",
      "{'rate': '-0.1'} | 400 invalid-value | a decimal fraction in quotes, at most 6 digits",
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

  private static AcmeAndGlobex bySofr(String more) {
    AcmeAndGlobex agreement = AcmeAndGlobex.recordedWith(share("{'index': 'SOFR', 'spread': '-0.1'}" + more));
    agreement.firstQuarter("1000.00");
    return agreement;
  }

  private static String fixing(String from, String rate) {
    return "{'index': 'SOFR', 'from': '" + from + "', 'rate': '" + rate + "'}";
  }

  private static final String ON_10_APRIL = "clause=other&effectiveOn=2021-04-10";

  @Test
  void interestFollowsItsIndexDownToItsFixings() {
    AcmeAndGlobex agreement = bySofr("");
    assertThat(agreement.post("/fixings", fixing("2021-01-04", "0.465")).text()).contains("RateFixed");
    assertThat(agreement.post("/fixings", fixing("2021-04-05", "-0.02")).status()).isEqualTo(201);
    assertThat(agreement.post("/fixings", fixing("2099-01-01", "0.05")).status()).isEqualTo(201);

    // 100 for 5 days at 36.5 % a year, then at nothing, because −2 % less 10 % is below zero
    assertThat(agreement.get("/position?" + ON_10_APRIL).at("positions/0/interest")).isEqualTo("0.50");
    Reply why =
        agreement.get("/explain?figure=interest&period=2021-Q1&" + ON_10_APRIL, "Accept", "text/plain");
    assertThat(why.text()).contains("max(0, index + spread)", "SOFR from 2021-01-04 = 0.465  (event 2)",
        "SOFR from 2021-04-05 = -0.02  (event 3)", "spread = -0.1  (clause other, lateInterest, set by the agreement)");
    assertThat(agreement.get("/history").text()).contains("RateFixed", "2099-01-01");
    Reply come = agreement.get("/fixings?effectiveOn=2021-04-10");
    assertThat(come.at("items/0/from")).isEqualTo("2021-01-04");
    assertThat(come.at("items/1/rate")).isEqualTo("-0.02");
    assertThat(come.at("items/1/sequence")).isEqualTo("3");
    assertThat(come.text()).doesNotContain("2099-01-01");
    assertThat(agreement.get("/fixings?effectiveOn=2099-01-01").text()).contains("2099-01-01");
  }

  @Test
  void withoutAFixingInterestIsUndeterminedEverywhere() {
    AcmeAndGlobex agreement = bySofr("");
    agreement.post("/payments",
        "{'id': 'p1', 'clause': 'other', 'payer': 'acme', 'payee': 'globex', 'amount': '40.00', 'valueOn': '2021-04-10'}");

    Reply position = agreement.get("/position?" + ON_10_APRIL);
    assertThat(position.text()).contains(
        "\"undetermined\":[\"outstanding\",\"due\",\"overdue\",\"interest\",\"interestPaid\",\"periods\"]",
        "\"readings\":[]");
    assertThat(agreement.get("/obligations?status=all&effectiveOn=2021-04-10").text())
        .contains("an undetermined amount outstanding");
    assertThat(
        agreement.get("/explain?figure=outstanding&" + ON_10_APRIL, "Accept", "text/plain").text())
        .contains("it depends on interest that is not determined", "SOFR is not fixed for the days from which it runs",
            "index of late interest = SOFR  (clause other, lateInterest, set by the agreement)");
    assertThat(
        agreement.get("/explain?figure=interest&period=2021-Q1&" + ON_10_APRIL, "Accept", "text/plain").text())
        .contains("day from which interest of 2021-Q1 runs = 2021-03-31");
    // The books hold what is known: all of the payment settles principal until a fixing says otherwise.
    assertThat(agreement.get("/journal?" + "effectiveOn=2021-04-10").status()).isEqualTo(200);

    Reply whatIf =
        agreement.post("/what-if?effectiveOn=2021-04-10",
            "{'facts': [{'fixing': " + fixing("2021-03-31", "0.465") + "}]}");
    // 10 days: 1.00 of interest, 39.00 of principal
    assertThat(whatIf.text()).contains("\"interestPaid\":{\"from\":null,\"to\":\"1.00\"}",
        "\"outstanding\":{\"from\":null,\"to\":\"61.00\"}");

    Reply late = agreement.post("/fixings", fixing("2021-04-01", "0.465"));
    assertThat(late.status()).isEqualTo(201);
    assertThat(
        agreement.get("/explain?figure=interest&period=2021-Q1&" + ON_10_APRIL, "Accept", "text/plain").text())
        .contains("first day on which SOFR is fixed = 2021-04-01  (event 3)");
    assertThat(agreement.post("/facts", "[{'fixing': " + fixing("2021-03-31", "0.465") + "}]").status()).isEqualTo(201);
    assertThat(agreement.get("/position?" + ON_10_APRIL).at("positions/0/outstanding")).isEqualTo("61.00");
    Reply replay = agreement.get("/replay");
    assertThat(replay.text()).contains("\"type\":\"RateFixed\"");

    assertThat(agreement.post("/withdrawals", "{'sequence': 4, 'reason': 'mistyped'}").status()).isEqualTo(201);
    assertThat(agreement.get("/position?" + ON_10_APRIL).at("positions/0/outstanding")).isEqualTo("null");
  }

  @Test
  void whatIsNotKnownOfInterestLimitsNoWaiverOfIt() {
    AcmeAndGlobex agreement = bySofr("");
    assertThat(agreement.post("/waivers", waiver("interest", "7.00")).status()).isEqualTo(201);

    assertThat(agreement.get("/position?" + ON_10_APRIL).at("positions/0/interestWaived")).isEqualTo("null");
    agreement.post("/fixings", fixing("2021-03-31", "0.465"));
    // 10 days: 1.00 was there to give up
    assertThat(agreement.get("/position?" + ON_10_APRIL).at("positions/0/interestWaived")).isEqualTo("1.00");
  }

  @Test
  void aFixingBearsOnTheClausesOfItsIndexAlone() {
    AcmeAndGlobex agreement = bySofr("");
    agreement.post("/fixings", fixing("2021-03-31", "0.465"));
    agreement.post("/fixings", "{'index': 'ESTR', 'from': '2021-03-31', 'rate': '0.465'}");

    String replay = agreement.get("/replay?effectiveOn=2021-04-10").text();
    assertThat(replay.lines().filter(line -> line.contains("\"RateFixed\"")).toList()).satisfiesExactly(
        own -> assertThat(own).contains("\"other\":{\"interest\":{\"from\":null,\"to\":\"1.00\"}"),
        strange -> assertThat(strange).contains("\"positions\":{}"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
      "{'index': 'SOFR', 'from': '2021-01-04'} | 400 missing-field | 'rate'",
      "{'index': 'SOFR', 'rate': '0.05'} | 400 missing-field | 'from'",
      "{'from': '2021-01-04', 'rate': '0.05'} | 400 missing-field | 'index'",
      "{'index': 'SOFR', 'from': '2021-01-04', 'rate': 0.05} | 400 invalid-value | in quotes",
      "{'index': 'SOFR 30', 'from': '2021-01-04', 'rate': '0.05'} | 400 invalid-value | letters, digits and hyphens",
      "{'index': 'SOFR', 'from': '2200-01-01', 'rate': '0.05'} | 422 date-out-of-range | 2200-01-01",
      "{'index': 'SOFR', 'from': '2021-01-04', 'rate': '0.05', 'clause': 'other'} | 400 unknown-field | 'clause'",
      "{'id': 'f1', 'index': 'SOFR', 'from': '2021-01-05', 'rate': '0.05'} | 409 id-already-used | 'f1'"
  })
  void fixingsThatAreNoneAreRefused(String fixing, String outcome, String detail) {
    AcmeAndGlobex agreement = bySofr("");
    agreement.post("/fixings", "{'id': 'f1', 'index': 'SOFR', 'from': '2021-01-04', 'rate': '0.05'}");
    Reply reply = agreement.post("/fixings", fixing);
    assertThat(reply.outcome()).as("%s", reply).isEqualTo(outcome);
    assertThat(reply.text()).contains(detail);
  }
}

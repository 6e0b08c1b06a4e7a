package io.contract.ledger.api.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fixed payments over HTTP (domain page, section 17): what their terms may be, what is answered, and what is refused. */
class FixedPaymentsOverHttpTest {

  private static String payment(String id, String terms) {
    return ", {'id': '" + id + "', 'kind': 'fixed-payment', 'payer': 'acme', 'payee': 'globex', " + terms + "}";
  }

  private static AcmeAndGlobex withUpfrontFee() {
    return AcmeAndGlobex.recordedWith(
        payment("upfront",
            "'amount': '1000.00', 'on': '2021-01-15', 'due': {'days': 30}, 'lateInterest': {'rate': '0.365'}"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
      "'amount': '1.00' | 422 invalid-clause | either 'on', 'onMilestone' or 'period', and this one has none of them",
      "'amount': '1.00', 'on': '2021-02-01', 'period': 'quarter' | 422 invalid-clause"
          + " | and this one has 'on' and 'period'; a revision removes one by null",
      "'amount': '1.00', 'onMilestone': 'go', 'on': '2021-02-01' | 422 invalid-clause | has 'on' and 'onMilestone'",
      "'on': '2021-02-01' | 422 invalid-clause | a fixed-payment clause needs 'amount'",
      "'amount': '1.005', 'on': '2021-02-01' | 422 amount-precision | 1.005 has more than the 2 decimals of USD",
      "'amount': '-1.00', 'on': '2021-02-01' | 422 invalid-clause | amount -1.00 is below zero",
      "'amount': '1.00', 'on': '2021-02-01', 'year': 'contract' | 422 invalid-clause | 'year' goes with 'period'",
      "'amount': '1.00', 'on': '2021-02-01', 'due': {} | 422 invalid-clause | 'due' needs 'days' or 'months'",
      "'amount': '1.00', 'on': '2021-02-01', 'due': {'days': 1, 'after': 'statement'} | 422 invalid-clause"
          + " | the 'due' of a fixed payment counts from the day on which it accrues",
      "'amount': '1.00', 'on': '2021-02-01', 'lateInterest': {} | 422 invalid-clause | needs either 'rate', 'rates' or 'index'",
      "'amount': '1.00', 'on': '2150-01-01', 'due': {'days': 1, 'roll': 'following', 'calendar': 'USNY'}"
          + " | 422 calendar-range | fixed payment 'fee' would be due 1 days after 2150-01-01",
      "'amount': '1.00', 'period': 'month', 'from': '2098-01-01', 'through': '2101-12-31', 'due': {'days': 1, 'roll': 'following',"
          + " 'calendar': 'USNY'} | 422 calendar-range | would be due 1 days after 2101-12-01",
      "'amount': '1.00', 'on': '2021-02-01', 'cap': {'amount': '1.00'} | 400 unknown-field | 'cap'",
      "'amount': '1.00', 'on': '2021-02-01', 'base': 'net-sales' | 400 unknown-field | 'base'",
      "'amount': '1.00', 'on': '2021-02-01', 'reportDue': {'days': 1} | 400 unknown-field | 'reportDue'"
  })
  void termsThatAreNoneAreRefused(String terms, String outcome, String detail) {
    Reply reply = AcmeAndGlobex.posted(payment("fee", terms));
    assertThat(reply.outcome()).as("%s", reply).isEqualTo(outcome);
    assertThat(reply.text()).contains(detail);
  }

  @Test
  void nobodyOwesItself() {
    Reply reply =
        AcmeAndGlobex.posted(
            ", {'id': 'fee', 'kind': 'fixed-payment', 'payer': 'acme', 'payee': 'acme', 'amount': '1.00', 'on': '2021-02-01'}");
    assertThat(reply.outcome()).isEqualTo("422 invalid-clause");
    assertThat(reply.text()).contains("payer and payee are both 'acme'");
  }

  @Test
  void itAccruesOnItsDayAndIsDueByItself() {
    AcmeAndGlobex agreement = withUpfrontFee();

    assertThat(agreement.get("/position?clause=upfront&effectiveOn=2021-01-14").at("positions/0/accrued"))
        .isEqualTo("0.00");
    Reply position = agreement.get("/position?clause=upfront&effectiveOn=2021-02-20");
    assertThat(position.at("positions/0/overdue")).isEqualTo("1000.00");
    assertThat(position.at("positions/0/periods/0/period")).isEqualTo("once");
    assertThat(position.at("positions/0/periods/0/dueOn")).isEqualTo("2021-02-14");
    // Six days at a thousandth a day
    assertThat(position.at("positions/0/interest")).isEqualTo("6.00");
    assertThat(position.text()).contains("\"base\":null", "\"undetermined\":[]");
    assertThat(agreement.get("/obligations?effectiveOn=2021-02-20").text()).contains(
        "\"ref\":\"upfront/once\"",
        "Acme Corp owes Globex Ltd a fixed payment: USD 1,000.00 accrued, USD 1,000.00 outstanding.");
  }

  @Test
  void everyFigureIsExplainedByTheClause() {
    AcmeAndGlobex agreement = withUpfrontFee();

    assertThat(explained(agreement, "accrued"))
        .contains("amount accrued on 2021-01-15 = 1,000.00  (clause upfront, amount, set by the agreement)");
    assertThat(explained(agreement, "dueOn")).contains("day counted from + days",
        "day on which once accrues = 2021-01-15  (clause upfront, on, set by the agreement)");
    assertThat(explained(agreement, "status")).contains("open, and the due date has passed")
        .doesNotContain("last day of");
    assertThat(explained(agreement, "base")).contains("a fixed sum is computed on no revenue");
    assertThat(explained(agreement, "interest")).contains("rate of late interest = 0.365");
  }

  private static String explained(AcmeAndGlobex agreement, String figure) {
    return agreement.get(
        "/explain?effectiveOn=2021-02-20&clause=upfront&period=once&figure=" + figure, "Accept", "text/plain").text();
  }

  @Test
  void aMilestoneBringsItAboutAndItsWithdrawalTakesItAway() {
    AcmeAndGlobex agreement =
        AcmeAndGlobex.recordedWith(
            payment("approval", "'amount': '500.00', 'onMilestone': 'approved', 'due': {'months': 1, 'day': 'last'}"));

    assertThat(agreement.get("/position?clause=approval").at("positions/0/accrued")).isEqualTo("0.00");
    assertThat(agreement.post("/milestones", "{'id': 'approved', 'on': '2021-03-10', 'by': 'agency'}").status())
        .isEqualTo(201);
    assertThat(agreement.get("/position?clause=approval").at("positions/0/periods/0/dueOn")).isEqualTo("2021-04-30");
    assertThat(
        agreement.get("/explain?clause=approval&period=once&figure=dueOn", "Accept", "text/plain").text())
        .contains("milestone approved = 2021-03-10  (event 1)");
    assertThat(agreement.get("/diff?toKnownAt=" + firstMoment(agreement)).text()).contains("MilestoneAttested");

    assertThat(agreement.post("/withdrawals", "{'milestone': 'approved', 'reason': 'not yet'}").status())
        .isEqualTo(201);
    assertThat(agreement.get("/position?clause=approval").at("positions/0/accrued")).isEqualTo("0.00");
    assertThat(agreement.get("/explain?clause=approval&period=once&figure=dueOn").outcome())
        .isEqualTo("422 unknown-period");
  }

  private static String firstMoment(AcmeAndGlobex agreement) {
    return agreement.get("/history").at("items/0/recordedAt");
  }

  @Test
  void aPaymentSettlesItAndTheJournalBooksIt() {
    AcmeAndGlobex agreement = withUpfrontFee();
    Reply wrong = agreement.post("/payments",
        "{'id': 'p1', 'clause': 'upfront', 'payer': 'globex', 'payee': 'acme', 'amount': '1.00', 'valueOn': '2021-02-10'}");
    assertThat(wrong.outcome()).isEqualTo("422 wrong-parties");
    assertThat(agreement.post("/payments",
        "{'id': 'p1', 'clause': 'upfront', 'payer': 'acme', 'payee': 'globex', 'amount': '1000.00', 'valueOn': '2021-02-10'}")
        .status()).isEqualTo(201);

    assertThat(agreement.get("/position?clause=upfront&effectiveOn=2021-02-10").at("positions/0/periods/0/status"))
        .isEqualTo("settled");
    assertThat(agreement.get("/journal?effectiveOn=2021-02-10").text()).contains(
        "Income:Globex:Upfront:Fixed-Payment:Once", "Assets:Globex:Upfront:Receivable:Once", "Fixed payment once");
  }

  @Test
  void aStatementOfItNeedsNoReport() {
    AcmeAndGlobex agreement =
        AcmeAndGlobex.recordedWith(payment("fee", "'amount': '100.00', 'period': 'quarter', 'due': {'days': 10}"));
    assertThat(
        agreement.post("/statements", "{'clause': 'fee', 'period': '2021-Q1', 'issuedOn': '2021-01-02'}").status())
        .isEqualTo(201);
    Reply back =
        agreement.post("/amendments",
            "{'number': 1, 'title': 'First', 'executedOn': '2021-02-01', 'effectiveOn': '2021-01-01',"
                + " 'changes': [{'revise': {'clause': 'fee', 'set': {'amount': '120.00'}}}]}");
    assertThat(back.status()).as("%s", back).isEqualTo(201);
    agreement.post("/statements", "{'clause': 'fee', 'period': '2021-Q2', 'issuedOn': '2021-04-02'}");

    Reply first = agreement.get("/clauses/fee/statements/1?effectiveOn=2021-04-02");
    assertThat(first.at("total")).isEqualTo("100.00");
    assertThat(first.at("dueOn")).isEqualTo("2021-01-11");
    assertThat(first.at("kind")).isEqualTo("fixed-payment");
    assertThat(first.at("lines/0/what")).isEqualTo("fixed-payment");
    assertThat(first.text()).contains("100.00, as the clause fixes it, accrues on 2021-01-01.");
    Reply second = agreement.get("/clauses/fee/statements/2?effectiveOn=2021-04-02");
    assertThat(second.at("total")).isEqualTo("140.00");
    assertThat(second.at("adjustments/0/amount")).isEqualTo("20.00");
    String page = agreement.get("/clauses/fee/statements/2?effectiveOn=2021-04-02&format=html").text();
    assertThat(page).contains("Fixed payment of 2021-Q2").doesNotContain("Share of");
  }

  @Test
  void termsAreShownWithWhatSetThem() {
    AcmeAndGlobex agreement = withUpfrontFee();
    agreement.post("/amendments",
        "{'number': 1, 'title': 'First', 'executedOn': '2021-01-05', 'effectiveOn': '2021-01-10',"
            + " 'changes': [{'revise': {'clause': 'upfront', 'set': {'on': null, 'onMilestone': 'delivered'}}}]}");

    Reply copy = agreement.get("?effectiveOn=2021-01-10");
    assertThat(copy.text()).contains("\"onMilestone\":\"delivered\"");
    assertThat(copy.at("clauses/1/setBy/onMilestone")).isEqualTo("1");
    assertThat(copy.at("clauses/1/setBy/amount")).isEqualTo("0");
    assertThat(agreement.get("/clauses/upfront/revisions?effectiveOn=2021-01-10").text()).contains("2021-01-15",
        "delivered");
    assertThat(agreement.get("/position?clause=upfront&effectiveOn=2021-02-20").at("positions/0/accrued"))
        .isEqualTo("0.00");
  }

  /** 100.00 are due on 31 March; by 10 April 10 days have passed at 36.5 % and then at 73 %, Act/365F. */
  @Test
  void itsInterestFollowsAnIndexAsItIsFixed() {
    AcmeAndGlobex agreement =
        AcmeAndGlobex.recordedWith(
            payment(
                "fee",
                "'amount': '100.00', 'on': '2021-03-01', 'due': {'days': 30}, 'lateInterest': {'index': 'SOFR'}"));
    String position = "/position?clause=fee&effectiveOn=2021-04-10";

    assertThat(agreement.get(position).at("positions/0/interest")).isEqualTo("null");
    agreement.post("/fixings", "{'index': 'SOFR', 'from': '2021-01-01', 'rate': '0.365'}");
    assertThat(agreement.get(position).at("positions/0/interest")).isEqualTo("1.00");
    agreement.post("/fixings", "{'index': 'SOFR', 'from': '2021-01-01', 'rate': '0.73'}");
    assertThat(agreement.get(position).at("positions/0/interest")).isEqualTo("2.00");
  }

  @Test
  void whatIsOfOtherClausesIsRefused() {
    AcmeAndGlobex agreement = withUpfrontFee();

    assertThat(agreement.post("/discharges", "{'clause': 'upfront', 'on': '2021-02-01'}").outcome())
        .isEqualTo("422 wrong-clause-kind");
    assertThat(
        agreement.post("/readings",
            "{'clause': 'upfront', 'parameter': 'basis', 'value': 'paid', 'from': '2021-02-01', 'by': 'acme'}")
            .outcome())
        .isEqualTo("422 parameter-not-open");
    assertThat(
        agreement.post("/waivers",
            "{'clause': 'upfront', 'period': 'twice', 'amount': '1.00', 'on': '2021-02-01', 'by': 'globex'}").outcome())
        .isEqualTo("400 invalid-value");
    assertThat(agreement.post("/waivers", "{'clause': 'upfront', 'on': '2021-02-01', 'by': 'globex'}").text())
        .contains("a waiver of a fixed payment needs 'amount'");
  }

  @Test
  void aForecastHasItWhateverIsAssumed() {
    AcmeAndGlobex agreement =
        AcmeAndGlobex.recordedWith(payment("fee", "'amount': '100.00', 'period': 'quarter', 'through': '2021-12-31'"));

    Reply reply =
        agreement.post("/forecast?effectiveOn=2021-06-30", "{'scenarios': [{'name': 'none', 'streams': {}}]}");
    assertThat(reply.status()).as("%s", reply).isEqualTo(200);
    assertThat(reply.at("scenarios/0/periods/0/period")).isEqualTo("2021-Q3");
    assertThat(reply.at("scenarios/0/periods/1/period")).isEqualTo("2021-Q4");
    assertThat(reply.at("scenarios/0/periods/1/accrued")).isEqualTo("100.00");
    assertThat(reply.at("through")).isEqualTo("2021-12-31");
  }
}

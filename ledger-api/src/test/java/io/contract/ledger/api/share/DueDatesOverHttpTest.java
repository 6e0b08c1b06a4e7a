package io.contract.ledger.api.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Due dates over HTTP (domain page, section 13): what a rule may be, what it answers, and what is refused. */
class DueDatesOverHttpTest {

  private static String share(String due) {
    return ", {'id': 'other', 'kind': 'revenue-share', 'payer': 'acme', 'payee': 'globex', 'base': 'net-sales',"
        + " 'rate': '0.10', " + due + "}";
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
      "{'days': 1, 'months': 1} | 422 invalid-clause | 'due' counts 'days' or 'months', not both",
      "{'roll': 'none'} | 422 invalid-clause | 'due' needs 'days' or 'months'",
      "{'days': 1, 'day': 'last'} | 422 invalid-clause | 'day' is a day of the month and goes with 'months'",
      "{'months': 1, 'day': 32} | 400 invalid-value | a whole number from 1 to 31",
      "{'months': 121} | 400 invalid-value | a whole number from 0 to 120",
      "{'months': 1, 'calendar': 'USNY+NOWHERE'} | 400 invalid-value | a known holiday calendar such as SatSun",
      "{'months': 1, 'weeks': 2} | 400 unknown-field | known are days, months, day, roll, calendar, after"
  })
  void aRuleThatIsNoneIsRefused(String due, String outcome, String detail) {
    Reply reply = AcmeAndGlobex.posted(share("'due': " + due));
    assertThat(reply.outcome()).as("%s", reply).isEqualTo(outcome);
    assertThat(reply.text()).contains(detail);
  }

  @Test
  void aRuleForReportsThatIsNoneIsRefused() {
    Reply reply = AcmeAndGlobex.posted(share("'reportDue': {'days': 1, 'months': 1}"));
    assertThat(reply.outcome()).as("%s", reply).isEqualTo("422 invalid-clause");
    assertThat(reply.text()).contains("'reportDue' counts 'days' or 'months', not both");
  }

  @Test
  void aReportIsDueByItsOwnRule() {
    AcmeAndGlobex agreement = AcmeAndGlobex.recordedWith(share("'due': {'days': 45}, 'reportDue': {'days': 20}"));

    Reply obligations = agreement.get("/obligations?effectiveOn=2021-04-21");
    assertThat(obligations.text()).contains("\"ref\":\"other/2021-Q1/report\"").contains("\"dueOn\":\"2021-04-20\"");
    Reply why =
        agreement.get("/explain?effectiveOn=2021-04-21&figure=dueOn&ref=other/2021-Q1/report", "Accept", "text/plain");
    assertThat(why.text()).contains("days of reportDue = 20  (clause other, reportDue, set by the agreement)");
  }

  @Test
  void aShareIsDueAfterItsStatement() {
    AcmeAndGlobex agreement =
        AcmeAndGlobex.recordedWith(share("'due': {'days': 30, 'after': 'statement'}, 'reportDue': {'days': 20}"));
    agreement.firstQuarter("1000.00");
    agreement.post("/statements", "{'clause': 'other', 'period': '2021-Q1', 'issuedOn': '2021-04-15'}");

    Reply before = agreement.get("/position?clause=other&effectiveOn=2021-04-14");
    assertThat(before.at("positions/0/periods/0/dueOn")).isEqualTo("null");
    assertThat(before.at("positions/0/periods/0/status")).isEqualTo("undated");
    assertThat(agreement.get("/position?clause=other&effectiveOn=2021-04-15").at("positions/0/periods/0/dueOn"))
        .isEqualTo("2021-05-15");
    assertThat(agreement.get("/clauses/other/statements/1?effectiveOn=2021-04-15").at("dueOn")).isEqualTo("2021-05-15");
    assertThat(
        agreement.get("/explain?effectiveOn=2021-05-01&figure=dueOn&ref=other/2021-Q1", "Accept", "text/plain").text())
        .contains("day counted from + days", "first statement of 2021-Q1 = 2021-04-15  (event 2)",
            "days of due = 30  (clause other, due, set by the agreement)");
    assertThat(
        agreement.get("/explain?effectiveOn=2021-04-14&figure=status&clause=other&period=2021-Q1").at("operation"))
        .isEqualTo("open, and it has no due date, or none yet");
  }

  @Test
  void aReportHasNoStatementToCountFrom() {
    Reply reply = AcmeAndGlobex.posted(share("'reportDue': {'days': 1, 'after': 'statement'}"));
    assertThat(reply.outcome()).as("%s", reply).isEqualTo("422 invalid-clause");
    assertThat(reply.text()).contains("only the 'due' of a revenue share can count from a statement");
  }

  @Test
  void aShareIsDueOnTheLastDayOfTheFollowingMonth() {
    AcmeAndGlobex agreement = AcmeAndGlobex.recordedWith(share("'due': {'months': 1, 'day': 'last'}"));
    agreement.firstQuarter("1000.00");

    Reply position = agreement.get("/position?clause=other&effectiveOn=2021-05-01");
    assertThat(position.at("positions/0/periods/0/dueOn")).isEqualTo("2021-04-30");
    assertThat(position.at("positions/0/periods/0/status")).isEqualTo("overdue");
    Reply why = agreement.get("/explain?effectiveOn=2021-05-01&figure=dueOn&ref=other/2021-Q1", "Accept", "text/plain");
    assertThat(why.text()).contains(
        "last day + months, on the day of the month", "last day of 2021-Q1 = 2021-03-31",
        "months of due = 1  (clause other, due, set by the agreement)",
        "day of due = last  (clause other, due, set by the agreement)");
  }
}

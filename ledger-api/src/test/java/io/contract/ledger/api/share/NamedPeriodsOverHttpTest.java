package io.contract.ledger.api.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Named periods, and periods of contract years, over HTTP (domain page, section 13). */
class NamedPeriodsOverHttpTest {

  private static String share(String periods) {
    return ", {'id': 'other', 'kind': 'revenue-share', 'payer': 'acme', 'payee': 'globex', 'base': 'services',"
        + " 'rate': '0.10', " + periods + "}";
  }

  private static final String WEEKS =
      "'period': {'schedule': [{'name': 'P01', 'through': '2021-01-31'}, {'name': 'P02', 'through': '2021-02-28'}]}";

  private static Reply services(AcmeAndGlobex agreement, String from, String through) {
    return agreement.post(
        "/revenue-reports",
        "{'id': 'of-%s', 'stream': 'services', 'from': '%s', 'through': '%s', 'amount': '590.00'}"
            .formatted(from, from, through));
  }

  @Test
  void periodsAreNamedOneByOne() {
    AcmeAndGlobex agreement = AcmeAndGlobex.recordedWith(share(WEEKS));
    assertThat(services(agreement, "2021-01-01", "2021-02-28").status()).isEqualTo(201);

    Reply position = agreement.get("/position?clause=other&effectiveOn=2021-03-01");
    assertThat(position.at("positions/0/periods/0/period")).isEqualTo("P01");
    assertThat(position.at("positions/0/periods/0/accrued")).isEqualTo("31.00");
    assertThat(position.at("positions/0/periods/1/accrued")).isEqualTo("28.00");
    assertThat(position.at("positions/0/periods/2/period")).isEqualTo("absent");
    assertThat(agreement.get("/explain?figure=accrued&clause=other&period=P02&effectiveOn=2021-03-01").at("value"))
        .isEqualTo("28.00");
    Reply journal = agreement.get("/journal?party=acme&format=csv&effectiveOn=2021-03-01", "Accept", "text/csv");
    assertThat(journal.text()).contains(",P01,").contains(",P02,");
  }

  @Test
  void aDayWithoutAPeriodIsNotReported() {
    AcmeAndGlobex agreement = AcmeAndGlobex.recordedWith(share(WEEKS));

    Reply reply = services(agreement, "2021-02-01", "2021-03-01");
    assertThat(reply.outcome()).as("%s", reply).isEqualTo("422 unknown-period");
    assertThat(reply.at("detail")).contains(
        "clause 'other' has no period on 2021-03-01: the last of its schedule, P02, ends on 2021-02-28");
  }

  @Test
  void whatIsReportedKeepsItsPeriods() {
    AcmeAndGlobex agreement = AcmeAndGlobex.recordedWith(share(WEEKS));
    services(agreement, "2021-01-01", "2021-02-28");

    Reply reply =
        agreement.post(
            "/amendments",
            "{'number': 1, 'title': 'Shorter', 'executedOn': '2021-03-01', 'effectiveOn': '2021-02-01', 'changes':"
                + " [{'revise': {'clause': 'other', 'set': {'period': {'schedule': [{'name': 'P01', 'through':"
                + " '2021-01-31'}]}}}}]}");
    assertThat(reply.outcome()).as("%s", reply).isEqualTo("422 invalid-clause");
    assertThat(reply.text()).contains("clause 'other' has no period on 2021-02-28");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
      "'period': {'schedule': [{'name': 'p1', 'through': '2021-01-31'}]} | 400 invalid-value | a period's name",
      "'period': {'schedule': []} | 400 invalid-value | must have at least 1 item",
      "'period': {'schedule': [{'name': 'P1'}]} | 400 missing-field | 'through' is required",
      "'period': {'schedule': [{'name': '2021-Q1', 'through': '2021-01-31'}]} | 422 invalid-clause | is the name of a period of the calendar",
      "'period': {'schedule': [{'name': 'P1', 'through': '2221-01-31'}]} | 422 date-out-of-range | 2221-01-31",
      "'period': {'schedule': [{'name': 'P1', 'through': '2021-01-31'}]}, 'year': 'contract' | 422 invalid-clause | those of a schedule are not",
      "'year': 'calendar' | 400 invalid-value | 'year' must be contract"
  })
  void periodsThatAreNoneAreRefused(String periods, String outcome, String detail) {
    Reply reply = AcmeAndGlobex.posted(share(periods));
    assertThat(reply.outcome()).as("%s", reply).isEqualTo(outcome);
    assertThat(reply.text()).contains(detail);
  }

  @Test
  void periodsRunFromTheAgreementsDay() {
    AcmeAndGlobex agreement = AcmeAndGlobex.recordedWith(share("'year': 'contract', 'due': {'months': 1}"));
    services(agreement, "2021-01-01", "2021-02-28");

    Reply position = agreement.get("/position?clause=other&effectiveOn=2021-03-31");
    assertThat(position.at("positions/0/periods/0/period")).isEqualTo("CY1-Q1");
    assertThat(position.at("positions/0/periods/0/dueOn")).isEqualTo("2021-04-30");
  }
}

package io.contract.ledger.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.LedgerServer;
import io.contract.ledger.api.http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What revenue shares come to on assumed revenue, over HTTP. */
class ForecastOverHttpTest {

  private final AcmeAndGlobex agreement = AcmeAndGlobex.recorded();

  @Test
  void scenariosSayWhenTheCapIsReachedAndWhatAccrues() {
    agreement.firstQuarter("4700.00");
    String history = agreement.get("/history").text();

    // 940.00 have accrued. Flat: 60.00 more fill the cap on the ⌈60 × 91 ÷ 940⌉ = 6th day of the second quarter. As budgeted: 13.00
    // (65 × 0.20) in it, and 47.00 of 200.00 in the third: on its ⌈47 × 92 ÷ 200⌉ = 22nd day.
    Reply reply =
        agreement.post(
            "/forecast?effectiveOn=2021-03-31",
            "{'through': '2021-12-31', 'scenarios': ["
                + "{'name': 'flat', 'streams': {'net-sales': {'growthPerPeriod': '0'}}},"
                + "{'name': 'as budgeted', 'streams': {'net-sales': {'reports': ["
                + "{'from': '2021-04-01', 'through': '2021-06-30', 'amount': '65.00'},"
                + "{'from': '2021-07-01', 'through': '2021-09-30', 'amount': '1000'}]}}}]}");

    assertThat(reply.status()).as("%s", reply).isEqualTo(200);
    assertThat(reply.at("effectiveOn")).isEqualTo("2021-03-31");
    assertThat(reply.at("currency")).isEqualTo("USD");
    assertThat(reply.at("through")).isEqualTo("2021-12-31");
    assertThat(reply.each("scenarios", "name")).containsExactly("flat", "as budgeted");
    assertThat(reply.at("scenarios/0/periods/0/clause")).isEqualTo("share");
    assertThat(reply.at("scenarios/0/periods/0/payer")).isEqualTo("acme");
    assertThat(reply.at("scenarios/0/periods/0/payee")).isEqualTo("globex");
    assertThat(reply.at("scenarios/0/periods/0/period")).isEqualTo("2021-Q2");
    assertThat(reply.at("scenarios/0/periods/0/base")).isEqualTo("4700.00");
    assertThat(reply.at("scenarios/0/periods/0/gross")).isEqualTo("940.00");
    assertThat(reply.at("scenarios/0/periods/0/accrued")).isEqualTo("60.00");
    assertThat(reply.at("scenarios/0/periods/0/forgone")).isEqualTo("880.00");
    assertThat(reply.at("scenarios/0/periods/0/dueOn")).as("45 days after 30 June is a Saturday")
        .isEqualTo("2021-08-16");
    assertThat(reply.at("scenarios/0/periods/0/readings")).isEqualTo("[]");
    assertThat(reply.at("scenarios/0/caps/0/reachedOn")).isEqualTo("2021-04-06");
    assertThat(reply.at("scenarios/0/caps/0/reachedIn")).isEqualTo("2021-Q2");
    assertThat(reply.at("scenarios/0/caps/0/headroomAtEnd")).isEqualTo("0.00");
    assertThat(reply.at("scenarios/0/caps/0/windowFrom")).isEqualTo("null");
    assertThat(reply.at("scenarios/1/periods/1/accrued")).isEqualTo("47.00");
    assertThat(reply.at("scenarios/1/periods/2/accrued")).isEqualTo("0.00");
    assertThat(reply.at("scenarios/1/caps/0/reachedOn")).isEqualTo("2021-07-22");
    assertThat(agreement.get("/history").text()).as("nothing is stored").isEqualTo(history);
  }

  @Test
  void everyReadingHasItsRow() {
    agreement.firstQuarter("4700.00");
    agreement.post("/amendments",
        "{'number': 1, 'title': 'First', 'executedOn': '2021-04-01', 'effectiveOn': '2021-04-01',"
            + " 'changes': [{'revise': {'clause': 'share', 'set': {'cap': {'basis': null, 'counts': null}}}}]}");
    // Since inception 60.00 are left as above. Since effective 1,000.00 are left: 940.00 of the second quarter and 60.00 of the
    // third, on its ⌈60 × 92 ÷ 940⌉ = 6th day. On basis paid the open 940.00 use room as what accrued does.
    Reply reply =
        agreement.post(
            "/forecast?effectiveOn=2021-04-01",
            "{'through': '2021-09-30', 'scenarios': [{'name': 'flat', 'streams': {'net-sales': {'growthPerPeriod': '0'}}}]}");
    String caps = "scenarios/0/caps/";
    assertThat(reply.at(caps + "0/basis") + " " + reply.at(caps + "0/counts")).isEqualTo("accrued since-inception");
    assertThat(reply.at(caps + "0/reachedOn")).isEqualTo("2021-04-06");
    assertThat(reply.at(caps + "1/counts")).isEqualTo("since-effective");
    assertThat(reply.at(caps + "1/reachedOn")).isEqualTo("2021-07-06");
    assertThat(reply.at(caps + "2/basis")).isEqualTo("paid");
    assertThat(reply.at(caps + "2/reachedOn")).isEqualTo("2021-04-06");
    assertThat(reply.at(caps + "2/headroomAtEnd")).as("nothing is paid").isEqualTo("1000.00");
    assertThat(reply.at(caps + "2/roomAtEnd")).isEqualTo("0.00");
    assertThat(reply.at(caps + "3/reachedOn")).isEqualTo("2021-04-06");
    assertThat(reply.at("scenarios/0/periods/0/accrued")).as("readings differ").isEqualTo("null");
    assertThat(reply.at("scenarios/0/periods/0/readings/1/basis")).isEqualTo("accrued");
    assertThat(reply.at("scenarios/0/periods/0/readings/1/accrued")).isEqualTo("940.00");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "{} | 400 missing-field | /scenarios",
      "{'scenarios': []} | 400 invalid-value | /scenarios",
      "{'scenarios': [{'name': 'a'}]} | 400 missing-field | /scenarios/0/streams",
      "{'scenarios': [{'name': 'a', 'streams': {'net-sales': {'growthPerPeriod': 0.1}}}]} | 400 invalid-value | /scenarios/0/streams/net-sales/growthPerPeriod",
      "{'scenarios': [{'name': 'a', 'streams': {'net-sales': {'growthPerPeriod': '-1.01'}}}]} | 400 invalid-value | /scenarios/0/streams/net-sales/growthPerPeriod",
      "{'scenarios': [{'name': 'a', 'streams': {'net-sales': {}}}]} | 400 invalid-value | /scenarios/0/streams/net-sales",
      "{'scenarios': [{'name': 'a', 'streams': {'nope': {'growthPerPeriod': '0'}}}]} | 400 invalid-value | /scenarios/0/streams/nope",
      "{'through': '2021-01-01', 'scenarios': [{'name': 'a', 'streams': {}}]} | 400 invalid-value | /through",
      "{'scenarios': [{'name': 'a', 'streams': {'net-sales': {'reports': [{'from': '2021-03-31', 'through': '2021-04-01', 'amount': '1'}]}}}]} | 409 overlapping-report | /scenarios/0/streams/net-sales/reports/0/from",
  })
  void whatCannotBeAskedIsSaid(String body, String outcome, String path) {
    agreement.firstQuarter("4700.00");
    Reply reply = agreement.post("/forecast?effectiveOn=2021-03-31", body);
    assertThat(reply.outcome()).as("%s", reply).isEqualTo(outcome);
    assertThat(reply.at("violations/0/path")).isEqualTo(path);
  }

  @Test
  void anAgreementThatIsNotThereIsNotFound() {
    String body = "{'scenarios': [{'name': 'a', 'streams': {}}]}";
    assertThat(LedgerServer.post("/api/v1/agreements/nowhere/forecast", body).outcome())
        .isEqualTo("404 unknown-agreement");
    assertThat(agreement.post("/forecast", body).at("scenarios/0/periods")).isEqualTo("[]");
  }
}

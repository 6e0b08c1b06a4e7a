package io.contract.ledger.api.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rates that begin one after another, over HTTP (domain page, section 14): what they may be, what they answer, and what is refused. */
class RatesOverHttpTest {

  private static String share(String rates) {
    return ", {'id': 'other', 'kind': 'revenue-share', 'payer': 'acme', 'payee': 'globex', 'base': 'net-sales'" + rates
        + "}";
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
      " | 422 invalid-clause | a revenue-share clause has either 'rate', 'rates' or 'tiers'",
      ", 'rate': '0.10', 'rates': [{'rate': '0.20'}] | 422 invalid-clause | and this one has 'rate' and 'rates'",
      ", 'rates': [{'rate': '0.20', 'from': '2021-02-01', 'fromMilestone': 'm'}] | 422 invalid-clause | a rate begins on 'from' or on the date of 'fromMilestone', not both: 2021-02-01 and 'm'",
      ", 'rates': [{'from': '2021-02-01'}] | 400 missing-field | rate",
      ", 'rates': [] | 400 invalid-value | rates",
      ", 'rates': [{'rate': '-0.10'}] | 400 invalid-value | /clauses/1/rates/0/rate",
      ", 'rates': [{'rate': '0.10', 'since': '2021-02-01'}] | 400 unknown-field | known are rate, from, fromMilestone"
  })
  void ratesThatAreNoneAreRefused(String rates, String outcome, String detail) {
    Reply reply = AcmeAndGlobex.posted(share(rates == null ? "" : rates));
    assertThat(reply.outcome()).as("%s", reply).isEqualTo(outcome);
    assertThat(reply.text()).contains(detail);
  }

  @Test
  void aRateHoldsFromItsMilestone() {
    AcmeAndGlobex agreement =
        AcmeAndGlobex.recordedWith(
            share(", 'rates': [{'rate': '0.20'}, {'rate': '0.10', 'fromMilestone': 'generics'}]"));
    agreement.firstQuarter("900.00");
    agreement.post("/milestones", "{'id': 'generics', 'on': '2021-02-15', 'by': 'globex'}");

    // 45 days × 10 × 20 % and 45 days × 10 × 10 %
    Reply position = agreement.get("/position?clause=other&effectiveOn=2021-03-31");
    assertThat(position.at("positions/0/gross")).isEqualTo("135.00");
    Reply why =
        agreement.get(
            "/explain?effectiveOn=2021-03-31&figure=gross&clause=other&period=2021-Q1", "Accept", "text/plain");
    assertThat(why.text()).contains(
        "rate = 0.20  (clause other, rates, set by the agreement)", "what holds from the milestone on",
        "milestone generics = 2021-02-15  (event 2)");
  }

  @Test
  void anUndisclosedRateMakesUndeterminedOnlyOnceItJudgesALine() {
    AcmeAndGlobex agreement =
        AcmeAndGlobex.recordedWith(share(", 'rates': [{'rate': '0.20'}, {'rate': 'unstated', 'from': '2021-04-01'}]"));
    agreement.firstQuarter("900.00");
    assertThat(agreement.get("/position?clause=other&effectiveOn=2021-03-31").at("positions/0/gross"))
        .isEqualTo("180.00");

    agreement.secondQuarter("910.00");
    Reply position = agreement.get("/position?clause=other&effectiveOn=2021-06-30");
    assertThat(position.at("positions/0/gross")).isEqualTo("null");
    assertThat(
        agreement.get("/explain?effectiveOn=2021-06-30&figure=gross&clause=other", "Accept", "text/plain").text())
        .contains("a line is judged by a rate that is not disclosed",
            "(clause other, rates, set by the agreement)");
  }
}

package io.contract.ledger.api.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several minimums of one share, over HTTP (domain page, section 14). */
class MinimumsOverHttpTest {

  private static String share(String minimums) {
    return ", {'id': 'other', 'kind': 'revenue-share', 'payer': 'acme', 'payee': 'globex', 'base': 'net-sales',"
        + " 'rate': '0.10', " + minimums + "}";
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
      "'minimum': {'amount': '1'}, 'minimums': [{'amount': '1'}] | 422 invalid-clause | a revenue-share clause has 'minimum' or 'minimums', not both",
      "'minimums': [{'amount': '1', 'per': 'fiscal-year'}] | 422 invalid-clause | 'per' is fiscal-year, and the agreement does not say by 'fiscalYearEnds' when that ends",
      "'minimums': [{'amount': '1', 'from': '2021-02-02', 'through': '2021-02-01'}] | 422 invalid-span | through 2021-02-01 is before from 2021-02-02",
      "'minimums': [{'amount': '1.001'}] | 422 amount-precision | /clauses/1/minimums/0/amount",
      "'minimums': [{'amount': '-1'}] | 422 invalid-clause | amount -1 is below zero",
      "'minimums': [{'per': 'period'}] | 400 missing-field | amount",
      "'minimums': [] | 400 invalid-value | minimums",
      "'minimums': [{'amount': '1', 'per': 'week'}] | 400 invalid-value | contract-year",
      "'minimum': {'amount': '1', 'from': '2021-02-02'} | 400 unknown-field | known are amount, per, prorate"
  })
  void minimumsThatAreNoneAreRefused(String minimums, String outcome, String detail) {
    Reply reply = AcmeAndGlobex.posted(share(minimums));
    assertThat(reply.outcome()).as("%s", reply).isEqualTo(outcome);
    assertThat(reply.text()).contains(detail);
  }

  @Test
  void theyLiftOneAfterAnother() {
    AcmeAndGlobex agreement =
        AcmeAndGlobex.recordedWith(
            share("'minimums': [{'amount': '100.00', 'per': 'period'}, {'amount': '438.00', 'from': '2021-02-15',"
                + " 'through': '2021-03-31', 'prorate': true}]"));
    agreement.firstQuarter("900.00");

    // 900 × 10 % = 90, and 10 for the quarter. From 15 February 45 + 10 accrue; 438 × 45/365 = 54 is reached.
    assertThat(agreement.get("/position?clause=other&effectiveOn=2021-03-31").at("positions/0/gross"))
        .isEqualTo("100.00");
    Reply why =
        agreement.get(
            "/explain?effectiveOn=2021-03-31&figure=gross&clause=other&period=2021-Q1", "Accept", "text/plain");
    assertThat(why.text()).contains("minimum = 100.00  (clause other, minimums, set by the agreement)");
  }
}

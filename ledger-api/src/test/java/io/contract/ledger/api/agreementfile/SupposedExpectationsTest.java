package io.contract.ledger.api.agreementfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** An expectation fails, with the reason, if its supposed facts or assumptions are refused. */
class SupposedExpectationsTest {

  private static final String AGREEMENT =
      """
          ledger: 1
          agreement:
            id: acme-globex
            title: Acme and Globex
            currency: USD
            timeZone: UTC
            executedOn: 2021-01-01
            effectiveOn: 2021-01-01
            parties: [{id: acme, name: Acme Corp}, {id: globex, name: Globex Ltd}]
            clauses: [{id: share, kind: revenue-share, payer: acme, payee: globex, base: net-sales, rate: "0.20", period: quarter}]
          expect:
          """;

  @Test
  void supposedFactsAreRefusedLikeRecordedOnes() {
    assertThat(
        said(
            """
                - that: a
                  with:
                    - milestone: {id: sold, on: 2199-01-01}
                    - payment: {id: p, clause: nope, payer: acme, payee: globex, amount: "1.00", valueOn: 2021-01-01}
                  clause: {id: share, inForce: true}
                """))
        .isEqualTo(
            "a: expected {id=\"share\", inForce=true}, found \"refused as unknown-clause at /with/1/payment/clause: there is no clause 'nope'; there is share\"");
  }

  @Test
  void soAreAssumptions() {
    assertThat(
        said(
            """
                - that: b
                  forecast: {scenarios: [{name: flat, streams: {sales: {growthPerPeriod: "0"}}}]}
                """))
        .contains(
            "found \"refused as invalid-value at /scenarios/0/streams/sales: no revenue share has the stream 'sales'");
  }

  @Test
  void oneThatSaysNothingOfItselfIsDescribed() {
    assertThat(said("- {with: [{milestone: {id: sold, on: 2021-01-01}}], clause: {id: share, inForce: false}}\n"))
        .isEqualTo("clause share with further facts: inForce expected false, found true");
    assertThat(
        said(
            "- forecast: {through: 2021-12-31, scenarios: [{name: a, streams: {}, caps: [{clause: share, reachedOn: null}]}]}\n"))
        .startsWith("forecast: scenarios a caps share");
  }

  private static String said(String expectation) {
    byte[] bytes = (AGREEMENT + expectation.indent(2)).getBytes(StandardCharsets.UTF_8);
    AgreementFileReader.Result read = AgreementFileReader.read("a.yaml", bytes);
    assertThat(read.flaws()).isEmpty();
    return FileRun.of(read.file().orElseThrow()).outcomes().getFirst().said();
  }
}

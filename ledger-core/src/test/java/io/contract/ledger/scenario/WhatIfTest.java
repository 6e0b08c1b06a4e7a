package io.contract.ledger.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.contract.ledger.Flow;
import io.contract.ledger.Given;
import io.contract.ledger.agreement.RefusedException;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.value.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What further facts would change: the same function with more facts. */
class WhatIfTest {

  private static final String LOWER_RATE =
      "amendment {number: 2, title: Back-dated, executedOn: 2021-09-01, effectiveOn: 2021-02-01,"
          + " changes: [{revise: {clause: share, set: {rate: \"0.10\"}}}]}";

  private final Given given =
      Given.agreement(Given.share("cap: {amount: \"1000\", basis: accrued, counts: since-inception}"))
          .revenue("q1", "2021-01-01", "2021-03-31", "4700");

  @Test
  void aBackDatedAmendmentIsSeenBeforeItIsRecorded() {
    // 31 of 90 days at 20 %: 4,700 × 31/90 × 0.20 = 323.78; 59 days at 10 %: 4,700 × 59/90 × 0.10 = 308.11.
    Impact impact = whatIf("2021-04-01", LOWER_RATE);
    assertThat(accrued(impact.before())).isEqualTo("940.00");
    assertThat(accrued(impact.after())).isEqualTo("631.89");
    assertThat(given.state().facts().events()).as("nothing is stored").hasSize(2);
  }

  @Test
  void causesAreTheSupposedFactsByTheirPlace() {
    Impact impact =
        whatIf("2021-12-31", "waiver {clause: share, amount: \"1.00\", on: 2021-05-01, by: globex}", LOWER_RATE);
    assertThat(impact.causes()).extracting(Cause::type).containsExactly("ObligationWaived", "AmendmentExecuted");
    assertThat(impact.causes())
        .extracting(cause -> impact.supposed().placeOf(cause.sequence()).orElseThrow())
        .containsExactly(0, 1);
    assertThat(impact.supposed().placeOf(1)).as("the report is recorded").isEmpty();
    assertThat(whatIf("2021-01-31", LOWER_RATE).causes()).as("not effective yet").isEmpty();
  }

  @Test
  void nothingLiesInTheFuture() {
    given.amendment(1, "2021-10-01", "{revise: {clause: share, set: {endsOnMilestone: sold}}}");
    Impact impact = whatIf("2999-12-31", "milestone {id: sold, on: 2199-01-01}");
    assertThat(
        impact.before().terms().clause(new ClauseId("share")).orElseThrow().inForceOn(LocalDate.parse("2199-01-01")))
        .isPresent();
    assertThat(impact.after().terms().clause(new ClauseId("share")).orElseThrow().lastDay())
        .contains(LocalDate.parse("2198-12-31"));
  }

  @Test
  void aFactIsRefusedAsItWouldBeWhenRecorded() {
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class,
            () -> whatIf(
                "2021-12-31", LOWER_RATE,
                "payment {id: p1, clause: share, payer: globex, payee: acme, amount: \"1.00\", valueOn: 2199-01-01}"));
    assertThat(refused.entry()).isEqualTo(1);
    assertThat(refused.refusal().code().slug()).isEqualTo("wrong-parties");
    assertThat(refused.refusal().violations()).as("and that the day is still to come is not judged").hasSize(1);
  }

  @Test
  void whatIsRecordedAlreadyChangesNothing() {
    Impact impact =
        whatIf("2021-12-31",
            "revenue {id: q1, stream: net-sales, from: 2021-01-01, through: 2021-03-31, amount: \"4700\"}");
    assertThat(impact.causes()).isEmpty();
    assertThat(accrued(impact.after())).isEqualTo("940.00");
  }

  @Test
  void aRecordedFactCanBeSupposedAway() {
    Impact impact = whatIf("2021-12-31", "withdrawal {sequence: 1, reason: of another company}");
    assertThat(accrued(impact.after())).isEqualTo("0.00");
    assertThat(impact.causes()).extracting(Cause::type).containsExactly("FactWithdrawn");
  }

  @Test
  void changesThatWouldLoseTheirGroundAreNamed() {
    given.amendment(
        1, "2021-07-01",
        "{revise: {clause: share, set: {rate: \"0.15\"}}},"
            + " {add: {id: marks, kind: permission, holder: acme, act: use the marks}}");
    // The day asked about is before both amendments take effect. The lost ground is named all the same.
    Impact impact =
        whatIf("2021-04-01",
            "amendment {number: 2, title: Back-dated, executedOn: 2021-09-01, effectiveOn: 2021-05-01,"
                + " changes: [{end: {clause: share}}]}");
    assertThat(impact.lostGround()).hasSize(1);
    LostGround lost = impact.lostGround().getFirst();
    assertThat(lost.sequence()).isEqualTo(2);
    assertThat(lost.amendment()).isEqualTo(1);
    assertThat(lost.change()).isZero();
    assertThat(lost.clause()).map(Object::toString).contains("share");
    assertThat(lost.reasons()).extracting(reason -> reason.code().slug()).containsExactly("unknown-clause");
  }

  @Test
  void whatHadNoEffectBeforeLosesNone() {
    given.amendment(1, "2021-07-01", "{revise: {clause: share, set: {rate: \"0.15\"}}}")
        .amendment(2, "2021-05-01", "{end: {clause: share}}");
    assertThat(
        whatIf("2021-12-31", "waiver {clause: share, amount: \"1.00\", on: 2021-05-01, by: globex}").lostGround())
        .isEmpty();
    assertThat(whatIf("2021-12-31", "withdrawal {sequence: 3, reason: a mistake}").lostGround())
        .as("it gets its ground back").isEmpty();
  }

  private Impact whatIf(String day, String... facts) {
    return WhatIf.of(
        Supposed.of(
            given.state().facts(),
            Stream.of(facts)
                .map(fact -> fact.split(" ", 2))
                .map(keyed -> FactKind.keyed(keyed[0]).orElseThrow().read(Flow.tree(keyed[1])))
                .toList()),
        LocalDate.parse(day));
  }

  private static String accrued(FactsAsOf facts) {
    return PositionCalculator.positions(facts, new ClauseId("share")).getFirst().figures().get(Figure.ACCRUED)
        .orElseThrow()
        .toPlainString();
  }

  @Test
  void theFormOfARequestIsTheFormOfBulkFacts() {
    List<Value> facts = List.of(Flow.tree("{milestone: {id: sold, on: 2021-01-01}}"));
    assertThat(ScenarioShapes.facts(facts)).hasSize(1);
  }
}

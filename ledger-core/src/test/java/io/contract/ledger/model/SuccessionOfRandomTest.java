package io.contract.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.Flow;
import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.agreement.AgreementDecider;
import io.contract.ledger.agreement.Decision;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.position.Position;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.statement.StatementCalculator;
import io.contract.ledger.why.Recombined;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * A party that takes the place of another and is not there otherwise changes names, and nothing else: every figure, cap, row, reading and
 * pending adjustment of a random agreement is that of the same agreement in which an attribute without effect is revised on that day,
 * so that lines are cut there as well.
 */
class SuccessionOfRandomTest {

  private static final int FACTS = 35;
  private static final long AGREEMENTS = Long.getLong("model.seeds", 200L);

  private static final String NEUTRAL = "{revise: {clause: share, set: {endsOnMilestone: never-attested}}}";

  @Test
  void nothingButNamesChanges() {
    long compared = LongStream.range(0, AGREEMENTS).parallel().filter(SuccessionOfRandomTest::isTheSame).count();
    // Where the clause has ended by then or ends on a milestone, there is nothing neutral to compare with; where an amendment replaces
    // it, the former party may be named anew.
    assertThat(compared).isGreaterThan(AGREEMENTS / 3);
  }

  /** Whether it could be compared. */
  private static boolean isTheSame(long seed) {
    Scenario scenario = RandomScenario.of(seed, FACTS);
    Dice dice = new Dice(seed + 7);
    LocalDate on = scenario.agreement().date("effectiveOn").plusDays(dice.below(Dice.DAYS));
    String party = seed % 2 == 0 ? "acme" : "globex";
    Optional<Agreement> plain = with(scenario, on, NEUTRAL);
    Optional<Agreement> succeeded =
        with(
            scenario, on,
            "{party: {id: initech, name: Initech}}, {succession: {from: " + party + ", to: initech}}");
    String told = scenario.agreement() + scenario.facts().stream().map(Scenario.Told::fields).toList().toString();
    boolean isNamedAnew =
        scenario.facts().stream()
            .anyMatch(fact -> fact.key().equals("amendment") && fact.fields().toString().contains("payer"));
    if (plain.isEmpty() || succeeded.isEmpty() || isNamedAnew || told.contains("endsOnMilestone")) {
      return false;
    }
    for (LocalDate day : RandomScenario.days(seed, scenario)) {
      FactsAsOf facts = FactsAsOf.of(succeeded.get().facts(), day);
      assertThat(shown(facts)).as("seed %s, succession on %s, asked for %s", seed, on, day)
          .isEqualTo(shown(FactsAsOf.of(plain.get().facts(), day)));
      if (seed % 10 == 0 && facts.terms().clause(new ClauseId("share")).isPresent()) {
        assertThat(Recombined.everyFigure(facts, "share")).isNotEmpty();
      }
    }
    return true;
  }

  private static Optional<Agreement> with(Scenario scenario, LocalDate on, String changes) {
    Fact fact =
        FactKind.keyed("amendment").orElseThrow().read(
            Flow.tree(
                "{number: 900, title: Last, executedOn: " + on + ", effectiveOn: " + on + ", changes: [" + changes
                    + "]}"));
    Agreement state = scenario.engine();
    Instant at = state.nextRecordedAt(Instant.parse("2100-01-01T00:00:00Z")).plusSeconds(1);
    return AgreementDecider.decide(state, fact, at) instanceof Decision.Accepted(var canonical)
        ? Optional.of(state.evolve(new Recorded(state.nextSequence(), at, "tester", null, canonical)))
        : Optional.empty();
  }

  private static List<String> shown(FactsAsOf facts) {
    return PositionCalculator.positions(facts, new ClauseId("share")).stream()
        .map(position -> shown(facts, position)).toList();
  }

  private static String shown(FactsAsOf facts, Position position) {
    return position.figures() + " " + position.caps() + " " + position.periods() + " " + position.undetermined() + " "
        + position.readings().stream()
            .map(read -> read.reading() + " " + read.figures() + " " + read.caps() + " " + read.periods()).toList()
        + " " + new StatementCalculator().pending(facts, position.clause(), position.book()).adjustments().stream()
            .map(one -> one.period() + " " + one.amount()).toList();
  }
}

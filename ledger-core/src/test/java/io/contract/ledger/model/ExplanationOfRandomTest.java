package io.contract.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.explain.Explanation;
import io.contract.ledger.explain.Outline;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.why.Recombined;
import java.time.LocalDate;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every figure of a random agreement is explained under every reading, and the leaves recombine to it exactly. The parameter is the
 * seed. More seeds: {@code -Dmodel.first=1000 -Dmodel.seeds=2000}.
 */
class ExplanationOfRandomTest {

  private static final int FACTS = 35;

  static LongStream seeds() {
    long first = Long.getLong("model.first", 0L);
    return LongStream.range(first, first + Long.getLong("model.seeds", 60L));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyFigureRecombinesFromItsLeaves(long seed) {
    Scenario scenario = RandomScenario.of(seed, FACTS);
    for (LocalDate day : RandomScenario.days(seed, scenario)) {
      FactsAsOf facts = FactsAsOf.of(scenario.engine().facts(), day);
      if (facts.terms().clause(new ClauseId("share")).isPresent()) {
        for (Explanation explanation : Recombined.everyFigure(facts, "share")) {
          Outline outline = Outline.of(explanation);
          assertThat(outline.root().explanation()).as("seed %s on %s", seed, day).isSameAs(explanation);
        }
      }
    }
  }
}

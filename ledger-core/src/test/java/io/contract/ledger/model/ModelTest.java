package io.contract.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The engine against the naive model, on every figure of every reading. The parameter is the seed; a failure prints the smallest
 * history that it was cut down to. More seeds: {@code -Dmodel.first=1000 -Dmodel.seeds=2000}.
 */
class ModelTest {

  private static final int FACTS = 35;

  static LongStream seeds() {
    long first = Long.getLong("model.first", 0L);
    return LongStream.range(first, first + Long.getLong("model.seeds", 40L));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theEngineAnswersWhatTheModelAnswers(long seed) {
    Scenario scenario = RandomScenario.of(seed, FACTS);
    for (LocalDate day : RandomScenario.days(seed, scenario)) {
      if (!Comparison.differences(scenario, day).isEmpty()) {
        Scenario small = Comparison.shrunk(scenario, day);
        assertThat(Comparison.differences(small, day))
            .as("seed %s, asked on %s, (engine, model), under%n%s", seed, day, small)
            .isEmpty();
      }
    }
  }
}

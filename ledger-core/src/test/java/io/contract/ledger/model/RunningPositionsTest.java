package io.contract.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.fact.Payment;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.position.Position;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.position.RunningPositions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Positions followed along are those computed from the facts alone, however the day moves and whatever is recorded or taken back:
 * the parameter is the seed. More seeds: {@code -Drunning.seeds=5000}.
 */
class RunningPositionsTest {

  private static final int FACTS = 70;

  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("running.seeds", 60L));
  }

  /** As a replay asks: before and after each event, on days that pass. */
  @ParameterizedTest
  @MethodSource("seeds")
  void eventByEventOnDaysThatPass(long seed) {
    List<KnownFacts> prefixes = prefixes(seed);
    Random random = new Random(seed);
    RunningPositions running = new RunningPositions();
    LocalDate day = LocalDate.of(2021, 1, 1);
    for (int i = 1; i < prefixes.size(); i++) {
      day = day.plusDays(random.nextInt(40));
      compare(running, prefixes.get(i - 1), day, seed);
      compare(running, prefixes.get(i), day, seed);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void eventByEventOnOneDay(long seed) {
    LocalDate day = LocalDate.of(2021, 1, 1).plusDays(new Random(seed).nextInt(1_300));
    RunningPositions running = new RunningPositions();
    prefixes(seed).forEach(known -> compare(running, known, day, seed));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyPointAfterAnyOther(long seed) {
    List<KnownFacts> prefixes = prefixes(seed);
    Random random = new Random(seed);
    RunningPositions running = new RunningPositions();
    for (int i = 0; i < 60; i++) {
      KnownFacts known = prefixes.get(random.nextInt(prefixes.size()));
      compare(running, known, LocalDate.of(2020, 12, 1).plusDays(random.nextInt(1_400)), seed);
    }
  }

  /** As questions come, of several days in turn, with facts between them that are only assumed and taken back again. */
  @ParameterizedTest
  @MethodSource("seeds")
  void questionsOnSeveralDaysWithFactsAssumedInBetween(long seed) {
    List<KnownFacts> prefixes = prefixes(seed);
    Random random = new Random(seed);
    List<LocalDate> days =
        random.ints(5, 0, 1_300).mapToObj(after -> LocalDate.of(2021, 1, 1).plusDays(after)).toList();
    for (int i = 1; i < prefixes.size(); i++) {
      LocalDate day = days.get(random.nextInt(days.size()));
      compare(prefixes.get(i), day, seed);
      if (random.nextBoolean()) {
        compare(assuming(prefixes, i, random), day, seed);
      }
    }
  }

  /** The facts through that one, and as further facts some that were recorded only later. */
  private static KnownFacts assuming(List<KnownFacts> prefixes, int through, Random random) {
    KnownFacts known = prefixes.get(through);
    List<Recorded> later = prefixes.getLast().events();
    for (int i = through + 1 + random.nextInt(3); i < later.size() && i < through + 5; i++) {
      if (later.get(i).fact() instanceof Payment payment
          && known.payment(payment.id()).isEmpty()) {
        known = known.plus(
            new Recorded(known.events().size(), later.get(i).recordedAt(), "nobody", null, later.get(i).fact()));
      }
    }
    return known;
  }

  private static void compare(RunningPositions running, KnownFacts known, LocalDate day, long seed) {
    isAsAfresh(running.positions(FactsAsOf.of(known, day)), known, day, seed);
  }

  private static void compare(KnownFacts known, LocalDate day, long seed) {
    isAsAfresh(PositionCalculator.positions(FactsAsOf.of(known, day)), known, day, seed);
  }

  /** Facts made of the same events remember nothing. */
  private static void isAsAfresh(List<Position> positions, KnownFacts known, LocalDate day, long seed) {
    assertThat(positions)
        .as("seed %s, %s events, on %s", seed, known.events().size(), day)
        .isEqualTo(PositionCalculator.positions(FactsAsOf.of(KnownFacts.of(known.events()), day)));
  }

  private static List<KnownFacts> prefixes(long seed) {
    List<KnownFacts> prefixes = new ArrayList<>();
    KnownFacts known = KnownFacts.NONE;
    for (Recorded event : RandomScenario.of(seed, FACTS).engine().facts().events()) {
      known = known.plus(event);
      prefixes.add(known);
    }
    return prefixes;
  }
}

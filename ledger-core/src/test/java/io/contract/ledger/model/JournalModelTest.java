package io.contract.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.fact.FactsAsOf;
import io.contract.ledger.journal.Books;
import io.contract.ledger.journal.Entry;
import io.contract.ledger.journal.Journal;
import io.contract.ledger.journal.JournalCalculator;
import io.contract.ledger.position.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The journal of random agreements, under every reading: its entries sum to what the position says, on the day asked about and on any
 * day before. The parameter is the seed; more seeds: {@code -Dmodel.first=1000 -Dmodel.seeds=2000}.
 */
class JournalModelTest {

  private static final int FACTS = 35;

  static LongStream seeds() {
    long first = Long.getLong("model.first", 0L);
    return LongStream.range(first, first + Long.getLong("model.seeds", 60L));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theEntriesSumToTheFiguresOfThePosition(long seed) {
    Scenario scenario = RandomScenario.of(seed, FACTS);
    for (LocalDate day : RandomScenario.days(seed, scenario)) {
      FactsAsOf facts = facts(scenario, day);
      for (Reading reading : Books.readings(facts, "share")) {
        Journal journal = JournalCalculator.journal(facts, reading);
        assertThat(Books.sums(journal, day))
            .as("seed %s, asked on %s, %s, under%n%s", seed, day, reading, scenario)
            .isEqualTo(Books.stated(journal));
      }
    }
  }

  /** Closed by an arbitrator or not, what is asked later begins with what was asked before. */
  @ParameterizedTest
  @MethodSource("seeds")
  void onAnyDayBeforeTheEntriesSumToThatDaysFigures(long seed) {
    Scenario scenario = RandomScenario.of(seed, FACTS);
    LocalDate day = RandomScenario.days(seed, scenario).getLast();
    FactsAsOf facts = facts(scenario, day);
    for (Reading reading : Books.readings(facts, "share")) {
      Journal journal = JournalCalculator.journal(facts, reading);
      List<LocalDate> days = journal.entries().stream().map(Entry::on).distinct().toList();
      if (days.isEmpty() || !journal.balances().stream().allMatch(posting -> isDisclosed(posting))) {
        continue;
      }
      LocalDate earlier = days.get(new Random(seed).nextInt(days.size())).plusDays(new Random(seed).nextInt(3));
      if (earlier.isAfter(day)) {
        continue;
      }
      Journal then = JournalCalculator.journal(facts(scenario, earlier), reading);
      assertThat(Books.withoutInterest(Books.sums(journal, earlier)))
          .as("seed %s, asked on %s and %s, %s, under%n%s", seed, day, earlier, reading, scenario)
          .isEqualTo(Books.withoutInterest(Books.stated(then)));
    }
  }

  private static boolean isDisclosed(io.contract.ledger.journal.Posting posting) {
    return posting.account().role() != io.contract.ledger.journal.Role.SUSPENSE;
  }

  private static FactsAsOf facts(Scenario scenario, LocalDate day) {
    return FactsAsOf.of(scenario.engine().facts(), day);
  }
}

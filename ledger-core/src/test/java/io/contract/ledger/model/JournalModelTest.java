package io.contract.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.journal.PartyJournal;
import io.contract.ledger.journal.Books;
import io.contract.ledger.journal.Entry;
import io.contract.ledger.journal.Journal;
import io.contract.ledger.journal.JournalCalculator;
import io.contract.ledger.money.Money;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.Figures;
import io.contract.ledger.position.Position;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.position.ReadPosition;
import io.contract.ledger.position.Reading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The journal of random agreements, under every reading: its entries sum to the figures of the position, on the day asked about and
 * on any earlier day. The parameter is the seed; more seeds: {@code -Dmodel.first=1000 -Dmodel.seeds=2000}.
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

  /** A later journal begins with the earlier one, whether or not a reading has been settled. */
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
      if (earlier.isAfter(day) || !chooses(reading, Books.readings(facts(scenario, earlier), "share"))) {
        continue;
      }
      Journal then = JournalCalculator.journal(facts(scenario, earlier), reading);
      assertThat(Books.withoutInterest(Books.sums(journal, earlier)))
          .as("seed %s, asked on %s and %s, %s, under%n%s", seed, day, earlier, reading, scenario)
          .isEqualTo(Books.withoutInterest(Books.stated(then)));
    }
  }

  /** Whether the reading chooses one of these. It does not where terms of an earlier day left open what those of the later do not. */
  private static boolean chooses(Reading reading, List<Reading> of) {
    return of.size() == 1
        || of.stream()
            .filter(one -> agree(one.basis(), reading.basisRead()) && agree(one.counts(), reading.countsRead()))
            .count() == 1;
  }

  private static boolean agree(Optional<?> open, Optional<?> wanted) {
    return open.isEmpty() || wanted.isEmpty() || open.equals(wanted);
  }

  /** The payee's receivable and the payer's payable are the outstanding amount, on every day and for every moment of knowledge. */
  @ParameterizedTest
  @MethodSource("seeds")
  void receivableAndPayableAreWhatIsOutstanding(long seed) {
    Scenario scenario = RandomScenario.of(seed, FACTS);
    Random random = new Random(seed);
    List<Recorded> events = scenario.engine().facts().events();
    for (int i = 0; i < 4; i++) {
      KnownFacts known = KnownFacts.of(events.subList(0, 1 + random.nextInt(events.size())));
      FactsAsOf facts = FactsAsOf.of(known, LocalDate.of(2020, 12, 1).plusDays(random.nextInt(1_400)));
      Position position = PositionCalculator.positions(facts).getFirst();
      for (Reading reading : Books.readings(facts, "share")) {
        Figures figures =
            position.readings().stream().filter(read -> read.reading().equals(reading)).findFirst()
                .map(ReadPosition::figures).orElse(position.figures());
        boolean isInterestUnknown = figures.get(Figure.OUTSTANDING).isEmpty() && isInterestIndexed(facts);
        if (isInterestUnknown) {
          // The journal books the interest that is known, and the position does not say how much principal that leaves.
          continue;
        }
        BigDecimal outstanding = figures.get(Figure.OUTSTANDING).map(Money::amount).orElse(BigDecimal.ZERO);
        Journal journal = JournalCalculator.journal(facts, reading);
        String of =
            "seed " + seed + ", " + known.events().size() + " events, on " + facts.effectiveOn() + ", " + reading;
        assertThat(sum(journal, "globex", ":Receivable:")).as(of).isEqualByComparingTo(outstanding);
        assertThat(sum(journal, "acme", ":Payable:")).as(of).isEqualByComparingTo(outstanding.negate());
      }
    }
  }

  private static boolean isInterestIndexed(FactsAsOf facts) {
    return facts.terms().clause(new ClauseId("share")).filter(clause -> !clause.interestIndices().isEmpty())
        .isPresent();
  }

  /** Each entry balances in the book of each party, and the payer's is the mirror image of the payee's. */
  @ParameterizedTest
  @MethodSource("seeds")
  void bothBooksBalanceAndMirrorEachOther(long seed) {
    Scenario scenario = RandomScenario.of(seed, FACTS);
    FactsAsOf facts = facts(scenario, RandomScenario.days(seed, scenario).getLast());
    Journal journal = JournalCalculator.journal(facts, Books.readings(facts, "share").getFirst());
    PartyJournal payee = new PartyJournal(journal, Optional.of(new PartyId("globex")));
    PartyJournal payer = new PartyJournal(journal, Optional.of(new PartyId("acme")));
    for (Entry entry : journal.entries()) {
      List<BigDecimal> ofPayee = amounts(payee.lines(entry.postings()));
      assertThat(ofPayee.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).as("seed %s, %s", seed, entry).isZero();
      assertThat(amounts(payer.lines(entry.postings())))
          .as("seed %s, %s", seed, entry)
          .isEqualTo(ofPayee.stream().map(BigDecimal::negate).toList());
    }
    assertThat(amounts(payer.lines(journal.balances())))
        .isEqualTo(amounts(payee.lines(journal.balances())).stream().map(BigDecimal::negate).toList());
  }

  private static List<BigDecimal> amounts(List<PartyJournal.Line> lines) {
    return lines.stream().map(line -> line.amount().amount()).toList();
  }

  private static BigDecimal sum(Journal journal, String party, String account) {
    PartyJournal book = new PartyJournal(journal, Optional.of(new PartyId(party)));
    return journal.entries().stream()
        .flatMap(entry -> book.lines(entry.postings()).stream())
        .filter(line -> line.account().contains(account))
        .map(line -> line.amount().amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static boolean isDisclosed(io.contract.ledger.journal.Posting posting) {
    return posting.account().role() != io.contract.ledger.journal.Role.SUSPENSE;
  }

  private static FactsAsOf facts(Scenario scenario, LocalDate day) {
    return FactsAsOf.of(scenario.engine().facts(), day);
  }
}

package io.contract.ledger.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.fact.AmendmentExecution;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.Payment;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.RevenueReport;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.money.Money;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.Figures;
import io.contract.ledger.position.PeriodRow;
import io.contract.ledger.position.Position;
import io.contract.ledger.position.PositionCalculator;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the domain page promises of every agreement. The seed is the parameter, so that a failure names the agreement that shows it. */
class PositionPropertiesTest {

  private static final int FACTS = 40;

  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("properties.seeds", 150L));
  }

  private static String share(Random random) {
    String basis = List.of("accrued", "paid", "unstated").get(random.nextInt(3));
    String counts = List.of("since-inception", "since-effective", "unstated").get(random.nextInt(3));
    return RandomAgreement.share(random, basis, counts);
  }

  private static List<Position> positions(KnownFacts facts, LocalDate day) {
    return PositionCalculator.positions(FactsAsOf.of(facts, day));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anAnswerNeverChangesWhateverIsAppendedLater(long seed) {
    Random random = new Random(seed);
    RandomAgreement agreement = new RandomAgreement(seed, share(random), true, true).grow(FACTS / 2);
    Instant knownAt = agreement.state().lastRecordedAt().orElseThrow();
    LocalDate day = agreement.day();
    List<Position> before = positions(agreement.state().knownAt(knownAt), day);

    agreement.grow(FACTS / 2);

    assertThat(positions(agreement.state().knownAt(knownAt), day)).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatAccruedIsOpenWaivedOrPaidOrGoesBelowZeroAsCredit(long seed) {
    Random random = new Random(seed);
    Agreement agreement = new RandomAgreement(seed, share(random), true, true).grow(FACTS).state();
    for (Position position : positions(agreement.facts(), LocalDate.of(2023, 6, 30))) {
      balances(position.figures(), position.periods(), !position.undetermined().isEmpty());
      position.readings().forEach(read -> balances(read.figures(), read.periods(), false));
    }
  }

  private static void balances(Figures figures, List<PeriodRow> periods, boolean readingsDiffer) {
    if (readingsDiffer) {
      return;
    }
    BigDecimal toCredit = BigDecimal.ZERO;
    BigDecimal settled = BigDecimal.ZERO;
    for (PeriodRow row : periods) {
      BigDecimal ofRow = amount(row.figures(), Figure.SETTLED);
      settled = settled.add(ofRow);
      BigDecimal lent = amount(row.figures(), Figure.TO_CREDIT);
      assertThat(amount(row.figures(), Figure.ACCRUED).add(lent)).as("what accrued and became credit, %s", row.period())
          .isEqualByComparingTo(
              ofRow.add(amount(row.figures(), Figure.WAIVED)).add(amount(row.figures(), Figure.OUTSTANDING)));
      assertThat(lent).isGreaterThanOrEqualTo(
          amount(row.figures(), Figure.ACCRUED).negate().max(BigDecimal.ZERO));
      toCredit = toCredit.add(lent);
    }
    BigDecimal left = amount(figures, Figure.PAID).subtract(amount(figures, Figure.INTEREST_PAID))
        .subtract(amount(figures, Figure.CREDIT));
    assertThat(amount(figures, Figure.ACCRUED).subtract(amount(figures, Figure.WAIVED))
        .subtract(amount(figures, Figure.OUTSTANDING))).isEqualByComparingTo(left);
    assertThat(settled).isEqualByComparingTo(left.add(toCredit));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aCapThatIsThereFromInceptionAndNeverLoweredIsNeverExceeded(long seed) {
    Random random = new Random(seed);
    String basis = random.nextBoolean() ? "accrued" : "paid";
    Agreement agreement = new RandomAgreement(seed, RandomAgreement.share(random, basis, "since-inception"), false,
        false).grow(FACTS).state();
    for (LocalDate day = LocalDate.of(2021, 1, 31); day.getYear() < 2024; day = day.plusDays(61)) {
      Figures cap = positions(agreement.facts(), day).getFirst().caps().getFirst().figures();
      assertThat(cap.get(Figure.OVERAGE).orElseThrow().isZero()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theStateIsWhatFoldingFromTheFirstEventGives(long seed) {
    Agreement live = new RandomAgreement(seed, share(new Random(seed)), true, true).grow(FACTS).state();
    LocalDate day = LocalDate.of(2022, 3, 31);
    assertThat(positions(KnownFacts.of(live.facts().events()), day)).isEqualTo(positions(live.facts(), day));
  }

  /** Reports, payments of different days and amendments mean the same in whatever order they were recorded. */
  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfRecordingChangesNothing(long seed) {
    KnownFacts facts = new RandomAgreement(seed, share(new Random(seed)), true, true).grow(FACTS).state().facts();
    List<Recorded> events = facts.events();
    List<Fact> movable = new ArrayList<>(events.stream()
        .filter(recorded -> facts.withdrawnBy(recorded.sequence()).isEmpty())
        .map(Recorded::fact)
        .filter(
            fact -> fact instanceof RevenueReport
                || fact instanceof Payment
                || fact instanceof AmendmentExecution)
        .toList());
    LocalDate day = LocalDate.of(2023, 6, 30);
    KnownFacts asRecorded = known(events.getFirst(), movable);
    Collections.shuffle(movable, new Random(seed));
    assertThat(figuresOf(known(events.getFirst(), movable), day)).isEqualTo(figuresOf(asRecorded, day));
  }

  private static List<String> figuresOf(KnownFacts facts, LocalDate day) {
    return positions(facts, day).stream().map(position -> position.figures() + " " + position.caps() + " "
        + position.periods() + " " + position.undetermined()).toList();
  }

  private static KnownFacts known(Recorded agreement, List<Fact> facts) {
    KnownFacts known = KnownFacts.NONE.plus(agreement);
    for (Fact fact : facts) {
      long sequence = known.events().size();
      known = known.plus(new Recorded(sequence, agreement.recordedAt().plusSeconds(sequence), "tester", null, fact));
    }
    return known;
  }

  private static BigDecimal amount(Figures figures, Figure figure) {
    return figures.get(figure).map(Money::amount).orElseThrow();
  }
}

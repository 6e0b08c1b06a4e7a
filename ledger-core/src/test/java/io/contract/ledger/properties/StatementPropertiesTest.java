package io.contract.ledger.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.money.Money;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.PeriodRow;
import io.contract.ledger.position.Position;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.position.WorkedLine;
import io.contract.ledger.position.Workings;
import io.contract.ledger.share.CappedLine;
import io.contract.ledger.statement.Adjustment;
import io.contract.ledger.statement.Statement;
import io.contract.ledger.statement.StatementAmounts;
import io.contract.ledger.statement.StatementCalculator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the domain page, section 5, promises of statements, on random histories: they never change, and the stated and the pending
 * amounts of a period sum to what it has accrued. The seed is the parameter, so that a failure names the history.
 */
class StatementPropertiesTest {

  private static final int ROUNDS = 12;
  private static final List<LocalDate> DAYS =
      List.of(LocalDate.of(2021, 8, 20), LocalDate.of(2022, 3, 31), LocalDate.of(2023, 6, 30));

  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("properties.seeds", 150L));
  }

  /** Four facts, then a statement, again and again. */
  private static RandomAgreement history(long seed, List<String> bases) {
    Random random = new Random(seed);
    String basis = bases.get(random.nextInt(bases.size()));
    RandomAgreement agreement =
        new RandomAgreement(seed, RandomAgreement.share(random, basis, "since-inception"), true, true);
    for (int i = 0; i < ROUNDS; i++) {
      agreement.grow(4).issue(1);
    }
    return agreement;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatWasSaidAndWhatIsPendingComeToWhatHasAccrued(long seed) {
    KnownFacts facts = history(seed, List.of("accrued", "paid")).state().facts();
    for (LocalDate day : DAYS) {
      FactsAsOf asOf = FactsAsOf.of(facts, day);
      StatementCalculator calculator = new StatementCalculator();
      Map<String, BigDecimal> said = new HashMap<>();
      calculator.statements(asOf, new ClauseId("share")).forEach(statement -> add(said, statement));
      Position position = PositionCalculator.positions(asOf, new ClauseId("share")).getFirst();
      calculator.pending(asOf, new ClauseId("share"), position.book()).adjustments().forEach(one -> add(said, one));
      said.forEach(
          (period, sum) -> assertThat(sum).as(period + " on " + day).isEqualByComparingTo(accrued(position, period)));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aStatementSaysTheSameWhateverIsRecordedLater(long seed) {
    RandomAgreement agreement = history(seed, List.of("accrued", "paid", "unstated"));
    List<String> before = shown(agreement.state().facts());

    agreement.grow(20).issue(2);

    assertThat(shown(agreement.state().facts())).startsWith(before.toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyAdjustmentHasAReasonAndIsNotZero(long seed) {
    KnownFacts facts = history(seed, List.of("accrued", "paid", "unstated")).state().facts();
    for (Statement statement : new StatementCalculator().statements(FactsAsOf.of(facts, DAYS.getLast()),
        new ClauseId("share"))) {
      for (Adjustment adjustment : statement.amounts().adjustments()) {
        assertThat(adjustment.causes()).as("statement " + statement.number() + ": " + adjustment).isNotEmpty();
        assertThat(adjustment.amount().filter(Money::isZero)).isEmpty();
        assertThat(adjustment.causes())
            .allMatch(cause -> cause.sequence() < statement.issued().issue().sequence());
      }
    }
  }

  @Test
  void theHistoriesAreNotEmptyOfWhatTheyAreToShow() {
    long adjustments =
        LongStream.range(0, 20)
            .mapToObj(seed -> history(seed, List.of("accrued", "paid")).state().facts())
            .flatMap(
                facts -> new StatementCalculator()
                    .statements(FactsAsOf.of(facts, DAYS.getLast()), new ClauseId("share")).stream())
            .mapToLong(statement -> statement.amounts().adjustments().size())
            .sum();
    assertThat(adjustments).as("adjustments in 20 histories of 12 statements each").isGreaterThan(50);
  }

  private static List<String> shown(KnownFacts facts) {
    return new StatementCalculator().statements(FactsAsOf.of(facts, LocalDate.of(2030, 1, 1)), new ClauseId("share"))
        .stream()
        .map(
            statement -> statement.number() + " " + statement.period().name() + " " + statement.dueOn() + " "
                + statement.amounts() + " " + statement.readings() + " "
                + StatementCalculator.workings(statement).stream().map(StatementPropertiesTest::madeOf).toList())
        .toList();
  }

  private static String madeOf(Workings workings) {
    return workings.position() + " "
        + workings.rows().stream()
            .map(
                row -> row.claim() + " "
                    + row.period().lines().stream().map(WorkedLine::line).map(CappedLine::accrued).toList()
                    + " " + row.state().latestFirst())
            .toList();
  }

  private static void add(Map<String, BigDecimal> sums, Statement statement) {
    StatementAmounts said = statement.amounts();
    if (statement.statedBefore().isEmpty()) {
      add(sums, statement.period().name(), said.accrued().orElseThrow());
    }
    said.adjustments().forEach(one -> add(sums, one));
    BigDecimal parts = said.accrued().orElseThrow().amount();
    for (Adjustment one : said.adjustments()) {
      parts = parts.add(one.amount().orElseThrow().amount());
    }
    assertThat(said.total().orElseThrow().amount()).isEqualByComparingTo(parts);
  }

  private static void add(Map<String, BigDecimal> sums, Adjustment adjustment) {
    add(sums, adjustment.period(), adjustment.amount().orElseThrow());
  }

  private static void add(Map<String, BigDecimal> sums, String period, Money amount) {
    sums.merge(period, amount.amount(), BigDecimal::add);
  }

  /** The accrued amount of a period; zero when it has no row, because its facts were withdrawn or it has not begun. */
  private static BigDecimal accrued(Position position, String period) {
    return position.periods().stream()
        .filter(row -> row.period().equals(period))
        .map(PeriodRow::figures)
        .map(figures -> figures.get(Figure.ACCRUED).orElseThrow().amount())
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }
}

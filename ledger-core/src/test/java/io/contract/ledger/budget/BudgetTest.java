package io.contract.ledger.budget;

import static io.contract.ledger.Given.agreement;
import static io.contract.ledger.Given.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contract.ledger.Given;
import io.contract.ledger.explain.Explained;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.obligation.Obligation;
import io.contract.ledger.obligation.ObligationCalculator;
import io.contract.ledger.position.Position;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.why.FigureRef;
import io.contract.ledger.why.Why;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A question has its whole answer or none, and one that has none leaves nothing behind. */
class BudgetTest {

  /** A look comes after so many steps. */
  private static final int BETWEEN_LOOKS = 256;

  /** A question of so many rows or parts is large. */
  private static final int LARGE = 1_000;

  private static final String MONTHLY_DUTY =
      "{id: plan, kind: duty, obligor: acme, obligee: globex, act: send a plan, period: month, due: {days: 10}}";

  /** Counts what the watch is told. */
  private static final class Counting implements Budget.Watch {
    final AtomicInteger looks = new AtomicInteger();
    final AtomicInteger growths = new AtomicInteger();

    @Override
    public void look() {
      looks.incrementAndGet();
    }

    @Override
    public void grown() {
      growths.incrementAndGet();
    }

    @Override
    public <T> T asOneQuestion(Supplier<T> work) {
      return work.get();
    }
  }

  private static List<Obligation> obligations(Given given, String day, long mostRows) {
    return new Budget(mostRows, 0, new Counting()).ask(() -> ObligationCalculator.obligations(given.on(day)));
  }

  private static List<Position> positions(FactsAsOf facts, long mostRows) {
    return new Budget(mostRows, 0, new Counting()).ask(() -> PositionCalculator.positions(facts));
  }

  @Test
  void aDutyOfThreeMonthsTakesThreeRows() {
    Given given = agreement(MONTHLY_DUTY);

    assertThat(obligations(given, "2021-03-31", 3)).hasSize(3);
    assertThatThrownBy(() -> obligations(given, "2021-03-31", 2))
        .isInstanceOf(QuestionTooLargeException.class)
        .hasMessageContaining("more than 2 periods");
  }

  @Test
  void withoutABudgetNothingIsLimited() {
    assertThat(ObligationCalculator.obligations(agreement(MONTHLY_DUTY).on("2120-12-31"))).hasSize(1_200);
  }

  @Test
  void reportsThatAreRecordedTakeNoRowsButTheCutsThatPeriodsMakeOfThemDo() {
    Given daily = agreement(share("").replace("quarter", "year"));
    for (int day = 1; day <= 28; day++) {
      daily.revenue("r" + day, "2021-01-%02d".formatted(day), "2021-01-%02d".formatted(day), "10");
    }
    Given yearLong = agreement(share("").replace("quarter", "month"))
        .revenue("r", "2021-01-01", "2021-12-31", "120");

    // A single period has begun, and none of 28 reports is cut.
    assertThat(positions(daily.on("2021-12-31"), 4)).hasSize(1);
    // Twelve periods, and eleven cuts of one report.
    assertThatThrownBy(() -> positions(yearLong.on("2021-12-31"), 22)).isInstanceOf(QuestionTooLargeException.class);
  }

  /** Why a watch ends a question. */
  private static final class EndedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Ends a question at its first look. */
  private static final class EndsAtALook implements Budget.Watch {
    private boolean hasEnded;

    @Override
    public void look() {
      if (!hasEnded) {
        hasEnded = true;
        throw new EndedException();
      }
    }

    @Override
    public void grown() {}

    @Override
    public <T> T asOneQuestion(Supplier<T> work) {
      return work.get();
    }
  }

  /** Ends a question as it turns out to be large. */
  private static final class EndsWhenLarge implements Budget.Watch {
    @Override
    public void look() {}

    @Override
    public void grown() {
      throw new EndedException();
    }

    @Override
    public <T> T asOneQuestion(Supplier<T> work) {
      return work.get();
    }
  }

  private static final String CAPPED =
      share("cap: {amount: \"300\", basis: accrued, counts: since-inception, window: contract-year}");

  private static Given first() {
    return agreement(CAPPED).revenue("a", "2021-01-01", "2022-06-30", "4700").payment("p", "2021-05-01", "100");
  }

  private static FactsAsOf more(Given given) {
    return given.revenue("b", "2022-07-01", "2023-12-31", "4700").on("2024-03-31");
  }

  private static Explained explained(FactsAsOf facts) {
    return Why.ofShare(facts, new ClauseId("share"), FigureRef.of("accrued"));
  }

  /** Asks within the budget, on top of what was asked before, and says whether it was stopped. */
  private static boolean isStopped(Budget budget, Supplier<?> question) {
    try {
      budget.ask(question::get);
      return false;
    } catch (QuestionTooLargeException | EndedException _) {
      return true;
    }
  }

  /**
   * Stops a question after 0, 1, 2, … of what it spends, always of an agreement about which less was asked before, and then asks it
   * again without a budget.
   *
   * @return how often it was stopped
   */
  private static int stoppedAt(int most, BiPredicate<Integer, FactsAsOf> isStopped) {
    int stopped = 0;
    List<Position> whole = PositionCalculator.positions(more(first()));
    String why = explained(more(first())).toString();
    for (int after = 0; after < most; after++) {
      Given given = first();
      assertThat(PositionCalculator.positions(given.on("2022-06-30"))).hasSize(1);
      FactsAsOf more = more(given);
      if (isStopped.test(after, more)) {
        stopped++;
      }
      assertThat(PositionCalculator.positions(more)).as("after %d", after).isEqualTo(whole);
      assertThat(explained(more)).as("why, after %d", after).hasToString(why);
    }
    return stopped;
  }

  @Test
  void aQuestionThatRunsOutOfRowsAnywhereLeavesNothingThatAnotherOneTakesForAnAnswer() {
    int stopped =
        stoppedAt(60, (rows, facts) -> isStopped(new Budget(rows, 0, new Counting()),
            () -> PositionCalculator.positions(facts)));
    assertThat(stopped).isBetween(10, 59);
  }

  @Test
  void neitherDoesOneThatIsEndedAtALookWhichMayComeAfterAnyStep() {
    int stopped =
        stoppedAt(120, (steps, facts) -> isStopped(new Budget(1_000, 1_000, new EndsAtALook()), () -> {
          spend(Budget::step, BETWEEN_LOOKS - 1 - steps);
          return PositionCalculator.positions(facts);
        }));
    assertThat(stopped).isBetween(20, 119);
  }

  @Test
  void neitherDoesOneThatIsEndedAsItTurnsOutToBeLarge() {
    int stopped =
        stoppedAt(60, (rows, facts) -> isStopped(new Budget(10_000, 0, new EndsWhenLarge()), () -> {
          spend(Budget::row, LARGE - 1 - rows);
          return PositionCalculator.positions(facts);
        }));
    assertThat(stopped).isBetween(10, 59);
  }

  @Test
  void neitherDoesAnExplanationThatRunsOutOfParts() {
    int stopped =
        stoppedAt(300, (parts, facts) -> isStopped(new Budget(1_000, parts, new Counting()), () -> explained(facts)));
    assertThat(stopped).isBetween(80, 299);
  }

  @Test
  void neitherDoesWhatIsStoppedApartAndTheQuestionGoesOn() {
    List<Position> whole = PositionCalculator.positions(more(first()));
    int stopped =
        stoppedAt(120, (steps, facts) -> new Budget(1_000, 0, new EndsAtALook()).ask(() -> {
          spend(Budget::step, BETWEEN_LOOKS - 1 - steps);
          try {
            Budget.apart(() -> PositionCalculator.positions(facts));
            return false;
          } catch (EndedException _) {
            assertThat(Budget.apart(() -> PositionCalculator.positions(facts))).isEqualTo(whole);
            return true;
          }
        }));
    assertThat(stopped).isBetween(20, 119);
  }

  @Test
  void theWatchLooksAsOftenWhereTheWorkIsDoneInManyPartsApart() {
    Counting watch = new Counting();
    Given given = agreement(MONTHLY_DUTY);

    new Budget(3, 0, watch).ask(() -> {
      for (int i = 0; i < 400; i++) {
        Budget.apart(() -> ObligationCalculator.obligations(given.on("2021-03-31")));
      }
      return true;
    });

    assertThat(watch.looks.get()).as("400 times three rows, a look every 256").isEqualTo(4);
    assertThat(watch.growths.get()).as("none of them is large").isZero();
  }

  private static void spend(Runnable one, int times) {
    for (int i = 0; i < times; i++) {
      one.run();
    }
  }

  @Test
  void theWatchLooksEveryFewRowsAndIsToldOnceThatTheQuestionIsLarge() {
    Counting watch = new Counting();
    Given given = agreement(MONTHLY_DUTY);

    new Budget(10_000, 0, watch).ask(() -> ObligationCalculator.obligations(given.on("2120-12-31")));

    assertThat(watch.looks.get()).as("1,200 rows, a look every 256").isEqualTo(4);
    assertThat(watch.growths.get()).isEqualTo(1);
  }

  @Test
  void theWatchLooksWheneverInterestJoinsWhatBearsInterest() {
    Counting counted = new Counting();
    Given given =
        agreement(share("due: {days: 45}, lateInterest: {rate: \"0.08\", dayCount: Act/365F, compound: month}"))
            .revenue("r", "2021-01-01", "2021-03-31", "100");

    new Budget(1_000, 0, counted).ask(() -> PositionCalculator.positions(given.on("2031-05-15")));

    // From the end of May 2021 to the end of April 2031.
    assertThat(counted.looks).hasValueGreaterThanOrEqualTo(120);
  }

  @Test
  void whatIsNeededOnlyForAWhileHasABudgetOfItsOwn() {
    Given given = agreement(MONTHLY_DUTY);

    new Budget(3, 0, new Counting()).ask(() -> {
      for (int i = 0; i < 5; i++) {
        assertThat(Budget.apart(() -> ObligationCalculator.obligations(given.on("2021-03-31")))).hasSize(3);
      }
      assertThatThrownBy(() -> Budget.apart(() -> ObligationCalculator.obligations(given.on("2021-04-30"))))
          .isInstanceOf(QuestionTooLargeException.class);
      return true;
    });
  }

  @Test
  void anExplanationHasSoManyParts() {
    assertThat(new Budget(0, 2, new Counting()).<Integer, RuntimeException>ask(() -> parts(2))).isEqualTo(2);
    assertThatThrownBy(() -> new Budget(0, 2, new Counting()).<Integer, RuntimeException>ask(() -> parts(3)))
        .isInstanceOf(QuestionTooLargeException.class).hasMessageContaining("more than 2 parts");
  }

  private static int parts(int many) {
    for (int i = 0; i < many; i++) {
      Budget.part();
    }
    return many;
  }
}

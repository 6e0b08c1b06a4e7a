package io.contract.ledger.budget;

import static io.contract.ledger.Given.agreement;
import static io.contract.ledger.Given.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contract.ledger.Given;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.obligation.Obligation;
import io.contract.ledger.obligation.ObligationCalculator;
import io.contract.ledger.position.Position;
import io.contract.ledger.position.PositionCalculator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A question has its whole answer or none, and one that has none leaves nothing behind. */
class BudgetTest {

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

  @Test
  void aQuestionThatStopsAnywhereLeavesNothingThatAnotherOneTakesForAnAnswer() {
    String clause = share("cap: {amount: \"300\", basis: accrued, counts: since-inception, window: contract-year}");
    int stopped = 0;
    for (int mostRows = 0; mostRows < 60; mostRows++) {
      Given given = agreement(clause);
      given.revenue("a", "2021-01-01", "2022-06-30", "4700").payment("p", "2021-05-01", "100");
      assertThat(PositionCalculator.positions(given.on("2022-06-30"))).hasSize(1);
      given.revenue("b", "2022-07-01", "2023-12-31", "4700");
      FactsAsOf more = given.on("2024-03-31");
      try {
        positions(more, mostRows);
      } catch (QuestionTooLargeException tooLarge) {
        stopped++;
      }

      Given anew = agreement(clause);
      anew.revenue("a", "2021-01-01", "2022-06-30", "4700").payment("p", "2021-05-01", "100")
          .revenue("b", "2022-07-01", "2023-12-31", "4700");
      assertThat(PositionCalculator.positions(more)).as("after %d rows", mostRows)
          .isEqualTo(PositionCalculator.positions(anew.on("2024-03-31")));
    }
    assertThat(stopped).isBetween(10, 59);
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

package io.contract.ledger.position;

import static io.contract.ledger.Given.agreement;
import static io.contract.ledger.Given.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contract.ledger.Given;
import io.contract.ledger.budget.Budget;
import io.contract.ledger.budget.QuestionTooLargeException;
import io.contract.ledger.explain.Explained;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.why.FigureRef;
import io.contract.ledger.why.Why;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What of a position is looked at again when it is asked for again: 20 % of net sales, monthly, due ten days after the month. */
class KeptRowsTest {

  private static final Budget.Watch NOBODY = new Budget.Watch() {
    @Override
    public void look() {}

    @Override
    public void grown() {}

    @Override
    public <T> T asOneQuestion(Supplier<T> work) {
      return work.get();
    }
  };

  private final Given given =
      agreement(share("due: {days: 10}").replace("quarter", "month")).revenue("jan", "2021-01-01", "2021-01-31", "500")
          .revenue("feb", "2021-02-01", "2021-02-28", "500");
  private final RunningPositions running = new RunningPositions();

  private Position on(String day) {
    return running.positions(given.on(day)).getFirst();
  }

  private Position on(String day, long mostRows) {
    return new Budget(mostRows, 0, NOBODY).ask(() -> on(day));
  }

  private List<String> figures(String day) {
    return List.of(Figure.OUTSTANDING, Figure.DUE, Figure.OVERDUE).stream()
        .map(figure -> on(day).figures().get(figure).orElseThrow().toPlainString()).toList();
  }

  @Test
  @DisplayName("is a day later the period that ends and the one that begins, and not the 1,200 before them")
  void daysThatPass() {
    assertThatThrownBy(() -> on("2120-12-31", 1_199)).isInstanceOf(QuestionTooLargeException.class);
    assertThat(on("2120-12-31", 1_200).periods()).hasSize(1_200);

    assertThat(on("2121-01-01", 2).periods()).hasSize(1_201);
    assertThat(on("2120-12-31", 2).periods()).hasSize(1_200);
  }

  @Test
  @DisplayName("is for an explanation what its workings need, twice the 1,200 periods: the book is chosen without their rows")
  void explanations() {
    FigureRef question = FigureRef.of("accrued", "2021-01");
    assertThat(
        new Budget(2_400, 1_000, NOBODY)
            .ask(() -> Why.ofShare(given.on("2120-12-31"), new ClauseId("share"), question)))
        .isInstanceOf(Explained.Because.class);
  }

  @Test
  @DisplayName("is after a payment the month that it settles; all others are the same objects")
  void payments() {
    List<PeriodRow> before = on("2021-12-31").periods();
    given.payment("p", "2021-03-01", "100");
    List<PeriodRow> after = on("2021-12-31", 0).periods();

    assertThat(after.getFirst().status()).contains(PeriodStatus.SETTLED);
    assertThat(before.getFirst().status()).contains(PeriodStatus.OVERDUE);
    for (int i = 1; i < 12; i++) {
      assertThat(after.get(i)).isSameAs(before.get(i));
    }
  }

  @Test
  @DisplayName("is what is open when days pass, either way: February, of 100.00, is due on 10 March")
  void whatFallsDue() {
    given.payment("p", "2021-02-05", "100");

    assertThat(figures("2021-02-28")).containsExactly("100.00", "0.00", "0.00");
    assertThat(figures("2021-03-10")).containsExactly("100.00", "100.00", "0.00");
    assertThat(figures("2021-03-11")).containsExactly("100.00", "100.00", "100.00");
    assertThat(figures("2021-03-09")).containsExactly("100.00", "0.00", "0.00");
    assertThat(figures("2021-02-04")).containsExactly("100.00", "0.00", "0.00");
  }
}

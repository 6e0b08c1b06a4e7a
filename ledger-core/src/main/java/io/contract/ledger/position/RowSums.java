package io.contract.ledger.position;

import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The sums over the rows of a clause, kept up to date while rows change and days pass. */
final class RowSums {

  private static final List<Figure> OF_ALL =
      List.of(
          Figure.GROSS, Figure.ACCRUED, Figure.FORGONE, Figure.WAIVED, Figure.OUTSTANDING, Figure.INTEREST,
          Figure.INTEREST_PAID, Figure.INTEREST_WAIVED);

  private final Map<Figure, Money> sums = new EnumMap<>(Figure.class);

  /** The sums of no rows. */
  RowSums(Currency currency) {
    OF_ALL.forEach(figure -> sums.put(figure, Money.zero(currency)));
    sums.put(Figure.DUE, Money.zero(currency));
    sums.put(Figure.OVERDUE, Money.zero(currency));
  }

  /**
   * The sum over all rows. {@code due} is the outstanding amount of rows due by the day on which they were added, and {@code overdue}
   * of rows due before it.
   *
   * @throws NullPointerException when rows have no such figure
   */
  Money of(Figure figure) {
    return Objects.requireNonNull(sums.get(figure));
  }

  /** Counts the row as it stands on the day. */
  void add(PeriodRow row, LocalDate day) {
    OF_ALL.forEach(figure -> more(figure, amount(row, figure)));
    moreDue(row, day, amount(row, Figure.OUTSTANDING));
  }

  /** Counts the row no longer, which was counted as it stood on that day. */
  void remove(PeriodRow row, LocalDate day) {
    OF_ALL.forEach(figure -> more(figure, amount(row, figure).negated()));
    moreDue(row, day, amount(row, Figure.OUTSTANDING).negated());
  }

  private void moreDue(PeriodRow row, LocalDate day, Money open) {
    row.dueOn().ifPresent(
        due -> {
          if (!due.isAfter(day)) {
            more(Figure.DUE, open);
          }
          if (due.isBefore(day)) {
            more(Figure.OVERDUE, open);
          }
        });
  }

  private void more(Figure figure, Money amount) {
    sums.merge(figure, amount, Money::plus);
  }

  private static Money amount(PeriodRow row, Figure figure) {
    return row.figures().get(figure).orElseThrow();
  }
}

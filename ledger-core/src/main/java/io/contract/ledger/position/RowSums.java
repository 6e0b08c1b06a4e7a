package io.contract.ledger.position;

import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The sums over the rows of a clause on one day, kept up to date while rows change. */
final class RowSums {

  private static final List<Figure> OF_ALL =
      List.of(
          Figure.GROSS, Figure.ACCRUED, Figure.FORGONE, Figure.WAIVED, Figure.OUTSTANDING, Figure.INTEREST,
          Figure.INTEREST_PAID);

  private final LocalDate day;
  private final Map<Figure, Money> sums = new EnumMap<>(Figure.class);

  /** The sums of no rows. */
  RowSums(Currency currency, LocalDate day) {
    this.day = day;
    OF_ALL.forEach(figure -> sums.put(figure, Money.zero(currency)));
    sums.put(Figure.DUE, Money.zero(currency));
    sums.put(Figure.OVERDUE, Money.zero(currency));
  }

  /**
   * The sum over all rows. {@code due} is the outstanding amount of rows due by the day, and {@code overdue} of rows due before it.
   *
   * @throws NullPointerException when rows have no such figure
   */
  Money of(Figure figure) {
    return Objects.requireNonNull(sums.get(figure));
  }

  void add(PeriodRow row) {
    OF_ALL.forEach(figure -> more(figure, amount(row, figure)));
    moreDue(row, amount(row, Figure.OUTSTANDING));
  }

  /** Replaces a row by another of the same period. */
  void replace(PeriodRow before, PeriodRow after) {
    OF_ALL.forEach(figure -> more(figure, amount(after, figure).minus(amount(before, figure))));
    moreDue(before, amount(before, Figure.OUTSTANDING).negated());
    moreDue(after, amount(after, Figure.OUTSTANDING));
  }

  private void moreDue(PeriodRow row, Money open) {
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

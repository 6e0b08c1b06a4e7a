package io.contract.ledger.position;

import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The sums over the rows of a clause, kept up to date while rows change and days pass. */
final class RowSums {

  private static final List<Figure> OF_ALL =
      List.of(
          Figure.GROSS, Figure.ACCRUED, Figure.FORGONE, Figure.WAIVED, Figure.OUTSTANDING, Figure.INTEREST,
          Figure.INTEREST_PAID, Figure.INTEREST_WAIVED);

  private final Map<Figure, Money> sums = new EnumMap<>(Figure.class);

  /** How many rows have a figure that is not known. */
  private final Map<Figure, Integer> unknown = new EnumMap<>(Figure.class);

  /** The sums of no rows. */
  RowSums(Currency currency) {
    OF_ALL.forEach(figure -> sums.put(figure, Money.zero(currency)));
    sums.put(Figure.DUE, Money.zero(currency));
    sums.put(Figure.OVERDUE, Money.zero(currency));
  }

  /**
   * The sum over all rows; empty while that of one is not known. {@code due} is the outstanding amount of rows due by the day on which
   * they were added, and {@code overdue} of rows due before it.
   *
   * @throws NullPointerException when rows have no such figure
   */
  Optional<Money> of(Figure figure) {
    return unknown.getOrDefault(figure, 0) > 0
        ? Optional.empty()
        : Optional.of(Objects.requireNonNull(sums.get(figure)));
  }

  /** Counts the row as it stands on the day. */
  void add(PeriodRow row, LocalDate day) {
    OF_ALL.forEach(
        figure -> row.figures().get(figure)
            .ifPresentOrElse(amount -> more(figure, amount), () -> unknown.merge(figure, 1, Integer::sum)));
    moreDue(row, day, open(row));
  }

  /** Counts the row no longer, which was counted as it stood on that day. */
  void remove(PeriodRow row, LocalDate day) {
    OF_ALL.forEach(
        figure -> row.figures().get(figure)
            .ifPresentOrElse(amount -> more(figure, amount.negated()), () -> unknown.merge(figure, -1, Integer::sum)));
    moreDue(row, day, open(row).negated());
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

  private static Money open(PeriodRow row) {
    return row.figures().get(Figure.OUTSTANDING).orElseThrow();
  }
}

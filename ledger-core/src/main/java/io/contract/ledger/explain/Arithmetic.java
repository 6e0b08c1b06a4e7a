package io.contract.ledger.explain;

import io.contract.ledger.calendar.DueRule;
import io.contract.ledger.calendar.Holidays;
import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Fractions;
import io.contract.ledger.money.Rounding;
import io.contract.ledger.value.EnumWords;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/** How the value of a node follows from the values below it. The leaves recombine to the figure exactly. */
public sealed interface Arithmetic {

  /** The value that follows from these; empty where no arithmetic leads to it, as to a status or to what cannot be determined. */
  Optional<Quantity> of(List<Quantity> values);

  /**
   * Its name for machines, such as {@code difference} or {@code at-least-zero}. The words of the operation state what else it
   * takes.
   */
  String slug();

  /** Arithmetic on the values alone. */
  enum Plain implements Arithmetic {
    /** The sum of all; 0 when there are none. */
    SUM,
    /** The first less all others. */
    DIFFERENCE,
    /** The product of all. */
    PRODUCT,
    /** The first × the second ÷ the third: spread over days. */
    PROPORTION,
    /** The smallest. */
    MIN,
    /** The one value, or 0 where it is below zero. */
    AT_LEAST_ZERO,
    /** 0 less the one value. */
    NEGATED,
    /** The least whole number that is not below the one value. */
    CEILING,
    /** The first; all others are equal to it. */
    SAME,
    /** The first; the others are the reasons for it. */
    FIRST,
    /** A day and a number of days. */
    PLUS_DAYS,
    /** A day, a number of months and the day of the month, a number or the word {@code last}; the month's last where it lacks that day. */
    PLUS_MONTHS,
    /** By no arithmetic. */
    JUDGED;

    @Override
    public Optional<Quantity> of(List<Quantity> values) {
      return switch (this) {
        case SUM -> exact(numbers(values).reduce(BigFraction.ZERO, BigFraction::add), values);
        case DIFFERENCE -> folded(values, BigFraction::subtract);
        case PRODUCT -> folded(values, BigFraction::multiply);
        case PROPORTION ->
          exact(number(values, 0).multiply(number(values, 1)).divide(number(values, 2)), values);
        case MIN -> folded(values, (one, other) -> one.compareTo(other) <= 0 ? one : other);
        case AT_LEAST_ZERO ->
          exact(number(values, 0).signum() < 0 ? BigFraction.ZERO : number(values, 0), values);
        case NEGATED -> exact(number(values, 0).negate(), values);
        case CEILING ->
          exact(BigFraction.of(BigInteger.valueOf(Fractions.ceiling(number(values, 0)))), List.of());
        case SAME -> Optional.of(values).filter(all -> all.stream().distinct().count() == 1).map(List::getFirst);
        case FIRST -> Optional.of(values.getFirst());
        case PLUS_DAYS ->
          values.getFirst() instanceof Quantity.Day(var day)
              ? Optional.of(new Quantity.Day(day.plusDays(number(values, 1).longValue())))
              : Optional.empty();
        case PLUS_MONTHS ->
          values.getFirst() instanceof Quantity.Day(var day)
              ? Optional.of(
                  new Quantity.Day(
                      DueRule.onDay(
                          day, number(values, 1).longValue(),
                          values.get(2) instanceof Quantity.Word
                              ? DueRule.Term.LAST
                              : number(values, 2).intValue())))
              : Optional.empty();
        case JUDGED -> Optional.empty();
      };
    }

    @Override
    public String slug() {
      return EnumWords.slug(this);
    }

    private static Optional<Quantity> folded(List<Quantity> values, BinaryOperator<BigFraction> by) {
      return numbers(values).reduce(by).flatMap(result -> exact(result, values));
    }

    private static Optional<Quantity> exact(BigFraction value, List<Quantity> of) {
      int decimals =
          of.stream().mapToInt(one -> one instanceof Quantity.Exact exact ? exact.decimals() : 0).max().orElse(0);
      return Optional.of(new Quantity.Exact(value, decimals));
    }
  }

  /** Rounding to a currency's minor unit. */
  record Round(Rounding.Mode mode, Currency currency) implements Arithmetic {
    @Override
    public String slug() {
      return "round";
    }

    @Override
    public Optional<Quantity> of(List<Quantity> values) {
      return Optional.of(
          Quantity.of(new Rounding(mode, Rounding.At.LINE).round(number(values, 0), currency)));
    }
  }

  /** A day moved off holidays. */
  record Roll(DueRule.Roll roll, String calendar) implements Arithmetic {
    @Override
    public String slug() {
      return "roll";
    }

    @Override
    public Optional<Quantity> of(List<Quantity> values) {
      return values.getFirst() instanceof Quantity.Day(var day)
          ? DueRule.rolled(day, roll, new Holidays(calendar)).map(Quantity.Day::new)
          : Optional.empty();
    }
  }

  /** The names of all operations. */
  static List<String> slugs() {
    return Stream.concat(Stream.of(Plain.values()).map(Plain::slug), Stream.of("round", "roll")).toList();
  }

  private static Stream<BigFraction> numbers(List<Quantity> values) {
    return values.stream().map(Arithmetic::number);
  }

  private static BigFraction number(List<Quantity> values, int index) {
    return number(values.get(index));
  }

  private static BigFraction number(Quantity value) {
    if (value instanceof Quantity.Exact exact) {
      return exact.fraction();
    }
    throw new IllegalArgumentException("expected a number, found " + value);
  }
}

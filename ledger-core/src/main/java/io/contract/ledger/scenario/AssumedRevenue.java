package io.contract.ledger.scenario;

import io.contract.ledger.budget.Budget;
import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.Period;
import io.contract.ledger.calendar.PeriodScheme;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.fact.known.KnownReport;
import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Fractions;
import io.contract.ledger.money.Money;
import io.contract.ledger.money.Rounding;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Violation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Makes the amounts of assumed revenue for the days on which a stream is not reported (ADR 0025).
 *
 * <p>Example: 100.00 in the last fully reported quarter and a growth of 0.05 make 105.00, 110.25, 115.76 (115.7625) of the quarters
 * after it.
 *
 * @param cuts days after which an amount is cut in two, because a position is asked for on them
 */
record AssumedRevenue(KnownFacts facts, Currency currency, LocalDate through, NavigableSet<LocalDate> cuts) {

  /** The most digits that an amount may have before the decimal point. */
  private static final int MOST_DIGITS = 18;

  /** The day after the last reported day of the stream; empty for a stream that was never reported. */
  static Optional<LocalDate> firstUnreported(KnownFacts facts, String stream) {
    return facts.reports().of(stream).reduce((earlier, later) -> later).map(last -> last.days().last().plusDays(1));
  }

  /**
   * The amounts of growing revenue. From the last fully reported period on, each period has the amount of the one before times (1 +
   * growth), rounded half-up to the minor unit. In a period that is reported in part, the other days have their even part of its
   * amount.
   *
   * @param at the place of the growth in the question
   * @throws ForecastRefusedException when no period is reported on all its days, or an amount has too many digits
   */
  List<Scenario.Amount> grown(String stream, PeriodScheme scheme, BigDecimal growth, Pointer at) {
    Period period = lastFullyReported(stream, scheme).orElseThrow(() -> nothingToGrowFrom(stream, scheme, at));
    LocalDate first = firstUnreported(facts, stream).orElseThrow();
    BigFraction amount = reportedIn(stream, period.days()).orElseThrow();
    BigFraction factor = Fractions.of(BigDecimal.ONE.add(growth));
    List<Scenario.Amount> amounts = new ArrayList<>();
    for (period = period.next(); period.isNamed() && !period.days().first().isAfter(through); period = period.next()) {
      Money rounded = Rounding.DEFAULT.round(amount.multiply(factor), currency);
      if (rounded.amount().precision() - rounded.amount().scale() > MOST_DIGITS) {
        throw refused(
            at, "grows to more than " + MOST_DIGITS + " digits in " + period.name()
                + "; say a lower growth, or an earlier through");
      }
      amount = rounded.toFraction();
      DateRange whole = period.days();
      BigFraction ofWhole = amount;
      DateRange.ifAny(DateRange.later(first, whole.first()), DateRange.earlier(through, whole.last()))
          .ifPresent(days -> cut(whole, ofWhole, days).forEach(amounts::add));
    }
    return amounts;
  }

  /** The amounts as given, cut at the days of {@code cuts}. */
  List<Scenario.Amount> given(List<Scenario.Amount> amounts) {
    return amounts.stream()
        .flatMap(
            one -> {
              DateRange days = DateRange.of(one.from(), one.through());
              return cut(days, Fractions.of(one.amount()), days);
            })
        .toList();
  }

  private static ForecastRefusedException nothingToGrowFrom(String stream, PeriodScheme scheme, Pointer at) {
    return refused(
        at,
        "no " + scheme.word() + " of '" + stream
            + "' is fully reported, so there is nothing to grow from; give reports");
  }

  private static ForecastRefusedException refused(Pointer at, String message) {
    return new ForecastRefusedException(List.of(new Violation(at, Code.INVALID_VALUE, message)));
  }

  private Optional<Period> lastFullyReported(String stream, PeriodScheme scheme) {
    List<LocalDate> ends =
        facts.reports().of(stream).flatMap(report -> Stream.of(report.days().first(), report.days().last())).toList();
    if (ends.isEmpty()) {
      return Optional.empty();
    }
    Period period = scheme.containing(ends.getLast());
    while (reportedIn(stream, period.days()).isEmpty()) {
      Budget.step();
      if (period.days().first().isBefore(ends.getFirst())) {
        return Optional.empty();
      }
      period = scheme.containing(period.days().first().minusDays(1));
    }
    return Optional.of(period);
  }

  /** The amount reported for the days, each report spread evenly over its own days; empty when a day is not reported. */
  private Optional<BigFraction> reportedIn(String stream, DateRange days) {
    long reported = 0;
    BigFraction amount = BigFraction.ZERO;
    for (KnownReport report : reports(stream, days).toList()) {
      DateRange common = report.days().intersection(days).orElseThrow();
      reported += common.days();
      amount =
          amount.add(
              Fractions.of(report.amount(currency)).multiply(BigFraction.of(common.days(), report.days().days())));
    }
    return reported == days.days() ? Optional.of(amount) : Optional.empty();
  }

  private Stream<KnownReport> reports(String stream, DateRange days) {
    return facts.reports().of(stream, days.first()).takeWhile(report -> !report.days().first().isAfter(days.last()));
  }

  /**
   * The even part of an amount for the days, cut into pieces that sum to it. Each piece is the difference of two rounded running
   * totals.
   */
  private Stream<Scenario.Amount> cut(DateRange whole, BigFraction amount, DateRange days) {
    List<Scenario.Amount> pieces = new ArrayList<>();
    LocalDate first = days.first();
    while (!first.isAfter(days.last())) {
      Budget.row();
      LocalDate cut = cuts.ceiling(first);
      LocalDate last = cut == null ? days.last() : DateRange.earlier(cut, days.last());
      Money piece = until(last, whole, amount).minus(until(first.minusDays(1), whole, amount));
      pieces.add(new Scenario.Amount(first, last, piece.amount()));
      first = last.plusDays(1);
    }
    return pieces.stream();
  }

  private Money until(LocalDate last, DateRange whole, BigFraction amount) {
    long days = DateRange.ifAny(whole.first(), last).map(DateRange::days).orElse(0L);
    return Rounding.DEFAULT.round(amount.multiply(BigFraction.of(days, whole.days())), currency);
  }
}

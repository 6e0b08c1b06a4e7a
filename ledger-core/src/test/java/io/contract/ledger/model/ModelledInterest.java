package io.contract.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The late interest of a period: simple, on overdue principal.
 *
 * @param rates by the days from which they hold
 * @param from the due date, adjusted or not
 * @param charge what is charged once after the grace
 * @param graceEnds the last day on which what is settled bears no interest, even if interest runs from an earlier day
 */
record ModelledInterest(
    NavigableMap<LocalDate, BigDecimal> rates, String dayCount, LocalDate from, LocalDate graceEnds,
    Optional<Node> charge, String compound) {

  static ModelledInterest of(Node written, LocalDate from, LocalDate dueOn, ModelledFixings fixings) {
    NavigableMap<LocalDate, BigDecimal> rates = new TreeMap<>();
    written.optional("index")
        .ifPresent(
            index -> rates.putAll(
                fixings.rates(index, written.optional("spread").map(BigDecimal::new).orElse(BigDecimal.ZERO))));
    written.optional("rate").ifPresent(rate -> rates.put(LocalDate.MIN, new BigDecimal(rate)));
    written.nodes("rates").forEach(step -> rates.put(step.date("from"), step.amount("rate")));
    return new ModelledInterest(rates, written.optional("dayCount").orElse("Act/365F"), from,
        dueOn.plusDays(Long.parseLong(written.optional("graceDays").orElse("0"))), written.node("charge"),
        written.optional("compound").orElse("none"));
  }

  /** What is charged once for a claim of which that much is open when a day after the grace begins. */
  Optional<BigFraction> charge(BigDecimal open, LocalDate day) {
    return charge.filter(any -> day.isAfter(graceEnds) && open.signum() > 0)
        .map(terms -> terms.has("amount")
            ? ModelledLines.fraction(terms.amount("amount"))
            : ModelledLines.fraction(open).multiply(ModelledLines.fraction(terms.amount("rate"))));
  }

  /** Whether interest joins what bears interest on the day: the last of a month, or of a quarter, after the grace. */
  boolean joinsOn(LocalDate day) {
    boolean monthEnds = day.plusDays(1).getDayOfMonth() == 1;
    return day.isAfter(graceEnds) && monthEnds
        && (compound.equals("month") || (compound.equals("quarter") && day.getMonthValue() % 3 == 0));
  }

  /** The interest on an exact amount between two days. */
  BigFraction on(BigFraction amount, LocalDate since, LocalDate until) {
    return amount.multiply(onOne(until).subtract(onOne(since)));
  }

  /**
   * The interest on an amount that was open between two days. Both are counted from the due date, whenever the amount accrued (ADR
   * 0020).
   */
  BigFraction on(BigDecimal principal, LocalDate since, LocalDate until) {
    return ModelledLines.fraction(principal).multiply(onOne(until).subtract(onOne(since)));
  }

  /** The interest on 1 through the day: every rate for the days from its own through the eve of the next. */
  private BigFraction onOne(LocalDate until) {
    BigFraction sum = BigFraction.ZERO;
    if (until.isAfter(from) && until.isAfter(graceEnds)) {
      for (LocalDate step : List.copyOf(rates.keySet())) {
        LocalDate next = rates.higherKey(step);
        LocalDate first = Span.later(step, from);
        LocalDate end = next == null || next.isAfter(until) ? until : next;
        if (end.isAfter(first)) {
          sum = sum.add(ModelledDayCount.years(dayCount, first, end)
              .multiply(ModelledLines.fraction(rates.floorEntry(step).getValue())));
        }
      }
    }
    return sum;
  }
}

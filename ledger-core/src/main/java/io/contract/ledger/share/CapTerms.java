package io.contract.ledger.share;

import io.contract.ledger.budget.Budget;
import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.Years;
import io.contract.ledger.terms.Clause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A cap as it is computed, with no open parameters.
 *
 * @param cap the cap with the basis and counts that are computed with
 * @param start the first day that counts and is limited (domain page, section 5, step 3)
 * @param contractYearsFrom the agreement's effective date, whose anniversaries begin contract years
 */
public record CapTerms(Clause.Cap cap, LocalDate start, LocalDate contractYearsFrom) {

  /** The days that the cap's {@code from} and {@code through} allow; empty when they allow none. */
  public Optional<DateRange> statedDays() {
    LocalDate from = cap.from();
    LocalDate through = cap.through();
    return DateRange.ifAny(
        from == null ? DateRange.BEGINNING : from, through == null ? DateRange.OPEN_END : through);
  }

  /** Whether what is paid counts, not what accrues. */
  public boolean isOnPaid() {
    return cap.basis() == Clause.Cap.Basis.PAID;
  }

  /** Whether the excess that it cuts off accrues in its next window. */
  public boolean isCarried() {
    return cap.excess() == Clause.Cap.Excess.CARRIED;
  }

  /** The first days of the cap's windows among the days. The cap's start is one: no window begins before it. */
  public List<LocalDate> firstDaysOfWindowsIn(DateRange days) {
    List<LocalDate> firstDays = new ArrayList<>();
    Optional<LocalDate> day = Optional.of(days.first());
    while (day.filter(days::contains).isPresent()) {
      Budget.row();
      LocalDate candidate = day.get();
      if (limitingWindowOf(candidate).filter(window -> window.first().equals(candidate)).isPresent()) {
        firstDays.add(candidate);
      }
      day = nextBoundaryAfter(candidate);
    }
    return firstDays;
  }

  /** Whether the cap limits what is earned on that day. */
  public boolean limits(LocalDate day) {
    return limitingWindowOf(day).isPresent();
  }

  /**
   * The window that holds the day, as the cap limits and counts in it: the days from the cap's start on. What one such window cut
   * off, no other takes back. Empty on a day that the cap does not limit.
   *
   * <p>Example: in the calendar year 2027 a cap that counts from 2027-04-01 has the window 2027-04-01 through 2027-12-31.
   */
  public Optional<DateRange> limitingWindowOf(LocalDate day) {
    return windowOf(day).flatMap(this::countingIn).filter(days -> days.contains(day));
  }

  /**
   * The window that holds the day, whether the cap counts yet or not: all days, its calendar, fiscal or contract year, less what
   * {@code from} and {@code through} leave out. Empty when the day itself is left out.
   */
  public Optional<DateRange> windowOf(LocalDate day) {
    DateRange unconfined =
        switch (cap.window()) {
          case LIFETIME -> DateRange.ALWAYS;
          case CALENDAR_YEAR, FISCAL_YEAR, CONTRACT_YEAR -> years().containing(day);
        };
    return statedDays().filter(days -> days.contains(day)).flatMap(unconfined::intersection);
  }

  /** The days of the window that count, from the cap's start on; empty when none does. */
  public Optional<DateRange> countingIn(DateRange window) {
    return DateRange.ifAny(DateRange.later(start, window.first()), window.last());
  }

  /** The years after which it begins to count anew. */
  private Years years() {
    return switch (cap.window()) {
      case CALENDAR_YEAR -> Years.Ending.CALENDAR;
      case FISCAL_YEAR -> cap.fiscal();
      case CONTRACT_YEAR -> new Years.From(contractYearsFrom);
      case LIFETIME -> throw new IllegalStateException("expected a window of a year, found " + cap);
    };
  }

  /** The next day on which a window begins, or the cap begins or ceases to limit. Lines are cut there. */
  public Optional<LocalDate> nextBoundaryAfter(LocalDate day) {
    Optional<LocalDate> own =
        java.util.stream.Stream.of(
            Optional.ofNullable(cap.from()),
            Optional.ofNullable(cap.through()).map(last -> last.plusDays(1)),
            Optional.of(start))
            .flatMap(Optional::stream)
            .filter(boundary -> boundary.isAfter(day))
            .min(LocalDate::compareTo);
    Optional<LocalDate> window =
        switch (cap.window()) {
          case LIFETIME -> Optional.empty();
          case CALENDAR_YEAR, FISCAL_YEAR, CONTRACT_YEAR -> Optional.of(years().containing(day).last().plusDays(1));
        };
    return java.util.stream.Stream.of(own, window).flatMap(Optional::stream).min(LocalDate::compareTo);
  }
}

package io.contract.ledger.terms;

import io.contract.ledger.calendar.Period;
import io.contract.ledger.calendar.PeriodScheme;
import io.contract.ledger.calendar.Years;
import io.contract.ledger.value.Value;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The years by which an agreement counts (domain page, section 13).
 *
 * @param from its effective date, whose anniversaries begin its contract years
 * @param fiscalYearEnds the month in which its fiscal year ends, 1 to 12; null when it names none
 */
public record AgreementYears(LocalDate from, @Nullable Integer fiscalYearEnds) {

  /** Whether the agreement says when its fiscal year ends, so that its terms may speak of fiscal years. */
  boolean hasFiscal() {
    return fiscalYearEnds != null;
  }

  /** The month as documents write it; null when there is none. */
  public @Nullable Value written() {
    return fiscalYearEnds == null ? null : Value.number(fiscalYearEnds);
  }

  /** Its fiscal years; those of the calendar where it has no others. */
  public Years fiscal() {
    return fiscalYearEnds == null ? Years.Ending.CALENDAR : new Years.Ending(Month.of(fiscalYearEnds));
  }

  /** The periods of that length: parts of its fiscal years, but for months, which are those of the calendar. */
  PeriodScheme periods(PeriodScheme.Length length) {
    return new PeriodScheme.OfYears(length, length == PeriodScheme.Length.MONTH ? Years.Ending.CALENDAR : fiscal());
  }

  /** The periods of that length that are parts of its contract years. */
  PeriodScheme contractPeriods(PeriodScheme.Length length) {
    return new PeriodScheme.OfYears(length, new Years.From(from));
  }

  /** The period that has that name by one of these years or the calendar's; empty when none has. */
  Optional<Period> named(String name) {
    return Arrays.stream(PeriodScheme.Length.values())
        .flatMap(length -> Stream.of(periods(length), PeriodScheme.ofCalendar(length), contractPeriods(length)))
        .flatMap(scheme -> scheme.named(name).stream())
        .findFirst();
  }
}

package io.contract.ledger.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.Years;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.Clause.Cap.Basis;
import io.contract.ledger.terms.Clause.Cap.Counts;
import io.contract.ledger.terms.Clause.Cap.Excess;
import io.contract.ledger.terms.Clause.Cap.Window;
import java.time.LocalDate;
import java.time.Month;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days over which caps count (domain page, sections 5 and 11). */
class CapTermsTest {

  private static final LocalDate LEAP_DAY = LocalDate.parse("2020-02-29");

  private static CapTerms terms(Window window, @Nullable String from, @Nullable String through) {
    return new CapTerms(
        new Clause.Cap(
            null,
            Basis.ACCRUED,
            Counts.SINCE_INCEPTION,
            null,
            window,
            new Years.Ending(Month.JUNE),
            from == null ? null : LocalDate.parse(from),
            through == null ? null : LocalDate.parse(through),
            Excess.FORGONE),
        LEAP_DAY,
        LEAP_DAY);
  }

  @ParameterizedTest
  @CsvSource({
      "2021-06-30, 2020-07-01, 2021-06-30",
      "2021-07-01, 2021-07-01, 2022-06-30",
      "2021-12-31, 2021-07-01, 2022-06-30"})
  void fiscalYearsEndWithTheirMonth(LocalDate day, LocalDate first, LocalDate last) {
    assertThat(terms(Window.FISCAL_YEAR, null, null).windowOf(day)).contains(DateRange.of(first, last));
    assertThat(terms(Window.FISCAL_YEAR, null, null).nextBoundaryAfter(day)).contains(last.plusDays(1));
  }

  @ParameterizedTest
  @CsvSource({
      // An agreement of 29 February: its years begin on the 28th in common years.
      "2020-02-29, 2020-02-29, 2021-02-27",
      "2021-02-27, 2020-02-29, 2021-02-27",
      "2021-02-28, 2021-02-28, 2022-02-27",
      "2024-02-28, 2023-02-28, 2024-02-28",
      "2024-02-29, 2024-02-29, 2025-02-27"})
  void contractYearsRunFromAnniversaries(LocalDate day, LocalDate first, LocalDate last) {
    assertThat(terms(Window.CONTRACT_YEAR, null, null).windowOf(day)).contains(DateRange.of(first, last));
  }

  @ParameterizedTest
  @CsvSource({
      "CONTRACT_YEAR, 2021-02-27, 2021-02-28", "CONTRACT_YEAR, 2021-02-28, 2022-02-28",
      "CALENDAR_YEAR, 2021-02-27, 2022-01-01", "CALENDAR_YEAR, 2021-12-31, 2022-01-01"})
  void theNextBoundaryIsTheNextWindows(Window window, LocalDate day, LocalDate next) {
    assertThat(terms(window, null, null).nextBoundaryAfter(day)).contains(next);
  }

  @Test
  void theNextBoundaryIsAlsoTheStartAndTheEndsOfItsDays() {
    CapTerms confined = terms(Window.LIFETIME, "2021-03-01", "2021-03-31");

    assertThat(confined.nextBoundaryAfter(LEAP_DAY.minusDays(1))).contains(LEAP_DAY);
    assertThat(confined.nextBoundaryAfter(LEAP_DAY)).contains(LocalDate.parse("2021-03-01"));
    assertThat(confined.nextBoundaryAfter(LocalDate.parse("2021-03-01"))).contains(LocalDate.parse("2021-04-01"));
    assertThat(confined.nextBoundaryAfter(LocalDate.parse("2021-04-01"))).isEmpty();
  }

  @Test
  void itsDaysConfineItsWindows() {
    CapTerms confined = terms(Window.CALENDAR_YEAR, "2020-12-01", "2021-03-31");

    assertThat(confined.windowOf(LocalDate.parse("2020-12-15")))
        .contains(DateRange.of(LocalDate.parse("2020-12-01"), LocalDate.parse("2020-12-31")));
    assertThat(confined.windowOf(LocalDate.parse("2021-03-31")))
        .contains(DateRange.of(LocalDate.parse("2021-01-01"), LocalDate.parse("2021-03-31")));
    assertThat(confined.windowOf(LocalDate.parse("2020-11-30"))).isEmpty();
    assertThat(confined.windowOf(LocalDate.parse("2021-04-01"))).isEmpty();
    assertThat(terms(Window.LIFETIME, "2021-03-31", "2021-03-01").statedDays()).isEmpty();
  }

  @Test
  void itLimitsFromItsStartOnItsDays() {
    assertThat(terms(Window.LIFETIME, null, null).limits(LEAP_DAY.minusDays(1))).isFalse();
    assertThat(terms(Window.LIFETIME, null, null).limits(LEAP_DAY)).isTrue();
    assertThat(terms(Window.LIFETIME, null, "2020-03-31").limits(LocalDate.parse("2020-03-31"))).isTrue();
    assertThat(terms(Window.LIFETIME, null, "2020-03-31").limits(LocalDate.parse("2020-04-01"))).isFalse();
  }

  @Test
  void noWindowBeginsBeforeItsStart() {
    CapTerms years = terms(Window.CALENDAR_YEAR, null, null);

    assertThat(years.limitingWindowOf(LEAP_DAY)).contains(DateRange.of(LEAP_DAY, LocalDate.parse("2020-12-31")));
    assertThat(years.limitingWindowOf(LEAP_DAY.minusDays(1))).isEmpty();
    assertThat(years.limitingWindowOf(LocalDate.parse("2021-06-30")))
        .contains(DateRange.of(LocalDate.parse("2021-01-01"), LocalDate.parse("2021-12-31")));
  }

  @Test
  void windowsBeginOnTheirFirstDaysWhereItLimits() {
    CapTerms years = terms(Window.CALENDAR_YEAR, null, "2022-06-30");

    assertThat(years.firstDaysOfWindowsIn(DateRange.of(LocalDate.parse("2020-01-01"), LocalDate.parse("2024-12-31"))))
        .containsExactly(LEAP_DAY, LocalDate.parse("2021-01-01"), LocalDate.parse("2022-01-01"));
    assertThat(years.firstDaysOfWindowsIn(DateRange.of(LocalDate.parse("2021-01-01"), LocalDate.parse("2021-12-31"))))
        .containsExactly(LocalDate.parse("2021-01-01"));
    assertThat(years.firstDaysOfWindowsIn(DateRange.of(LocalDate.parse("2021-01-02"), LocalDate.parse("2021-12-31"))))
        .isEmpty();
  }
}

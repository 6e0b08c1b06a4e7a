package io.contract.ledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reporting periods are those of the calendar; spans include both of their ends (domain page, sections 3 and 5). */
class PeriodTest {

  @ParameterizedTest
  @CsvSource({
      "MONTH,     2021-02-28, 2021-02, 2021-02-01, 2021-02-28",
      "MONTH,     2020-02-01, 2020-02, 2020-02-01, 2020-02-29",
      "MONTH,     2021-09-30, 2021-09, 2021-09-01, 2021-09-30",
      "MONTH,     2021-10-01, 2021-10, 2021-10-01, 2021-10-31",
      "QUARTER,   2021-01-01, 2021-Q1, 2021-01-01, 2021-03-31",
      "QUARTER,   2021-05-16, 2021-Q2, 2021-04-01, 2021-06-30",
      "QUARTER,   2021-12-31, 2021-Q4, 2021-10-01, 2021-12-31",
      "HALF_YEAR, 2021-06-30, 2021-H1, 2021-01-01, 2021-06-30",
      "HALF_YEAR, 2021-07-01, 2021-H2, 2021-07-01, 2021-12-31",
      "YEAR,      2021-07-01, 2021,    2021-01-01, 2021-12-31"})
  void aDayIsInThePeriodOfTheCalendar(PeriodScheme.Length length, LocalDate day, String name, LocalDate first,
      LocalDate last) {
    PeriodScheme scheme = PeriodScheme.ofCalendar(length);
    Period period = scheme.containing(day);

    assertThat(period.name()).isEqualTo(name);
    assertThat(period.days()).isEqualTo(DateRange.of(first, last));
    assertThat(scheme.named(name)).contains(period);
  }

  @ParameterizedTest
  @CsvSource({
      "2021-03-15, MONTH,     2021-03-15, CY1-M01, 2021-03-15, 2021-04-14",
      "2021-03-15, MONTH,     2022-03-14, CY1-M12, 2022-02-15, 2022-03-14",
      "2021-03-15, MONTH,     2022-03-15, CY2-M01, 2022-03-15, 2022-04-14",
      "2021-03-15, QUARTER,   2021-06-15, CY1-Q2,  2021-06-15, 2021-09-14",
      "2021-03-15, HALF_YEAR, 2022-03-14, CY1-H2,  2021-09-15, 2022-03-14",
      "2021-03-15, YEAR,      2022-03-15, CY2,     2022-03-15, 2023-03-14",
      // One that would begin on a day that its month lacks begins on the last day of the month.
      "2021-01-31, MONTH,     2021-02-28, CY1-M02, 2021-02-28, 2021-03-30",
      "2021-01-31, MONTH,     2021-03-31, CY1-M03, 2021-03-31, 2021-04-29",
      "2020-02-29, YEAR,      2021-02-27, CY1,     2020-02-29, 2021-02-27",
      "2020-02-29, YEAR,      2021-02-28, CY2,     2021-02-28, 2022-02-27",
      "2020-02-29, YEAR,      2024-02-28, CY4,     2023-02-28, 2024-02-28",
      "2020-02-29, YEAR,      2024-02-29, CY5,     2024-02-29, 2025-02-27"})
  void contractPeriodsRunFromTheAgreementsDay(LocalDate from, PeriodScheme.Length length, LocalDate day, String name,
      LocalDate first, LocalDate last) {
    PeriodScheme scheme = new PeriodScheme.OfYears(length, new Years.From(from));

    assertThat(scheme.containing(day).name()).isEqualTo(name);
    assertThat(scheme.containing(day).days()).isEqualTo(DateRange.of(first, last));
    assertThat(scheme.named(name)).contains(scheme.containing(day));
    assertThat(scheme.named("CY0")).isEmpty();
  }

  private static final PeriodScheme.Schedule WEEKS =
      new PeriodScheme.Schedule(LocalDate.parse("2021-01-04"), List.of(
          new PeriodScheme.Schedule.Named("P00", LocalDate.parse("2021-01-03")),
          new PeriodScheme.Schedule.Named("P01", LocalDate.parse("2021-01-31")),
          new PeriodScheme.Schedule.Named("P02", LocalDate.parse("2021-02-28"))));

  @ParameterizedTest
  @CsvSource({
      "2021-01-04, P01, 2021-01-04, 2021-01-31",
      "2021-01-31, P01, 2021-01-04, 2021-01-31",
      "2021-02-01, P02, 2021-02-01, 2021-02-28",
      "2021-02-28, P02, 2021-02-01, 2021-02-28"})
  void namedPeriodsFollowOneAnotherFromTheFirstDay(LocalDate day, String name, LocalDate first, LocalDate last) {
    Period period = WEEKS.containing(day);

    assertThat(period.name()).isEqualTo(name);
    assertThat(period.days()).isEqualTo(DateRange.of(first, last));
    assertThat(period.isNamed()).isTrue();
    assertThat(WEEKS.named(name)).contains(period);
  }

  @Test
  void aDayAfterTheLastNamedPeriodHasNone() {
    assertThat(WEEKS.containing(day("2021-03-01")).isNamed()).isFalse();
    assertThat(WEEKS.containing(day("2021-02-28")).next().isNamed()).isFalse();
    assertThat(WEEKS.containing(day("2021-01-03")).isNamed()).isFalse();
    assertThat(WEEKS.named("P00")).as("it ends before the first day").isEmpty();
    assertThat(WEEKS.named("P03")).isEmpty();
    assertThat(WEEKS.days()).isEqualTo(DateRange.of(day("2021-01-04"), day("2021-02-28")));
  }

  /** Of an agreement of 1 January, the quarters of the contract year have the days of those of the calendar, and other names. */
  @Test
  void periodsOfTheSameDaysAreTwoWhereTheirNamesAre() {
    Period calendar = PeriodScheme.ofCalendar(PeriodScheme.Length.QUARTER).containing(day("2021-01-01"));
    Period contract =
        new PeriodScheme.OfYears(PeriodScheme.Length.QUARTER, new Years.From(day("2021-01-01")))
            .containing(day("2021-01-01"));

    assertThat(contract.days()).isEqualTo(calendar.days());
    assertThat(contract).isNotEqualTo(calendar).isGreaterThan(calendar);
  }

  @Test
  void aNamedPeriodIsTheSameWhateverFollowsIt() {
    PeriodScheme longer =
        new PeriodScheme.Schedule(WEEKS.first(), List.of(
            new PeriodScheme.Schedule.Named("P01", LocalDate.parse("2021-01-31")),
            new PeriodScheme.Schedule.Named("P02", LocalDate.parse("2021-02-28")),
            new PeriodScheme.Schedule.Named("P03", LocalDate.parse("2021-04-04"))));

    Period known = WEEKS.containing(day("2021-02-01"));
    Period again = longer.containing(day("2021-02-01"));
    assertThat(again).isEqualTo(known).isEqualByComparingTo(known).hasSameHashCodeAs(known);
    assertThat(longer.has(known)).isTrue();
    assertThat(WEEKS.has(longer.containing(day("2021-03-01")))).isFalse();
  }

  /** The fiscal year 2026 ends on 2026-06-30. */
  @ParameterizedTest
  @CsvSource({
      "6,  QUARTER,   2025-07-01, FY2026-Q1, 2025-07-01, 2025-09-30",
      "6,  QUARTER,   2026-06-30, FY2026-Q4, 2026-04-01, 2026-06-30",
      "6,  HALF_YEAR, 2025-12-31, FY2026-H1, 2025-07-01, 2025-12-31",
      "6,  YEAR,      2026-07-01, FY2027,    2026-07-01, 2027-06-30",
      "1,  QUARTER,   2026-01-31, FY2026-Q4, 2025-11-01, 2026-01-31",
      "1,  YEAR,      2026-02-01, FY2027,    2026-02-01, 2027-01-31",
      "11, QUARTER,   2025-12-01, FY2026-Q1, 2025-12-01, 2026-02-28",
      "11, YEAR,      1999-12-01, FY2000,    1999-12-01, 2000-11-30"})
  void fiscalPeriodsAreNamedByTheYearInWhichTheyEnd(int month, PeriodScheme.Length length, LocalDate day, String name,
      LocalDate first, LocalDate last) {
    PeriodScheme scheme = new PeriodScheme.OfYears(length, new Years.Ending(Month.of(month)));

    assertThat(scheme.containing(day).name()).isEqualTo(name);
    assertThat(scheme.containing(day).days()).isEqualTo(DateRange.of(first, last));
    assertThat(scheme.named(name)).contains(scheme.containing(day));
    assertThat(scheme.named(name.substring(2))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2021-Q0", "2021-Q5", "2021-13", "2021-00", "2021-1", "2021-H3", "21", "0000", "2021-q1",
      "2021 Q1", ""})
  void otherTextsNameNoPeriod(String name) {
    assertThat(Arrays.stream(PeriodScheme.Length.values()).map(PeriodScheme::ofCalendar)
        .flatMap(scheme -> scheme.named(name).stream())).isEmpty();
  }

  @Test
  void periodsFollowEachOtherAcrossTheYear() {
    Period q4 = PeriodScheme.ofCalendar(PeriodScheme.Length.QUARTER).containing(day("2021-12-31"));

    assertThat(q4.next().name()).isEqualTo("2022-Q1");
    assertThat(q4.next()).hasToString("2022-Q1");
    assertThat(q4).isLessThan(q4.next());
  }

  @Test
  void periodsAreInOrderOfTheirLastDayThenTheirFirst() {
    Period quarter = PeriodScheme.ofCalendar(PeriodScheme.Length.QUARTER).containing(day("2021-06-30"));
    Period month = PeriodScheme.ofCalendar(PeriodScheme.Length.MONTH).containing(day("2021-06-30"));
    Period half = PeriodScheme.ofCalendar(PeriodScheme.Length.HALF_YEAR).containing(day("2021-06-30"));
    Period july = PeriodScheme.ofCalendar(PeriodScheme.Length.MONTH).containing(day("2021-07-01"));

    assertThat(List.of(july, month, quarter, half).stream().sorted()).containsExactly(half, quarter, month, july);
  }

  @Test
  void aSpanIncludesBothEnds() {
    DateRange quarter = DateRange.of(day("2021-01-01"), day("2021-03-31"));

    assertThat(quarter.days()).isEqualTo(90);
    assertThat(quarter).hasToString("2021-01-01 through 2021-03-31");
    assertThat(quarter.contains(day("2020-12-31"))).isFalse();
    assertThat(quarter.contains(day("2021-01-01"))).isTrue();
    assertThat(quarter.contains(day("2021-03-31"))).isTrue();
    assertThat(quarter.contains(day("2021-04-01"))).isFalse();
    assertThat(DateRange.of(day("2021-01-01"), day("2021-01-01")).days()).isEqualTo(1);
  }

  @Test
  void spansMeetOnTheDaysInBoth() {
    DateRange quarter = DateRange.of(day("2021-01-01"), day("2021-03-31"));

    assertThat(quarter.intersection(DateRange.of(day("2021-03-31"), day("2021-04-30"))))
        .contains(DateRange.of(day("2021-03-31"), day("2021-03-31")));
    assertThat(quarter.intersection(DateRange.of(day("2021-04-01"), day("2021-04-30")))).isEmpty();
    assertThat(quarter.contains(DateRange.of(day("2021-01-01"), day("2021-03-31")))).isTrue();
    assertThat(quarter.contains(DateRange.of(day("2021-01-01"), day("2021-04-01")))).isFalse();
    assertThat(quarter.contains(DateRange.of(day("2020-12-31"), day("2021-03-31")))).isFalse();
  }

  @Test
  void aSpanDoesNotEndBeforeItBegins() {
    assertThatThrownBy(() -> DateRange.of(day("2021-01-02"), day("2021-01-01")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a range that ends on 2021-01-01 before it begins on 2021-01-02");
    assertThat(DateRange.ifAny(day("2021-01-02"), day("2021-01-01"))).isEmpty();
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}

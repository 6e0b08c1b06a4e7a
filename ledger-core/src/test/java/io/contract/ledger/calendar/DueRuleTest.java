package io.contract.ledger.calendar;

import static io.contract.ledger.calendar.DueRule.Roll.FOLLOWING;
import static io.contract.ledger.calendar.DueRule.Roll.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.calendar.DueRule.Roll;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Due dates counted from a period's last day and moved off holidays (domain page, sections 5 and 11). */
class DueRuleTest {

  @ParameterizedTest
  @CsvSource({
      // 2021-02-14 is a Sunday, and the 15th is Presidents' Day in New York.
      "NONE,               USNY,   2021-02-14",
      "FOLLOWING,          USNY,   2021-02-16",
      "FOLLOWING,          SatSun, 2021-02-15",
      "FOLLOWING,          GBLO,   2021-02-15",
      "MODIFIED_FOLLOWING, USNY,   2021-02-16",
      "PRECEDING,          USNY,   2021-02-12",
      "PRECEDING,          SatSun, 2021-02-12"})
  void fortyFiveDaysFromTheEndOf2020(Roll roll, String calendar, LocalDate dueOn) {
    assertThat(new DueRule(45, roll, calendar).dueOn(last("2020-12-31"))).contains(dueOn);
  }

  @ParameterizedTest
  @CsvSource({
      // 2021-07-31 is a Saturday: following leaves the month, modified following turns back.
      "NONE,               2021-07-31",
      "FOLLOWING,          2021-08-02",
      "MODIFIED_FOLLOWING, 2021-07-30",
      "PRECEDING,          2021-07-30"})
  void thirtyOneDaysFromTheEndOfJune(Roll roll, LocalDate dueOn) {
    assertThat(new DueRule(31, roll, "SatSun").dueOn(last("2021-06-30"))).contains(dueOn);
  }

  @ParameterizedTest
  @CsvSource({
      // Christmas 2021 is a Saturday: the Friday before stays a business day.
      "2021-09-30, 85, 2021-12-24",
      // Christmas 2022 is a Sunday: the Monday after is a holiday.
      "2022-09-30, 86, 2022-12-27"})
  void inNewYorkSundayHolidaysMoveToMondayAndSaturdayOnesDoNotMove(LocalDate last, int days, LocalDate dueOn) {
    assertThat(new DueRule(days, FOLLOWING, "USNY").dueOn(DueRule.Start.lastOfPeriod(last))).contains(dueOn);
  }

  @ParameterizedTest
  @CsvSource({
      // A day of the month that is stated; a month that lacks it ends before.
      "2021-03-31, 1, 15,   2021-04-15",
      "2021-12-31, 2, 30,   2022-02-28",
      "2021-12-31, 2, 31,   2022-02-28",
      "2023-12-31, 2, 30,   2024-02-29",
      "2021-03-31, 0, 15,   2021-03-15",
      // Without one, the last of a month stays the last, and another day stays as it is.
      "2021-06-30, 1,   ,   2021-07-31",
      "2021-02-28, 12,   ,  2022-02-28",
      "2021-02-28, 1,   ,   2021-03-31",
      "2021-03-27, 1,   ,   2021-04-27",
      "2024-01-30, 1,   ,   2024-02-29",
      "2021-01-30, 2,   ,   2021-03-30"})
  void monthsLeadToADayOfTheMonth(LocalDate last, int months, Integer day, LocalDate dueOn) {
    DueRule rule = new DueRule(new DueRule.Term.Months(months, Optional.ofNullable(day)), NONE, "SatSun");

    assertThat(rule.dueOn(DueRule.Start.lastOfPeriod(last))).contains(dueOn);
    assertThat(rule.unadjusted(DueRule.Start.lastOfPeriod(last))).isEqualTo(dueOn);
  }

  @Test
  void aDateInMonthsIsMovedOffHolidays() {
    // 2021-05-15 is a Saturday.
    DueRule rule = new DueRule(new DueRule.Term.Months(2, Optional.of(15)), FOLLOWING, "SatSun");

    assertThat(rule.dueOn(last("2021-03-31"))).contains(LocalDate.parse("2021-05-17"));
    assertThat(rule.unadjusted(last("2021-03-31"))).isEqualTo(LocalDate.parse("2021-05-15"));
  }

  @ParameterizedTest
  @CsvSource({
      // The early May bank holiday of London, which New York does not keep.
      "2021-05-03, USNY, 2021-05-03", "2021-05-03, GBLO, 2021-05-04", "2021-05-03, USNY+GBLO, 2021-05-04",
      // Independence Day of New York, on the Monday after its Sunday.
      "2021-07-05, GBLO, 2021-07-05", "2021-07-05, USNY, 2021-07-06", "2021-07-05, GBLO+USNY, 2021-07-06",
      // Easter Monday in London, and Friday of the week before is closed there too.
      "2021-04-02, USNY, 2021-04-02", "2021-04-02, USNY+GBLO, 2021-04-06"})
  void calendarsThatCountTogetherAreClosedWhenOneIs(LocalDate day, String calendar, LocalDate dueOn) {
    assertThat(new DueRule(0, FOLLOWING, calendar).dueOn(DueRule.Start.lastOfPeriod(day))).contains(dueOn);
  }

  /** USNY knows the years 1950 to 2099, EUTA those from 1997 on. */
  @Test
  void calendarsThatCountTogetherKnowTheYearsThatAllKnow() {
    LocalDate last = LocalDate.parse("1996-11-30");

    assertThat(new DueRule(1, FOLLOWING, "USNY").dueOn(DueRule.Start.lastOfPeriod(last)))
        .contains(LocalDate.parse("1996-12-02"));
    assertThat(new DueRule(1, FOLLOWING, "USNY+EUTA").dueOn(DueRule.Start.lastOfPeriod(last))).isEmpty();
    assertThat(new DueRule(1, FOLLOWING, "USNY+EUTA").whyNoDueDate(DueRule.Start.lastOfPeriod(last)))
        .contains("due 1 days after 1996-11-30: holiday calendar USNY+EUTA knows the years 1997 to 2099");
    assertThat(
        new DueRule(new DueRule.Term.Months(1, Optional.of(31)), FOLLOWING, "USNY+GBLO")
            .whyNoDueDate(last("2099-12-31")))
        .contains(
            "due 1 month after 2099-12-31 on the last day: holiday calendar USNY+GBLO knows the years 1950 to 2099");
  }

  @Test
  void aBusinessDayStays() {
    // 2021-03-31 and 45 days is a Saturday, 44 days the Friday before it.
    assertThat(new DueRule(44, FOLLOWING, "SatSun").dueOn(last("2021-03-31")))
        .contains(LocalDate.parse("2021-05-14"));
    assertThat(new DueRule(0, NONE, "SatSun").dueOn(last("2021-03-31")))
        .contains(LocalDate.parse("2021-03-31"));
  }

  @Test
  void theUnadjustedDateIsTheOneBeforeAnyRoll() {
    assertThat(new DueRule(45, FOLLOWING, "USNY").unadjusted(last("2020-12-31")))
        .isEqualTo(LocalDate.parse("2021-02-14"));
  }

  @ParameterizedTest
  @CsvSource({"SatSun, true", "USNY, true", "GBLO, true", "EUTA, true", "ATLANTIS, false", "'', false", "../x, false",
      "USNY+GBLO, true", "USNY+SatSun, true", "USNY+ATLANTIS, false", "USNY+, false", "+USNY, false",
      "USNY GBLO, false"})
  void knowsItsCalendars(String name, boolean known) {
    assertThat(Holidays.isCalendar(name)).isEqualTo(known);
  }

  @ParameterizedTest
  @CsvSource({
      // 2023: 5 May, the fourth Friday after Easter, 9 April. From 2024 on it is a day like others: Easter is 31 March 2024, 20 April
      // 2025 and 13 April 2031. What else falls in these weeks stays: Ascension Day, 9 May 2024, and the day after.
      "2023-05-05, 2023-05-08", "2024-04-26, 2024-04-26", "2025-05-16, 2025-05-16", "2031-05-09, 2031-05-09",
      "2024-05-09, 2024-05-13", "2031-05-22, 2031-05-26"})
  void inCopenhagenTheGreatPrayerDayIsOpenFrom2024On(LocalDate day, LocalDate dueOn) {
    assertThat(new DueRule(0, FOLLOWING, "DKCO").dueOn(DueRule.Start.lastOfPeriod(day))).contains(dueOn);
  }

  @ParameterizedTest
  @CsvSource({
      // Juneteenth 2027 is a Saturday, 2022 a Sunday, 2026 a Friday.
      "2027-06-18, USNY, 2027-06-18", "2027-06-18, NYFD, 2027-06-18", "2022-06-20, USNY, 2022-06-21",
      "2026-06-19, USNY, 2026-06-22",
      // The stock exchange does close on the Friday before.
      "2027-06-18, NYSE, 2027-06-21"})
  void juneteenthOnASaturdayDoesNotMoveInNewYork(LocalDate day, String calendar, LocalDate dueOn) {
    assertThat(new DueRule(0, FOLLOWING, calendar).dueOn(DueRule.Start.lastOfPeriod(day))).contains(dueOn);
  }

  @ParameterizedTest
  @CsvSource({
      // USNY knows the holidays of 1950 to 2099, EUTA those from 1997 on.
      "2099-12-31, FOLLOWING, USNY", "2150-03-31, FOLLOWING, USNY", "1949-06-30, PRECEDING, GBLO",
      "1996-05-01, FOLLOWING, EUTA"})
  void hasNoDueDateInAYearThatItsCalendarDoesNotKnow(LocalDate last, Roll roll, String calendar) {
    DueRule rule = new DueRule(1, roll, calendar);

    assertThat(rule.dueOn(DueRule.Start.lastOfPeriod(last))).isEmpty();
    assertThat(rule.whyNoDueDate(DueRule.Start.lastOfPeriod(last)).orElseThrow())
        .startsWith("due 1 days after " + last + ": holiday calendar " + calendar + " knows the years ")
        .endsWith("2099");
  }

  @Test
  void needsNoHolidaysWhereNothingRolls() {
    LocalDate last = LocalDate.parse("2150-03-31");

    assertThat(new DueRule(1, NONE, "USNY").dueOn(DueRule.Start.lastOfPeriod(last)))
        .contains(LocalDate.parse("2150-04-01"));
    // 2150-04-04 is a Saturday.
    assertThat(new DueRule(4, FOLLOWING, "SatSun").dueOn(DueRule.Start.lastOfPeriod(last)))
        .contains(LocalDate.parse("2150-04-06"));
    assertThat(new DueRule(0, FOLLOWING, "GBLO").dueOn(last("2099-12-31")))
        .contains(LocalDate.parse("2099-12-31"));
  }

  @Test
  void countedFromAStatementTheLastOfAMonthIsADayLikeOthers() {
    DueRule rule =
        new DueRule(new DueRule.Term.Months(1, Optional.empty()), NONE, "SatSun", DueRule.After.STATEMENT);

    assertThat(rule.dueOn(DueRule.Start.on(LocalDate.parse("2021-04-30")))).contains(LocalDate.parse("2021-05-30"));
    assertThat(rule.dueOn(DueRule.Start.on(LocalDate.parse("2021-01-31")))).contains(LocalDate.parse("2021-02-28"));
    assertThat(rule.dueOn(last("2021-04-30"))).contains(LocalDate.parse("2021-05-31"));
  }

  private static DueRule.Start last(String day) {
    return DueRule.Start.lastOfPeriod(LocalDate.parse(day));
  }
}

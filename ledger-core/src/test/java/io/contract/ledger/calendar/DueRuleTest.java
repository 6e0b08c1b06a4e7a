package io.contract.ledger.calendar;

import static io.contract.ledger.calendar.DueRule.Roll.FOLLOWING;
import static io.contract.ledger.calendar.DueRule.Roll.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.calendar.DueRule.Roll;
import java.time.LocalDate;
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
    assertThat(new DueRule(45, roll, calendar).dueOn(LocalDate.parse("2020-12-31"))).isEqualTo(dueOn);
  }

  @ParameterizedTest
  @CsvSource({
      // 2021-07-31 is a Saturday: following leaves the month, modified following turns back.
      "NONE,               2021-07-31",
      "FOLLOWING,          2021-08-02",
      "MODIFIED_FOLLOWING, 2021-07-30",
      "PRECEDING,          2021-07-30"})
  void thirtyOneDaysFromTheEndOfJune(Roll roll, LocalDate dueOn) {
    assertThat(new DueRule(31, roll, "SatSun").dueOn(LocalDate.parse("2021-06-30"))).isEqualTo(dueOn);
  }

  @ParameterizedTest
  @CsvSource({
      // Christmas 2021 is a Saturday: the Friday before stays a business day.
      "2021-09-30, 85, 2021-12-24",
      // Christmas 2022 is a Sunday: the Monday after is a holiday.
      "2022-09-30, 86, 2022-12-27"})
  void inNewYorkSundayHolidaysMoveToMondayAndSaturdayOnesDoNotMove(LocalDate last, int days, LocalDate dueOn) {
    assertThat(new DueRule(days, FOLLOWING, "USNY").dueOn(last)).isEqualTo(dueOn);
  }

  @Test
  void aBusinessDayStays() {
    // 2021-03-31 and 45 days is a Saturday, 44 days the Friday before it.
    assertThat(new DueRule(44, FOLLOWING, "SatSun").dueOn(LocalDate.parse("2021-03-31")))
        .isEqualTo(LocalDate.parse("2021-05-14"));
    assertThat(new DueRule(0, NONE, "SatSun").dueOn(LocalDate.parse("2021-03-31")))
        .isEqualTo(LocalDate.parse("2021-03-31"));
  }

  @Test
  void theUnadjustedDateIsTheOneBeforeAnyRoll() {
    assertThat(new DueRule(45, FOLLOWING, "USNY").unadjusted(LocalDate.parse("2020-12-31")))
        .isEqualTo(LocalDate.parse("2021-02-14"));
  }

  @ParameterizedTest
  @CsvSource({"SatSun, true", "USNY, true", "GBLO, true", "EUTA, true", "ATLANTIS, false", "'', false", "../x, false",
      "USNY+GBLO, false"})
  void knowsItsCalendars(String name, boolean known) {
    assertThat(DueRule.isCalendar(name)).isEqualTo(known);
  }
}

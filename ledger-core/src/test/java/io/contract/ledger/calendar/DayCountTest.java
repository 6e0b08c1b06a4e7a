package io.contract.ledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days of interest as exact parts of a year (domain page, section 5; ISDA 2006 Definitions, section 4.16). */
class DayCountTest {

  @ParameterizedTest
  @CsvSource({
      "Act/365F, 2021-03-31, 2021-05-15, 45, 365",
      "Act/360,  2021-03-31, 2021-05-15, 45, 360",
      // From the 30th of March (the 31st counts as it) to the 15th of May: 1 month and 15 days.
      "30/360,   2021-03-31, 2021-05-15, 45, 360",
      // A leap day is a day of 365, and of 360; for months of 30 days February has 30 days whatever the calendar says.
      "Act/365F, 2024-01-01, 2025-01-01, 366, 365",
      "Act/360,  2024-02-28, 2024-03-01, 2, 360",
      "30/360,   2024-02-28, 2024-03-01, 3, 360",
      "30/360,   2021-01-01, 2022-01-01, 360, 360",
      // The 31st counts as the 30th at the end only when the beginning does.
      "30/360,   2021-01-30, 2021-03-31, 60, 360",
      "30/360,   2021-01-29, 2021-03-31, 62, 360",
      // A whole common year, and a whole leap year.
      "Act/Act ISDA, 2021-01-01, 2022-01-01, 1, 1",
      "Act/Act ISDA, 2024-01-01, 2025-01-01, 1, 1",
      "Act/Act ISDA, 2023-12-31, 2024-01-01, 1, 365",
      "Act/Act ISDA, 2024-01-01, 2024-01-02, 1, 366"})
  void fromOneDayToTheOther(String dayCount, LocalDate from, LocalDate to, int numerator, int denominator) {
    assertThat(DayCount.named(dayCount).orElseThrow().years(from, to))
        .isEqualTo(BigFraction.of(numerator, denominator));
  }

  @Test
  void actualActualCountsEachCalendarYearByItsOwnDays() {
    // 17 days of 2023 and 74 of 2024: 15 December through 14 March.
    assertThat(DayCount.ACT_ACT_ISDA.years(LocalDate.parse("2023-12-15"), LocalDate.parse("2024-03-15")))
        .isEqualTo(BigFraction.of(17, 365).add(BigFraction.of(74, 366)));
    assertThat(DayCount.ACT_ACT_ISDA.counted(LocalDate.parse("2023-12-15"), LocalDate.parse("2024-03-15")))
        .isEqualTo("17/365 + 74/366");
    // 1 of 2023, all of 2024, 1 of 2025.
    assertThat(DayCount.ACT_ACT_ISDA.years(LocalDate.parse("2023-12-31"), LocalDate.parse("2025-01-02")))
        .isEqualTo(BigFraction.of(1, 365).add(BigFraction.ONE).add(BigFraction.of(1, 365)));
  }

  @Test
  void noDayIsNoPartOfAYear() {
    for (DayCount dayCount : DayCount.values()) {
      assertThat(dayCount.years(LocalDate.parse("2024-02-29"), LocalDate.parse("2024-02-29")))
          .isEqualTo(BigFraction.ZERO);
    }
  }

  @Test
  void timeDoesNotRunBackwards() {
    assertThatThrownBy(() -> DayCount.ACT_360.years(LocalDate.parse("2021-03-31"), LocalDate.parse("2021-03-30")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a day from 2021-03-31 on, found 2021-03-30");
  }

  @Test
  void areNamedAsClausesWriteThem() {
    assertThat(DayCount.names()).containsExactly("Act/365F", "Act/360", "30/360", "Act/Act ISDA");
    assertThat(DayCount.named("30/360")).contains(DayCount.THIRTY_360);
    assertThat(DayCount.THIRTY_360.label()).isEqualTo("30/360");
    assertThat(DayCount.named("30E/360")).isEmpty();
  }
}

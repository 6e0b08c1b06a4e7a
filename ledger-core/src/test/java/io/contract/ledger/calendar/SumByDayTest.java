package io.contract.ledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sums over ranges of days, asked before and after more is added. */
class SumByDayTest {

  private static final DateRange JANUARY = range("2021-01-01", "2021-01-31");
  private static final DateRange YEAR = range("2021-01-01", "2021-12-31");

  private final SumByDay<Integer> sums = new SumByDay<>(0, Integer::sum);

  @Test
  void bothEndsOfARangeAreInIt() {
    sums.add(LocalDate.parse("2020-12-31"), 1);
    sums.add(LocalDate.parse("2021-01-01"), 10);
    sums.add(LocalDate.parse("2021-01-31"), 100);
    sums.add(LocalDate.parse("2021-02-01"), 1_000);

    assertThat(sums.in(JANUARY)).isEqualTo(110);
    assertThat(sums.in(YEAR)).isEqualTo(1_110);
  }

  @Test
  void aRangeThatWasAskedForGrowsByWhatFallsIntoIt() {
    sums.add(LocalDate.parse("2021-01-05"), 10);
    assertThat(sums.in(JANUARY)).isEqualTo(10);

    sums.add(LocalDate.parse("2021-01-05"), 5);
    sums.add(LocalDate.parse("2021-02-05"), 20);

    assertThat(sums.in(JANUARY)).isEqualTo(15);
    assertThat(sums.in(YEAR)).isEqualTo(35);
  }

  @Test
  void aCopyGoesItsOwnWay() {
    sums.add(LocalDate.parse("2021-01-05"), 10);
    assertThat(sums.in(JANUARY)).isEqualTo(10);

    SumByDay<Integer> copy = sums.copy();
    copy.add(LocalDate.parse("2021-01-06"), 1);

    assertThat(copy.in(JANUARY)).isEqualTo(11);
    assertThat(sums.in(JANUARY)).isEqualTo(10);
    assertThat(sums.in(YEAR)).isEqualTo(10);
  }

  @Test
  void nothingOnAnyDayIsZero() {
    assertThat(sums.in(DateRange.ALWAYS)).isZero();
  }

  @Test
  void oneDayIsARangeToo() {
    sums.add(LocalDate.parse("2021-01-05"), 10);
    sums.add(LocalDate.parse("2021-01-06"), 20);

    assertThat(sums.in(range("2021-01-05", "2021-01-05"))).isEqualTo(10);
    assertThat(sums.in(range("2021-01-07", "2021-01-07"))).isZero();
  }

  @Test
  void amountsMayComeInAnyOrderOfTheirDays() {
    List<LocalDate> days =
        new ArrayList<>(LocalDate.parse("2019-12-25").datesUntil(LocalDate.parse("2020-03-05")).toList());
    Collections.shuffle(days, new Random(7));
    days.forEach(day -> sums.add(day, day.getDayOfMonth()));

    // 1 + 2 + … + 31 in January, + 29 × 30 ÷ 2 in February of a leap year.
    assertThat(sums.in(range("2020-01-01", "2020-01-31"))).isEqualTo(496);
    assertThat(sums.in(range("2020-01-01", "2020-02-29"))).isEqualTo(496 + 435);
    // 25 through 31 December are 196, 1 through 4 March are 10.
    assertThat(sums.in(DateRange.ALWAYS)).isEqualTo(196 + 496 + 435 + 10);
    assertThat(sums.in(range("2019-12-31", "2020-01-02"))).isEqualTo(31 + 1 + 2);
  }

  private static DateRange range(String first, String last) {
    return DateRange.of(LocalDate.parse(first), LocalDate.parse(last));
  }
}

package io.contract.ledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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

  private static DateRange range(String first, String last) {
    return DateRange.of(LocalDate.parse(first), LocalDate.parse(last));
  }
}

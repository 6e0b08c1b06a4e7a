package io.contract.ledger.share;

import static io.contract.ledger.Given.agreement;
import static io.contract.ledger.Given.share;
import static io.contract.ledger.Shown.figure;
import static io.contract.ledger.Shown.perCap;
import static io.contract.ledger.Shown.perPeriod;
import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.Given;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.Position;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guaranteed shares, each worked by hand: 20 % of net sales by quarter (domain page, section 5, step 4). */
class MinimumTest {

  /** Quarters of 87.50: 17.50 earned in each, 70 in the year. */
  private static Given seventyEarned(Given given) {
    return given.revenue("q1", "2021-01-01", "2021-03-31", "87.50").revenue("q2", "2021-04-01", "2021-06-30", "87.50")
        .revenue("q3", "2021-07-01", "2021-09-30", "87.50").revenue("q4", "2021-10-01", "2021-12-31", "87.50");
  }

  @Test
  @DisplayName("of 100 a year lifts 70 earned to 100 on the year's last day, in the period of that day")
  void aYear() {
    Given given = seventyEarned(agreement(share("minimum: {amount: \"100\"}")));

    assertThat(figure(given.position("2021-12-30"), Figure.ACCRUED)).isEqualTo("52.50");
    assertThat(perPeriod(given.position("2021-12-31"), Figure.GROSS))
        .containsExactly("17.50", "17.50", "17.50", "47.50");
    assertThat(figure(given.position("2021-12-31"), Figure.ACCRUED)).isEqualTo("100.00");
  }

  @Test
  @DisplayName("that was earned adds nothing, to the cent")
  void earned() {
    assertThat(
        figure(seventyEarned(agreement(share("minimum: {amount: \"70\"}"))).position("2021-12-31"), Figure.ACCRUED))
        .isEqualTo("70.00");
    assertThat(
        figure(seventyEarned(agreement(share("minimum: {amount: \"70.01\"}"))).position("2021-12-31"), Figure.ACCRUED))
        .isEqualTo("70.01");
  }

  @ParameterizedTest
  @CsvSource({
      // 70 earned, 20 below the cap: of the 30 that lack 20 fit under it. What is outside does not count toward it.
      "true,  90.00,  10.00, 90.00, 0.00",
      "false, 100.00, 0.00,  70.00, 20.00"})
  void isLimitedByTheCapUnlessItStandsOutside(
      boolean counts, String accrued, String forgone, String counted, String headroom) {
    Position position = seventyEarned(
        agreement(
            share("minimum: {amount: \"100\", countsTowardCap: " + counts
                + "}, cap: {amount: \"90\", basis: accrued, counts: since-inception}")))
        .position("2021-12-31");

    assertThat(figure(position, Figure.ACCRUED)).isEqualTo(accrued);
    assertThat(figure(position, Figure.FORGONE)).isEqualTo(forgone);
    assertThat(perCap(position, Figure.COUNTED)).containsExactly(counted);
    assertThat(perCap(position, Figure.HEADROOM)).containsExactly(headroom);
  }

  @Test
  @DisplayName("outside a cap on what is paid counts all the same once it is paid: 100 paid under a cap of 90 is 10 too much")
  void outsideAPaidCap() {
    Position position = seventyEarned(
        agreement(
            share("minimum: {amount: \"100\", countsTowardCap: false},"
                + " cap: {amount: \"90\", basis: paid, counts: since-inception}")))
        .payment("p1", "2022-01-10", "100").position("2022-01-10");

    assertThat(figure(position, Figure.ACCRUED)).isEqualTo("100.00");
    assertThat(perCap(position, Figure.COUNTED)).containsExactly("100.00");
    assertThat(perCap(position, Figure.OVERAGE)).containsExactly("10.00");
  }

  @ParameterizedTest
  @CsvSource({
      // In force from 1 January through 1 July: 182 of 365 days, 49.863… of 100.
      "true,  49.86", "false, 100.00"})
  void isProratedWhereTheClauseCoversAPartOfTheYear(boolean prorate, String accrued) {
    Given given = agreement(share("through: 2021-07-01, minimum: {amount: \"100\", prorate: " + prorate + "}"))
        .revenue("none", "2021-01-01", "2021-07-01", "0");

    assertThat(figure(given.position("2021-06-30"), Figure.ACCRUED)).isEqualTo("0.00");
    assertThat(figure(given.position("2021-07-01"), Figure.ACCRUED)).isEqualTo(accrued);
    assertThat(figure(given.position("2022-12-31"), Figure.ACCRUED)).isEqualTo(accrued);
  }

  @Test
  @DisplayName("of a whole year is not prorated, nor is one of a clause that begins with it")
  void wholeYear() {
    Position position = seventyEarned(agreement(share("minimum: {amount: \"100\", prorate: true}")))
        .position("2021-12-31");

    assertThat(figure(position, Figure.ACCRUED)).isEqualTo("100.00");
  }

  @Test
  @DisplayName("is prorated first and then what is earned is taken off: 49.86 − 20 = 29.86 from 1 January through 1 July")
  void proratedAndEarned() {
    // 100 over 181 days: 49.72… in the 90 of Q1, 50.27… in the 91 of Q2.
    Position position = agreement(share("through: 2021-07-01, minimum: {amount: \"100\", prorate: true}"))
        .revenue("some", "2021-01-01", "2021-06-30", "100").revenue("last", "2021-07-01", "2021-07-01", "0")
        .position("2021-07-01");

    assertThat(perPeriod(position, Figure.ACCRUED)).containsExactly("9.94", "10.06", "29.86");
  }

  @Test
  @DisplayName("waits until every day of the year is reported")
  void waitsForReports() {
    Given given = agreement(share("minimum: {amount: \"100\"}")).revenue("q1", "2021-01-01", "2021-03-31", "87.50")
        .revenue("q3", "2021-07-01", "2021-09-30", "87.50").revenue("q4", "2021-10-01", "2021-12-31", "87.50");
    assertThat(figure(given.position("2022-06-30"), Figure.ACCRUED)).isEqualTo("52.50");

    given.revenue("q2", "2021-04-01", "2021-06-29", "87.50");
    assertThat(figure(given.position("2022-06-30"), Figure.ACCRUED)).isEqualTo("70.00");

    given.revenue("last", "2021-06-30", "2021-06-30", "0");
    assertThat(figure(given.position("2022-06-30"), Figure.ACCRUED)).isEqualTo("100.00");
  }

  @Test
  @DisplayName("needs a report of every stream of the base, and none of a deduction")
  void everyStream() {
    Given given = agreement(
        share("period: year, minimum: {amount: \"100\"}").replace("period: quarter, ", "")
            .replace("base: net-sales", "base: {streams: [net-sales, licences], deduct: [returns]}"))
        .revenue("sales", "2021-01-01", "2021-12-31", "350");
    assertThat(figure(given.position("2021-12-31"), Figure.ACCRUED)).isEqualTo("70.00");

    given.and("revenue", "{id: lic, stream: licences, from: 2021-01-01, through: 2021-12-31, amount: \"0\"}");
    assertThat(figure(given.position("2021-12-31"), Figure.ACCRUED)).isEqualTo("100.00");
  }

  @Test
  @DisplayName("per period lifts each by itself: 17.50 to 25, and 30 not")
  void perPeriodEach() {
    Position position = agreement(share("minimum: {amount: \"25\", per: period}"))
        .revenue("q1", "2021-01-01", "2021-03-31", "87.50").revenue("q2", "2021-04-01", "2021-06-30", "150")
        .revenue("q3", "2021-07-01", "2021-09-30", "0").position("2021-09-30");

    assertThat(perPeriod(position, Figure.ACCRUED)).containsExactly("25.00", "30.00", "25.00");
  }

  @Test
  @DisplayName("also makes up for what is below zero: −10 earned lacks 110 to 100")
  void belowZero() {
    Position position = agreement(share("minimum: {amount: \"100\", per: period}"))
        .revenue("q1", "2021-01-01", "2021-03-31", "-50").position("2021-03-31");

    assertThat(perPeriod(position, Figure.GROSS)).containsExactly("100.00");
    assertThat(figure(position, Figure.OUTSTANDING)).isEqualTo("100.00");
  }

  @Test
  @DisplayName("is that of the revision in force on the last day: raised to 120 in October, the year comes to 120")
  void ofTheRevisionOfTheLastDay() {
    Position position = seventyEarned(agreement(share("minimum: {amount: \"100\"}")))
        .amendment(1, "2021-10-01", "{revise: {clause: share, set: {minimum: {amount: \"120\"}}}}")
        .position("2021-12-31");

    assertThat(figure(position, Figure.ACCRUED)).isEqualTo("120.00");
  }

  @Test
  @DisplayName("recoupable is an advance that later periods pay back first, before their own minimum is looked at")
  void recoupable() {
    // Q1 earns 70: 30 advanced. Q2 earns 110, pays back 30, comes to 80: 20 advanced. Q3 earns 200 and pays back 20.
    Given given = agreement(share("minimum: {amount: \"100\", per: period, recoupable: true}"))
        .revenue("q1", "2021-01-01", "2021-03-31", "350").revenue("q2", "2021-04-01", "2021-06-30", "550")
        .revenue("q3", "2021-07-01", "2021-09-30", "1000");

    assertThat(perPeriod(given.position("2021-09-30"), Figure.ACCRUED)).containsExactly("100.00", "100.00", "180.00");
    assertThat(perPeriod(given.position("2021-09-30"), Figure.GROSS)).containsExactly("100.00", "100.00", "180.00");
  }

  @Test
  @DisplayName("recoupable is paid back by positive lines alone, and by no more than each is")
  void recoupedByPositiveLines() {
    // A year of nothing advances 100. Q1 earns −10, Q2 earns 60 and pays back 60, Q3 earns 50 and pays back the other 40.
    Position position = agreement(
        share("minimum: {amount: \"100\", recoupable: true}")).revenue("y", "2021-01-01", "2021-12-31", "0")
        .revenue("q1", "2022-01-01", "2022-03-31", "-50").revenue("q2", "2022-04-01", "2022-06-30", "300")
        .revenue("q3", "2022-07-01", "2022-09-30", "250").position("2022-09-30");

    assertThat(perPeriod(position, Figure.GROSS))
        .containsExactly("0.00", "0.00", "0.00", "100.00", "-10.00", "0.00", "10.00");
  }

  @Test
  @DisplayName("recoupable advances only what a cap let accrue: 20 of 30, and so 20 are paid back")
  void recoupableUnderACap() {
    Position position = seventyEarned(
        agreement(
            share("minimum: {amount: \"100\", recoupable: true},"
                + " cap: {amount: \"90\", basis: accrued, counts: since-inception, window: calendar-year}")))
        .revenue("next", "2022-01-01", "2022-03-31", "250").position("2022-03-31");

    assertThat(perPeriod(position, Figure.ACCRUED)).containsExactly("17.50", "17.50", "17.50", "37.50", "30.00");
  }
}

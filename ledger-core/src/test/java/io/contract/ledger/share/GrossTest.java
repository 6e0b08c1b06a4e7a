package io.contract.ledger.share;

import static io.contract.ledger.Given.agreement;
import static io.contract.ledger.Given.share;
import static io.contract.ledger.Shown.figure;
import static io.contract.ledger.Shown.perPeriod;
import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.Given;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.Position;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gross shares, each worked by hand: 20 % of net sales by quarter unless said (domain page, section 5, steps 1 and 2). */
class GrossTest {

  @ParameterizedTest
  @CsvSource({
      // Quarters of 100, −150 and 200: shares of +20, −30 and +40.
      "carry, 20.00, -30.00, 40.00, 20.00, -10.00, 30.00",
      "floor, 20.00, 0.00, 40.00, 20.00, 20.00, 60.00"})
  void aPeriodBelowZeroIsCarriedOrCountsAsZero(
      String negative, String first, String second, String third, String one, String two, String three) {
    Given given = agreement(share("negative: " + negative)).revenue("q1", "2021-01-01", "2021-03-31", "100")
        .revenue("q2", "2021-04-01", "2021-06-30", "-150").revenue("q3", "2021-07-01", "2021-09-30", "200");

    assertThat(perPeriod(given.position("2021-09-30"), Figure.ACCRUED)).containsExactly(first, second, third);
    assertThat(figure(given.position("2021-03-31"), Figure.ACCRUED)).isEqualTo(one);
    assertThat(figure(given.position("2021-06-30"), Figure.ACCRUED)).isEqualTo(two);
    assertThat(figure(given.position("2021-09-30"), Figure.ACCRUED)).isEqualTo(three);
  }

  @ParameterizedTest
  @CsvSource({"carry, 20.00, -10.00, 30.00", "floor, 20.00, 0.00, 30.00"})
  @DisplayName("within a period the floor holds the running total: +20, −30, +40 stand at 20, 0 and 30")
  void theFloorIsOfTheRunningTotal(String negative, String january, String february, String march) {
    Given given = agreement(share("negative: " + negative)).revenue("jan", "2021-01-01", "2021-01-31", "100")
        .revenue("feb", "2021-02-01", "2021-02-28", "-150").revenue("mar", "2021-03-01", "2021-03-31", "200");

    assertThat(figure(given.position("2021-01-31"), Figure.GROSS)).isEqualTo(january);
    assertThat(figure(given.position("2021-02-28"), Figure.GROSS)).isEqualTo(february);
    assertThat(figure(given.position("2021-03-31"), Figure.GROSS)).isEqualTo(march);
  }

  @Test
  @DisplayName("streams are added and deductions subtracted: 300 + 200 − 100 is a base of 400 and a share of 80")
  void deductions() {
    Given given = agreement(
        share("").replace("base: net-sales", "base: {streams: [net-sales, licences], deduct: [returns]}"))
        .revenue("sales", "2021-01-01", "2021-03-31", "300")
        .and("revenue", "{id: lic, stream: licences, from: 2021-01-01, through: 2021-03-31, amount: \"200\"}")
        .and("revenue", "{id: ret, stream: returns, from: 2021-01-01, through: 2021-03-31, amount: \"100\"}");
    Position position = given.position("2021-03-31");

    assertThat(perPeriod(position, Figure.BASE)).containsExactly("400.00");
    assertThat(perPeriod(position, Figure.ACCRUED)).containsExactly("80.00");
  }

  @Test
  @DisplayName("reports of a base that overlap in part are cut at each other's ends: 90 a quarter and 31 of January, one a day each")
  void reportsCutEachOther() {
    // Under a cap of 10 the lines show: January 62 × 0.20 = 12.40, so that it is full on the 25th day, ⌈10 × 31 ÷ 12.40⌉.
    Position position = agreement(
        share("cap: {amount: \"10\", basis: accrued, counts: since-inception}")
            .replace("base: net-sales", "base: {streams: [net-sales, licences]}"))
        .revenue("sales", "2021-01-01", "2021-03-31", "90")
        .and("revenue", "{id: lic, stream: licences, from: 2021-01-01, through: 2021-01-31, amount: \"31\"}")
        .position("2021-03-31");

    assertThat(perPeriod(position, Figure.GROSS)).containsExactly("24.20");
    assertThat(position.caps().getFirst().reachedOn()).contains(java.time.LocalDate.parse("2021-01-25"));
  }

  @ParameterizedTest
  @CsvSource({"JPY, 12345, 864", "BHD, 12.345, 0.864", "USD, 123.45, 8.64"})
  void sharesHaveTheDecimalsOfTheCurrency(String currency, String amount, String gross) {
    // 7 %: 864.15, 0.86415 and 8.6415.
    Position position = agreement(currency, share("").replace("0.20", "0.07"))
        .revenue("q1", "2021-01-01", "2021-03-31", amount).position("2021-03-31");

    assertThat(perPeriod(position, Figure.GROSS)).containsExactly(gross);
  }

  @ParameterizedTest
  @CsvSource({"half-up, 10.05, 1.01", "half-up, -10.05, -1.01", "half-even, 10.05, 1.00", "half-even, -10.05, -1.00"})
  void aHalfGoesAwayFromZeroOrToTheEvenCent(String mode, String amount, String gross) {
    Position position = agreement(share("rounding: {mode: " + mode + "}").replace("0.20", "0.10"))
        .revenue("q1", "2021-01-01", "2021-03-31", amount).position("2021-03-31");

    assertThat(perPeriod(position, Figure.GROSS)).containsExactly(gross);
  }

  @Test
  @DisplayName("rounded on the period, the running totals are: 1.005, 2.01, 3.015 stand at 1.01, 2.01 and 3.02; the next period begins anew")
  void roundedOnThePeriod() {
    Given given = agreement(share("rounding: {at: period}").replace("0.20", "0.10"))
        .revenue("jan", "2021-01-01", "2021-01-31", "10.05").revenue("feb", "2021-02-01", "2021-02-28", "10.05")
        .revenue("mar", "2021-03-01", "2021-03-31", "10.05").revenue("apr", "2021-04-01", "2021-04-30", "10.05");

    assertThat(figure(given.position("2021-01-31"), Figure.GROSS)).isEqualTo("1.01");
    assertThat(figure(given.position("2021-02-28"), Figure.GROSS)).isEqualTo("2.01");
    assertThat(perPeriod(given.position("2021-04-30"), Figure.GROSS)).containsExactly("3.02", "1.01");
  }

  @Test
  @DisplayName("a report over two periods is cut by days: 181 from January through June are 90 and 91, shares of 18.00 and 18.20")
  void cutAtPeriods() {
    Position position = agreement(share("")).revenue("half", "2021-01-01", "2021-06-30", "181")
        .position("2021-06-30");

    assertThat(perPeriod(position, Figure.BASE)).containsExactly("90.00", "91.00");
    assertThat(perPeriod(position, Figure.GROSS)).containsExactly("18.00", "18.20");
  }

  @Test
  @DisplayName("a report in another currency counts at its rate: EUR 100 at 1.10 are 110, a share of 22")
  void anotherCurrency() {
    Position position = agreement(share(""))
        .and("revenue", "{id: q1, stream: net-sales, from: 2021-01-01, through: 2021-03-31, amount: \"100\","
            + " currency: EUR, fxRate: \"1.10\"}")
        .position("2021-03-31");

    assertThat(perPeriod(position, Figure.BASE)).containsExactly("110.00");
    assertThat(perPeriod(position, Figure.GROSS)).containsExactly("22.00");
  }

  /** 0.90 in the quarter are 0.01 a day: 0.45 at 50 %. Cut after January they were 0.155 and 0.295, which round to 0.16 and 0.30. */
  @ParameterizedTest
  @CsvSource({"'title: Revenue share', 0.45", "'text: As agreed.', 0.45", "'allocation: principal-first', 0.46"})
  void anAmendmentCutsAReportUnlessItChangesTitleAndTextAlone(String set, String gross) {
    Position position = agreement(share("").replace("0.20", "0.50"))
        .amendment(1, "2021-02-01", "{revise: {clause: share, set: {" + set + "}}}")
        .revenue("q1", "2021-01-01", "2021-03-31", "0.90").position("2021-03-31");

    assertThat(figure(position, Figure.GROSS)).isEqualTo(gross);
  }

  @Test
  @DisplayName("days on which the clause was out of force earn nothing, though it reads the same before and after: 31 and 31 of 90 days")
  void notInForceInBetween() {
    Position position = agreement(share(""))
        .amendment(1, "2021-02-01", "{revise: {clause: share, set: {through: 2021-01-31}}}")
        .amendment(2, "2021-03-01", "{revise: {clause: share, set: {through: null}}}")
        .revenue("q1", "2021-01-01", "2021-03-31", "90").position("2021-03-31");

    assertThat(figure(position, Figure.GROSS)).isEqualTo("12.40");
  }
}

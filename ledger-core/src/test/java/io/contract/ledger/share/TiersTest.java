package io.contract.ledger.share;

import static io.contract.ledger.Given.agreement;
import static io.contract.ledger.Shown.perPeriod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contract.ledger.Given;
import io.contract.ledger.calendar.Years;
import io.contract.ledger.money.Fractions;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.Position;
import io.contract.ledger.terms.ShareRate;
import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tiers, worked by hand: to 100 at 10 %, to 250 at 15 %, above at 20 % (domain page, section 5, step 2). Marginal, f(120) = 10 + 3
 * = 13, f(240) = 10 + 21 = 31, f(300) = 10 + 22.50 + 10 = 42.50; whole, f(120) = 18, f(240) = 36, f(300) = 60.
 */
class TiersTest {

  private static final String BANDS =
      "bands: [{upTo: \"100\", rate: \"0.10\"}, {upTo: \"250\", rate: \"0.15\"}, {rate: \"0.20\"}]";

  private static String share(String attributes) {
    return "{id: share, kind: revenue-share, payer: acme, payee: globex, base: net-sales, period: quarter, "
        + attributes
        + "}";
  }

  private static Given tiers(String attributes) {
    return agreement(share("tiers: {" + attributes + ", " + BANDS + "}"));
  }

  private static Given threeReports(Given given) {
    return given.revenue("q1", "2021-01-01", "2021-03-31", "120")
        .revenue("q2", "2021-04-01", "2021-06-30", "180")
        .revenue("q3", "2021-07-01", "2021-09-30", "-60");
  }

  @ParameterizedTest
  @CsvSource({
      // f(120), f(300) − f(120), f(240) − f(300)
      "marginal, 13.00, 29.50, -11.50",
      "whole,    18.00, 42.00, -24.00"})
  void overALifetimeALineIsTheDifferenceOfTwoTotals(String scheme, String first, String second, String third) {
    Position position = threeReports(tiers("over: lifetime, scheme: " + scheme)).position("2021-09-30");

    assertThat(perPeriod(position, Figure.GROSS)).containsExactly(first, second, third);
  }

  @ParameterizedTest
  @CsvSource({
      "marginal, 100, 10.00", "whole, 100, 10.00",
      "marginal, 250, 32.50", "whole, 250, 37.50",
      // One cent more is rated, or re-rated, by the next band: 250.10 × 0.20 = 50.02.
      "marginal, 100.10, 10.02", "whole, 100.10, 15.02",
      "marginal, 250.10, 32.52", "whole, 250.10, 50.02"})
  void upToBelongsToItsBand(String scheme, String amount, String gross) {
    Position position = tiers("scheme: " + scheme).revenue("q1", "2021-01-01", "2021-03-31", amount)
        .position("2021-03-31");

    assertThat(perPeriod(position, Figure.GROSS)).containsExactly(gross);
  }

  @ParameterizedTest
  @CsvSource({"marginal", "whole"})
  void belowZeroTheFirstBandsRateGoesOn(String scheme) {
    Position position = tiers("scheme: " + scheme).revenue("q1", "2021-01-01", "2021-03-31", "-50")
        .position("2021-03-31");

    assertThat(perPeriod(position, Figure.GROSS)).containsExactly("-5.00");
  }

  @Test
  @DisplayName("fill anew in every period unless said otherwise: 120 and 120 are 13 and 13; month by month 60 and 60 are 6 and 7")
  void overAPeriod() {
    Position position = tiers("scheme: marginal").revenue("q1", "2021-01-01", "2021-03-31", "120")
        .revenue("apr", "2021-04-01", "2021-04-30", "60").revenue("may", "2021-05-01", "2021-05-31", "60")
        .position("2021-05-31");
    assertThat(perPeriod(position, Figure.GROSS)).containsExactly("13.00", "13.00");

    Position april = tiers("scheme: marginal").revenue("apr", "2021-04-01", "2021-04-30", "60").position("2021-04-30");
    assertThat(perPeriod(april, Figure.GROSS)).containsExactly("0.00", "6.00");
  }

  @Test
  @DisplayName("over a calendar year fill anew on 1 January: 120, 120 | 120 are 13, 18 | 13")
  void overACalendarYear() {
    Position position = tiers("over: calendar-year").revenue("q3", "2021-07-01", "2021-09-30", "120")
        .revenue("q4", "2021-10-01", "2021-12-31", "120").revenue("next", "2022-01-01", "2022-03-31", "120")
        .position("2022-03-31");
    assertThat(perPeriod(position, Figure.GROSS)).containsExactly("0.00", "0.00", "13.00", "18.00", "13.00");
  }

  @Test
  @DisplayName("over a lifetime go on from year to year: 120 | 120 are 13 | 18")
  void overALifetime() {
    Position position = tiers("over: lifetime").revenue("q4", "2021-10-01", "2021-12-31", "120")
        .revenue("next", "2022-01-01", "2022-03-31", "120").position("2022-03-31");
    assertThat(perPeriod(position, Figure.GROSS)).containsExactly("0.00", "0.00", "0.00", "13.00", "18.00");
  }

  @Test
  @DisplayName("changed by amendment go on from the total so far: whole at 30 % to 100 and 40 % above, f_new(300) − f_new(120) = 120 − 48")
  void changedBetween() {
    Position position = threeReports(tiers("over: lifetime, scheme: marginal"))
        .amendment(1, "2021-04-01", "{revise: {clause: share, set: {tiers: {scheme: whole,"
            + " bands: [{upTo: \"100\", rate: \"0.30\"}, {rate: \"0.40\"}]}}}}")
        .position("2021-06-30");
    assertThat(perPeriod(position, Figure.GROSS)).containsExactly("13.00", "72.00");
  }

  @Test
  @DisplayName("are filled by lines that another revision judged by a rate: 120 at 20 % is 24, then f(300) − f(120) = 29.50")
  void afterARate() {
    Position position = threeReports(agreement(share("rate: \"0.20\"")))
        .amendment(1, "2021-04-01",
            "{revise: {clause: share, set: {rate: null, tiers: {over: lifetime, " + BANDS + "}}}}")
        .position("2021-06-30");
    assertThat(perPeriod(position, Figure.GROSS)).containsExactly("24.00", "29.50");
  }

  @Test
  @DisplayName("are not filled before the clause begins: of two reports of 120 the second alone is the clause's, 13")
  void notBeforeTheClause() {
    Position position = agreement(share("from: 2021-04-01, tiers: {over: lifetime, " + BANDS + "}"))
        .revenue("q1", "2021-01-01", "2021-03-31", "120").revenue("q2", "2021-04-01", "2021-06-30", "120")
        .position("2021-06-30");
    assertThat(perPeriod(position, Figure.GROSS)).containsExactly("13.00");
  }

  @Test
  @DisplayName("cut a report that crosses into another window: a year of 1 a day from 1 July, 184 days in 2021 and 181 in 2022")
  void cutAtTheirWindows() {
    // 184: 10 + 12.60 = 22.60; 181: 10 + 12.15 = 22.15. Uncut it would be f(365) = 55.50.
    Position position = agreement(
        share("tiers: {over: calendar-year, " + BANDS + "}").replace("period: quarter", "period: half-year"))
        .revenue("all", "2021-07-01", "2022-06-30", "365").position("2022-06-30");
    assertThat(perPeriod(position, Figure.GROSS)).containsExactly("0.00", "22.60", "22.15");
  }

  private static final String MONTHLY =
      "{revise: {clause: share, set: {rate: null, period: month, tiers: {over: period, scheme: marginal,"
          + " bands: [{upTo: \"20\", rate: \"0.10\"}, {rate: \"0.20\"}]}}}}";

  @Test
  @DisplayName("are filled by all days of their window, also those that an earlier revision judged: of February 14 days before, 14 after")
  void filledFromTheirWindowsFirstDay() {
    // 1 a day at 20 %: 6.20 and 2.80. From 15 February by month, to 20 at 10 %: f(28) − f(14) = 3.60 − 1.40; f(31) = 4.20.
    Position position = agreement(share("rate: \"0.20\""))
        .amendment(1, "2021-02-15", MONTHLY)
        .revenue("q1", "2021-01-01", "2021-03-31", "90").position("2021-03-31");

    assertThat(position.periods()).extracting(row -> row.period()).containsExactly("2021-02", "2021-Q1", "2021-03");
    assertThat(perPeriod(position, Figure.GROSS)).containsExactly("2.20", "9.00", "4.20");
  }

  @Test
  @DisplayName("cut nothing when they were never in force: 0.90 at 50 % are 0.45, not 0.16, 0.14 and 0.16 of three months")
  void neverInForce() {
    Position position = agreement(share("rate: \"0.50\""))
        .amendment(1, "2021-04-01", MONTHLY)
        .amendment(2, "2021-04-01", "{revise: {clause: share, set: {rate: \"0.50\", tiers: null, period: quarter}}}")
        .revenue("q1", "2021-01-01", "2021-03-31", "0.90").position("2021-04-01");

    assertThat(perPeriod(position, Figure.GROSS)).containsExactly("0.45", "0.00");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"MARGINAL, 10.20", "WHOLE, 20.20"})
  @DisplayName("have a last band that goes on: 101 of bands to 100 at 10 % and above at 20 %")
  void theLastBandGoesOn(ShareRate.Tiers.Scheme scheme, String above) {
    ShareRate.Tiers tiers = tiers(scheme, band("100", "0.10"));

    assertThat(TierRates.of(tiers).share(BigFraction.of(100))).isEqualTo(BigFraction.of(10));
    assertThat(TierRates.of(tiers).share(BigFraction.of(101))).isEqualTo(Fractions.of(new BigDecimal(above)));
  }

  @Test
  @DisplayName("cannot have bands that do not rise from 0, or a rate below 0")
  void illegalTiers() {
    assertThatThrownBy(() -> tiers(ShareRate.Tiers.Scheme.WHOLE, band("100", "0.10"), band("100", "0.15")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expected bands that rise from 0, found ");
    assertThatThrownBy(() -> tiers(ShareRate.Tiers.Scheme.WHOLE, band("0", "0.10")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expected bands that rise from 0, found ");
    assertThatThrownBy(() -> band("100", "-0.1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a rate of 0 or more, found -0.1");
  }

  private static ShareRate.Tiers tiers(ShareRate.Tiers.Scheme scheme, ShareRate.Tiers.Band... bands) {
    return new ShareRate.Tiers(ShareRate.Tiers.Over.LIFETIME, Years.Ending.CALENDAR, scheme, List.of(bands),
        new BigDecimal("0.20"));
  }

  private static ShareRate.Tiers.Band band(String upTo, String rate) {
    return new ShareRate.Tiers.Band(new BigDecimal(upTo), new BigDecimal(rate));
  }
}

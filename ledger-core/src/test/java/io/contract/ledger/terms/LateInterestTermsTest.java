package io.contract.ledger.terms;

import static io.contract.ledger.Given.agreement;
import static io.contract.ledger.Given.share;
import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.terms.RateSteps.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What late interest is by (domain page, sections 15 and 16): rates that follow one another, units, and which clauses are refused. */
class LateInterestTermsTest {

  private static final BigDecimal EIGHT = new BigDecimal("0.08");
  private static final BigDecimal TEN = new BigDecimal("0.10");

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  @Test
  void aRateHoldsFromItsDayUntilThatOfTheNext() {
    RateSteps steps =
        new RateSteps(
            List.of(new RateSteps.Step(day("2021-07-01"), TEN), new RateSteps.Step(day("2021-04-15"), EIGHT)));

    assertThat(steps.between(day("2021-03-31"), day("2021-08-15")))
        .containsExactly(
            new Span(day("2021-04-15"), day("2021-07-01"), EIGHT), new Span(day("2021-07-01"), day("2021-08-15"), TEN));
    assertThat(steps.between(day("2021-05-01"), day("2021-07-01")))
        .containsExactly(new Span(day("2021-05-01"), day("2021-07-01"), EIGHT));
    assertThat(steps.between(day("2021-01-01"), day("2021-04-15"))).isEmpty();
    assertThat(steps.between(day("2021-07-01"), day("2021-07-01"))).isEmpty();
  }

  @Test
  void anIndexMakesRatesThatAreNeverBelowZeroAndNotKnownBeforeItIsFixed() {
    IndexedRate sofr = new IndexedRate("SOFR", new BigDecimal("-0.01"));
    RateSteps steps =
        RateSteps.fixed(
            sofr,
            Map.of(day("2021-05-01"), new BigDecimal("0.09"), day("2021-03-31"), new BigDecimal("-0.02"),
                day("2021-06-01"), new BigDecimal("0.01")));

    assertThat(steps.between(day("2021-01-01"), day("2021-07-01")))
        .containsExactly(
            new Span(day("2021-03-31"), day("2021-05-01"), BigDecimal.ZERO),
            new Span(day("2021-05-01"), day("2021-06-01"), EIGHT),
            new Span(day("2021-06-01"), day("2021-07-01"), new BigDecimal("0.00")));
    assertThat(steps.areKnownFrom(day("2021-03-30"))).isFalse();
    assertThat(steps.areKnownFrom(day("2021-03-31"))).isTrue();
    assertThat(steps.holdsFrom(day("2021-05-31"))).isEqualTo("2021-05-01");
    assertThat(steps.holdsFrom(day("2021-03-30"))).isEqualTo("2021-03-30");
    assertThat(RateSteps.fixed(sofr, Map.of()).areKnownFrom(day("2199-12-31"))).isFalse();
    assertThat(RateSteps.flat(TEN).areKnownFrom(day("1900-01-01"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "MONTH   | 2021-01-31 | 2021-03-31 | 2021-02-28 2021-03-31",
      "MONTH   | 2021-01-30 | 2021-01-31 | 2021-01-31",
      "MONTH   | 2020-02-01 | 2020-02-28 | ''",
      "QUARTER | 2021-01-31 | 2021-09-29 | 2021-03-31 2021-06-30",
      "QUARTER | 2021-12-30 | 2021-12-31 | 2021-12-31",
      "QUARTER | 2021-12-31 | 2021-12-31 | ''",
      "NONE    | 2021-01-01 | 2021-12-31 | ''"})
  void unitsEndWithThoseOfTheCalendar(Compounding unit, LocalDate after, LocalDate through, String days) {
    assertThat(unit.lastDays(after, through).stream().map(LocalDate::toString).toList()).isEqualTo(
        days.isEmpty() ? List.of() : List.of(days.split(" ", -1)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "{}                                                         | /lateInterest",
      "{rate: \"0.1\", rates: [{from: 2021-01-01, rate: \"0\"}]}  | /lateInterest",
      "{rates: [{from: 2021-01-01, rate: \"0\"}, {from: 2021-01-01, rate: \"0.1\"}]} | /lateInterest/rates/1/from",
      "{rate: \"0.1\", index: SOFR}                              | /lateInterest",
      "{rate: \"0.1\", spread: \"0.1\"}                          | /lateInterest/spread",
      "{rate: \"0.1\", charge: {}}                                | /lateInterest/charge",
      "{rate: \"0.1\", charge: {amount: \"1\", rate: \"0.1\"}}    | /lateInterest/charge",
      "{rate: \"0.1\", charge: {amount: \"-1\"}}                  | /lateInterest/charge/amount"})
  void termsThatSayTwoThingsOrNothingAreRefused(String interest, String path) {
    assertThat(
        agreement(share("due: {days: 0}"))
            .refusalsOf(
                "amendment",
                "{number: 1, title: A, executedOn: 2021-02-01, effectiveOn: 2021-02-01, changes: [{revise: {clause: share,"
                    + " set: {lateInterest: " + interest + "}}}]}"))
        .as(path)
        .containsExactly("invalid-clause");
  }
}

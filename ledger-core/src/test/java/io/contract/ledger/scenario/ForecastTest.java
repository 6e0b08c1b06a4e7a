package io.contract.ledger.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.contract.ledger.Flow;
import io.contract.ledger.Given;
import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.Period;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.PeriodRow;
import io.contract.ledger.value.Checker;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forecasts of revenue shares with assumed revenue, each worked by hand. */
class ForecastTest {

  private static final String CAP = "cap: {amount: \"1000\", basis: accrued, counts: since-inception}";

  @Test
  void aCapIsReachedOnADayOfAPeriod() {
    // 940.00 of the first quarter leaves 60.00 of the cap. 940.00 more in the second fill it on the ⌈60 × 91 ÷ 940⌉ = 6th day.
    Given given = Given.agreement(Given.share(CAP)).revenue("q1", "2021-01-01", "2021-03-31", "4700");
    Outlook flat = growth(given, "2021-03-31", "0", "through: 2021-12-31");
    assertThat(said(flat))
        .containsExactly("2021-Q2 940.00 60.00 880.00", "2021-Q3 940.00 0.00 940.00", "2021-Q4 940.00 0.00 940.00");
    assertThat(flat.periods().getFirst().book()).hasToString("acme:globex");
    assertThat(caps(flat)).containsExactly("1000.00 reached 2021-04-06 in 2021-Q2, headroom 0.00");
    assertThat(flat.caps().getFirst().window()).isEmpty();
    Outlook none = growth(given, "2021-03-31", "-1", "through: 2021-12-31");
    assertThat(caps(none)).containsExactly("1000.00 not reached, headroom 60.00");
  }

  @Test
  void aCapIsReachedThoughNobodyKnowsWhatAPaymentLeftOfInterest() {
    Given given =
        Given.agreement(Given.share(CAP + ", due: {days: 0}, lateInterest: {index: SOFR}"))
            .revenue("q1", "2021-01-01", "2021-03-31", "4700").payment("p1", "2021-04-20", "500");
    assertThat(caps(growth(given, "2021-04-30", "0", "through: 2021-12-31")))
        .containsExactly("1000.00 reached 2021-04-06 in 2021-Q2, headroom 0.00");
  }

  @ParameterizedTest
  @CsvSource({
      "0.05, 105.00 110.25 115.76", // 115.7625
      "-0.05, 95.00 90.25 85.74", // 85.7375
      "-1, 0.00 0.00 0.00",
      "1, 200.00 400.00 800.00",
      "0.333, 133.30 177.69 236.86" // 133.30 × 1.333 = 177.6889; 177.69 × 1.333 = 236.86077
  })
  void eachPeriodGrowsFromTheRoundedOneBeforeIt(String growth, String amounts) {
    Given given = Given.agreement(Given.share("")).revenue("q1", "2021-01-01", "2021-03-31", "100");
    assertThat(bases(growth(given, "2021-03-31", growth, "through: 2021-12-31"))).isEqualTo(amounts);
  }

  @Test
  void growthGoesOnFromTheLastFullyReportedPeriod() {
    // The last whole quarter is the first, 900.00, and so is the assumed second. April and
    // May are reported with 300.00; June gets its part, 900.00 × 30 ÷ 91 = 296.70. The third has 900.00.
    Given given =
        Given.agreement(Given.share(""))
            .revenue("q1", "2021-01-01", "2021-03-31", "900")
            .revenue("spring", "2021-04-01", "2021-05-31", "300");
    assertThat(bases(growth(given, "2021-06-30", "0", "through: 2021-09-30"))).isEqualTo("596.70 900.00");
  }

  @Test
  void aLongReportIsSpreadOverItsDaysToFindAWholePeriod() {
    // 365.00 over 2021 are 92.00 in its last quarter; 10 % more are 101.20.
    Given given = Given.agreement(Given.share("")).revenue("y", "2021-01-01", "2021-12-31", "365");
    assertThat(bases(growth(given, "2021-12-31", "0.10", "through: 2022-03-31"))).isEqualTo("101.20");
  }

  @Test
  void everyReadingOfACapHasItsOwnDay() {
    // 2.50 accrued before the cap of 10.00 came with the second quarter, 2.00 of it paid. 12.50 of revenue a quarter is 2.50.
    // accrued, since inception: 7.50 left: three quarters, filled on the last day of 2021-Q4.
    // accrued, since effective: 10.00 left: four quarters, 2022-Q1.
    // paid, since inception: 10.00 − 2.00 paid − 0.50 open = 7.50; paid, since effective: 10.00 − 0.50 open = 9.50: in 2022-Q1
    // 9.50 − 7.50 = 2.00 are left, filled on the ⌈2.00 × 90 ÷ 2.50⌉ = 72nd day.
    Given given =
        Given.agreement(Given.share(""))
            .revenue("q1", "2021-01-01", "2021-03-31", "12.50")
            .payment("p1", "2021-03-31", "2.00")
            .amendment(1, "2021-04-01", "{revise: {clause: share, set: {cap: {amount: \"10.00\"}}}}");
    Outlook flat = growth(given, "2021-04-01", "0", "through: 2022-06-30");
    assertThat(flat.caps())
        .extracting(cap -> cap.position().cap().basis() + " " + cap.position().cap().counts())
        .containsExactly(
            "ACCRUED SINCE_INCEPTION", "ACCRUED SINCE_EFFECTIVE", "PAID SINCE_INCEPTION", "PAID SINCE_EFFECTIVE");
    assertThat(caps(flat))
        .containsExactly(
            "10.00 reached 2021-12-31 in 2021-Q4, headroom 0.00",
            "10.00 reached 2022-03-31 in 2022-Q1, headroom 0.00",
            "10.00 reached 2021-12-31 in 2021-Q4, headroom 8.00",
            "10.00 reached 2022-03-13 in 2022-Q1, headroom 10.00");
    PeriodOutlook first = flat.periods().get(3);
    assertThat(first.row().period()).isEqualTo("2022-Q1");
    assertThat(first.row().figures().get(Figure.ACCRUED)).as("readings differ").isEmpty();
    assertThat(first.readings())
        .extracting(read -> amount(read.row(), Figure.ACCRUED)).containsExactly("0.00", "2.50", "0.00", "2.00");
  }

  @Test
  void eachYearOfAYearlyCapIsLookedAt() {
    // 200.00 a quarter under 300.00 a year: in the second quarter 100.00 are left, filled on the ⌈100 × 91 ÷ 200⌉ = 46th day.
    Given given =
        Given
            .agreement(
                Given.share("cap: {amount: \"300\", basis: accrued, window: calendar-year, counts: since-inception}"))
            .revenue("q4", "2021-10-01", "2021-12-31", "1000");
    Outlook flat = growth(given, "2021-12-31", "0", "through: 2023-12-31");
    assertThat(flat.caps()).extracting(cap -> cap.window().orElseThrow())
        .containsExactly(year(2022), year(2023));
    assertThat(caps(flat))
        .containsExactly(
            "300.00 reached 2022-05-16 in 2022-Q2, headroom 0.00",
            "300.00 reached 2023-05-16 in 2023-Q2, headroom 0.00");
  }

  @Test
  void aCapThatIsRaisedIsLookedAtBeforeAndAfter() {
    // 60.00 of the first cap are left and filled on 6 April. From 16 August 1,000.00 more: 46 of 92 days of the third quarter are
    // 470.00, so 530.00 are left for the fourth, filled on its ⌈530 × 92 ÷ 940⌉ = 52nd day. The amendment is agreed for a day that
    // is still to come when the forecast is made, and counts.
    Given given =
        Given.agreement(Given.share(CAP))
            .revenue("q1", "2021-01-01", "2021-03-31", "4700")
            .amendment(1, "2021-08-16", "{revise: {clause: share, set: {cap: {amount: \"2000\"}}}}");
    Outlook flat = growth(given, "2021-03-31", "0", "through: 2021-12-31");
    assertThat(caps(flat))
        .containsExactly(
            "1000.00 reached 2021-04-06 in 2021-Q2, headroom 0.00",
            "2000.00 reached 2021-11-21 in 2021-Q4, headroom 0.00");
    assertThat(said(flat))
        .containsExactly("2021-Q2 940.00 60.00 880.00", "2021-Q3 940.00 470.00 470.00", "2021-Q4 940.00 530.00 410.00");
  }

  @Test
  void itRunsThroughTheSunset() {
    // The share ends on 15 November: 46 of the 92 days of the last quarter, 50.00 of 100.00.
    Given given =
        Given.agreement(Given.share("through: 2021-11-15")).revenue("q1", "2021-01-01", "2021-03-31", "100");
    Forecast forecast =
        forecast(given, "2021-03-31", "scenarios: [{name: flat, streams: {net-sales: {growthPerPeriod: \"0\"}}}]");
    assertThat(forecast.through()).isEqualTo("2021-11-15");
    assertThat(bases(forecast.scenarios().getFirst())).isEqualTo("100.00 100.00 50.00");
  }

  @Test
  void whatIsOpenEndedIsLookedAtThroughTheCalendarYearAfterNext() {
    Given given = Given.agreement(Given.share("")).revenue("q1", "2021-01-01", "2021-03-31", "100");
    Forecast forecast =
        forecast(given, "2021-03-31", "scenarios: [{name: flat, streams: {net-sales: {growthPerPeriod: \"0\"}}}]");
    assertThat(forecast.through()).isEqualTo("2023-12-31");
    assertThat(forecast.scenarios().getFirst().periods()).hasSize(11);
  }

  @Test
  void reportsCanBeGivenInstead() {
    Given given = Given.agreement(Given.share("")).revenue("q1", "2021-01-01", "2021-03-31", "100");
    Outlook given3 =
        forecast(
            given, "2021-03-31",
            "through: 2021-12-31, scenarios: [{name: plan, streams: {net-sales: {reports:"
                + " [{from: 2021-04-01, through: 2021-06-30, amount: \"910\"}, {from: 2021-07-01, through: 2021-12-31, amount: \"184\"}]}}}]")
            .scenarios().getFirst();
    assertThat(bases(given3)).as("the second report is spread over two quarters").isEqualTo("910.00 92.00 92.00");
  }

  @Test
  void scenariosStandSideBySide() {
    Given given = Given.agreement(Given.share("")).revenue("q1", "2021-01-01", "2021-03-31", "100");
    Forecast forecast =
        forecast(
            given, "2021-03-31",
            "through: 2021-06-30, scenarios: [{name: up, streams: {net-sales: {growthPerPeriod: \"0.5\"}}},"
                + " {name: none, streams: {net-sales: {reports: []}}}]");
    assertThat(forecast.scenarios()).extracting(Outlook::name).containsExactly("up", "none");
    assertThat(forecast.scenarios()).extracting(ForecastTest::bases).containsExactly("150.00", "0.00");
  }

  @Test
  void whatIsDatedLaterIsAssumedThoughItIsKnown() {
    Given given =
        Given.agreement(Given.share(""))
            .revenue("q1", "2021-01-01", "2021-03-31", "100")
            .revenue("q2", "2021-04-01", "2021-06-30", "999")
            .and("restatement", "{id: q2b, restates: q2, amount: \"998\"}")
            .payment("p1", "2021-05-01", "5.00")
            .and("reversal", "{payment: p1, on: 2021-05-10, reason: bounced}");
    assertThat(bases(growth(given, "2021-03-31", "0", "through: 2021-09-30"))).isEqualTo("100.00 100.00");
    assertThat(bases(growth(given, "2021-06-30", "0", "through: 2021-09-30"))).isEqualTo("998.00");
  }

  @Test
  void aShareOfWhichNothingIsAssumedIsLeftOut() {
    String other = Given.share("").replace("id: share", "id: other").replace("net-sales", "other-sales");
    Given given = Given.agreement(Given.share("") + ", " + other).revenue("q1", "2021-01-01", "2021-03-31", "100");
    assertThat(growth(given, "2021-03-31", "0", "through: 2021-06-30").periods())
        .extracting(PeriodOutlook::clause).containsExactly(new ClauseId("share"));
  }

  @Test
  void aShareThatHasEndedHasNothingToForesee() {
    Given given = Given.agreement(Given.share("through: 2021-03-31")).revenue("q1", "2021-01-01", "2021-03-31", "100");
    Forecast forecast =
        forecast(given, "2021-05-01", "scenarios: [{name: flat, streams: {net-sales: {growthPerPeriod: \"0\"}}}]");
    assertThat(forecast.through()).isEqualTo("2021-05-01");
    assertThat(forecast.scenarios().getFirst().periods()).isEmpty();
    assertThat(forecast.scenarios().getFirst().caps()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "{sales: {growthPerPeriod: \"0\"}} | /scenarios/0/streams/sales invalid-value no revenue share has the stream 'sales'",
      "{net-sales: {growthPerPeriod: \"9999\"}} | /scenarios/0/streams/net-sales/growthPerPeriod invalid-value grows to more",
      "{net-sales: {reports: [{from: 2021-03-31, through: 2021-04-30, amount: \"1\"}]}} | /scenarios/0/streams/net-sales/reports/0/from overlapping-report",
      "{net-sales: {reports: [{from: 2021-05-31, through: 2021-04-30, amount: \"1\"}]}} | /scenarios/0/streams/net-sales/reports/0/through invalid-span",
      "{net-sales: {reports: [{from: 2021-04-01, through: 2021-04-30, amount: \"1.001\"}]}} | /scenarios/0/streams/net-sales/reports/0/amount amount-precision",
      "{net-sales: {reports: [{from: 2024-12-01, through: 2025-01-31, amount: \"1\"}]}} | /scenarios/0/streams/net-sales/reports/0/through invalid-span 2025-01-31 is after 2024-12-31"})
  void whatCannotBeAssumedIsRefused(String streams, String said) {
    Given given = Given.agreement(Given.share("")).revenue("q1", "2021-01-01", "2021-03-31", "100");
    assertThat(refusal(given, "through: 2024-12-31, scenarios: [{name: a, streams: " + streams + "}]"))
        .startsWith(said);
  }

  @Test
  void theQuestionItselfCanBeRefused() {
    Given given = Given.agreement(Given.share("")).revenue("q1", "2021-01-01", "2021-02-28", "100");
    String scenario = "{name: a, streams: {net-sales: {growthPerPeriod: \"0\"}}}";
    assertThat(refusal(given, "scenarios: [" + scenario + "]"))
        .startsWith(
            "/scenarios/0/streams/net-sales/growthPerPeriod invalid-value no quarter of 'net-sales' is fully reported");
    assertThat(refusal(given, "through: 2021-03-30, scenarios: [" + scenario + "]"))
        .startsWith("/through invalid-value 2021-03-30 is before 2021-03-31");
    assertThat(refusal(given, "through: 2071-04-01, scenarios: [" + scenario + "]"))
        .startsWith("/through invalid-value a forecast looks at most 50 years ahead, through 2071-03-31");
    assertThat(refusal(given, "scenarios: [" + scenario + ", " + scenario + "]"))
        .startsWith("/scenarios/1/name invalid-value two scenarios are called 'a'");
    assertThat(refusal(given, "scenarios: [" + (scenario + ", ").repeat(11) + "]"))
        .startsWith("/scenarios invalid-value at most 10");
  }

  @Test
  void growthPerPeriodNeedsPeriodsOfOneLength() {
    String monthly = Given.share("").replace("id: share", "id: other").replace("quarter", "month");
    Given given = Given.agreement(Given.share("") + ", " + monthly).revenue("q1", "2021-01-01", "2021-03-31", "100");
    assertThat(refusal(given, "scenarios: [{name: a, streams: {net-sales: {growthPerPeriod: \"0\"}}}]"))
        .contains("clauses other and share have periods of different length on 'net-sales'");
  }

  private static Outlook growth(Given given, String day, String growth, String more) {
    return forecast(
        given, day, more + ", scenarios: [{name: a, streams: {net-sales: {growthPerPeriod: \"" + growth + "\"}}}]")
        .scenarios().getFirst();
  }

  private static Forecast forecast(Given given, String day, String question) {
    Value.Tree asked = Flow.tree("{" + question + "}");
    assertThat(Checker.check(asked, Type.object(ScenarioShapes.FORECAST), Pointer.ROOT)).isEmpty();
    return Forecaster.forecast(given.state().facts(), LocalDate.parse(day), ScenarioShapes.forecast(new Fields(asked)));
  }

  private static String refusal(Given given, String question) {
    ForecastRefusedException refused =
        catchThrowableOfType(ForecastRefusedException.class, () -> forecast(given, "2021-03-31", question));
    return refused.violations().stream()
        .map(one -> one.path() + " " + one.code().slug() + " " + one.message()).findFirst().orElseThrow();
  }

  private static List<String> said(Outlook outlook) {
    return outlook.periods().stream()
        .map(PeriodOutlook::row)
        .map(
            row -> row.period() + " " + amount(row, Figure.GROSS) + " " + amount(row, Figure.ACCRUED) + " "
                + amount(row, Figure.FORGONE))
        .toList();
  }

  private static String bases(Outlook outlook) {
    return String.join(" ", outlook.periods().stream().map(period -> amount(period.row(), Figure.BASE)).toList());
  }

  private static List<String> caps(Outlook outlook) {
    return outlook.caps().stream()
        .map(
            cap -> java.util.Objects.requireNonNull(cap.position().cap().amount()).toPlainString()
                + cap.position().reachedOn()
                    .map(day -> " reached " + day + " in " + cap.reachedIn().map(Period::name).orElseThrow())
                    .orElse(" not reached")
                + ", headroom " + cap.position().figures().get(Figure.HEADROOM).orElseThrow().toPlainString())
        .toList();
  }

  private static String amount(PeriodRow row, Figure figure) {
    return row.figures().get(figure).orElseThrow().toPlainString();
  }

  private static DateRange year(int year) {
    return DateRange.of(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }
}

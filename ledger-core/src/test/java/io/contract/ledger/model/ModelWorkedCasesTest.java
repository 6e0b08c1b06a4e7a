package io.contract.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks the naive model against cases worked by hand, so that a mistake in the model is not taken for one of the engine. */
class ModelWorkedCasesTest {

  private static final List<Node> BANDS = List.of(Node.of("upTo", "100", "rate", "0.10"),
      Node.of("upTo", "250", "rate", "0.15"), Node.of("rate", "0.20"));

  private final List<Scenario.Told> facts = new ArrayList<>();
  private Node clause = Node.of("id", "share", "kind", "revenue-share", "payer", "acme", "payee", "globex", "base",
      "net-sales", "rate", "0.20", "period", "quarter");

  /** To 100 at 10 %, to 250 at 15 %, above at 20 %: 10 + 3; 10 + 22.50 + 10 − 13; 10 + 21 − 42.50. */
  @Test
  void marginalTiersRateEachSliceAtItsOwnRate() {
    set("rate", Node.NULL, "tiers", Node.of("over", "lifetime", "scheme", "marginal", "bands", BANDS));
    quarters(2021, "120.00", "180.00", "-60.00");
    assertThat(grossOfQuarters()).containsExactly("13.00", "29.50", "-11.50");
  }

  /** 120 × 0.15; 300 × 0.20 − 18; 240 × 0.15 − 60. */
  @Test
  void wholeTiersRateTheTotalAtTheRateOfTheBandItIsIn() {
    set("rate", Node.NULL, "tiers", Node.of("over", "lifetime", "scheme", "whole", "bands", BANDS));
    quarters(2021, "120.00", "180.00", "-60.00");
    assertThat(grossOfQuarters()).containsExactly("18.00", "42.00", "-24.00");
  }

  @ParameterizedTest
  @CsvSource({"carry, 20.00, -10.00, 30.00", "floor, 20.00, 20.00, 60.00"})
  void periodBelowZeroIsCarriedOrCountsAsZero(String negative, String first, String second, String third) {
    set("negative", negative);
    quarters(2021, "100.00", "-150.00", "200.00");
    assertThat(on("2021-03-31", "accrued")).isEqualTo(first);
    assertThat(on("2021-06-30", "accrued")).isEqualTo(second);
    assertThat(on("2021-09-30", "accrued")).isEqualTo(third);
  }

  /** 70 earned of a minimum of 100, under a cap of 90: 20 of the 30 fit in, or all 30 stand outside. */
  @ParameterizedTest
  @CsvSource({"true, 90.00, 10.00, 0.00", "false, 100.00, 0.00, 20.00"})
  void minimumIsInsideTheCapOrOutside(boolean inside, String accrued, String forgone, String headroom) {
    set("minimum", Node.of("amount", "100.00", "countsTowardCap", inside), "cap", cap("90.00"));
    quarters(2021, "350.00", "0.00", "0.00", "0.00");
    assertThat(on("2021-12-30", "accrued")).isEqualTo("70.00");
    assertThat(on("2021-12-31", "accrued")).isEqualTo(accrued);
    assertThat(on("2021-12-31", "forgone")).isEqualTo(forgone);
    assertThat(on("2021-12-31", "cap 0 headroom")).isEqualTo(headroom);
  }

  /** 1 January through 1 July are 182 of 365 days: 100 × 182 ÷ 365 = 49.863. */
  @Test
  void proratedMinimumIsPartOfTheYear() {
    set("minimum", Node.of("amount", "100.00", "prorate", true), "through", "2021-07-01");
    revenue("2021-01-01", "2021-07-01", "0.00");
    assertThat(on("2021-07-01", "accrued")).isEqualTo("49.86");
    assertThat(on("2021-07-01", "period 2021-Q3 accrued")).isEqualTo("49.86");
  }

  /** 70 of 100 in 2021, an advance of 30. In 2022 the first 40 pay back 30, so 10 accrue; then 100 do. */
  @Test
  void recoupableMinimumIsPaidBackByLaterRevenue() {
    set("minimum", Node.of("amount", "100.00", "recoupable", true));
    quarters(2021, "350.00", "0.00", "0.00", "0.00");
    quarters(2022, "200.00", "500.00");
    assertThat(on("2021-12-31", "accrued")).isEqualTo("100.00");
    assertThat(on("2022-03-31", "period 2022-Q1 gross")).isEqualTo("10.00");
    assertThat(on("2022-06-30", "accrued")).isEqualTo("210.00");
  }

  /** Three lines of 10.05 at 10 %: 1.01 each; 1.00 each; 3.015 in all. */
  @ParameterizedTest
  @CsvSource({"half-up, line, 3.03", "half-even, line, 3.00", "half-up, period, 3.02"})
  void roundingIsByLineOrByPeriod(String mode, String at, String gross) {
    set("rate", "0.10", "rounding", Node.of("mode", mode, "at", at));
    revenue("2021-01-01", "2021-01-31", "10.05");
    revenue("2021-02-01", "2021-02-28", "10.05");
    revenue("2021-03-01", "2021-03-31", "10.05");
    assertThat(on("2021-03-31", "gross")).isEqualTo(gross);
  }

  @ParameterizedTest
  @CsvSource({"JPY, 12345, 864", "BHD, 12.345, 0.864"})
  void roundingIsToTheMinorUnitOfTheCurrency(String currency, String amount, String gross) {
    set("rate", "0.07");
    revenue("2021-01-01", "2021-03-31", amount);
    assertThat(answers(currency, "2021-03-31")).containsEntry("gross", gross);
  }

  /** 100,000 at 8 %: 8,000 × 45 ÷ 365; × 45 ÷ 360; × 91 ÷ 365; × (17 ÷ 365 + 74 ÷ 366). */
  @ParameterizedTest
  @CsvSource({"2021-03-31, 2021-05-15, Act/365F, 986.30", "2021-03-31, 2021-05-15, Act/360, 1000.00",
      "2021-03-31, 2021-05-15, 30/360, 1000.00", "2023-12-15, 2024-03-15, Act/365F, 1994.52",
      "2023-12-15, 2024-03-15, Act/Act ISDA, 1990.09"})
  void lateInterestRunsFromTheDueDate(LocalDate due, LocalDate asked, String dayCount, String interest) {
    LocalDate quarter = due.getMonthValue() == 3 ? due : LocalDate.of(2023, 9, 30);
    set("lateInterest", Node.of("rate", "0.08", "dayCount", dayCount), "due",
        Node.of("days", (int) (due.toEpochDay() - quarter.toEpochDay())));
    revenue(quarter.minusMonths(2).withDayOfMonth(1).toString(), quarter.toString(), "500000.00");
    assertThat(on(due.toString(), "interest")).isEqualTo("0.00");
    assertThat(on(asked.toString(), "interest")).isEqualTo(interest);
  }

  /** Interest of 2.00 (50 × 0.10 × 146 ÷ 365), 50 and 80 open, 100 paid: 2 + 50 + 48, so 32 stay open. */
  @Test
  void paymentSettlesInterestFirst() {
    set("lateInterest", Node.of("rate", "0.10"), "due", Node.of("days", 0));
    quarters(2021, "250.00");
    revenue("2021-07-01", "2021-09-30", "400.00");
    payment("100.00", "2021-08-24");
    assertThat(on("2021-08-24", "interestPaid")).isEqualTo("2.00");
    assertThat(on("2021-08-24", "credit")).isEqualTo("48.00");
    assertThat(on("2021-09-30", "outstanding")).isEqualTo("32.00");
  }

  /** The same with principal first: 50, then the 2.00. */
  @Test
  void paymentSettlesPrincipalFirst() {
    set("lateInterest", Node.of("rate", "0.10"), "due", Node.of("days", 0), "allocation", "principal-first");
    quarters(2021, "250.00");
    payment("51.00", "2021-08-24");
    assertThat(on("2021-08-24", "outstanding")).isEqualTo("0.00");
    assertThat(on("2021-08-24", "interestPaid")).isEqualTo("1.00");
    assertThat(on("2021-12-31", "interest")).isEqualTo("1.00");
  }

  /** 50 × 0.10 × 60 ÷ 365 = 0.82; then, with 50.00 on the 15th day: 50 × 0.10 × 15 ÷ 365 = 0.21. */
  @Test
  void paymentRecordedLaterButValuedEarlierChangesTheInterest() {
    set("lateInterest", Node.of("rate", "0.10"), "due", Node.of("days", 0));
    quarters(2021, "250.00");
    payment("50.00", "2021-05-30");
    assertThat(on("2021-05-30", "interestPaid")).isEqualTo("0.82");
    assertThat(on("2021-05-30", "outstanding")).isEqualTo("0.82");
    payment("50.00", "2021-04-15");
    assertThat(on("2021-05-30", "interestPaid")).isEqualTo("0.21");
    assertThat(on("2021-05-30", "credit")).isEqualTo("49.79");
  }

  @Test
  void withheldTaxSettlesAndCounts() {
    set("cap", Node.of("amount", "150.00", "basis", "paid", "counts", "since-inception"));
    quarters(2021, "500.00");
    fact("payment", Node.of("id", "p", "amount", "90.00", "withheld", "10.00", "valueOn", "2021-04-01"));
    assertThat(on("2021-04-01", "paid")).isEqualTo("100.00");
    assertThat(on("2021-04-01", "cap 0 counted")).isEqualTo("100.00");
  }

  /** 80 a year: 20 of 100 are cut off in 2021 and accrue on 1 January; with 70 more in 2022, 10 are cut off again. */
  @Test
  void excessIsCarriedIntoTheNextYear() {
    set("cap", cap("80.00").with("window", "calendar-year").with("excess", "carried"));
    quarters(2021, "500.00", "0.00", "0.00", "0.00");
    quarters(2022, "350.00");
    assertThat(on("2021-12-31", "forgone")).isEqualTo("20.00");
    assertThat(on("2022-01-01", "accrued")).isEqualTo("100.00");
    assertThat(on("2022-01-01", "forgone")).isEqualTo("0.00");
    assertThat(on("2022-03-31", "accrued")).isEqualTo("160.00");
    assertThat(on("2022-03-31", "period 2022-Q1 accrued")).isEqualTo("80.00");
    assertThat(on("2023-01-01", "accrued")).isEqualTo("170.00");
  }

  /** 100 a year and 150 in all: 100 of 120 by the year's, then 50 of 90 by the lifetime's. */
  @Test
  void yearlyAndLifetimeCapBindOnceEach() {
    set("caps", List.of(cap("100.00").with("window", "calendar-year"), cap("150.00")));
    quarters(2021, "600.00", "0.00", "0.00", "0.00");
    quarters(2022, "450.00");
    assertThat(on("2021-12-31", "accrued")).isEqualTo("100.00");
    assertThat(on("2022-03-31", "accrued")).isEqualTo("150.00");
    assertThat(on("2022-03-31", "cap 0 headroom")).isEqualTo("50.00");
    assertThat(on("2022-03-31", "cap 1 headroom")).isEqualTo("0.00");
  }

  /** Gross 50 a year under caps of 30, 40, 60 and 20, carried: 30, 40 (20 carried, 20 of 50), 60 (30, 30 of 50), 20. */
  @Test
  void scheduleOfYearlyCapsCarriesFromEntryToEntry() {
    List<Node> caps = new ArrayList<>();
    List<String> amounts = List.of("30.00", "40.00", "60.00", "20.00");
    for (int i = 0; i < 4; i++) {
      caps.add(cap(amounts.get(i)).with("from", (2021 + i) + "-01-01").with("through", (2021 + i) + "-12-31")
          .with("excess", "carried"));
      quarters(2021 + i, "0.00", "250.00", "0.00", "0.00");
    }
    set("caps", caps);
    assertThat(List.of(on("2021-12-31", "accrued"), on("2022-12-31", "accrued"), on("2023-12-31", "accrued"),
        on("2024-12-31", "accrued"))).containsExactly("30.00", "70.00", "130.00", "150.00");
    assertThat(on("2022-01-01", "accrued")).isEqualTo("50.00");
    assertThat(on("2025-06-30", "forgone")).isEqualTo("50.00");
  }

  /** 7.77 × 1.1111 = 8.633247, rounded before anything else. */
  @Test
  void otherCurrencyCountsAtItsRecordedRate() {
    set("rate", "1");
    fact("revenue", Node.of("id", "r", "stream", "net-sales", "from", "2021-01-01", "through", "2021-03-31", "amount",
        "7.77", "currency", "EUR", "fxRate", "1.1111"));
    fact("payment", Node.of("id", "p", "amount", "7.77", "withheld", "0.01", "currency", "EUR", "fxRate", "1.1111",
        "valueOn", "2021-04-01"));
    assertThat(on("2021-04-01", "gross")).isEqualTo("8.63");
    assertThat(on("2021-04-01", "paid")).isEqualTo("8.64");
    assertThat(on("2021-04-01", "credit")).isEqualTo("0.01");
  }

  /** 60 accrued and 40 settled by then: 20 open, 60 of the cap of 100 used, so 40 of the next 50 accrue. */
  @Test
  void balanceBroughtForwardIsTheFirstRowAndCounts() {
    set("cap", cap("100.00"));
    fact("brought-forward", Node.of("clause", "share", "on", "2021-01-01", "accrued", "60.00", "settled", "40.00"));
    quarters(2021, "250.00");
    assertThat(on("2021-03-31", "periods")).isEqualTo("[brought-forward, 2021-Q1]");
    assertThat(on("2021-03-31", "accrued")).isEqualTo("100.00");
    assertThat(on("2021-03-31", "period brought-forward outstanding")).isEqualTo("20.00");
    assertThat(on("2021-03-31", "paid")).isEqualTo("40.00");
  }

  /** From its {@code from} on, every line is judged by it, earlier ones included. */
  @Test
  void readingClosesWhatTheTermsLeaveOpen() {
    set("cap", Node.of("amount", "10.00"));
    quarters(2021, "100.00");
    fact("reading", Node.of("clause", "share", "parameter", "basis", "value", "paid", "from", "2021-06-01"));
    assertThat(on("2021-05-31", "cap 0 counted")).isEqualTo(ModelledPosition.UNDETERMINED);
    assertThat(on("2021-06-01", "cap 0 counted")).isEqualTo("0.00");
    assertThat(on("2021-06-01", "cap 0 room")).isEqualTo("0.00");
  }

  private static Node cap(String amount) {
    return Node.of("amount", amount, "basis", "accrued", "counts", "since-inception");
  }

  private void set(Object... keysAndValues) {
    clause = clause.patchedWith(Node.of(keysAndValues));
  }

  private void quarters(int year, String... amounts) {
    for (int i = 0; i < amounts.length; i++) {
      LocalDate from = LocalDate.of(year, 1 + 3 * i, 1);
      revenue(from.toString(), from.plusMonths(3).minusDays(1).toString(), amounts[i]);
    }
  }

  private void revenue(String from, String through, String amount) {
    fact("revenue", Node.of("id", "r" + facts.size(), "stream", "net-sales", "from", from, "through", through, "amount",
        amount));
  }

  private void payment(String amount, String valueOn) {
    fact("payment", Node.of("id", "p" + facts.size(), "amount", amount, "valueOn", valueOn));
  }

  private void fact(String key, Node fields) {
    facts.add(new Scenario.Told(facts.size(), key, fields));
  }

  private List<String> grossOfQuarters() {
    return List.of(on("2021-09-30", "period 2021-Q1 gross"), on("2021-09-30", "period 2021-Q2 gross"),
        on("2021-09-30", "period 2021-Q3 gross"));
  }

  private String on(String day, String figure) {
    return answers("USD", day).getOrDefault(figure, "nothing");
  }

  private Map<String, String> answers(String currency, String day) {
    Node agreement = Node.of("effectiveOn", "2021-01-01", "currency", currency, "clause", clause);
    return ModelledPosition.of(Scenario.ofModelOnly(agreement, facts), LocalDate.parse(day)).getOrDefault("", Map.of());
  }
}

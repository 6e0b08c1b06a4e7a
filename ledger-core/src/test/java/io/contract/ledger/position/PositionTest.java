package io.contract.ledger.position;

import static io.contract.ledger.Given.agreement;
import static io.contract.ledger.Given.share;
import static io.contract.ledger.Shown.perCap;
import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.Given;
import io.contract.ledger.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Positions, each worked by hand: 20 % of net sales by quarter unless said (domain page, section 5). */
class PositionTest {

  private static final String CAP_1000 = "cap: {amount: \"1000\", basis: accrued, counts: since-inception}";

  private static String figure(Figures figures, Figure figure) {
    return figures.get(figure).map(Money::toPlainString).orElse("undetermined");
  }

  private static List<String> perPeriod(Position position, Figure figure) {
    return position.periods().stream().map(row -> figure(row.figures(), figure)).toList();
  }

  private static List<String> perReading(Position position, Figure figure) {
    return position.readings().stream().map(read -> figure(read.caps().getFirst().figures(), figure)).toList();
  }

  @Test
  @DisplayName("follows the withdrawal of a restatement whose report's id another report has taken since: 900, then 940 again")
  void restatedByAnIdThatIsTakenAgain() {
    Given given = agreement(share("")).revenue("r1", "2021-01-01", "2021-03-31", "4700")
        .and("restatement", "{id: r2, restates: r1, amount: \"4600\"}")
        .and("restatement", "{id: r3, restates: r2, amount: \"4500\"}")
        .and("withdrawal", "{sequence: 2, reason: typed twice}")
        .and("revenue", "{id: r2, stream: other, from: 2021-04-01, through: 2021-06-30, amount: \"1\"}");
    assertThat(perPeriod(given.position("2021-03-31"), Figure.ACCRUED)).containsExactly("900.00");

    given.and("withdrawal", "{sequence: 3, reason: a mistake}");
    assertThat(perPeriod(given.position("2021-03-31"), Figure.ACCRUED)).containsExactly("940.00");
  }

  @Nested
  class ACap {

    @Test
    @DisplayName("cuts the period in which it is reached: 940 accrued, then 20 % of 500 is 100, of which 60 accrue")
    void cutsInsideAPeriod() {
      Position position = agreement(share(CAP_1000)).revenue("q1", "2021-01-01", "2021-03-31", "4700")
          .revenue("q2", "2021-04-01", "2021-06-30", "500").position("2021-07-15");

      assertThat(perPeriod(position, Figure.ACCRUED)).containsExactly("940.00", "60.00", "0.00");
      assertThat(perPeriod(position, Figure.FORGONE)).containsExactly("0.00", "40.00", "0.00");
      // Room 60 under a gross of 100 over 91 days: day 54.6, rounded up the 55th day from 1 April.
      assertThat(position.caps().getFirst().reachedOn()).contains(LocalDate.of(2021, 5, 25));
    }

    @Test
    @DisplayName("is applied anew in date order when an earlier quarter is restated")
    void restatedAfterReached() {
      Given twice = agreement(share(CAP_1000)).revenue("q1", "2021-01-01", "2021-03-31", "3000").revenue("q2",
          "2021-04-01", "2021-06-30", "3000");
      assertThat(perPeriod(twice.position("2021-06-30"), Figure.ACCRUED)).containsExactly("600.00", "400.00");

      twice.and("restatement", "{id: q1b, restates: q1, amount: \"2000\"}");
      assertThat(perPeriod(twice.position("2021-06-30"), Figure.ACCRUED)).containsExactly("400.00", "600.00");

      twice.and("restatement", "{id: q1c, restates: q1b, amount: \"1500\"}");
      assertThat(perPeriod(twice.position("2021-06-30"), Figure.ACCRUED)).containsExactly("300.00", "600.00");
    }

    @Test
    @DisplayName("on what is paid is left room by a waiver: 90 accrued, 70 paid, 20 waived, cap 100; 30 more accrue as 10 or 30")
    void waiverFreesRoomOfAPaidCap() {
      for (String[] basis : new String[][]{{"accrued", "10.00"}, {"paid", "30.00"}}) {
        Position position = agreement(
            share("cap: {amount: \"100\", basis: " + basis[0] + ", counts: since-inception}"))
            .revenue("q1", "2021-01-01", "2021-03-31", "450").payment("p1", "2021-04-10", "70")
            .waiver("2021-04-11", "20").revenue("q2", "2021-04-01", "2021-06-30", "150")
            .position("2021-06-30");
        assertThat(perPeriod(position, Figure.ACCRUED)).containsExactly("90.00", basis[1]);
      }
    }

    @Test
    @DisplayName("introduced by amendment is computed under all four readings where basis and counts are unstated")
    void fourReadings() {
      Position position = agreement(share("")).revenue("q1", "2021-01-01", "2021-03-31", "12.5")
          .payment("p1", "2021-04-10", "2.0").amendment(1, "2021-06-01",
              "{revise: {clause: share, set: {cap: {amount: \"10.0\"}}}}")
          .position("2021-06-15");

      assertThat(position.readings()).extracting(r -> r.reading().basis().orElseThrow() + "/"
          + r.reading().counts().orElseThrow()).containsExactly("ACCRUED/SINCE_INCEPTION",
              "ACCRUED/SINCE_EFFECTIVE", "PAID/SINCE_INCEPTION", "PAID/SINCE_EFFECTIVE");
      assertThat(perReading(position, Figure.COUNTED)).containsExactly("2.50", "0.00", "2.00", "0.00");
      assertThat(perReading(position, Figure.HEADROOM)).containsExactly("7.50", "10.00", "8.00", "10.00");
      assertThat(perReading(position, Figure.ROOM)).containsExactly("7.50", "10.00", "7.50", "9.50");
      assertThat(position.undetermined()).containsExactly("counted", "headroom", "room");
      assertThat(figure(position.figures(), Figure.ACCRUED)).isEqualTo("2.50");
    }

    @Test
    @DisplayName("lowered below what has accrued refunds nothing when effective later, and makes a credit when effective from the start")
    void loweredBelowAccrued() {
      Given nineHundred = agreement(share(CAP_1000)).revenue("q1", "2021-01-01", "2021-03-31", "4500")
          .payment("p1", "2021-04-10", "900");
      Position later = nineHundred
          .amendment(1, "2021-04-01", "{revise: {clause: share, set: {cap: {amount: \"800\"}}}}")
          .revenue("q2", "2021-04-01", "2021-06-30", "500").position("2021-06-30");
      assertThat(figure(later.caps().getFirst().figures(), Figure.OVERAGE)).isEqualTo("100.00");
      assertThat(later.caps().getFirst().reachedOn()).contains(LocalDate.of(2021, 4, 1));
      assertThat(perPeriod(later, Figure.ACCRUED)).containsExactly("900.00", "0.00");

      Position fromTheStart = agreement(share(CAP_1000)).revenue("q1", "2021-01-01", "2021-03-31", "4500")
          .payment("p1", "2021-04-10", "900")
          .amendment(1, "2021-01-01", "{revise: {clause: share, set: {cap: {amount: \"800\"}}}}")
          .position("2021-06-30");
      assertThat(figure(fromTheStart.figures(), Figure.ACCRUED)).isEqualTo("800.00");
      assertThat(figure(fromTheStart.figures(), Figure.CREDIT)).isEqualTo("100.00");
    }

    @Test
    @DisplayName("that an amendment left open for no day at all is not open: 300 at 20 % leaves 40 of 100, whatever came and went on 1 April")
    void leftOpenForNoDay() {
      Position position = agreement(share("cap: {amount: \"100\", basis: accrued, counts: since-inception}"))
          .revenue("q1", "2021-01-01", "2021-03-31", "300")
          .amendment(1, "2021-04-01", "{revise: {clause: share, set: {cap: {basis: unstated}}}}")
          .amendment(2, "2021-04-01", "{revise: {clause: share, set: {cap: {basis: accrued}}}}")
          .position("2021-06-30");
      assertThat(position.readings()).isEmpty();
      assertThat(figure(position.caps().getFirst().figures(), Figure.ROOM)).isEqualTo("40.00");
    }

    @Test
    @DisplayName("left open by a clause that never rules a day is shown under every reading, with all its room")
    void neverInForce() {
      Position position = agreement(share("cap: {amount: \"100\"}"))
          .amendment(1, "2021-01-01", "{end: {clause: share}}").position("2021-06-30");
      assertThat(perReading(position, Figure.ROOM)).containsExactly("100.00", "100.00", "100.00", "100.00");
      assertThat(position.periods()).isEmpty();
    }

    @Test
    @DisplayName("gives back to a negative line first what it had cut off")
    void negativeLineTakesBack() {
      // 1,200 gross against 1,000: 200 cut off. Then −250: 200 taken back, 50 off what accrued.
      Position position = agreement(share(CAP_1000)).revenue("q1", "2021-01-01", "2021-03-31", "6000")
          .revenue("q2", "2021-04-01", "2021-06-30", "-1250").position("2021-06-30");
      assertThat(perPeriod(position, Figure.ACCRUED)).containsExactly("1000.00", "-50.00");
      assertThat(perPeriod(position, Figure.FORGONE)).containsExactly("200.00", "-200.00");
      assertThat(figure(position.figures(), Figure.OUTSTANDING)).isEqualTo("950.00");
    }
  }

  @Nested
  class Payments {

    @Test
    @DisplayName("beyond what is due are credit, which settles what accrues next: 60 due, 75 paid, next 50 leaves 35")
    void overpayment() {
      Given paid = agreement(share("")).revenue("q1", "2021-01-01", "2021-03-31", "300").payment("p1",
          "2021-04-10", "75");
      assertThat(figure(paid.position("2021-04-10").figures(), Figure.CREDIT)).isEqualTo("15.00");
      Position next = paid.revenue("q2", "2021-04-01", "2021-06-30", "250").position("2021-06-30");
      assertThat(perPeriod(next, Figure.OUTSTANDING)).containsExactly("0.00", "35.00");
      assertThat(figure(next.figures(), Figure.CREDIT)).isEqualTo("0.00");
    }

    @Test
    @DisplayName("reversed are as if never made from the reversal's own date, and cannot be reversed twice")
    void reversal() {
      Given reversed = agreement(share("cap: {amount: \"100\", basis: paid, counts: since-inception}"))
          .revenue("q1", "2021-01-01", "2021-03-31", "300").payment("p1", "2021-04-10", "60")
          .and("reversal", "{payment: p1, on: 2021-05-01, reason: bounced}");
      assertThat(figure(reversed.position("2021-04-30").figures(), Figure.PAID)).isEqualTo("60.00");
      Position after = reversed.position("2021-05-01");
      assertThat(figure(after.figures(), Figure.PAID)).isEqualTo("0.00");
      assertThat(figure(after.figures(), Figure.OUTSTANDING)).isEqualTo("60.00");
      assertThat(figure(after.caps().getFirst().figures(), Figure.COUNTED)).isEqualTo("0.00");
      assertThat(figure(after.caps().getFirst().figures(), Figure.ROOM)).isEqualTo("40.00");
      assertThat(reversed.refusalsOf("reversal", "{payment: p1, on: 2021-05-02, reason: again}"))
          .containsExactly("already-reversed");
    }

    @Test
    @DisplayName("withheld tax settles and counts: 90 paid and 10 withheld settle 100")
    void withholding() {
      Position position = agreement(share("cap: {amount: \"1000\", basis: paid, counts: since-inception}"))
          .revenue("q1", "2021-01-01", "2021-03-31", "500")
          .and("payment",
              "{id: p1, clause: share, payer: acme, payee: globex, amount: \"90\", withheld: \"10\", valueOn: 2021-04-10}")
          .position("2021-04-10");
      assertThat(figure(position.figures(), Figure.OUTSTANDING)).isEqualTo("0.00");
      assertThat(figure(position.figures(), Figure.PAID)).isEqualTo("100.00");
      assertThat(figure(position.caps().getFirst().figures(), Figure.COUNTED)).isEqualTo("100.00");
    }
  }

  @Test
  @DisplayName("a rate changed inside a quarter cuts the report by days: 45 days at 20 %, 46 at 15 %, of 10 a day")
  void rateChangedInsideAQuarter() {
    Given quarter = agreement(share("")).revenue("q2", "2021-04-01", "2021-06-30", "910");
    assertThat(figure(quarter.position("2021-06-30").figures(), Figure.ACCRUED)).isEqualTo("182.00");
    Position amended = quarter
        .amendment(1, "2021-05-16", "{revise: {clause: share, set: {rate: \"0.15\"}}}").position("2021-06-30");
    assertThat(figure(amended.figures(), Figure.ACCRUED)).isEqualTo("159.00");
  }

  @Test
  @DisplayName("three lines of 10.05 at 10 %: 3.03 half-up by line, 3.00 half-even by line, 3.02 on the period")
  void rounding() {
    String[][] cases = {{"mode: half-up", "3.03"}, {"mode: half-even", "3.00"}, {"at: period", "3.02"}};
    for (String[] one : cases) {
      Position position = agreement(
          "{id: share, kind: revenue-share, payer: acme, payee: globex, base: net-sales, rate: \"0.10\", period: quarter, rounding: {"
              + one[0] + "}}")
          .revenue("a", "2021-01-01", "2021-01-31", "10.05")
          .revenue("b", "2021-02-01", "2021-02-28", "10.05")
          .revenue("c", "2021-03-01", "2021-03-31", "10.05").position("2021-03-31");
      assertThat(figure(position.figures(), Figure.GROSS)).isEqualTo(one[1]);
    }
  }

  @Test
  @DisplayName("an undisclosed rate leaves everything that follows from it undetermined, and says what is known")
  void undisclosedRate() {
    Position position = agreement(share("").replace("\"0.20\"", "unstated"))
        .revenue("q1", "2021-01-01", "2021-03-31", "300").payment("p1", "2021-04-10", "60")
        .position("2021-04-10");
    assertThat(figure(position.figures(), Figure.PAID)).isEqualTo("60.00");
    assertThat(position.undetermined()).contains("gross", "accrued", "outstanding", "periods")
        .doesNotContain("paid");
    assertThat(position.periods()).extracting(PeriodRow::status).containsExactly(Optional.empty(),
        Optional.of(PeriodStatus.OPEN));
    assertThat(perPeriod(position, Figure.BASE)).containsExactly("300.00", "0.00");
  }

  @Test
  @DisplayName("a period below zero is credit; growing again it first makes up what of that has settled nothing")
  void periodBelowZero() {
    // Q1 owes 20. Q2 is −50, which settles them and leaves 30; then +40 make up the 30, and 10 are open of Q2, which stands at −10.
    Given given = agreement(share("")).revenue("q1", "2021-01-01", "2021-03-31", "100")
        .revenue("apr", "2021-04-01", "2021-04-30", "-250").revenue("may", "2021-05-01", "2021-05-31", "200");
    Position april = given.position("2021-04-30");
    assertThat(perPeriod(april, Figure.SETTLED)).containsExactly("20.00", "0.00");
    assertThat(figure(april.figures(), Figure.CREDIT)).isEqualTo("30.00");
    Position may = given.position("2021-05-31");
    assertThat(perPeriod(may, Figure.SETTLED)).containsExactly("20.00", "0.00");
    assertThat(perPeriod(may, Figure.OUTSTANDING)).containsExactly("0.00", "10.00");
    assertThat(figure(may.figures(), Figure.CREDIT)).isEqualTo("0.00");
  }

  @Test
  @DisplayName("before the clause's first day nothing has accrued, and what was paid ahead is credit")
  void beforeItBegins() {
    Given ahead = agreement(share("from: 2021-03-01, cap: {amount: \"40\", basis: paid, counts: since-inception}"))
        .payment("p1", "2021-02-01", "50");
    assertThat(figure(ahead.position("2021-01-31").figures(), Figure.PAID)).isEqualTo("0.00");
    Position before = ahead.position("2021-02-28");
    assertThat(figure(before.figures(), Figure.ACCRUED)).isEqualTo("0.00");
    assertThat(figure(before.figures(), Figure.PAID)).isEqualTo("50.00");
    assertThat(figure(before.figures(), Figure.CREDIT)).isEqualTo("50.00");
    assertThat(figure(before.caps().getFirst().figures(), Figure.COUNTED)).isEqualTo("0.00");
    assertThat(before.periods()).isEmpty();
    assertThat(figure(ahead.position("2021-03-01").figures(), Figure.CREDIT)).isEqualTo("50.00");
  }

  /** 10 a month, of which a cap of 100 leaves nothing for November and December. */
  @Test
  @DisplayName("asked again it is what the facts come to by then, however far back what is new is dated")
  void askedAgain() {
    Given given = monthly(agreement(share("cap: {amount: \"100\", basis: accrued, counts: since-inception}")));
    Position first = given.position("2021-12-31");
    assertThat(perPeriod(first, Figure.ACCRUED)).containsExactly("30.00", "30.00", "30.00", "10.00");
    assertThat(figure(first.figures(), Figure.FORGONE)).isEqualTo("20.00");

    Position paid = given.payment("p1", "2021-11-15", "40").position("2021-12-31");
    assertThat(perPeriod(paid, Figure.SETTLED)).containsExactly("30.00", "10.00", "0.00", "0.00");
    assertThat(perPeriod(paid, Figure.ACCRUED)).containsExactly("30.00", "30.00", "30.00", "10.00");

    // The −10 of December take back the 10 of November.
    Position restated =
        given.and("restatement", "{id: m12b, restates: m12, amount: \"-50\"}").position("2021-12-31");
    assertThat(figure(restated.figures(), Figure.GROSS)).isEqualTo("100.00");
    assertThat(figure(restated.figures(), Figure.ACCRUED)).isEqualTo("100.00");
    assertThat(figure(restated.figures(), Figure.FORGONE)).isEqualTo("0.00");
  }

  @Test
  @DisplayName("asked again it fills tiers from what was reported, once: 600 in the year, to 550 at 10 %, are 65, and 590 are 63")
  void tiersAskedAgain() {
    Given given = monthly(
        agreement(
            share("tiers: {over: lifetime, bands: [{upTo: \"550\", rate: \"0.10\"}, {rate: \"0.20\"}]}")
                .replace("rate: \"0.20\", period", "period")));
    assertThat(figure(given.position("2021-12-31").figures(), Figure.GROSS)).isEqualTo("65.00");

    given.and("restatement", "{id: m12b, restates: m12, amount: \"40\"}");
    assertThat(figure(given.position("2021-12-31").figures(), Figure.GROSS)).isEqualTo("63.00");
  }

  @Test
  @DisplayName("asked again it counts what was paid once: 40 in November, and 20 more dated back to October")
  void paidAskedAgain() {
    Given given = monthly(agreement(share("cap: {amount: \"100\", basis: paid, counts: since-inception}")))
        .payment("p1", "2021-11-15", "40");
    assertThat(perCap(given.position("2021-12-31"), Figure.COUNTED)).containsExactly("40.00");

    given.payment("p2", "2021-10-05", "20");
    assertThat(perCap(given.position("2021-12-31"), Figure.COUNTED)).containsExactly("60.00");
    assertThat(figure(given.position("2021-12-31").figures(), Figure.OUTSTANDING)).isEqualTo("40.00");
  }

  /** 50 in every month of 2021: m1 to m12. */
  private static Given monthly(Given given) {
    for (int month = 1; month <= 12; month++) {
      YearMonth days = YearMonth.of(2021, month);
      given.revenue("m" + month, days.atDay(1).toString(), days.atEndOfMonth().toString(), "50");
    }
    return given;
  }
}

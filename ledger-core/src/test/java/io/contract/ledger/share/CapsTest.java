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
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Several caps, their windows, and what they carry over, each worked by hand: 20 % of net sales (domain page, section 5, step 3). */
class CapsTest {

  private static final String COUNTED = "basis: accrued, counts: since-inception";

  private static String yearly(String more) {
    return share(more).replace("period: quarter", "period: year");
  }

  private static Given year(Given given, int year, String amount) {
    return given.revenue("y" + year, year + "-01-01", year + "-12-31", amount);
  }

  @Test
  @DisplayName("of two the smaller room binds: 60 a year under 50 a year and 80 in all are 50, then 30")
  void twoCaps() {
    Given given = agreement(
        yearly("caps: [{amount: \"50\", " + COUNTED + ", window: calendar-year}, {amount: \"80\", " + COUNTED + "}]"));
    Position position = year(year(given, 2021, "300"), 2022, "300").position("2022-12-31");

    assertThat(perPeriod(position, Figure.ACCRUED)).containsExactly("50.00", "30.00");
    assertThat(perPeriod(position, Figure.FORGONE)).containsExactly("10.00", "30.00");
    assertThat(perCap(position, Figure.COUNTED)).containsExactly("30.00", "80.00");
    assertThat(perCap(position, Figure.HEADROOM)).containsExactly("20.00", "0.00");
    // 30 of room under a gross of 60 over 365 days: ⌈182.5⌉, the 183rd day.
    assertThat(position.caps().get(1).reachedOn()).contains(LocalDate.parse("2022-07-02"));
    assertThat(position.caps().get(0).reachedOn()).isEmpty();
  }

  @Test
  @DisplayName("of equal rooms the cut belongs to the first: what the second window cut off is not there to be taken back")
  void firstOfEquals() {
    // 2021: both rooms are 50, 10 are cut off by the first, lifetime. 2022: −100; the lifetime's 10 are taken back, 90 reduce.
    Given given = agreement(
        yearly("caps: [{amount: \"50\", " + COUNTED + "}, {amount: \"50\", " + COUNTED + ", window: calendar-year}]"));
    Position position = year(year(given, 2021, "300"), 2022, "-500").position("2022-12-31");

    assertThat(perPeriod(position, Figure.ACCRUED)).containsExactly("50.00", "-90.00");
    assertThat(perPeriod(position, Figure.FORGONE)).containsExactly("10.00", "-10.00");
  }

  @Test
  @DisplayName("a schedule of 10, 20, 30 and 40 for four years takes of 25 a year 10, 20, 25 and 25")
  void aScheduleOfFourYears() {
    StringBuilder caps = new StringBuilder("caps: [");
    for (int year = 2021; year <= 2024; year++) {
      caps.append("{amount: \"").append((year - 2020) * 10).append("\", ").append(COUNTED).append(", from: ")
          .append(year).append("-01-01, through: ").append(year).append("-12-31}").append(year < 2024 ? ", " : "]");
    }
    Given given = agreement(yearly(caps.toString()));
    for (int year = 2021; year <= 2024; year++) {
      year(given, year, "125");
    }

    Position last = given.position("2024-12-31");
    assertThat(perPeriod(last, Figure.ACCRUED)).containsExactly("10.00", "20.00", "25.00", "25.00");
    assertThat(perCap(last, Figure.COUNTED)).containsExactly("10.00", "20.00", "25.00", "25.00");
    // Caps still to come count nothing.
    assertThat(perCap(given.position("2022-12-31"), Figure.COUNTED)).containsExactly("10.00", "20.00", "0.00", "0.00");
    assertThat(perCap(given.position("2022-12-31"), Figure.ROOM)).containsExactly("0.00", "0.00", "30.00", "40.00");
  }

  @Test
  @DisplayName("a cap of one month cuts a report at its ends: of a quarter of 1 a day only February's 5.60 meet the cap of 2")
  void confinedToItsDays() {
    Position position = agreement(
        share("cap: {amount: \"2\", " + COUNTED + ", from: 2021-02-01, through: 2021-02-28}"))
        .revenue("q1", "2021-01-01", "2021-03-31", "90").position("2021-03-31");

    // 31 and 31 days whole, 6.20 each, and 2.00 of February's 5.60.
    assertThat(figure(position, Figure.ACCRUED)).isEqualTo("14.40");
    assertThat(figure(position, Figure.FORGONE)).isEqualTo("3.60");
    // ⌈2 × 28 ÷ 5.60⌉ = 10.
    assertThat(position.caps().getFirst().reachedOn()).contains(LocalDate.parse("2021-02-10"));
  }

  @Test
  @DisplayName("counting from a day limits nothing before it and cuts there: 59 days of 0.20 whole, then 5 of 6.20")
  void countsFromADay() {
    Position position = agreement(share("cap: {amount: \"5\", basis: accrued, countsFrom: 2021-03-01}"))
        .revenue("q1", "2021-01-01", "2021-03-31", "90").position("2021-03-31");

    assertThat(figure(position, Figure.ACCRUED)).isEqualTo("16.80");
    assertThat(perCap(position, Figure.COUNTED)).containsExactly("5.00");
  }

  @Test
  @DisplayName("counting since it is effective keeps its start when only its amount is revised: 40 counted, 60 of 100 left")
  void keepsItsStart() {
    Position position = agreement(share("")).revenue("q1", "2021-01-01", "2021-03-31", "100")
        .amendment(1, "2021-04-01",
            "{revise: {clause: share, set: {cap: {amount: \"50\", basis: accrued, counts: since-effective}}}}")
        .revenue("q2", "2021-04-01", "2021-06-30", "200")
        .amendment(2, "2021-07-01", "{revise: {clause: share, set: {cap: {amount: \"100\"}}}}")
        .position("2021-07-01");

    assertThat(perCap(position, Figure.COUNTED)).containsExactly("40.00");
    assertThat(perCap(position, Figure.HEADROOM)).containsExactly("60.00");
  }

  @Test
  @DisplayName("carried excess accrues on the first day of the next year, before the day's lines and within its room")
  void carriedExcess() {
    // 80 under 50 a year: 30 carried. 2022: the 30 first, and 20 of 40; 20 carried into 2023, where nothing else is earned.
    Given given = agreement(yearly("cap: {amount: \"50\", " + COUNTED + ", window: calendar-year, excess: carried}"));
    year(year(year(given, 2021, "400"), 2022, "200"), 2023, "0");

    assertThat(figure(given.position("2021-12-31"), Figure.ACCRUED)).isEqualTo("50.00");
    assertThat(figure(given.position("2022-01-01"), Figure.ACCRUED)).isEqualTo("80.00");
    Position position = given.position("2023-12-31");
    assertThat(perPeriod(position, Figure.GROSS)).containsExactly("80.00", "40.00", "0.00");
    assertThat(perPeriod(position, Figure.ACCRUED)).containsExactly("50.00", "50.00", "20.00");
    assertThat(perPeriod(position, Figure.FORGONE)).containsExactly("30.00", "-10.00", "-20.00");
    assertThat(figure(position, Figure.FORGONE)).isEqualTo("0.00");
  }

  @Test
  @DisplayName("what the next year has no room for is carried on: 180 under 50 a year are 50, 50, 50 and 30")
  void carriedOnAndOn() {
    Given given = agreement(yearly("cap: {amount: \"50\", " + COUNTED + ", window: calendar-year, excess: carried}"));
    Position position = year(given, 2021, "900").position("2025-06-30");

    assertThat(perPeriod(position, Figure.ACCRUED)).containsExactly("50.00", "50.00", "50.00", "30.00", "0.00");
    assertThat(perPeriod(position, Figure.FORGONE)).containsExactly("130.00", "-50.00", "-50.00", "-30.00", "0.00");
  }

  @Test
  @DisplayName("what a cap carries accrues in the next window also where that forgoes what it cuts off itself: 180 are 50, 50, and 80 gone")
  void carriedIntoAWindowThatForgoes() {
    Given given = agreement(
        yearly("caps: [{amount: \"50\", " + COUNTED + ", window: calendar-year, through: 2021-12-31, excess: carried}, "
            + "{amount: \"50\", " + COUNTED + ", window: calendar-year, from: 2022-01-01}]"))
        .revenue("y1", "2021-01-01", "2021-12-31", "900");

    assertThat(figure(given.position("2022-01-01"), Figure.ACCRUED)).isEqualTo("100.00");
    assertThat(figure(given.position("2023-01-01"), Figure.ACCRUED)).isEqualTo("100.00");
    assertThat(figure(given.position("2023-01-01"), Figure.FORGONE)).isEqualTo("80.00");
  }

  @Test
  @DisplayName("nothing is carried where the clause has ended, or without being told to")
  void notCarried() {
    Given ended = agreement(
        yearly("through: 2021-12-31, cap: {amount: \"50\", " + COUNTED + ", window: calendar-year, excess: carried}"));
    assertThat(figure(year(ended, 2021, "400").position("2022-12-31"), Figure.ACCRUED)).isEqualTo("50.00");

    Given forgone = agreement(yearly("cap: {amount: \"50\", " + COUNTED + ", window: calendar-year}"));
    assertThat(figure(year(forgone, 2021, "400").position("2022-12-31"), Figure.ACCRUED)).isEqualTo("50.00");
  }

  @Test
  @DisplayName("carried excess is limited by every cap of the day: 30 carried into 50 a year, of which 10 in all are left")
  void carriedUnderAnotherCap() {
    Given given = agreement(
        yearly("caps: [{amount: \"50\", " + COUNTED + ", window: calendar-year, excess: carried}, {amount: \"60\", "
            + COUNTED + "}]"));
    Position position = year(given, 2021, "400").position("2022-12-31");

    assertThat(perPeriod(position, Figure.ACCRUED)).containsExactly("50.00", "10.00");
    assertThat(perPeriod(position, Figure.FORGONE)).containsExactly("30.00", "-10.00");
  }

  @Test
  @DisplayName("a negative line takes back what is to be carried, which then is not: 30 cut off, 10 taken back, 20 carried")
  void takenBackIsNotCarried() {
    Given given = agreement(share("cap: {amount: \"50\", " + COUNTED + ", window: calendar-year, excess: carried}"))
        .revenue("q1", "2021-01-01", "2021-03-31", "400").revenue("q2", "2021-04-01", "2021-06-30", "-50");

    assertThat(figure(given.position("2021-12-31"), Figure.ACCRUED)).isEqualTo("50.00");
    assertThat(figure(given.position("2022-01-01"), Figure.ACCRUED)).isEqualTo("70.00");
  }

  @Test
  @DisplayName("a negative line takes back first what the year cut off before its cap carried: 100, then 50 of 100; 50 are carried")
  void takesBackFirstWhatNothingCarries() {
    // Q1: 200 under 100 a year, 100 cut off for good. Q2: 100 cut off, to be carried by now. Q3: −150.
    Given given = agreement(share("cap: {amount: \"100\", " + COUNTED + ", window: calendar-year}"))
        .amendment(1, "2021-04-01", "{revise: {clause: share, set: {cap: {excess: carried}}}}")
        .revenue("q1", "2021-01-01", "2021-03-31", "1000").revenue("q2", "2021-04-01", "2021-06-30", "500")
        .revenue("q3", "2021-07-01", "2021-09-30", "-750");

    assertThat(perPeriod(given.position("2021-12-31"), Figure.ACCRUED)).containsExactly("100.00", "0.00", "0.00",
        "0.00");
    assertThat(perPeriod(given.position("2021-12-31"), Figure.FORGONE))
        .containsExactly("100.00", "100.00", "-150.00", "0.00");
    assertThat(figure(given.position("2022-01-01"), Figure.ACCRUED)).isEqualTo("150.00");
  }

  @Test
  @DisplayName("a cap on what is paid leaves room as payments are made, and takes what is open off it")
  void onWhatIsPaid() {
    // Q1: 60 accrue, 25 paid. Q2: room 100 − 25 − 35 = 40 for 70.
    Position position = agreement(share("cap: {amount: \"100\", basis: paid, counts: since-inception}"))
        .revenue("q1", "2021-01-01", "2021-03-31", "300").payment("p1", "2021-04-10", "25")
        .revenue("q2", "2021-04-01", "2021-06-30", "350").position("2021-06-30");

    assertThat(perPeriod(position, Figure.ACCRUED)).containsExactly("60.00", "40.00");
    assertThat(perCap(position, Figure.COUNTED)).containsExactly("25.00");
    assertThat(perCap(position, Figure.HEADROOM)).containsExactly("75.00");
    assertThat(perCap(position, Figure.ROOM)).containsExactly("0.00");
    // ⌈40 × 91 ÷ 70⌉ = 52, from 1 April.
    assertThat(position.caps().getFirst().reachedOn()).contains(LocalDate.parse("2021-05-22"));
  }

  @Test
  @DisplayName("an advance counts toward a cap on what is paid in the year in which it settles something")
  void anAdvanceCountsWhenItSettles() {
    // 80 paid in 2021, of which 20 settle then and 40 in 2022, within its own room of 50; 20 are left over.
    Position position = agreement(
        share("cap: {amount: \"50\", basis: paid, counts: since-inception, window: calendar-year}"))
        .payment("p1", "2021-02-01", "80").revenue("q1", "2021-01-01", "2021-03-31", "100")
        .revenue("next", "2022-01-01", "2022-03-31", "200").position("2022-03-31");

    assertThat(perPeriod(position, Figure.ACCRUED)).containsExactly("20.00", "0.00", "0.00", "0.00", "40.00");
    assertThat(perCap(position, Figure.COUNTED)).containsExactly("40.00");
    assertThat(figure(position, Figure.CREDIT)).isEqualTo("20.00");
  }

  @Test
  @DisplayName("an undisclosed amount limits nothing and leaves its headroom undetermined")
  void undisclosedAmount() {
    Position position = agreement(share("cap: {" + COUNTED + "}")).revenue("q1", "2021-01-01", "2021-03-31", "300")
        .position("2021-03-31");

    assertThat(figure(position, Figure.ACCRUED)).isEqualTo("60.00");
    assertThat(perCap(position, Figure.COUNTED)).containsExactly("60.00");
    assertThat(perCap(position, Figure.HEADROOM)).containsExactly("undetermined");
  }

  @Test
  @DisplayName("what was brought forward counts from inception, not in a cap that starts later")
  void broughtForwardCounts() {
    for (String[] one : new String[][]{{"since-inception", "30.00", "10.00"}, {"since-effective", "0.00", "40.00"}}) {
      Position position = agreement(share(""))
          .and("brought-forward", "{clause: share, on: 2021-01-15, accrued: \"30\", settled: \"30\"}")
          .amendment(1, "2021-04-01",
              "{revise: {clause: share, set: {cap: {amount: \"40\", basis: accrued, counts: " + one[0] + "}}}}")
          .position("2021-04-01");

      assertThat(perCap(position, Figure.COUNTED)).containsExactly(one[1]);
      assertThat(perCap(position, Figure.HEADROOM)).containsExactly(one[2]);
    }
  }

  @Test
  @DisplayName("what was cut off is lost when the clause is not in force on the first day of the next window, and comes in no later one")
  void notCarriedOverAGap() {
    // 2021: 80 under 50, 30 cut off. The clause runs out with the year and is revived in July 2022.
    Given given = year(
        agreement(
            yearly("through: 2021-12-31, cap: {amount: \"50\", " + COUNTED
                + ", window: calendar-year, excess: carried}")),
        2021, "400")
        .amendment(1, "2022-07-01", "{revise: {clause: share, set: {through: null}}}");

    assertThat(figure(given.position("2022-12-31"), Figure.ACCRUED)).isEqualTo("50.00");
    assertThat(perPeriod(given.position("2023-12-31"), Figure.ACCRUED)).containsExactly("50.00", "0.00", "0.00");
    assertThat(figure(given.position("2023-12-31"), Figure.FORGONE)).isEqualTo("30.00");
  }

  @Test
  @DisplayName("of two windows that end together the earlier carries first: 10 and 10 cut off, of which the smaller cap of the year takes 10")
  void twoCarriedTogether() {
    // The first counts what is paid. Q1: 60, room 50, 10 cut off; 30 are waived. Q3: 20; rooms 50 − 20 open = 30, and 10: 10 cut off by
    // the second. 2022: rooms 50 − 30 open = 20, and 10: of the 10 of 2021 all, then of the 10 of its second half nothing.
    Given given = agreement(
        share("caps: [{amount: \"50\", basis: paid, counts: since-inception, window: calendar-year, excess: carried}, "
            + "{amount: \"10\", " + COUNTED + ", window: calendar-year, from: 2021-07-01, excess: carried}]"))
        .revenue("q1", "2021-01-01", "2021-03-31", "300").waiver("2021-04-10", "30")
        .revenue("q3", "2021-07-01", "2021-09-30", "100");
    assertThat(perPeriod(given.position("2021-12-31"), Figure.ACCRUED)).containsExactly("50.00", "0.00", "10.00",
        "0.00");

    Position position = given.position("2022-01-01");
    assertThat(perPeriod(position, Figure.ACCRUED)).containsExactly("50.00", "0.00", "10.00", "0.00", "10.00");
    assertThat(perPeriod(position, Figure.FORGONE)).containsExactly("10.00", "0.00", "10.00", "0.00", "-10.00");
  }

  @Test
  @DisplayName("what a cap cut off that carries nothing is lost, though another cap of the same year carries: 30 of 80")
  void onlyTheCapThatCutCarries() {
    Given given = agreement(
        yearly("caps: [{amount: \"50\", " + COUNTED + ", window: calendar-year}, {amount: \"60\", " + COUNTED
            + ", window: calendar-year, excess: carried}]"));

    assertThat(perPeriod(year(given, 2021, "400").position("2022-12-31"), Figure.ACCRUED))
        .containsExactly("50.00", "0.00");
  }

  @Test
  @DisplayName("nothing is taken back where a cap of the day came below what had accrued: of 30 carried nothing accrues under 40 in all")
  void carriedWithoutRoom() {
    // 2021: 80 under 50, 30 cut off. From 2022 on 40 in all, of which 50 have accrued: room −10, so none.
    Given given = year(
        agreement(yearly("cap: {amount: \"50\", " + COUNTED + ", window: calendar-year, excess: carried}")), 2021,
        "400")
        .amendment(1, "2022-01-01", "{revise: {clause: share, set: {cap: null, caps: [{amount: \"50\", " + COUNTED
            + ", window: calendar-year, excess: carried}, {amount: \"40\", " + COUNTED + "}]}}}");
    Position position = given.position("2022-01-01");

    assertThat(perPeriod(position, Figure.ACCRUED)).containsExactly("50.00", "0.00");
    assertThat(perPeriod(position, Figure.FORGONE)).containsExactly("30.00", "0.00");
    assertThat(perCap(position, Figure.OVERAGE)).containsExactly("0.00", "10.00");
  }

  @Test
  @DisplayName("a line of one day fills the room on that day")
  void filledInOneDay() {
    Position position = agreement(share("cap: {amount: \"5\", " + COUNTED + "}"))
        .revenue("day", "2021-02-03", "2021-02-03", "100").position("2021-03-31");

    assertThat(position.caps().getFirst().reachedOn()).contains(LocalDate.parse("2021-02-03"));
  }
}

package io.contract.ledger.payment;

import static io.contract.ledger.Given.agreement;
import static io.contract.ledger.Given.share;
import static io.contract.ledger.Shown.figure;
import static io.contract.ledger.Shown.perCap;
import static io.contract.ledger.Shown.perPeriod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contract.ledger.Given;
import io.contract.ledger.calendar.DayCount;
import io.contract.ledger.calendar.PeriodScheme;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.money.Rounding;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.Position;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.Compounding;
import io.contract.ledger.terms.RateSteps;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What payments, waivers and falling claims do, each worked by hand: 20 % of net sales (domain page, section 5, step 5, and section 11). */
class SettlementTest {

  private static final Book BOOK = new Book(new PartyId("acme"), new PartyId("globex"));

  private static final String ON_THE_LAST_DAY = "due: {days: 0}";

  private static String yearly(String more) {
    return share(more).replace("period: quarter", "period: year");
  }

  private static String interest(String more) {
    return ON_THE_LAST_DAY + ", lateInterest: {" + more + "}";
  }

  @Nested
  class LateInterest {

    @ParameterizedTest
    @CsvSource({
        // 100,000 due on 2021-03-31, 45 days later, at 8 %: 8,000 × 45/365, and × 45/360.
        "Act/365F, 986.30", "Act/360, 1000.00", "30/360, 1000.00", "Act/Act ISDA, 986.30"})
    void runsFromTheDueDateByItsDayCount(String dayCount, String amount) {
      Given given = agreement(share(interest("rate: \"0.08\", dayCount: " + dayCount)))
          .revenue("q1", "2021-01-01", "2021-03-31", "500000");

      assertThat(figure(given.position("2021-03-31"), Figure.INTEREST)).isEqualTo("0.00");
      assertThat(figure(given.position("2021-05-15"), Figure.INTEREST)).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({
        // From 2023-12-15 to 2024-03-15: 91/365 of 8,000, or 17/365 and 74/366.
        "Act/365F, 1994.52", "Act/Act ISDA, 1990.09"})
    void runsIntoALeapYear(String dayCount, String amount) {
      Given given = agreement(
          share("due: {days: 15}, lateInterest: {rate: \"0.08\", dayCount: " + dayCount + "}")
              .replace("period: quarter", "period: month"))
          .revenue("nov", "2023-11-01", "2023-11-30", "500000");

      assertThat(figure(given.position("2024-03-15"), Figure.INTEREST)).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({
        // Due on Saturday 2021-05-15, so Monday the 17th; 3,650 at 10 % is 1.00 a day.
        "adjusted, 2021-05-17, 0.00", "adjusted, 2021-05-18, 1.00", "adjusted, 2021-05-27, 10.00",
        // By Monday nothing is overdue, wherever interest would run from.
        "unadjusted, 2021-05-17, 0.00", "unadjusted, 2021-05-18, 3.00", "unadjusted, 2021-05-27, 12.00"})
    void runsFromTheAdjustedOrTheUnadjustedDate(String from, String day, String amount) {
      Given given = agreement(
          share("due: {days: 45, roll: following, calendar: SatSun}, lateInterest: {rate: \"0.10\", from: " + from
              + "}"))
          .revenue("q1", "2021-01-01", "2021-03-31", "18250");

      assertThat(figure(given.position(day), Figure.INTEREST)).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({
        // Due on Sunday 2021-05-16, so before, on Friday the 14th; from the unadjusted date it runs only after that.
        "adjusted, 2021-05-15, 1.00", "unadjusted, 2021-05-15, 0.00", "unadjusted, 2021-05-16, 0.00",
        "unadjusted, 2021-05-17, 1.00"})
    void runsFromTheUnadjustedDateAlsoWhereThatIsLater(String from, String day, String amount) {
      Given given = agreement(
          share("due: {days: 46, roll: preceding}, lateInterest: {rate: \"0.10\", from: " + from + "}"))
          .revenue("q1", "2021-01-01", "2021-03-31", "18250");

      assertThat(figure(given.position(day), Figure.INTEREST)).isEqualTo(amount);
    }

    @Test
    @DisplayName("of what accrues after its due date runs from the due date too: 2 days when it accrues, 31 a month later, at 10 a day")
    void ofWhatAccruesAfterItsDueDate() {
      // Due on Sunday 2023-12-31, so before, on Friday the 29th. 30/360 counts 2 days from there to the 31st, and 31 to 30 January.
      Given given = agreement(
          share("due: {days: 0, roll: preceding}, lateInterest: {rate: \"0.36\", dayCount: 30/360}"))
          .revenue("q4", "2023-10-01", "2023-12-31", "50000");

      assertThat(figure(given.position("2023-12-30"), Figure.INTEREST)).isEqualTo("0.00");
      assertThat(figure(given.position("2023-12-31"), Figure.INTEREST)).isEqualTo("20.00");
      assertThat(figure(given.position("2024-01-30"), Figure.INTEREST)).isEqualTo("310.00");
    }

    @Test
    @DisplayName("stays to be settled when all principal is: of 10.00 that 3,650 bore in 10 days 4 are paid later")
    void isSettledAfterAllPrincipal() {
      Position position = agreement(share(interest("rate: \"0.10\"") + ", allocation: principal-first"))
          .revenue("q1", "2021-01-01", "2021-03-31", "18250").payment("p1", "2021-04-10", "3650")
          .payment("p2", "2021-05-01", "4").position("2021-05-01");

      assertThat(figure(position, Figure.INTEREST)).isEqualTo("6.00");
      assertThat(figure(position, Figure.INTEREST_PAID)).isEqualTo("4.00");
      assertThat(figure(position, Figure.CREDIT)).isEqualTo("0.00");
    }

    @Test
    @DisplayName("stops for good when credit settles the claim, also when the period of that credit grows again: 30 days at 1.00")
    void stopsWhenCreditSettlesTheClaim() {
      Given given = agreement(share(interest("rate: \"0.10\""))).revenue("q1", "2021-01-01", "2021-03-31", "18250")
          .revenue("apr", "2021-04-01", "2021-04-30", "-18250").revenue("may", "2021-05-01", "2021-05-31", "18250");

      assertThat(figure(given.position("2021-05-30"), Figure.INTEREST)).isEqualTo("30.00");
      assertThat(figure(given.position("2021-05-31"), Figure.OUTSTANDING)).isEqualTo("3650.00");
      assertThat(figure(given.position("2021-06-10"), Figure.INTEREST)).isEqualTo("30.00");
    }

    @Test
    @DisplayName("runs on each slice of principal until that is settled: 10 days on 3,650, then 10 on 1,825, 10.00 and 5.00")
    void bySlices() {
      Given given = agreement(share(interest("rate: \"0.10\"") + ", allocation: principal-first"))
          .revenue("q1", "2021-01-01", "2021-03-31", "18250").payment("p1", "2021-04-10", "1825");

      Position position = given.position("2021-04-20");
      assertThat(figure(position, Figure.INTEREST)).isEqualTo("15.00");
      assertThat(figure(position, Figure.OUTSTANDING)).isEqualTo("1825.00");
      assertThat(figure(position, Figure.INTEREST_PAID)).isEqualTo("0.00");

      // The rest of the principal, and 5 of the 15: nothing runs on.
      given.payment("p2", "2021-04-20", "1830");
      assertThat(figure(given.position("2021-12-31"), Figure.INTEREST)).isEqualTo("10.00");
      assertThat(figure(given.position("2021-12-31"), Figure.INTEREST_PAID)).isEqualTo("5.00");
      assertThat(figure(given.position("2021-12-31"), Figure.OUTSTANDING)).isEqualTo("0.00");
    }

    @Test
    @DisplayName("stops where principal is waived: 10 days on 3,650, then none")
    void stopsWhereWaived() {
      Given given = agreement(share(interest("rate: \"0.10\""))).revenue("q1", "2021-01-01", "2021-03-31", "18250")
          .waiver("2021-04-10", "3650");

      assertThat(figure(given.position("2021-12-31"), Figure.INTEREST)).isEqualTo("10.00");
    }

    @Test
    @DisplayName("settled stands as rounded then: of 0.8219 on the 60th day 0.82 are paid; a day later 0.0137 are 0.01, not 0.02")
    void theRemainderDoesNotRunOn() {
      Given given = agreement(share(interest("rate: \"0.10\""))).revenue("q1", "2021-01-01", "2021-03-31", "250")
          .payment("p1", "2021-05-30", "0.82");

      assertThat(figure(given.position("2021-05-30"), Figure.INTEREST)).isEqualTo("0.00");
      assertThat(figure(given.position("2021-05-31"), Figure.INTEREST)).isEqualTo("0.01");
      assertThat(figure(given.position("2021-05-31"), Figure.INTEREST_PAID)).isEqualTo("0.82");
    }

    @Test
    @DisplayName("of 50 late by 60 days at 10 % comes first: 0.82, and 0.82 of principal stay open; 50 more on the 15th day are 0.21 in all and 49.79 over")
    void aPaymentDatedBack() {
      Given given = agreement(share(interest("rate: \"0.10\""))).revenue("q1", "2021-01-01", "2021-03-31", "250")
          .payment("p1", "2021-05-30", "50");
      Position before = given.position("2021-05-30");
      assertThat(figure(before, Figure.OUTSTANDING)).isEqualTo("0.82");
      assertThat(figure(before, Figure.INTEREST_PAID)).isEqualTo("0.82");

      Position after = given.payment("p2", "2021-04-15", "50").position("2021-05-30");
      assertThat(figure(after, Figure.OUTSTANDING)).isEqualTo("0.00");
      assertThat(figure(after, Figure.INTEREST_PAID)).isEqualTo("0.21");
      assertThat(figure(after, Figure.CREDIT)).isEqualTo("49.79");
    }

    @ParameterizedTest
    @CsvSource({
        // 2021 owes 50 and half a year's 8 % on it, 2.00; 2022, not due yet, owes 80. Of 100 that are paid:
        "interest-first,  32.00, 0.00, 2.00", "principal-first, 30.00, 2.00, 0.00"})
    void isSettledBeforeOrAfterPrincipal(String allocation, String open, String interest, String interestPaid) {
      Position position = agreement(
          yearly(interest("rate: \"0.08\", dayCount: 30/360") + ", allocation: " + allocation))
          .revenue("y2021", "2021-01-01", "2021-12-31", "250").revenue("q1", "2022-01-01", "2022-03-31", "400")
          .payment("p1", "2022-06-30", "100").position("2022-06-30");

      assertThat(figure(position, Figure.OUTSTANDING)).isEqualTo(open);
      assertThat(figure(position, Figure.INTEREST)).isEqualTo(interest);
      assertThat(figure(position, Figure.INTEREST_PAID)).isEqualTo(interestPaid);
      assertThat(perPeriod(position, Figure.INTEREST_PAID)).containsExactly(interestPaid, "0.00");
    }

    @Test
    @DisplayName("principal first is all principal before any interest: 130 are owed of two years, 2 more of interest by what is left of 131")
    void principalOfAllPeriodsFirst() {
      Position position = agreement(
          yearly(interest("rate: \"0.08\", dayCount: 30/360") + ", allocation: principal-first"))
          .revenue("y2021", "2021-01-01", "2021-12-31", "250").revenue("q1", "2022-01-01", "2022-03-31", "400")
          .payment("p1", "2022-06-30", "131").position("2022-06-30");

      assertThat(perPeriod(position, Figure.SETTLED)).containsExactly("50.00", "80.00");
      assertThat(perPeriod(position, Figure.INTEREST_PAID)).containsExactly("1.00", "0.00");
      assertThat(perPeriod(position, Figure.INTEREST)).containsExactly("1.00", "0.00");
    }

    @Test
    @DisplayName("of an order that an amendment changes is settled by that of the value date")
    void theOrderOfTheValueDate() {
      Given given = agreement(yearly(interest("rate: \"0.08\", dayCount: 30/360")))
          .revenue("y2021", "2021-01-01", "2021-12-31", "250")
          .amendment(1, "2022-06-30", "{revise: {clause: share, set: {allocation: principal-first}}}");

      assertThat(figure(given.payment("p1", "2022-06-30", "50").position("2022-06-30"), Figure.INTEREST_PAID))
          .isEqualTo("0.00");
    }
  }

  @Nested
  class TheOrder {

    @Test
    @DisplayName("is by due date, not by period: Q1 due after 120 days, 29 July, is paid after Q2, due after 10, 10 July")
    void oldestDueDateFirst() {
      Given given = agreement(share("due: {days: 120}"))
          .amendment(1, "2021-04-01", "{revise: {clause: share, set: {due: {days: 10}}}}")
          .revenue("q1", "2021-01-01", "2021-03-31", "500").revenue("q2", "2021-04-01", "2021-06-30", "500")
          .payment("p1", "2021-07-01", "120");

      assertThat(perPeriod(given.position("2021-07-01"), Figure.SETTLED)).containsExactly("20.00", "100.00", "0.00");
    }

    @Test
    @DisplayName("of undated claims is that of periods, behind all dated ones")
    void undatedLast() {
      Given given = agreement(share(""))
          .amendment(1, "2021-07-01", "{revise: {clause: share, set: {due: {days: 365}}}}")
          .revenue("q1", "2021-01-01", "2021-03-31", "500").revenue("q2", "2021-04-01", "2021-06-30", "500")
          .revenue("q3", "2021-07-01", "2021-09-30", "500").payment("p1", "2021-10-01", "230");

      assertThat(perPeriod(given.position("2021-10-01"), Figure.SETTLED))
          .containsExactly("100.00", "30.00", "100.00", "0.00");
    }

    @Test
    @DisplayName("begins with what was brought forward: 40 accrued and 10 settled before, 30 of the first payment")
    void broughtForwardFirst() {
      Position position = agreement(share("due: {days: 0}"))
          .and("brought-forward", "{clause: share, on: 2021-01-01, accrued: \"40\", settled: \"10\"}")
          .revenue("q1", "2021-01-01", "2021-03-31", "500").payment("p1", "2021-04-01", "50").position("2021-04-01");

      assertThat(position.periods()).extracting(row -> row.period())
          .containsExactly("brought-forward", "2021-Q1", "2021-Q2");
      assertThat(perPeriod(position, Figure.ACCRUED)).containsExactly("40.00", "100.00", "0.00");
      assertThat(perPeriod(position, Figure.SETTLED)).containsExactly("40.00", "20.00", "0.00");
      assertThat(figure(position, Figure.PAID)).isEqualTo("60.00");
    }

    @Test
    @DisplayName("leaves as credit what was brought forward as settled above what had accrued: 10, which Q1 uses")
    void broughtForwardCredit() {
      Given given = agreement(share(""))
          .and("brought-forward", "{clause: share, on: 2021-01-01, accrued: \"40\", settled: \"50\"}");
      assertThat(figure(given.position("2021-01-01"), Figure.CREDIT)).isEqualTo("10.00");

      given.revenue("q1", "2021-01-01", "2021-03-31", "500");
      assertThat(figure(given.position("2021-03-31"), Figure.CREDIT)).isEqualTo("0.00");
      assertThat(perPeriod(given.position("2021-03-31"), Figure.SETTLED)).containsExactly("40.00", "10.00");
    }
  }

  @Test
  void tellsItsMovementsOnlyWhereTheyAreKept() {
    Settlement settlement = new Settlement(Currency.of("USD"));

    assertThatThrownBy(settlement::movements).isInstanceOf(IllegalStateException.class)
        .hasMessage("expected a settlement that is explained, found one that keeps no movements");
  }

  @Nested
  class AWaiver {

    private final Given given = agreement(share("due: {days: 0}"))
        .revenue("q1", "2021-01-01", "2021-03-31", "500").revenue("q2", "2021-04-01", "2021-06-30", "500");

    @Test
    @DisplayName("that names no period begins with the oldest due date: 120 are all of Q1 and 20 of Q2")
    void fromTheOldestOn() {
      assertThat(perPeriod(given.waiver("2021-07-01", "120").position("2021-07-01"), Figure.WAIVED))
          .containsExactly("100.00", "20.00", "0.00");
    }

    @Test
    @DisplayName("that names a period stays in it, and what exceeds it is refused")
    void inItsPeriod() {
      String more = "{clause: share, period: 2021-Q2, amount: \"%s\", on: 2021-07-01, by: globex}";
      assertThat(given.refusalsOf("waiver", more.formatted("100.01"))).containsExactly("waiver-exceeds-outstanding");
      assertThat(perPeriod(given.and("waiver", more.formatted("100")).position("2021-07-01"), Figure.WAIVED))
          .containsExactly("0.00", "100.00", "0.00");
    }

    @Test
    @DisplayName("of a day comes before the payment of that day, whichever was recorded first: 60 paid and 60 waived of Q1's 100")
    void beforeThePaymentsOfTheDay() {
      Position position = given.payment("p1", "2021-07-01", "60").waiver("2021-07-01", "60").position("2021-07-01");

      assertThat(perPeriod(position, Figure.WAIVED)).containsExactly("60.00", "0.00", "0.00");
      assertThat(perPeriod(position, Figure.SETTLED)).containsExactly("40.00", "20.00", "0.00");
    }

    @Test
    @DisplayName("above what a payment dated back leaves open has only that effect: 80 waived, 70 paid before, 30 of them count in Q1")
    void onlyWhatIsOpen() {
      Given one = agreement(share("due: {days: 0}")).revenue("q1", "2021-01-01", "2021-03-31", "500")
          .waiver("2021-04-10", "80").payment("p1", "2021-04-01", "70");

      assertThat(perPeriod(one.position("2021-04-10"), Figure.WAIVED)).containsExactly("30.00", "0.00");
      assertThat(figure(one.position("2021-04-10"), Figure.OUTSTANDING)).isEqualTo("0.00");
    }
  }

  @Nested
  class AFallingClaim {

    @Test
    @DisplayName("loses first what is open, then what was waived, then what was settled: 10, 30 and 10 of −50; 10 are over")
    void openThenWaivedThenSettled() {
      Given given = agreement(share("")).revenue("jan", "2021-01-01", "2021-01-31", "500")
          .payment("p1", "2021-02-01", "60").waiver("2021-02-02", "30")
          .revenue("feb", "2021-02-01", "2021-02-28", "-250");

      Position position = given.position("2021-02-28");
      assertThat(figure(position, Figure.ACCRUED)).isEqualTo("50.00");
      assertThat(figure(position, Figure.WAIVED)).isEqualTo("0.00");
      assertThat(perPeriod(position, Figure.SETTLED)).containsExactly("50.00");
      assertThat(figure(position, Figure.CREDIT)).isEqualTo("10.00");
    }

    @Test
    @DisplayName("loses only of what is open where that is enough: 50 of 100, of which 10 were waived and 20 paid, leave 20")
    void openIsEnough() {
      Position position = agreement(share("")).revenue("jan", "2021-01-01", "2021-01-31", "500")
          .payment("p1", "2021-02-01", "20").waiver("2021-02-02", "10")
          .revenue("feb", "2021-02-01", "2021-02-28", "-250").position("2021-02-28");

      assertThat(figure(position, Figure.ACCRUED)).isEqualTo("50.00");
      assertThat(figure(position, Figure.WAIVED)).isEqualTo("10.00");
      assertThat(perPeriod(position, Figure.SETTLED)).containsExactly("20.00");
      assertThat(figure(position, Figure.OUTSTANDING)).isEqualTo("20.00");
    }

    @Test
    @DisplayName("takes the room again that a waiver had freed: of 100 that may be paid 50 are accrued and waived, and 100 of 120 fit")
    void takesBackTheRoomOfAWaiver() {
      // 100, of which 70 are waived. −50: 30 that are open and 20 that were waived; nothing is open. Room 100 − 0 − 0.
      Position position = agreement(share("cap: {amount: \"100\", basis: paid, counts: since-inception}"))
          .revenue("jan", "2021-01-01", "2021-01-31", "500").waiver("2021-02-01", "70")
          .revenue("feb", "2021-02-01", "2021-02-28", "-250").revenue("mar", "2021-03-01", "2021-03-31", "600")
          .position("2021-03-31");

      assertThat(figure(position, Figure.WAIVED)).isEqualTo("50.00");
      assertThat(figure(position, Figure.ACCRUED)).isEqualTo("150.00");
      assertThat(figure(position, Figure.FORGONE)).isEqualTo("20.00");
    }

    @Test
    @DisplayName("takes back of what was waived the latest first, and only as much as it needs: 20 of the second waiver of 30")
    void takesBackAPartOfAWaiver() {
      Given given = agreement(share("")).revenue("jan", "2021-01-01", "2021-01-31", "500")
          .waiver("2021-02-01", "40").waiver("2021-02-02", "30").revenue("feb", "2021-02-01", "2021-02-28", "-250");

      Position position = given.position("2021-02-28");
      assertThat(figure(position, Figure.WAIVED)).isEqualTo("50.00");
      assertThat(figure(position, Figure.OUTSTANDING)).isEqualTo("0.00");
    }

    @Test
    @DisplayName("takes back all that was waived, piece by piece: 20 of the second waiver of 30, then its other 10 and the first, 40")
    void takesBackWaiversPieceByPiece() {
      // 100 are owed, 70 of them waived. −50 are the 30 that are open and 20 that were waived, −50 more all that was.
      Given given = agreement(share("")).revenue("jan", "2021-01-01", "2021-01-31", "500")
          .waiver("2021-02-01", "40").waiver("2021-02-02", "30").revenue("feb", "2021-02-01", "2021-02-28", "-250");
      assertThat(figure(given.position("2021-02-28"), Figure.WAIVED)).isEqualTo("50.00");

      Position position = given.revenue("mar", "2021-03-01", "2021-03-31", "-250").position("2021-03-31");
      assertThat(figure(position, Figure.ACCRUED)).isEqualTo("0.00");
      assertThat(figure(position, Figure.WAIVED)).isEqualTo("0.00");
      assertThat(figure(position, Figure.CREDIT)).isEqualTo("0.00");
    }

    @Test
    @DisplayName("frees the latest settled first: of 60 paid in May and 40 in July the 40 and 10, so that 50 of the first half-year stay")
    void freesTheLatestFirst() {
      Given given = agreement(
          yearly(
              "caps: [{amount: \"1000\", basis: paid, counts: since-inception, from: 2021-01-01, through: 2021-06-30},"
                  + " {amount: \"1000\", basis: paid, counts: since-inception, from: 2021-07-01, through: 2021-12-31}]"))
          .revenue("q1", "2021-01-01", "2021-03-31", "500").payment("p1", "2021-05-01", "60")
          .payment("p2", "2021-07-15", "40");
      assertThat(perCap(given.position("2021-07-15"), Figure.COUNTED)).containsExactly("60.00", "40.00");

      given.revenue("q4", "2021-10-01", "2021-12-31", "-250");
      assertThat(perCap(given.position("2021-12-31"), Figure.COUNTED)).containsExactly("50.00", "0.00");
      assertThat(figure(given.position("2021-12-31"), Figure.CREDIT)).isEqualTo("50.00");
    }

    @Test
    @DisplayName("below zero is credit that is used before what payments left over: 20 and then 20 of 30, so that only 20 count as paid")
    void itsCreditIsUsedFirst() {
      Given given = agreement(share("cap: {amount: \"1000\", basis: paid, counts: since-inception}"))
          .revenue("q1", "2021-01-01", "2021-03-31", "-100").payment("p1", "2021-04-01", "30");
      assertThat(figure(given.position("2021-04-01"), Figure.CREDIT)).isEqualTo("50.00");

      Position position = given.revenue("q2", "2021-04-01", "2021-06-30", "200").position("2021-06-30");
      assertThat(perPeriod(position, Figure.SETTLED)).containsExactly("0.00", "40.00");
      assertThat(perCap(position, Figure.COUNTED)).containsExactly("20.00");
      assertThat(figure(position, Figure.CREDIT)).isEqualTo("10.00");
    }

    @Test
    @DisplayName("pays no interest with its credit: 0.25 stay open beside a credit of 20")
    void creditSettlesNoInterest() {
      Given given = agreement(share(interest("rate: \"0.10\""))).revenue("q1", "2021-01-01", "2021-03-31", "18250")
          .payment("p1", "2021-03-31", "3640").revenue("q2", "2021-04-01", "2021-06-30", "-150");

      // 10 of principal late by 91 days at 10 %: 0.249…; Q2's credit of 30 settles the 10 and is left with 20.
      Position position = given.position("2021-06-30");
      assertThat(figure(position, Figure.OUTSTANDING)).isEqualTo("0.00");
      assertThat(figure(position, Figure.INTEREST)).isEqualTo("0.25");
      assertThat(figure(position, Figure.INTEREST_PAID)).isEqualTo("0.00");
      assertThat(figure(position, Figure.CREDIT)).isEqualTo("20.00");
    }

    @Test
    @DisplayName("gives back the credit of another that had settled it: 20 of Q3 by the credit of Q2, of which 10 are credit again")
    void givesBackTheCreditOfAnother() {
      Given given = agreement(share("")).revenue("q2", "2021-04-01", "2021-06-30", "-100")
          .revenue("jul", "2021-07-01", "2021-07-31", "100");
      assertThat(figure(given.position("2021-07-31"), Figure.CREDIT)).isEqualTo("0.00");

      Position position = given.revenue("aug", "2021-08-01", "2021-08-31", "-50").position("2021-08-31");
      assertThat(perPeriod(position, Figure.SETTLED)).containsExactly("0.00", "0.00", "10.00");
      assertThat(figure(position, Figure.CREDIT)).isEqualTo("10.00");
    }

    @Test
    @DisplayName("growing again leaves settled what its credit had settled, and is open with all it grows by: 30, of which 10 accrued")
    void leavesSettledWhatItsCreditSettled() {
      // Q1 owes 100; −20 in April settle 20 of it and 80 are paid in time. June adds 30.
      Given given = agreement(share(interest("rate: \"0.365\"").replace("days: 0", "days: 45")))
          .revenue("q1", "2021-01-01", "2021-03-31", "500").revenue("apr", "2021-04-01", "2021-04-30", "-100")
          .payment("p1", "2021-05-15", "80").revenue("jun", "2021-06-01", "2021-06-30", "150");

      Position position = given.position("2021-07-30");
      assertThat(perPeriod(position, Figure.ACCRUED)).containsExactly("100.00", "10.00", "0.00");
      assertThat(perPeriod(position, Figure.SETTLED)).containsExactly("100.00", "0.00", "0.00");
      assertThat(perPeriod(position, Figure.OUTSTANDING)).containsExactly("0.00", "30.00", "0.00");
      assertThat(figure(position, Figure.OVERDUE)).isEqualTo("0.00");
      assertThat(figure(position, Figure.INTEREST)).isEqualTo("0.00");
      assertThat(figure(position, Figure.CREDIT)).isEqualTo("0.00");
    }

    @Test
    @DisplayName("falling once more it first loses what is open again: of 30 open and −40, 10 are credit beside the 20 used")
    void fallsOnceMore() {
      Given given = agreement(share("")).revenue("q1", "2021-01-01", "2021-03-31", "100")
          .revenue("apr", "2021-04-01", "2021-04-30", "-100").revenue("may", "2021-05-01", "2021-05-31", "150")
          .revenue("jun", "2021-06-01", "2021-06-30", "-200");

      Position position = given.position("2021-06-30");
      assertThat(perPeriod(position, Figure.ACCRUED)).containsExactly("20.00", "-30.00");
      assertThat(perPeriod(position, Figure.SETTLED)).containsExactly("20.00", "0.00");
      assertThat(perPeriod(position, Figure.OUTSTANDING)).containsExactly("0.00", "0.00");
      assertThat(figure(position, Figure.CREDIT)).isEqualTo("10.00");
    }

    @Test
    @DisplayName("frees what settled it piece by piece: of 100 paid 30, then 50 more, and 20 stay")
    void freesPieceByPiece() {
      Given given = agreement(share("")).revenue("jan", "2021-01-01", "2021-01-31", "500")
          .payment("p1", "2021-01-31", "100").revenue("feb", "2021-02-01", "2021-02-28", "-150")
          .revenue("mar", "2021-03-01", "2021-03-31", "-250");

      assertThat(figure(given.position("2021-02-28"), Figure.CREDIT)).isEqualTo("30.00");
      Position position = given.position("2021-03-31");
      assertThat(perPeriod(position, Figure.SETTLED)).containsExactly("20.00");
      assertThat(figure(position, Figure.CREDIT)).isEqualTo("80.00");
    }

    @Test
    @DisplayName("growing again uses only as much of its credit as it grows: 10 of 20")
    void usesAPartOfItsCredit() {
      Position position = agreement(share("")).revenue("apr", "2021-04-01", "2021-04-30", "-100")
          .revenue("may", "2021-05-01", "2021-05-31", "50").position("2021-05-31");

      assertThat(figure(position, Figure.ACCRUED)).isEqualTo("-10.00");
      assertThat(figure(position, Figure.CREDIT)).isEqualTo("10.00");
    }

    @Test
    @DisplayName("growing again first makes up what is unused of its credit: of 45 and 20 unused, 25 are open, below zero still")
    void makesUpWhatIsUnused() {
      // 10 and 20 are owed. −50 settles both and leaves 20 unused.
      Given given = agreement(share(""))
          .and("brought-forward", "{clause: share, on: 2021-01-01, accrued: \"10\", settled: \"0\"}")
          .revenue("q1", "2021-01-01", "2021-03-31", "100").revenue("apr", "2021-04-01", "2021-04-30", "-250")
          .revenue("may", "2021-05-01", "2021-05-31", "225");

      assertThat(perPeriod(given.position("2021-04-30"), Figure.SETTLED)).containsExactly("10.00", "20.00", "0.00");
      assertThat(figure(given.position("2021-04-30"), Figure.CREDIT)).isEqualTo("20.00");
      Position position = given.position("2021-05-31");
      assertThat(perPeriod(position, Figure.ACCRUED)).containsExactly("10.00", "20.00", "-5.00");
      assertThat(perPeriod(position, Figure.SETTLED)).containsExactly("10.00", "20.00", "0.00");
      assertThat(perPeriod(position, Figure.OUTSTANDING)).containsExactly("0.00", "0.00", "25.00");
      assertThat(figure(position, Figure.CREDIT)).isEqualTo("0.00");
    }
  }

  @Nested
  class WhatAccruesOnADay {

    @Test
    @DisplayName("is settled by credit that day, not when something happens again: 50 of December count in 2021, under a cap on what is paid")
    void isSettledThatDay() {
      Given given = agreement(
          share("cap: {amount: \"200\", basis: paid, counts: since-inception, window: calendar-year}"))
          .payment("p1", "2021-06-01", "80").revenue("q4", "2021-10-01", "2021-12-31", "250")
          .revenue("q1", "2022-01-01", "2022-03-31", "100");

      assertThat(perCap(given.position("2021-12-31"), Figure.COUNTED)).containsExactly("50.00");
      assertThat(perCap(given.position("2022-03-31"), Figure.COUNTED)).containsExactly("20.00");
    }

    @Test
    @DisplayName("is settled by credit before a waiver of that day: 20 by an advance of 30 that is recorded late, so that nothing is left to waive")
    void isSettledBeforeAWaiver() {
      Position position = agreement(share("")).revenue("q1", "2021-01-01", "2021-03-31", "100")
          .waiver("2021-03-31", "20").payment("p1", "2021-02-01", "30").position("2021-03-31");

      assertThat(figure(position, Figure.WAIVED)).isEqualTo("0.00");
      assertThat(perPeriod(position, Figure.SETTLED)).containsExactly("20.00");
      assertThat(figure(position, Figure.CREDIT)).isEqualTo("10.00");
    }

    @Test
    @DisplayName("has all accrued before credit settles any of it: −10 and a guarantee of 25 on one day lend nothing to the quarter before")
    void hasAllAccrued() {
      Position position = agreement(share("minimum: {amount: \"25\", per: period}"))
          .revenue("q1", "2021-01-01", "2021-03-31", "200").revenue("q2", "2021-04-01", "2021-06-30", "-50")
          .position("2021-06-30");

      assertThat(perPeriod(position, Figure.SETTLED)).containsExactly("0.00", "0.00");
      assertThat(perPeriod(position, Figure.OUTSTANDING)).containsExactly("40.00", "25.00");
      assertThat(perPeriod(position, Figure.TO_CREDIT)).containsExactly("0.00", "0.00");
    }
  }

  @Nested
  class APayment {

    @Test
    @DisplayName("ahead of what accrues settles it when it does, each in its turn: of 10 and 20 paid ahead 25 that accrue leave 5")
    void aheadOfWhatAccrues() {
      Given given = agreement(share("")).payment("p1", "2021-02-01", "10").payment("p2", "2021-02-02", "20");
      assertThat(figure(given.position("2021-02-02"), Figure.CREDIT)).isEqualTo("30.00");

      Position position = given.revenue("q1", "2021-01-01", "2021-03-31", "125").position("2021-03-31");
      assertThat(figure(position, Figure.OUTSTANDING)).isEqualTo("0.00");
      assertThat(figure(position, Figure.CREDIT)).isEqualTo("5.00");
    }

    @Test
    @DisplayName("in another currency counts at its rate, rounded half-up: 100 at 1.105 are 110.50, 0.05 at 1.10 are 0.06")
    void anotherCurrency() {
      Given given = agreement(share(""))
          .and("payment", "{id: p1, clause: share, payer: acme, payee: globex, amount: \"100\", currency: EUR,"
              + " fxRate: \"1.105\", valueOn: 2021-01-10}");
      assertThat(figure(given.position("2021-01-10"), Figure.PAID)).isEqualTo("110.50");

      given.and("payment", "{id: p2, clause: share, payer: acme, payee: globex, amount: \"0.05\", currency: EUR,"
          + " fxRate: \"1.10\", valueOn: 2021-01-11}");
      assertThat(figure(given.position("2021-01-11"), Figure.PAID)).isEqualTo("110.56");
    }

    @Test
    @DisplayName("reversed leaves its place to another: of 100 and 50 paid for 100 the 50 that were left over settle")
    void leavesItsPlace() {
      Given given = agreement(share("")).revenue("q1", "2021-01-01", "2021-03-31", "500")
          .payment("p1", "2021-04-01", "100").payment("p2", "2021-04-01", "50")
          .and("reversal", "{payment: p1, on: 2021-05-01, reason: bounced}");

      assertThat(figure(given.position("2021-04-30"), Figure.CREDIT)).isEqualTo("50.00");
      assertThat(figure(given.position("2021-05-01"), Figure.OUTSTANDING)).isEqualTo("50.00");
      assertThat(figure(given.position("2021-05-01"), Figure.CREDIT)).isEqualTo("0.00");
    }
  }

  /** Two states of one claim have the same amounts when each of their amounts is the same. */
  @Nested
  class AClaimThatComesToTheSame {

    private static final LocalDate DUE = LocalDate.parse("2021-03-31");
    private static final LocalDate LATE = LocalDate.parse("2021-05-30");

    private final Claim claim = new Claim(
        BOOK,
        Optional.of(PeriodScheme.ofCalendar(PeriodScheme.Length.QUARTER).containing(DUE)),
        Optional.of(DUE),
        Optional.of(
            new io.contract.ledger.payment.LateInterest(
                RateSteps.flat(new BigDecimal("0.10")), DayCount.ACT_365F, DUE, DUE, Compounding.NONE, Optional.empty(),
                Rounding.DEFAULT)));
    private final Settlement settlement = new Settlement(Currency.of("USD"));

    @Test
    @DisplayName("as before anything happened is new, unless interest has run on it by then")
    void isNewWhereNothingIsLeftOfWhatHappened() {
      LocalDate tenDaysLate = DUE.plusDays(10);
      Settlement open = new Settlement(Currency.of("USD"));
      assertThat(open.state(claim).isNew()).isTrue();
      open.accrue(claim, Money.of("USD", "100"), DUE);
      assertThat(open.state(claim).isNew()).isFalse();
      open.accrue(claim, Money.of("USD", "-100"), DUE);
      assertThat(open.state(claim).isNew()).isTrue();

      // 10 % of 3,650 for 10 days are 10.00: run in the one settlement, and settled in the other.
      open.accrue(claim, Money.of("USD", "3650"), DUE);
      Settlement paid = open.copy();
      open.accrue(claim, Money.of("USD", "-3650"), tenDaysLate);
      paid.pay(BOOK, new Allocation.Source.ByPayment(tenDaysLate, 1, true, null), Money.of("USD", "10"));
      paid.accrue(claim, Money.of("USD", "-3650"), tenDaysLate);

      assertThat(open.state(claim).accrued().isZero()).isTrue();
      assertThat(open.state(claim).isNew()).isFalse();
      assertThat(paid.state(claim).accrued().isZero()).isTrue();
      assertThat(paid.state(claim).isNew()).isFalse();
    }

    /** 50 late by 60 days at 10 %: 0.8219. */
    private AClaimThatComesToTheSame() {
      settlement.accrue(claim, usd("50"), DUE);
    }

    private ClaimState late() {
      return settlement.state(claim).runTo(LATE);
    }

    @Test
    void hasTheSameAmountsWhateverLedToThem() {
      Settlement twice = new Settlement(Currency.of("USD"));
      twice.accrue(claim, usd("20"), DUE.minusDays(1));
      twice.accrue(claim, usd("30"), DUE);

      assertThat(late().interestOpen()).isEqualTo(usd("0.82"));
      assertThat(twice.state(claim).runTo(LATE).comesToAs(late())).isTrue();
    }

    @Test
    void hasNotWhenMoreAccrued() {
      // 0.04 late by 60 days are 0.0007: no interest to show.
      ClaimState before = late();
      settlement.accrue(claim, usd("0.04"), DUE);

      assertThat(late().interestOpen()).isEqualTo(before.interestOpen());
      assertThat(late().comesToAs(before)).isFalse();
    }

    @Test
    void hasNotWhenMoreInterestIsOpen() {
      assertThat(late().comesToAs(settlement.state(claim))).isFalse();
    }

    @Test
    void hasNotWhenMoreInterestIsPaid() {
      // 0.82 are paid on the 60th day; by the 120th as much is open again.
      ClaimState before = late();
      settlement.pay(BOOK, new Allocation.Source.ByPayment(LATE, 1, true, null), usd("0.82"));
      ClaimState after = settlement.state(claim).runTo(LATE.plusDays(60));

      assertThat(after.interestOpen()).isEqualTo(before.interestOpen());
      assertThat(after.comesToAs(before)).isFalse();
    }

    private static Money usd(String amount) {
      return Money.of("USD", amount);
    }
  }
}

package io.contract.ledger.agreement;

import static io.contract.ledger.Given.agreement;
import static io.contract.ledger.Given.share;
import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.Flow;
import io.contract.ledger.Given;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.value.Violation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written in a fact is judged when the fact is recorded: its days, its amounts, the due dates that it brings about. */
class WrittenFactsTest {

  @Nested
  @DisplayName("a day")
  class Days {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "payment | {id: p1, clause: share, payer: acme, payee: globex, amount: \"1\", valueOn: 1899-12-31} | /valueOn",
        "payment | {id: p1, clause: share, payer: acme, payee: globex, amount: \"1\", valueOn: 0021-02-01} | /valueOn",
        "milestone | {id: agi, on: 2200-01-01} | /on",
        "reading | {clause: share, parameter: basis, value: paid, from: 2200-01-01, by: acme} | /from",
        "revenue | {id: q1, stream: net-sales, from: 1899-12-31, through: 1900-01-31, amount: \"1\"} | /from",
        "amendment | {number: 1, title: A, executedOn: 2021-02-01, effectiveOn: 2200-01-01, changes: [{end: {clause: share}}]}"
            + " | /effectiveOn",
        "amendment | {number: 1, title: A, executedOn: 2021-02-01, effectiveOn: 2021-02-01,"
            + " changes: [{revise: {clause: share, set: {cap: {countsFrom: 1899-12-31}}}}]}"
            + " | /changes/0/revise/set/cap/countsFrom"})
    void isFrom1900Through2199(String key, String fact, String path) {
      assertThat(found(given().tried(key, fact))).contains(path + " date-out-of-range");
    }

    @ParameterizedTest
    @CsvSource({"1900-01-01", "2021-02-01", "2100-01-01"})
    void mayBeTheFirstOne(String on) {
      assertThat(given().tried("milestone", "{id: agi, on: " + on + "}")).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void standsBeforeAnAmountInTheOrderOfReasons() {
      assertThat(
          given().refusalsOf(
              "payment", "{id: p1, clause: share, payer: acme, payee: globex, amount: \"0\", valueOn: 2200-01-01}"))
          .containsExactly("date-out-of-range", "non-positive-amount", "date-in-future");
    }

    @Test
    void isJudgedInTheAgreementItself() {
      assertThat(agreed("{id: d, kind: duty, obligor: acme, obligee: globex, act: report, due: 2200-01-01}"))
          .containsExactly("/clauses/0/due date-out-of-range");
    }
  }

  @Nested
  @DisplayName("an amount of the terms")
  class Amounts {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "cap: {amount: \"1.000\"} | /clauses/0/cap/amount",
        "caps: [{}, {amount: \"1.000\"}] | /clauses/0/caps/1/amount",
        "minimum: {amount: \"0.000\"} | /clauses/0/minimum/amount"})
    void hasNoMoreDecimalsThanItsCurrencyAsItIsWritten(String attribute, String path) {
      assertThat(agreed(share(attribute))).containsExactly(path + " amount-precision");
    }

    @Test
    void isSaidToBeWrongOnce() {
      assertThat(agreed(share("cap: {amount: \"1.001\"}"))).containsExactly("/clauses/0/cap/amount amount-precision");
      assertThat(
          agreed(
              "{id: c, kind: purchase-commitment, buyer: acme, seller: globex, stream: orders, amount: \"1.000\"}"))
          .containsExactly("/clauses/0/amount amount-precision");
    }

    @Test
    void isJudgedInAnAmendment() {
      assertThat(
          found(
              given().tried(
                  "amendment",
                  "{number: 1, title: A, executedOn: 2021-02-01, effectiveOn: 2021-02-01,"
                      + " changes: [{revise: {clause: share, set: {cap: {amount: \"2.000\"}}}}]}")))
          .containsExactly("/changes/0/revise/set/cap/amount amount-precision");
    }

    @Test
    void ofATierIsAnyNumber() {
      assertThat(
          agreed(
              "{id: s, kind: revenue-share, payer: acme, payee: globex, base: net-sales,"
                  + " tiers: {bands: [{upTo: \"1.000\", rate: \"0.1\"}, {rate: \"0.2\"}]}}"))
          .isEmpty();
    }
  }

  /** USNY knows the holidays of 1950 to 2099. */
  @Nested
  @DisplayName("a due date beyond the years that its calendar knows")
  class DueDates {

    private static final String NEW_YORK = "due: {days: 10, roll: following, calendar: USNY}";

    @Test
    void refusesTheReport() {
      Given given = agreement(share(NEW_YORK));
      assertThat(found(given.tried("revenue", revenue("2099-10-01", "2099-12-31")))).containsExactly(
          "/through calendar-range");
      assertThat(found(given.tried("revenue", revenue("2099-07-01", "2099-09-30")))).isEmpty();
      assertThat(found(given.tried("revenue", revenue("2099-07-01", "2099-10-01")))).containsExactly(
          "/through calendar-range");
    }

    @Test
    void isJudgedInMonthsAndByAllCalendarsTogether() {
      Given given = agreement(share("due: {months: 1, day: last, roll: following, calendar: USNY+GBLO}"));
      assertThat(found(given.tried("revenue", revenue("2099-10-01", "2099-12-31"))))
          .containsExactly("/through calendar-range");
      assertThat(found(given.tried("revenue", revenue("2099-07-01", "2099-09-30")))).isEmpty();
      // EUTA knows no holidays before 1997.
      assertThat(found(agreement(share("due: {months: 1, roll: following, calendar: USNY+EUTA}"))
          .tried("statement", "{clause: share, period: 2099-Q4, issuedOn: 2099-12-31}")))
          .containsExactly("/period calendar-range");
    }

    @Test
    void refusesTheReportWhoseOwnDueDateItIs() {
      Given given = agreement(share("reportDue: {days: 10, roll: following, calendar: USNY}"));
      assertThat(found(given.tried("revenue", revenue("2099-10-01", "2099-12-31"))))
          .containsExactly("/through calendar-range");
      assertThat(found(given.tried("revenue", revenue("2099-07-01", "2099-09-30")))).isEmpty();
      assertThat(found(given.tried("statement", "{clause: share, period: 2099-Q4, issuedOn: 2099-12-31}"))).isEmpty();
    }

    /** It counts from the statement, else from the day on which the report is due: 2100-01-10 is in no year that USNY knows. */
    @Test
    void refusesTheStatementOrReportFromWhichItCounts() {
      String after = "due: {days: 10, roll: following, calendar: USNY, after: statement}";
      assertThat(found(agreement(share(after))
          .tried("statement", "{clause: share, period: 2099-Q4, issuedOn: 2099-12-31}")))
          .containsExactly("/period calendar-range");
      assertThat(found(agreement(share(after))
          .tried("statement", "{clause: share, period: 2099-Q4, issuedOn: 2099-12-01}"))).isEmpty();
      assertThat(found(agreement(share(after)).tried("revenue", revenue("2099-10-01", "2099-12-31")))).isEmpty();
      assertThat(found(agreement(share(after + ", reportDue: {days: 5}"))
          .tried("revenue", revenue("2099-10-01", "2099-12-31")))).containsExactly("/through calendar-range");
    }

    @Test
    void isNoneWhereNothingRollsOrWeekendsAreEnough() {
      assertThat(found(agreement(share("due: {days: 10}")).tried("revenue", revenue("2099-10-01", "2099-12-31"))))
          .isEmpty();
      assertThat(
          found(
              agreement(share("due: {days: 10, roll: following, calendar: SatSun}"))
                  .tried("revenue", revenue("2099-10-01", "2099-12-31"))))
          .isEmpty();
      assertThat(
          found(
              agreement(share(NEW_YORK)).tried(
                  "revenue",
                  "{id: q, stream: services, from: 2099-10-01, through: 2099-12-31, amount: \"1\"}")))
          .isEmpty();
    }

    @Test
    void refusesTheStatement() {
      assertThat(
          found(
              agreement(share(NEW_YORK)).tried("statement", "{clause: share, period: 2099-Q4, issuedOn: 2099-12-31}")))
          .containsExactly("/period calendar-range");
    }

    @Test
    void refusesTheDuty() {
      assertThat(agreed(duty("from: 2105-01-01"))).containsExactly("/clauses/0 calendar-range");
      assertThat(agreed(duty("through: 2105-12-31"))).containsExactly("/clauses/0 calendar-range");
      assertThat(agreed(duty("through: 2098-12-31"))).isEmpty();
      assertThat(agreed(duty("title: Without end"))).isEmpty();
    }

    @Test
    void refusesWhatIsSaidOfAPeriodOfTheDuty() {
      assertThat(
          found(agreement(duty("title: D")).tried("discharge", "{clause: monthly, period: 2099-12, on: 2099-12-31}")))
          .containsExactly("/period calendar-range");
    }

    private static String revenue(String from, String through) {
      return "{id: q, stream: net-sales, from: " + from + ", through: " + through + ", amount: \"1\"}";
    }

    private static String duty(String more) {
      return "{id: monthly, kind: duty, obligor: acme, obligee: globex, act: report, period: month, " + NEW_YORK + ", "
          + more + "}";
    }
  }

  private static Given given() {
    return agreement(share("cap: {amount: \"100\"}"));
  }

  /** What is wrong with an agreement that has the clause. */
  private static List<String> agreed(String clause) {
    return found(
        AgreementDecider.decide(
            Agreement.NONE,
            FactKind.AGREEMENT.read(
                Flow.tree(
                    "{id: a, title: A, currency: USD, timeZone: UTC, executedOn: 2021-01-01, effectiveOn: 2021-01-01,"
                        + " parties: [{id: acme, name: Acme}, {id: globex, name: Globex}], clauses: [" + clause
                        + "]}")),
            Instant.parse("2021-01-01T00:00:00Z")));
  }

  private static List<String> found(Decision decision) {
    return decision instanceof Decision.Refused(Refusal refusal)
        ? refusal.violations().stream().map(WrittenFactsTest::text).toList()
        : List.of();
  }

  private static String text(Violation violation) {
    return violation.path() + " " + violation.code().slug();
  }
}

package io.contract.ledger.position;

import static io.contract.ledger.position.BookRows.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.Given;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.id.ClauseId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Fixed payments (domain page, section 17): on which day how much accrues, to whom, and what amendments and milestones make of it. */
class FixedPaymentTest {

  private static final String PARTIES =
      "{id: acme, name: Acme Corp}, {id: globex, name: Globex Ltd}, {id: initech, name: Initech}";

  /** 100.00 to Globex, due after 10 days. */
  private static Given fee(String more) {
    return Given.agreement("USD", PARTIES,
        "{id: share, kind: fixed-payment, payer: acme, payee: globex, amount: \"100.00\", due: {days: 10}, " + more
            + "}");
  }

  private static List<String> periods(Given given, String day) {
    return periods(given.positions(day).getFirst());
  }

  private static List<String> periods(Position position) {
    return position.periods().stream()
        .map(
            row -> row.period() + " accrued " + row.figures().get(Figure.ACCRUED).orElseThrow().toPlainString()
                + " due " + row.dueOn().map(Object::toString).orElse("never") + " "
                + row.status().map(PeriodStatus::slug).orElse("undetermined"))
        .toList();
  }

  @Test
  @DisplayName("a fee per quarter accrues whole on the quarter's first day in force, however few days are in force")
  void aFeePerQuarter() {
    Given given = fee("period: quarter, from: 2021-03-30, through: 2021-07-02");

    assertThat(periods(given, "2021-03-29")).isEmpty();
    assertThat(periods(given, "2021-03-30")).containsExactly("2021-Q1 accrued 100.00 due 2021-04-09 due-later");
    assertThat(periods(given, "2022-01-01")).containsExactly("2021-Q1 accrued 100.00 due 2021-04-09 overdue",
        "2021-Q2 accrued 100.00 due 2021-04-11 overdue", "2021-Q3 accrued 100.00 due 2021-07-11 overdue");
  }

  @Test
  @DisplayName("periods may be those of contract years, or named one by one from the first day in force")
  void periodsOfOtherYears() {
    assertThat(periods(fee("period: year, year: contract"), "2022-06-01")).containsExactly(
        "CY1 accrued 100.00 due 2021-01-11 overdue", "CY2 accrued 100.00 due 2022-01-11 overdue");
    assertThat(
        periods(
            fee("from: 2021-02-01, period: {schedule: [{name: P01, through: 2021-02-20}, {name: P02, through: 2021-04-05}]}"),
            "2021-12-31"))
        .containsExactly("P01 accrued 100.00 due 2021-02-11 overdue", "P02 accrued 100.00 due 2021-03-03 overdue");
  }

  @Test
  @DisplayName("months lead from the day of the accrual to the same day of the month, which is not kept at the end of months")
  void dueInMonths() {
    assertThat(periods(fee("on: 2021-02-28").amendment(1, "2021-01-01",
        "{revise: {clause: share, set: {due: {days: null, months: 1}}}}"), "2021-03-01"))
        .containsExactly("once accrued 100.00 due 2021-03-28 due-later");
    assertThat(periods(fee("on: 2021-01-31").amendment(1, "2021-01-01",
        "{revise: {clause: share, set: {due: {days: null, months: 1}}}}"), "2021-03-01"))
        .containsExactly("once accrued 100.00 due 2021-02-28 overdue");
  }

  @Test
  @DisplayName("what accrued stays between those whom the revision of its day names; the next is between the new two")
  void thePayeeIsRevised() {
    Given given =
        fee("period: quarter").amendment(1, "2021-05-16", "{revise: {clause: share, set: {payee: initech}}}")
            .and("payment",
                "{id: p1, clause: share, payer: acme, payee: globex, amount: \"150.00\", valueOn: 2021-06-01}");

    assertThat(rows(given, "2021-07-01")).containsExactly(
        "acme:initech accrued 100.00, paid 0.00, outstanding 100.00, credit 0.00",
        "acme:globex accrued 200.00, paid 150.00, outstanding 50.00, credit 0.00");
    // The second quarter has days of Initech, and nothing in its book.
    assertThat(periods(given, "2021-07-01")).containsExactly("2021-Q2 accrued 0.00 due 2021-04-11 nil",
        "2021-Q3 accrued 100.00 due 2021-07-11 due-later");
  }

  @Test
  @DisplayName("a revision of the very day has the sum of the day")
  void revisedOnTheDay() {
    Given given =
        fee("on: 2021-05-16").amendment(1, "2021-05-16",
            "{revise: {clause: share, set: {payee: initech, amount: \"70.00\"}}}");

    assertThat(rows(given, "2021-05-16"))
        .containsExactly("acme:initech accrued 70.00, paid 0.00, outstanding 70.00, credit 0.00");
  }

  @Test
  @DisplayName("a party that takes the place of another has what has accrued as well, and the statement of it")
  void thePayeeIsSucceeded() {
    Given given =
        fee("period: quarter").and("statement", "{clause: share, period: 2021-Q2, issuedOn: 2021-04-02}")
            .amendment(1, "2021-05-16", "{succession: {from: globex, to: initech}}");

    assertThat(rows(given, "2021-07-01"))
        .containsExactly("acme:initech accrued 300.00, paid 0.00, outstanding 300.00, credit 0.00");
    assertThat(rows(given, "2021-05-15"))
        .containsExactly("acme:globex accrued 200.00, paid 0.00, outstanding 200.00, credit 0.00");
  }

  @Test
  @DisplayName("what is paid ahead is credit until the day, also before the clause begins")
  void paidAhead() {
    Given given = fee("on: 2021-06-01, from: 2021-05-01").payment("p1", "2021-04-01", "130.00");

    assertThat(rows(given, "2021-04-01"))
        .containsExactly("acme:globex accrued 0.00, paid 130.00, outstanding 0.00, credit 130.00");
    assertThat(rows(given, "2021-05-31"))
        .containsExactly("acme:globex accrued 0.00, paid 130.00, outstanding 0.00, credit 130.00");
    assertThat(rows(given, "2021-06-01"))
        .containsExactly("acme:globex accrued 100.00, paid 130.00, outstanding 0.00, credit 30.00");
    assertThat(periods(given, "2021-06-01")).containsExactly("once accrued 100.00 due 2021-06-11 settled");
  }

  @Test
  @DisplayName("a day on which the clause is not in force accrues nothing, then or later")
  void aDayThatIsNotInForce() {
    assertThat(periods(fee("on: 2021-02-01, from: 2021-03-01"), "2021-12-31")).isEmpty();
    assertThat(periods(fee("on: 2021-04-01, through: 2021-03-31"), "2021-12-31")).isEmpty();
    assertThat(
        periods(
            fee("on: 2021-04-01, endsOnMilestone: sold").and("milestone", "{id: sold, on: 2021-04-01, by: acme}"),
            "2021-12-31"))
        .isEmpty();
    assertThat(
        periods(
            fee("on: 2021-04-01, endsOnMilestone: sold").and("milestone", "{id: sold, on: 2021-04-02, by: acme}"),
            "2021-12-31"))
        .containsExactly("once accrued 100.00 due 2021-04-11 overdue");
  }

  @Test
  @DisplayName("what is owed once accrues once, on the first day that a revision in force on it names")
  void onceIsOnce() {
    Given given =
        fee("on: 2021-02-01").amendment(1, "2021-03-01", "{revise: {clause: share, set: {on: 2021-04-01}}}")
            .amendment(2, "2021-04-15",
                "{revise: {clause: share, set: {on: null, onMilestone: ready, amount: \"500.00\"}}}")
            .and("milestone", "{id: ready, on: 2021-05-01, by: acme}");

    assertThat(periods(given, "2021-12-31")).containsExactly("once accrued 100.00 due 2021-02-11 overdue");
  }

  @Test
  @DisplayName("a later day that comes by amendment is that of the sum, as long as it has not accrued")
  void movedBeforeItAccrues() {
    Given given =
        fee("on: 2021-04-01").amendment(1, "2021-03-01", "{revise: {clause: share, set: {on: 2021-06-01}}}");

    assertThat(periods(given, "2021-05-31")).isEmpty();
    assertThat(periods(given, "2021-06-01")).containsExactly("once accrued 100.00 due 2021-06-11 due-later");
  }

  @Test
  @DisplayName("a fee per quarter may become one that is owed once, and once a fee per month")
  void theFormIsRevised() {
    Given given =
        fee("period: quarter").amendment(1, "2021-05-01",
            "{revise: {clause: share, set: {period: null, on: 2021-05-20, amount: \"30.00\"}}}")
            .amendment(2, "2021-11-16",
                "{revise: {clause: share, set: {on: null, period: month, amount: \"10.00\"}}}");

    assertThat(periods(given, "2021-12-31")).containsExactly(
        "2021-Q1 accrued 100.00 due 2021-01-11 overdue", "once accrued 30.00 due 2021-05-30 overdue",
        "2021-Q2 accrued 100.00 due 2021-04-11 overdue", "2021-11 accrued 10.00 due 2021-11-26 overdue",
        "2021-12 accrued 10.00 due 2021-12-11 overdue");
  }

  @Test
  @DisplayName("a milestone that is withdrawn and attested for another day moves the sum, and what was known before stays so")
  void aMilestoneIsMoved() {
    Given given =
        fee("onMilestone: ready").and("milestone", "{id: ready, on: 2021-03-10, by: acme}");
    KnownFacts before = given.state().facts();
    given.and("withdrawal", "{milestone: ready, reason: too early}");
    assertThat(periods(given, "2021-12-31")).isEmpty();
    given.and("milestone", "{id: ready, on: 2021-05-10, by: acme}");

    assertThat(periods(given, "2021-12-31")).containsExactly("once accrued 100.00 due 2021-05-20 overdue");
    assertThat(
        periods(
            PositionCalculator.positions(FactsAsOf.of(before, LocalDate.parse("2021-12-31")), new ClauseId("share"))
                .getFirst()))
        .containsExactly("once accrued 100.00 due 2021-03-20 overdue");
  }

  @Test
  @DisplayName("a waiver without a period gives up the oldest due date first, and a balance brought forward goes ahead of all")
  void waiversAndBalances() {
    Given given =
        fee("period: quarter")
            .and("brought-forward", "{clause: share, on: 2021-01-01, accrued: \"40.00\", settled: \"10.00\"}")
            .and("waiver", "{clause: share, amount: \"120.00\", on: 2021-04-01, by: globex}");

    Position position = given.positions("2021-04-01").getFirst();
    assertThat(position.periods())
        .extracting(row -> row.period() + " " + row.figures().get(Figure.OUTSTANDING).orElseThrow().toPlainString())
        .containsExactly("brought-forward 0.00", "2021-Q1 10.00", "2021-Q2 100.00");
    assertThat(position.periods()).allSatisfy(row -> assertThat(row.figures().names()).doesNotContain(Figure.BASE));
    assertThat(position.undetermined()).isEmpty();
  }
}

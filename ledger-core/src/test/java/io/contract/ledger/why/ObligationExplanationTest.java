package io.contract.ledger.why;

import static io.contract.ledger.Given.share;
import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.Given;
import io.contract.ledger.explain.Explained;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.explain.Quantity;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why the figures of obligations are what they are, each worked by hand (domain page, sections 7 and 8). */
class ObligationExplanationTest {

  private static final String AUDIT = "{id: audit, kind: duty, obligor: acme, obligee: globex, act: audit%s}";

  @Test
  void theFiguresOfARowAreTheseFour() {
    assertThat(Why.figuresOfObligation()).containsExactly("amount", "outstanding", "dueOn", "status");
  }

  @Nested
  class APayment {

    /** 500 × 0.20 = 100, of which 60 are paid; 2021-03-31 and 45 days is 2021-05-15. */
    private final Given given = agreed(share("due: {days: 45}")).revenue("q1", "2021-01-01", "2021-03-31", "500")
        .payment("p1", "2021-04-10", "60");

    @ParameterizedTest
    @CsvSource({"amount, accrued of 2021-Q1, 100.00", "outstanding, outstanding of 2021-Q1, 40.00",
        "dueOn, dueOn of 2021-Q1, 2021-05-15", "status, status of 2021-Q1, due-later"})
    void isExplainedByThePositionOfItsPeriod(String figure, String explained, String value) {
      Explanation explanation = why(given, "2021-04-30", "share/2021-Q1", figure);

      assertThat(explanation.figure()).isEqualTo(explained);
      assertThat(explanation.value().text()).isEqualTo(value);
    }
  }

  @Nested
  class AReport {

    private final Given given = agreed(share("due: {days: 10}"));

    @Test
    void isDueWhenTheShareOfItsPeriodIs() {
      Explanation.Node due = node(why(given, "2021-02-15", "share/2021-Q1/report", "dueOn"));

      assertThat(due.figure()).isEqualTo("dueOn of share/2021-Q1/report");
      assertThat(due.value().text()).isEqualTo("2021-04-10");
      assertThat(due.operation()).isEqualTo("no roll");
      assertThat(figures(due)).containsExactly("due date of 2021-Q1 before any roll");
    }

    @Test
    void hasNoDueDateWhereTheShareHasNone() {
      Given undated = agreed(share(""));

      assertThat(why(undated, "2021-12-31", "share/2021-Q1/report", "dueOn").value()).isEqualTo(new Quantity.None());
      assertThat(node(why(undated, "2021-12-31", "share/2021-Q1/report", "status")).operation())
          .isEqualTo("not reported, and the clause has no due date");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-04-09, due-later, 'not reported, and the due date is still to come'",
        "2021-04-10, due, 'not reported, and the due date is today'",
        "2021-04-11, overdue, 'not reported, and the due date has passed'"})
    void isJudgedByThatDay(String day, String status, String because) {
      Explanation.Node judged = node(why(given, day, "share/2021-Q1/report", "status"));

      assertThat(judged.value()).isEqualTo(new Quantity.Word(status));
      assertThat(judged.operation()).isEqualTo(because);
      assertThat(figures(judged)).containsExactly("dueOn of share/2021-Q1/report", "day of the question");
      assertThat(values(judged)).containsExactly("2021-04-10", day);
    }

    @Test
    void hasNoAmount() {
      assertThat(amiss(given, "2021-02-15", "share/2021-Q1/report", "amount"))
          .isEqualTo("there is no figure 'amount' of 'share/2021-Q1/report'; there are dueOn, status");
    }
  }

  @Nested
  class ADuty {

    @Test
    void isDueOnTheDayThatTheClauseSays() {
      Given given = agreed(AUDIT.formatted(", due: 2021-05-31"))
          .amendment(1, "2021-03-01", "{revise: {clause: audit, set: {due: 2021-06-30}}}");

      Explanation.Node due = node(why(given, "2021-04-01", "audit", "dueOn"));
      assertThat(due.figure()).isEqualTo("dueOn of audit");
      assertThat(due.of())
          .containsExactly(
              new Explanation.Attribute("due", new Quantity.Day(LocalDate.parse("2021-06-30")), new ClauseId("audit"),
                  "due", 1));
    }

    @Test
    void thatRecursIsDueByTheRuleOfThePeriod() {
      // 2021-01-31 and 6 days is Saturday 2021-02-06, so Monday the 8th.
      Given given = agreed(AUDIT.formatted(", period: month, due: {days: 6, roll: following}"));

      Explanation.Node due = node(why(given, "2021-01-15", "audit/2021-01", "dueOn"));
      assertThat(due.figure()).isEqualTo("dueOn of audit/2021-01");
      assertThat(due.value().text()).isEqualTo("2021-02-08");
      assertThat(due.operation()).isEqualTo("roll following, SatSun");
      assertThat(values(due)).containsExactly("2021-02-06");
      assertThat(values(node(due.of().getFirst()))).containsExactly("2021-01-31", "6");
    }

    @Test
    void thatHasNoDueDateSaysSo() {
      Given given = agreed(AUDIT.formatted(""));

      Explanation.Node due = node(why(given, "2021-01-15", "audit", "dueOn"));
      assertThat(due.value()).isEqualTo(new Quantity.None());
      assertThat(due.operation()).isEqualTo("there is no due date");
      Explanation.Node status = node(why(given, "2021-01-15", "audit", "status"));
      assertThat(status.operation()).isEqualTo("not done, and the clause has no due date");
      assertThat(figures(status)).containsExactly("day of the question");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-06-29, due-later, 'not done, and the due date is still to come'",
        "2021-06-30, due, 'not done, and the due date is today'",
        "2021-07-01, overdue, 'not done, and the due date has passed'"})
    void isJudgedByTheDay(String day, String status, String because) {
      Explanation.Node judged = node(why(agreed(AUDIT.formatted(", due: 2021-06-30")), day, "audit", "status"));

      assertThat(judged.value()).isEqualTo(new Quantity.Word(status));
      assertThat(judged.operation()).isEqualTo(because);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "discharge | {clause: audit, on: 2021-05-01}             | discharged | what was owed was done",
        "waiver    | {clause: audit, on: 2021-05-01, by: globex} | waived     | the obligee gave it up"})
    void isOverWithTheEventThatSaysSo(String fact, String said, String status, String because) {
      Given given = agreed(AUDIT.formatted(", due: 2021-06-30")).and(fact, said);

      Explanation.Node judged = node(why(given, "2021-07-01", "audit", "status"));
      assertThat(judged.value()).isEqualTo(new Quantity.Word(status));
      assertThat(judged.operation()).isEqualTo(because);
      assertThat(judged.of().getFirst())
          .isEqualTo(new Explanation.Event(status + " on", new Quantity.Day(LocalDate.parse("2021-05-01")), 1));
      assertThat(figures(judged)).containsExactly(status + " on", "dueOn of audit", "day of the question");
    }

    @Test
    void ofAPeriodIsOverWithTheEventOfThatPeriod() {
      Given given = agreed(AUDIT.formatted(", period: month"))
          .and("discharge", "{clause: audit, period: 2021-01, on: 2021-02-05}");

      assertThat(why(given, "2021-02-28", "audit/2021-01", "status").value().text()).isEqualTo("discharged");
      assertThat(node(why(given, "2021-02-28", "audit/2021-02", "status")).operation())
          .isEqualTo("not done, and the clause has no due date");
    }
  }

  @Nested
  class APurchaseCommitment {

    private final Given given =
        agreed(
            """
                {id: cloud, kind: purchase-commitment, buyer: acme, seller: globex, amount: "1000.00", stream: purchases,
                 from: 2021-02-01, through: 2021-12-31}""");

    @Test
    void isForWhatTheClauseSays() {
      Explanation.Node amount = node(why(given, "2021-06-30", "cloud", "amount"));

      assertThat(amount.figure()).isEqualTo("amount of cloud");
      assertThat(amount.value().text()).isEqualTo("1000.00");
      assertThat(amount.of())
          .containsExactly(
              new Explanation.Attribute("amount", Quantity.of(Money.of("USD", "1000")), new ClauseId("cloud"), "amount",
                  0));
    }

    /** January to February: 59 days, 28 of them in force: 590.00 × 28 ÷ 59 = 280.00; with March's 400.00 of 1,000 leave 320.00. */
    @Test
    void isOutstandingForWhatIsNotReportedForTheDaysInForce() {
      Given bought = reported(reported(given, "r1", "2021-01-01", "2021-02-28", "590.00"), "r2", "2021-03-01",
          "2021-03-31", "400.00");

      Explanation.Node outstanding = node(why(bought, "2021-06-30", "cloud", "outstanding"));
      assertThat(outstanding.figure()).isEqualTo("outstanding of cloud");
      assertThat(outstanding.value().text()).isEqualTo("320.00");
      assertThat(outstanding.operation()).isEqualTo("max(0, …)");
      Explanation.Node difference = node(outstanding.of().getFirst());
      assertThat(difference.operation()).isEqualTo("amount − reported");
      assertThat(values(difference)).containsExactly("1000.00", "680.00");
      Explanation.Node sum = node(node(difference.of().getLast()).of().getFirst());
      assertThat(values(sum)).containsExactly("280.00", "400.00");
      Explanation.Node part = node(sum.of().getFirst());
      assertThat(part.operation()).isEqualTo("spread 28 of 59 days");
      assertThat(values(part)).containsExactly("590.00", "28", "59");
      assertThat(sum.of().getLast()).isInstanceOfSatisfying(
          Explanation.Event.class, event -> assertThat(event.sequence()).isEqualTo(2));
    }

    @Test
    void isNeverOutstandingBelowZero() {
      Given bought = reported(given, "r1", "2021-03-01", "2021-03-31", "1200.00");

      Explanation.Node outstanding = node(why(bought, "2021-06-30", "cloud", "outstanding"));
      assertThat(outstanding.value().text()).isEqualTo("0.00");
      assertThat(values(outstanding)).containsExactly("-200.00");
    }

    @ParameterizedTest
    @CsvSource({
        "999.99, 2021-12-31, open, 'the amount is not reached, and the last day is still to come'",
        "999.99, 2022-01-01, missed, 'the last day has passed and the amount is not reached'",
        "1000.00, 2021-12-31, met, the amount is reached"})
    void isJudgedByWhatIsReportedByItsLastDay(String amount, String day, String status, String because) {
      Given bought = reported(given, "r1", "2021-03-01", "2021-03-31", amount);

      Explanation.Node judged = node(why(bought, day, "cloud", "status"));
      assertThat(judged.value()).isEqualTo(new Quantity.Word(status));
      assertThat(judged.operation()).isEqualTo(because);
      assertThat(figures(judged))
          .containsExactly("amount", "reported for the days in force", "dueOn of cloud", "day of the question");
      assertThat(values(judged)).containsExactly("1000.00", amount, "2021-12-31", day);
    }

    @Test
    void isForItsClausesLastDayAlsoWhenAnAmendmentEndedIt() {
      Given ended = reported(given, "r1", "2021-03-01", "2021-03-31", "1000.00")
          .amendment(1, "2021-07-01", "{end: {clause: cloud}}");

      Explanation.Node before = node(why(ended, "2021-06-30", "cloud", "dueOn"));
      assertThat(before.operation()).isEqualTo("the last day that the clause says");
      assertThat(before.value().text()).isEqualTo("2021-12-31");
      Explanation.Node after = node(why(ended, "2021-07-01", "cloud", "dueOn"));
      assertThat(after.operation()).isEqualTo("its last day: a milestone, an amendment or the next revision ends it");
      assertThat(after.value().text()).isEqualTo("2021-06-30");
      assertThat(figures(after)).containsExactly("last day of the clause");
    }

    private static Given reported(Given given, String id, String from, String through, String amount) {
      return given.and("revenue",
          "{id: %s, stream: purchases, from: %s, through: %s, amount: \"%s\"}".formatted(id, from, through, amount));
    }
  }

  @Nested
  class AStandingTerm {

    private static final String RIVALS = "{id: rivals, kind: restriction, obligor: globex, act: sell rivals%s}";

    @Test
    void standsThroughTheDayThatItSays() {
      Given given = agreed(RIVALS.formatted(", through: 2021-12-31"))
          .amendment(1, "2021-03-01", "{revise: {clause: rivals, set: {through: 2022-12-31}}}");

      Explanation.Node due = node(why(given, "2021-06-30", "rivals", "dueOn"));
      assertThat(due.operation()).isEqualTo("the last day that the clause says");
      assertThat(due.of()).containsExactly(
          new Explanation.Attribute("through", new Quantity.Day(LocalDate.parse("2022-12-31")), new ClauseId("rivals"),
              "through",
              1));
    }

    @Test
    void isInForceOnTheDay() {
      Explanation.Node status = node(why(agreed(RIVALS.formatted("")), "2021-06-30", "rivals", "status"));

      assertThat(status.figure()).isEqualTo("status of rivals");
      assertThat(status.value()).isEqualTo(new Quantity.Word("in-force"));
      assertThat(status.operation()).isEqualTo("the clause is in force on the day");
    }
  }

  @Test
  void whatIsNotThereIsAnsweredWithWhatIs() {
    Given given = agreed(AUDIT.formatted(""), share(""));

    assertThat(amiss(given, "2021-01-15", "rivals", "status"))
        .isEqualTo("there is no obligation 'rivals' on 2021-01-15; there are audit, share/2021-Q1/report");
    assertThat(amiss(given, "2021-01-15", "audit", "profit"))
        .isEqualTo("there is no figure 'profit' of 'audit'; there are dueOn, status");
  }

  private static Given agreed(String... clauses) {
    return Given.agreement(String.join(", ", clauses));
  }

  private static String amiss(Given given, String day, String ref, String figure) {
    return ((Explained.Unexplained) Why.ofObligation(given.on(day), ref, figure)).violation().message();
  }

  private static Explanation why(Given given, String day, String ref, String figure) {
    Explained explained = Why.ofObligation(given.on(day), ref, figure);
    Explanation explanation = ((Explained.Because) explained).explanation();
    assertThat(Recombined.fromLeaves(explanation)).as("the leaves come to the figure").isEqualTo(explanation.value());
    return explanation;
  }

  private static Explanation.Node node(Explanation explanation) {
    return (Explanation.Node) explanation;
  }

  private static List<String> figures(Explanation.Node node) {
    return node.of().stream().map(Explanation::figure).toList();
  }

  private static List<String> values(Explanation.Node node) {
    return node.of().stream().map(child -> child.value().text()).toList();
  }
}

package io.contract.ledger.position;

import static io.contract.ledger.Given.agreement;
import static io.contract.ledger.position.BookRows.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.Given;
import io.contract.ledger.explain.Explained;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.journal.Journal;
import io.contract.ledger.journal.JournalCalculator;
import io.contract.ledger.journal.PartyJournal;
import io.contract.ledger.obligation.Obligation;
import io.contract.ledger.obligation.ObligationCalculator;
import io.contract.ledger.statement.Statement;
import io.contract.ledger.statement.StatementCalculator;
import io.contract.ledger.why.FigureRef;
import io.contract.ledger.why.Recombined;
import io.contract.ledger.why.Why;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of money when the payer or the payee of a share is revised: 10 % of net sales, quarterly, due after 45 days. */
class BooksTest {

  private static final String SHARE =
      "{id: share, kind: revenue-share, payer: acme, payee: globex, base: net-sales, rate: \"0.10\", period: quarter,"
          + " due: {days: 45}MORE}";

  private static Given share(String more) {
    return agreement("USD", "{id: acme, name: Acme Corp}, {id: globex, name: Globex Ltd}, {id: initech, name: Initech}",
        SHARE.replace("MORE", more));
  }

  private static Given payeeRevised(String more) {
    return share(more).amendment(1, "2021-05-16", "{revise: {clause: share, set: {payee: initech}}}");
  }

  private static String pays(String id, String payer, String payee, String amount, String valueOn) {
    return "{id: " + id + ", clause: share, payer: " + payer + ", payee: " + payee + ", amount: \"" + amount
        + "\", valueOn: " + valueOn + "}";
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
  @DisplayName("a period in which the payee changes has a claim for each, 45 and 46 of 91 days, with the same due date")
  void aPeriodInWhichThePayeeChanges() {
    Given given = payeeRevised("").revenue("q2", "2021-04-01", "2021-06-30", "910");

    assertThat(rows(given, "2021-07-01")).containsExactly(
        "acme:initech accrued 46.00, paid 0.00, outstanding 46.00, credit 0.00",
        "acme:globex accrued 45.00, paid 0.00, outstanding 45.00, credit 0.00");
    // In each row the periods with a day of its own: Globex has none after 15 May, Initech none before.
    assertThat(periods(given.positions("2021-07-01").get(0)))
        .containsExactly("2021-Q2 accrued 46.00 due 2021-08-14 due-later", "2021-Q3 accrued 0.00 due 2021-11-14 open");
    assertThat(periods(given.positions("2021-07-01").get(1))).containsExactly(
        "2021-Q1 accrued 0.00 due 2021-05-15 unreported", "2021-Q2 accrued 45.00 due 2021-08-14 due-later");
  }

  @Test
  @DisplayName("parties that change sides owe each other apart: 100 of Q1 one way, 50 of Q2 the other, nothing netted")
  void partiesThatChangeSides() {
    Given given = share("").amendment(1, "2021-04-01", "{revise: {clause: share, set: {payer: globex, payee: acme}}}")
        .revenue("q1", "2021-01-01", "2021-03-31", "1000").revenue("q2", "2021-04-01", "2021-06-30", "500")
        .and("payment", pays("p1", "globex", "acme", "50", "2021-07-10"));

    assertThat(rows(given, "2021-07-10")).containsExactly(
        "globex:acme accrued 50.00, paid 50.00, outstanding 0.00, credit 0.00",
        "acme:globex accrued 100.00, paid 0.00, outstanding 100.00, credit 0.00");
  }

  @Test
  @DisplayName("a payer that was revised away still pays what it owes, and the payment settles it")
  void aFormerPayerPays() {
    Given given = share("").amendment(1, "2021-07-01", "{revise: {clause: share, set: {payer: initech}}}")
        .revenue("q2", "2021-04-01", "2021-06-30", "910").revenue("q3", "2021-07-01", "2021-09-30", "920")
        .and("payment", pays("p1", "acme", "globex", "91", "2021-08-14"));

    assertThat(rows(given, "2021-10-01")).containsExactly(
        "initech:globex accrued 92.00, paid 0.00, outstanding 92.00, credit 0.00",
        "acme:globex accrued 91.00, paid 91.00, outstanding 0.00, credit 0.00");
  }

  @Test
  @DisplayName("the credit of a former payer is its own: 50 of Acme settle nothing of the 100 that Initech owes")
  void creditStaysInItsBook() {
    Given given = share("").revenue("q1", "2021-01-01", "2021-03-31", "500")
        .payment("p1", "2021-06-30", "100")
        .amendment(1, "2021-07-01", "{revise: {clause: share, set: {payer: initech}}}")
        .revenue("q3", "2021-07-01", "2021-09-30", "1000");

    assertThat(rows(given, "2021-10-01")).containsExactly(
        "initech:globex accrued 100.00, paid 0.00, outstanding 100.00, credit 0.00",
        "acme:globex accrued 50.00, paid 100.00, outstanding 0.00, credit 50.00");
  }

  @Test
  @DisplayName("caps are arithmetic of the clause: 100 to Globex leave 20 of 120 to Initech, whose row shows the cap")
  void capsAreOfTheClause() {
    Given given = payeeRevised(", cap: {amount: \"120\", basis: accrued, counts: since-inception}")
        .revenue("q1", "2021-01-01", "2021-03-31", "1000").revenue("june", "2021-06-01", "2021-06-30", "300");

    assertThat(rows(given, "2021-06-30")).containsExactly(
        "acme:initech accrued 20.00, paid 0.00, outstanding 20.00, credit 0.00",
        "acme:globex accrued 100.00, paid 0.00, outstanding 100.00, credit 0.00");
    assertThat(given.positions("2021-06-30").get(0).caps()).hasSize(1);
    assertThat(given.positions("2021-06-30").get(1).caps()).isEmpty();
  }

  @Test
  @DisplayName("a cap on what is paid counts what is paid in every book, and open amounts of every book use its room")
  void capsOnWhatIsPaidAreOfTheClause() {
    Given given = payeeRevised(", cap: {amount: \"120\", basis: paid, counts: since-inception}")
        .revenue("q1", "2021-01-01", "2021-03-31", "1000").payment("p1", "2021-04-20", "60")
        .revenue("june", "2021-06-01", "2021-06-30", "300");

    // 60 paid and 40 open leave 20.
    assertThat(rows(given, "2021-06-30")).containsExactly(
        "acme:initech accrued 20.00, paid 0.00, outstanding 20.00, credit 0.00",
        "acme:globex accrued 100.00, paid 60.00, outstanding 40.00, credit 0.00");
  }

  @Test
  @DisplayName("a payment between parties of no book of its day is refused, and told which books there are")
  void wrongParties() {
    Given given = payeeRevised("");

    assertThat(given.refusalsOf("payment", pays("p1", "acme", "initech", "1", "2021-05-15")))
        .containsExactly("wrong-parties");
    assertThat(given.tried("payment", pays("p1", "globex", "initech", "1", "2021-05-16")).toString()).contains(
        "/payer", "on 2021-05-16 clause 'share' is paid by 'acme' to 'globex' or by 'acme' to 'initech',"
            + " not by 'globex' to 'initech'");
    given.and("payment", pays("p1", "acme", "initech", "1", "2021-05-16"))
        .and("payment", pays("p2", "acme", "globex", "1", "2021-05-16"));
  }

  @Test
  @DisplayName("a waiver gives up what is owed to who gives it: nothing of another payee's")
  void aWaiverIsOfItsGiversBooks() {
    Given given = payeeRevised("").revenue("q2", "2021-04-01", "2021-06-30", "910");

    assertThat(given.refusalsOf("waiver", "{clause: share, amount: \"45.01\", on: 2021-07-01, by: globex}"))
        .containsExactly("waiver-exceeds-outstanding");
    given.and("waiver", "{clause: share, amount: \"45\", on: 2021-07-01, by: globex}");
    assertThat(rows(given, "2021-07-01")).containsExactly(
        "acme:initech accrued 46.00, paid 0.00, outstanding 46.00, credit 0.00",
        "acme:globex accrued 45.00, paid 0.00, outstanding 0.00, credit 0.00");
  }

  @Test
  @DisplayName("a waiver of one payee to two payers gives up the oldest due date first, and of one day the book named first")
  void aWaiverOverTwoBooks() {
    Given given = share("").amendment(1, "2021-05-16", "{revise: {clause: share, set: {payer: initech}}}")
        .revenue("q2", "2021-04-01", "2021-06-30", "910").waiver("2021-07-01", "50");

    assertThat(rows(given, "2021-07-01")).containsExactly(
        "initech:globex accrued 46.00, paid 0.00, outstanding 41.00, credit 0.00",
        "acme:globex accrued 45.00, paid 0.00, outstanding 0.00, credit 0.00");
  }

  @Test
  @DisplayName("a waiver that names the payer is of that book alone")
  void aWaiverOfOneBook() {
    Given given = share("").amendment(1, "2021-05-16", "{revise: {clause: share, set: {payer: initech}}}")
        .revenue("q2", "2021-04-01", "2021-06-30", "910");

    assertThat(
        given.refusalsOf("waiver", "{clause: share, payer: initech, amount: \"46.01\", on: 2021-07-01, by: globex}"))
        .containsExactly("waiver-exceeds-outstanding");
    assertThat(
        given.refusalsOf("waiver", "{clause: share, payer: initech, amount: \"1\", on: 2021-05-15, by: globex}"))
        .containsExactly("wrong-parties");
    given.and("waiver", "{clause: share, payer: initech, amount: \"46\", on: 2021-07-01, by: globex}");
    assertThat(rows(given, "2021-07-01")).containsExactly(
        "initech:globex accrued 46.00, paid 0.00, outstanding 0.00, credit 0.00",
        "acme:globex accrued 45.00, paid 0.00, outstanding 45.00, credit 0.00");
  }

  @Test
  @DisplayName("an obligation names its book unless it is the clause's first")
  void obligations() {
    Given given = payeeRevised("").revenue("q2", "2021-04-01", "2021-06-30", "910");

    assertThat(
        ObligationCalculator.obligations(given.on("2021-07-01")).stream()
            .filter(row -> row.kind() == Obligation.Kind.PAYMENT)
            .map(row -> row.ref() + " " + row.bearer() + " to " + row.counterparty().orElseThrow() + ", set by "
                + row.setBy()))
        .containsExactly(
            "share/2021-Q2/acme:initech acme to initech, set by 1", "share/2021-Q2 acme to globex, set by 0");
  }

  @Test
  @DisplayName("a statement is of the book in force if it has the period, else of the first that has, or of the one it names")
  void statements() {
    Given given = payeeRevised("").revenue("q1", "2021-01-01", "2021-03-31", "1000")
        .revenue("q2", "2021-04-01", "2021-06-30", "910")
        .and("statement", "{clause: share, period: 2021-Q1, issuedOn: 2021-07-01}")
        .and("statement", "{clause: share, period: 2021-Q2, issuedOn: 2021-07-01}")
        .and("statement", "{clause: share, payee: globex, period: 2021-Q2, issuedOn: 2021-07-01}")
        .and("restatement", "{id: q2b, restates: q2, amount: \"1820\"}");

    List<Statement> statements = new StatementCalculator().statements(given.on("2021-07-01"), new ClauseId("share"));
    assertThat(statements).extracting(
        one -> one.number() + " " + one.book() + " " + one.period().name() + " "
            + one.amounts().total().orElseThrow().toPlainString())
        .containsExactly("1 acme:globex 2021-Q1 100.00", "2 acme:initech 2021-Q2 46.00", "3 acme:globex 2021-Q2 45.00");
    // Twice the revenue: 46 more to Initech, 45 more to Globex.
    assertThat(given.positions("2021-07-01")).extracting(
        position -> new StatementCalculator().pending(given.on("2021-07-01"), position.clause(), position.book())
            .adjustments().stream()
            .map(one -> one.period() + " " + one.amount().orElseThrow().toPlainString()).toList())
        .containsExactly(List.of("2021-Q2 46.00"), List.of("2021-Q2 45.00"));
    assertThat(
        given.refusalsOf("statement", "{clause: share, payee: acme, period: 2021-Q2, issuedOn: 2021-07-01}"))
        .containsExactly("wrong-parties");
    assertThat(
        given.refusalsOf("statement", "{clause: share, payee: initech, period: 2021-Q1, issuedOn: 2021-07-01}"))
        .containsExactly("unknown-period");
  }

  @Test
  @DisplayName("a book in which there is nothing yet can be stated and explained, and has no row in the position")
  void nothingInABook() {
    for (String more : List.of(", cap: {amount: \"120\"}", ", rate: unstated")) {
      Given given = share(more.contains("rate") ? "" : more)
          .amendment(1, "2021-05-16", "{revise: {clause: share, set: {payee: initech}}}");
      if (more.contains("rate")) {
        given.amendment(2, "2021-05-16", "{revise: {clause: share, set: {rate: unstated}}}")
            .revenue("june", "2021-06-01", "2021-06-30", "300");
      }
      given.and("statement", "{clause: share, payee: globex, period: 2021-Q1, issuedOn: 2021-07-01}");

      FactsAsOf facts = given.on("2021-07-01");
      Statement statement = new StatementCalculator().statements(facts, new ClauseId("share")).getFirst();
      assertThat(statement.dueOn()).map(Object::toString).contains("2021-05-15");
      assertThat(given.positions("2021-07-01")).extracting(position -> position.book().toString())
          .containsExactly("acme:initech");
      assertThat(PositionCalculator.position(facts, new ClauseId("share"), statement.book()).orElseThrow().periods())
          .extracting(PeriodRow::period).containsExactly("2021-Q1", "2021-Q2");
      for (String figure : List.of("accrued", "total", "settled", "dueOn")) {
        assertThat(Why.ofStatement(facts, new ClauseId("share"), 1, FigureRef.of(figure))).as(figure)
            .isInstanceOf(Explained.Because.class);
      }
    }
  }

  @Test
  @DisplayName("in the journal each book has accounts of its own, which come to its balances")
  void journal() {
    Given given = payeeRevised("").revenue("q2", "2021-04-01", "2021-06-30", "910")
        .and("payment", pays("p1", "acme", "initech", "50", "2021-07-10"));

    Journal journal = JournalCalculator.journal(given.on("2021-07-10"), Reading.STATED);
    assertThat(new PartyJournal(journal, Optional.empty()).lines(journal.balances()).stream()
        .filter(line -> !line.amount().isZero())
        .map(line -> line.account() + " " + line.amount().toPlainString()))
        .containsExactly(
            "Assets:Globex:Share:Receivable:2021-Q2 45.00",
            "Income:Globex:Share:Revenue-Share:2021-Q2 -45.00",
            "Liabilities:Acme:Share:Payable:2021-Q2 -45.00",
            "Expenses:Acme:Share:Revenue-Share:2021-Q2 45.00",
            "Income:Initech:Share:From-Acme:Revenue-Share:2021-Q2 -46.00",
            "Liabilities:Initech:Share:From-Acme:Credit -4.00",
            "Assets:Initech:Share:From-Acme:Cash 50.00",
            "Expenses:Acme:Share:To-Initech:Revenue-Share:2021-Q2 46.00",
            "Assets:Acme:Share:To-Initech:Credit 4.00",
            "Assets:Acme:Share:To-Initech:Cash -50.00");
  }

  @Test
  @DisplayName("every figure of every book can be explained, and the explanation comes to it")
  void explanations() {
    Given given = payeeRevised(
        ", cap: {amount: \"120\", basis: paid, counts: since-inception},"
            + " lateInterest: {rate: \"0.08\", dayCount: Act/360}")
        .revenue("q1", "2021-01-01", "2021-03-31", "1000").payment("p1", "2021-06-20", "60")
        .revenue("q2", "2021-04-01", "2021-06-30", "910")
        .and("payment", pays("p2", "acme", "initech", "50", "2021-07-10"));

    assertThat(Recombined.everyFigure(given.on("2021-10-01"), "share")).isNotEmpty();
  }

  @Test
  @DisplayName("brought up to date from day to day, the positions are those of a first question")
  void keptFromDayToDay() {
    Given given = payeeRevised("").revenue("q1", "2021-01-01", "2021-03-31", "1000")
        .revenue("q2", "2021-04-01", "2021-06-30", "910").payment("p1", "2021-05-01", "150")
        .and("payment", pays("p2", "acme", "initech", "50", "2021-07-10"));
    RunningPositions running = new RunningPositions();

    for (String day : List.of("2021-03-31", "2021-05-01", "2021-05-15", "2021-05-16", "2021-06-30", "2021-07-10")) {
      FactsAsOf facts = given.on(day);
      assertThat(running.positions(facts)).as(day).isEqualTo(new RunningPositions().positions(facts));
    }
  }
}

package io.contract.ledger.journal;

import static io.contract.ledger.Given.agreement;
import static io.contract.ledger.Given.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contract.ledger.Given;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.position.Reading;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.Clause.Cap.Basis;
import io.contract.ledger.terms.Clause.Cap.Counts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Journals worked by hand: 20 % of net sales by quarter (ADR 0026). Amounts are as the payee books them. */
class JournalCalculatorTest {

  private static Journal journal(Given given, String day) {
    return JournalCalculator.journal(given.on(day), Reading.STATED);
  }

  @Test
  @DisplayName("300 accrue at 20 %: 60; 90 paid and 10 withheld settle 60 and leave 40 of credit, which settles 30 of the next 50")
  void accrualPaymentAndCredit() {
    Given given = agreement(share("")).revenue("q1", "2021-01-01", "2021-03-31", "300").and("payment",
        "{id: p1, clause: share, payer: acme, payee: globex, amount: \"90\", withheld: \"10\", valueOn: 2021-04-10, reference: \"B 7\"}")
        .revenue("q2", "2021-04-01", "2021-06-30", "250");
    Journal journal = journal(given, "2021-06-30");

    assertThat(Books.lines(journal)).containsExactly(
        "2021-03-31 ACCRUAL 1: CLAIM 2021-Q1 60.00, SHARE 2021-Q1 -60.00",
        "2021-04-10 PAYMENT 2: CLAIM 2021-Q1 -60.00, CREDIT -40.00, CASH 90.00, WITHHOLDING_TAX 10.00",
        "2021-06-30 ACCRUAL 3: CLAIM 2021-Q2 50.00, SHARE 2021-Q2 -50.00",
        "2021-06-30 SETTLEMENT 2+3: CLAIM 2021-Q2 -40.00, CREDIT 40.00");
    assertThat(Books.balances(journal)).containsExactly("SHARE 2021-Q1 -60.00", "CLAIM 2021-Q2 10.00",
        "SHARE 2021-Q2 -50.00", "CASH 90.00", "WITHHOLDING_TAX 10.00");
    assertThat(Books.first(journal, Entry.Kind.PAYMENT).orElseThrow().notes())
        .containsExactly(new Entry.Note("reference", "B 7"));
  }

  @Test
  @DisplayName("a reversal is an entry of its own day, and what a later payment settles instead is another")
  void reversal() {
    Given given = agreement(share("")).revenue("q1", "2021-01-01", "2021-03-31", "300")
        .payment("p1", "2021-04-10", "60").payment("p2", "2021-05-10", "25")
        .and("reversal", "{payment: p1, on: 2021-06-01, reason: bounced}");

    assertThat(Books.lines(journal(given, "2021-05-31"))).containsExactly(
        "2021-03-31 ACCRUAL 1: CLAIM 2021-Q1 60.00, SHARE 2021-Q1 -60.00",
        "2021-04-10 PAYMENT 2: CLAIM 2021-Q1 -60.00, CASH 60.00",
        "2021-05-10 PAYMENT 3: CREDIT -25.00, CASH 25.00");
    Journal after = journal(given, "2021-06-01");
    assertThat(Books.lines(after)).startsWith(Books.lines(journal(given, "2021-05-31")).toArray(String[]::new))
        .endsWith("2021-06-01 REVERSAL 2+4: CLAIM 2021-Q1 60.00, CASH -60.00",
            "2021-06-01 SETTLEMENT 3+4: CLAIM 2021-Q1 -25.00, CREDIT 25.00");
    assertThat(Books.balances(after)).containsExactly("CLAIM 2021-Q1 35.00", "SHARE 2021-Q1 -60.00", "CASH 25.00");
  }

  @Test
  @DisplayName("a waiver is the payee's loss: 20 of 60 given up")
  void waiver() {
    Given given = agreement(share("")).revenue("q1", "2021-01-01", "2021-03-31", "300").waiver("2021-04-11", "20");
    assertThat(Books.lines(journal(given, "2021-04-11")))
        .endsWith("2021-04-11 WAIVER 2: WAIVED 20.00, CLAIM 2021-Q1 -20.00");
  }

  @Test
  @DisplayName("a report of another stream on the day of the question is no cause of interest: 50 × 8 % × 30/360 = 0.33")
  void interestWithReportsOfOthers() {
    Given given = agreement(
        share("due: {days: 0}, lateInterest: {rate: \"0.08\", dayCount: Act/360}") + ", "
            + share("").replace("id: share", "id: other").replace("net-sales", "other-sales"))
        .revenue("q1", "2021-01-01", "2021-03-31", "250")
        .and("revenue", "{id: o1, stream: other-sales, from: 2021-04-01, through: 2021-04-30, amount: \"0\"}");

    assertThat(Books.lines(journal(given, "2021-04-30"))).contains(
        "2021-04-30 INTEREST : INTEREST_CLAIM 2021-Q1 0.33, INTEREST 2021-Q1 -0.33");
  }

  @Test
  @DisplayName("100,000 due on 31 March, paid 45 days late at 8 % Act/360: 1,000.00 of interest, booked when it is settled")
  void interest() {
    Given given = agreement(
        share("due: {days: 0}, lateInterest: {rate: \"0.08\", dayCount: Act/360}, allocation: interest-first"))
        .revenue("q1", "2021-01-01", "2021-03-31", "500000").payment("p1", "2021-05-15", "101000");
    assertThat(Books.lines(journal(given, "2021-06-30"))).containsExactly(
        "2021-03-31 ACCRUAL 1: CLAIM 2021-Q1 100000.00, SHARE 2021-Q1 -100000.00",
        "2021-05-15 INTEREST 2: INTEREST_CLAIM 2021-Q1 1000.00, INTEREST 2021-Q1 -1000.00",
        "2021-05-15 PAYMENT 2: CLAIM 2021-Q1 -100000.00, INTEREST_CLAIM 2021-Q1 -1000.00, CASH 101000.00");
    // Asked for on an earlier day, the journal books what has run by that day: 9 days, 200.00.
    assertThat(Books.lines(journal(given, "2021-04-09")))
        .endsWith("2021-04-09 INTEREST : INTEREST_CLAIM 2021-Q1 200.00, INTEREST 2021-Q1 -200.00");
  }

  @Test
  @DisplayName("a period below zero is credit, not a negative claim: −50 beside 20 of the quarter before, then +40 make up the 30 left")
  void belowZero() {
    Given given = agreement(share("")).revenue("q1", "2021-01-01", "2021-03-31", "100")
        .revenue("apr", "2021-04-01", "2021-04-30", "-250").revenue("may", "2021-05-01", "2021-05-31", "200");
    assertThat(Books.lines(journal(given, "2021-05-31"))).containsExactly(
        "2021-03-31 ACCRUAL 1: CLAIM 2021-Q1 20.00, SHARE 2021-Q1 -20.00",
        "2021-04-30 ACCRUAL 2: CREDIT -50.00, SHARE 2021-Q2 50.00",
        "2021-04-30 SETTLEMENT 2: CLAIM 2021-Q1 -20.00, CREDIT 20.00",
        "2021-05-31 ACCRUAL 3: CLAIM 2021-Q2 10.00, CREDIT 30.00, SHARE 2021-Q2 -40.00");
  }

  @Test
  @DisplayName("a shortfall and a share carried over are entries of their own: 70 earned of 100; 110 under a cap of 100 a year")
  void shortfallAndCarried() {
    Given short30 = agreement(
        share("minimum: {amount: \"100\", per: calendar-year}").replace("period: quarter", "period: year"))
        .revenue("y", "2021-01-01", "2021-12-31", "350");
    assertThat(Books.lines(journal(short30, "2021-12-31")))
        .contains("2021-12-31 ACCRUAL 0: CLAIM 2021 30.00, SHARE 2021 -30.00");

    Given carried = agreement(share("cap: {amount: \"100\", basis: accrued, counts: since-inception,"
        + " window: calendar-year, excess: carried}")).revenue("dec", "2021-12-01", "2021-12-31", "550");
    assertThat(Books.lines(journal(carried, "2022-02-01"))).containsExactly(
        "2021-12-31 ACCRUAL 1: CLAIM 2021-Q4 100.00, SHARE 2021-Q4 -100.00",
        "2022-01-01 ACCRUAL 0: CLAIM 2022-Q1 10.00, SHARE 2022-Q1 -10.00");
  }

  @Test
  @DisplayName("a balance brought forward opens the books: 500 accrued, 450 settled before")
  void broughtForward() {
    Given given = agreement(share("")).and("brought-forward",
        "{clause: share, on: 2021-02-01, accrued: \"500\", settled: \"450\"}");
    Journal journal = journal(given, "2021-02-01");
    assertThat(Books.lines(journal)).containsExactly(
        "2021-02-01 ACCRUAL 1: CLAIM brought-forward 500.00, OPENING_ACCRUED -500.00",
        "2021-02-01 PAYMENT 1: CLAIM brought-forward -450.00, OPENING_SETTLED 450.00");
    assertThat(Books.balances(journal)).containsExactly("CLAIM brought-forward 50.00", "OPENING_ACCRUED -500.00",
        "OPENING_SETTLED 450.00");
  }

  @Test
  @DisplayName("what a later report of another stream cuts anew is an adjustment of the day on which it counts")
  void adjustment() {
    // Deductions of 100 for January through June come at the end of June: 100 × 90/181 fall into Q1, 49.72 at 20 % 9.94 less.
    Given given = agreement(share("").replace("base: net-sales", "base: {streams: [net-sales], deduct: [returns]}"))
        .revenue("q1", "2021-01-01", "2021-03-31", "300")
        .and("revenue", "{id: r, stream: returns, from: 2021-01-01, through: 2021-06-30, amount: \"100\"}");
    assertThat(Books.lines(journal(given, "2021-06-30"))).contains(
        "2021-03-31 ACCRUAL 1: CLAIM 2021-Q1 60.00, SHARE 2021-Q1 -60.00",
        "2021-06-30 ADJUSTMENT 1+2: CLAIM 2021-Q1 -9.94, SHARE 2021-Q1 9.94");
  }

  @Test
  @DisplayName("of what is open one reading is chosen, never silently")
  void readings() {
    // 450 at 20 % is 90, of which 40 are paid; 300 more are 60: room on accrued 10, on paid 100 − 40 − 50 = 10.
    Given given = agreement(share("cap: {amount: \"100\", counts: since-inception}"))
        .revenue("q1", "2021-01-01", "2021-03-31", "450").waiver("2021-04-11", "50")
        .revenue("q2", "2021-04-01", "2021-06-30", "300");
    assertThat(JournalCalculator.open(given.on("2021-06-30"))).singleElement().satisfies(open -> {
      assertThat(open.clause()).hasToString("share");
      assertThat(open.readings()).hasSize(2);
    });
    assertThatThrownBy(() -> journal(given, "2021-06-30")).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected one reading of clause 'share'");
    // The waiver of 50 frees room under a cap on what is paid: 60 accrue, not 10.
    assertThat(Books.balances(JournalCalculator.journal(given.on("2021-06-30"),
        new Reading(Optional.of(Basis.ACCRUED), Optional.<Counts>empty())))).contains("CLAIM 2021-Q2 10.00");
    assertThat(Books.balances(JournalCalculator.journal(given.on("2021-06-30"),
        new Reading(Optional.of(Basis.PAID), Optional.<Counts>empty())))).contains("CLAIM 2021-Q2 60.00");
  }

  @Test
  @DisplayName("while the rate is not disclosed, payments are held in suspense and nothing else is booked")
  void undisclosed() {
    Given given = agreement(share("").replace("\"0.20\"", "unstated"))
        .revenue("q1", "2021-01-01", "2021-03-31", "300").payment("p1", "2021-04-10", "60")
        .payment("p2", "2021-04-11", "5").and("reversal", "{payment: p2, on: 2021-04-20, reason: bounced}");
    assertThat(Books.lines(journal(given, "2021-04-20"))).containsExactly(
        "2021-04-10 PAYMENT 2: CASH 60.00, SUSPENSE -60.00",
        "2021-04-11 PAYMENT 3: CASH 5.00, SUSPENSE -5.00",
        "2021-04-20 REVERSAL 3+4: CASH -5.00, SUSPENSE 5.00");
    assertThat(Books.balances(journal(given, "2021-04-20"))).containsExactly("CASH 60.00", "SUSPENSE -60.00");
  }

  @Test
  @DisplayName("the payer books the mirror image, and each party can have its own journal")
  void books() {
    Journal journal = journal(
        agreement(share("")).revenue("q1", "2021-01-01", "2021-03-31", "300"), "2021-03-31");
    List<Posting> postings = journal.entries().getFirst().postings();
    assertThat(new PartyJournal(journal, Optional.empty()).lines(postings))
        .extracting(line -> line.account() + " " + line.amount().toPlainString()).containsExactly(
            "Assets:Globex:Share:Receivable:2021-Q1 60.00", "Income:Globex:Share:Revenue-Share:2021-Q1 -60.00",
            "Liabilities:Acme:Share:Payable:2021-Q1 -60.00", "Expenses:Acme:Share:Revenue-Share:2021-Q1 60.00");
    assertThat(new PartyJournal(journal, Optional.of(new PartyId("acme"))).lines(postings))
        .extracting(PartyJournal.Line::party)
        .containsOnly(new PartyId("acme"));
    assertThat(new PartyJournal(journal, Optional.of(new PartyId("other"))).lines(postings)).isEmpty();
  }

  @Test
  @DisplayName("an entry that does not balance cannot be made")
  void unbalanced() {
    Draft draft = new Draft(LocalDate.of(2021, 1, 1), Entry.Kind.ACCRUAL, new ClauseId("share"), "odd")
        .debit(Account.of(
            new ShareBook(new ClauseId("share"), new Book(new PartyId("acme"), new PartyId("globex"))), Role.CASH),
            io.contract.ledger.money.Money.of("USD", "0.01"));
    assertThatThrownBy(draft::entry).isInstanceOf(IllegalStateException.class).hasMessageContaining("USD 0.01");
  }
}

package io.contract.ledger.position;

import static io.contract.ledger.Given.agreement;
import static io.contract.ledger.position.BookRows.figure;
import static io.contract.ledger.position.BookRows.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.Flow;
import io.contract.ledger.Given;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.journal.Account;
import io.contract.ledger.journal.Entry;
import io.contract.ledger.journal.Journal;
import io.contract.ledger.journal.JournalCalculator;
import io.contract.ledger.journal.PartyJournal;
import io.contract.ledger.journal.Posting;
import io.contract.ledger.money.Money;
import io.contract.ledger.obligation.Obligation;
import io.contract.ledger.obligation.ObligationCalculator;
import io.contract.ledger.scenario.Supposed;
import io.contract.ledger.scenario.WhatIf;
import io.contract.ledger.statement.Statement;
import io.contract.ledger.statement.StatementCalculator;
import io.contract.ledger.terms.ConformedCopy;
import io.contract.ledger.why.Recombined;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What becomes of money when a party takes the place of another: 10 % of net sales, quarterly, due after 45 days. Acme pays Globex;
 * Initech is the third party.
 */
class SuccessionTest {

  private static final String SHARE =
      "{id: share, kind: revenue-share, payer: acme, payee: globex, base: net-sales, rate: \"0.10\", period: quarter,"
          + " due: {days: 45}MORE}";
  private static final String PARTIES =
      "{id: acme, name: Acme Corp}, {id: globex, name: Globex Ltd}, {id: initech, name: Initech}";

  private static Given share(String more) {
    return agreement("USD", PARTIES, SHARE.replace("MORE", more));
  }

  private static String succeeds(String to, String from) {
    return "{succession: {from: " + from + ", to: " + to + "}}";
  }

  private static String amendment(int number, String effectiveOn, String change) {
    return "{number: " + number + ", title: Succession, executedOn: " + effectiveOn + ", effectiveOn: " + effectiveOn
        + ", changes: [" + change + "]}";
  }

  private static String pays(String id, String payer, String payee, String amount, String valueOn) {
    return "{id: " + id + ", clause: share, payer: " + payer + ", payee: " + payee + ", amount: \"" + amount
        + "\", valueOn: " + valueOn + "}";
  }

  /** 45 of the second quarter are owed to Globex and 46 to Initech, who has been paid 50. */
  private static Given twoPayees(String more) {
    return share(more).amendment(1, "2021-05-16", "{revise: {clause: share, set: {payee: initech}}}")
        .revenue("q2", "2021-04-01", "2021-06-30", "910")
        .and("payment", pays("p1", "acme", "initech", "50", "2021-07-10"));
  }

  @Test
  @DisplayName("credit passes with the book: Acme has 50, Initech succeeds Acme, 100 accrue, and Initech owes 50")
  void creditPasses() {
    Given given = share("").revenue("q1", "2021-01-01", "2021-03-31", "500").payment("p1", "2021-06-30", "100")
        .amendment(1, "2021-07-01", succeeds("initech", "acme")).revenue("q3", "2021-07-01", "2021-09-30", "1000");

    assertThat(rows(given, "2021-06-30"))
        .containsExactly("acme:globex accrued 50.00, paid 100.00, outstanding 0.00, credit 50.00");
    assertThat(rows(given, "2021-07-01"))
        .containsExactly("initech:globex accrued 50.00, paid 100.00, outstanding 0.00, credit 50.00");
    assertThat(rows(given, "2021-10-01"))
        .containsExactly("initech:globex accrued 150.00, paid 100.00, outstanding 50.00, credit 0.00");
  }

  @Test
  @DisplayName("a period in which a party succeeds another has one claim, with its due date")
  void onePeriodIsOneClaim() {
    Given given = share("").amendment(1, "2021-05-16", succeeds("initech", "globex"))
        .revenue("q2", "2021-04-01", "2021-06-30", "910");

    assertThat(rows(given, "2021-07-01"))
        .containsExactly("acme:initech accrued 91.00, paid 0.00, outstanding 91.00, credit 0.00");
    assertThat(given.positions("2021-07-01").getFirst().periods())
        .extracting(row -> row.period() + " " + row.dueOn().orElseThrow())
        .containsExactly("2021-Q1 2021-05-15", "2021-Q2 2021-08-14", "2021-Q3 2021-11-14");
    assertThat(given.positions("2021-07-01").getFirst().name()).isEqualTo("share");
  }

  @Test
  @DisplayName("books that become one: 45 and 46 of one quarter are one claim, and the credit of 4 settles what is open that day")
  void booksBecomeOne() {
    Given given = twoPayees("").amendment(2, "2021-08-01", succeeds("initech", "globex"));

    assertThat(rows(given, "2021-07-31")).containsExactly(
        "acme:initech accrued 46.00, paid 50.00, outstanding 0.00, credit 4.00",
        "acme:globex accrued 45.00, paid 0.00, outstanding 45.00, credit 0.00");
    assertThat(rows(given, "2021-08-01"))
        .containsExactly("acme:initech accrued 91.00, paid 50.00, outstanding 41.00, credit 0.00");
    assertThat(given.positions("2021-08-01").getFirst().periods())
        .extracting(PeriodRow::period).containsExactly("2021-Q1", "2021-Q2", "2021-Q3");
  }

  @Test
  @DisplayName("a claim below zero and one above it are one claim: 46 to credit make up 45 open, and 1 stays credit")
  void creditOfOneClaimMakesUpForTheOther() {
    // Deductions of 1,840 in June turn the 920 of Initech's days into −920: −92 accrue, where Globex is owed 45.
    Given given = share("").amendment(1, "2021-05-16", "{revise: {clause: share, set: {payee: initech}}}")
        .revenue("apr", "2021-04-01", "2021-05-15", "450").revenue("jun", "2021-05-16", "2021-06-30", "-460")
        .amendment(2, "2021-08-01", succeeds("initech", "globex"));

    assertThat(rows(given, "2021-07-31")).containsExactly(
        "acme:initech accrued -46.00, paid 0.00, outstanding 0.00, credit 46.00",
        "acme:globex accrued 45.00, paid 0.00, outstanding 45.00, credit 0.00");
    assertThat(rows(given, "2021-08-01"))
        .containsExactly("acme:initech accrued -1.00, paid 0.00, outstanding 0.00, credit 1.00");
    assertThat(Recombined.everyFigure(given.on("2021-08-01"), "share")).isNotEmpty();
  }

  @Test
  @DisplayName("interest of claims that become one is summed exactly and rounded once: 0.0045 and 0.0046 are 0.01")
  void interestIsRoundedOnce() {
    // 360 days after 14 August 2021 at 0.01 % by Act/360: a ten-thousandth of 45 and of 46.
    Given given = share(", lateInterest: {rate: \"0.0001\", dayCount: Act/360}")
        .amendment(1, "2021-05-16", "{revise: {clause: share, set: {payee: initech}}}")
        .revenue("q2", "2021-04-01", "2021-06-30", "910")
        .amendment(2, "2022-08-09", succeeds("initech", "globex"));

    assertThat(given.positions("2022-08-08")).extracting(position -> figure(position, Figure.INTEREST))
        .containsExactly("0.00", "0.00");
    assertThat(given.positions("2022-08-09")).extracting(position -> figure(position, Figure.INTEREST))
        .containsExactly("0.01");
    // Nobody paid: 91 bear a full percent of a percent a year more, 0.0182 after two years.
    assertThat(given.positions("2023-08-04")).extracting(position -> figure(position, Figure.INTEREST))
        .containsExactly("0.02");
    assertThat(Recombined.everyFigure(given.on("2023-08-04"), "share")).isNotEmpty();
  }

  @Test
  @DisplayName("what the former party pays by its old name is in the book that its own has become, whenever that was recorded")
  void aPaymentByTheOldName() {
    Given given = share("").revenue("q1", "2021-01-01", "2021-03-31", "500").payment("p1", "2021-07-10", "20")
        .and("waiver", "{clause: share, amount: \"10\", on: 2021-07-11, by: globex}")
        .amendment(1, "2021-07-01", succeeds("initech", "acme"));

    assertThat(rows(given, "2021-07-11"))
        .containsExactly("initech:globex accrued 50.00, paid 20.00, outstanding 20.00, credit 0.00");
    assertThat(given.refusalsOf("payment", pays("p2", "acme", "globex", "1", "2021-07-12")))
        .containsExactly("wrong-parties");
    given.and("payment", pays("p2", "acme", "globex", "1", "2021-06-30"))
        .and("payment", pays("p3", "initech", "globex", "2", "2021-07-12"));
    assertThat(rows(given, "2021-07-12"))
        .containsExactly("initech:globex accrued 50.00, paid 23.00, outstanding 17.00, credit 0.00");
  }

  @Test
  @DisplayName("a waiver by the former payee, recorded before it was succeeded as of an earlier day, stands")
  void aWaiverByTheFormerPayee() {
    Given given = share("").revenue("q1", "2021-01-01", "2021-03-31", "500")
        .and("waiver", "{clause: share, amount: \"10\", on: 2021-07-11, by: globex}")
        .amendment(1, "2021-07-01", succeeds("initech", "globex"));

    assertThat(rows(given, "2021-07-11"))
        .containsExactly("acme:initech accrued 50.00, paid 0.00, outstanding 40.00, credit 0.00");
    assertThat(given.refusalsOf("waiver", "{clause: share, amount: \"1\", on: 2021-07-12, by: globex}"))
        .containsExactly("wrong-parties");
  }

  @Test
  @DisplayName("so does one by a payee who was succeeded before the clause began")
  void aWaiverByThePayeeBeforeTheClauseBegan() {
    Given given = share(", from: 2021-04-01").revenue("q2", "2021-04-01", "2021-06-30", "500")
        .and("waiver", "{clause: share, amount: \"10\", on: 2021-08-20, by: globex}")
        .amendment(1, "2021-02-01", succeeds("initech", "globex"));

    assertThat(rows(given, "2021-08-20"))
        .containsExactly("acme:initech accrued 50.00, paid 0.00, outstanding 40.00, credit 0.00");
    assertThat(given.refusalsOf("waiver", "{clause: share, amount: \"1\", on: 2021-08-21, by: globex}"))
        .containsExactly("wrong-parties");
  }

  @Test
  @DisplayName("a pair that is named anew after it was succeeded is a book of its own")
  void namedAnew() {
    Given given = share("").revenue("q1", "2021-01-01", "2021-03-31", "500")
        .amendment(1, "2021-04-01", succeeds("initech", "acme"))
        .amendment(2, "2021-07-01", "{revise: {clause: share, set: {payer: acme}}}")
        .revenue("q3", "2021-07-01", "2021-09-30", "1000")
        .and("payment", pays("p1", "acme", "globex", "30", "2021-10-01"))
        .and("payment", pays("p2", "initech", "globex", "10", "2021-10-01"));

    assertThat(rows(given, "2021-10-01")).containsExactly(
        "acme:globex accrued 100.00, paid 30.00, outstanding 70.00, credit 0.00",
        "initech:globex accrued 50.00, paid 10.00, outstanding 40.00, credit 0.00");
    assertThat(given.positions("2021-10-01")).extracting(Position::name)
        .containsExactly("share/acme:globex", "share");
  }

  @Test
  @DisplayName("books of clauses that have ended pass, and so do open duties; the wording does not change by itself")
  void endedClausesAndDuties() {
    Given given =
        agreement(
            "USD", PARTIES,
            SHARE.replace("MORE", "") + ", {id: report, kind: duty, obligor: acme, obligee: globex, act: report,"
                + " period: quarter, text: Acme reports}")
            .revenue("q1", "2021-01-01", "2021-03-31", "500")
            .amendment(1, "2021-04-01", "{end: {clause: share}}")
            .amendment(2, "2021-07-01", succeeds("initech", "acme"));

    assertThat(rows(given, "2021-07-01"))
        .containsExactly("initech:globex accrued 50.00, paid 0.00, outstanding 50.00, credit 0.00");
    assertThat(
        ObligationCalculator.obligations(given.on("2021-07-01")).stream()
            .filter(row -> row.kind() != Obligation.Kind.REPORT).map(row -> row.ref() + " " + row.bearer()))
        .containsExactly(
            "share/2021-Q1 initech", "report/2021-Q1 initech", "report/2021-Q2 initech", "report/2021-Q3 initech");
    ConformedCopy.Entry duty =
        ConformedCopy.on(given.on("2021-07-01").terms(), LocalDate.parse("2021-07-01")).clauses().getFirst();
    assertThat(duty.attributes().toString()).contains("obligor=\"initech\"", "text=\"Acme reports\"");
    assertThat(duty.setBy()).containsEntry("obligor", 2).containsEntry("obligee", 0).containsEntry("text", 0);
  }

  @Test
  @DisplayName("a succession in named clauses leaves the others as they were")
  void inNamedClauses() {
    Given given = agreement(
        "USD", PARTIES, SHARE.replace("MORE", "") + ", " + SHARE.replace("id: share", "id: other").replace("MORE", ""))
        .revenue("q1", "2021-01-01", "2021-03-31", "500")
        .amendment(1, "2021-07-01", "{succession: {from: acme, to: initech, clauses: [share]}}");

    assertThat(PositionCalculator.positions(given.on("2021-07-01")))
        .extracting(position -> position.clause() + " " + position.book())
        .containsExactly("share initech:globex", "other acme:globex");
  }

  @Test
  @DisplayName("nobody comes to owe itself: of a clause in force never, of an ended one not while anything is open")
  void nobodyOwesItself() {
    Given given = share("").revenue("q1", "2021-01-01", "2021-03-31", "500");
    String merges = amendment(2, "2021-07-01", succeeds("acme", "globex"));
    assertThat(given.tried("amendment", merges).toString())
        .contains("INVALID_CLAUSE", "/changes/0/succession", "payer and payee are both 'acme'");

    given.amendment(1, "2021-04-01", "{end: {clause: share}}");
    assertThat(given.tried("amendment", merges).toString()).contains(
        "INVALID_CLAUSE", "/changes/0/succession",
        "'acme' would owe itself what is open under clause 'share' between 'acme' and 'globex' on 2021-06-30");

    given.payment("p1", "2021-06-30", "50").and("amendment", merges);
    assertThat(rows(given, "2021-07-01"))
        .containsExactly("acme:acme accrued 50.00, paid 50.00, outstanding 0.00, credit 0.00");
  }

  @Test
  @DisplayName("parties and clauses that are not there are named, and a party cannot succeed itself")
  void refusals() {
    Given given = share("");
    assertThat(given.tried("amendment", amendment(1, "2021-07-01", succeeds("hooli", "acme"))).toString())
        .contains("UNKNOWN_PARTY", "/changes/0/succession/to", "'hooli'");
    assertThat(given.tried("amendment", amendment(1, "2021-07-01", succeeds("acme", "hooli"))).toString())
        .contains("UNKNOWN_PARTY", "/changes/0/succession/from", "'hooli'");
    assertThat(
        given.tried(
            "amendment", amendment(1, "2021-07-01", "{succession: {from: acme, to: initech, clauses: [shares]}}"))
            .toString())
        .contains("UNKNOWN_CLAUSE", "/changes/0/succession/clauses/0", "'shares'");
    assertThat(given.tried("amendment", amendment(1, "2021-07-01", succeeds("acme", "acme"))).toString())
        .contains("INVALID_VALUE", "/changes/0/succession/to");
  }

  @Test
  @DisplayName("withdrawn again, a succession leaves everything as it was")
  void withdrawn() {
    Given given = share("").revenue("q1", "2021-01-01", "2021-03-31", "500")
        .amendment(1, "2021-04-01", succeeds("initech", "acme"))
        .and("payment", pays("p1", "initech", "globex", "20", "2021-05-01"))
        .and("withdrawal", "{sequence: 2, reason: never signed}");

    assertThat(rows(given, "2021-05-01")).containsExactly(
        "acme:globex accrued 50.00, paid 0.00, outstanding 50.00, credit 0.00",
        "initech:globex accrued 0.00, paid 20.00, outstanding 0.00, credit 20.00");
  }

  @Test
  @DisplayName("supposed, an amendment says in words whether it moves what accrues, or what is owed already as well")
  void inWords() {
    Given given = share("").revenue("q1", "2021-01-01", "2021-03-31", "500");

    assertThat(partyChanges(given, "{revise: {clause: share, set: {payer: initech}}}")).containsExactly(
        "From 2021-07-01 on, what accrues under 'share' is owed by Initech to Globex Ltd. What accrues before stays"
            + " between Acme Corp and Globex Ltd.");
    assertThat(partyChanges(given, succeeds("initech", "acme"))).containsExactly(
        "From 2021-07-01 on, Initech stands where Acme Corp stood in all clauses. What Acme Corp owes or is owed by then,"
            + " credit and open duties pass to Initech.");
    assertThat(partyChanges(given, "{revise: {clause: share, set: {rate: \"0.20\"}}}")).isEmpty();
  }

  private static List<String> partyChanges(Given given, String change) {
    Fact fact = FactKind.keyed("amendment").orElseThrow().read(Flow.tree(amendment(1, "2021-07-01", change)));
    Supposed supposed = Supposed.of(given.state().facts(), List.of(fact));
    return WhatIf.of(supposed, LocalDate.parse("2021-07-01")).partyChanges();
  }

  @Test
  @DisplayName("what was stated passes: only what has changed since both statements of one quarter is adjusted")
  void statements() {
    Given given = twoPayees("").and("statement", "{clause: share, period: 2021-Q2, issuedOn: 2021-07-20}")
        .and("statement", "{clause: share, payee: globex, period: 2021-Q2, issuedOn: 2021-07-21}")
        .amendment(2, "2021-08-01", succeeds("initech", "globex"));
    assertThat(pending(given, "2021-08-01")).isEmpty();

    // Twice the revenue: 182 less the 46 and the 45 that were stated.
    given.and("restatement", "{id: q2b, restates: q2, amount: \"1820\"}");
    assertThat(pending(given, "2021-07-31")).containsExactly("2021-Q2 46.00", "2021-Q2 45.00");
    assertThat(pending(given, "2021-08-01")).containsExactly("2021-Q2 91.00");

    given.and("statement", "{clause: share, period: 2021-Q3, issuedOn: 2021-08-02}");
    Statement last = new StatementCalculator().statements(given.on("2021-08-02"), new ClauseId("share")).getLast();
    assertThat(last.book()).hasToString("acme:initech");
    assertThat(last.amounts().total().orElseThrow().toPlainString()).isEqualTo("91.00");
    assertThat(pending(given, "2021-08-02")).isEmpty();
    assertThat(Recombined.everyFigure(given.on("2021-08-02"), "share")).isNotEmpty();
  }

  private static List<String> pending(Given given, String day) {
    FactsAsOf facts = given.on(day);
    return given.positions(day).stream()
        .flatMap(
            position -> new StatementCalculator().pending(facts, position.clause(), position.book()).adjustments()
                .stream())
        .map(one -> one.period() + " " + one.amount().orElseThrow().toPlainString()).toList();
  }

  @Test
  @DisplayName("in the journal what is open and in credit passes by a posting of its own; what happened before stays")
  void journal() {
    Given given = twoPayees("").amendment(2, "2021-08-01", succeeds("initech", "globex"))
        .and("payment", pays("p2", "acme", "initech", "41", "2021-08-14"));

    Journal journal = JournalCalculator.journal(given.on("2021-08-14"), Reading.STATED);
    assertThat(journal.entries()).filteredOn(entry -> entry.kind() == Entry.Kind.SUCCESSION)
        .extracting(entry -> entry.on() + " " + entry.description() + " " + entry.events())
        .containsExactly("2021-08-01 Succession: acme:globex becomes acme:initech [4]");
    assertThat(shown(journal, journal.balances())).containsExactly(
        "Income:Globex:Share:Revenue-Share:2021-Q2 -45.00",
        "Equity:Globex:Share:Succession 45.00",
        "Expenses:Acme:Share:Revenue-Share:2021-Q2 45.00",
        "Equity:Acme:Share:Succession -45.00",
        "Income:Initech:Share:From-Acme:Revenue-Share:2021-Q2 -46.00",
        "Assets:Initech:Share:From-Acme:Cash 91.00",
        "Equity:Initech:Share:From-Acme:Succession -45.00",
        "Expenses:Acme:Share:To-Initech:Revenue-Share:2021-Q2 46.00",
        "Assets:Acme:Share:To-Initech:Cash -91.00",
        "Equity:Acme:Share:To-Initech:Succession 45.00");
    assertThat(sums(journal)).isEqualTo(stated(journal));
  }

  private static List<String> shown(Journal journal, List<Posting> postings) {
    return new PartyJournal(journal, Optional.empty()).lines(postings).stream()
        .filter(line -> !line.amount().isZero())
        .map(line -> line.account() + " " + line.amount().toPlainString()).toList();
  }

  private static Map<Account, Money> sums(Journal journal) {
    Map<Account, Money> sums = new LinkedHashMap<>();
    journal.entries().stream().flatMap(entry -> entry.postings().stream())
        .forEach(posting -> sums.merge(posting.account(), posting.amount(), Money::plus));
    sums.values().removeIf(Money::isZero);
    return sums;
  }

  private static Map<Account, Money> stated(Journal journal) {
    Map<Account, Money> stated = new LinkedHashMap<>();
    journal.balances().forEach(posting -> stated.put(posting.account(), posting.amount()));
    stated.values().removeIf(Money::isZero);
    return stated;
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "rate: \"0.08\"", "rate: \"0.08\", compound: month",
      "rate: \"0.08\", compound: quarter, graceDays: 20, charge: {rate: \"0.05\"}",
      "rates: [{from: 2021-09-10, rate: \"0.08\"}, {from: 2021-11-15, rate: \"0.2\"}], compound: month"})
  @DisplayName("with interest, late claims and a cap on what is paid, the journal comes to its balances and figures are explained")
  void withInterest(String interest) {
    Given given = twoPayees(
        ", cap: {amount: \"120\", basis: paid, counts: since-inception},"
            + " lateInterest: {" + interest + ", dayCount: Act/360}")
        .amendment(2, "2021-10-01", succeeds("initech", "globex"))
        .and("payment", pays("p2", "acme", "initech", "20", "2021-10-14"))
        .and("waiver", "{clause: share, of: interest, amount: \"0.05\", on: 2021-11-30, by: initech}")
        .revenue("q3", "2021-07-01", "2021-09-30", "2000")
        .amendment(3, "2021-12-01", succeeds("globex", "acme"));

    for (String day : List.of("2021-09-30", "2021-10-01", "2021-10-14", "2021-11-30", "2021-12-01", "2022-03-01")) {
      Journal journal = JournalCalculator.journal(given.on(day), Reading.STATED);
      assertThat(sums(journal)).as(day).isEqualTo(stated(journal));
      assertThat(Recombined.everyFigure(given.on(day), "share")).as(day).isNotEmpty();
    }
  }

  @Test
  @DisplayName("brought up to date from day to day, forth and back, the positions are those of a first question")
  void keptFromDayToDay() {
    Given given = twoPayees("").amendment(2, "2021-08-01", succeeds("initech", "globex"))
        .amendment(3, "2021-09-01", succeeds("globex", "acme"));
    RunningPositions running = new RunningPositions();

    for (String day : List.of(
        "2021-05-16", "2021-07-10", "2021-07-31", "2021-08-01", "2021-08-31", "2021-09-01", "2021-10-01", "2021-08-15",
        "2021-07-15", "2021-12-31")) {
      FactsAsOf facts = given.on(day);
      assertThat(running.positions(facts)).as(day).isEqualTo(new RunningPositions().positions(facts));
    }
  }
}

package io.contract.ledger.position;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.DueRule;
import io.contract.ledger.calendar.Period;
import io.contract.ledger.fact.StatementIssue;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.Known;
import io.contract.ledger.fact.known.StatedBook;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When the claims of a clause are due, and from which day on that is so (domain page, sections 5, 11 and 13; ADR 0038). A rule that counts
 * from statements gives no due date before the first statement of the period and book, or the day on which the report is due, whichever
 * comes first. Not thread-safe.
 */
public final class DueDates {

  private final FactsAsOf facts;
  private final ClauseHistory clause;

  private DueDates(FactsAsOf facts, ClauseHistory clause) {
    this.facts = facts;
    this.clause = clause;
  }

  /**
   * What the due date of a period is counted from.
   *
   * @param revision the last revision in force in the period, whose rule it is
   * @param from the first day on which it is so
   * @param statement the statement from which it counts; empty where it counts from the period, or from the day of its report
   */
  public record Due(
      Revision revision, DueRule rule, DueRule.Start start, LocalDate from, Optional<Known<StatementIssue>> statement) {

    /** The due date; empty in a year that its calendar does not know. */
    public Optional<LocalDate> dueOn() {
      return rule.dueOn(start);
    }

    /** The due date before any roll. */
    public LocalDate unadjusted() {
      return rule.unadjusted(start);
    }
  }

  /** The due dates of the clause as these facts make them. */
  public static DueDates of(FactsAsOf facts, ClauseHistory clause) {
    return new DueDates(facts, clause);
  }

  /** From where a due date is counted that no statement is waited for: the period's last day; of a fixed sum, the day on which it accrues. */
  public static DueRule.Start start(ClauseHistory clause, Period period) {
    return clause.isOfFixedSums()
        ? clause.firstDayOf(period).map(DueRule.Start::on).orElseGet(period::end)
        : period.end();
  }

  /** The rule for the reports of the period; empty where the clause has none. */
  public static Optional<DueRule> reportRule(ClauseHistory clause, Period period) {
    return clause.lastInForceIn(period.days())
        .flatMap(
            revision -> revision.clause() instanceof Clause.RevenueShare share ? share.reportDue() : Optional.empty());
  }

  /** The due date of a period that a statement of that day is the first to state; empty where that gives it none. */
  public Optional<LocalDate> statedOn(Period period, LocalDate day) {
    return clause.lastInForceIn(period.days())
        .flatMap(revision -> revision.clause() instanceof Clause.RevenueShare share
            ? Optional.ofNullable(share.due())
            : Optional.empty())
        .filter(rule -> rule.after() == DueRule.After.STATEMENT)
        .flatMap(rule -> rule.dueOn(DueRule.Start.on(day)));
  }

  /** The day on which the report of the period is due; empty when it is undated. */
  public static Optional<LocalDate> reportDueOn(ClauseHistory clause, Period period) {
    return reportRule(clause, period).flatMap(rule -> rule.dueOn(period.end()));
  }

  /** What the due date of the period is counted from on that day, which is not after that of the facts; empty while it is undated. */
  public Optional<Due> on(Book book, Period period, LocalDate day) {
    return of(book, period, day).filter(due -> !due.from().isAfter(day));
  }

  /**
   * What the due date of the period is counted from, by the facts; empty while there is nothing from which to count.
   *
   * @param book as it is on the day; where books have become one, a statement of any of them counts
   */
  private Optional<Due> of(Book book, Period period, LocalDate day) {
    Revision revision = clause.lastInForceIn(period.days()).orElse(null);
    if (revision == null || !(revision.clause() instanceof Clause.Payable payable) || payable.due() == null) {
      return Optional.empty();
    }
    DueRule rule = payable.due();
    return switch (rule.after()) {
      case PERIOD ->
        Optional.of(new Due(revision, rule, start(clause, period), DateRange.BEGINNING, Optional.empty()));
      case STATEMENT -> counted(revision, rule, reportDueOn(clause, period), firstStatement(book, period, day));
    };
  }

  /** From the statement, or from the report's due day where none was issued by then. */
  private static Optional<Due> counted(
      Revision revision, DueRule rule, Optional<LocalDate> reportDueOn, Optional<Known<StatementIssue>> first) {
    Optional<Known<StatementIssue>> inTime =
        first.filter(one -> reportDueOn.filter(day -> one.fact().issuedOn().isAfter(day)).isEmpty());
    return inTime.map(one -> one.fact().issuedOn()).or(() -> reportDueOn)
        .map(day -> new Due(revision, rule, DueRule.Start.on(day), day, inTime));
  }

  /** The statement of the period and book that was issued first; of one day the one recorded first. */
  private Optional<Known<StatementIssue>> firstStatement(Book book, Period period, LocalDate day) {
    return facts.statementsOf(clause.id(), period.name())
        .filter(one -> clause.bookOf(StatedBook.of(one, facts), one.fact().issuedOn(), day).equals(book))
        .findFirst();
  }
}

package io.contract.ledger.agreement;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.DueRule;
import io.contract.ledger.calendar.Period;
import io.contract.ledger.calendar.PeriodScheme;
import io.contract.ledger.fact.RevenueReport;
import io.contract.ledger.fact.StatementIssue;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.position.DueDates;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import io.contract.ledger.value.Code;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rule that no fact brings about a due date beyond the years that its holiday calendar knows (domain page, section 6): such a
 * date is never computed as if there were no holidays.
 */
record DueDateRules(FactCheck check) {

  /** A report, by each period of each revenue share that has one of its days: when the share is due, and when the report is. */
  void report(RevenueReport report) {
    if (report.through().isBefore(report.from())) {
      return;
    }
    DateRange reported = DateRange.of(report.from(), report.through());
    check.state().terms().clauses().stream()
        .flatMap(clause -> clause.revisions().stream()
            .flatMap(revision -> why(clause, revision, report.stream(), reported).stream()))
        .findFirst()
        .ifPresent(why -> check.violations().add("/through", Code.CALENDAR_RANGE, why));
  }

  private static Optional<String> why(ClauseHistory clause, Revision revision, String stream, DateRange reported) {
    if (!(revision.clause() instanceof Clause.RevenueShare share) || !share.base().all().contains(stream)) {
      return Optional.empty();
    }
    return revision.daysInPeriods().flatMap(reported::intersection)
        .flatMap(days -> firstIn(share.period(), days, period -> whyOfReport(clause, period).isPresent()))
        .flatMap(period -> whyOfReport(clause, period));
  }

  private static Optional<Period> firstIn(PeriodScheme scheme, DateRange days, Predicate<Period> wanted) {
    for (Period period = scheme.containing(days.first()); !period.days().first().isAfter(days.last()); period =
        period.next()) {
      if (wanted.test(period)) {
        return Optional.of(period);
      }
    }
    return Optional.empty();
  }

  /** A discharge or a waiver of a period of that name. */
  void of(ClauseHistory clause, @Nullable String period) {
    add(Optional.ofNullable(period).flatMap(clause::period).flatMap(named -> why(clause, named)));
  }

  /** A statement of a period of that name, from which its share may be due. */
  void statement(ClauseHistory clause, StatementIssue statement) {
    add(
        clause.period(statement.period())
            .flatMap(
                named -> why(clause, named).or(
                    () -> why(clause, named, DueRule.After.STATEMENT, DueRule.Start.on(statement.issuedOn())))));
  }

  private void add(Optional<String> why) {
    why.ifPresent(found -> check.violations().add("/period", Code.CALENDAR_RANGE, found));
  }

  /**
   * A recurring duty or a fixed payment that the agreement or an amendment makes: the first due date, and the last where the clause states
   * its last day. What has no end is not refused for what is due in a hundred years.
   *
   * @param made the revisions of the clause that it makes
   * @param path the place of the clause
   */
  static void made(ClauseId clause, List<Revision> made, String path, Violations violations) {
    made.stream()
        .flatMap(revision -> whyOf(revision).stream())
        .findFirst()
        .ifPresent(why -> violations.add(path, Code.CALENDAR_RANGE, why));
  }

  private static Optional<String> whyOf(Revision revision) {
    return switch (revision.clause()) {
      case Clause.Duty duty ->
        duty.recurring().flatMap(
            every -> why(revision, every.due(), day -> every.period().containing(day).end()))
            .map(why -> "duty '" + duty.id() + "' would be " + why);
      case Clause.FixedPayment payment ->
        why(
            revision, payment.due(),
            day -> DueRule.Start.on(
                DateRange.later(
                    payment.period().containing(day).days().first(), revision.inForce().orElseThrow().first())))
            .map(why -> "fixed payment '" + payment.id() + "' would be " + why);
      case Clause.RevenueShare _,Clause.Licence _,Clause.Designation _,Clause.FirstShip _ -> Optional.empty();
      case Clause.Permission _,Clause.Restriction _,Clause.Shareholding _,Clause.PurchaseCommitment _ ->
        Optional.empty();
    };
  }

  /** Why the rule has no due date for the first day of the revision with a period, or for the last where that is stated. */
  private static Optional<String> why(
      Revision revision, @Nullable DueRule due, Function<LocalDate, DueRule.Start> start) {
    return revision.daysInPeriods().stream()
        .flatMap(days -> Stream.of(days.first(), days.last()))
        .filter(day -> !day.equals(DateRange.OPEN_END))
        .flatMap(day -> Optional.ofNullable(due).flatMap(rule -> rule.whyNoDueDate(start.apply(day))).stream())
        .findFirst();
  }

  /** Why the period has no due date although the clause states one that counts from it, by the last revision in force in it. */
  private static Optional<String> why(ClauseHistory clause, Period period) {
    return why(clause, period, DueRule.After.PERIOD, DueDates.start(clause, period));
  }

  /** Likewise, where the clause states one that counts from there. */
  private static Optional<String> why(ClauseHistory clause, Period period, DueRule.After after, DueRule.Start start) {
    return clause.lastInForceIn(period.days())
        .flatMap(revision -> rule(revision.clause()))
        .filter(rule -> rule.after() == after)
        .flatMap(rule -> rule.whyNoDueDate(start))
        .map(why -> period + " of clause '" + clause.id() + "' would be " + why);
  }

  /** Why the share or the report has no due date; the share may be due so long after the day on which the report is. */
  private static Optional<String> whyOfReport(ClauseHistory clause, Period period) {
    return why(clause, period)
        .or(
            () -> DueDates.reportRule(clause, period)
                .flatMap(rule -> rule.whyNoDueDate(period.end()))
                .map(why -> "the report of " + period + " of clause '" + clause.id() + "' would be " + why))
        .or(
            () -> DueDates.reportDueOn(clause, period)
                .flatMap(day -> why(clause, period, DueRule.After.STATEMENT, DueRule.Start.on(day))));
  }

  private static Optional<DueRule> rule(Clause clause) {
    return switch (clause) {
      case Clause.Payable payable -> Optional.ofNullable(payable.due());
      case Clause.Duty duty -> duty.recurring().flatMap(every -> Optional.ofNullable(every.due()));
      case Clause.Licence _,Clause.Designation _,Clause.FirstShip _,Clause.Permission _ -> Optional.empty();
      case Clause.Restriction _,Clause.Shareholding _,Clause.PurchaseCommitment _ -> Optional.empty();
    };
  }
}

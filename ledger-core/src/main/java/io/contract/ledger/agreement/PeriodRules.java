package io.contract.ledger.agreement;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.Period;
import io.contract.ledger.calendar.PeriodScheme;
import io.contract.ledger.fact.RevenueReport;
import io.contract.ledger.fact.known.KnownReport;
import io.contract.ledger.fact.known.KnownReports;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import io.contract.ledger.terms.TermsTimeline;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules for periods that a clause names one by one (domain page, section 13): what is reported has a period, and a name stands for the
 * same days.
 */
record PeriodRules(TermsTimeline terms) {

  /** Why the report is not taken: it has a day in force after the last period of a share. */
  Optional<String> report(RevenueReport report) {
    if (report.through().isBefore(report.from())) {
      return Optional.empty();
    }
    DateRange reported = DateRange.of(report.from(), report.through());
    return terms.clauses().stream()
        .flatMap(clause -> scheduled(clause)
            .flatMap(revision -> unscheduled(clause, revision, report.stream(), reported).stream()))
        .findFirst();
  }

  /** Why the terms of the clause are not taken, with these reports. */
  Optional<String> clause(ClauseHistory clause, KnownReports reports) {
    return scheduled(clause)
        .flatMap(
            revision -> Stream.concat(
                clause.streams().stream()
                    .flatMap(
                        stream -> reports.of(stream).map(KnownReport::days)
                            .flatMap(days -> unscheduled(clause, revision, stream, days).stream())),
                renamed(clause, revision)))
        .findFirst();
  }

  private static Stream<Revision> scheduled(ClauseHistory clause) {
    return clause.revisions().stream().filter(Revision::isScheduled);
  }

  private static Optional<String> unscheduled(
      ClauseHistory clause, Revision revision, String stream, DateRange reported) {
    if (!(revision.clause() instanceof Clause.RevenueShare share)
        || !share.base().all().contains(stream)
        || !(share.period() instanceof PeriodScheme.Schedule schedule)) {
      return Optional.empty();
    }
    PeriodScheme.Schedule.Named last = schedule.named().getLast();
    return revision.inForce().flatMap(reported::intersection)
        .map(DateRange::last)
        .filter(day -> day.isAfter(last.through()))
        .map(
            day -> "clause '" + clause.id() + "' has no period on " + day + ": the last of its schedule, " + last.name()
                + ", ends on " + last.through());
  }

  /** Periods of the revision whose name stands for other days under another revision, where days of both are in force. */
  private static Stream<String> renamed(ClauseHistory clause, Revision revision) {
    LocalDate first = revision.daysInPeriods().map(DateRange::first).orElse(DateRange.OPEN_END);
    return scheduled(clause)
        .filter(other -> !other.clause().periodScheme().equals(revision.clause().periodScheme()))
        .filter(other -> other.daysInPeriods().filter(days -> days.first().isBefore(first)).isPresent())
        .flatMap(
            other -> periods(other)
                .flatMap(
                    period -> revision.clause().periodScheme().flatMap(scheme -> scheme.named(period.name())).stream()
                        .filter(named -> !named.days().equals(period.days()))
                        .filter(named -> clause.daysOf(named).findAny().isPresent())
                        .map(
                            named -> "period '" + named.name() + "' of clause '" + clause.id() + "' would be "
                                + named.days() + ", and is " + period.days() + " by amendment " + other.amendment())));
  }

  /** The periods with days on which the revision is in force. */
  private static Stream<Period> periods(Revision revision) {
    return new ClauseHistory(revision.clause().id(), List.of(revision), List.of()).periodsBegunBy(DateRange.OPEN_END)
        .stream();
  }
}

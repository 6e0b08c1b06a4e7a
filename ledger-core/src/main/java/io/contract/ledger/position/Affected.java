package io.contract.ledger.position;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.fact.AgreementExecution;
import io.contract.ledger.fact.AmendmentExecution;
import io.contract.ledger.fact.BroughtForward;
import io.contract.ledger.fact.Discharge;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.Fixing;
import io.contract.ledger.fact.Launch;
import io.contract.ledger.fact.Milestone;
import io.contract.ledger.fact.Payment;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.Restatement;
import io.contract.ledger.fact.RevenueReport;
import io.contract.ledger.fact.Reversal;
import io.contract.ledger.fact.SettledReading;
import io.contract.ledger.fact.StatementIssue;
import io.contract.ledger.fact.SupportDecline;
import io.contract.ledger.fact.Waiver;
import io.contract.ledger.fact.Withdrawal;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.fact.known.KnownPayment;
import io.contract.ledger.fact.known.KnownReport;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.position.Happening.Moment;
import io.contract.ledger.terms.ClauseHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The moment from which the fold of a clause must run again, because other facts are known or another day is asked about. It may be
 * too early, never too late. Changed terms are not looked at here: with other terms no part of a fold can stay.
 */
final class Affected {

  private final FactsAsOf before;
  private final FactsAsOf after;
  private final ClauseId clause;
  private final Set<String> streams;
  private final boolean isDueAfterStatements;
  private final Set<String> indices;
  private LocalDate linesFrom = LocalDate.MAX;
  private Optional<DateRange> reported = Optional.empty();
  private Moment from = Moment.NEVER;

  private Affected(FactsAsOf before, FactsAsOf after, ClauseHistory clause) {
    this.before = before;
    this.after = after;
    this.clause = clause.id();
    this.streams = clause.streams();
    this.isDueAfterStatements = clause.isDueAfterStatements();
    this.indices = clause.interestIndices();
  }

  /**
   * The moment from which the two differ. Each may have events that the other lacks. Empty when they have no event in common.
   *
   * @param clause the clause, whose terms are the same in both
   */
  static Optional<Affected> between(FactsAsOf before, FactsAsOf after, ClauseHistory clause) {
    int common = common(before.known().events(), after.known().events());
    if (common == 0) {
      return Optional.empty();
    }
    Affected affected = new Affected(before, after, clause);
    affected.by(before.known(), common);
    affected.by(after.known(), common);
    affected.byDays();
    affected.toWholeReports();
    return Optional.of(affected);
  }

  /**
   * How many events the two have in common. Mostly these are all events of the shorter. Otherwise a binary search finds them,
   * because histories with an event in common have all events before it in common.
   */
  private static int common(List<Recorded> ours, List<Recorded> theirs) {
    int most = Math.min(ours.size(), theirs.size());
    if (most > 0 && isSame(ours, theirs, most - 1L)) {
      return most;
    }
    return Math.toIntExact(Recorded.countFirst(most, sequence -> isSame(ours, theirs, sequence)));
  }

  private void by(KnownFacts known, int common) {
    // One by one, because a part of a persistent list costs as much as all of it.
    for (int i = common; i < known.events().size(); i++) {
      by(known, i, known.events().get(i).fact());
    }
  }

  /** Whether the events differ. An event is read once: the same object is the same event, with the same events before it. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(List<Recorded> ours, List<Recorded> theirs, long sequence) {
    int place = Math.toIntExact(sequence);
    return ours.get(place) == theirs.get(place);
  }

  /** The first moment at which something may happen otherwise. */
  Moment from() {
    return from;
  }

  /** The first day of a line that may differ. Earlier lines stay. */
  LocalDate linesFrom() {
    return linesFrom;
  }

  /** The days on which it may be otherwise whether they are reported; empty when there are none. */
  Optional<DateRange> reported() {
    return reported;
  }

  private void by(KnownFacts of, long sequence, Fact fact) {
    switch (fact) {
      case Payment payment -> {
        if (payment.clause().equals(clause)) {
          from(Moment.of(payment.valueOn(), sequence));
        }
      }
      case Reversal reversal ->
        knowns().flatMap(known -> known.payments().named(reversal.payment()).stream()).forEach(this::byPayment);
      case Waiver waiver -> {
        if (waiver.clause().equals(clause)) {
          from(Moment.startOf(waiver.on()));
        }
      }
      case RevenueReport report -> byReport(report.stream(), report.days());
      case Restatement restatement ->
        knowns()
            // By its own id too: that of the report it restates may belong to another since.
            .flatMap(known -> Stream.of(restatement.id(), restatement.restates()).map(known.reports()::named))
            .flatMap(Optional::stream)
            .forEach(report -> byReport(report.stream(), report.days()));
      case Withdrawal withdrawal -> {
        int withdrawn = Math.toIntExact(withdrawal.sequence());
        by(of, withdrawn, of.events().get(withdrawn).fact());
      }
      case BroughtForward balance -> {
        if (balance.clause().equals(clause)) {
          from(Moment.startOf(balance.on()));
        }
      }
      // Terms are compared as a whole. The other facts change no figure of the fold.
      case AgreementExecution _,AmendmentExecution _,Milestone _,SettledReading _ -> {
      }
      case Fixing fixing -> {
        if (indices.contains(fixing.index())) {
          from(Moment.startOf(fixing.from()));
        }
      }
      case StatementIssue statement -> {
        if (isDueAfterStatements && statement.clause().equals(clause)) {
          from(Moment.startOf(statement.issuedOn()));
        }
      }
      case Discharge _,Launch _,SupportDecline _ -> {
      }
    }
  }

  private void byPayment(KnownPayment payment) {
    if (payment.payment().fact().clause().equals(clause)) {
      from(Moment.of(payment.payment().fact().valueOn(), payment.payment().sequence()));
    }
  }

  private void byReport(String stream, DateRange days) {
    if (streams.contains(stream)) {
      linesFrom = DateRange.earlier(linesFrom, days.first());
      reported = Optional.of(reported.map(other -> other.span(days)).orElse(days));
    }
  }

  /** Takes in the facts that the days between the two bring or take away. */
  private void byDays() {
    if (before.effectiveOn().equals(after.effectiveOn())) {
      return;
    }
    boolean isLater = before.effectiveOn().isBefore(after.effectiveOn());
    LocalDate first = (isLater ? before : after).effectiveOn().plusDays(1);
    LocalDate last = (isLater ? after : before).effectiveOn();
    from(Moment.startOf(first));
    knowns()
        .forEach(
            known -> {
              known.payments().reversedOn(clause, first, last).forEach(this::byPayment);
              streams.forEach(
                  stream -> known.reports().of(stream, first)
                      .takeWhile(report -> !report.days().first().isAfter(last))
                      .filter(report -> !report.days().last().isAfter(last))
                      .forEach(report -> byReport(stream, report.days())));
            });
  }

  /**
   * Moves the first line to the first day of overlapping reports. Reports cut each other, so that where one changes, all that
   * overlap it are cut again.
   */
  private void toWholeReports() {
    if (linesFrom.equals(LocalDate.MAX)) {
      return;
    }
    LocalDate day = null;
    while (!linesFrom.equals(day)) {
      LocalDate start = linesFrom;
      day = start;
      knowns()
          .flatMap(known -> streams.stream().flatMap(stream -> known.reports().of(stream, start).limit(1)))
          .map(KnownReport::days)
          .filter(days -> days.first().isBefore(linesFrom))
          .forEach(days -> linesFrom = days.first());
    }
    from(Moment.startOf(linesFrom));
  }

  private void from(Moment moment) {
    from = Moment.earlier(from, moment);
  }

  private Stream<KnownFacts> knowns() {
    return Stream.of(before.known(), after.known());
  }
}

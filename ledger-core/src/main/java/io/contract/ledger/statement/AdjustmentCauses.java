package io.contract.ledger.statement;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.DueRule;
import io.contract.ledger.calendar.Period;
import io.contract.ledger.fact.AgreementExecution;
import io.contract.ledger.fact.AmendmentExecution;
import io.contract.ledger.fact.BroughtForward;
import io.contract.ledger.fact.Discharge;
import io.contract.ledger.fact.Fixing;
import io.contract.ledger.fact.Launch;
import io.contract.ledger.fact.Milestone;
import io.contract.ledger.fact.Payment;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.Restatement;
import io.contract.ledger.fact.RevenueReport;
import io.contract.ledger.fact.Reversal;
import io.contract.ledger.fact.SettledReading;
import io.contract.ledger.fact.SettledReading.Parameter;
import io.contract.ledger.fact.StatementIssue;
import io.contract.ledger.fact.SupportDecline;
import io.contract.ledger.fact.Waiver;
import io.contract.ledger.fact.Withdrawal;
import io.contract.ledger.fact.known.DifferingEvents;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.fact.known.KnownReport;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.position.Figure;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.Clause.Cap.Basis;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds the events that changed the figures of a period between two points (ADR 0023). These events count at one of the points
 * only, and bear on the period. Revenue of its own days and terms that bind on them always do. Revenue and terms of earlier days do
 * where the share depends on them: through a cap that cuts it otherwise, tiers or a guaranteed minimum. Payments do through a cap
 * on basis {@code paid}.
 */
final class AdjustmentCauses {

  private final PeriodFigures before;
  private final PeriodFigures now;
  private final ClauseId clause;
  private final Period period;

  /** The days on which terms can bind the period: of a fixed sum those through the day on which it accrues. */
  private final DateRange days;
  private final boolean isGrossChanged;
  private final boolean isForgoneChanged;
  private final boolean isBoundOtherwise;

  AdjustmentCauses(PeriodFigures before, PeriodFigures now, ClauseId clause, Period period) {
    this.before = before;
    this.now = now;
    this.clause = clause;
    this.period = period;
    this.days = days();
    this.isGrossChanged = isChanged(Figure.GROSS);
    this.isForgoneChanged = isChanged(Figure.FORGONE);
    this.isBoundOtherwise = !binding(before).equals(binding(now));
  }

  private DateRange days() {
    return Stream.of(before, now)
        .flatMap(figures -> figures.facts().terms().clause(clause).stream())
        .filter(ClauseHistory::isOfFixedSums)
        .flatMap(history -> history.firstDayOf(period).stream())
        .max(LocalDate::compareTo)
        .map(last -> DateRange.of(period.days().first(), last))
        .orElse(period.days());
  }

  /** The causes, in order of recording. */
  List<Recorded> all() {
    List<DifferingEvents.Found> found = DifferingEvents.among(mayBear(), before.facts(), now.facts());
    List<Recorded> precise = because(found, days.last());
    // A later amendment can still cut earlier lines at the windows of its cap, which can change what is rounded.
    return precise.isEmpty() ? because(found, DateRange.OPEN_END) : precise;
  }

  private List<Recorded> because(List<DifferingEvents.Found> found, LocalDate last) {
    return found.stream().filter(one -> bears(one, last)).map(DifferingEvents.Found::because).distinct()
        .sorted(Comparator.comparingLong(Recorded::sequence)).toList();
  }

  /** The events at either point that may bear on the period. Payments are looked at only where they can. */
  private SortedSet<Long> mayBear() {
    SortedSet<Long> sequences = new TreeSet<>();
    for (KnownFacts known : List.of(before.facts().known(), now.facts().known())) {
      shares(revisions()).flatMap(share -> share.base().all().stream()).distinct().flatMap(known.reports()::of)
          .forEach(report -> {
            sequences.add(report.report().sequence());
            report.restatements().forEach(restatement -> sequences.add(restatement.sequence()));
          });
      Stream.of(
          known.amendments().stream(),
          known.all(Milestone.class).stream(),
          known.all(SettledReading.class, clause, LocalDate.MIN),
          known.all(BroughtForward.class, clause, LocalDate.MIN))
          .flatMap(all -> all).forEach(one -> sequences.add(one.sequence()));
      if (isBoundByPaid()) {
        known.payments().on(clause)
            .flatMap(paid -> Stream.concat(Stream.of(paid.payment()), Stream.ofNullable(paid.reversal())))
            .forEach(one -> sequences.add(one.sequence()));
        known.all(Waiver.class, clause, LocalDate.MIN).forEach(waiver -> sequences.add(waiver.sequence()));
        known.all(Fixing.class).forEach(fixing -> sequences.add(fixing.sequence()));
      }
    }
    return sequences;
  }

  /** Whether the figure differs, or may differ because it cannot be determined. */
  private boolean isChanged(Figure figure) {
    return now.readings().stream()
        .anyMatch(
            reading -> now.figure(figure, reading, period.name()).isEmpty()
                || !now.figure(figure, reading, period.name()).equals(before.figure(figure, reading, period.name())));
  }

  private boolean bears(DifferingEvents.Found found, LocalDate last) {
    return switch (found.event().fact()) {
      case RevenueReport report -> bears(report.stream(), report.days(), last);
      case Restatement restatement -> {
        KnownReport report = found.restated(restatement);
        yield bears(report.stream(), report.days(), last);
      }
      case AmendmentExecution(var amendment, _) ->
        amendment.changes().stream().anyMatch(change -> change.mayChange(clause))
            && bearAsTerms(amendment.effectiveOn(), last);
      case Milestone milestone ->
        revisions().anyMatch(revision -> revision.clause().dependsOn(milestone.id()))
            && bearAsTerms(milestone.on(), last);
      case SettledReading reading ->
        reading.clause().equals(clause) && reading.parameter() != Parameter.REQUIRES && isForgoneChanged;
      case BroughtForward balance ->
        balance.clause().equals(clause) && !balance.on().isAfter(last) && dependsOnEarlier();
      case Payment payment -> isPaid(payment.clause(), payment.valueOn(), last);
      case Reversal reversal -> {
        Payment payment = found.reversed(reversal).payment().fact();
        yield isPaid(payment.clause(), payment.valueOn(), last);
      }
      case Waiver waiver -> isPaid(waiver.clause(), waiver.on(), last);
      case Fixing fixing -> isOfIndex(fixing.index()) && isPaid(clause, fixing.from(), last);
      case StatementIssue statement -> movesInterest() && isPaid(statement.clause(), statement.issuedOn(), last);
      case AgreementExecution _,Withdrawal _,Discharge _,Launch _,SupportDecline _ -> false;
    };
  }

  private boolean bears(String stream, DateRange days, LocalDate last) {
    boolean isOfBase = shares(revisions()).anyMatch(share -> share.base().all().contains(stream));
    boolean isOwn = days.intersection(period.days()).isPresent();
    return isOfBase && (isOwn || (!days.first().isAfter(last) && dependsOnEarlier()));
  }

  private boolean bearAsTerms(LocalDate from, LocalDate last) {
    boolean isWide = last.isAfter(days.last());
    return !from.isAfter(last) && (isBoundOtherwise || isWide || dependsOnEarlier());
  }

  private boolean isPaid(ClauseId of, LocalDate on, LocalDate last) {
    return of.equals(clause) && !on.isAfter(last) && isBoundByPaid();
  }

  /** Whether the index decides how much of payments settles interest, and so how much settles principal. */
  private boolean isOfIndex(String index) {
    return revisions().anyMatch(revision -> revision.clause().interestIndex().filter(index::equals).isPresent());
  }

  /** Whether statements decide how much of payments settles interest, and so how much settles principal. */
  private boolean movesInterest() {
    return shares(revisions()).anyMatch(
        share -> share.lateInterest() != null && share.due() != null
            && share.due().after() == DueRule.After.STATEMENT);
  }

  /** Whether payments can have changed the share of the period. */
  private boolean isBoundByPaid() {
    return isForgoneChanged
        && inPeriod().flatMap(share -> share.caps().stream()).anyMatch(cap -> cap.basis() != Basis.ACCRUED);
  }

  /** Whether facts before the period can have changed its share. */
  private boolean dependsOnEarlier() {
    return (isForgoneChanged && inPeriod().anyMatch(share -> !share.caps().isEmpty()))
        || (isGrossChanged
            && inPeriod().anyMatch(share -> share.tiers().isPresent() || !share.minimums().isEmpty()));
  }

  /** The revisions of the clause at both points. */
  private Stream<Revision> revisions() {
    return Stream.of(before, now).flatMap(this::revisions);
  }

  private Stream<Revision> revisions(PeriodFigures figures) {
    return figures.facts().terms().clause(clause).map(ClauseHistory::revisions).stream().flatMap(List::stream);
  }

  private Stream<Clause.RevenueShare> inPeriod() {
    return shares(revisions().filter(revision -> daysOf(revision).isPresent()));
  }

  private static Stream<Clause.RevenueShare> shares(Stream<Revision> revisions) {
    return revisions.map(Revision::clause).filter(Clause.RevenueShare.class::isInstance)
        .map(Clause.RevenueShare.class::cast);
  }

  private Optional<DateRange> daysOf(Revision revision) {
    return revision.inForce().flatMap(inForce -> inForce.intersection(days));
  }

  /** The terms that bind on some days of the period. */
  private record Bound(DateRange days, Clause clause, LocalDate capCountsFrom) {}

  private List<Bound> binding(PeriodFigures figures) {
    return revisions(figures)
        .flatMap(
            revision -> daysOf(revision).stream()
                .map(bound -> new Bound(bound, revision.clause(), revision.capCountsFrom())))
        .toList();
  }
}

package io.contract.ledger.obligation;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.Period;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.obligation.ObligationWorkings.Done;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.Clause.Duty.EveryPeriod;
import io.contract.ledger.terms.Clause.Duty.Once;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of a duty: one, or one for each period begun, until discharged or waived (domain page, sections 4 and 7). */
record DutyObligations(ClauseHistory history, FactsAsOf facts, ObligationWording wording) {

  Stream<Obligation> rows() {
    return Stream.concat(recurring(), once().stream());
  }

  private Stream<Obligation> recurring() {
    return history.periodsBegunBy(day()).stream().map(period -> recurring(period, judging(period)));
  }

  /** What a row of the duty was computed from. */
  ObligationWorkings workings(Obligation row) {
    Optional<Revision> judgedBy = row.period().flatMap(history::period).map(this::judging);
    return new ObligationWorkings(judgedBy, done(row.period().orElse(null)), List.of());
  }

  /** The last revision in force in the period that has periods of this length. */
  private Revision judging(Period period) {
    return history.revisions().stream()
        .filter(revision -> revision.inForce().flatMap(period.days()::intersection).isPresent())
        .filter(revision -> revision.clause().periodScheme().filter(scheme -> scheme.has(period)).isPresent())
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private Obligation recurring(Period period, Revision revision) {
    Optional<LocalDate> dueOn =
        dutyOf(revision).recurring().map(EveryPeriod::due).flatMap(rule -> rule.dueOn(period.end()));
    String status = doneAs(period.name()).orElseGet(() -> Timing.dueStatus(dueOn, day()));
    return row(revision, Optional.of(period.name()), dueOn, status);
  }

  private Optional<Obligation> once() {
    Revision revision = history.governing(day());
    if (!(dutyOf(revision).when() instanceof Once once) || !history.hasBegunBy(day())) {
      return Optional.empty();
    }
    Optional<LocalDate> dueOn = Optional.ofNullable(once.dueOn());
    Optional<String> done = doneAs(null);
    return done.isEmpty() && isReleased(revision, dueOn)
        ? Optional.empty()
        : Optional.of(
            row(revision, Optional.empty(), dueOn, done.orElseGet(() -> Timing.dueStatus(dueOn, day()))));
  }

  /**
   * Whether the duty has ended without having been done. A duty without due date ends with its clause. A duty with one ends when an
   * amendment or a milestone ended the clause before the due date. What was due by then is still owed.
   */
  private boolean isReleased(Revision revision, Optional<LocalDate> dueOn) {
    LocalDate last = revision.inForce().orElseThrow().last();
    if (!last.isBefore(day())) {
      return false;
    }
    LocalDate through = revision.clause().head().through();
    boolean isCutShort = last.isBefore(through == null ? DateRange.OPEN_END : through);
    return dueOn.map(due -> isCutShort && due.isAfter(last)).orElse(true);
  }

  private Optional<String> doneAs(@Nullable String period) {
    return done(period).map(Done::as);
  }

  /** The discharge or waiver of the duty of that period, whichever came first; empty while there is none. */
  private Optional<Done> done(@Nullable String period) {
    Stream<Done> discharged =
        facts.dischargesOf(history.id()).stream()
            .filter(known -> Objects.equals(known.fact().period(), period))
            .map(known -> new Done(known.fact().on(), known.sequence(), "discharged"));
    Stream<Done> waived =
        facts.waiversOf(history.id()).stream()
            .filter(known -> Objects.equals(known.fact().period(), period))
            .map(known -> new Done(known.fact().on(), known.sequence(), "waived"));
    return Stream.concat(discharged, waived).min(Comparator.comparing(Done::on).thenComparingLong(Done::sequence));
  }

  private Obligation row(Revision revision, Optional<String> period, Optional<LocalDate> dueOn, String status) {
    Clause.Duty duty = dutyOf(revision);
    PartyId obligor = history.partyOn(revision, duty.obligor(), day());
    PartyId obligee = history.partyOn(revision, duty.obligee(), day());
    Obligation.Builder row = Obligation.of(Obligation.Kind.DUTY, history.id());
    period.ifPresent(row::below);
    return row
        .period(period)
        .bearer(obligor)
        .counterparty(obligee)
        .summary(
            "%s must %s%s; it owes this to %s."
                .formatted(
                    wording.party(obligor),
                    ObligationWording.words(duty.act()),
                    period.map(name -> ", for " + name).orElse(""),
                    wording.party(obligee)))
        .dueOn(dueOn)
        .status(status)
        .setBy(revision.amendment())
        .build();
  }

  private LocalDate day() {
    return facts.effectiveOn();
  }

  private static Clause.Duty dutyOf(Revision revision) {
    return (Clause.Duty) revision.clause();
  }
}

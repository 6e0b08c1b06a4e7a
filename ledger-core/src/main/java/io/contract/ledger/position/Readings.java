package io.contract.ledger.position;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.fact.SettledReading.Parameter;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.share.CapTerms;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.Clause.Cap.Basis;
import io.contract.ledger.terms.Clause.Cap.Counts;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The readings of a clause's caps, and the caps under one of them (domain page, sections 5 and 11). */
final class Readings {

  private Readings() {}

  /**
   * Every reading of the clause. A reading has one value for each parameter that a cap leaves open and that is not settled by the
   * day. {@link Reading#STATED} alone when nothing is open.
   */
  static List<Reading> of(FactsAsOf facts, ClauseHistory clause) {
    List<Clause.Cap> caps = caps(clause);
    boolean isBasisOpen = caps.stream().anyMatch(cap -> cap.basis() == Basis.UNSTATED);
    boolean isCountsOpen =
        caps.stream().anyMatch(cap -> cap.counts() == Counts.UNSTATED && cap.countsFrom() == null);
    Reading.Settled settled =
        new Reading.Settled(
            facts.readingOf(clause.id(), Parameter.BASIS)
                .filter(any -> isBasisOpen).map(reading -> reading.fact().valueAs(Basis.class)),
            facts.readingOf(clause.id(), Parameter.COUNTS)
                .filter(any -> isCountsOpen).map(reading -> reading.fact().valueAs(Counts.class)));
    List<Reading> readings = new ArrayList<>();
    for (Optional<Basis> basis : values(
        isBasisOpen && settled.basis().isEmpty(), Basis.ACCRUED, Basis.PAID)) {
      for (Optional<Counts> count : values(
          isCountsOpen && settled.counts().isEmpty(), Counts.SINCE_INCEPTION, Counts.SINCE_EFFECTIVE)) {
        readings.add(new Reading(basis, count, settled));
      }
    }
    return readings;
  }

  private static <T> List<Optional<T>> values(boolean isOpen, T one, T other) {
    return isOpen ? List.of(Optional.of(one), Optional.of(other)) : List.of(Optional.empty());
  }

  private static List<Clause.Cap> caps(ClauseHistory clause) {
    return ruling(clause).stream().flatMap(revision -> capsOf(revision).stream()).toList();
  }

  /** The revisions in force on some day. Where there are none, the last revision, which is then the one shown. */
  private static List<Revision> ruling(ClauseHistory clause) {
    List<Revision> ruling =
        clause.revisions().stream().filter(revision -> revision.inForce().isPresent()).toList();
    return ruling.isEmpty() ? List.of(clause.revisions().getLast()) : ruling;
  }

  private static List<Clause.Cap> capsOf(Revision revision) {
    return revision.clause() instanceof Clause.RevenueShare share ? share.caps() : List.of();
  }

  /** The caps of a revision under the reading, in the order written. */
  static List<CapTerms> terms(Revision revision, Reading reading, LocalDate agreementFrom) {
    return capsOf(revision).stream().map(cap -> terms(cap, revision, reading, agreementFrom)).toList();
  }

  private static CapTerms terms(
      Clause.Cap cap, Revision revision, Reading reading, LocalDate agreementFrom) {
    Basis basis = cap.basis() == Basis.UNSTATED ? reading.basisRead().orElseThrow() : cap.basis();
    LocalDate countsFrom = cap.countsFrom();
    Counts counts =
        cap.counts() == Counts.UNSTATED
            ? reading.countsRead().orElse(Counts.UNSTATED)
            : cap.counts();
    LocalDate start =
        countsFrom != null
            ? countsFrom
            : switch (counts) {
              case SINCE_INCEPTION -> agreementFrom;
              case SINCE_EFFECTIVE -> revision.capCountsFrom();
              case UNSTATED ->
                throw new IllegalStateException("expected a reading of counts for " + cap);
            };
    return new CapTerms(cap.readAs(basis, counts), start, agreementFrom);
  }

  /** The caps of every revision that is ever in force. Reports are cut at all their windows. */
  static List<CapTerms> allTerms(ClauseHistory clause, Reading reading, LocalDate agreementFrom) {
    return ruling(clause).stream()
        .flatMap(revision -> terms(revision, reading, agreementFrom).stream())
        .distinct()
        .toList();
  }

  /**
   * The day since which the revision's cap in that place has been as it is, through revisions that left it alone. Revisions that
   * were never in force do not count.
   */
  static LocalDate setOn(
      ClauseHistory clause, Revision revision, int index, Reading reading, LocalDate agreementFrom) {
    CapTerms wanted = terms(revision, reading, agreementFrom).get(index);
    LocalDate setOn = revision.effectiveOn();
    List<Revision> ruling = ruling(clause);
    List<Revision> before = ruling.subList(0, ruling.indexOf(revision)).reversed();
    for (Revision earlier : before) {
      List<CapTerms> terms = terms(earlier, reading, agreementFrom);
      if (index >= terms.size() || !terms.get(index).equals(wanted)) {
        break;
      }
      setOn = earlier.effectiveOn();
    }
    return setOn;
  }

  /** The day whose window of the cap is shown on a day; empty for a cap whose days are still to come. */
  static Optional<LocalDate> shownDay(CapTerms terms, ClauseHistory clause, LocalDate effectiveOn) {
    LocalDate last = clause.lastDay().orElse(DateRange.OPEN_END);
    LocalDate day = DateRange.earlier(effectiveOn, last);
    return terms
        .statedDays()
        .filter(days -> !days.first().isAfter(day))
        .map(days -> DateRange.earlier(day, days.last()));
  }

}

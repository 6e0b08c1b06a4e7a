package io.contract.ledger.obligation;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.money.Fractions;
import io.contract.ledger.money.Money;
import io.contract.ledger.money.Rounding;
import io.contract.ledger.obligation.ObligationWorkings.Part;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The row of a purchase commitment: open, met or missed, with the reports of the stream for the days in force as progress (domain
 * page, sections 4 and 7). A report that reaches beyond those days counts with the part that falls on them, spread evenly.
 */
record CommitmentObligation(ClauseHistory history, FactsAsOf facts, ObligationWording wording) {

  Stream<Obligation> rows() {
    if (!history.hasBegunBy(day())) {
      return Stream.empty();
    }
    Revision revision = history.governing(day());
    Clause.PurchaseCommitment commitment = commitmentOf(revision);
    LocalDate lastDay = revision.inForce().orElseThrow().last();
    LocalDate through = revision.clause().head().through();
    BigFraction progress = progress();
    boolean isMet = progress.compareTo(commitment.amount().toFraction()) >= 0;
    boolean isOver = lastDay.isBefore(day());
    // A commitment that an amendment or a milestone has ended early can no longer be missed.
    if (isOver && !isMet && lastDay.isBefore(through == null ? DateRange.OPEN_END : through)) {
      return Stream.empty();
    }
    String status = isMet ? "met" : isOver ? "missed" : "open";
    return Stream.of(
        row(revision, progress, Optional.of(lastDay).filter(last -> !last.equals(DateRange.OPEN_END)), status));
  }

  private Obligation row(Revision revision, BigFraction progress, Optional<LocalDate> dueOn, String status) {
    Clause.PurchaseCommitment commitment = commitmentOf(revision);
    PartyId buyer = history.partyOn(revision, commitment.buyer(), day());
    PartyId seller = history.partyOn(revision, commitment.seller(), day());
    Money soFar = Rounding.DEFAULT.round(progress, facts.agreement().currency());
    return Obligation.of(Obligation.Kind.COMMITMENT, history.id())
        .bearer(buyer)
        .counterparty(seller)
        .summary(
            "%s must buy for %s from %s%s; %s is reported so far."
                .formatted(
                    wording.party(buyer),
                    ObligationWording.money(commitment.amount()),
                    wording.party(seller),
                    dueOn.map(last -> " by " + last).orElse(""),
                    ObligationWording.money(soFar)))
        .dueOn(dueOn)
        .amount(Optional.of(commitment.amount()))
        .outstanding(Optional.of(commitment.amount().minus(soFar).atLeastZero()))
        .status(status)
        .setBy(revision.amendment())
        .endingSoon(status.equals("open") && Timing.endsSoon(dueOn, day()))
        .build();
  }

  /** What the row was computed from. */
  ObligationWorkings workings() {
    return new ObligationWorkings(Optional.empty(), Optional.empty(), parts());
  }

  private BigFraction progress() {
    BigFraction progress = BigFraction.ZERO;
    for (Part part : parts()) {
      progress =
          progress.add(
              Fractions.of(part.report().amount(facts.agreement().currency()))
                  .multiply(BigFraction.of(part.days().days(), part.report().days().days())));
    }
    return progress;
  }

  /** The parts of reports on the days in force. */
  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (Revision revision : history.revisions()) {
      revision.inForce().ifPresent(
          days -> facts.reportsOf(commitmentOf(revision).stream())
              .forEach(
                  report -> report.days().intersection(days).ifPresent(both -> parts.add(new Part(report, both)))));
    }
    return parts;
  }

  private LocalDate day() {
    return facts.effectiveOn();
  }

  private static Clause.PurchaseCommitment commitmentOf(Revision revision) {
    return (Clause.PurchaseCommitment) revision.clause();
  }
}

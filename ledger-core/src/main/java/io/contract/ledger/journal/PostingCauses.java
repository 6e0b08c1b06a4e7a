package io.contract.ledger.journal;

import io.contract.ledger.fact.BroughtForward;
import io.contract.ledger.fact.Waiver;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.Known;
import io.contract.ledger.fact.known.KnownPayment;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.MilestoneId;
import io.contract.ledger.share.CappedLine;
import io.contract.ledger.share.FixedSum;
import io.contract.ledger.share.Line;
import io.contract.ledger.share.Origin;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The events that are the causes of what is booked. */
final class PostingCauses {

  private final FactsAsOf facts;
  private final ShareBook share;
  private final PostingDays days;
  private final boolean isOfFixedSums;
  private final Map<Long, KnownPayment> payments = new HashMap<>();
  private final Map<Long, Known<BroughtForward>> balances = new HashMap<>();
  private final Map<Long, Known<Waiver>> waivers = new HashMap<>();

  PostingCauses(FactsAsOf facts, ShareBook share, PostingDays days) {
    ClauseId clause = share.clause();
    this.facts = facts;
    this.share = share;
    this.days = days;
    this.isOfFixedSums = facts.terms().clause(clause).filter(ClauseHistory::isOfFixedSums).isPresent();
    facts.known().payments().on(clause).forEach(payment -> payments.put(payment.payment().sequence(), payment));
    facts.broughtForwardOf(clause).forEach(balance -> balances.put(balance.sequence(), balance));
    facts.waiversOf(clause).forEach(waiver -> waivers.put(waiver.sequence(), waiver));
  }

  /** What is booked. */
  ShareBook share() {
    return share;
  }

  /** Whether what accrues are fixed sums. */
  boolean isOfFixedSums() {
    return isOfFixedSums;
  }

  PostingDays days() {
    return days;
  }

  /** The payment that the event recorded; empty when it recorded a balance brought forward. */
  Optional<KnownPayment> payment(long sequence) {
    return Optional.ofNullable(payments.get(sequence));
  }

  /** The balance that the event recorded. */
  Known<BroughtForward> balance(long sequence) {
    Known<BroughtForward> found = balances.get(sequence);
    if (found == null) {
      throw new IllegalStateException("expected event " + sequence + " to have brought a balance forward");
    }
    return found;
  }

  /** The waiver that the event recorded. */
  Known<Waiver> waiver(long sequence) {
    Known<Waiver> found = waivers.get(sequence);
    if (found == null) {
      throw new IllegalStateException("expected event " + sequence + " to be a waiver");
    }
    return found;
  }

  /** The causes of a line: the reports or restatements that set its amounts, else the event that set the terms. */
  Set<Long> of(CappedLine line) {
    Set<Long> events = new TreeSet<>();
    switch (line.origin()) {
      case Origin.Revenue revenue -> revenue.line().pieces().stream().map(Line.Piece::setBy).forEach(events::add);
      case Origin.Shortfall shortfall -> events.add(amendment(shortfall.guarantee().revision()));
      case Origin.Fixed fixed -> of(fixed.sum()).forEach(events::add);
      case Origin.Carried _ -> events.add(termsOn(line.days().last()));
      case Origin.Balance balance -> events.add(balance.balance().sequence());
    }
    return events;
  }

  /** The event that set the terms, and that which attested the milestone. */
  private Stream<Long> of(FixedSum sum) {
    MilestoneId milestone = sum.payment().onMilestone();
    return Stream.concat(
        Stream.of(amendment(sum.revision())),
        milestone == null ? Stream.of() : facts.known().milestone(milestone).stream().map(Known::sequence));
  }

  private long termsOn(LocalDate day) {
    return facts.terms().clause(share.clause()).flatMap(history -> history.inForceOn(day)).map(this::amendment)
        .orElse(0L);
  }

  /** The event that made the revision; 0 is the agreement. */
  private long amendment(Revision revision) {
    return facts.known().amendment(revision.amendment()).map(Known::sequence).orElse(0L);
  }
}

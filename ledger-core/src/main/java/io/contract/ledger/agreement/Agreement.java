package io.contract.ledger.agreement;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.terms.ExecutedAgreement;
import io.contract.ledger.terms.TermsTimeline;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The state of one agreement: what its events make known. The decision on a fact is made on it. Immutable.
 *
 * @param facts everything recorded so far
 */
public record Agreement(KnownFacts facts) {

  /** An agreement without events yet. */
  public static final Agreement NONE = new Agreement(KnownFacts.NONE);

  /**
   * The state after one more event.
   *
   * @throws IllegalStateException when the event cannot follow
   */
  public Agreement evolve(Recorded event) {
    return new Agreement(facts.plus(event));
  }

  /** Whether the agreement has been recorded. */
  public boolean exists() {
    return !facts.events().isEmpty();
  }

  /**
   * The agreement as executed.
   *
   * @throws IllegalStateException before it is recorded
   */
  public ExecutedAgreement executed() {
    return facts.agreement().orElseThrow(() -> new IllegalStateException("nothing is recorded yet"));
  }

  /** The terms with every recorded amendment, whatever its effective date, and every milestone. */
  public TermsTimeline terms() {
    return FactsAsOf.of(facts, DateRange.OPEN_END).terms();
  }

  /** The sequence of the next event. */
  public long nextSequence() {
    return facts.events().size();
  }

  /** The recorded time of the last event; empty before the first. */
  public Optional<Instant> lastRecordedAt() {
    return exists()
        ? Optional.of(facts.events().getLast().recordedAt())
        : Optional.empty();
  }

  /**
   * The recorded time of an event that is recorded now. It is the clock's time in microseconds, or one microsecond after the last
   * event if the clock is not past it (domain page, section 3: recorded times strictly increase).
   */
  public Instant nextRecordedAt(Instant clock) {
    Instant now = clock.truncatedTo(ChronoUnit.MICROS);
    return lastRecordedAt()
        .filter(last -> !now.isAfter(last))
        .map(last -> last.plus(1, ChronoUnit.MICROS))
        .orElse(now);
  }

  /** The facts known at the instant: those of the events recorded at or before it. */
  public KnownFacts knownAt(Instant knownAt) {
    if (lastRecordedAt().filter(last -> last.isAfter(knownAt)).isEmpty()) {
      return facts;
    }
    long known = Recorded.countKnownAt(knownAt, facts.events().size(),
        sequence -> facts.events().get(Math.toIntExact(sequence)));
    return facts.through(Math.toIntExact(known));
  }

  /** The event of the same kind that has the fact's id or number and is not withdrawn; empty when there is none. */
  Optional<Recorded> sameName(Fact fact) {
    return facts.sameName(fact).flatMap(this::event);
  }

  /** The event of that sequence; empty when there is none. */
  public Optional<Recorded> event(long sequence) {
    return sequence >= 0 && sequence < facts.events().size()
        ? Optional.of(facts.events().get(Math.toIntExact(sequence)))
        : Optional.empty();
  }
}

package io.contract.ledger.agreement;

import io.contract.ledger.budget.Budget;
import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.fact.AmendmentExecution;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.Withdrawal;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.id.Id;
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

  /**
   * The event that a withdrawal names: the one that stands under the name, or else the last that was withdrawn; empty when there was
   * none.
   */
  Optional<Recorded> named(Withdrawal.Name name) {
    if (name.isSequence()) {
      return event(Long.parseLong(name.text()));
    }
    Optional<Recorded> last = Optional.empty();
    for (long sequence = nextSequence() - 1; sequence >= 0; sequence--) {
      Budget.step();
      Recorded event = event(sequence).orElseThrow();
      if (isNamed(event, name)) {
        if (facts.withdrawnBy(sequence).isEmpty()) {
          return Optional.of(event);
        }
        last = last.or(() -> Optional.of(event));
      }
    }
    return last;
  }

  private static boolean isNamed(Recorded event, Withdrawal.Name name) {
    return event.kind().key().equals(name.key())
        && (event.fact() instanceof AmendmentExecution(var amendment, _)
            ? name.text().equals(Integer.toString(amendment.number()))
            : event.fact().id() instanceof Id id && name.text().equals(id.text()));
  }
}

package io.contract.ledger.position;

import io.contract.ledger.calendar.Period;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.money.Money;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.payment.Settlement;
import io.contract.ledger.payment.Touched;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.ClauseHistory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The claims of one book of a revenue share, followed from question to question. Each question costs what has changed since the one before,
 * however many claims there are (ADR 0026). Not thread-safe.
 *
 * <p>Example: of 1,200 months, the journal asks on the last day of each. One month has changed each time.
 */
public final class FollowedClaims {

  private final ClauseId clause;
  private final Book book;
  private final Map<Reading, RunningReading> byReading;
  private Told told = Told.NOTHING;

  /** Follows the claims of the book, of which nothing has been asked yet. */
  public FollowedClaims(ClauseId clause, Book book) {
    this.clause = clause;
    this.book = book;
    this.byReading = new HashMap<>();
  }

  private FollowedClaims(FollowedClaims other, Book book) {
    this.clause = other.clause;
    this.book = book;
    this.byReading = other.byReading;
  }

  /** Follows the claims of another book of the clause, with the work that was done for this one. */
  public FollowedClaims of(Book other) {
    return new FollowedClaims(this, other);
  }

  /**
   * What was asked last.
   *
   * @param asked the question; empty before the first
   */
  private record Told(Optional<ClausePosition> asked, boolean hasBroughtForward, Optional<Settlement> settlement) {

    static final Told NOTHING = new Told(Optional.empty(), false, Optional.empty());

    boolean has(Book book, Optional<Period> period) {
      return period
          .map(named -> asked.filter(one -> one.hasBegun(book, named)).isPresent())
          .orElse(hasBroughtForward);
    }

    void addAll(Book book, NavigableSet<Optional<Period>> all) {
      if (hasBroughtForward) {
        all.add(Optional.empty());
      }
      asked.ifPresent(one -> one.periodsOf(book).forEach(period -> all.add(Optional.of(period))));
    }
  }

  /**
   * The claims that may stand otherwise than at the question before; at the first, all to which anything has happened. Empty, with
   * nothing told, where there is no position or an undisclosed rate judges a line.
   *
   * @param choice chooses one of the readings of that day
   * @param isAll whether all claims are told, changed or not
   */
  public Optional<ClaimChanges> next(FactsAsOf facts, Function<List<Reading>, Reading> choice, boolean isAll) {
    return facts.terms().clause(clause)
        .filter(history -> history.payableOn(facts.effectiveOn()).isPresent())
        .flatMap(history -> next(facts, history, choice.apply(Readings.of(facts, history)), isAll));
  }

  private Optional<ClaimChanges> next(FactsAsOf facts, ClauseHistory history, Reading reading, boolean isAll) {
    RunningReading running =
        byReading.computeIfAbsent(reading, any -> new RunningReading(facts, history, reading, false));
    if (!running.goTo(facts, history)) {
      return Optional.empty();
    }
    ReadingFold fold = running.fold();
    Settlement settlement = fold.settlement();
    Settlement stood = told.settlement().orElseGet(() -> new Settlement(facts.agreement().currency()));
    Told now = new Told(Optional.of(running.asked()), fold.hasBroughtForward(book), Optional.of(settlement));
    Touched touched = settlement.touchedSince(stood, book);
    NavigableSet<Optional<Period>> periods = new TreeSet<>(RunningRows.ORDER);
    touched.claims().forEach(claim -> periods.add(claim.period()));
    if (isAll) {
      told.addAll(book, periods);
      now.addAll(book, periods);
    }
    List<ClaimChanges.Change> changes = new ArrayList<>();
    Told before = told;
    periods.stream().filter(period -> before.has(book, period))
        .forEach(period -> changes.add(change(running, period, now.has(book, period))));
    periods.stream().filter(period -> !before.has(book, period) && now.has(book, period))
        .forEach(period -> changes.add(change(running, period, true)));
    told = now;
    return Optional.of(new ClaimChanges(changes, unapplied(settlement, touched, facts)));
  }

  private ClaimChanges.Change change(RunningReading running, Optional<Period> period, boolean isThere) {
    Claim claim = period.map(of -> running.claimOf(book, of)).orElseGet(() -> Claim.broughtForward(book));
    return new ClaimChanges.Change(
        claim.name(), isThere ? Optional.of(running.asked().standing(running.fold(), claim)) : Optional.empty());
  }

  private Map<Long, Money> unapplied(Settlement settlement, Touched touched, FactsAsOf facts) {
    Money none = Money.zero(facts.agreement().currency());
    Map<Long, Money> unapplied = new HashMap<>();
    touched.payments().forEach(
        payment -> unapplied.put(payment.sequence(), settlement.unapplied(book).getOrDefault(payment, none)));
    return unapplied;
  }
}

package io.contract.ledger.position;

import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.ClauseHistory;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Computes positions (domain page, section 5). Pure, from the facts alone. Every reading of an open clause is computed, and a
 * figure has a value only where all agree.
 */
public final class PositionCalculator {

  private PositionCalculator() {}

  /**
   * The positions of every clause under which money accrues, in the order of the clauses: one for each book that is in force or has anything in it,
   * that in force first, then in the order in which they were first named.
   */
  public static List<Position> positions(FactsAsOf facts) {
    return KeptPositions.of(facts).positions(facts);
  }

  /** The positions of that clause; none when there is no such clause, or its amendment is not effective yet. */
  public static List<Position> positions(FactsAsOf facts, ClauseId clause) {
    return KeptPositions.of(facts).positions(facts, clause);
  }

  /**
   * The position of that book of the clause, whether or not anything is in it; empty when there is no such clause, or its
   * amendment is not effective yet.
   */
  public static Optional<Position> position(FactsAsOf facts, ClauseId clause, Book book) {
    return KeptPositions.of(facts).position(facts, clause, book);
  }

  /**
   * The books of the clause's positions, in their order, without the work on their rows; none where the clause has no position.
   */
  public static List<Book> books(FactsAsOf facts, ClauseId clause) {
    return KeptPositions.of(facts).books(facts, clause);
  }

  /**
   * The positions of the clause's books under each reading. There is one reading where nothing is open, and no book where the clause
   * has no position.
   */
  public static SequencedMap<Book, List<ReadPosition>> reads(FactsAsOf facts, ClauseId clause) {
    return KeptPositions.of(facts).reads(facts, clause);
  }

  /**
   * The workings of the book's position under each reading. There is one reading where nothing is open. Empty where there is no
   * position, and where an undisclosed rate judges a line.
   */
  public static List<Workings> workings(FactsAsOf facts, ClauseId clause, Book book) {
    return payable(facts, clause)
        .map(
            history -> Readings.of(facts, history).stream()
                .flatMap(reading -> new RunningReading(facts, history, reading, true)
                    .workings(facts, history, book).stream())
                .toList())
        .orElse(List.of());
  }

  /** The workings of the book's position under each reading where an undisclosed rate judges a line; empty where none does. */
  public static List<UndisclosedWorkings> undisclosed(FactsAsOf facts, ClauseId clause, Book book) {
    return payable(facts, clause)
        .map(
            history -> Readings.of(facts, history).stream()
                .map(reading -> new ClausePosition(facts, history, reading, new FixedRates(facts.known().fixings())))
                .flatMap(asked -> UndisclosedPosition.of(asked).stream())
                .map(undisclosed -> undisclosed.workings(book))
                .toList())
        .orElse(List.of());
  }

  /**
   * The readings of the clause on the day: {@link Reading#STATED} alone where nothing is open; empty when no money accrues
   * under it.
   */
  public static List<Reading> readings(FactsAsOf facts, ClauseId clause) {
    return payable(facts, clause)
        .map(history -> Readings.of(facts, history))
        .orElse(List.of());
  }

  private static Optional<ClauseHistory> payable(FactsAsOf facts, ClauseId clause) {
    return facts.terms().clause(clause)
        .filter(history -> history.payableOn(facts.effectiveOn()).isPresent());
  }
}

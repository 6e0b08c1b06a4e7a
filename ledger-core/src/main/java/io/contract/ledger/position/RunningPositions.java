package io.contract.ledger.position;

import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;

/**
 * The positions of an agreement, kept while more becomes known and days pass. The answers are those of {@link PositionCalculator},
 * at the cost of what has changed since the last question (ADR 0016). {@code RunningPositionsTest} compares the two. Not
 * thread-safe.
 *
 * <p>Example: asked for after each of 100,000 payments, positions settle one payment each time and not all earlier ones again.
 */
public final class RunningPositions {

  private final Map<ClauseId, Map<Reading, RunningReading>> byClause = new HashMap<>();
  private final Map<ClauseId, Map<Book, CombinedReadings>> combined = new HashMap<>();

  /** As {@link PositionCalculator#positions(FactsAsOf)}. */
  public List<Position> positions(FactsAsOf facts) {
    return facts.terms().clauses().stream().flatMap(clause -> positions(facts, clause).stream()).toList();
  }

  /**
   * The workings of the book under one reading, as {@link PositionCalculator#workings}.
   *
   * @param choice chooses one of the readings of that day
   */
  public Optional<Workings> workings(
      FactsAsOf facts, ClauseId clause, Book book, Function<List<Reading>, Reading> choice) {
    return facts.terms().clause(clause)
        .filter(history -> history.payableOn(facts.effectiveOn()).isPresent())
        .flatMap(history -> running(facts, history, choice).workings(facts, history, book));
  }

  /**
   * The books of the clause under one reading, as {@link PositionCalculator#books}; none where the clause has no position.
   *
   * @param choice chooses one of the readings of that day
   */
  public List<Book> books(FactsAsOf facts, ClauseId clause, Function<List<Reading>, Reading> choice) {
    return facts.terms().clause(clause)
        .filter(history -> history.payableOn(facts.effectiveOn()).isPresent())
        .map(history -> running(facts, history, choice).booksAt(facts, history))
        .orElse(List.of());
  }

  /** As {@link PositionCalculator#books}. */
  public List<Book> books(FactsAsOf facts, ClauseId clause) {
    return facts.terms().clause(clause)
        .filter(history -> history.payableOn(facts.effectiveOn()).isPresent())
        .map(
            history -> running(facts, history).stream()
                .flatMap(running -> running.booksAt(facts, history).stream()).distinct().toList())
        .orElse(List.of());
  }

  private RunningReading running(
      FactsAsOf facts, ClauseHistory clause, Function<List<Reading>, Reading> choice) {
    Reading reading = choice.apply(Readings.of(facts, clause));
    return byClause.computeIfAbsent(clause.id(), any -> new HashMap<>())
        .computeIfAbsent(reading, any -> new RunningReading(facts, clause, reading, false));
  }

  private List<Position> positions(FactsAsOf facts, ClauseHistory clause) {
    Clause.Payable terms = clause.payableOn(facts.effectiveOn()).orElse(null);
    if (terms == null) {
      return List.of();
    }
    Map<Book, CombinedReadings> ofClause = combined.computeIfAbsent(clause.id(), any -> new HashMap<>());
    SequencedMap<Book, List<ReadPosition>> reads = reads(facts, clause, Set.of());
    ofClause.keySet().retainAll(reads.keySet());
    List<Position> positions = new ArrayList<>();
    reads.forEach(
        (book, ofBook) -> positions.add(
            ofClause.computeIfAbsent(book, any -> new CombinedReadings()).of(clause.nameOf(book, facts.effectiveOn()),
                terms, ofBook)));
    return positions;
  }

  /** As {@link PositionCalculator#positions(FactsAsOf, ClauseId)}. */
  public List<Position> positions(FactsAsOf facts, ClauseId clause) {
    return facts.terms().clause(clause).map(history -> positions(facts, history)).orElse(List.of());
  }

  /** As {@link PositionCalculator#position}. */
  public Optional<Position> position(FactsAsOf facts, ClauseId clause, Book book) {
    return facts.terms().clause(clause)
        .flatMap(
            history -> history.payableOn(facts.effectiveOn())
                .map(
                    terms -> new CombinedReadings().of(
                        history.nameOf(book, facts.effectiveOn()), terms,
                        Objects.requireNonNull(reads(facts, history, Set.of(book)).get(book)))));
  }

  /**
   * The caps of the clause under each reading, as {@link #reads} has them, without the work on periods. Empty where the clause has
   * no position.
   */
  public List<List<CapPosition>> caps(FactsAsOf facts, ClauseId clause) {
    return facts.terms().clause(clause)
        .filter(history -> history.payableOn(facts.effectiveOn()).isPresent())
        .map(
            history -> running(facts, history).stream().map(running -> running.capsAt(facts, history)).toList())
        .orElse(List.of());
  }

  /** As {@link PositionCalculator#reads}. */
  public SequencedMap<Book, List<ReadPosition>> reads(FactsAsOf facts, ClauseId clause) {
    return reads(facts, clause, Set.of());
  }

  /**
   * As {@link PositionCalculator#reads}.
   *
   * @param also books that are among them even if nothing is in them
   */
  public SequencedMap<Book, List<ReadPosition>> reads(FactsAsOf facts, ClauseId clause, Set<Book> also) {
    return facts.terms().clause(clause)
        .filter(history -> history.payableOn(facts.effectiveOn()).isPresent())
        .map(history -> reads(facts, history, also))
        .orElseGet(LinkedHashMap::new);
  }

  private SequencedMap<Book, List<ReadPosition>> reads(FactsAsOf facts, ClauseHistory clause, Set<Book> also) {
    List<RunningReading> running = running(facts, clause);
    List<SequencedMap<Book, ReadPosition>> each = running.stream().map(one -> one.at(facts, clause, also)).toList();
    Set<Book> books = new LinkedHashSet<>();
    each.forEach(positions -> books.addAll(positions.keySet()));
    SequencedMap<Book, List<ReadPosition>> reads = new LinkedHashMap<>();
    books.forEach(book -> reads.put(book, new ArrayList<>()));
    for (int i = 0; i < running.size(); i++) {
      Map<Book, ReadPosition> positions =
          each.get(i).size() == books.size() ? each.get(i) : running.get(i).at(facts, clause, books);
      reads.forEach((book, ofBook) -> ofBook.add(Objects.requireNonNull(positions.get(book))));
    }
    return reads;
  }

  private List<RunningReading> running(FactsAsOf facts, ClauseHistory clause) {
    Map<Reading, RunningReading> running = byClause.computeIfAbsent(clause.id(), any -> new HashMap<>());
    List<Reading> readings = Readings.of(facts, clause);
    running.keySet().retainAll(readings);
    return readings.stream()
        .map(reading -> running.computeIfAbsent(reading, any -> new RunningReading(facts, clause, reading, false)))
        .toList();
  }
}

package io.contract.ledger.statement;

import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.money.Money;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.PeriodRow;
import io.contract.ledger.position.ReadPosition;
import io.contract.ledger.position.Reading;
import io.contract.ledger.terms.Book;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The figures of the periods of one book of a clause at a point on the axes of time. Thread-safe. */
final class PeriodFigures {

  private final FactsAsOf facts;
  private final Book book;
  private final List<ReadPosition> reads;
  private final List<Reading> readings;
  private volatile @Nullable List<Map<String, PeriodRow>> rows;

  /**
   * @param all the positions of the clause's books under each reading; none where there was no such clause, or nothing was in the book,
   *     and all its figures are zero
   */
  PeriodFigures(FactsAsOf facts, Book book, SequencedMap<Book, List<ReadPosition>> all) {
    this.facts = facts;
    this.book = book;
    this.reads = all.getOrDefault(book, List.of());
    this.readings =
        all.isEmpty()
            ? List.of(Reading.STATED)
            : all.firstEntry().getValue().stream().map(ReadPosition::reading).toList();
  }

  Book book() {
    return book;
  }

  FactsAsOf facts() {
    return facts;
  }

  /** The number of rows of periods, over all readings. */
  int size() {
    return reads.stream().mapToInt(read -> read.periods().size()).sum();
  }

  /** The readings of the clause. */
  List<Reading> readings() {
    return readings;
  }

  Optional<Money> accrued(Reading reading, String period) {
    return figure(Figure.ACCRUED, reading, period);
  }

  /**
   * A figure of the period; zero where there was no such period. The reading may match several readings of this point, because a
   * parameter that is open in one and settled in the other does not distinguish them. The figure is then what they agree on.
   */
  Optional<Money> figure(Figure figure, Reading reading, String period) {
    if (reads.isEmpty()) {
      return Optional.of(zero());
    }
    List<Optional<Money>> values = new ArrayList<>();
    for (int i = 0; i < reads.size(); i++) {
      if (isSame(reads.get(i).reading(), reading)) {
        PeriodRow row = rows().get(i).get(period);
        values.add(row == null ? Optional.of(zero()) : row.figures().get(figure));
      }
    }
    return !values.isEmpty() && values.stream().allMatch(values.getFirst()::equals)
        ? values.getFirst()
        : Optional.empty();
  }

  /** The period's row under the first reading. All but its amounts is the same under each. */
  Optional<PeriodRow> row(String period) {
    return reads.isEmpty() ? Optional.empty() : Optional.ofNullable(rows().getFirst().get(period));
  }

  /** The rows by period, for each reading; built when first asked for. */
  private List<Map<String, PeriodRow>> rows() {
    List<Map<String, PeriodRow>> known = rows;
    if (known == null) {
      known = reads.stream().map(PeriodFigures::byPeriod).toList();
      rows = known;
    }
    return known;
  }

  private static Map<String, PeriodRow> byPeriod(ReadPosition read) {
    Map<String, PeriodRow> byPeriod = HashMap.newHashMap(read.periods().size());
    read.periods().forEach(row -> byPeriod.putIfAbsent(row.period(), row));
    return byPeriod;
  }

  /** Whether the two agree in every parameter that both leave open. */
  static boolean isSame(Reading one, Reading other) {
    return isSame(one.basis(), other.basis()) && isSame(one.counts(), other.counts());
  }

  private static <T> boolean isSame(Optional<T> one, Optional<T> other) {
    return one.isEmpty() || other.isEmpty() || Objects.equals(one, other);
  }

  Money zero() {
    return Money.zero(facts.agreement().currency());
  }
}

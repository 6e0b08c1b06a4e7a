package io.contract.ledger.statement;

import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.money.Money;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.PeriodRow;
import io.contract.ledger.position.ReadPosition;
import io.contract.ledger.position.Reading;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How the periods of a clause stood at a point on the axes of time.
 *
 * @param reads under each reading; none where there was no such clause, whose periods came to nothing
 */
record Level(FactsAsOf facts, List<ReadPosition> reads) {

  /** The ways in which the clause could be read. */
  List<Reading> readings() {
    return reads.isEmpty() ? List.of(Reading.STATED) : reads.stream().map(ReadPosition::reading).toList();
  }

  Optional<Money> accrued(Reading reading, String period) {
    return figure(Figure.ACCRUED, reading, period);
  }

  /**
   * A figure of the period; zero where there was no such period. What is open in one of two readings and settled in the other does not
   * tell them apart: where several readings of this point are meant, the figure is what they agree on.
   */
  Optional<Money> figure(Figure figure, Reading reading, String period) {
    List<Optional<Money>> values =
        reads.stream()
            .filter(read -> isSame(read.reading(), reading))
            .map(read -> row(read, period).map(row -> row.figures().get(figure)).orElseGet(() -> Optional.of(zero())))
            .distinct()
            .toList();
    return switch (values.size()) {
      case 0 -> reads.isEmpty() ? Optional.of(zero()) : Optional.empty();
      case 1 -> values.getFirst();
      default -> Optional.empty();
    };
  }

  /** The period's row under the first reading: what is no amount is the same under each. */
  Optional<PeriodRow> row(String period) {
    return reads.stream().findFirst().flatMap(read -> row(read, period));
  }

  private static Optional<PeriodRow> row(ReadPosition read, String period) {
    return read.periods().stream().filter(row -> row.period().equals(period)).findFirst();
  }

  /** Whether nothing that both leave open is read otherwise. */
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

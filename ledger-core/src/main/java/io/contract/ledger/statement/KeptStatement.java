package io.contract.ledger.statement;

import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.StatementIssue;
import io.contract.ledger.fact.known.IssuedStatement;
import io.contract.ledger.money.Money;
import io.contract.ledger.position.Reading;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The results kept for one statement: how its clause stood when it was issued, what it states, and what it states of a period as
 * the clause is read later. All of it is a function of the events before the statement, and never changes. Thread-safe: at worst
 * two threads compute the same result.
 */
final class KeptStatement {

  private final Recorded before;
  private final StatementIssue issue;
  private final PeriodFigures figures;
  private final Map<Line, Optional<Money>> amounts = new ConcurrentHashMap<>();
  private volatile @Nullable Statement statement;

  /** A period under a reading. */
  private record Line(String period, Reading reading) {}

  KeptStatement(IssuedStatement of, PeriodFigures figures) {
    this.before = eventBefore(of);
    this.issue = of.issue().fact();
    this.figures = figures;
  }

  /** Whether it is that statement, after the same events. Histories with an event in common have all events before it in common. */
  @SuppressWarnings("ReferenceEquality")
  boolean isOf(IssuedStatement other) {
    return before == eventBefore(other) && issue.equals(other.issue().fact());
  }

  private static Recorded eventBefore(IssuedStatement statement) {
    return statement.knownThen().events().getLast();
  }

  /** How the clause stood when it was issued. */
  PeriodFigures figures() {
    return figures;
  }

  /** The statement in full; computed the first time. */
  Statement statement(Supplier<Statement> first) {
    Statement known = statement;
    if (known == null) {
      known = first.get();
      statement = known;
    }
    return known;
  }

  /** The amount that it states of the period under the reading; computed the first time. */
  Optional<Money> amount(String period, Reading reading, Supplier<Optional<Money>> first) {
    Line line = new Line(period, reading);
    // Not computeIfAbsent, because the amount may depend on earlier statements that are kept too.
    Optional<Money> known = amounts.get(line);
    if (known == null) {
      known = first.get();
      amounts.put(line, known);
    }
    return known;
  }

  /** The approximate number of rows kept. */
  int size() {
    return 1 + figures.size();
  }
}

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
 * What was worked out for one statement: how its clause stood then, what it says, and what it says of a period as the clause is read
 * later. All of it is a function of the events before it, so that it never changes. Safe between threads: at worst one works out what
 * another had.
 */
final class KeptStatement {

  private final Recorded before;
  private final StatementIssue issue;
  private final PeriodFigures figures;
  private final Map<Line, Optional<Money>> amounts = new ConcurrentHashMap<>();
  private volatile @Nullable Statement statement;

  /** A period as it is read. */
  private record Line(String period, Reading reading) {}

  KeptStatement(IssuedStatement of, PeriodFigures figures) {
    this.before = eventBefore(of);
    this.issue = of.issue().fact();
    this.figures = figures;
  }

  /** Whether it is that statement, after the same events: of two histories with an event in common all before it is in common. */
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

  /** What it says in full; worked out the first time. */
  Statement statement(Supplier<Statement> first) {
    Statement known = statement;
    if (known == null) {
      known = first.get();
      statement = known;
    }
    return known;
  }

  /** What it says of the period under that reading; worked out the first time. */
  Optional<Money> amount(String period, Reading reading, Supplier<Optional<Money>> first) {
    Line line = new Line(period, reading);
    // Not computeIfAbsent: what it says may take what statements before it say.
    Optional<Money> known = amounts.get(line);
    if (known == null) {
      known = first.get();
      amounts.put(line, known);
    }
    return known;
  }

  /** About how much there is to remember. */
  int size() {
    return 1 + figures.size();
  }
}

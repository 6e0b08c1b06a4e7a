package io.contract.ledger.statement;

import io.contract.ledger.calendar.Period;
import io.contract.ledger.calendar.PeriodScheme;
import io.contract.ledger.fact.FactsAsOf;
import io.contract.ledger.fact.IssuedStatement;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.money.Money;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.position.Reading;
import io.contract.ledger.position.RunningPositions;
import io.contract.ledger.position.Workings;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Works out what the statements of one agreement say, and what has changed since (domain page, section 5, statements). What a statement
 * says depends on its event and those before it alone, and is remembered from one question to the next. Not for several threads at once.
 *
 * <p>A statement counts those that were recorded before it and issued by its day. Of every period that one of them stated it says what
 * has changed: what it has accrued by now less what they have stated and adjusted. So after it they come, together, to what it saw; see
 * {@link #said}.
 */
public final class StatementCalculator {

  private final RunningPositions positions = new RunningPositions();
  private final Map<Long, Level> levels = new HashMap<>();
  private final Map<Line, Optional<Money>> amounts = new HashMap<>();

  /** What the statement of that event says of a period. */
  private record Line(long statement, String period, Reading reading) {}

  /** What has been stated of a period and what it comes to now. */
  private record Comparison(Optional<Money> stated, Optional<Money> now) {

    Optional<Money> amount() {
      return now.flatMap(accrued -> stated.map(accrued::minus));
    }
  }

  /** What has changed of a period, under each reading in the order of the level's. */
  private record Changed(String period, List<Comparison> readings, List<Recorded> causes) {

    Adjustment under(int reading) {
      Comparison one = readings.get(reading);
      return new Adjustment(period, one.stated(), one.now(), one.amount(), causes);
    }

    Adjustment agreed() {
      return new Adjustment(
          period, agreed(Comparison::stated), agreed(Comparison::now), agreed(Comparison::amount), causes);
    }

    private Optional<Money> agreed(Function<Comparison, Optional<Money>> figure) {
      return StatementCalculator.agreed(readings.stream().map(figure).toList());
    }

    boolean isSomething(int reading) {
      return readings.get(reading).amount().map(amount -> !amount.isZero()).orElse(!causes.isEmpty());
    }
  }

  /** The statements of the clause issued by the day of the question, by number. */
  public List<Statement> statements(FactsAsOf facts, String clause) {
    return facts.statementsOf(clause).stream().map(this::statement).toList();
  }

  /** The statement of that number; empty where it has not been issued by the day. */
  public Optional<Statement> statement(FactsAsOf facts, String clause, int number) {
    return facts.statementsOf(clause).stream()
        .filter(issued -> issued.number() == number)
        .findFirst()
        .map(this::statement);
  }

  /** What the next statement of the clause would adjust. */
  public Pending pending(FactsAsOf facts, String clause) {
    List<IssuedStatement> counted = facts.statementsOf(clause);
    if (counted.isEmpty()) {
      return new Pending(List.of(), List.of());
    }
    Level now = new Level(facts, positions.reads(facts, clause));
    List<Changed> changed = changed(clause, now, counted);
    List<Pending.Read> readings = new ArrayList<>();
    for (int i = 0; i < now.readings().size(); i++) {
      readings.add(new Pending.Read(now.readings().get(i), under(i, changed)));
    }
    return new Pending(
        changed.stream().map(Changed::agreed).toList(), readings.size() == 1 ? List.of() : readings);
  }

  /** How the lines of the statement's period came about, under each reading; none where the rate is not disclosed. */
  public static List<Workings> workings(Statement statement) {
    return PositionCalculator.workings(statement.then(), statement.clause());
  }

  private Statement statement(IssuedStatement issued) {
    String clause = issued.issue().fact().clause();
    String name = issued.issue().fact().period();
    Level level = level(issued);
    List<IssuedStatement> counted = countedBy(issued);
    Optional<IssuedStatement> before = counted.stream().filter(one -> periodOf(one).equals(name)).findFirst();
    List<Changed> changed = changed(clause, level, counted);
    List<Statement.Read> readings = new ArrayList<>();
    for (int i = 0; i < level.readings().size(); i++) {
      Reading reading = level.readings().get(i);
      Optional<Money> accrued = before.isPresent() ? Optional.of(level.zero()) : level.accrued(reading, name);
      readings.add(new Statement.Read(reading, Said.of(accrued, under(i, changed))));
    }
    List<Said> each = readings.stream().map(Statement.Read::said).toList();
    Said said =
        new Said(
            agreed(each.stream().map(Said::accrued).toList()),
            changed.stream().map(Changed::agreed).toList(),
            agreed(each.stream().map(Said::total).toList()));
    Clause.RevenueShare share = share(level.facts(), clause, period(name));
    return new Statement(
        issued, level.facts(), period(name), share.payer(), share.payee(), level.row(name).flatMap(row -> row.dueOn()),
        before.map(IssuedStatement::number), said, readings.size() == 1 ? List.of() : readings);
  }

  private static List<Adjustment> under(int reading, List<Changed> changed) {
    return changed.stream().filter(one -> one.isSomething(reading)).map(one -> one.under(reading)).toList();
  }

  private static Clause.RevenueShare share(FactsAsOf facts, String clause, Period period) {
    ClauseHistory history = facts.terms().clause(clause).orElseThrow();
    Revision revision =
        history.lastInForceIn(period.days()).orElseGet(() -> history.governing(facts.effectiveOn()));
    return (Clause.RevenueShare) revision.clause();
  }

  /** The periods that those statements stated, where something is not as they said. */
  private List<Changed> changed(String clause, Level now, List<IssuedStatement> counted) {
    List<Changed> changed = new ArrayList<>();
    counted.stream().map(one -> period(periodOf(one))).distinct().sorted().map(Period::name).forEach(period -> {
      List<Comparison> readings =
          now.readings().stream().map(reading -> comparison(now, counted, period, reading)).toList();
      if (readings.stream().anyMatch(one -> one.amount().filter(Money::isZero).isEmpty())) {
        Changed one = new Changed(period, readings, causes(clause, now, counted, period));
        if (IntStream.range(0, readings.size()).anyMatch(one::isSomething)) {
          changed.add(one);
        }
      }
    });
    return changed;
  }

  private Comparison comparison(Level now, List<IssuedStatement> counted, String period, Reading reading) {
    return new Comparison(said(counted, period, reading), now.accrued(reading, period));
  }

  /**
   * What those statements have stated and adjusted of the period, together. The last that speaks of it brought those that it counts to
   * what it saw; only what it does not count, because it was issued on a later day though recorded before, comes on top.
   */
  private Optional<Money> said(List<IssuedStatement> counted, String period, Reading reading) {
    IssuedStatement last = lastOn(counted, period);
    Optional<Money> sum = level(last).accrued(reading, period);
    for (IssuedStatement other : besides(counted, last, period)) {
      Optional<Money> more = amount(other, period, reading);
      sum = sum.flatMap(one -> more.map(one::plus));
    }
    return sum;
  }

  static IssuedStatement lastOn(List<IssuedStatement> counted, String period) {
    return counted.reversed().stream()
        .filter(one -> speaksOf(one, period))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("expected a statement of " + period + ", found " + counted));
  }

  /** Of the counted statements those that speak of the period and that the last does not count. */
  static List<IssuedStatement> besides(
      List<IssuedStatement> counted, IssuedStatement last, String period) {
    return counted.stream()
        .filter(one -> one.number() < last.number() && isLater(one, last) && speaksOf(one, period))
        .toList();
  }

  private Optional<Money> amount(IssuedStatement statement, String period, Reading reading) {
    Line line = new Line(statement.issue().sequence(), period, reading);
    Optional<Money> known = amounts.get(line);
    if (known == null) {
      List<IssuedStatement> before = countedBy(statement);
      known =
          before.stream().anyMatch(one -> periodOf(one).equals(period))
              ? comparison(level(statement), before, period, reading).amount()
              : level(statement).accrued(reading, period);
      amounts.put(line, known);
    }
    return known;
  }

  private List<Recorded> causes(String clause, Level now, List<IssuedStatement> counted, String period) {
    IssuedStatement last = lastOn(counted, period);
    List<Recorded> causes =
        new ArrayList<>(new AdjustmentCauses(level(last), now, clause, period(period)).all());
    besides(counted, last, period)
        .forEach(other -> causes.add(now.facts().known().events().get(Math.toIntExact(other.issue().sequence()))));
    causes.sort(Comparator.comparingLong(Recorded::sequence));
    return causes;
  }

  /** A statement speaks of its own period and of every one stated before. */
  private static boolean speaksOf(IssuedStatement statement, String period) {
    return periodOf(statement).equals(period)
        || countedBy(statement).stream().anyMatch(one -> periodOf(one).equals(period));
  }

  static List<IssuedStatement> countedBy(IssuedStatement statement) {
    return statement.knownThen().statementsOf(statement.issue().fact().clause()).stream()
        .filter(one -> !isLater(one, statement))
        .toList();
  }

  private static boolean isLater(IssuedStatement one, IssuedStatement other) {
    return one.issue().fact().issuedOn().isAfter(other.issue().fact().issuedOn());
  }

  private Level level(IssuedStatement statement) {
    Level known = levels.get(statement.issue().sequence());
    if (known == null) {
      FactsAsOf then = FactsAsOf.of(statement.knownThen(), statement.issue().fact().issuedOn());
      known = new Level(then, positions.reads(then, statement.issue().fact().clause()));
      levels.put(statement.issue().sequence(), known);
    }
    return known;
  }

  static String periodOf(IssuedStatement statement) {
    return statement.issue().fact().period();
  }

  private static Period period(String name) {
    return PeriodScheme.named(name)
        .orElseThrow(() -> new IllegalArgumentException("expected the name of a period, found '" + name + "'"));
  }

  private static <T> Optional<T> agreed(List<Optional<T>> all) {
    return all.stream().distinct().count() == 1 ? all.getFirst() : Optional.empty();
  }
}

package io.contract.ledger.statement;

import io.contract.ledger.calendar.Period;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.StatementIssue;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.IssuedStatement;
import io.contract.ledger.fact.known.Known;
import io.contract.ledger.fact.known.StatedBook;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.money.Money;
import io.contract.ledger.position.DueDates;
import io.contract.ledger.position.PeriodRow;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.position.ReadPosition;
import io.contract.ledger.position.Reading;
import io.contract.ledger.position.Workings;
import io.contract.ledger.terms.Book;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Computes the statements of one agreement, and what has changed since (domain page, section 5, statements). A statement depends on
 * its event and those before it alone, and is kept with them (ADR 0028). Not thread-safe.
 *
 * <p>A statement adjusts every period that was stated before and has changed. The adjustment is what the period has accrued by now
 * less what has been stated and adjusted of it, so that all statements together come to the present figure. See {@link #said} and,
 * for a statement that is recorded late, {@link StatedPeriods}.
 */
public final class StatementCalculator {

  private final BiFunction<FactsAsOf, ClauseId, SequencedMap<Book, List<ReadPosition>>> reads;

  /** The statements asked about, so that one question does not compute twice what is too much to be kept. */
  private final Map<Long, KeptStatement> asked = new HashMap<>();
  private final IdentityHashMap<Known<StatementIssue>, StatedPeriods> coverages = new IdentityHashMap<>();

  /** Creates a calculator that computes positions by itself. */
  public StatementCalculator() {
    this(PositionCalculator::reads);
  }

  /**
   * Creates a calculator that is given positions.
   *
   * @param reads as {@link PositionCalculator#reads}
   */
  public StatementCalculator(BiFunction<FactsAsOf, ClauseId, SequencedMap<Book, List<ReadPosition>>> reads) {
    this.reads = reads;
  }

  /** The statements of the clause issued by the day of the question, by number. */
  public List<Statement> statements(FactsAsOf facts, ClauseId clause) {
    return facts.statementsOf(clause).stream().map(this::statement).toList();
  }

  /** The statement of that number; empty when it has not been issued by the day. */
  public Optional<Statement> statement(FactsAsOf facts, ClauseId clause, int number) {
    return facts.statementsOf(clause).stream()
        .filter(issued -> issued.number() == number)
        .findFirst()
        .map(this::statement);
  }

  /** The statements of the book issued by the day, by number. */
  public StatementSeries issued(FactsAsOf facts, ClauseId clause, Book book) {
    return of(book, facts, facts.statementsOf(clause));
  }

  private StatementSeries of(Book book, FactsAsOf facts, List<IssuedStatement> statements) {
    List<IssuedStatement> ofBook = statements.stream().filter(one -> becomes(one, facts).equals(book)).toList();
    boolean isOne =
        IntStream.range(1, ofBook.size())
            .allMatch(
                i -> becomes(ofBook.get(i - 1), StatedBook.then(ofBook.get(i))).equals(StatedBook.of(ofBook.get(i))));
    return new StatementSeries(ofBook, isOne);
  }

  /** What the book of the statement has become by the facts. */
  private Book becomes(IssuedStatement statement, FactsAsOf facts) {
    StatementIssue issue = statement.issue().fact();
    Book book = StatedBook.of(statement);
    return facts.terms().clause(issue.clause())
        .map(clause -> clause.bookOf(book, issue.issuedOn(), facts.effectiveOn()))
        .orElse(book);
  }

  /** The adjustments that the next statement of the book would have. */
  public PendingAdjustments pending(FactsAsOf facts, ClauseId clause, Book book) {
    StatementSeries counted = issued(facts, clause, book);
    if (counted.statements().isEmpty()) {
      return new PendingAdjustments(List.of(), List.of());
    }
    PeriodFigures now = new PeriodFigures(facts, book, reads.apply(facts, clause));
    List<Changed> changed =
        changed(clause, now, counted, counted.statements().stream().map(StatementCalculator::periodOf).distinct());
    List<PendingAdjustments.Read> readings = new ArrayList<>();
    for (int i = 0; i < now.readings().size(); i++) {
      readings.add(new PendingAdjustments.Read(now.readings().get(i), under(i, changed)));
    }
    return new PendingAdjustments(
        changed.stream().map(Changed::agreed).toList(), readings.size() == 1 ? List.of() : readings);
  }

  /** The workings behind the statement under each reading; none where the rate is not disclosed. */
  public static List<Workings> workings(Statement statement) {
    return PositionCalculator.workings(statement.then(), statement.clause(), statement.book());
  }

  private Statement statement(IssuedStatement issued) {
    return kept(issued).statement(() -> workedOut(issued));
  }

  private Statement workedOut(IssuedStatement issued) {
    ClauseId clause = issued.issue().fact().clause();
    String name = issued.issue().fact().period();
    PeriodFigures figures = figures(issued);
    Period period = period(clause, figures.facts(), name);
    StatementSeries earlier = earlier(issued);
    Optional<IssuedStatement> before =
        earlier.statements().stream().filter(one -> periodOf(one).equals(name)).findFirst();
    List<Changed> changed = changed(clause, figures, earlier, coverage(issued).adjusted().stream());
    List<Statement.Read> readings = new ArrayList<>();
    for (int i = 0; i < figures.readings().size(); i++) {
      Reading reading = figures.readings().get(i);
      Optional<Money> accrued = before.isPresent() ? Optional.of(figures.zero()) : figures.accrued(reading, name);
      readings.add(new Statement.Read(reading, StatementAmounts.of(accrued, under(i, changed))));
    }
    List<StatementAmounts> each = readings.stream().map(Statement.Read::amounts).toList();
    StatementAmounts amounts =
        new StatementAmounts(
            Changed.agreed(each.stream().map(StatementAmounts::accrued).toList()),
            changed.stream().map(Changed::agreed).toList(),
            Changed.agreed(each.stream().map(StatementAmounts::total).toList()));
    return new Statement(
        issued, figures.facts(), period, figures.book(), dueOn(issued, figures, period),
        before.map(IssuedStatement::number), amounts, readings.size() == 1 ? List.of() : readings);
  }

  /** The due date of the statement's own period, which this statement may be the first to give it. */
  private static Optional<LocalDate> dueOn(IssuedStatement issued, PeriodFigures figures, Period period) {
    return figures.row(period.name()).flatMap(PeriodRow::dueOn)
        .or(
            () -> figures.facts().terms().clause(issued.issue().fact().clause())
                .flatMap(
                    clause -> DueDates.of(figures.facts(), clause)
                        .statedOn(period, issued.issue().fact().issuedOn())));
  }

  private static List<Adjustment> under(int reading, List<Changed> changed) {
    return changed.stream().filter(one -> one.isSomething(reading)).map(one -> one.under(reading)).toList();
  }

  /** The periods that are not as the statements stated them, in order. */
  private List<Changed> changed(ClauseId clause, PeriodFigures now, StatementSeries counted,
      Stream<String> periods) {
    return periods.flatMap(period -> changed(clause, now, counted, period).stream())
        .sorted(Comparator.comparing(changed -> statedAs(clause, counted, changed.period())))
        .toList();
  }

  private Optional<Changed> changed(ClauseId clause, PeriodFigures now, StatementSeries counted, String period) {
    List<Changed.Comparison> readings =
        now.readings().stream().map(reading -> comparison(now, counted, period, reading)).toList();
    if (readings.stream().allMatch(one -> one.amount().filter(Money::isZero).isPresent())) {
      return Optional.empty();
    }
    Changed changed =
        new Changed(period, readings, causes(clause, now, counted, period), undeterminedIn(now, counted, period));
    return IntStream.range(0, readings.size()).anyMatch(changed::isSomething)
        ? Optional.of(changed)
        : Optional.empty();
  }

  private List<Integer> undeterminedIn(PeriodFigures now, StatementSeries counted, String period) {
    return now.readings().stream()
        .flatMap(
            reading -> statedSoFar(counted, period, reading).since().stream()
                .filter(one -> amount(one, period, reading).isEmpty()))
        .map(IssuedStatement::number).distinct().sorted().toList();
  }

  private Changed.Comparison comparison(PeriodFigures now, StatementSeries counted, String period,
      Reading reading) {
    return new Changed.Comparison(said(counted, period, reading, now.zero()), now.accrued(reading, period));
  }

  /** The sum that the statements have stated and adjusted of the period, as it is read now. */
  private Money said(StatementSeries counted, String period, Reading reading, Money nothing) {
    StatedSoFar stated = statedSoFar(counted, period, reading);
    Money said = nothing;
    for (IssuedStatement last : stated.last()) {
      said = said.plus(figures(last).accrued(reading, period).orElse(nothing));
    }
    for (IssuedStatement more : stated.since()) {
      said = said.plus(amount(more, period, reading).orElse(nothing));
    }
    return said;
  }

  /** The statements that determine how much of the period has been stated and adjusted, as it is read now. */
  public StatedSoFar statedSoFar(StatementSeries counted, String period, Reading reading) {
    List<IssuedStatement> since = new ArrayList<>();
    List<IssuedStatement> last =
        last(counted, one -> {
          boolean covers = coverage(one).has(period);
          boolean isLast = covers && isDetermined(one, period, reading);
          if (covers && !isLast) {
            since.addFirst(one);
          }
          return isLast;
        });
    return new StatedSoFar(last, since);
  }

  /** The last of the statements that fulfils the condition; where books became one, the last of each. Later ones are looked at first. */
  private List<IssuedStatement> last(StatementSeries counted, Predicate<IssuedStatement> condition) {
    List<IssuedStatement> last = new ArrayList<>();
    Set<Long> covered = new HashSet<>();
    for (IssuedStatement one : counted.statements().reversed()) {
      if (!covered.contains(one.issue().sequence()) && condition.test(one)) {
        last.addFirst(one);
        if (counted.isOne()) {
          return last;
        }
        earlier(one).statements().forEach(before -> covered.add(before.issue().sequence()));
      }
    }
    return last;
  }

  /** The readings of the statement that match the reading of the clause now. */
  public List<Reading> readingsAs(IssuedStatement statement, Reading reading) {
    return figures(statement).readings().stream().filter(one -> PeriodFigures.isSame(one, reading)).toList();
  }

  private boolean isDetermined(IssuedStatement statement, String period, Reading reading) {
    return readingsAs(statement, reading).size() == 1 && figures(statement).accrued(reading, period).isPresent();
  }

  /** The amount that the statement states of the period, as it is read now; empty when it could not determine the period. */
  private Optional<Money> amount(IssuedStatement statement, String period, Reading reading) {
    return kept(statement).amount(
        period, reading,
        () -> Changed.agreed(
            readingsAs(statement, reading).stream()
                .map(one -> comparison(figures(statement), earlier(statement), period, one).amount())
                .toList()));
  }

  private List<Recorded> causes(ClauseId clause, PeriodFigures now, StatementSeries counted, String period) {
    List<IssuedStatement> last = last(counted, one -> coverage(one).has(period));
    if (!last.isEmpty()) {
      return last.stream()
          .flatMap(
              one -> new AdjustmentCauses(
                  figures(one), now, clause, period(clause, figures(one).facts(), period)).all().stream())
          .distinct().sorted(Comparator.comparingLong(Recorded::sequence)).toList();
    }
    // No statement counted covers the period, because one of a later day does.
    return earlier(counted.statements().getLast()).statements().stream()
        .filter(one -> coverage(one).has(period))
        .map(one -> now.facts().known().events().get(Math.toIntExact(one.issue().sequence())))
        .toList();
  }

  /** The statements of its book that were recorded before it. It does not state again what they stated. */
  public StatementSeries earlier(IssuedStatement statement) {
    return of(
        StatedBook.of(statement), StatedBook.then(statement),
        IssuedStatement.of(statement.knownThen(), statement.issue().fact().clause()));
  }

  private StatedPeriods coverage(IssuedStatement statement) {
    return coverages.computeIfAbsent(statement.issue(),
        any -> StatedPeriods.of(statement, earlier(statement).statements()));
  }

  private PeriodFigures figures(IssuedStatement statement) {
    return kept(statement).figures();
  }

  private KeptStatement kept(IssuedStatement statement) {
    KeptStatement known = asked.get(statement.issue().sequence());
    if (known == null || !known.isOf(statement)) {
      known = KeptStatements.of(statement);
      asked.put(statement.issue().sequence(), known);
    }
    return known;
  }

  static String periodOf(IssuedStatement statement) {
    return statement.issue().fact().period();
  }

  /** The period as it was when it was stated first; the clause may be gone since, or have other periods. */
  private Period statedAs(ClauseId clause, StatementSeries counted, String name) {
    IssuedStatement first =
        counted.statements().stream().filter(one -> periodOf(one).equals(name)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("expected a statement of '" + name + "'"));
    return period(clause, figures(first).facts(), name);
  }

  private static Period period(ClauseId clause, FactsAsOf facts, String name) {
    return facts.terms().period(clause, name)
        .orElseThrow(() -> new IllegalArgumentException("expected the name of a period, found '" + name + "'"));
  }
}

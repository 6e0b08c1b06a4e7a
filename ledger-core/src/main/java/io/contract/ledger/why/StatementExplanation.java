package io.contract.ledger.why;

import io.contract.ledger.explain.Arithmetic.Plain;
import io.contract.ledger.explain.Explained;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.explain.Quantity;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.Withdrawal;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.IssuedStatement;
import io.contract.ledger.fact.known.StatedBook;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.money.Money;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.position.Reading;
import io.contract.ledger.statement.Adjustment;
import io.contract.ledger.statement.StatedSoFar;
import io.contract.ledger.statement.Statement;
import io.contract.ledger.statement.StatementCalculator;
import io.contract.ledger.statement.StatementSeries;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.BookChoice;
import io.contract.ledger.value.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Explains the amounts of statements and what is still to be adjusted (domain page, sections 5 and 8; ADR 0021). A stated amount is
 * explained by the facts that the statement was made from. An adjustment is explained by what its period has accrued by now, less
 * what was stated and adjusted.
 */
final class StatementExplanation {

  private static final String ACCRUED = "accrued";
  private static final String TOTAL = "total";
  private static final String ADJUSTMENT = "adjustment";

  /** The name of the figure that the next statement will adjust of a period. */
  static final String PENDING = "pendingAdjustment";

  private final ClauseId clause;
  private final Book book;
  private final StatementCalculator statements = new StatementCalculator();
  private final Map<Point, PositionExplanation> positions = new HashMap<>();

  /** A book at a point on the axes of time, which identifies the facts of one agreement. */
  private record Point(int events, LocalDate day, Book book) {}

  private StatementExplanation(ClauseId clause, Book book) {
    this.clause = clause;
    this.book = book;
  }

  /** The figures of a statement itself. The figures of its period, as it stood then, can be asked for too. */
  static List<String> figures() {
    return List.of(ACCRUED, TOTAL, ADJUSTMENT);
  }

  /**
   * Explains an amount of the statement of that number, or states what is wrong with the question.
   *
   * @param question the figure; for an adjustment, with its period
   */
  static Explained of(FactsAsOf facts, ClauseId clause, int number, FigureRef question) {
    Optional<Statement> found = new StatementCalculator().statement(facts, clause, number);
    if (found.isEmpty()) {
      return Explained.not(
          "statement", Code.INVALID_VALUE,
          "'" + clause + "' has no statement " + number + " by " + facts.effectiveOn() + "; it has "
              + facts.statementsOf(clause).size());
    }
    return new StatementExplanation(clause, found.get().book()).of(found.get(), question);
  }

  private Explained of(Statement statement, FigureRef question) {
    String figure = question.figure();
    String own = statement.period().name();
    if (figure.equals(ACCRUED) || figure.equals(TOTAL)) {
      return because(
          figure, statement, question,
          reading -> figure.equals(ACCRUED) ? accrued(statement, reading) : total(statement, reading));
    }
    if (!figure.equals(ADJUSTMENT)) {
      return FigureRef.ofPeriod().contains(figure)
          ? position(statement.then(), book).why(
              new FigureRef(
                  figure, Optional.of(own), Optional.empty(), question.basis(), question.counts(), BookChoice.of(book)))
          : Explained.not(
              "figure", Code.INVALID_VALUE,
              "there is no figure '" + figure + "' of a statement; there are " + String.join(", ", figures())
                  + " and of its period " + String.join(", ", FigureRef.ofPeriod()));
    }
    List<Adjustment> adjustments = statement.amounts().adjustments();
    List<String> adjusted = adjustments.stream().map(Adjustment::period).toList();
    return question.period().map(adjusted::indexOf).filter(place -> place >= 0).map(adjustments::get)
        .map(
            adjustment -> because(
                ADJUSTMENT, statement, question,
                reading -> adjusted(
                    statement.then(), statements.earlier(statement.issued()), adjustment, reading)))
        .orElseGet(
            () -> Explained.not(
                "period", Code.UNKNOWN_PERIOD,
                adjusted.isEmpty()
                    ? "statement " + statement.number() + " adjusts nothing"
                    : "say which adjustment: " + String.join(", ", adjusted)));
  }

  /** Explains what is still to be adjusted of a period, or states what is wrong with the question. */
  static Explained pending(FactsAsOf facts, ClauseId clause, FigureRef question) {
    Optional<Book> book = pendingBook(facts, clause, question);
    if (book.isEmpty()) {
      return Explained.not("period", Code.UNKNOWN_PERIOD, "nothing of '" + clause + "' is to be adjusted");
    }
    StatementExplanation explanation = new StatementExplanation(clause, book.get());
    List<Adjustment> adjustments = explanation.statements.pending(facts, clause, book.get()).adjustments();
    List<String> pending = adjustments.stream().map(Adjustment::period).toList();
    return question.period().map(pending::indexOf).filter(place -> place >= 0).map(adjustments::get)
        .map(
            adjustment -> explanation.because(
                PENDING + " of " + adjustment.period(), facts, question,
                reading -> explanation.adjusted(
                    facts, explanation.statements.issued(facts, clause, book.get()), adjustment, reading)))
        .orElseGet(
            () -> Explained.not(
                "period", Code.UNKNOWN_PERIOD,
                pending.isEmpty()
                    ? "nothing of '" + clause + "' is to be adjusted"
                    : "say of which period: " + String.join(", ", pending)));
  }

  /** The first of the books asked for of which something is to be adjusted, with the period if one is named; else the first. */
  private static Optional<Book> pendingBook(FactsAsOf facts, ClauseId clause, FigureRef question) {
    StatementCalculator calculator = new StatementCalculator();
    List<Book> accepted =
        PositionCalculator.books(facts, clause).stream().filter(question.book()::accepts).toList();
    return accepted.stream()
        .filter(
            book -> calculator.pending(facts, clause, book).adjustments().stream()
                .anyMatch(one -> question.period().filter(period -> !period.equals(one.period())).isEmpty()))
        .findFirst()
        .or(() -> accepted.stream().findFirst());
  }

  private Explained because(String figure, Statement statement, FigureRef question,
      Function<Reading, Explanation> under) {
    return because(figure + " of statement " + statement.number(), statement.then(), question, under);
  }

  private Explained because(String figure, FactsAsOf then, FigureRef question, Function<Reading, Explanation> under) {
    List<Reading> readings =
        position(then, book).readings().stream()
            .filter(reading -> question.basis().isEmpty() || question.basis().equals(reading.basis()))
            .filter(reading -> question.counts().isEmpty() || question.counts().equals(reading.counts()))
            .toList();
    if (readings.isEmpty()) {
      return Explained.not(
          question.basis().isPresent() ? "basis" : "counts", Code.PARAMETER_NOT_OPEN,
          "'" + clause + "' does not leave that open");
    }
    if (readings.size() == 1) {
      return new Explained.Because(under.apply(readings.getFirst()).named(figure));
    }
    List<Explanation> all =
        readings.stream()
            .map(reading -> under.apply(reading).named(figure + ", " + PositionExplanation.name(reading)))
            .toList();
    return new Explained.Because(PositionExplanation.agreed(figure, all));
  }

  private PositionExplanation position(FactsAsOf then, Book of) {
    return positions.computeIfAbsent(
        new Point(then.known().events().size(), then.effectiveOn(), of),
        point -> PositionExplanation.of(then, clause, of)
            .orElseThrow(() -> new IllegalStateException("expected a position of " + clause + " at " + point)));
  }

  private Explanation accrued(Statement statement, Reading reading) {
    String figure = "accrued of " + statement.period();
    Optional<Integer> before = statement.statedBefore();
    return before.isPresent()
        ? nothing(figure, "stated before, by statement " + before.get(), statement.then())
        : Explanation.by(
            figure, "as it stood on " + statement.issuedOn(), Plain.SAME,
            stood(statement.then(), book, statement.period().name(), reading));
  }

  private Explanation total(Statement statement, Reading reading) {
    List<Explanation> of = new ArrayList<>(List.of(accrued(statement, reading)));
    StatementSeries counted = statements.earlier(statement.issued());
    statement.amounts().adjustments()
        .forEach(
            adjustment -> of.add(
                adjusted(statement.then(), counted, adjustment, reading)
                    .named("adjustment of " + adjustment.period())));
    return by(TOTAL, "accrued + adjustments", Plain.SUM, of);
  }

  /** The difference, with the facts withdrawn since, which are below neither of the two amounts. */
  private Explanation adjusted(
      FactsAsOf now, StatementSeries counted, Adjustment adjustment, Reading reading) {
    List<Explanation> all = new ArrayList<>();
    all.add(difference(now, book, counted, adjustment.period(), reading));
    for (Recorded cause : adjustment.causes()) {
      if (cause.fact() instanceof Withdrawal withdrawal) {
        all.add(
            new Explanation.Event(
                "withdrawn event, because " + withdrawal.reason(), Quantity.of(withdrawal.sequence()),
                cause.sequence()));
      }
    }
    return all.size() == 1
        ? all.getFirst()
        : by("change of " + adjustment.period(), "something was withdrawn", Plain.FIRST, all);
  }

  /**
   * What the period has accrued by now, less what the statements have stated and adjusted of it.
   *
   * @param of what the book is by now
   */
  private Explanation difference(
      FactsAsOf now, Book of, StatementSeries counted, String period, Reading reading) {
    StatedSoFar soFar = statements.statedSoFar(counted, period, reading);
    List<Explanation> parts = new ArrayList<>();
    soFar.last().forEach(
        last -> parts.add(
            stood(StatedBook.then(last), StatedBook.of(last), period, reading)
                .named("accrued of " + period + " as statement " + last.number() + " saw it")));
    for (IssuedStatement more : soFar.since()) {
      parts.add(amount(more, period, reading));
    }
    Explanation stated =
        parts.isEmpty()
            ? nothing("stated and adjusted of " + period, "not stated", now)
            : by("stated and adjusted of " + period, "Σ statements", Plain.SUM, parts);
    return by(
        "change of " + period, "now − stated and adjusted", Plain.DIFFERENCE,
        List.of(stood(now, of, period, reading), stated));
  }

  /** The amount that the statement states of the period, as it is read now; zero when it could not determine the period. */
  private Explanation amount(IssuedStatement statement, String period, Reading reading) {
    String figure = "said of " + period + " by statement " + statement.number();
    FactsAsOf then = StatedBook.then(statement);
    StatementSeries earlier = statements.earlier(statement);
    List<Explanation> each =
        statements.readingsAs(statement, reading).stream()
            .map(one -> difference(then, StatedBook.of(statement), earlier, period, one))
            .toList();
    boolean isDetermined =
        each.stream().map(Explanation::value).distinct().count() == 1
            && !(each.getFirst().value() instanceof Quantity.Undetermined);
    if (!isDetermined) {
      return nothing(figure, "could not be determined, so it has not been said", then);
    }
    return each.size() == 1 ? each.getFirst().named(figure) : PositionExplanation.agreed(figure, each);
  }

  private Explanation stood(FactsAsOf then, Book of, String period, Reading reading) {
    return PositionExplanation.of(then, clause, of).isEmpty()
        ? nothing(ACCRUED + " of " + period, "there was no such clause", then)
        : position(then, of).under(reading, ACCRUED, period);
  }

  private static Explanation nothing(String figure, String why, FactsAsOf then) {
    return Explanation.sum(figure, why, Money.zero(then.agreement().currency()), List.of());
  }

  /** The node that follows from these; undetermined when one of them is. */
  private static Explanation by(String figure, String operation, Plain arithmetic, List<Explanation> of) {
    boolean isKnown = of.stream().noneMatch(one -> one.value() instanceof Quantity.Undetermined);
    return isKnown
        ? Explanation.by(figure, operation, arithmetic, of)
        : Explanation.judged(figure, new Quantity.Undetermined(), operation, of);
  }
}

package io.contract.ledger.why;

import io.contract.ledger.explain.Arithmetic.Plain;
import io.contract.ledger.explain.EqualParts;
import io.contract.ledger.explain.Explained;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.explain.Quantity;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.PeriodRow;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.position.Reading;
import io.contract.ledger.position.Workings;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.EnumWords;
import io.contract.ledger.value.ThereAre;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Explains the figures of a position, of its caps and of its periods (domain page, section 8). Pure, read from the
 * {@link Workings}, so that no rule is computed twice (ADR 0021).
 *
 * <p>Where a clause leaves parameters open, the figure is explained under each reading that was asked for. Where these agree, the
 * answer is that value. Else it is undetermined, with the readings below it.
 */
final class PositionExplanation {

  private final FactsAsOf facts;
  private final ClauseHistory clause;
  private final List<ExplainedPosition> readings;

  private PositionExplanation(FactsAsOf facts, ClauseHistory clause, List<ExplainedPosition> readings) {
    this.facts = facts;
    this.clause = clause;
    this.readings = readings;
  }

  /** Explains a figure of the clause, or states which part of the question asks for something that does not exist. */
  static Explained of(FactsAsOf facts, ClauseId clause, FigureRef question) {
    List<Book> books = PositionCalculator.books(facts, clause);
    if (books.isEmpty()) {
      return Explained.not(
          "clause", Code.UNKNOWN_CLAUSE, "'" + clause + "' has no position on " + facts.effectiveOn());
    }
    List<Book> accepted = books.stream().filter(question.book()::accepts).toList();
    if (accepted.isEmpty()) {
      return Explained.not(
          question.book().payer().isPresent() ? "payer" : "payee", Code.WRONG_PARTIES,
          "'" + clause + "' has no such book on " + facts.effectiveOn() + "; there are "
              + books.stream().map(Book::toString).collect(Collectors.joining(", ")));
    }
    Book book =
        accepted.stream()
            .filter(one -> question.period().filter(name -> !hasRow(facts, clause, one, name)).isEmpty())
            .findFirst()
            .orElse(accepted.getFirst());
    return of(facts, clause, book).orElseThrow().why(question);
  }

  /** Whether the book has a row of that name, found without the work on all of them. */
  private static boolean hasRow(FactsAsOf facts, ClauseId clause, Book book, String name) {
    ClauseHistory history = facts.terms().clause(clause).orElseThrow();
    return name.equals(Claim.BROUGHT_FORWARD)
        ? facts.broughtForwardOf(clause).stream()
            .anyMatch(balance -> history.bookOn(balance.fact().on(), facts.effectiveOn()).equals(Optional.of(book)))
        : history.period(name)
            .filter(period -> history.of(book, facts.effectiveOn()).hasBegun(period, facts.effectiveOn())).isPresent();
  }

  /** The explanations of one book, for questions about many figures; empty where the clause has no position. */
  static Optional<PositionExplanation> of(FactsAsOf facts, ClauseId clause, Book book) {
    return facts.terms().clause(clause)
        .filter(history -> history.payableOn(facts.effectiveOn()).isPresent())
        .map(history -> new PositionExplanation(facts, history, readings(facts, history, book)));
  }

  private static List<ExplainedPosition> readings(FactsAsOf facts, ClauseHistory clause, Book book) {
    List<Workings> workings = PositionCalculator.workings(facts, clause.id(), book);
    if (!workings.isEmpty()) {
      return workings.stream()
          .<ExplainedPosition>map(one -> new ReadingExplanation(facts, clause, one))
          .toList();
    }
    return PositionCalculator.undisclosed(facts, clause.id(), book).stream()
        .<ExplainedPosition>map(one -> new UndisclosedExplanation(facts, clause, one))
        .toList();
  }

  /** Explains a figure, or states which part of the question asks for something that does not exist. */
  Explained why(FigureRef question) {
    List<String> names = FigureRef.figures(question.period().isPresent());
    if (!names.contains(question.figure())) {
      return Explained.not(
          "figure",
          Code.INVALID_VALUE,
          "there is no figure '" + question.figure() + "' of a "
              + (question.period().isPresent() ? "period" : "position")
              + "; " + ThereAre.of(names));
    }
    Optional<Explained> amiss = amissReading(question).or(() -> question.period().flatMap(this::amissPeriod))
        .or(() -> amissCap(question));
    return amiss.orElseGet(() -> together(question));
  }

  private Optional<Explained> amissReading(FigureRef question) {
    Reading first = readings.getFirst().position().reading();
    if (question.basis().isPresent() && first.basis().isEmpty()) {
      return Optional.of(
          Explained.not("basis", Code.PARAMETER_NOT_OPEN, "'" + clause.id() + "' does not leave the basis open"));
    }
    if (question.counts().isPresent() && first.counts().isEmpty()) {
      return Optional.of(
          Explained.not("counts", Code.PARAMETER_NOT_OPEN, "'" + clause.id() + "' does not leave counts open"));
    }
    return asked(question).isEmpty()
        ? Optional.of(
            Explained.not(
                "basis", Code.INVALID_VALUE,
                "there is no such reading; there are "
                    + readings.stream().map(one -> name(one.position().reading())).collect(Collectors.joining("; "))))
        : Optional.empty();
  }

  private List<ExplainedPosition> asked(FigureRef question) {
    return readings.stream()
        .filter(one -> question.basis().isEmpty() || question.basis().equals(one.position().reading().basis()))
        .filter(one -> question.counts().isEmpty() || question.counts().equals(one.position().reading().counts()))
        .toList();
  }

  private Optional<Explained> amissPeriod(String period) {
    List<String> periods = readings.getFirst().position().periods().stream().map(PeriodRow::period).toList();
    return periods.contains(period)
        ? Optional.empty()
        : Optional.of(
            Explained.not(
                "period", Code.UNKNOWN_PERIOD,
                "'" + clause.id() + "' has no period '" + period + "' by " + facts.effectiveOn() + "; "
                    + (periods.isEmpty() ? "it has none yet" : ThereAre.of(periods))));
  }

  private Optional<Explained> amissCap(FigureRef question) {
    int caps = readings.getFirst().position().caps().size();
    if (!question.isOfCap()) {
      return question.cap()
          .map(cap -> Explained.not("cap", Code.INVALID_VALUE, "'" + question.figure() + "' is not a figure of a cap"));
    }
    if (caps == 0) {
      return Optional.of(
          Explained.not("figure", Code.INVALID_VALUE, "'" + clause.id() + "' has no cap on " + facts.effectiveOn()));
    }
    if (question.cap().map(cap -> cap < 1 || cap > caps).orElse(caps > 1)) {
      return Optional.of(
          Explained.not(
              "cap", Code.INVALID_VALUE,
              caps == 1 ? "there is one cap, 1" : "say which cap, from 1 to " + caps + ", in the order written"));
    }
    return Optional.empty();
  }

  private Explained together(FigureRef question) {
    return new Explained.Because(together(asked(question), question));
  }

  /** Every reading that figures are explained under; one alone where nothing is open. */
  List<Reading> readings() {
    return readings.stream().map(one -> one.position().reading()).toList();
  }

  /**
   * Explains a figure of a period under the reading, or under all readings here that match it. The figure is zero where there is no
   * such period.
   */
  Explanation under(Reading reading, String figure, String period) {
    FigureRef question = FigureRef.of(figure, period);
    if (amissPeriod(period).isPresent()) {
      return new TermLeaves(facts, clause).nothing(figure + " of " + period);
    }
    return together(
        readings.stream()
            .filter(one -> isSame(one.position().reading().basis(), reading.basis()))
            .filter(one -> isSame(one.position().reading().counts(), reading.counts()))
            .toList(),
        question);
  }

  private static <T> boolean isSame(Optional<T> one, Optional<T> other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }

  private static Explanation together(List<ExplainedPosition> asked, FigureRef question) {
    if (asked.size() == 1) {
      return one(asked.getFirst(), question);
    }
    List<Explanation> all =
        asked.stream()
            .map(one -> {
              Explanation explanation = one(one, question);
              return explanation.named(explanation.figure() + ", " + name(one.position().reading()));
            })
            .toList();
    return agreed(one(asked.getFirst(), question).figure(), all);
  }

  /** The figure under several readings: the value that they agree on, else undetermined. */
  static Explanation agreed(String figure, List<Explanation> readings) {
    List<Explanation> all = EqualParts.shared(readings);
    boolean agree = all.stream().map(Explanation::value).distinct().count() == 1;
    return agree
        ? Explanation.by(figure, "the same under each reading below", Plain.SAME, all)
        : Explanation.judged(figure, new Quantity.Undetermined(), "readings differ", all);
  }

  private static Explanation one(ExplainedPosition position, FigureRef question) {
    Optional<Figure> figure = FigureRef.named(question.figure());
    if (question.isOfCap()) {
      int cap = question.cap().orElse(1) - 1;
      return figure.map(wanted -> position.ofCap(cap, wanted)).orElseGet(() -> position.reachedOn(cap));
    }
    if (question.period().isEmpty()) {
      return position.ofPosition(figure.orElseThrow());
    }
    List<PeriodRow> rows = position.position().periods();
    int place =
        IntStream.range(0, rows.size())
            .filter(i -> rows.get(i).period().equals(question.period().get()))
            .findFirst()
            .orElseThrow();
    return figure
        .map(wanted -> position.ofPeriod(place, wanted))
        .orElseGet(() -> question.figure().equals("dueOn") ? position.dueOn(place) : position.status(place));
  }

  /** A reading in words: {@code accrued, since-inception}. */
  static String name(Reading reading) {
    return Stream.concat(reading.basis().stream(), reading.counts().stream())
        .map(EnumWords::slug)
        .collect(Collectors.joining(", "));
  }
}

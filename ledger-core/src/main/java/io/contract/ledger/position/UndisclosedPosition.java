package io.contract.ledger.position;

import io.contract.ledger.calendar.Period;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.share.Deductible;
import io.contract.ledger.share.Line;
import io.contract.ledger.share.LineCutter;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.ShareRate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The position of a revenue share with a line that an undisclosed rate judges. Only what does not follow from the rate is known.
 */
final class UndisclosedPosition {

  private final ClausePosition asked;
  private final FactsAsOf facts;
  private final ClauseHistory clause;
  private final Currency currency;
  private final List<Line> cut;
  private final Map<LocalDate, BigFraction> bases;
  private final List<Happening.Paid> money;

  private UndisclosedPosition(ClausePosition asked, List<Line> cut) {
    this.asked = asked;
    this.facts = asked.facts();
    this.clause = asked.clause();
    this.currency = facts.agreement().currency();
    this.cut = cut;
    this.bases = Deductible.bases(cut);
    this.money =
        asked.moneyFrom(Happening.Moment.BEGINNING).stream()
            .flatMap(money -> money instanceof Happening.Paid paid ? Stream.of(paid) : Stream.empty())
            .toList();
  }

  /** The position of the clause; empty where a disclosed rate judges every line. */
  static Optional<UndisclosedPosition> of(ClausePosition asked) {
    if (!asked.mayBeUndisclosed()) {
      return Optional.empty();
    }
    List<Line> cut = LineCutter.cut(asked.facts(), asked.clause(), asked.allCaps());
    return cut.stream().anyMatch(UndisclosedPosition::isUndisclosed)
        ? Optional.of(new UndisclosedPosition(asked, cut))
        : Optional.empty();
  }

  private static boolean isUndisclosed(Line line) {
    return line.rate() instanceof ShareRate.NotDisclosed;
  }

  /**
   * The figures, by book.
   *
   * @param also books that are shown even if nothing is in them
   */
  SequencedMap<Book, ReadPosition> positions(Set<Book> also) {
    SequencedMap<Book, ReadPosition> positions = new LinkedHashMap<>();
    books(also).forEach(book -> positions.put(book, position(book, rows(book))));
    return positions;
  }

  /** The books of {@link #positions}. */
  List<Book> books(Set<Book> also) {
    Set<Book> used = new LinkedHashSet<>();
    cut.forEach(line -> used.add(bookOf(line)));
    money.stream().map(this::bookOf).forEach(used::add);
    used.addAll(also);
    return asked.books(used);
  }

  /** The book that the line's has become by the day. */
  private Book bookOf(Line line) {
    return clause.whatBecameOf(line.share().book(), line.days().last(), facts.effectiveOn());
  }

  private Book bookOf(Happening.Paid paid) {
    return clause.whatBecameOf(paid.book(), paid.payment().valueOn(), facts.effectiveOn());
  }

  /** The figures of the book and what they were computed from. */
  UndisclosedWorkings workings(Book book) {
    List<UndisclosedWorkings.Row> rows = rows(book);
    return new UndisclosedWorkings(
        position(book, rows), rows, cut, paid(book).map(Happening.Paid::payment).toList(),
        cut.stream().filter(UndisclosedPosition::isUndisclosed).findFirst().orElseThrow().revision());
  }

  private ReadPosition position(Book book, List<UndisclosedWorkings.Row> rows) {
    return new ReadPosition(
        book, asked.reading(), figures(book), book.equals(asked.governingBook()) ? caps() : List.of(),
        rows.stream().map(UndisclosedWorkings.Row::row).toList());
  }

  private List<UndisclosedWorkings.Row> rows(Book book) {
    Map<Period, List<Line>> lines =
        cut.stream().filter(line -> bookOf(line).equals(book)).collect(Collectors.groupingBy(Line::period));
    List<UndisclosedWorkings.Row> rows = new ArrayList<>();
    if (asked.hasBegun()
        && facts.broughtForwardOf(clause.id()).stream()
            .anyMatch(balance -> clause.bookOn(balance.fact().on(), facts.effectiveOn()).equals(Optional.of(book)))) {
      rows.add(row(Claim.broughtForward(book), List.of(), Money.zero(currency), Optional.empty()));
    }
    for (Period period : asked.periodsOf(book)) {
      List<Line> of = lines.getOrDefault(period, List.of());
      BigFraction amount =
          of.stream().map(line -> Objects.requireNonNull(bases.get(line.days().first())))
              .reduce(BigFraction.ZERO, BigFraction::add);
      boolean isOpen = facts.effectiveOn().isBefore(period.days().last());
      rows.add(
          row(
              asked.claimOf(book, period), of, ClausePosition.base(clause, period, amount, currency),
              isOpen ? Optional.of(PeriodStatus.OPEN) : Optional.empty()));
    }
    return rows;
  }

  private static UndisclosedWorkings.Row row(
      Claim claim, List<Line> lines, Money base, Optional<PeriodStatus> status) {
    Figures figures = undetermined(Figure.OF_PERIOD).with(Figure.BASE, base);
    return new UndisclosedWorkings.Row(
        claim, lines, new PeriodRow(claim.name(), figures, claim.dueOn(), status));
  }

  private Figures figures(Book book) {
    return undetermined(Figure.OF_POSITION)
        .with(Figure.PAID, paid(book).map(Happening.Paid::amount).reduce(Money.zero(currency), Money::plus));
  }

  private static Figures undetermined(List<Figure> all) {
    Figures figures = Figures.none();
    for (Figure figure : all) {
      figures = figures.undetermined(figure);
    }
    return figures;
  }

  /** The caps of the governing book. */
  List<CapPosition> caps() {
    return asked.watched().stream()
        .map(
            cap -> new CapPosition(
                cap.terms().cap(),
                undetermined(Figure.OF_CAP),
                Optional.empty()))
        .toList();
  }

  private Stream<Happening.Paid> paid(Book book) {
    return money.stream().filter(paid -> bookOf(paid).equals(book));
  }
}

package io.contract.ledger.why;

import io.contract.ledger.position.Figure;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.BookChoice;
import io.contract.ledger.terms.Clause.Cap.Basis;
import io.contract.ledger.terms.Clause.Cap.Counts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The figure of a clause that is to be explained.
 *
 * @param figure its name in answers: {@code accrued}, {@code interestPaid}, {@code headroom}, {@code dueOn}
 * @param period the name of its row; empty for a figure of the position or of a cap
 * @param cap the place of its cap in the clause, from 1; empty where there is one cap, and for other figures
 * @param basis limits the readings to those of that basis; empty for every basis
 * @param counts limits the readings to those of that counts; empty for every one
 * @param book of several books, the first that it accepts is asked for
 */
public record FigureRef(
    String figure, Optional<String> period, Optional<Integer> cap, Optional<Basis> basis, Optional<Counts> counts,
    BookChoice book) {

  private static final String REACHED_ON = "reachedOn";

  /** The figure of the whole clause, under every reading. */
  public static FigureRef of(String figure) {
    return new FigureRef(
        figure, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), BookChoice.ANY);
  }

  /** The figure of a period, under every reading. */
  public static FigureRef of(String figure, String period) {
    return new FigureRef(
        figure, Optional.of(period), Optional.empty(), Optional.empty(), Optional.empty(), BookChoice.ANY);
  }

  /** The figure of the cap in that place, under every reading. */
  public static FigureRef ofCap(String figure, int cap) {
    return new FigureRef(
        figure, Optional.empty(), Optional.of(cap), Optional.empty(), Optional.empty(), BookChoice.ANY);
  }

  /** The same figure of the book alone. */
  public FigureRef in(Book of) {
    return new FigureRef(figure, period, cap, basis, counts, BookChoice.of(of));
  }

  /** Every figure of a position. */
  public static List<String> ofPosition() {
    return Figure.OF_POSITION.stream().map(Figure::key).toList();
  }

  /** Every figure of a cap. */
  public static List<String> ofCap() {
    return Stream.concat(Figure.OF_CAP.stream().map(Figure::key), Stream.of(REACHED_ON)).toList();
  }

  /** Every figure of a period. */
  public static List<String> ofPeriod() {
    return Stream.concat(Figure.OF_PERIOD.stream().map(Figure::key), Stream.of("dueOn", "status")).toList();
  }

  /** Every figure that can be asked of a period, or of the whole clause and its caps. */
  public static List<String> figures(boolean ofPeriod) {
    return ofPeriod ? ofPeriod() : Stream.concat(ofPosition().stream(), ofCap().stream()).toList();
  }

  boolean isOfCap() {
    return period.isEmpty() && ofCap().contains(figure);
  }

  static Optional<Figure> named(String name) {
    return Stream.of(Figure.values()).filter(figure -> figure.key().equals(name)).findFirst();
  }
}

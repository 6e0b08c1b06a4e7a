package io.contract.ledger.why;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.explain.Arithmetic.Plain;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.explain.Outline;
import io.contract.ledger.explain.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Explains sums over windows of days, to which one line after another is added. Each sum is the sum before it and one more term, so
 * that all sums together have as many nodes as there are lines.
 */
final class RunningSums {

  private final String figure;
  private final int decimals;
  private final List<Term> terms = new ArrayList<>();
  private final Map<DateRange, Explanation> sums = new HashMap<>();

  private record Term(LocalDate day, Explanation explanation) {}

  RunningSums(String figure, int decimals) {
    this.figure = figure;
    this.decimals = decimals;
  }

  /** An independent copy with the same terms. */
  RunningSums copy() {
    RunningSums copy = new RunningSums(figure, decimals);
    copy.terms.addAll(terms);
    return copy;
  }

  /** The sum of what has been added on the days. */
  Explanation in(DateRange days) {
    return sums.computeIfAbsent(
        days,
        any -> terms.stream()
            .filter(term -> days.contains(term.day()))
            .map(Term::explanation)
            .reduce(nothing(figure, decimals), (sum, term) -> more(figure, sum, term)));
  }

  void add(LocalDate day, Explanation explanation) {
    terms.add(new Term(day, explanation));
    sums.replaceAll((days, sum) -> days.contains(day) ? more(figure, sum, explanation) : sum);
  }

  static Explanation more(String figure, Explanation sum, Explanation term) {
    return Explanation.by(figure, Outline.RUNNING, Plain.SUM, sum, term);
  }

  /** The sum less the term. */
  static Explanation less(String figure, Explanation sum, Explanation term) {
    return more(figure, sum, negated(term));
  }

  static Explanation negated(Explanation term) {
    return Explanation.by(term.figure(), "less", Plain.NEGATED, term);
  }

  static Explanation nothing(String figure, int decimals) {
    return new Explanation.Node(
        figure, new Quantity.Exact(BigFraction.ZERO, decimals), Outline.RUNNING, Plain.SUM, List.of());
  }

  /** The number, or 0 where it is below zero. */
  static Explanation atLeastZero(Explanation number) {
    return number.value() instanceof Quantity.Exact(var fraction, _) && fraction.signum() < 0
        ? Explanation.by(number.figure() + ", at least zero", "max(0, …)", Plain.AT_LEAST_ZERO, number)
        : number;
  }
}

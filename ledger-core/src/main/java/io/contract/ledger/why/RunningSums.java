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
 * Explains sums over windows of days to which one line after another is added: each sum is the one before and one term more, so
 * that all of them together are no longer than the lines are many.
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

  /** Another with the same terms, which goes its own way. */
  RunningSums copy() {
    RunningSums copy = new RunningSums(figure, decimals);
    copy.terms.addAll(terms);
    return copy;
  }

  /** What has been added on those days. */
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

  /** The sum with that much taken off. */
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
}

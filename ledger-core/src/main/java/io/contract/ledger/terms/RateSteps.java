package io.contract.ledger.terms;

import io.contract.ledger.calendar.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Yearly rates that follow one another, each from its day on (domain page, section 15). Before the first there is none.
 *
 * <p>Example: 8 % from 2021-01-01 and 10 % from 2021-07-01. Between 2021-03-31 and 2021-08-15 there are two spans: at 8 % to
 * 2021-07-01, and at 10 % from then on.
 *
 * @param steps in order of their days, of which no two are the same
 */
public record RateSteps(List<Step> steps) {

  /**
   * A rate from its day on.
   *
   * @param rate for a year, as a fraction ≥ 0
   */
  public record Step(LocalDate from, BigDecimal rate) {
    public Step {
      NotNegative.rate(rate);
    }
  }

  /**
   * Days for which one rate holds.
   *
   * @param to the day of the next rate, or that through which interest has run; as day counts take it, it is not one of the days
   */
  public record Span(LocalDate from, LocalDate to, BigDecimal rate) {}

  public RateSteps {
    steps = steps.stream().sorted(Comparator.comparing(Step::from)).toList();
  }

  /** One rate on all days. */
  public static RateSteps flat(BigDecimal rate) {
    return new RateSteps(List.of(new Step(LocalDate.MIN, rate)));
  }

  /** The spans between the two days, in order, without the days before the first rate; none when the days are the same. */
  public List<Span> between(LocalDate first, LocalDate last) {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      LocalDate from = steps.get(i).from();
      LocalDate next = i + 1 < steps.size() ? steps.get(i + 1).from() : last;
      LocalDate begins = DateRange.later(from, first);
      LocalDate ends = DateRange.earlier(next, last);
      if (begins.isBefore(ends)) {
        spans.add(new Span(begins, ends, steps.get(i).rate()));
      }
    }
    return spans;
  }
}

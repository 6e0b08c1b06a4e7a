package io.contract.ledger.terms;

import io.contract.ledger.calendar.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Yearly rates that follow one another, each from its day on (domain page, sections 15 and 16). Before the first there is none; where
 * they are those of an index, it is not known.
 *
 * <p>Example: 8 % from 2021-01-01 and 10 % from 2021-07-01. Between 2021-03-31 and 2021-08-15 there are two spans: at 8 % to
 * 2021-07-01, and at 10 % from then on.
 *
 * @param steps in order of their days, of which no two are the same
 * @param index what they were fixed by; empty where the clause states them
 */
public record RateSteps(List<Step> steps, Optional<IndexedRate> index) implements InterestRates {

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

  /** Rates that a clause states. */
  public RateSteps(List<Step> steps) {
    this(steps, Optional.empty());
  }

  /** One rate on all days. */
  public static RateSteps flat(BigDecimal rate) {
    return new RateSteps(List.of(new Step(LocalDate.MIN, rate)));
  }

  /**
   * The rates that fixings make of one by an index.
   *
   * @param fixings the index from each day on, as a fraction; may be below zero
   */
  public static RateSteps fixed(IndexedRate rate, Map<LocalDate, BigDecimal> fixings) {
    return new RateSteps(
        fixings.entrySet().stream().map(fixing -> new Step(fixing.getKey(), rate.at(fixing.getValue()))).toList(),
        Optional.of(rate));
  }

  /** Whether the rates of that day and all later ones are known. */
  public boolean areKnownFrom(LocalDate day) {
    return index.isEmpty() || stepOn(day) >= 0;
  }

  /** The day from which the rate of that day holds; the day itself where none does yet. */
  public LocalDate holdsFrom(LocalDate day) {
    int step = stepOn(day);
    return step < 0 ? day : steps.get(step).from();
  }

  /** The spans between the two days, in order, without the days before the first rate; none when the days are the same. */
  public List<Span> between(LocalDate first, LocalDate last) {
    List<Span> spans = new ArrayList<>();
    for (int i = Math.max(0, stepOn(first)); i < steps.size() && steps.get(i).from().isBefore(last); i++) {
      LocalDate begins = DateRange.later(steps.get(i).from(), first);
      LocalDate ends = i + 1 < steps.size() ? DateRange.earlier(steps.get(i + 1).from(), last) : last;
      if (begins.isBefore(ends)) {
        spans.add(new Span(begins, ends, steps.get(i).rate()));
      }
    }
    return spans;
  }

  /** The place of the step that holds on the day; −1 before the first. A search by halves, because an index may be fixed every day. */
  private int stepOn(LocalDate day) {
    int low = 0;
    int high = steps.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (steps.get(middle).from().isAfter(day)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low - 1;
  }
}

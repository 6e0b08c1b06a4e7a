package io.contract.ledger.position;

import io.contract.ledger.explain.Arithmetic.Plain;
import io.contract.ledger.explain.EqualParts;
import io.contract.ledger.explain.Explained;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.explain.Quantity;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.share.Line;
import io.contract.ledger.share.LineCutter;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.value.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Why a figure of a position, of one of its caps or of one of its periods is what it is (domain page, section 8): pure, read from
 * the {@link Workings}, so that no rule is computed twice (ADR 0021).
 *
 * <p>Where a clause leaves parameters open the figure is explained under each reading that was asked for. Where these agree the
 * answer is that value, else it is undetermined, and the readings stand below it.
 */
public final class PositionExplanation {

  private final FactsAsOf facts;
  private final ClauseHistory clause;
  private final List<ExplainedPosition> readings;

  private PositionExplanation(FactsAsOf facts, ClauseHistory clause, List<ExplainedPosition> readings) {
    this.facts = facts;
    this.clause = clause;
    this.readings = readings;
  }

  /** Why that figure of the clause is what it is; or which part of the question asks for what is not there. */
  public static Explained of(FactsAsOf facts, String clause, Why why) {
    Optional<PositionExplanation> position = of(facts, clause);
    return position.isPresent()
        ? position.get().why(why)
        : Explained.not("clause", Code.UNKNOWN_CLAUSE, "'" + clause + "' has no position on " + facts.effectiveOn());
  }

  /** The explanations of one clause, to ask for many figures of; empty where it has no position. */
  public static Optional<PositionExplanation> of(FactsAsOf facts, String clause) {
    return facts.terms().clause(clause)
        .filter(history -> history.governing(facts.effectiveOn()).clause() instanceof Clause.RevenueShare)
        .map(history -> new PositionExplanation(facts, history, readings(facts, history)));
  }

  private static List<ExplainedPosition> readings(FactsAsOf facts, ClauseHistory clause) {
    List<Workings> workings = PositionCalculator.workings(facts, clause.id());
    if (!workings.isEmpty()) {
      return workings.stream()
          .<ExplainedPosition>map(one -> new ReadingExplanation(facts, clause, one))
          .toList();
    }
    List<ExplainedPosition> undisclosed = new ArrayList<>();
    for (Reading reading : Readings.of(facts, clause)) {
      ClausePosition asked = new ClausePosition(facts, clause, reading);
      List<Line> cut = LineCutter.cut(facts, clause, asked.allCaps());
      undisclosed.add(
          new UndisclosedExplanation(
              facts, clause, asked.undisclosed(cut, asked::claimOf), cut, asked.hasBegun()));
    }
    return undisclosed;
  }

  /** Why that figure is what it is; or which part of the question asks for what is not there. */
  public Explained why(Why why) {
    List<String> names = Why.figures(why.period().isPresent());
    if (!names.contains(why.figure())) {
      return Explained.not(
          "figure",
          Code.INVALID_VALUE,
          "there is no figure '" + why.figure() + "' of a " + (why.period().isPresent() ? "period" : "position")
              + "; there are " + String.join(", ", names));
    }
    Optional<Explained> amiss = amissReading(why).or(() -> why.period().flatMap(this::amissPeriod))
        .or(() -> amissCap(why));
    return amiss.orElseGet(() -> together(why));
  }

  private Optional<Explained> amissReading(Why why) {
    Reading first = readings.getFirst().position().reading();
    if (why.basis().isPresent() && first.basis().isEmpty()) {
      return Optional.of(
          Explained.not("basis", Code.PARAMETER_NOT_OPEN, "'" + clause.id() + "' does not leave the basis open"));
    }
    if (why.counts().isPresent() && first.counts().isEmpty()) {
      return Optional.of(
          Explained.not("counts", Code.PARAMETER_NOT_OPEN, "'" + clause.id() + "' does not leave counts open"));
    }
    return asked(why).isEmpty()
        ? Optional.of(
            Explained.not(
                "basis", Code.INVALID_VALUE,
                "there is no such reading; there are "
                    + readings.stream().map(one -> name(one.position().reading())).collect(Collectors.joining("; "))))
        : Optional.empty();
  }

  private List<ExplainedPosition> asked(Why why) {
    return readings.stream()
        .filter(one -> why.basis().isEmpty() || why.basis().equals(one.position().reading().basis()))
        .filter(one -> why.counts().isEmpty() || why.counts().equals(one.position().reading().counts()))
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
                    + (periods.isEmpty() ? "it has none yet" : "there are " + String.join(", ", periods))));
  }

  private Optional<Explained> amissCap(Why why) {
    int caps = readings.getFirst().position().caps().size();
    if (!why.isOfCap()) {
      return why.cap()
          .map(cap -> Explained.not("cap", Code.INVALID_VALUE, "'" + why.figure() + "' is not a figure of a cap"));
    }
    if (caps == 0) {
      return Optional.of(
          Explained.not("figure", Code.INVALID_VALUE, "'" + clause.id() + "' has no cap on " + facts.effectiveOn()));
    }
    if (why.cap().map(cap -> cap < 1 || cap > caps).orElse(caps > 1)) {
      return Optional.of(
          Explained.not(
              "cap", Code.INVALID_VALUE,
              caps == 1 ? "there is one cap, 1" : "say which cap, from 1 to " + caps + ", in the order written"));
    }
    return Optional.empty();
  }

  private Explained together(Why why) {
    return new Explained.Because(together(asked(why), why));
  }

  /** Every reading that it is explained under; one alone where nothing is open. */
  public List<Reading> readings() {
    return readings.stream().map(one -> one.position().reading()).toList();
  }

  /**
   * Why a figure of a period is what it is under that reading, or under all that it may mean here; nothing where there is no such
   * period.
   */
  public Explanation under(Reading reading, String figure, String period) {
    Why why = Why.of(figure, period);
    if (amissPeriod(period).isPresent()) {
      return new TermLeaves(facts, clause).nothing(figure + " of " + period);
    }
    return together(
        readings.stream()
            .filter(one -> isSame(one.position().reading().basis(), reading.basis()))
            .filter(one -> isSame(one.position().reading().counts(), reading.counts()))
            .toList(),
        why);
  }

  private static <T> boolean isSame(Optional<T> one, Optional<T> other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }

  private static Explanation together(List<ExplainedPosition> asked, Why why) {
    if (asked.size() == 1) {
      return one(asked.getFirst(), why);
    }
    List<Explanation> all =
        asked.stream()
            .map(one -> {
              Explanation explanation = one(one, why);
              return explanation.named(explanation.figure() + ", " + name(one.position().reading()));
            })
            .toList();
    return agreed(one(asked.getFirst(), why).figure(), all);
  }

  /** The figure under several readings: what they agree on, else undetermined. */
  public static Explanation agreed(String figure, List<Explanation> readings) {
    List<Explanation> all = EqualParts.shared(readings);
    boolean agree = all.stream().map(Explanation::value).distinct().count() == 1;
    return agree
        ? Explanation.by(figure, "the same under each reading below", Plain.SAME, all)
        : Explanation.judged(figure, new Quantity.Undetermined(), "readings differ", all);
  }

  private static Explanation one(ExplainedPosition position, Why why) {
    Optional<Figure> figure = Why.named(why.figure());
    if (why.isOfCap()) {
      int cap = why.cap().orElse(1) - 1;
      return figure.map(wanted -> position.ofCap(cap, wanted)).orElseGet(() -> position.reachedOn(cap));
    }
    if (why.period().isEmpty()) {
      return position.ofPosition(figure.orElseThrow());
    }
    List<PeriodRow> rows = position.position().periods();
    int place =
        IntStream.range(0, rows.size())
            .filter(i -> rows.get(i).period().equals(why.period().get()))
            .findFirst()
            .orElseThrow();
    return figure
        .map(wanted -> position.ofPeriod(place, wanted))
        .orElseGet(() -> why.figure().equals("dueOn") ? position.dueOn(place) : position.status(place));
  }

  /** A reading in words: {@code accrued, since-inception}. */
  public static String name(Reading reading) {
    return Stream.concat(reading.basis().stream(), reading.counts().stream())
        .map(part -> part.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .collect(Collectors.joining(", "));
  }
}

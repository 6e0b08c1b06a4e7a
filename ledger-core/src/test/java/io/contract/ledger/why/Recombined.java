package io.contract.ledger.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.explain.Explained;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.explain.Quantity;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.money.Money;
import io.contract.ledger.position.CapPosition;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.Figures;
import io.contract.ledger.position.PeriodRow;
import io.contract.ledger.position.Position;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.position.ReadPosition;
import io.contract.ledger.position.Reading;
import io.contract.ledger.terms.BookChoice;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Explains every figure of a position under every reading, and recombines it from the leaves. */
public final class Recombined {

  private static final Optional<Quantity> NONE = Optional.of(new Quantity.None());

  private final PositionExplanation explanation;
  private final Optional<Reading> reading;
  private final List<Explanation> all = new ArrayList<>();

  private Recombined(PositionExplanation explanation, Optional<Reading> reading) {
    this.explanation = explanation;
    this.reading = reading;
  }

  /** The explanations of every figure of the clause. Each is checked to recombine to the figure of the position. */
  public static List<Explanation> everyFigure(FactsAsOf facts, String clause) {
    List<Explanation> all = new ArrayList<>();
    PositionCalculator.positions(facts, new ClauseId(clause)).forEach(position -> all.addAll(every(facts, position)));
    return all;
  }

  private static List<Explanation> every(FactsAsOf facts, Position position) {
    PositionExplanation explanation =
        PositionExplanation.of(facts, position.clause(), position.book()).orElseThrow();
    List<Explanation> all = new ArrayList<>();
    Recombined together = new Recombined(explanation, Optional.empty());
    List<List<CapPosition>> read = position.readings().stream().map(ReadPosition::caps).toList();
    together.check(
        position.figures(), position.caps(), position.periods(), read.isEmpty() ? List.of(position.caps()) : read);
    all.addAll(together.all);
    position.readings().forEach(under -> {
      Recombined one = new Recombined(explanation, Optional.of(under.reading()));
      one.check(under.figures(), under.caps(), under.periods(), List.of(under.caps()));
      all.addAll(one.all);
    });
    return all;
  }

  private void check(
      Figures figures, List<CapPosition> caps, List<PeriodRow> periods, List<List<CapPosition>> underEach) {
    figures.names().forEach(figure -> check(money(figures, figure), figure.key(), Optional.empty(), Optional.empty()));
    for (int i = 0; i < caps.size(); i++) {
      Optional<Integer> cap = Optional.of(i + 1);
      CapPosition position = caps.get(i);
      position.figures().names()
          .forEach(figure -> check(money(position.figures(), figure), figure.key(), Optional.empty(), cap));
      int place = i;
      boolean isNotReached = underEach.stream().map(all -> all.get(place)).allMatch(Recombined::isNotReached);
      check(isNotReached ? NONE : day(position.reachedOn()), "reachedOn", Optional.empty(), cap);
    }
    for (PeriodRow row : periods) {
      Optional<String> period = Optional.of(row.period());
      row.figures().names()
          .forEach(figure -> check(money(row.figures(), figure), figure.key(), period, Optional.empty()));
      check(row.dueOn().isEmpty() ? NONE : day(row.dueOn()), "dueOn", period, Optional.empty());
      check(row.status().map(status -> new Quantity.Word(status.slug())), "status", period, Optional.empty());
    }
  }

  /** Whether the cap is known not to be reached. Where the room is unknown, that is unknown too. */
  private static boolean isNotReached(CapPosition cap) {
    return cap.reachedOn().isEmpty() && cap.figures().get(Figure.ROOM).isPresent();
  }

  private static Optional<Quantity> money(Figures figures, Figure figure) {
    return figures.get(figure).map(Quantity::of);
  }

  private static Optional<Quantity> day(Optional<LocalDate> day) {
    return day.map(Quantity.Day::new);
  }

  private void check(
      Optional<? extends Quantity> expected, String figure, Optional<String> period, Optional<Integer> cap) {
    FigureRef why =
        new FigureRef(
            figure, period, cap, reading.flatMap(Reading::basis), reading.flatMap(Reading::counts),
            BookChoice.ANY);
    Explained explained = explanation.why(why);
    assertThat(explained).as(why.toString()).isInstanceOf(Explained.Because.class);
    Explanation because = ((Explained.Because) explained).explanation();
    assertThat(text(because.value())).as(why.toString())
        .isEqualTo(expected.map(Recombined::text).orElse("undetermined"));
    assertThat(text(fromLeaves(because))).as(why.toString()).isEqualTo(text(because.value()));
    all.add(because);
  }

  /** Amounts are equal when their values are. */
  private static String text(Quantity value) {
    return value instanceof Quantity.Exact(var fraction, _)
        ? fraction.toString()
        : value.text();
  }

  /** The amount as an explanation has it. */
  public static Quantity amount(String amount) {
    return Quantity.of(Money.of("USD", amount));
  }

  /** The value computed again from the leaves, each node by its own arithmetic. A judged value is taken as it is. */
  static Quantity fromLeaves(Explanation explanation) {
    IdentityHashMap<Explanation, Quantity> done = new IdentityHashMap<>();
    Deque<Explanation> open = new ArrayDeque<>(List.of(explanation));
    while (!open.isEmpty()) {
      Explanation next = open.peek();
      if (!(next instanceof Explanation.Node node)) {
        done.put(open.pop(), next.value());
        continue;
      }
      List<Explanation> missing = node.of().stream().filter(child -> !done.containsKey(child)).toList();
      if (missing.isEmpty()) {
        List<Quantity> values = node.of().stream().map(child -> done.getOrDefault(child, child.value())).toList();
        done.put(open.pop(), node.arithmetic().of(values).orElse(node.value()));
      } else {
        missing.forEach(open::push);
      }
    }
    return done.getOrDefault(explanation, explanation.value());
  }
}

package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.ANYTHING;
import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.INSTANT;
import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.listOf;
import static io.contract.ledger.value.Type.mapOf;
import static io.contract.ledger.value.Type.object;

import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.position.Position;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.scenario.Cause;
import io.contract.ledger.scenario.Causes;
import io.contract.ledger.statement.Pending;
import io.contract.ledger.statement.StatementCalculator;
import io.contract.ledger.terms.ConformedCopy;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What changed between two points on the axes of time, as shown: each figure and each attribute from what to what. */
public final class ChangeAnswer {

  static final Type CHANGES = mapOf(ANYTHING);

  /** What changed in positions and terms. */
  static final Shape CHANGED =
      Shape.of("Changed")
          .required(
              "positions",
              mapOf(CHANGES),
              "By clause: each figure {from, to}; caps by their place, from 1, periods, readings and pendingAdjustments by name below it likewise.")
          .required("clauses", mapOf(CHANGES), "By clause: each attribute {from, to}; null where it is not there.");

  /** A line of a replay. */
  public static final Shape LINE =
      Shape.of("ReplayLine")
          .required("sequence", Asked.SEQUENCE, "The event's number in the agreement.")
          .required("type", HistoryAnswer.EVENT_TYPE, "The event's name.")
          .required("recordedAt", INSTANT, "When the ledger stored it; of an imported one, when its file says.")
          .required("effectiveOn", DATE,
              "The day that was asked about: the local date of its recording, unless one was given.")
          .and(CHANGED)
          .optional("meanwhile", object(CHANGED),
              "What the days since the line before changed by themselves; absent when nothing.");

  private static final Shape POINT =
      Shape.of("Point")
          .required("effectiveOn", DATE, "The business day.")
          .required("knownAt", INSTANT, "The instant.")
          .required("sequence", Asked.SEQUENCE, "The number of the last event used.");

  private static final Shape CAUSE =
      Shape.of("Cause")
          .required("sequence", Asked.SEQUENCE, "The event's number in the agreement.")
          .required("type", HistoryAnswer.EVENT_TYPE, "The event's name.")
          .required("clauses", listOf(SLUG, 1), "The clauses whose differences it has caused.");

  /** What changed between two points. */
  public static final Shape SHAPE =
      Asked.shape("Difference")
          .required("to", object(POINT), "The second point; the first stands at the top.")
          .and(CHANGED)
          .and(Differences.SHAPE)
          .required("causes", listOf(object(CAUSE), 0),
              "The events that count at one point and not at the other, and bear on what differs. Where there is none, time alone made the difference.");

  private ChangeAnswer() {}

  /** Where one agreement stands at a point: what differences are made of. */
  public record Standing(
      Currency currency, List<Position> positions, Map<String, Pending> pending, ConformedCopy copy) {

    /** With every position computed from these facts alone. */
    public static Standing of(FactsAsOf facts) {
      return of(facts, PositionCalculator.positions(facts), new StatementCalculator());
    }

    /**
     * With positions computed elsewhere, from these facts.
     *
     * @param statements what works out what is pending; it may remember what it was asked of the same agreement before
     */
    public static Standing of(FactsAsOf facts, List<Position> positions, StatementCalculator statements) {
      Map<String, Pending> pending = new LinkedHashMap<>();
      positions.forEach(position -> pending.put(position.clause(), statements.pending(facts, position.clause())));
      return new Standing(
          facts.agreement().currency(), positions, pending, ConformedCopy.on(facts.terms(), facts.effectiveOn()));
    }

    private List<ConformedCopy.Entry> clauses() {
      return Stream.concat(copy.clauses().stream(), copy.notInForce().stream()).toList();
    }
  }

  /**
   * A line of a replay.
   *
   * @param event what was recorded
   * @param day the day that the line is about
   * @param earlier where the agreement stood on the line before, when days have passed since
   * @param before where it stood on the day without the event; empty of the first event
   * @param after where it stands on the day with it
   */
  public static Value.Tree line(
      Recorded event, LocalDate day, Optional<Standing> earlier, Optional<Standing> before, Standing after) {
    TreeBuilder line =
        new TreeBuilder()
            .put("sequence", event.sequence())
            .put("type", event.kind().type())
            .put("recordedAt", event.recordedAt())
            .put("effectiveOn", day)
            .put("positions", positions(before, Optional.of(after)))
            .put("clauses", clauses(before, Optional.of(after)));
    if (earlier.isPresent()) {
      Value.Tree meanwhile =
          new TreeBuilder()
              .put("positions", positions(earlier, before))
              .put("clauses", clauses(earlier, before))
              .build();
      if (!isNothing(meanwhile)) {
        line.put("meanwhile", meanwhile);
      }
    }
    return line.build();
  }

  private static boolean isNothing(Value.Tree changed) {
    return changed.entries().values().stream().allMatch(Value.EMPTY::equals);
  }

  /** What changed between two points. */
  public static Value.Tree write(Asked asked, FactsAsOf from, Asked askedTo, FactsAsOf to) {
    Differences differences = Differences.between(from, to, Optional.empty());
    TreeBuilder answer =
        asked.begin()
            .put("to",
                new TreeBuilder().put("effectiveOn", askedTo.effectiveOn()).put("knownAt", askedTo.knownAt())
                    .put("sequence", askedTo.sequence()).build());
    return differences.write(answer)
        .put(
            "causes",
            Causes.between(from, to).stream()
                .flatMap(
                    cause -> differences.of(cause).stream()
                        .map(clauses -> cause(new TreeBuilder().put("sequence", cause.sequence()), cause, clauses)))
                .toList())
        .build();
  }

  /** A cause, after what names its event. */
  static Value.Tree cause(TreeBuilder named, Cause cause, List<Value> clauses) {
    return named.put("type", cause.type()).put("clauses", clauses).build();
  }

  static Value.Tree clauses(Optional<Standing> from, Optional<Standing> to) {
    return Difference.ofRows(
        from.map(Standing::clauses).orElse(List.of()),
        to.map(Standing::clauses).orElse(List.of()),
        ConformedCopy.Entry::id,
        (one, other) -> Difference.ofFields(clause(from, one), clause(to, other)));
  }

  /** The clause without its id, which names the row, and without who set what: the causes say that. */
  private static Optional<Value.Tree> clause(Optional<Standing> standing, Optional<ConformedCopy.Entry> entry) {
    return entry.map(one -> TermsAnswer.clause(standing.orElseThrow().currency(), one).without("id").without("setBy"));
  }

  static Value.Tree positions(Optional<Standing> from, Optional<Standing> to) {
    return PositionDifference.of(
        from.map(Standing::positions).orElse(List.of()), from.map(Standing::pending).orElse(Map.of()),
        to.map(Standing::positions).orElse(List.of()), to.map(Standing::pending).orElse(Map.of()));
  }
}

package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.INSTANT;
import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.listOf;
import static io.contract.ledger.value.Type.object;

import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.scenario.Causes;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What changed between two points on the axes of time, as shown: each figure and each attribute with its values before and
 * after.
 */
public final class ChangeAnswer {

  /** A line of a replay. */
  public static final Shape LINE =
      Shape.of("ReplayLine")
          .required("sequence", AnswerHead.SEQUENCE, "The event's number in the agreement.")
          .required("type", HistoryAnswer.EVENT_TYPE, "The event's name.")
          .required("recordedAt", INSTANT, "When the ledger stored it; of an imported one, when its file says.")
          .required("effectiveOn", DATE,
              "The day that was asked about: the local date of its recording, unless one was given.")
          .and(PositionsAndTerms.CHANGED)
          .optional("meanwhile", object(PositionsAndTerms.CHANGED),
              "What the days since the line before changed by themselves; absent when nothing.");

  private static final Shape POINT =
      Shape.of("Point")
          .required("effectiveOn", DATE, "The business day.")
          .required("knownAt", INSTANT, "The instant.")
          .required("sequence", AnswerHead.SEQUENCE, "The number of the last event used.");

  private static final Shape CAUSE =
      Shape.of("Cause")
          .required("sequence", AnswerHead.SEQUENCE, "The event's number in the agreement.")
          .required("type", HistoryAnswer.EVENT_TYPE, "The event's name.")
          .required("clauses", listOf(SLUG, 1), "The clauses whose differences it has caused.");

  /** What changed between two points. */
  public static final Shape SHAPE =
      AnswerHead.shape("Difference")
          .required("to", object(POINT), "The second point; the first stands at the top.")
          .and(PositionsAndTerms.CHANGED)
          .and(AgreementDifference.SHAPE)
          .required("causes", listOf(object(CAUSE), 0),
              "The events that count at one point and not at the other, and bear on what differs. Where there is none, time alone made the difference.");

  private ChangeAnswer() {}

  /**
   * A line of a replay.
   *
   * @param event what was recorded
   * @param day the day that the line is about
   * @param earlier the agreement's positions and terms on the line before; empty when no day has passed since
   * @param before those on the day without the event; empty for the first event
   * @param after those on the day with the event
   */
  public static Value.Tree line(
      Recorded event, LocalDate day, Optional<PositionsAndTerms> earlier, Optional<PositionsAndTerms> before,
      PositionsAndTerms after) {
    TreeBuilder line =
        new TreeBuilder()
            .put("sequence", event.sequence())
            .put("type", event.kind().type())
            .put("recordedAt", event.recordedAt())
            .put("effectiveOn", day)
            .put("positions", PositionsAndTerms.changedPositions(before, Optional.of(after)))
            .put("clauses", PositionsAndTerms.changedClauses(before, Optional.of(after)));
    if (earlier.isPresent()) {
      Value.Tree meanwhile =
          new TreeBuilder()
              .put("positions", PositionsAndTerms.changedPositions(earlier, before))
              .put("clauses", PositionsAndTerms.changedClauses(earlier, before))
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
  public static Value.Tree write(AnswerHead asked, FactsAsOf from, AnswerHead askedTo, FactsAsOf to) {
    AgreementDifference differences = AgreementDifference.between(from, to, Optional.empty());
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
                        .map(clauses -> NamedEvent.cause(Optional.empty(), cause, clauses)))
                .toList())
        .build();
  }
}

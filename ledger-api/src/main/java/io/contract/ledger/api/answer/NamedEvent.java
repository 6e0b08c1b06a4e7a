package io.contract.ledger.api.answer;

import io.contract.ledger.scenario.Cause;
import io.contract.ledger.scenario.Supposed;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * Names events in answers. A recorded event is named by its number in the agreement, a supposed one by its place in the
 * request.
 */
final class NamedEvent {

  /** The place of something in a list, from 0. */
  static final Type PLACE = new Type.Whole(0, Integer.MAX_VALUE);

  /** The fields that name an event which may be supposed. */
  static final Shape MAYBE_SUPPOSED =
      Shape.of("")
          .optional("sequence", AnswerHead.SEQUENCE, "The event's number in the agreement, of a recorded one.")
          .optional("fact", PLACE, "The place of the supposed fact in the request, from 0; it has no sequence.");

  private NamedEvent() {}

  /** Begins a row about an event: with its place if it is supposed, and otherwise with its number. */
  static TreeBuilder begin(Optional<Supposed> supposed, long sequence) {
    Optional<Integer> place = supposed.flatMap(facts -> facts.placeOf(sequence));
    return place.isPresent()
        ? new TreeBuilder().put("fact", place.get())
        : new TreeBuilder().put("sequence", sequence);
  }

  /** An event that caused a difference, with the clauses that differ because of it. */
  static Value.Tree cause(Optional<Supposed> supposed, Cause cause, List<Value> clauses) {
    return begin(supposed, cause.sequence()).put("type", cause.type()).put("clauses", clauses).build();
  }
}

package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.TEXT;
import static io.contract.ledger.value.Type.listOf;
import static io.contract.ledger.value.Type.object;

import io.contract.ledger.scenario.Cause;
import io.contract.ledger.scenario.Impact;
import io.contract.ledger.scenario.LostGround;
import io.contract.ledger.scenario.Supposed;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.Value;
import java.util.Optional;
import java.util.stream.Stream;

/** What supposed facts would change, as shown. It has the form of a difference (domain page, section 9; ADR 0024). */
public final class ImpactAnswer {

  private static final Shape CAUSE =
      Shape.of("SupposedCause")
          .and(NamedEvent.MAYBE_SUPPOSED)
          .required("type", HistoryAnswer.EVENT_TYPE, "The event's name.")
          .required("clauses", listOf(SLUG, 1), "The clauses whose differences it would cause.");

  private static final Shape LOST =
      Shape.of("LostGround")
          .and(NamedEvent.MAYBE_SUPPOSED)
          .required("amendment", AnswerHead.AMENDMENT_NUMBER, "The number of the amendment.")
          .required("change", NamedEvent.PLACE, "The place of the change in it, from 0.")
          .optional("clause", SLUG,
              "The clause that it would have changed; absent of a succession that would have changed all.")
          .required("code", SLUG, "Why it would have no effect: the code it would be refused with.")
          .required("message", TEXT, "Why, in words.");

  /** The whole answer: {@code from} is without the supposed facts, {@code to} with them. */
  public static final Shape SHAPE =
      AnswerHead.shape("Impact")
          .and(PositionsAndTerms.CHANGED)
          .and(AgreementDifference.SHAPE)
          .required("lostGround", listOf(object(LOST), 0),
              "Changes of recorded amendments that would lose their effect, whatever day is asked about.")
          .required("partyChanges", listOf(TEXT, 0),
              "What supposed amendments do to who owes whom: whether only what accrues from then on moves, or what is owed already"
                  + " as well.")
          .required("causes", listOf(object(CAUSE), 0), "The facts that count on the day, and bear on what differs.");

  private ImpactAnswer() {}

  /** The whole answer. */
  public static Value.Tree write(AnswerHead asked, Impact impact) {
    AgreementDifference differences =
        AgreementDifference.between(impact.before(), impact.after(), Optional.of(impact.supposed()));
    return differences.write(asked.begin())
        .put("lostGround", impact.lostGround().stream().flatMap(lost -> lost(impact.supposed(), lost)).toList())
        .put("partyChanges", impact.partyChanges().stream().map(Value::text).toList())
        .put(
            "causes",
            impact.causes().stream().flatMap(cause -> cause(impact.supposed(), cause, differences).stream()).toList())
        .build();
  }

  private static Optional<Value.Tree> cause(Supposed supposed, Cause cause, AgreementDifference differences) {
    return differences.of(cause).map(clauses -> NamedEvent.cause(Optional.of(supposed), cause, clauses));
  }

  private static Stream<Value.Tree> lost(Supposed supposed, LostGround lost) {
    return lost.reasons().stream()
        .map(
            reason -> NamedEvent.begin(Optional.of(supposed), lost.sequence())
                .put("amendment", lost.amendment())
                .put("change", lost.change())
                .put("clause", lost.clause().orElse(null))
                .put("code", reason.code().slug())
                .put("message", reason.message())
                .build());
  }
}

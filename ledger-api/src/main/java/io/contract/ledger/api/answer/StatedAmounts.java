package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.SUM;
import static io.contract.ledger.value.Type.TEXT;
import static io.contract.ledger.value.Type.listOf;
import static io.contract.ledger.value.Type.nullable;
import static io.contract.ledger.value.Type.object;

import io.contract.ledger.api.words.EventWords;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.scenario.Supposed;
import io.contract.ledger.statement.Adjustment;
import io.contract.ledger.statement.StatementAmounts;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.util.Optional;

/** The amounts that a statement says for good: what its period accrued, what has changed of others, and the total. */
final class StatedAmounts {

  /** The number of a statement of a clause. */
  static final Type NUMBER = new Type.Whole(1, 1_000_000);

  private static final Shape CAUSE =
      Shape.of("AdjustmentCause")
          .required("sequence", AnswerHead.SEQUENCE, "The event's number in the agreement.")
          .required("type", HistoryAnswer.EVENT_TYPE, "The event's name.")
          .required("summary", TEXT, "What happened, in a few words for people.");

  private static final Shape ADJUSTMENT =
      Shape.of("Adjustment")
          .required("period", TEXT, "The period that was stated before.")
          .required("stated", nullable(SUM),
              "What had been stated and adjusted of it by then; null when it cannot be determined.")
          .required("now", nullable(SUM), "What it came to by then; null when it cannot be determined.")
          .required("amount", nullable(SUM), "The latter less the former; null when it cannot be determined.")
          .required("causes", listOf(object(CAUSE), 0),
              "The events that made the difference; none where time alone did.")
          .optional("undeterminedIn", listOf(NUMBER, 1),
              "Numbers of earlier statements that could not determine it, so that they have said nothing of it.");

  /** What it says. */
  static final Shape SHAPE =
      Shape.of("")
          .required("accrued", nullable(SUM),
              "What its own period accrued; zero where that was stated before, null when it cannot be determined.")
          .required("adjustments", listOf(object(ADJUSTMENT), 0),
              "For every period stated before whose numbers have changed since.")
          .required("total", nullable(SUM), "Accrued and all adjustments; null when it cannot be determined.");

  private StatedAmounts() {}

  /** Puts what is said into the tree; a cause that is supposed is named by its place among the supposed facts. */
  static TreeBuilder write(TreeBuilder tree, StatementAmounts said, Optional<Supposed> supposed) {
    return tree.put("accrued", Amounts.orNull(said.accrued()))
        .put("adjustments", said.adjustments().stream().map(one -> adjustment(one, supposed)).toList())
        .put("total", Amounts.orNull(said.total()));
  }

  private static Value.Tree adjustment(Adjustment adjustment, Optional<Supposed> supposed) {
    TreeBuilder answer = new TreeBuilder()
        .put("period", adjustment.period())
        .put("stated", Amounts.orNull(adjustment.stated()))
        .put("now", Amounts.orNull(adjustment.now()))
        .put("amount", Amounts.orNull(adjustment.amount()))
        .put("causes",
            adjustment.causes().stream().map(cause -> cause(cause, supposed)).toList());
    if (!adjustment.undeterminedIn().isEmpty()) {
      answer.put("undeterminedIn", adjustment.undeterminedIn().stream().map(Value::number).toList());
    }
    return answer.build();
  }

  private static Value.Tree cause(Recorded cause, Optional<Supposed> supposed) {
    return NamedEvent.begin(supposed, cause.sequence())
        .put("type", cause.kind().type())
        .put("summary", EventWords.of(cause))
        .build();
  }
}

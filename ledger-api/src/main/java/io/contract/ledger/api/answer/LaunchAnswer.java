package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.TEXT;
import static io.contract.ledger.value.Type.listOf;
import static io.contract.ledger.value.Type.nullable;
import static io.contract.ledger.value.Type.object;

import io.contract.ledger.obligation.LaunchJudgement;
import io.contract.ledger.terms.Clause.ShipException.Requires;
import io.contract.ledger.value.EnumWords;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.util.List;

/** Launches with their judgement as shown (domain page, sections 4 and 11). */
public final class LaunchAnswer {

  private static final Type JUDGEMENT = EnumWords.oneOf(LaunchJudgement.Judgement.values());

  /** One row. */
  public static final Shape ROW =
      Shape.of("JudgedLaunch")
          .required("clause", nullable(SLUG), "The first-ship clause in force on the day; null when none was.")
          .required("sequence", AnswerHead.SEQUENCE, "The number of the launch's event.")
          .optional("id", SLUG, "The launch's own id, when it was given one.")
          .required("product", TEXT, "What came out.")
          .required("venue", TEXT, "Where.")
          .required("on", DATE, "When.")
          .required("judgement", nullable(JUDGEMENT), "The judgement; null when no clause judges the launch.")
          .required(
              "readings",
              listOf(
                  object(
                      Shape.of("LaunchReading")
                          .required("requires", new Type.OneOf(EnumWords.readable(Requires.values())),
                              "How many of the grounds it takes.")
                          .required("judgement", JUDGEMENT, "The judgement then.")),
                  0),
              "Where the clause leaves open how many grounds it takes: the judgement under each reading.");

  /** The whole answer. */
  public static final Shape SHAPE = Lists.shape("Launches", object(ROW));

  private LaunchAnswer() {}

  /** One row. */
  public static Value.Tree row(LaunchJudgement judged) {
    List<Value.Tree> readings =
        judged.readings().stream()
            .map(
                read -> new TreeBuilder()
                    .put("requires", EnumWords.slug(read.requires()))
                    .put("judgement", EnumWords.slug(read.judgement()))
                    .build())
            .toList();
    return new TreeBuilder()
        .put("clause", judged.clause().map(Value::text).orElse(Value.NULL))
        .put("sequence", judged.sequence())
        .put("id", judged.launch().id())
        .put("product", judged.launch().product())
        .put("venue", judged.launch().venue())
        .put("on", judged.launch().on())
        .put("judgement", judged.judgement().map(j -> Value.text(EnumWords.slug(j))).orElse(Value.NULL))
        .put("readings", readings)
        .build();
  }
}

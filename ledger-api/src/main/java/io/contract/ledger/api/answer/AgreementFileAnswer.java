package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.ANYTHING;
import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.TEXT;
import static io.contract.ledger.value.Type.YES_NO;
import static io.contract.ledger.value.Type.listOf;
import static io.contract.ledger.value.Type.object;

import io.contract.ledger.id.AgreementId;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.util.List;
import java.util.Optional;

/** The result of loading or checking an agreement file (domain page, section 10). */
public final class AgreementFileAnswer {

  /** The whole answer. */
  public static final Shape SHAPE =
      Shape.of("LoadedFile")
          .required("agreement", SLUG, "The agreement's id.")
          .required(
              "expectations",
              listOf(
                  object(
                      Shape.of("HeldExpectation")
                          .required("that", TEXT, "What is expected, in words.")
                          .required("holds", YES_NO, "Whether the answer is as expected.")
                          .required("expected", ANYTHING, "What the file expects.")
                          .required("found", ANYTHING, "What the ledger answers to that; null when it has no such row.")
                          .required("differences", listOf(TEXT, 0),
                              "Where the two differ, in words; none when it holds.")
                          .required("line", new Type.Whole(1, Integer.MAX_VALUE), "Where the file expects it.")),
                  0),
              "What became of each expectation, in the order of the file.")
          .required("loaded", YES_NO, "Whether the history was recorded just now.")
          .optional("sequence", AnswerHead.SEQUENCE, "The number of the agreement's last event; of no dry run.");

  private AgreementFileAnswer() {}

  /** The whole answer. */
  public static Value.Tree write(
      AgreementId agreement, List<Value.Tree> expectations, boolean loaded, Optional<Long> sequence) {
    TreeBuilder answer =
        new TreeBuilder().put("agreement", agreement).put("expectations", expectations).put("loaded", loaded);
    sequence.ifPresent(last -> answer.put("sequence", last));
    return answer.build();
  }
}

package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.TEXT;
import static io.contract.ledger.value.Type.listOf;
import static io.contract.ledger.value.Type.object;

import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.money.Currency;
import io.contract.ledger.terms.ChangeWithoutEffect;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.util.List;

/** Amendments as shown: each as posted, with those of its changes that have no effect (domain page, section 11). */
public final class AmendmentAnswer {

  /** One row. */
  public static final Shape ROW =
      FactAnswer.shape("RecordedAmendment", FactKind.AMENDMENT)
          .optional(
              "withoutEffect",
              listOf(
                  object(
                      Shape.of("ChangeWithoutEffect")
                          .required("change", new Type.Whole(0, Integer.MAX_VALUE), "Its place in changes, from 0.")
                          .required("code", SLUG, "Why: the code it would be refused with today.")
                          .required("message", TEXT, "Why, in words.")),
                  1),
              "Changes that have no effect, because a back-dated amendment recorded later took their ground.");

  /** The whole answer. */
  public static final Shape SHAPE = Lists.shape("Amendments", object(ROW));

  private AmendmentAnswer() {}

  /** One row. */
  public static Value.Tree row(
      Currency currency, Recorded recorded, List<ChangeWithoutEffect> withoutEffect) {
    Value.Tree fact = FactAnswer.write(currency, recorded);
    if (withoutEffect.isEmpty()) {
      return fact;
    }
    List<Value.Tree> rows =
        withoutEffect.stream()
            .flatMap(
                without -> without.reasons().stream()
                    .map(
                        reason -> new TreeBuilder()
                            .put("change", without.change())
                            .put("code", reason.code().slug())
                            .put("message", reason.message())
                            .build()))
            .toList();
    return fact.with("withoutEffect", Value.items(rows));
  }
}

package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.INSTANT;
import static io.contract.ledger.value.Type.TEXT;

import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.money.Currency;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;

/** A fact as posted, with who recorded it and when. */
final class FactAnswer {

  /** The fields that stand beside every recorded fact. */
  static final Shape RECORDING =
      Shape.of("")
          .required("sequence", AnswerHead.SEQUENCE, "The number of its event in the agreement.")
          .required("recordedAt", INSTANT, "When the ledger stored it; of an imported one, when its file says.")
          .required("recordedBy", TEXT, "Who recorded it.")
          .optional("importedAt", INSTANT,
              "When it was loaded from a file: its recorded time is claimed, not witnessed.")
          .optional("importedBy", TEXT, "Who loaded it.");

  private FactAnswer() {}

  /** The shape of a fact as shown. */
  static Shape shape(String name, FactKind kind) {
    return new Shape(name, kind.shape().and(RECORDING).fields());
  }

  /** The fact, with the fields that recording added. */
  static Value.Tree write(Currency currency, Recorded recorded) {
    TreeBuilder all = new TreeBuilder();
    data(currency, recorded).entries().forEach(all::put);
    return recording(all, recorded).build();
  }

  /** The fact without the fields that recording added. */
  static Value.Tree data(Currency currency, Recorded recorded) {
    return Amounts.in(currency, recorded.fact().write(), recorded.kind().shape());
  }

  static TreeBuilder recording(TreeBuilder row, Recorded recorded) {
    Recorded.Imported imported = recorded.imported();
    return row.put("sequence", recorded.sequence())
        .put("recordedAt", recorded.recordedAt())
        .put("recordedBy", recorded.recordedBy())
        .put("importedAt", imported == null ? null : imported.at())
        .put("importedBy", imported == null ? null : imported.by());
  }
}

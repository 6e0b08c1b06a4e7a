package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.nullable;
import static io.contract.ledger.value.Type.object;
import static io.contract.ledger.value.Type.oneOf;

import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.money.Currency;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events in the order of recording, as shown. */
public final class HistoryAnswer {

  /** The names of all types of events. */
  public static final List<String> TYPES = Arrays.stream(FactKind.values()).map(FactKind::type).toList();

  /** The type of an event, as a field. */
  static final Type EVENT_TYPE = new Type.OneOf(TYPES);

  /** One row. Its {@code type} determines the shape of {@code data}. */
  public static final Type ROW = new Type.Chosen("type", rows());

  /** The whole answer. */
  public static final Shape SHAPE = Lists.shape("History", ROW);

  private HistoryAnswer() {}

  /**
   * One row.
   *
   * @param withdrawnBy number of the withdrawal that took the event back
   */
  public static Value.Tree row(Currency currency, Recorded recorded, Optional<Long> withdrawnBy) {
    TreeBuilder row =
        FactAnswer.recording(new TreeBuilder().put("type", recorded.kind().type()), recorded)
            .put(
                "effectiveOn",
                recorded.fact().effectiveOn().map(day -> Value.text(day.toString())).orElse(Value.NULL));
    withdrawnBy.ifPresent(sequence -> row.put("withdrawnBy", sequence));
    return row.put("data", FactAnswer.data(currency, recorded)).build();
  }

  private static Map<String, Shape> rows() {
    Map<String, Shape> rows = new LinkedHashMap<>();
    for (FactKind kind : FactKind.values()) {
      rows.put(
          kind.type(),
          Shape.of(kind.type())
              .required("type", oneOf(kind.type()), "What happened.")
              .and(FactAnswer.RECORDING)
              .required(
                  "effectiveOn",
                  nullable(DATE),
                  "The business day the fact is about; null when it has none of its own.")
              .optional("withdrawnBy", AnswerHead.SEQUENCE, "The number of the withdrawal that took it back.")
              .required("data", object(kind.shape()), "The fact as posted."));
    }
    return rows;
  }
}

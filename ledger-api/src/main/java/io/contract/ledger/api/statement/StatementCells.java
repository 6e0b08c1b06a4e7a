package io.contract.ledger.api.statement;

import io.contract.ledger.api.words.AmountWords;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.util.List;

/** What an answer says of a statement, as it stands on the page: undetermined where the answer has null. */
final class StatementCells {

  private static final String UNDETERMINED = "undetermined";

  /** Stands where there is nothing to say. */
  static final String NONE = "–";

  private StatementCells() {}

  /** An amount with its thousands apart. */
  static String amount(Fields row, String name) {
    return row.tree().get(name).isEmpty() ? NONE : AmountWords.apart(text(row, name, UNDETERMINED));
  }

  /** Words or a day. */
  static String text(Fields row, String name, String none) {
    return row.tree().get(name).orElse(Value.NULL) instanceof Value.Text text ? text.text() : none;
  }

  /** A number. */
  static String whole(Fields row, String name) {
    return row.optionalWhole(name).map(String::valueOf).orElse(NONE);
  }

  /** What stands inside; without any field where the answer has null. */
  static Fields object(Fields row, String name) {
    return row.tree().get(name).orElse(Value.NULL) instanceof Value.Tree tree ? new Fields(tree)
        : new Fields(Value.EMPTY);
  }

  /** The rows of a list; none where the answer has null. */
  static List<Fields> items(Fields row, String name) {
    return row.isNull(name) ? List.of() : row.list(name).stream().map(Fields::of).toList();
  }

  /** The sentences of a list. */
  static List<String> texts(Fields row, String name) {
    return row.list(name).stream().map(value -> ((Value.Text) value).text()).toList();
  }
}

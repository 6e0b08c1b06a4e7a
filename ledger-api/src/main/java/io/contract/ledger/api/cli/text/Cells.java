package io.contract.ledger.api.cli.text;

import io.contract.ledger.api.words.AmountWords;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.util.stream.Collectors;

/** The contents of table cells. */
public final class Cells {

  private static final String UNDETERMINED = "undetermined";

  private Cells() {}

  /**
   * An amount with its thousands separated; "undetermined" where the answer has null, empty where the answer has no such
   * figure.
   */
  public static String figure(Fields row, String name) {
    return AmountWords.apart(cell(row, name, UNDETERMINED));
  }

  /** Words or a date; empty where there is none. */
  public static String words(Fields row, String name) {
    return cell(row, name, "");
  }

  /** The words of a list, with commas between them. */
  public static String joined(Fields row, String name) {
    return joined(row, name, ", ");
  }

  public static String joined(Fields row, String name, String between) {
    return row.list(name).stream()
        .map(one -> one instanceof Value.Text word ? word.text() : "")
        .collect(Collectors.joining(between));
  }

  private static String cell(Fields row, String name, String none) {
    return row.tree()
        .get(name)
        .map(
            value -> switch (value) {
              case Value.Text text -> text.text();
              case Value.Null _ -> none;
              case Value.Bool bool -> bool.value() ? "yes" : "no";
              case Value.Num number -> number.literal();
              case Value.Items items -> items.toString();
              case Value.Tree tree -> tree.toString();
            })
        .orElse("");
  }
}

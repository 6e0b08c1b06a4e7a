package io.contract.ledger.api.agreementfile;

import io.contract.ledger.value.Content;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Compares an answer with what is expected of it (domain page, section 10). Only the fields that the expectation names are
 * compared, and amounts are compared by value. {@code null} expects no value, {@code []} an empty list, and {@code absent:
 * true} that there is no such row. The rows of a list are matched by the fields that name them, or by place where none does. A
 * list of plain words is compared as a whole, in any order.
 */
final class Comparison {

  /** The fields that name a row, over all kinds of lists. */
  private static final List<String> NAMES =
      List.of("name", "clause", "cap", "windowFrom", "period", "basis", "counts", "requires");

  /** The field that expects no such row. */
  static final String ABSENT = "absent";

  /** A field that only caps have. A cap has basis and counts as attributes and not as names, so caps are matched by place. */
  private static final String OF_CAP = "headroom";

  private Comparison() {}

  /** The differences between the answer and the expectation; empty when the answer is as expected. */
  static List<Mismatch> differences(Value.Tree expected, Value.Tree found) {
    return within("", expected, found);
  }

  /** The best match among the rows that have the selected names; empty when no row has them. */
  static Optional<Value.Tree> best(Value.Tree expected, List<String> selectors, List<Value.Tree> rows) {
    return rows.stream()
        .filter(matching(expected, selectors))
        .min(Comparator.comparingInt(row -> differences(expected, row).size()));
  }

  /** Whether the expectation is that there is no such row. */
  static boolean expectsNone(Value.Tree expected) {
    return expected.get(ABSENT).filter(Value.bool(true)::equals).isPresent();
  }

  /** The part of the answer that the expectation names, to be shown beside it. */
  static Value named(Value expected, Value found) {
    return switch (expected) {
      case Value.Tree tree when found instanceof Value.Tree answer -> namedEntries(tree, answer);
      case Value.Items items when found instanceof Value.Items answer && isRows(items) && !items.items().isEmpty() ->
        Value.items(
            IntStream.range(0, items.items().size())
                .mapToObj(i -> row(items, i, answer).map(row -> named(items.items().get(i), row)).orElse(Value.NULL))
                .toList());
      default -> found;
    };
  }

  private static Value namedEntries(Value.Tree expected, Value.Tree found) {
    Map<String, Value> entries = new LinkedHashMap<>();
    expected
        .entries()
        .forEach(
            (name, value) -> {
              if (!name.equals(ABSENT)) {
                entries.put(name, named(value, found.get(name).orElse(Value.NULL)));
              }
            });
    return new Value.Tree(entries);
  }

  private static List<Mismatch> within(String key, Value expected, Value found) {
    return switch (expected) {
      case Value.Tree tree when found instanceof Value.Tree answer -> entries(key, tree, answer);
      case Value.Items items when found instanceof Value.Items answer -> items(key, items, answer);
      default -> Content.sameUntyped(expected, found) ? List.of() : List.of(new Mismatch(key, expected, found));
    };
  }

  private static List<Mismatch> entries(String key, Value.Tree expected, Value.Tree found) {
    List<Mismatch> differences = new ArrayList<>();
    expected
        .entries()
        .forEach(
            (name, value) -> {
              if (!name.equals(ABSENT)) {
                differences.addAll(within(below(key, name), value, found.get(name).orElse(Value.NULL)));
              }
            });
    return differences;
  }

  private static List<Mismatch> items(String key, Value.Items expected, Value.Items found) {
    if (expected.items().isEmpty() || !isRows(expected)) {
      boolean same =
          expected.items().size() == found.items().size()
              && expected.items().stream()
                  .allMatch(item -> found.items().stream().anyMatch(f -> Content.sameUntyped(item, f)));
      return same ? List.of() : List.of(new Mismatch(key, expected, found));
    }
    List<Mismatch> differences = new ArrayList<>();
    for (int i = 0; i < expected.items().size(); i++) {
      Value.Tree row = (Value.Tree) expected.items().get(i);
      String name = below(key, namesIn(row).isEmpty() || isCap(rowsIn(found)) ? Integer.toString(i + 1) : nameOf(row));
      Optional<Value.Tree> match = row(expected, i, found);
      if (expectsNone(row)) {
        match.filter(answer -> entries(name, row, answer).isEmpty())
            .ifPresent(answer -> differences.add(new Mismatch(name, Value.NULL, named(row, answer))));
      } else if (match.isEmpty()) {
        differences.add(new Mismatch(name, row, Value.NULL));
      } else {
        differences.addAll(entries(name, row, match.get()));
      }
    }
    return differences;
  }

  /** The row of the answer that the expected row refers to. */
  private static Optional<Value.Tree> row(Value.Items expected, int place, Value.Items found) {
    Value.Tree wanted = (Value.Tree) expected.items().get(place);
    List<String> names = namesIn(wanted);
    List<Value.Tree> rows = rowsIn(found);
    if (names.isEmpty() || isCap(rows)) {
      return place < rows.size() ? Optional.of(rows.get(place)) : Optional.empty();
    }
    return best(wanted, names, rows);
  }

  private static List<Value.Tree> rowsIn(Value.Items found) {
    return found.items().stream().filter(Value.Tree.class::isInstance).map(Value.Tree.class::cast).toList();
  }

  private static boolean isCap(List<Value.Tree> rows) {
    return rows.stream().anyMatch(row -> row.get(OF_CAP).isPresent());
  }

  /** Whether rows of that shape are matched by a name and not by their place. */
  static boolean areNamed(Shape row) {
    return row.field(OF_CAP).isEmpty() && NAMES.stream().anyMatch(name -> row.field(name).isPresent());
  }

  private static Predicate<Value.Tree> matching(Value.Tree expected, List<String> names) {
    return row -> names.stream()
        .filter(name -> expected.get(name).isPresent())
        .allMatch(name -> Content.sameUntyped(expected.get(name).orElseThrow(), row.get(name).orElse(Value.NULL)));
  }

  private static boolean isRows(Value.Items items) {
    return items.items().stream().allMatch(Value.Tree.class::isInstance);
  }

  private static List<String> namesIn(Value.Tree row) {
    return NAMES.stream().filter(name -> row.get(name).isPresent()).toList();
  }

  private static String nameOf(Value.Tree row) {
    return namesIn(row).stream()
        .flatMap(name -> row.get(name).stream())
        .map(value -> value instanceof Value.Text text ? text.text() : value.toString())
        .collect(Collectors.joining("/"));
  }

  private static String below(String key, String name) {
    return key.isEmpty() ? name : key + " " + name;
  }
}

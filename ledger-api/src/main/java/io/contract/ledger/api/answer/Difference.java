package io.contract.ledger.api.answer;

import io.contract.ledger.position.Blocks;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The difference between two answers: {@code {rate: {from: "0.20", to: "0.15"}}}. Each row stands under its name. A value that
 * is missing on one side is null there.
 */
final class Difference {

  private Difference() {}

  /** The difference between the fields of two rows. */
  static Value.Tree ofFields(Optional<Value.Tree> from, Optional<Value.Tree> to) {
    Set<String> names = new LinkedHashSet<>();
    from.ifPresent(tree -> names.addAll(tree.entries().keySet()));
    to.ifPresent(tree -> names.addAll(tree.entries().keySet()));
    Map<String, Value> changed = new LinkedHashMap<>();
    for (String name : names) {
      Value before = from.flatMap(tree -> tree.get(name)).orElse(Value.NULL);
      Value after = to.flatMap(tree -> tree.get(name)).orElse(Value.NULL);
      if (!before.equals(after)) {
        changed.put(name, new TreeBuilder().put("from", before).put("to", after).build());
      }
    }
    return new Value.Tree(changed);
  }

  /** The differences between rows, each under the name of its row. Equal rows are left out and never written. */
  static <T> Value.Tree ofRows(
      List<T> from, List<T> to, Function<T, String> name, BiFunction<Optional<T>, Optional<T>, Value.Tree> ofRow) {
    // A row that is the same object at the same place in both is left out, as most rows are.
    SortedSet<Integer> places = Blocks.differing(from, to);
    Map<String, T> before = named(from, places, name);
    Map<String, T> after = named(to, places, name);
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    Map<String, Value> changed = new LinkedHashMap<>();
    for (String one : names) {
      T old = before.get(one);
      T now = after.get(one);
      if (!Objects.equals(old, now)) {
        Value.Tree difference = ofRow.apply(Optional.ofNullable(old), Optional.ofNullable(now));
        if (!difference.entries().isEmpty()) {
          changed.put(one, difference);
        }
      }
    }
    return new Value.Tree(changed);
  }

  /** Likewise of rows that are written whole, with nothing inside them. */
  static <T> Value.Tree ofPlainRows(
      List<T> from, List<T> to, Function<T, String> name, Function<T, Value.Tree> write) {
    return ofRows(from, to, name, (old, now) -> ofFields(old.map(write), now.map(write)));
  }

  /** The rows at these places, by their names. */
  private static <T> Map<String, T> named(List<T> rows, SortedSet<Integer> places, Function<T, String> name) {
    Map<String, T> named = new LinkedHashMap<>();
    for (T row : places.headSet(rows.size()).stream().map(rows::get).toList()) {
      named.put(name.apply(row), row);
    }
    return named;
  }

  /** The tree with the inner difference under that name, unless the inner difference is empty. */
  static Value.Tree with(Value.Tree tree, String name, Value.Tree inside) {
    return inside.entries().isEmpty() ? tree : tree.with(name, inside);
  }
}

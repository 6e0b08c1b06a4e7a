package io.contract.ledger.value;

import java.util.LinkedHashMap;
import java.util.Map;

/** JSON Merge Patch (RFC 7396) on value trees: how an amendment revises a clause. */
public final class MergePatch {

  private MergePatch() {}

  /**
   * The target as the patch leaves it: a name in the patch replaces, a nested tree is merged, {@code null} removes, and
   * what the patch does not name stays.
   *
   * <p>Example: {@code {rate: "0.20", cap: {amount: "10"}}} patched with {@code {cap: {basis: paid}, rate: null}} is
   * {@code {cap: {amount: "10", basis: paid}}}.
   */
  public static Value.Tree apply(Value.Tree target, Value.Tree patch) {
    Map<String, Value> result = new LinkedHashMap<>(target.entries());
    patch
        .entries()
        .forEach(
            (name, change) -> {
              switch (change) {
                case Value.Null _ -> result.remove(name);
                case Value.Tree nested ->
                  result.put(
                      name,
                      apply(
                          result.get(name) instanceof Value.Tree before ? before : Value.EMPTY,
                          nested));
                case Value.Text _,Value.Num _,Value.Bool _ -> result.put(name, change);
                case Value.Items _ ->
                  result.put(name, change);
              }
            });
    return new Value.Tree(result);
  }
}

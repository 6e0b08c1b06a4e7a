package io.contract.ledger.explain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Makes the equal parts of several explanations one object. Readings mostly rest on the same lines, and what they share is shown
 * once (ADR 0021).
 *
 * <p>Two nodes are equal when their own fields are equal and the nodes below them are, in the same order. Explanations are deep.
 * The comparison is therefore not recursive, and does not use {@code equals}, which goes down to the leaves each time.
 */
public final class EqualParts {

  private final Map<Explanation, Explanation> leaves = new HashMap<>();
  private final Map<Said, Explanation> nodes = new HashMap<>();
  private final IdentityHashMap<Explanation, Integer> numbers = new IdentityHashMap<>();
  private final IdentityHashMap<Explanation, Explanation> made = new IdentityHashMap<>();

  private EqualParts() {}

  /** The fields of a node, with the numbers of the nodes below it. */
  private record Said(String figure, Quantity value, String operation, Arithmetic arithmetic, List<Integer> of) {}

  /** The same explanations in the same order, in which equal parts are one object. */
  public static List<Explanation> shared(List<? extends Explanation> explanations) {
    EqualParts parts = new EqualParts();
    return explanations.stream().map(parts::one).toList();
  }

  private Explanation one(Explanation root) {
    Deque<Explanation> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      Explanation next = open.peek();
      List<Explanation> missing = below(next).stream().filter(child -> !made.containsKey(child)).toList();
      if (missing.isEmpty()) {
        made.computeIfAbsent(open.pop(), this::make);
      } else {
        missing.forEach(open::push);
      }
    }
    return made(root);
  }

  private static List<Explanation> below(Explanation explanation) {
    return explanation instanceof Explanation.Node node ? node.of() : List.of();
  }

  private Explanation make(Explanation explanation) {
    if (!(explanation instanceof Explanation.Node node)) {
      return numbered(leaves.computeIfAbsent(explanation, first -> first));
    }
    List<Explanation> of = node.of().stream().map(this::made).toList();
    Said said =
        new Said(
            node.figure(), node.value(), node.operation(), node.arithmetic(),
            of.stream().map(this::number).toList());
    return numbered(
        nodes.computeIfAbsent(
            said, first -> new Explanation.Node(node.figure(), node.value(), node.operation(), node.arithmetic(), of)));
  }

  private Explanation made(Explanation explanation) {
    return Objects.requireNonNull(made.get(explanation), "what is below is made before what rests on it");
  }

  private Explanation numbered(Explanation one) {
    numbers.putIfAbsent(one, numbers.size());
    return one;
  }

  private int number(Explanation one) {
    return Objects.requireNonNull(numbers.get(one), "what is made has a number");
  }
}

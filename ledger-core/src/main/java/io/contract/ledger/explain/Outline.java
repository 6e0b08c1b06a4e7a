package io.contract.ledger.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * An explanation laid out for reading. Every node is shown once, where it is nearest to the figure. Where it is needed again, there
 * is a reference. A node that lies too deep is shown after the figure, with a reference in its place. An outline shows at most
 * {@value #MOST} nodes on at most {@value #DEEPEST} levels ({@code OutlineTest}). What is left out is counted.
 */
public final class Outline {

  /** The most levels below one another. */
  public static final int DEEPEST = 12;

  /** The most nodes in all. */
  public static final int MOST = 2_000;

  /** The operation of a sum to which one term after another is added. */
  public static final String RUNNING = "Σ so far";

  /**
   * A node in its place.
   *
   * @see #isReference whether the node is shown elsewhere
   */
  public static final class Entry {
    private final Explanation explanation;
    private final List<Entry> of = new ArrayList<>();
    private final boolean isReference;
    private final int level;
    private int left;
    private int id;

    private Entry(Explanation explanation, boolean isReference, int level) {
      this.explanation = explanation;
      this.isReference = isReference;
      this.level = level;
    }

    public Explanation explanation() {
      return explanation;
    }

    /** The entries below it. */
    public List<Entry> of() {
      return List.copyOf(of);
    }

    /** Whether only the number is shown here, and the node elsewhere. */
    public boolean isReference() {
      return isReference;
    }

    /** How many nodes below it are not shown. A narrower question shows them, such as one about a single period. */
    public int left() {
      return left;
    }

    /** Its number; 0 when nothing refers to it. */
    public int id() {
      return id;
    }
  }

  private final int most;
  private final Entry root;
  private final List<Entry> more = new ArrayList<>();
  private final IdentityHashMap<Explanation, Entry> shown = new IdentityHashMap<>();
  private final List<Entry> references = new ArrayList<>();
  private final Deque<Entry> toFill = new ArrayDeque<>();
  private final Deque<Explanation> deferred = new ArrayDeque<>();
  private int placed;
  private int ids;

  private Outline(Explanation explanation, int most) {
    this.most = most;
    this.root = place(explanation, 1);
    fillAll();
    while (!deferred.isEmpty()) {
      Explanation next = deferred.removeFirst();
      if (!shown.containsKey(next)) {
        more.add(place(next, 1));
        fillAll();
      }
    }
    Set<Entry> targets = new HashSet<>();
    references.forEach(reference -> targets.add(target(reference)));
    number(root, targets);
    more.forEach(entry -> number(entry, targets));
    references.forEach(reference -> reference.id = target(reference).id);
  }

  private Entry target(Entry reference) {
    return Objects.requireNonNull(
        shown.get(reference.explanation), () -> "expected " + reference.explanation.figure() + " to be shown");
  }

  /** Numbers the entries that are referred to, in the order of reading. */
  private void number(Entry entry, Set<Entry> targets) {
    if (targets.contains(entry)) {
      entry.id = ++ids;
    }
    entry.of.forEach(below -> number(below, targets));
  }

  public static Outline of(Explanation explanation) {
    return new Outline(explanation, MOST);
  }

  /** An outline with at most {@code most} nodes, and a few more where a node that is referred to lies deep. */
  static Outline of(Explanation explanation, int most) {
    return new Outline(explanation, most);
  }

  /** The figure. */
  public Entry root() {
    return root;
  }

  /** The nodes that lie too deep below the figure. */
  public List<Entry> more() {
    return List.copyOf(more);
  }

  /** Fills level by level, so that the nodes nearest to the figure are the ones shown. */
  private void fillAll() {
    while (!toFill.isEmpty()) {
      Entry entry = toFill.removeFirst();
      List<Explanation> terms = terms((Explanation.Node) entry.explanation);
      int fitting = Math.min(terms.size(), Math.max(0, most - placed));
      terms.subList(0, fitting).forEach(term -> entry.of.add(place(term, entry.level + 1)));
      entry.left = terms.size() - fitting;
    }
  }

  private Entry place(Explanation explanation, int level) {
    placed++;
    if (!(explanation instanceof Explanation.Node node) || node.of().isEmpty()) {
      return new Entry(explanation, false, level);
    }
    if (shown.containsKey(node) || level >= DEEPEST) {
      Entry reference = new Entry(node, true, level);
      references.add(reference);
      if (!shown.containsKey(node)) {
        deferred.addLast(node);
      }
      return reference;
    }
    Entry entry = new Entry(node, false, level);
    shown.put(node, entry);
    toFill.addLast(entry);
    return entry;
  }

  /**
   * The terms of a node. A running sum has each term since the last sum that is already shown, because a sum of sums is one sum.
   */
  private List<Explanation> terms(Explanation.Node node) {
    Deque<Explanation> terms = new ArrayDeque<>();
    Explanation.Node sum = node;
    while (true) {
      List<Explanation> of = sum.of();
      for (int i = of.size() - 1; i > 0; i--) {
        terms.addFirst(of.get(i));
      }
      if (of.isEmpty()) {
        return List.copyOf(terms);
      }
      if (isRunning(sum) && of.getFirst() instanceof Explanation.Node before && isRunning(before)
          && !shown.containsKey(before)) {
        sum = before;
      } else {
        terms.addFirst(of.getFirst());
        return List.copyOf(terms);
      }
    }
  }

  private static boolean isRunning(Explanation.Node node) {
    return node.operation().equals(RUNNING);
  }
}

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
 * An explanation laid out for reading: every node once, where it is nearest to the figure; where it is needed again a reference
 * stands instead. What lies too deep is referred to likewise and shown after it. So it is as long as the explanation has nodes, but
 * never longer than {@value #MOST} of them, and never deeper than {@value #DEEPEST} levels ({@code OutlineTest}); what is left out
 * is counted.
 */
public final class Outline {

  /** So many levels one under another. */
  public static final int DEEPEST = 12;

  /** So many nodes in all. */
  public static final int MOST = 2_000;

  /** The operation of a sum to which one term after another is added. */
  public static final String RUNNING = "Σ so far";

  /**
   * A node in its place.
   *
   * @see #isReference whether it is shown elsewhere
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

    /** What is below it. */
    public List<Entry> of() {
      return List.copyOf(of);
    }

    /** Whether only its number stands here, and the node elsewhere. */
    public boolean isReference() {
      return isReference;
    }

    /** How many more there are below it than are shown; ask for less to see them, for one period instead of all. */
    public int left() {
      return left;
    }

    /** Its number; 0 of what nothing refers to. */
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

  /** In the order of reading. */
  private void number(Entry entry, Set<Entry> targets) {
    if (targets.contains(entry)) {
      entry.id = ++ids;
    }
    entry.of.forEach(below -> number(below, targets));
  }

  public static Outline of(Explanation explanation) {
    return new Outline(explanation, MOST);
  }

  /** Likewise with at most so many nodes, and a few more where what is referred to lies deep. */
  static Outline of(Explanation explanation, int most) {
    return new Outline(explanation, most);
  }

  /** The figure. */
  public Entry root() {
    return root;
  }

  /** What lay too deep below it. */
  public List<Entry> more() {
    return List.copyOf(more);
  }

  /** Level by level, so that what there is room for is what is nearest to the figure. */
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

  /** Of a running sum, each term since the last sum that is shown already: a sum of sums is one sum. */
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

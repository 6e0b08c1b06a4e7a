package io.contract.ledger.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * An explanation laid out for reading: every node once, earlier days before later ones; where it is needed again a reference
 * stands instead. What lies too deep is referred to likewise and shown at the end. So it is as long as the explanation has nodes,
 * and never deeper than {@value #DEEPEST} levels ({@code OutlineTest}).
 */
public final class Outline {

  /** So many levels one under another. */
  public static final int DEEPEST = 12;

  /**
   * A node in its place.
   *
   * @see #isReference whether it is shown elsewhere
   */
  public static final class Entry {
    private final Explanation explanation;
    private final List<Entry> of = new ArrayList<>();
    private final boolean isReference;
    private int id;

    private Entry(Explanation explanation, boolean isReference) {
      this.explanation = explanation;
      this.isReference = isReference;
    }

    public Explanation explanation() {
      return explanation;
    }

    /** What is below it. */
    public List<Entry> of() {
      return of;
    }

    /** Whether only its number stands here, and the node elsewhere. */
    public boolean isReference() {
      return isReference;
    }

    /** Its number; 0 of what nothing refers to. */
    public int id() {
      return id;
    }
  }

  private final Entry root;
  private final List<Entry> more = new ArrayList<>();
  private final IdentityHashMap<Explanation, Entry> shown = new IdentityHashMap<>();
  private final List<Entry> references = new ArrayList<>();
  private final Deque<Explanation> deferred = new ArrayDeque<>();
  private int ids;

  private Outline(Explanation explanation) {
    this.root = entry(explanation, 1);
    while (!deferred.isEmpty()) {
      Explanation next = deferred.removeFirst();
      if (!shown.containsKey(next)) {
        more.add(entry(next, 1));
      }
    }
    for (Entry reference : references) {
      Entry target = shown.get(reference.explanation);
      if (target == null) {
        throw new IllegalStateException("expected " + reference.explanation.figure() + " to be shown");
      }
      if (target.id == 0) {
        target.id = ++ids;
      }
      reference.id = target.id;
    }
  }

  public static Outline of(Explanation explanation) {
    return new Outline(explanation);
  }

  /** The figure. */
  public Entry root() {
    return root;
  }

  /** What lay too deep below it. */
  public List<Entry> more() {
    return more;
  }

  private Entry entry(Explanation explanation, int level) {
    if (!(explanation instanceof Explanation.Node node) || node.of().isEmpty()) {
      return new Entry(explanation, false);
    }
    if (shown.containsKey(node) || level >= DEEPEST) {
      Entry reference = new Entry(node, true);
      references.add(reference);
      if (!shown.containsKey(node)) {
        deferred.addLast(node);
      }
      return reference;
    }
    Entry entry = new Entry(node, false);
    shown.put(node, entry);
    for (Explanation child : terms(node)) {
      entry.of.add(entry(child, level + 1));
    }
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

  /** The operation of a sum to which one term after another is added. */
  public static final String RUNNING = "Σ so far";
}

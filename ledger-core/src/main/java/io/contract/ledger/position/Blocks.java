package io.contract.ledger.position;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An immutable list without nulls, kept in blocks. A list that was made from another with {@link #with} shares with it every block that
 * nothing was set in, so that whoever compares the two passes over what they share (ADR 0016): after each of many events few of the
 * rows of a position are other ones.
 *
 * @param <T> the type of its elements
 */
public final class Blocks<T> extends AbstractList<T> implements RandomAccess {

  private static final int SIZE = 32;

  private final List<List<T>> blocks;
  private final int size;

  private Blocks(List<List<T>> blocks, int size) {
    this.blocks = blocks;
    this.size = size;
  }

  /**
   * The elements in blocks; the list itself if it is kept in blocks already.
   *
   * @throws NullPointerException when an element is null
   */
  public static <T> Blocks<T> of(Collection<T> all) {
    if (all instanceof Blocks<T> already) {
      return already;
    }
    List<T> elements = List.copyOf(all);
    List<List<T>> blocks = new ArrayList<>();
    for (int from = 0; from < elements.size(); from += SIZE) {
      blocks.add(List.copyOf(elements.subList(from, Math.min(from + SIZE, elements.size()))));
    }
    return new Blocks<>(blocks, elements.size());
  }

  /**
   * This list with other elements at some places. A place after the last makes it longer; there may be no gap.
   *
   * @param set the elements by their places, counted from 0
   * @throws IndexOutOfBoundsException when a place would leave a gap
   */
  Blocks<T> with(SortedMap<Integer, T> set) {
    List<List<T>> changed = new ArrayList<>(blocks);
    int longer = size;
    int opened = -1;
    for (Map.Entry<Integer, T> one : set.entrySet()) {
      int place = one.getKey();
      int number = Objects.checkIndex(place, longer + 1) / SIZE;
      if (number == changed.size()) {
        changed.add(new ArrayList<>());
      } else if (number != opened) {
        changed.set(number, new ArrayList<>(changed.get(number)));
      }
      opened = number;
      T element = Objects.requireNonNull(one.getValue());
      if (place < longer) {
        changed.get(number).set(place % SIZE, element);
      } else {
        changed.get(number).add(place % SIZE, element);
        longer++;
      }
    }
    return new Blocks<>(changed, longer);
  }

  /**
   * The places at which the two have other objects, or only one has any. Where both are kept in blocks, it costs as much as the blocks
   * that they do not share.
   */
  @SuppressWarnings("ReferenceEquality")
  public static SortedSet<Integer> differing(List<?> one, List<?> other) {
    SortedSet<Integer> places = new TreeSet<>();
    int most = Math.max(one.size(), other.size());
    for (int place = 0; place < most; place++) {
      if (place % SIZE == 0 && one instanceof Blocks<?> ours && other instanceof Blocks<?> theirs
          && ours.sharesBlock(theirs, place / SIZE)) {
        place += SIZE - 1;
      } else if (place >= one.size() || place >= other.size() || one.get(place) != other.get(place)) {
        places.add(place);
      }
    }
    return places;
  }

  @SuppressWarnings("ReferenceEquality")
  private boolean sharesBlock(Blocks<?> other, int number) {
    return number < blocks.size() && number < other.blocks.size() && blocks.get(number) == other.blocks.get(number);
  }

  @Override
  public T get(int place) {
    Objects.checkIndex(place, size);
    return blocks.get(place / SIZE).get(place % SIZE);
  }

  @Override
  public int size() {
    return size;
  }
}

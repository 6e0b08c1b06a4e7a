package io.contract.ledger.fact.known;

import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/** What all indexes need of persistent maps. */
final class Maps {

  private Maps() {}

  /** The sorted map under the key; an empty one where there is none. */
  static <T, K extends Comparable<? super K>, V> PSortedMap<K, V> under(PMap<T, PSortedMap<K, V>> map, T key) {
    PSortedMap<K, V> found = map.get(key);
    return found == null ? TreePMap.empty() : found;
  }

  /**
   * What a name stands for.
   *
   * @throws IllegalStateException when it stands for nothing: an event of the stream is about what never was
   */
  static <T> T expect(@Nullable T found, String id) {
    if (found == null) {
      throw new IllegalStateException("expected to know '" + id + "', found nothing of that id");
    }
    return found;
  }
}

package io.contract.ledger.fact.known;

import io.contract.ledger.id.Id;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/** Access to persistent maps, as all indexes need it. */
final class Maps {

  private Maps() {}

  /** The sorted map under the key; an empty map where there is none. */
  static <T, K extends Comparable<? super K>, V> PSortedMap<K, V> under(PMap<T, PSortedMap<K, V>> map, T key) {
    PSortedMap<K, V> found = map.get(key);
    return found == null ? TreePMap.empty() : found;
  }

  /**
   * The value found under an id.
   *
   * @throws IllegalStateException when there is none: an event of the stream is about something that was never recorded
   */
  static <T> T expect(@Nullable T found, Id id) {
    if (found == null) {
      throw new IllegalStateException("expected to know '" + id + "', found nothing of that id");
    }
    return found;
  }
}

package io.contract.ledger.api.ledger;

import io.contract.ledger.api.store.RequestKey;
import org.jspecify.annotations.Nullable;

/**
 * How facts are to be recorded.
 *
 * @param by who records them
 * @param expectedSequence the last event the caller has seen ({@code If-Match}); null when it does not matter
 * @param key what tells the request from all others ({@code Idempotency-Key}); null when nothing does
 */
public record RecordingOptions(String by, @Nullable Long expectedSequence, @Nullable RequestKey key) {

  /** Recorded by someone, whatever came before. */
  public static RecordingOptions by(String who) {
    return new RecordingOptions(who, null, null);
  }

  /** The same, only if that is still the last event. */
  public RecordingOptions expecting(long sequence) {
    return new RecordingOptions(by, sequence, key);
  }

  /** The same, once for that key. */
  public RecordingOptions onceFor(RequestKey request) {
    return new RecordingOptions(by, expectedSequence, request);
  }
}

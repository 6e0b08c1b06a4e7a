package io.contract.ledger.api.ledger;

import io.contract.ledger.api.store.RequestKey;
import org.jspecify.annotations.Nullable;

/**
 * The options for recording facts.
 *
 * @param by who records them
 * @param expectedSequence the last event that the caller has seen ({@code If-Match}); null when any will do
 * @param key the key that identifies the request ({@code Idempotency-Key}); null when it has none
 */
public record RecordingOptions(String by, @Nullable Long expectedSequence, @Nullable RequestKey key) {

  /** Options with a recorder alone. */
  public static RecordingOptions by(String who) {
    return new RecordingOptions(who, null, null);
  }
}

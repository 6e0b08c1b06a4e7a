package io.contract.ledger.api.agreement;

import org.jspecify.annotations.Nullable;

/**
 * How facts are to be recorded.
 *
 * @param by who records them
 * @param expectedSequence the last event the caller has seen ({@code If-Match}); null when it does not matter
 */
public record RecordingOptions(String by, @Nullable Long expectedSequence) {

  /** Recorded by someone, whatever came before. */
  public static RecordingOptions by(String who) {
    return new RecordingOptions(who, null);
  }

  /** The same, only if that is still the last event. */
  public RecordingOptions expecting(long sequence) {
    return new RecordingOptions(by, sequence);
  }
}

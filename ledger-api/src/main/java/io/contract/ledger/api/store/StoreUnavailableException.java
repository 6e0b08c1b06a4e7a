package io.contract.ledger.api.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store cannot be opened, or can no longer be trusted to keep events. The message is for people. */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean isUntilRestart;

  /** Creates the exception. The message tells what is wrong and what to do. */
  public StoreUnavailableException(String message, @Nullable Throwable cause) {
    this(message, cause, false);
  }

  private StoreUnavailableException(String message, @Nullable Throwable cause, boolean isUntilRestart) {
    super(message, cause);
    this.isUntilRestart = isUntilRestart;
  }

  /** Creates the exception for a store that this process cannot trust any more: it does not pass by itself. */
  static StoreUnavailableException untilRestart(String message, Throwable cause) {
    return new StoreUnavailableException(message, cause, true);
  }

  /** Whether it stays until the server is started again. */
  boolean isUntilRestart() {
    return isUntilRestart;
  }

  /** The exception of this type among the causes of a failed start; empty when the store is not the cause. */
  public static Optional<StoreUnavailableException> among(Throwable failure) {
    return CauseChain.of(failure)
        .filter(StoreUnavailableException.class::isInstance)
        .map(StoreUnavailableException.class::cast)
        .findFirst();
  }
}

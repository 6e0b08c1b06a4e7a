package io.contract.ledger.api.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store cannot be opened, or can no longer be trusted to keep events. The message is for people. */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception. The message tells what is wrong and what to do. */
  public StoreUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The exception of this type among the causes of a failed start; empty when the store is not the cause. */
  public static Optional<StoreUnavailableException> among(Throwable failure) {
    return CauseChain.of(failure)
        .filter(StoreUnavailableException.class::isInstance)
        .map(StoreUnavailableException.class::cast)
        .findFirst();
  }
}

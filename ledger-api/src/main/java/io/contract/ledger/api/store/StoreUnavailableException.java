package io.contract.ledger.api.store;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ExitCodeGenerator;

/** The store cannot be opened, or no longer be trusted to keep what is given to it. The message is for people. */
public final class StoreUnavailableException extends RuntimeException implements ExitCodeGenerator {
  private static final long serialVersionUID = 1L;
  private static final int UNUSABLE = 2;

  /** Says what is the matter and what to do. */
  public StoreUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** What a command that needs the store exits with. */
  @Override
  public int getExitCode() {
    return UNUSABLE;
  }

  /** The one among the causes of a failed start, if it was for the store's sake. */
  public static Optional<StoreUnavailableException> among(Throwable failure) {
    return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
        .filter(StoreUnavailableException.class::isInstance)
        .map(StoreUnavailableException.class::cast)
        .findFirst();
  }
}

package io.contract.ledger.api.store;

import java.util.Objects;
import java.util.stream.Stream;

/** What was thrown, with what caused it: frameworks wrap the reason of a failure in several exceptions of their own. */
public final class CauseChain {

  /** Nobody wraps more often; a chain may also be a circle. */
  private static final int MOST = 50;

  private CauseChain() {}

  /** The exception itself first, the root of the failure last. */
  public static Stream<Throwable> of(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(MOST);
  }
}

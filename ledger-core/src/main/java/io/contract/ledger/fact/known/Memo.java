package io.contract.ledger.fact.known;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The results that calculators keep of one agreement while its facts grow, so that they need not be computed again. It goes with
 * {@link KnownFacts}. Answers depend on the facts alone: a test compares them with answers computed without a memo. Thread-safe, as
 * everything kept in it must be.
 */
public final class Memo {

  private final Map<Class<?>, Object> kept = new ConcurrentHashMap<>();

  Memo() {}

  /** The value kept under the type; the first time, the value supplied. */
  public <T> T of(Class<T> type, Supplier<T> first) {
    return type.cast(kept.computeIfAbsent(type, any -> first.get()));
  }
}

package io.contract.ledger.fact.known;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What calculators remember of an agreement while its facts grow, so that what they worked out need not be worked out again. It
 * goes with {@link KnownFacts} and is never the truth: what is answered depends on the facts alone, and a test compares it with
 * answers of facts that remember nothing. Safe between threads, as what is kept in it has to be.
 */
public final class Memo {

  private final Map<Class<?>, Object> kept = new ConcurrentHashMap<>();

  Memo() {}

  /** What is remembered under that type; the first time, what is supplied. */
  public <T> T of(Class<T> type, Supplier<T> first) {
    return type.cast(kept.computeIfAbsent(type, any -> first.get()));
  }
}

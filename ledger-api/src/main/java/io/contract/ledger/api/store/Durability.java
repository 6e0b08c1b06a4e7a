package io.contract.ledger.api.store;

/** Tells when a committed transaction can no longer be lost, even by a power cut. */
public interface Durability {

  /**
   * Returns when everything that was committed before the call is durable.
   *
   * @throws StoreUnavailableException when durability fails: the facts must not be acknowledged
   */
  void await();

  /**
   * Requires that there is space to record more, where that can be told beforehand.
   *
   * @throws StoreFullException when there is not; nothing has been recorded
   */
  default void requireSpace() {}

  /** How durability is achieved, for the log. */
  String says();
}

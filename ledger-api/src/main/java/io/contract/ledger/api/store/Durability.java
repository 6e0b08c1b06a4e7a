package io.contract.ledger.api.store;

/** When a committed transaction can no longer be lost, also not by a power cut. */
public interface Durability {

  /**
   * Returns when everything that was committed before the call is durable.
   *
   * @throws StoreUnavailableException when that cannot be made so: nobody may be told that it is recorded
   */
  void await();

  /** What is done for it, for the log. */
  String says();
}

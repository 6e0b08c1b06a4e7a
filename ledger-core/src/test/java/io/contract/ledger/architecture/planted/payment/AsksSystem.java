package io.contract.ledger.architecture.planted.payment;

final class AsksSystem {
  private AsksSystem() {}

  static long millis() {
    return System.currentTimeMillis();
  }
}

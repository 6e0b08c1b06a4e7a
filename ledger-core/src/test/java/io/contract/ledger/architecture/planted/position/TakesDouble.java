package io.contract.ledger.architecture.planted.position;

final class TakesDouble {
  private TakesDouble() {}

  static long rounded(double amount) {
    return Math.round(amount);
  }
}

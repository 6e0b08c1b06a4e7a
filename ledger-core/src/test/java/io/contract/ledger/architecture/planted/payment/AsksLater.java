package io.contract.ledger.architecture.planted.payment;

import java.time.Instant;
import java.util.function.Supplier;

final class AsksLater {
  private AsksLater() {}

  static Supplier<Instant> later() {
    return Instant::now;
  }
}

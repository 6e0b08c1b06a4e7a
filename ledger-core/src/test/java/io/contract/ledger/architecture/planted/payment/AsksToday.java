package io.contract.ledger.architecture.planted.payment;

import java.time.LocalDate;
import java.time.ZoneOffset;

final class AsksToday {
  private AsksToday() {}

  static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}

package io.contract.ledger.api.architecture.planted.api.payment;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

final class InjectsSetting {
  @Value("planted")
  @Nullable
  String injected;
}

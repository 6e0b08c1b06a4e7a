package io.contract.ledger.api.architecture.planted.api.payment;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

final class InjectsField {
  @Autowired
  @Nullable
  String injected;
}

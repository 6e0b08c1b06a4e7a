package io.contract.ledger.api.architecture.planted.api.payment;

record OneHalf(Inside inside) {
  record Inside(InBetween between) {}
}

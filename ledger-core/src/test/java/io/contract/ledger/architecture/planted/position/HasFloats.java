package io.contract.ledger.architecture.planted.position;

final class HasFloats {
  final float[] rates = {};
}

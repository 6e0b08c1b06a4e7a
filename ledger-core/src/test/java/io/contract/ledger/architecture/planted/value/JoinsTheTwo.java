package io.contract.ledger.architecture.planted.value;

/** The third file of a circle. */
record JoinsTheTwo(Shape shape) {}

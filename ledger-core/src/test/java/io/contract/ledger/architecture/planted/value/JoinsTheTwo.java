package io.contract.ledger.architecture.planted.value;

/** The third. */
record JoinsTheTwo(Shape shape) {}

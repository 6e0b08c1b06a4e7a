package io.contract.ledger.architecture.planted.value;

/** One of two files that would be let be without a third. */
record Shape(Type type) {}

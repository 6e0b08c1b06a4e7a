package io.contract.ledger.architecture.planted.value;

/** One of two files that may reference each other, but not in a circle with a third. */
record Shape(Type type) {}

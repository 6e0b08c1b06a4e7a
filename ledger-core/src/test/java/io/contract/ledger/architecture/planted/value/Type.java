package io.contract.ledger.architecture.planted.value;

/** The other of two files that may reference each other, but not in a circle with a third. */
interface Type {

  /** References two files from inside of this one. */
  record Nested(Shape shape, JoinsTheTwo third) implements Type {}
}

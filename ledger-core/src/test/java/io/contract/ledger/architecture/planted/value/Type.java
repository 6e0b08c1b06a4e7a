package io.contract.ledger.architecture.planted.value;

/** The other of two files that would be let be without a third. */
interface Type {

  /** References two files from inside of this one. */
  record Nested(Shape shape, JoinsTheTwo third) implements Type {}
}

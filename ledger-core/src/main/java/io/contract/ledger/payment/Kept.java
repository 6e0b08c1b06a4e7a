package io.contract.ledger.payment;

/** What a {@link Settlement} keeps of its past, beside how claims stand. It costs memory with every step. */
public enum Kept {
  /** Nothing. */
  NOTHING,
  /** Which claims and payments its steps touched, for whoever compares two of its states. */
  TOUCHED,
  /** Its steps, for whoever explains them. */
  MOVEMENTS
}

package io.contract.ledger.journal;

/** The purpose of an account of a clause under which money accrues. Debits are positive, as the payee books them. The payer books the mirror image. */
public enum Role {
  /** The outstanding amount of a period: a receivable of the payee, a payable of the payer. */
  CLAIM,
  /** The accrued amount of a period: income of the payee, an expense of the payer. */
  SHARE,
  /** The accrued amount of a period of a fixed payment: likewise. */
  FIXED_PAYMENT,
  /** Money that was paid. */
  CASH,
  /** Tax that the payer withheld: the payee can reclaim it, the payer must hand it over. */
  WITHHOLDING_TAX,
  /** Money beyond what has accrued, paid too much or ahead. The payee owes it in shares yet to accrue. */
  CREDIT,
  /** The waived amount: a loss of the payee, a gain of the payer. */
  WAIVED,
  /** The open late interest of a period. */
  INTEREST_CLAIM,
  /** The late interest of a period, settled, waived or open: income of the payee, an expense of the payer. */
  INTEREST,
  /** The waived late interest: a loss of the payee, a gain of the payer. */
  INTEREST_WAIVED,
  /** The amount accrued by the day on which the agreement was taken over. */
  OPENING_ACCRUED,
  /** The amount settled by the day on which the agreement was taken over. */
  OPENING_SETTLED,
  /** What passed to the books of the party that succeeded, or came from those of the party that it succeeded. */
  SUCCESSION,
  /** Payments that cannot be allocated because the rate is not disclosed. */
  SUSPENSE;

  /** Whether its balance passes to the party that succeeds another. What happened before stays where it was booked. */
  boolean passes() {
    return this == CLAIM || this == INTEREST_CLAIM || this == CREDIT;
  }
}

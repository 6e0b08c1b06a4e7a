package io.contract.ledger.journal;

/** What an account of a revenue share is for. Debits are positive, as the payee books them; the payer books the mirror image. */
public enum Role {
  /** What is outstanding of a period: a receivable of the payee, a payable of the payer. */
  CLAIM,
  /** What accrued in a period: income of the payee, an expense of the payer. */
  SHARE,
  /** Money that was paid. */
  CASH,
  /** Tax that the payer withheld: the payee's to reclaim, the payer's to hand over. */
  WITHHOLDING_TAX,
  /** What is settled beyond what accrued, or advanced: the payee owes it in shares yet to accrue. */
  CREDIT,
  /** What was given up: the payee's loss, the payer's gain. */
  WAIVED,
  /** Late interest of a period that is open. */
  INTEREST_CLAIM,
  /** Late interest of a period, settled or open: income of the payee, an expense of the payer. */
  INTEREST,
  /** What had accrued by the day on which the agreement was taken over. */
  OPENING_ACCRUED,
  /** What had been settled by then. */
  OPENING_SETTLED,
  /** What payments are held in while nobody can say what they settle, because the rate is not disclosed. */
  SUSPENSE
}

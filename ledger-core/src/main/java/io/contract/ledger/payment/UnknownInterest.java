package io.contract.ledger.payment;

/**
 * How much interest is taken to be open where the rate of an index is not known yet (domain page, section 16). It may be anything from
 * zero up. The more there is, the more of a payment it takes, and the less is left for everything after it: what is open comes to the same
 * for all that lies between, where it does at both ends. What money did to one claim does not ({@link Settlement}).
 */
public enum UnknownInterest {
  /** Only what is known: the rate of the days of which none is known counts as zero. */
  LEAST,
  /** More than there is money for: whatever reaches it is used up by it. */
  MOST
}

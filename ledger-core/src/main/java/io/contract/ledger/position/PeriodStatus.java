package io.contract.ledger.position;

import io.contract.ledger.value.EnumWords;

/** The status of a period on a day (domain page, section 5). The first that fits holds. */
public enum PeriodStatus {
  /** The last day of the period is still to come. */
  OPEN,
  /** The period has ended, nothing positive accrued, and a day of a base stream has no report. */
  UNREPORTED,
  /** Nothing positive accrued. */
  NIL,
  /** Nothing is open. */
  SETTLED,
  /** Open, and the due date is still to come. */
  DUE_LATER,
  /** Open, and the due date is today. */
  DUE,
  /** Open, and the due date has passed. */
  OVERDUE,
  /** Open, and the clause has no due date. */
  UNDATED;

  /** The name in answers: {@code due-later}. */
  public String slug() {
    return EnumWords.slug(this);
  }
}

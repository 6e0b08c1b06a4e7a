package io.contract.ledger.terms;

import io.contract.ledger.value.EnumWords;
import java.util.Arrays;

/** The kinds of clauses (domain page, section 4). */
public enum ClauseKind {
  REVENUE_SHARE,
  FIXED_PAYMENT,
  LICENCE,
  DESIGNATION,
  FIRST_SHIP,
  PERMISSION,
  RESTRICTION,
  SHAREHOLDING,
  PURCHASE_COMMITMENT,
  DUTY;

  /** Whether money accrues under clauses of the kind, so that they have a position (domain page, sections 5 and 17). */
  public boolean isPayable() {
    return this == REVENUE_SHARE || this == FIXED_PAYMENT;
  }

  /** The name in requests and files: {@code revenue-share}. */
  public String slug() {
    return EnumWords.slug(this);
  }

  /**
   * The kind of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static ClauseKind of(String slug) {
    return Arrays.stream(values())
        .filter(kind -> kind.slug().equals(slug))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no clause kind is called " + slug));
  }
}

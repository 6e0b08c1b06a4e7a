package io.contract.ledger.terms;

import io.contract.ledger.value.EnumWords;
import java.util.Arrays;

/** The kinds of clauses (domain page, section 4). */
public enum ClauseKind {
  REVENUE_SHARE,
  LICENCE,
  DESIGNATION,
  FIRST_SHIP,
  PERMISSION,
  RESTRICTION,
  SHAREHOLDING,
  PURCHASE_COMMITMENT,
  DUTY;

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

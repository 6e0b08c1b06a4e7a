package io.contract.ledger.payment;

import io.contract.ledger.calendar.Period;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * A period's share as one claim: what payments settle, oldest due date first, equal ones in order of periods, undated ones last
 * (domain page, sections 5 and 11). What was brought forward is a claim ahead of all others.
 *
 * @param period empty of what was brought forward
 * @param dueOn empty when the clause has no due date
 * @param interest empty when none runs
 */
public record Claim(Optional<Period> period, Optional<LocalDate> dueOn, Optional<LateInterest> interest)
    implements Comparable<Claim> {

  /** What was brought forward: without due date, settled first. */
  public static final Claim BROUGHT_FORWARD = new Claim(Optional.empty(), Optional.empty(), Optional.empty());

  private static final Comparator<Claim> ORDER =
      Comparator.comparing((Claim claim) -> claim.period().isPresent())
          .thenComparing(claim -> claim.dueOn().orElse(LocalDate.MAX))
          .thenComparing(claim -> claim.period().orElse(null), Comparator.nullsFirst(Comparator.naturalOrder()));

  /** The name of its row: {@code 2021-Q1}, or {@code brought-forward}. */
  public String name() {
    return period.map(Period::name).orElse("brought-forward");
  }

  /** Every step of a settlement looks claims up, so that the same one is told at once. */
  @Override
  @SuppressWarnings("ReferenceEquality")
  public int compareTo(Claim other) {
    return this == other ? 0 : ORDER.compare(this, other);
  }
}

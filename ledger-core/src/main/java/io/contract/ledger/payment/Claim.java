package io.contract.ledger.payment;

import io.contract.ledger.calendar.Period;
import java.time.LocalDate;
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

  /** The name of its row: {@code 2021-Q1}, or {@code brought-forward}. */
  public String name() {
    return period.map(Period::name).orElse("brought-forward");
  }

  /** Written out, because every step of a settlement looks claims up. */
  @Override
  @SuppressWarnings("ReferenceEquality")
  public int compareTo(Claim other) {
    if (this == other) {
      return 0;
    }
    if (period.isEmpty() || other.period.isEmpty()) {
      return Boolean.compare(period.isPresent(), other.period.isPresent());
    }
    int byDay = dueOn.orElse(LocalDate.MAX).compareTo(other.dueOn.orElse(LocalDate.MAX));
    return byDay == 0 ? period.get().compareTo(other.period.get()) : byDay;
  }

  /** Likewise: claims that are equal are of one period. */
  @Override
  public int hashCode() {
    return period.hashCode();
  }
}

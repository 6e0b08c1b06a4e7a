package io.contract.ledger.payment;

import io.contract.ledger.calendar.Period;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * A period's share as one claim: what payments settle, oldest due date first, equal ones in order of periods, undated ones last
 * (domain page, sections 5 and 11).
 *
 * @param dueOn empty when the clause has no due date
 */
public record Claim(Period period, Optional<LocalDate> dueOn) implements Comparable<Claim> {

  private static final Comparator<Claim> ORDER =
      Comparator.comparing((Claim claim) -> claim.dueOn().isEmpty())
          .thenComparing(claim -> claim.dueOn().orElse(LocalDate.MAX))
          .thenComparing(Claim::period);

  @Override
  public int compareTo(Claim other) {
    return ORDER.compare(this, other);
  }
}

package io.contract.ledger.terms;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.value.Value;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What an amendment made of a clause.
 *
 * @param amendment number of the amendment that made this revision (0: the agreement)
 * @param effectiveOn the day from which it is the clause's revision
 * @param until the day through which it is: the day before the next revision's {@code effectiveOn}, at the earliest that
 *     day itself less one (a revision that the same day's next amendment revises again rules no day)
 * @param attributes the whole clause as it then reads
 * @param setBy for each attribute, the number of the amendment that last set it
 * @param capCountsFrom the effective date of the amendment that introduced the cap or last set its {@code counts}
 * @param endedBy the number of the amendment that ended the clause after this revision
 * @param inForce the days on which this revision governs: {@code effectiveOn} through {@code until}, less what its own
 *     {@code from}, {@code through} and milestone leave out; empty when none is left
 */
public record Revision(
    int amendment,
    LocalDate effectiveOn,
    LocalDate until,
    Value.Tree attributes,
    Clause clause,
    Map<String, Integer> setBy,
    LocalDate capCountsFrom,
    Optional<Integer> endedBy,
    Optional<DateRange> inForce) {

  /** Whether this revision governs the day. */
  public boolean isInForceOn(LocalDate day) {
    return inForce.filter(days -> days.contains(day)).isPresent();
  }

  /** Whether the two say the same but for title and wording. */
  public boolean bindsAs(Revision other) {
    return bindingAttributes().equals(other.bindingAttributes())
        && capCountsFrom.equals(other.capCountsFrom);
  }

  private Value.Tree bindingAttributes() {
    return attributes.without("title").without("text");
  }
}

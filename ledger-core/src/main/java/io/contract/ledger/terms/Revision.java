package io.contract.ledger.terms;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.PeriodScheme;
import io.contract.ledger.value.Value;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A clause as an amendment left it.
 *
 * @param amendment number of the amendment that made this revision (0: the agreement)
 * @param effectiveOn the day from which it is the clause's revision
 * @param until the last day on which it is: the day before the next revision's {@code effectiveOn}. A revision that another
 *     amendment of the same day revises again is in force on no day
 * @param attributes the whole clause as it then reads
 * @param setBy for each attribute, the number of the amendment that last set it
 * @param capCountsFrom the effective date of the amendment that introduced the cap or last set its {@code counts}
 * @param endedBy the number of the amendment that ended the clause after this revision; empty when none did
 * @param inForce the days on which this revision is in force: {@code effectiveOn} through {@code until}, less what its own
 *     {@code from}, {@code through} and milestones leave out; empty when none is left
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

  /** The days in force that have a period; all days in force of a clause that has none. */
  public Optional<DateRange> daysInPeriods() {
    return inForce.flatMap(
        days -> clause.periodScheme().map(scheme -> days.intersection(scheme.days())).orElse(inForce));
  }

  /** The revision, where the first period of a schedule begins on that day. */
  Revision beginning(LocalDate first) {
    return new Revision(
        amendment, effectiveOn, until, attributes, clause.beginning(first), setBy, capCountsFrom, endedBy, inForce);
  }

  /** The revision, where a sum that is owed once accrues on that day, whatever day the revision names. */
  Revision accruingOn(LocalDate day) {
    return clause instanceof Clause.FixedPayment payment
        ? new Revision(
            amendment, effectiveOn, until, attributes, payment.in(PeriodScheme.Once.on(day)), setBy, capCountsFrom,
            endedBy, inForce)
        : this;
  }

  /** Whether it has a sum that is owed once. */
  boolean isOwedOnce() {
    return clause.periodScheme().filter(PeriodScheme.Once.class::isInstance).isPresent();
  }

  /** Whether its periods are named one by one. */
  public boolean isScheduled() {
    return clause.periodScheme().filter(PeriodScheme.Schedule.class::isInstance).isPresent();
  }

  /** The book that a clause under which money accrues names; empty for a clause of another kind. */
  public Optional<Book> book() {
    return clause instanceof Clause.Payable payable ? Optional.of(payable.book()) : Optional.empty();
  }

  /** Whether this revision is in force on the day. */
  public boolean isInForceOn(LocalDate day) {
    return inForce.filter(days -> days.contains(day)).isPresent();
  }

  /** Whether the two bind alike. Their attributes are the same except title and wording, and caps count from the same day. */
  public boolean bindsAs(Revision other) {
    return bindingAttributes().equals(other.bindingAttributes())
        && (!hasCaps() || capCountsFrom.equals(other.capCountsFrom));
  }

  private boolean hasCaps() {
    return attributes.get("cap").isPresent() || attributes.get("caps").isPresent();
  }

  private Value.Tree bindingAttributes() {
    return attributes.without("title").without("text");
  }
}

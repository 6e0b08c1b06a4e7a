package io.contract.ledger.payment;

import io.contract.ledger.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.pcollections.PVector;

/** A part of the interest on a claim, exact, with what it rests on (domain page, sections 5 and 15). */
public sealed interface InterestPiece {

  /** The day on which it became known, through which the interest has run. */
  LocalDate through();

  BigFraction exact();

  /** A part that rests on principal. */
  sealed interface OnPrincipal extends InterestPiece {

    Money principal();

    /** Whether the principal accrued on that day, after its due date, from which its interest runs all the same. */
    boolean isCaughtUp();
  }

  /**
   * The interest of a run of days on one principal.
   *
   * @param from the day from which it runs, not counted
   */
  record Run(Money principal, LocalDate from, LocalDate through, BigFraction exact, boolean isCaughtUp)
      implements OnPrincipal {}

  /**
   * What is charged once for the claim, of which that principal was open before the day.
   *
   * @param on the first day on which it was charged
   */
  record Charged(Money principal, LocalDate on, LocalDate through, BigFraction exact) implements OnPrincipal {
    @Override
    public boolean isCaughtUp() {
      return false;
    }
  }

  /**
   * The interest of a run of days on interest that has joined what bears interest.
   *
   * @param from the day from which it runs, not counted
   */
  record OnInterest(Compounded interest, LocalDate from, LocalDate through, BigFraction exact)
      implements InterestPiece {}

  /** The interest that had run by a day on which a payment settled some of it, or a waiver gave some up. */
  record Fixed(LocalDate on, PVector<InterestPiece> runs, Money rounded) {}

  /** What ended some interest: a payment settled it, or a waiver gave it up. */
  sealed interface End permits Allocation, GivenUp {

    LocalDate on();

    Money amount();
  }

  /**
   * What is left of rounded interest.
   *
   * @param before what was left before; of two claims that became one, what was left of each
   * @param fixed what was rounded since then
   * @param end what ended some of it; empty where two claims became one
   */
  record Left(List<Left> before, Optional<Fixed> fixed, Optional<End> end, Money amount) {

    /** Whether anything is. */
    boolean isAny() {
      return amount.isPositive();
    }
  }

  /** Interest that bears interest. */
  sealed interface Compounded {

    BigFraction amount();

    /**
     * All interest that was open on the last day of a unit.
     *
     * @param left the part that was rounded
     * @param runs the part that was not
     */
    record Joined(LocalDate on, Optional<Left> left, PVector<InterestPiece> runs, BigFraction amount)
        implements Compounded {}

    /**
     * What is left of it after some interest was ended: that of it ends first.
     *
     * @param left all interest that is left, which it cannot exceed once that was rounded
     */
    record Less(Compounded before, End end, Left left, BigFraction amount) implements Compounded {}

    /** That of two claims that became one. */
    record Both(Compounded one, Compounded other, BigFraction amount) implements Compounded {}
  }
}

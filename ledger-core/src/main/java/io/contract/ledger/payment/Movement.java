package io.contract.ledger.payment;

import io.contract.ledger.money.Money;
import io.contract.ledger.terms.Book;
import java.time.LocalDate;
import java.util.SequencedMap;

/**
 * One step of a settlement, with the state it was decided from. An explanation reads the steps and does not settle again (ADR
 * 0021). The steps of a settlement are in the order in which they were taken.
 */
public sealed interface Movement {

  /**
   * A line accrued. These steps are in the order in which the lines accrued.
   *
   * @param before the claim before the line, with its interest run to the day
   */
  record Accrued(ClaimState before, LocalDate day, Money amount) implements Movement {}

  /** A payment was made in the book. */
  record Paid(Book book, Allocation.Source.ByPayment payment) implements Movement {}

  /** A payment, or the credit of a period below zero, settled principal: the smaller of what was left of it and what was open. */
  record Settled(ClaimState before, Allocation by) implements Movement {}

  /** A payment settled interest: the smaller of what was left of it and what was open. */
  record InterestSettled(ClaimState before, Allocation by) implements Movement {}

  /** A waiver gave up principal: the smaller of what was left of it and what was open. */
  record Waived(ClaimState before, GivenUp by) implements Movement {}

  /** A waiver gave up interest: the smaller of what was left of it and what was open. */
  record InterestWaived(ClaimState before, GivenUp by) implements Movement {}

  /**
   * Books became other ones at the start of the day. Claims of one period in books that became one are one from then on.
   *
   * @param becomes what each book became; of books that became one, what settled claims on one day comes in this order
   */
  record Succeeded(LocalDate day, SequencedMap<Book, Book> becomes) implements Movement {}
}

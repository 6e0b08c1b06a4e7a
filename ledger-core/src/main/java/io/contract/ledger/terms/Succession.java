package io.contract.ledger.terms;

import io.contract.ledger.id.PartyId;
import java.time.LocalDate;

/**
 * A party stands where another stood in a clause, from a day on: in its terms, and in what is owed already (an assignment of accrued
 * rights, a novation, a merger; domain page, section 12; ADR 0037).
 *
 * <p>Example: Acme owes Globex 100, and Initech succeeds Acme on 1 July. From then on Initech owes the 100.
 *
 * @param amendment the number of the amendment that says so
 * @param effectiveOn the first day on which {@code to} stands there
 * @param from the party that stood there
 * @param to the party that stands there
 * @param after how many revisions of the clause come before it in the order of the amendments
 */
public record Succession(int amendment, LocalDate effectiveOn, PartyId from, PartyId to, int after) {

  /** Who stands where the party stood. */
  public PartyId of(PartyId party) {
    return party.equals(from) ? to : party;
  }

  /** What the book becomes. */
  public Book of(Book book) {
    return new Book(of(book.payer()), of(book.payee()));
  }
}

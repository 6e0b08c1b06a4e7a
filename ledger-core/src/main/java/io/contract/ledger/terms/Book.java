package io.contract.ledger.terms;

import io.contract.ledger.id.PartyId;

/**
 * A book of a clause: the money that one party owes another under it. Settlement, credit, waivers and interest keep to a book, and
 * nothing is netted across books; lines, caps and minimums are arithmetic of the clause, whoever its parties are (domain page, section
 * 12; ADR 0036).
 *
 * <p>Example: a share is paid by Acme to Globex, and from 16 May on to Initech. It has two books, and a payment to Globex settles
 * nothing that Acme owes Initech.
 *
 * @param payer the party that owes
 * @param payee the party to whom it is owed
 */
public record Book(PartyId payer, PartyId payee) {

  /** As it stands in the names of further books: {@code acme:initech}. */
  @Override
  public String toString() {
    return payer + ":" + payee;
  }
}

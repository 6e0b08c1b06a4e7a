package io.contract.ledger.terms;

import io.contract.ledger.id.PartyId;
import io.contract.ledger.value.Fields;
import java.util.Collection;
import java.util.Optional;

/**
 * Which book of a clause is asked for.
 *
 * @param payer its payer; empty for any
 * @param payee its payee; empty for any
 */
public record BookChoice(Optional<PartyId> payer, Optional<PartyId> payee) {

  /** Any book. */
  public static final BookChoice ANY = new BookChoice(Optional.empty(), Optional.empty());

  /** The choice that the fact writes as {@code payer} and {@code payee}. */
  public static BookChoice read(Fields fact) {
    return new BookChoice(
        fact.optionalText("payer").map(PartyId::new), fact.optionalText("payee").map(PartyId::new));
  }

  /** That book alone. */
  public static BookChoice of(Book book) {
    return new BookChoice(Optional.of(book.payer()), Optional.of(book.payee()));
  }

  /** Whether the book is one that is asked for. */
  public boolean accepts(Book book) {
    return payer.filter(party -> !party.equals(book.payer())).isEmpty()
        && payee.filter(party -> !party.equals(book.payee())).isEmpty();
  }

  /** The first of the books that is asked for; empty when none is. */
  public Optional<Book> first(Collection<Book> books) {
    return books.stream().filter(this::accepts).findFirst();
  }
}

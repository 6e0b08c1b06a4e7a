package io.contract.ledger.api.http;

import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.terms.BookChoice;
import io.contract.ledger.value.Code;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters {@code payer} and {@code payee}, which choose a book of a clause. */
public final class BookParameters {

  private BookParameters() {}

  /**
   * The book that the parameters choose.
   *
   * @throws ProblemException {@code unknown-party} when one of them is no party of the agreement
   */
  public static BookChoice choice(FactsAsOf facts, @Nullable String payer, @Nullable String payee) {
    return new BookChoice(party(facts, "payer", payer), party(facts, "payee", payee));
  }

  /**
   * The party that a parameter names; empty when it is absent.
   *
   * @throws ProblemException {@code unknown-party} when it is no party of the agreement
   */
  public static Optional<PartyId> party(FactsAsOf facts, String name, @Nullable String given) {
    Optional<PartyId> party = Optional.ofNullable(given).map(PartyId::new);
    if (party.isPresent() && !facts.known().partyIds().contains(party.get())) {
      throw ProblemException.at(
          name, Code.UNKNOWN_PARTY, "'" + given + "' is not a party to '" + facts.agreement().id() + "'");
    }
    return party;
  }
}

package io.contract.ledger.terms;

import io.contract.ledger.id.AgreementId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.money.Currency;
import io.contract.ledger.value.Value;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An agreement as it was executed, before any amendment: amendment number 0 (domain page, section 4).
 *
 * @param currency the currency of every amount under the agreement
 * @param timeZone where the agreement's days begin and end
 * @param executedOn the day of the last signature
 * @param effectiveOn the first day on which the terms bind
 * @param years the years by which it counts
 * @param clauses whole clauses, as value trees ({@link ClauseReader} reads them)
 */
public record ExecutedAgreement(
    AgreementId id,
    String title,
    Currency currency,
    ZoneId timeZone,
    LocalDate executedOn,
    LocalDate effectiveOn,
    AgreementYears years,
    List<Party> parties,
    List<Value.Tree> clauses) {

  public ExecutedAgreement {
    parties = List.copyOf(parties);
    clauses = List.copyOf(clauses);
  }

  /** A legal entity bound by the agreement. */
  public record Party(PartyId id, String name) {}

  /** The ids of the parties that executed it, in the agreement's order; others may join by amendments. */
  public Set<PartyId> partyIds() {
    return parties.stream().map(Party::id).collect(Collectors.toCollection(LinkedHashSet::new));
  }
}

package io.contract.ledger.obligation;

import io.contract.ledger.id.PartyId;
import io.contract.ledger.money.Money;
import io.contract.ledger.terms.ExecutedAgreement;
import io.contract.ledger.terms.TermsTimeline;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes parties, amounts and the agreement's own words in sentences for people. */
record ObligationWording(Map<PartyId, String> nameById) {

  static ObligationWording of(TermsTimeline terms) {
    return new ObligationWording(
        terms.parties().stream()
            .collect(Collectors.toMap(ExecutedAgreement.Party::id, ExecutedAgreement.Party::name)));
  }

  /** The name of the party of that id. */
  String party(PartyId id) {
    return nameById.getOrDefault(id, id.text());
  }

  /** Words of the agreement, without a full stop that would end the sentence early. */
  static String words(String text) {
    return text.strip().replaceAll("[.;\\s]+$", "");
  }

  /** The amount with separated thousands: {@code USD 38,000,000,000.00}. */
  static String money(Money amount) {
    String decimals = "%,." + amount.amount().scale() + "f";
    return amount.currency() + " " + String.format(Locale.ROOT, decimals, amount.amount());
  }
}

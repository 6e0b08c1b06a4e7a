package io.contract.ledger.obligation;

import io.contract.ledger.terms.ExecutedAgreement;
import java.util.Map;
import java.util.stream.Collectors;

/** What the parties are called, for sentences that people read. */
record PartyNames(Map<String, String> byId) {

  static PartyNames of(ExecutedAgreement agreement) {
    return new PartyNames(
        agreement.parties().stream()
            .collect(
                Collectors.toMap(ExecutedAgreement.Party::id, ExecutedAgreement.Party::name, (first, again) -> first)));
  }

  /** The name of the party of that id. */
  String of(String party) {
    return byId.getOrDefault(party, party);
  }

  /** Words of the agreement, made fit to stand inside a sentence. */
  static String inSentence(String words) {
    return words.strip().replaceAll("[.;\\s]+$", "");
  }
}

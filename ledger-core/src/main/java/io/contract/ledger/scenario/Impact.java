package io.contract.ledger.scenario;

import io.contract.ledger.fact.known.FactsAsOf;
import java.util.List;

/**
 * What supposed facts would change (domain page, section 9). The difference between an answer from {@code before} and the same
 * answer from {@code after} is the effect of the facts.
 *
 * @param supposed the facts, with the outcome of each
 * @param before the facts that count without them
 * @param after the facts that would count with them
 * @param lostGround the changes that have effect without them and would have none with them
 * @param partyChanges what amendments among the facts do to who owes whom, in words
 * @param causes the events that count in one and not in the other; those of supposed facts have the sequences they would get
 */
public record Impact(
    Supposed supposed, FactsAsOf before, FactsAsOf after, List<LostGround> lostGround, List<String> partyChanges,
    List<Cause> causes) {
  public Impact {
    lostGround = List.copyOf(lostGround);
    partyChanges = List.copyOf(partyChanges);
    causes = List.copyOf(causes);
  }
}

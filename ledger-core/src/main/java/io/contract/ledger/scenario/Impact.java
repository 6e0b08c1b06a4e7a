package io.contract.ledger.scenario;

import io.contract.ledger.fact.known.FactsAsOf;
import java.util.List;

/**
 * What supposed facts would change (domain page, section 9): the same questions asked of {@code before} and of {@code after} differ
 * by what the facts would do.
 *
 * @param supposed the facts, and what would become of each
 * @param before what counts without them
 * @param after what would count with them
 * @param lostGround changes that have effect without them and would have none with them
 * @param causes the events that count in one and not in the other; those of supposed facts have the sequences they would get
 */
public record Impact(
    Supposed supposed, FactsAsOf before, FactsAsOf after, List<LostGround> lostGround, List<Cause> causes) {
  public Impact {
    lostGround = List.copyOf(lostGround);
    causes = List.copyOf(causes);
  }
}

package io.contract.ledger.obligation;

import io.contract.ledger.fact.Launch;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.terms.Clause.ShipException.Requires;
import java.util.List;
import java.util.Optional;

/**
 * How a launch is judged by a first-ship clause (domain page, sections 4 and 11).
 *
 * @param clause id of the clause in force on the launch's day; empty when none was, and nothing is judged
 * @param sequence number of the launch's event
 * @param judgement empty when nothing judges the launch
 * @param readings the judgement under each reading; empty when the clause states how many grounds it takes
 */
public record LaunchJudgement(
    Optional<ClauseId> clause,
    long sequence,
    Launch launch,
    Optional<Judgement> judgement,
    List<Read> readings) {
  public LaunchJudgement {
    readings = List.copyOf(readings);
  }

  /** The judgement. */
  public enum Judgement {
    COMPLIANT,
    EXCUSED,
    BREACH,
    UNDETERMINED
  }

  /** The judgement when the exception requires all, or any, of its grounds. */
  public record Read(Requires requires, Judgement judgement) {}
}

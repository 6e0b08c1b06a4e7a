package io.contract.ledger.agreement;

import io.contract.ledger.fact.AgreementEvent;
import io.contract.ledger.fact.EventCodec;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides commands: pure, from the state and the command alone (domain page, section 6). Nothing refused is stored, and every
 * rule that is broken is named.
 */
public final class AgreementDecider {

  private AgreementDecider() {}

  /**
   * What becomes of the command when it is recorded at that instant.
   *
   * @param recordedAt when it would be recorded: dates of what must have happened are held against its day in the agreement's
   *     time zone
   */
  public static Decision decide(Agreement state, AgreementCommand command, Instant recordedAt) {
    if (!state.exists() && !(command instanceof AgreementCommand.ExecuteAgreement)) {
      return refused(
          List.of(
              new Violation(
                  Pointer.ROOT, Code.UNKNOWN_AGREEMENT, "the agreement has not been recorded")));
    }
    AgreementEvent event = ProposedEvent.of(state, command);
    Optional<Recorded> earlier =
        RecordedNames.find(state, event)
            .filter(recorded -> EventCodec.isSameFact(recorded.event(), event));
    if (earlier.isPresent()) {
      return new Decision.AlreadyRecorded(earlier.get());
    }
    List<Violation> violations = violations(state, event, recordedAt);
    return violations.isEmpty() ? new Decision.Accepted(event) : refused(violations);
  }

  private static List<Violation> violations(
      Agreement state, AgreementEvent event, Instant recordedAt) {
    if (event instanceof AgreementEvent.AgreementExecuted executed) {
      return TermsRules.judge(state, executed.agreement(), recordedAt);
    }
    Recording recording = Recording.at(state, recordedAt);
    new RecordingRules(recording).judge(event);
    return recording.violations().all();
  }

  private static Decision refused(List<Violation> violations) {
    return new Decision.Refused(new Refusal(violations));
  }
}

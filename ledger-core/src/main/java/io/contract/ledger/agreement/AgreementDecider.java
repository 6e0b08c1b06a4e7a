package io.contract.ledger.agreement;

import io.contract.ledger.budget.Budget;
import io.contract.ledger.fact.AgreementExecution;
import io.contract.ledger.fact.AmendmentExecution;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.Withdrawal;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides whether a fact is recorded, from the state and the fact alone (domain page, section 6). Pure. A refused fact is not
 * stored, and the refusal names every rule that it breaks.
 */
public final class AgreementDecider {

  private AgreementDecider() {}

  /**
   * The decision on a fact that is to be recorded at the instant.
   *
   * @param recordedAt when it would be recorded; nothing that must have happened may be dated after its day in the agreement's time
   *     zone
   */
  public static Decision decide(Agreement state, Fact fact, Instant recordedAt) {
    if (!state.exists() && !(fact instanceof AgreementExecution)) {
      return refused(
          List.of(
              new Violation(
                  Pointer.ROOT, Code.UNKNOWN_AGREEMENT, "the agreement has not been recorded")));
    }
    Fact canonical = state.exists() ? fact.canonical(state.executed().currency()) : fact;
    Optional<Recorded> earlier =
        state.sameName(canonical).filter(recorded -> FactKind.isSame(recorded.fact(), canonical));
    if (earlier.isPresent()) {
      return new Decision.AlreadyRecorded(earlier.get());
    }
    List<Violation> violations = new ArrayList<>(violations(state, canonical, recordedAt));
    sinceWithdrawn(state, canonical).ifPresent(violations::add);
    written(state, canonical).stream()
        .filter(written -> violations.stream().noneMatch(other -> isSame(written, other)))
        .forEach(violations::add);
    return violations.isEmpty() ? new Decision.Accepted(bySequence(state, canonical)) : refused(violations);
  }

  private static List<Violation> violations(
      Agreement state, Fact fact, Instant recordedAt) {
    if (fact instanceof AgreementExecution(var agreement, _)) {
      return TermsRules.judge(state, agreement, recordedAt);
    }
    FactCheck check = FactCheck.at(state, recordedAt);
    new FactRules(check).judge(fact);
    return check.violations().all();
  }

  /** A withdrawal is stored with the sequence of the event that it names. */
  private static Fact bySequence(Agreement state, Fact fact) {
    return fact instanceof Withdrawal withdrawal
        ? new Withdrawal(
            state.named(withdrawal.named().getFirst()).orElseThrow().sequence(), withdrawal.reason(),
            withdrawal.backing())
        : fact;
  }

  /**
   * The id, or the number of an amendment, is free again for other content once its fact is withdrawn. The same content under it is
   * refused: it was recorded by mistake, and is most likely sent again by one more.
   */
  private static Optional<Violation> sinceWithdrawn(Agreement state, Fact fact) {
    boolean isAmendment = fact instanceof AmendmentExecution;
    if (fact.id() == null && !isAmendment) {
      return Optional.empty();
    }
    return state.facts().withdrawn()
        .filter(withdrawn -> isNamedAlike(withdrawn.event().fact(), fact))
        .filter(withdrawn -> FactKind.isSame(withdrawn.event().fact(), fact))
        .max(Comparator.comparingLong(withdrawn -> withdrawn.event().sequence()))
        .map(
            withdrawn -> new Violation(
                new Pointer(isAmendment ? "/number" : "/id"),
                Code.ID_ALREADY_USED,
                "the same was recorded as event " + withdrawn.event().sequence() + " and withdrawn on "
                    + withdrawn.by().recordedAt() + " by event " + withdrawn.by().sequence()
                    + "; to record it after all, give it another " + (isAmendment ? "number" : "id")));
  }

  /** Whether the two have the same id or number; only then are they compared in full, which takes long. */
  private static boolean isNamedAlike(Fact one, Fact other) {
    Budget.step();
    return one instanceof AmendmentExecution(var amendment, _)
        ? other instanceof AmendmentExecution(var wanted, _) && amendment.number() == wanted.number()
        : Objects.equals(one.id(), other.id());
  }

  private static List<Violation> written(Agreement state, Fact fact) {
    return WrittenRules.judge(
        fact,
        fact instanceof AgreementExecution(var agreement, _) ? agreement.currency() : state.executed().currency());
  }

  private static boolean isSame(Violation one, Violation other) {
    return one.path().equals(other.path()) && one.code() == other.code();
  }

  private static Decision refused(List<Violation> violations) {
    return new Decision.Refused(new Refusal(violations));
  }
}

package io.contract.ledger.terms;

import io.contract.ledger.calendar.Period;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.MilestoneId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.value.ThereAre;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The terms of an agreement over time. Amendments are applied in the order of effective date, execution date and number, never in
 * the order of recording (domain page, sections 3, 4 and 11).
 *
 * <p>An amendment effective before the agreement works from the agreement's effective date. A change has no effect when it has no
 * ground, because its clause is not there or has ended at its place in the order, or when it would leave its clause invalid.
 * {@link #withoutEffect} names such changes.
 */
public final class TermsTimeline {

  /** The most clauses that are named when one is not found. */
  private static final int NAMED = 20;

  private final ExecutedAgreement agreement;
  private final List<ExecutedAgreement.Party> parties;
  private final Map<ClauseId, ClauseHistory> clauses;
  private final List<ChangeWithoutEffect> withoutEffect;

  private TermsTimeline(
      ExecutedAgreement agreement,
      List<ExecutedAgreement.Party> parties,
      Map<ClauseId, ClauseHistory> clauses,
      List<ChangeWithoutEffect> withoutEffect) {
    this.agreement = agreement;
    this.parties = parties;
    this.clauses = clauses;
    this.withoutEffect = withoutEffect;
  }

  /**
   * The terms as these amendments leave them.
   *
   * @param milestones the date of each attested milestone, by id
   */
  public static TermsTimeline of(
      ExecutedAgreement agreement, List<Amendment> amendments, Map<MilestoneId, LocalDate> milestones) {
    return of(AmendedClauses.of(agreement, amendments), milestones);
  }

  /** The terms that these clauses are, with those milestones. */
  public static TermsTimeline of(AmendedClauses amended, Map<MilestoneId, LocalDate> milestones) {
    Map<ClauseId, ClauseHistory> clauses = new LinkedHashMap<>();
    amended.histories(milestones).forEach(history -> clauses.put(history.id(), history));
    return new TermsTimeline(amended.agreement(), amended.parties(), clauses, amended.withoutEffect());
  }

  /** The amendments in the order in which they are applied. */
  public static List<Amendment> inOrder(List<Amendment> amendments) {
    return amendments.stream().sorted(AmendedClauses.ORDER).toList();
  }

  public ExecutedAgreement agreement() {
    return agreement;
  }

  /** The parties by their names as these amendments leave them, in the order in which they joined. */
  public List<ExecutedAgreement.Party> parties() {
    return parties;
  }

  /** The name of the party; its id where it has not joined by these amendments. */
  public String nameOf(PartyId id) {
    return parties.stream().filter(party -> party.id().equals(id)).findFirst().map(ExecutedAgreement.Party::name)
        .orElseGet(id::text);
  }

  /** Every clause there has ever been, in the order in which they were added. */
  public List<ClauseHistory> clauses() {
    return List.copyOf(clauses.values());
  }

  public Optional<ClauseHistory> clause(ClauseId id) {
    return Optional.ofNullable(clauses.get(id));
  }

  /** The period of that name among those of the clause, also of one that is gone, whose periods are those of the agreement's years. */
  public Optional<Period> period(ClauseId clause, String name) {
    return clause(clause).flatMap(history -> history.period(name)).or(() -> agreement.years().named(name));
  }

  /** The message for a clause that never was: {@code there is no clause 'shares'; there are share, licence}. */
  public String noSuchClause(ClauseId id) {
    return "there is no clause '" + id + "'; "
        + ThereAre.of(clauses.keySet().stream().map(ClauseId::text).toList(), NAMED);
  }

  /** The changes that have no effect, in the order of the amendments. */
  public List<ChangeWithoutEffect> withoutEffect() {
    return withoutEffect;
  }
}

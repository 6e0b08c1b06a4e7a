package io.contract.ledger.terms;

import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.MilestoneId;
import io.contract.ledger.value.ThereAre;
import java.time.LocalDate;
import java.util.Comparator;
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

  private static final Comparator<Amendment> ORDER =
      Comparator.comparing(Amendment::effectiveOn)
          .thenComparing(Amendment::executedOn)
          .thenComparingInt(Amendment::number);

  /** The most clauses that are named when one is not found. */
  private static final int NAMED = 20;

  private final ExecutedAgreement agreement;
  private final Map<ClauseId, ClauseHistory> clauses;
  private final List<ChangeWithoutEffect> withoutEffect;

  private TermsTimeline(
      ExecutedAgreement agreement,
      Map<ClauseId, ClauseHistory> clauses,
      List<ChangeWithoutEffect> withoutEffect) {
    this.agreement = agreement;
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
    TimelineBuilder builder = new TimelineBuilder(agreement);
    amendments.stream().sorted(ORDER).forEach(builder::apply);
    Map<ClauseId, ClauseHistory> clauses = new LinkedHashMap<>();
    builder.histories(milestones).forEach(history -> clauses.put(history.id(), history));
    return new TermsTimeline(agreement, clauses, builder.withoutEffect());
  }

  /** The amendments in the order in which they are applied. */
  public static List<Amendment> inOrder(List<Amendment> amendments) {
    return amendments.stream().sorted(ORDER).toList();
  }

  public ExecutedAgreement agreement() {
    return agreement;
  }

  /** Every clause there has ever been, in the order in which they were added. */
  public List<ClauseHistory> clauses() {
    return List.copyOf(clauses.values());
  }

  public Optional<ClauseHistory> clause(ClauseId id) {
    return Optional.ofNullable(clauses.get(id));
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

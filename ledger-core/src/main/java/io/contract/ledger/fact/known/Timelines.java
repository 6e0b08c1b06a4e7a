package io.contract.ledger.fact.known;

import io.contract.ledger.id.MilestoneId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.terms.AmendedClauses;
import io.contract.ledger.terms.Amendment;
import io.contract.ledger.terms.ExecutedAgreement;
import io.contract.ledger.terms.TermsTimeline;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The last few timelines of terms, kept so that a payment does not apply all amendments again. The answer depends on the arguments
 * alone. Thread-safe: at worst two threads build the same timeline.
 */
final class Timelines {

  private static final int KEPT = 4;

  private volatile List<Kept> kept = List.of();

  private record Kept(
      ExecutedAgreement agreement,
      Set<PartyId> parties,
      List<Amendment> amendments,
      Map<MilestoneId, LocalDate> milestones,
      TermsTimeline timeline) {

    boolean isOf(
        ExecutedAgreement other, Set<PartyId> known, List<Amendment> amended, Map<MilestoneId, LocalDate> attested) {
      return agreement.equals(other) && parties.equals(known) && amendments.equals(amended)
          && milestones.equals(attested);
    }
  }

  /**
   * As {@link TermsTimeline#of}.
   *
   * @param amended the clauses as these amendments leave them; asked for when the timeline is not kept
   */
  TermsTimeline of(
      ExecutedAgreement agreement, Set<PartyId> parties, List<Amendment> amendments,
      Map<MilestoneId, LocalDate> milestones, Supplier<AmendedClauses> amended) {
    List<Kept> before = kept;
    for (Kept one : before) {
      if (one.isOf(agreement, parties, amendments, milestones)) {
        return one.timeline();
      }
    }
    TermsTimeline timeline = TermsTimeline.of(amended.get(), milestones);
    Kept latest =
        new Kept(agreement, parties, List.copyOf(amendments), Map.copyOf(milestones), Objects.requireNonNull(timeline));
    kept = Stream.concat(Stream.of(latest), before.stream()).limit(KEPT).toList();
    return timeline;
  }
}

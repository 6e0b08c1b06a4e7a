package io.contract.ledger.scenario;

import io.contract.ledger.fact.AgreementExecution;
import io.contract.ledger.fact.AmendmentExecution;
import io.contract.ledger.fact.ClauseFact;
import io.contract.ledger.fact.Fixing;
import io.contract.ledger.fact.Launch;
import io.contract.ledger.fact.Milestone;
import io.contract.ledger.fact.Restatement;
import io.contract.ledger.fact.RevenueReport;
import io.contract.ledger.fact.Reversal;
import io.contract.ledger.fact.SupportDecline;
import io.contract.ledger.fact.Withdrawal;
import io.contract.ledger.fact.known.DifferingEvents;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.terms.Amendment;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the events that count at one of two points on the axes of time and not at the other (domain page, section 3), and the
 * clauses that each bears on. Where an event was withdrawn, the withdrawal is the cause.
 *
 * <p>Example: between 2021-09-30 and 2021-10-01 the cause is the amendment effective on that day; between two instants, the
 * report restated in between.
 */
public final class Causes {

  private final FactsAsOf from;
  private final FactsAsOf to;
  private final KnownFacts more;

  private Causes(FactsAsOf from, FactsAsOf to) {
    this.from = from;
    this.to = to;
    this.more = from.known().events().size() > to.known().events().size() ? from.known() : to.known();
  }

  /**
   * The causes of whatever differs between the points, in order of recording.
   *
   * @throws IllegalArgumentException when the two are not about one agreement
   */
  public static List<Cause> between(FactsAsOf from, FactsAsOf to) {
    return new Causes(from, to).all(DifferingEvents.between(from, to));
  }

  private List<Cause> all(List<DifferingEvents.Found> found) {
    TreeMap<Long, SortedSet<ClauseId>> clausesOf = new TreeMap<>();
    for (DifferingEvents.Found one : found) {
      clausesOf.computeIfAbsent(one.because().sequence(), any -> new TreeSet<>()).addAll(clauses(one));
    }
    List<Cause> causes = new ArrayList<>();
    clausesOf.forEach(
        (sequence, clauses) -> causes.add(
            new Cause(sequence, more.events().get(Math.toIntExact(sequence)).kind().type(), clauses)));
    return causes;
  }

  private SortedSet<ClauseId> clauses(DifferingEvents.Found found) {
    return switch (found.event().fact()) {
      case AgreementExecution _ -> clauses(any -> true);
      case AmendmentExecution(var amendment, _) ->
        amendment.parties().isEmpty() ? changedBy(amendment) : clauses(any -> true);
      case RevenueReport report -> ofStream(report.stream());
      case Restatement restatement -> ofStream(found.restated(restatement).stream());
      case Reversal reversal -> of(found.reversed(reversal).payment().fact().clause());
      case Milestone milestone ->
        clauses(clause -> clause.dependsOn(milestone.id()));
      case Launch _,SupportDecline _ -> clauses(Clause.FirstShip.class::isInstance);
      case Fixing fixing -> clauses(clause -> clause.interestIndex().filter(fixing.index()::equals).isPresent());
      case ClauseFact about -> of(about.clause());
      case Withdrawal _ -> new TreeSet<>();
    };
  }

  private SortedSet<ClauseId> changedBy(Amendment amendment) {
    return amendment.changes().stream()
        .flatMap(
            change -> Stream.concat(
                change.clause().stream(), clauses(any -> true).stream().filter(change::mayChange)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private SortedSet<ClauseId> ofStream(String stream) {
    return clauses(
        clause -> (clause instanceof Clause.RevenueShare share && share.base().all().contains(stream))
            || (clause instanceof Clause.PurchaseCommitment commitment && commitment.stream().equals(stream)));
  }

  private static SortedSet<ClauseId> of(ClauseId clause) {
    return new TreeSet<>(List.of(clause));
  }

  /** The clauses with a revision, at either point, that the condition holds for. */
  private SortedSet<ClauseId> clauses(Predicate<Clause> such) {
    return Stream.of(from, to)
        .flatMap(facts -> facts.terms().clauses().stream())
        .filter(history -> history.revisions().stream().map(Revision::clause).anyMatch(such))
        .map(ClauseHistory::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

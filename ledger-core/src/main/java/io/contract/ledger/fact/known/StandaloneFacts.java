package io.contract.ledger.fact.known;

import static io.contract.ledger.fact.known.Maps.under;

import io.contract.ledger.fact.AgreementExecution;
import io.contract.ledger.fact.AmendmentExecution;
import io.contract.ledger.fact.ClauseFact;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.Payment;
import io.contract.ledger.fact.Restatement;
import io.contract.ledger.fact.RevenueReport;
import io.contract.ledger.fact.Reversal;
import io.contract.ledger.fact.Withdrawal;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.Id;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;

/**
 * The facts of all kinds that have no index of their own. A new kind is kept here.
 *
 * @param byKind in order of recording
 * @param byId the event that has an id and is not withdrawn
 * @param byClause facts about a clause, in order of their business days
 */
record StandaloneFacts(
    PMap<Class<? extends Fact>, PSortedMap<Long, Known<Fact>>> byKind,
    PMap<Name, Long> byId,
    PMap<Name, PSortedMap<Dated, Known<Fact>>> byClause) {

  /** The kinds that are kept elsewhere alone. Of some kinds that are kept here others keep more. */
  private static final Set<Class<? extends Fact>> ELSEWHERE =
      Set.of(
          AgreementExecution.class, AmendmentExecution.class, RevenueReport.class, Restatement.class, Payment.class,
          Reversal.class, Withdrawal.class);

  static final StandaloneFacts NONE =
      new StandaloneFacts(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

  /** The id of a fact or of a clause, among facts of one kind. */
  private record Name(Class<? extends Fact> kind, Id id) {}

  StandaloneFacts plus(long sequence, Fact fact) {
    if (!isKept(fact)) {
      return this;
    }
    Known<Fact> known = new Known<>(sequence, fact);
    Class<? extends Fact> kind = fact.getClass();
    Id id = fact.id();
    PMap<Name, PSortedMap<Dated, Known<Fact>>> clauses = byClause;
    if (fact instanceof ClauseFact about) {
      Name clause = new Name(kind, about.clause());
      clauses = clauses.plus(clause, under(clauses, clause).plus(Dated.of(known), known));
    }
    return new StandaloneFacts(
        byKind.plus(kind, under(byKind, kind).plus(sequence, known)),
        id == null ? byId : byId.plus(new Name(kind, id), sequence),
        clauses);
  }

  StandaloneFacts minus(long sequence, Fact fact) {
    if (!isKept(fact)) {
      return this;
    }
    Class<? extends Fact> kind = fact.getClass();
    Id id = fact.id();
    PMap<Name, PSortedMap<Dated, Known<Fact>>> clauses = byClause;
    if (fact instanceof ClauseFact about) {
      Name clause = new Name(kind, about.clause());
      clauses = clauses.plus(clause, under(clauses, clause).minus(Dated.of(new Known<>(sequence, fact))));
    }
    return new StandaloneFacts(
        byKind.plus(kind, under(byKind, kind).minus(sequence)),
        id == null ? byId : byId.minus(new Name(kind, id)),
        clauses);
  }

  private static boolean isKept(Fact fact) {
    return !ELSEWHERE.contains(fact.getClass());
  }

  /** The event that has the fact's id and is not withdrawn. */
  Optional<Long> sameName(Fact fact) {
    Id id = fact.id();
    return id == null ? Optional.empty() : Optional.ofNullable(byId.get(new Name(fact.getClass(), id)));
  }

  /** Every fact of the kind, in order of recording. */
  <F extends Fact> List<Known<F>> all(Class<F> kind) {
    requireKept(kind);
    return under(byKind, kind).values().stream().map(StandaloneFacts::<F>typed).toList();
  }

  /** The fact of the kind that has the id. */
  <F extends Fact> Optional<Known<F>> named(Class<F> kind, Id id) {
    return Optional.ofNullable(byId.get(new Name(kind, id)))
        .flatMap(sequence -> Optional.ofNullable(under(byKind, kind).get(sequence)))
        .map(StandaloneFacts::<F>typed);
  }

  /** The facts of the kind about a clause, of that business day or later, in order of their days. */
  <F extends Fact> Stream<Known<F>> on(Class<F> kind, ClauseId clause, LocalDate from) {
    requireKept(kind);
    return under(byClause, new Name(kind, clause)).tailMap(Dated.startOf(from), true).values().stream()
        .map(StandaloneFacts::<F>typed);
  }

  /** A fact as one of its kind. Only facts of a class are kept under that class. */
  @SuppressWarnings("unchecked")
  private static <F extends Fact> Known<F> typed(Known<Fact> known) {
    return (Known<F>) (Known<?>) known;
  }

  private static void requireKept(Class<? extends Fact> kind) {
    if (ELSEWHERE.contains(kind)) {
      throw new IllegalArgumentException("expected a kind without an index of its own, found " + kind.getSimpleName());
    }
  }
}

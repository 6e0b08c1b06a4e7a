package io.contract.ledger.fact.known;

import io.contract.ledger.fact.AgreementExecution;
import io.contract.ledger.fact.AmendmentExecution;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.terms.AmendedClauses;
import io.contract.ledger.terms.Amendment;
import io.contract.ledger.terms.ExecutedAgreement;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The agreement and its amendments.
 *
 * @param agreement null before the first event
 * @param amendments the amendments that are not withdrawn, by number
 * @param applied the clauses as the amendments leave them
 */
record KnownTerms(
    @Nullable ExecutedAgreement agreement, PSortedMap<Integer, Known<Amendment>> amendments, Applied applied) {

  static final KnownTerms NONE = new KnownTerms(null, TreePMap.empty(), new Applied(null));

  /** The amended clauses, once anyone has asked for them. Thread-safe: at worst two threads apply the same amendments. */
  private static final class Applied {
    private volatile @Nullable AmendedClauses clauses;

    Applied(@Nullable AmendedClauses clauses) {
      this.clauses = clauses;
    }

    /** The same with one amendment more, if that costs no more than this amendment. */
    Applied plus(Amendment amendment) {
      AmendedClauses before = clauses;
      return new Applied(before != null && before.isFollowedBy(amendment) ? before.plus(amendment) : null);
    }

    AmendedClauses of(ExecutedAgreement agreement, Collection<Known<Amendment>> amendments) {
      AmendedClauses found = clauses;
      if (found == null) {
        found = AmendedClauses.of(agreement, amendments.stream().map(Known::fact).toList());
        clauses = found;
      }
      return found;
    }
  }

  /**
   * The clauses as all the amendments leave them.
   *
   * @throws IllegalStateException before the agreement is known
   */
  AmendedClauses amended() {
    if (agreement == null) {
      throw new IllegalStateException("the agreement is not known");
    }
    return applied.of(agreement, amendments.values());
  }

  KnownTerms plus(long sequence, Fact fact) {
    if (fact instanceof AgreementExecution(var executed, _)) {
      return new KnownTerms(executed, amendments, new Applied(null));
    }
    return fact instanceof AmendmentExecution(var amendment, _)
        ? new KnownTerms(
            agreement, amendments.plus(amendment.number(), new Known<>(sequence, amendment)), applied.plus(amendment))
        : this;
  }

  KnownTerms minus(Fact fact) {
    return fact instanceof AmendmentExecution(var amendment, _)
        ? new KnownTerms(agreement, amendments.minus(amendment.number()), new Applied(null))
        : this;
  }

  /** The event that has the fact's number, or the agreement's, and is not withdrawn. */
  Optional<Long> sameName(Fact fact) {
    if (fact instanceof AgreementExecution) {
      return Optional.ofNullable(agreement).map(_ -> 0L);
    }
    return fact instanceof AmendmentExecution(var amendment, _)
        ? amendment(amendment.number()).map(Known::sequence)
        : Optional.empty();
  }

  Optional<Known<Amendment>> amendment(int number) {
    return Optional.ofNullable(amendments.get(number));
  }
}

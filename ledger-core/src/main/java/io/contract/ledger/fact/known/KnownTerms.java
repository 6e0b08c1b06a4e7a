package io.contract.ledger.fact.known;

import io.contract.ledger.fact.AgreementExecution;
import io.contract.ledger.fact.AmendmentExecution;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.terms.Amendment;
import io.contract.ledger.terms.ExecutedAgreement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The agreement and its amendments.
 *
 * @param agreement null before the first event
 * @param amendments the amendments that are not withdrawn, by number
 */
record KnownTerms(@Nullable ExecutedAgreement agreement, PSortedMap<Integer, Known<Amendment>> amendments) {

  static final KnownTerms NONE = new KnownTerms(null, TreePMap.empty());

  KnownTerms plus(long sequence, Fact fact) {
    if (fact instanceof AgreementExecution(var executed, _)) {
      return new KnownTerms(executed, amendments);
    }
    return fact instanceof AmendmentExecution(var amendment, _)
        ? new KnownTerms(agreement, amendments.plus(amendment.number(), new Known<>(sequence, amendment)))
        : this;
  }

  KnownTerms minus(Fact fact) {
    return fact instanceof AmendmentExecution(var amendment, _)
        ? new KnownTerms(agreement, amendments.minus(amendment.number()))
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

package io.contract.ledger.api.http;

import io.contract.ledger.api.store.RequestKey;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.id.AgreementId;
import io.contract.ledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A fact as posted, checked against its shape. Controllers take it as an argument; {@link PostedFactReader} makes it.
 *
 * @param agreement the id of the agreement, from the path; for a new agreement, from the body
 * @param tree the fact, completed with the field that the path gives
 * @param expectedSequence the sequence that {@code If-Match} names; null when the request is unconditional
 * @param key the {@code Idempotency-Key}; null when the request has none
 */
public record PostedFact(
    PostedKind kind, AgreementId agreement, Value.Tree tree, @Nullable Long expectedSequence,
    @Nullable RequestKey key) {

  Fact fact() {
    return kind.fact().read(tree);
  }
}

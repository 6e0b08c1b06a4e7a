package io.contract.ledger.api.http;

import io.contract.ledger.api.store.RequestKey;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it was posted, checked against its shape. Controllers take it as an argument; {@link PostedFactReader} makes it.
 *
 * @param agreement id of the agreement, from the path or, of a new agreement, from the body
 * @param tree the fact, with what the path says put in its place
 * @param expectedSequence what {@code If-Match} says; null when the request is unconditional
 * @param key the {@code Idempotency-Key}; null when the request has none
 */
public record PostedFact(
    PostedKind kind, String agreement, Value.Tree tree, @Nullable Long expectedSequence, @Nullable RequestKey key) {

  Fact fact() {
    return kind.fact().read(tree);
  }
}

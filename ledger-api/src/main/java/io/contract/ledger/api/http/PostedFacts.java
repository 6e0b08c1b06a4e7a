package io.contract.ledger.api.http;

import io.contract.ledger.api.store.RequestKey;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.id.AgreementId;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts about one agreement as posted, each under its key: {@code [{"payment": {…}}, …]}. All of them are recorded, or none.
 * Controllers take them as an argument; {@link PostedFactReader} makes them.
 *
 * @param expectedSequence the sequence that {@code If-Match} names; null when the request is unconditional
 * @param key the {@code Idempotency-Key}; null when the request has none
 */
public record PostedFacts(
    AgreementId agreement, List<Value> facts, @Nullable Long expectedSequence, @Nullable RequestKey key) {

  /** The type of the body. */
  public static final Type TYPE = Type.listOf(FactKind.KEYED, 1, FactKind.MOST_AT_ONCE);

  public PostedFacts {
    facts = List.copyOf(facts);
  }

  List<Fact> read() {
    return facts.stream().map(FactKind::readKeyed).toList();
  }

  /** The key of the fact at that place. */
  String keyAt(int place) {
    return Fields.of(facts.get(place)).tree().entries().keySet().iterator().next();
  }
}

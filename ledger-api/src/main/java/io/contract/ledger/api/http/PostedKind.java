package io.contract.ledger.api.http;

import io.contract.ledger.api.answer.ProblemKind;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.Value;
import java.util.Map;
import java.util.Optional;

/**
 * What an operation takes and records. Both the reading of requests and the interface description are made of this.
 *
 * @param inPath the field that the request's path says, so that the body must not; empty when the body says all
 * @param absent the refusal that means that the path names something that is not there
 */
public record PostedKind(FactKind fact, Optional<String> inPath, Code absent) {

  /** What the annotation says. */
  public static PostedKind of(Records records) {
    return new PostedKind(
        records.value(), Optional.of(records.inPath()).filter(field -> !field.isEmpty()), records.absent());
  }

  /** What the body looks like. */
  public Shape body() {
    Shape whole = fact.shape();
    return inPath.map(field -> new Shape("Posted" + whole.name(), whole.without(field).fields())).orElse(whole);
  }

  /** The fact's tree: the body, with what the path says put in its place. */
  Value.Tree whole(Value.Tree body, Map<String, String> path) {
    return inPath.map(field -> body.with(field, Value.text(path.getOrDefault(field, "")))).orElse(body);
  }

  /** Whether that code means that the path names something that is not there. */
  boolean isNotFound(Code code) {
    return code == Code.UNKNOWN_AGREEMENT || code == absent;
  }

  /** The status that the code has here. */
  public int statusOf(Code code) {
    return isNotFound(code) ? 404 : ProblemKind.of(code).status();
  }

  /** Whether it can be refused because the agreement does not exist. */
  public boolean needsAgreement() {
    return fact != FactKind.AGREEMENT;
  }
}

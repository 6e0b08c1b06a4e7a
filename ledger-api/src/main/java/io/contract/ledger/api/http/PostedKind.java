package io.contract.ledger.api.http;

import io.contract.ledger.api.answer.ProblemKind;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.Value;
import java.util.Map;
import java.util.Optional;

/**
 * The kind of fact that an operation takes and records. Requests are read by it, and the interface description is made from it.
 *
 * @param inPath the field that the request's path gives and the body must not; empty when the body has every field
 * @param absent the refusal that means that the path names something that does not exist
 */
public record PostedKind(FactKind fact, Optional<String> inPath, Code absent) {

  /** The kind that the annotation declares. */
  public static PostedKind of(Records records) {
    return new PostedKind(
        records.value(), Optional.of(records.inPath()).filter(field -> !field.isEmpty()), records.absent());
  }

  /** The shape of the body. */
  public Shape body() {
    Shape whole = fact.shape();
    return inPath.map(field -> new Shape("Posted" + whole.name(), whole.without(field).fields())).orElse(whole);
  }

  /** The fact's tree: the body, completed with the field that the path gives. */
  Value.Tree whole(Value.Tree body, Map<String, String> path) {
    return inPath.map(field -> body.with(field, Value.text(path.getOrDefault(field, "")))).orElse(body);
  }

  /** Whether that code means that the path names something that does not exist. */
  boolean isNotFound(Code code) {
    return code == Code.UNKNOWN_AGREEMENT || code == absent;
  }

  /** The status with which this operation answers the code. */
  public int statusOf(Code code) {
    return isNotFound(code) ? 404 : ProblemKind.of(code).status();
  }

  /** Whether the operation refuses an unknown agreement. */
  public boolean needsAgreement() {
    return fact != FactKind.AGREEMENT;
  }
}

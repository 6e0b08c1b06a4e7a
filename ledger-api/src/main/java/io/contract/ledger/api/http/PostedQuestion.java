package io.contract.ledger.api.http;

import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A question about one agreement that says more than an address can. It is posted, and stores nothing. Controllers take it as an
 * argument; {@link QuestionReader} makes it.
 *
 * @param body what is posted, in the form that {@link Answer#question} says
 */
public record PostedQuestion(Question question, Fields body) {

  /** Answers with the tree. What was posted belongs to the question, so that no answer of it is ever 304. */
  public ResponseEntity<Value.Tree> answer(Supplier<Value.Tree> answer) {
    return ResponseEntity.ok()
        .eTag(IfMatch.tag(question.asked().sequence()))
        .contentType(MediaType.APPLICATION_JSON)
        .body(answer.get());
  }
}

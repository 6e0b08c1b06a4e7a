package io.contract.ledger.api.http;

import io.contract.ledger.value.Value;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;

/** A question about one agreement at two points on the axes of time. Controllers take it as an argument. */
public record DifferenceQuestion(Question from, Question to) {

  /** Answers with the tree, or with 304 when the caller has it and the answer cannot have changed. */
  public ResponseEntity<Value.Tree> answer(Supplier<Value.Tree> answer) {
    Question later = from.asked().sequence() > to.asked().sequence() ? from : to;
    return later.onDays(from.isDayGiven() && to.isDayGiven()).answer(answer);
  }
}

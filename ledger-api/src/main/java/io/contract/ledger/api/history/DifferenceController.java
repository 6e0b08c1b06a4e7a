package io.contract.ledger.api.history;

import io.contract.ledger.api.answer.ChangeAnswer;
import io.contract.ledger.api.http.AnswerKind;
import io.contract.ledger.api.http.Answers;
import io.contract.ledger.api.http.DifferenceQuestion;
import io.contract.ledger.value.Value;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What changed between two points on the axes of time. */
@RestController
@RequestMapping(path = "/api/v1/agreements/{agreement}/diff", produces = MediaType.APPLICATION_JSON_VALUE)
final class DifferenceController {

  @GetMapping
  @Answers(AnswerKind.DIFFERENCE)
  @Operation(operationId = "difference", summary = "What changed between two points of the two axes, and which events caused it", description = "The first point is effectiveOn and knownAt, the second toEffectiveOn and toKnownAt. Figures and attributes that are the same at both are left out.")
  ResponseEntity<Value.Tree> difference(DifferenceQuestion points) {
    return points.answer(
        () -> ChangeAnswer.write(
            points.from().asked(), points.from().facts(), points.to().asked(), points.to().facts()));
  }
}

package io.contract.ledger.api.scenario;

import io.contract.ledger.agreement.RefusedException;
import io.contract.ledger.api.answer.ImpactAnswer;
import io.contract.ledger.api.answer.Problem;
import io.contract.ledger.api.http.Answer;
import io.contract.ledger.api.http.Answers;
import io.contract.ledger.api.http.PostedQuestion;
import io.contract.ledger.api.http.ProblemException;
import io.contract.ledger.api.http.Question;
import io.contract.ledger.scenario.Impact;
import io.contract.ledger.scenario.ScenarioShapes;
import io.contract.ledger.scenario.WhatIf;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Value;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What further facts would change. */
@RestController
@RequestMapping(path = "/api/v1/agreements/{agreement}/what-if", produces = MediaType.APPLICATION_JSON_VALUE)
final class WhatIfController {

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Answers(Answer.WHAT_IF)
  @Operation(operationId = "whatIf", summary = "What further facts would change; stores nothing", description = "The facts stand under their keys, as in bulk requests, and are refused as they would be when recorded, but for dates in the future. They may be dated back. from is without them, to is with them.")
  ResponseEntity<Value.Tree> whatIf(PostedQuestion posted) {
    Question question = posted.question();
    List<Value> facts = posted.body().list("facts");
    try {
      Impact impact = WhatIf.of(question.known(), question.asked().effectiveOn(), ScenarioShapes.facts(facts));
      return posted.answer(() -> ImpactAnswer.write(question.asked(), impact));
    } catch (RefusedException refused) {
      Pointer place = ScenarioShapes.place(facts, refused.entry()).below(Pointer.ROOT.child("facts"));
      throw new ProblemException(
          Problem.of(refused.refusal().violations().stream().map(violation -> violation.below(place)).toList()));
    }
  }
}

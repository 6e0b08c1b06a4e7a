package io.contract.ledger.api.scenario;

import io.contract.ledger.api.answer.AnswerHead;
import io.contract.ledger.api.answer.ImpactAnswer;
import io.contract.ledger.api.http.AnswerKind;
import io.contract.ledger.api.http.Answers;
import io.contract.ledger.api.http.PostedQuestion;
import io.contract.ledger.scenario.Impact;
import io.contract.ledger.scenario.WhatIf;
import io.contract.ledger.value.Value;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What-ifs: what supposed facts would change. */
@RestController
@RequestMapping(path = "/api/v1/agreements/{agreement}/what-if", produces = MediaType.APPLICATION_JSON_VALUE)
final class WhatIfController {

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Answers(AnswerKind.WHAT_IF)
  @Operation(operationId = "whatIf", summary = "What further facts would change; stores nothing", description = "The facts stand under their keys, as in bulk requests, and are refused as they would be when recorded, but for dates in the future. They may be dated back. from is without them, to is with them.")
  ResponseEntity<Value.Tree> whatIf(PostedQuestion posted) {
    AnswerHead asked = posted.question().asked();
    Impact impact = WhatIf.of(posted.supposed(), asked.effectiveOn());
    return posted.answer(() -> ImpactAnswer.write(asked, impact));
  }
}

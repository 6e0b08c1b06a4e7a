package io.contract.ledger.api.obligation;

import io.contract.ledger.api.answer.LaunchAnswer;
import io.contract.ledger.api.http.AnswerKind;
import io.contract.ledger.api.http.Answers;
import io.contract.ledger.api.http.FactEndpoint;
import io.contract.ledger.api.http.PagedQuestion;
import io.contract.ledger.api.http.PostedFact;
import io.contract.ledger.api.http.Records;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.obligation.LaunchAssessment;
import io.contract.ledger.value.Value;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Launches of products with their judgements, and declines to support a product. */
@RestController
@RequestMapping(path = "/api/v1/agreements/{agreement}", produces = MediaType.APPLICATION_JSON_VALUE)
final class LaunchController {

  private final FactEndpoint facts;

  LaunchController(FactEndpoint facts) {
    this.facts = facts;
  }

  @PostMapping(path = "/launches", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Records(FactKind.LAUNCH)
  @Operation(operationId = "launchProduct", summary = "Record that a product came out")
  ResponseEntity<Value> launchProduct(PostedFact launch) {
    return facts.record(launch);
  }

  @PostMapping(path = "/support-declines", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Records(FactKind.SUPPORT_DECLINE)
  @Operation(operationId = "declineSupport", summary = "Record that a provider will not support a product")
  ResponseEntity<Value> declineSupport(PostedFact decline) {
    return facts.record(decline);
  }

  @GetMapping("/launches")
  @Answers(AnswerKind.LAUNCHES)
  @Operation(operationId = "launches", summary = "Every launch with its judgement under the first-ship clause of its day")
  ResponseEntity<Value.Tree> list(PagedQuestion paged) {
    return paged.answer(LaunchAssessment.judge(paged.question().facts()), LaunchAnswer::row);
  }
}

package io.contract.ledger.api.agreement;

import io.contract.ledger.api.http.FactEndpoint;
import io.contract.ledger.api.http.PostedFact;
import io.contract.ledger.api.http.Records;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.value.Value;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Milestones: recording that one is attested. A clause may end on a milestone. */
@RestController
@RequestMapping(path = "/api/v1/agreements/{agreement}/milestones", produces = MediaType.APPLICATION_JSON_VALUE)
final class MilestoneController {

  private final FactEndpoint facts;

  MilestoneController(FactEndpoint facts) {
    this.facts = facts;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Records(FactKind.MILESTONE)
  @Operation(operationId = "attestMilestone", summary = "Record that a milestone came about")
  ResponseEntity<Value> attestMilestone(PostedFact milestone) {
    return facts.record(milestone);
  }

}

package io.contract.ledger.api.payment;

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

/** Waivers: recording that a claim is given up. */
@RestController
@RequestMapping(path = "/api/v1/agreements/{agreement}/waivers", produces = MediaType.APPLICATION_JSON_VALUE)
final class WaiverController {

  private final FactEndpoint facts;

  WaiverController(FactEndpoint facts) {
    this.facts = facts;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Records(FactKind.WAIVER)
  @Operation(operationId = "waiveObligation", summary = "Record that a claim is given up")
  ResponseEntity<Value> waiveObligation(PostedFact waiver) {
    return facts.record(waiver);
  }

}

package io.contract.ledger.api.obligation;

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

/** Discharges: recording that a duty is done. */
@RestController
@RequestMapping(path = "/api/v1/agreements/{agreement}/discharges", produces = MediaType.APPLICATION_JSON_VALUE)
final class DischargeController {

  private final FactEndpoint facts;

  DischargeController(FactEndpoint facts) {
    this.facts = facts;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Records(FactKind.DISCHARGE)
  @Operation(operationId = "dischargeDuty", summary = "Record that a duty is done")
  ResponseEntity<Value> dischargeDuty(PostedFact discharge) {
    return facts.record(discharge);
  }

}

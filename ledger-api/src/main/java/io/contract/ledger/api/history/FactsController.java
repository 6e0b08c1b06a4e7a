package io.contract.ledger.api.history;

import io.contract.ledger.api.http.FactEndpoint;
import io.contract.ledger.api.http.PostedFacts;
import io.contract.ledger.value.Value;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Records several facts at once. */
@RestController
@RequestMapping(path = "/api/v1/agreements/{agreement}/facts", produces = MediaType.APPLICATION_JSON_VALUE)
final class FactsController {

  private final FactEndpoint endpoint;

  FactsController(FactEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "recordFacts", summary = "Record several facts, all or none", description = "Each stands under its key, as in the history of an agreement file. They are decided in order, each on what those before it leave, and share one recorded time. Each is acknowledged by itself.")
  ResponseEntity<Value> recordFacts(PostedFacts facts) {
    return endpoint.record(facts);
  }
}

package io.contract.ledger.api.statement;

import io.contract.ledger.api.http.FactEndpoint;
import io.contract.ledger.api.http.Postable;
import io.contract.ledger.api.http.PostedFact;
import io.contract.ledger.api.http.Records;
import io.contract.ledger.value.Value;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Statements. */
@RestController
@RequestMapping(path = "/api/v1/agreements/{agreement}", produces = MediaType.APPLICATION_JSON_VALUE)
final class StatementController {

  private final FactEndpoint facts;

  StatementController(FactEndpoint facts) {
    this.facts = facts;
  }

  @PostMapping(path = "/statements", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Records(Postable.STATEMENT)
  @Operation(operationId = "issueStatement", summary = "Issue a statement: say the numbers of a period for good")
  ResponseEntity<Value> issueStatement(PostedFact statement) {
    return facts.record(statement);
  }
}

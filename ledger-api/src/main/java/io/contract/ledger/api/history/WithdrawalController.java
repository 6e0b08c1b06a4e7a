package io.contract.ledger.api.history;

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

/** Withdrawals: recording that a fact was recorded by mistake. */
@RestController
@RequestMapping(path = "/api/v1/agreements/{agreement}/withdrawals", produces = MediaType.APPLICATION_JSON_VALUE)
final class WithdrawalController {

  private final FactEndpoint facts;

  WithdrawalController(FactEndpoint facts) {
    this.facts = facts;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Records(FactKind.WITHDRAWAL)
  @Operation(operationId = "withdrawFact", summary = "Take back a fact that was recorded by mistake")
  ResponseEntity<Value> withdrawFact(PostedFact withdrawal) {
    return facts.record(withdrawal);
  }

}

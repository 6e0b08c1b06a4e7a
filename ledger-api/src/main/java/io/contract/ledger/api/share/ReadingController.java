package io.contract.ledger.api.share;

import io.contract.ledger.api.answer.FixingAnswer;
import io.contract.ledger.api.http.AnswerKind;
import io.contract.ledger.api.http.Answers;
import io.contract.ledger.api.http.FactEndpoint;
import io.contract.ledger.api.http.PagedQuestion;
import io.contract.ledger.api.http.PostedFact;
import io.contract.ledger.api.http.Question;
import io.contract.ledger.api.http.Records;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.value.Value;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Readings that settle open wording, balances brought forward, and fixings of indices. */
@RestController
@RequestMapping(path = "/api/v1/agreements/{agreement}", produces = MediaType.APPLICATION_JSON_VALUE)
final class ReadingController {

  private final FactEndpoint facts;

  ReadingController(FactEndpoint facts) {
    this.facts = facts;
  }

  @PostMapping(path = "/readings", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Records(FactKind.READING)
  @Operation(operationId = "settleReading", summary = "Record how a parameter that a clause leaves open is to be read")
  ResponseEntity<Value> settleReading(PostedFact reading) {
    return facts.record(reading);
  }

  @PostMapping(path = "/brought-forward", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Records(FactKind.BROUGHT_FORWARD)
  @Operation(operationId = "bringBalanceForward", summary = "Record what had accrued and been settled before the agreement was taken over")
  ResponseEntity<Value> bringBalanceForward(PostedFact balance) {
    return facts.record(balance);
  }

  @PostMapping(path = "/fixings", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Records(FactKind.FIXING)
  @Operation(operationId = "fixRate", summary = "Record the rate at which an index stands from a day on")
  ResponseEntity<Value> fixRate(PostedFact fixing) {
    return facts.record(fixing);
  }

  @GetMapping("/fixings")
  @Answers(AnswerKind.FIXINGS)
  @Operation(operationId = "fixings", summary = "The rates at which indices stand, by index and day")
  ResponseEntity<Value.Tree> list(PagedQuestion paged) {
    Question question = paged.question();
    return paged.answer(
        FixingAnswer.all(question.facts()),
        sequence -> FixingAnswer.row(question.currency(), question.event(sequence)));
  }
}

package io.contract.ledger.api.payment;

import io.contract.ledger.api.answer.PaymentAnswer;
import io.contract.ledger.api.http.AnswerKind;
import io.contract.ledger.api.http.Answers;
import io.contract.ledger.api.http.FactEndpoint;
import io.contract.ledger.api.http.PagedQuestion;
import io.contract.ledger.api.http.PostedFact;
import io.contract.ledger.api.http.Question;
import io.contract.ledger.api.http.Records;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.known.KnownPayment;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Value;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Payments and their reversals. */
@RestController
@RequestMapping(path = "/api/v1/agreements/{agreement}/payments", produces = MediaType.APPLICATION_JSON_VALUE)
final class PaymentController {

  private final FactEndpoint facts;

  PaymentController(FactEndpoint facts) {
    this.facts = facts;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Records(FactKind.PAYMENT)
  @Operation(operationId = "recordPayment", summary = "Record a payment")
  ResponseEntity<Value> recordPayment(PostedFact payment) {
    return facts.record(payment);
  }

  @PostMapping(path = "/{payment}/reversal", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Records(value = FactKind.REVERSAL, inPath = "payment", absent = Code.UNKNOWN_PAYMENT)
  @Operation(operationId = "reversePayment", summary = "Record that a payment came back")
  ResponseEntity<Value> reversePayment(PostedFact reversal) {
    return facts.record(reversal);
  }

  @GetMapping
  @Answers(AnswerKind.PAYMENTS)
  @Operation(operationId = "payments", summary = "The payments, reversed ones with the day of their reversal")
  ResponseEntity<Value.Tree> list(PagedQuestion paged) {
    Question question = paged.question();
    LocalDate day = question.asked().effectiveOn();
    List<KnownPayment> made =
        question.known().payments().all().stream()
            .filter(payment -> !payment.payment().fact().valueOn().isAfter(day))
            .toList();
    return paged.answer(
        made,
        payment -> PaymentAnswer.row(
            question.currency(),
            question.event(payment.payment().sequence()),
            payment.reversedOn().filter(on -> !on.isAfter(day))));
  }
}

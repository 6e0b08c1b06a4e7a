package io.contract.ledger.api.agreement;

import io.contract.ledger.api.answer.AmendmentAnswer;
import io.contract.ledger.api.http.AnswerKind;
import io.contract.ledger.api.http.Answers;
import io.contract.ledger.api.http.FactEndpoint;
import io.contract.ledger.api.http.PagedQuestion;
import io.contract.ledger.api.http.PostedFact;
import io.contract.ledger.api.http.Question;
import io.contract.ledger.api.http.Records;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.Known;
import io.contract.ledger.terms.Amendment;
import io.contract.ledger.terms.TermsTimeline;
import io.contract.ledger.value.Value;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Amendments: recording one, and listing them in the order in which they take effect. */
@RestController
@RequestMapping(path = "/api/v1/agreements/{agreement}/amendments", produces = MediaType.APPLICATION_JSON_VALUE)
final class AmendmentController {

  private final FactEndpoint facts;

  AmendmentController(FactEndpoint facts) {
    this.facts = facts;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Records(FactKind.AMENDMENT)
  @Operation(operationId = "executeAmendment", summary = "Record an executed amendment")
  ResponseEntity<Value> executeAmendment(PostedFact amendment) {
    return facts.record(amendment);
  }

  @GetMapping
  @Answers(AnswerKind.AMENDMENTS)
  @Operation(operationId = "amendments", summary = "The chain of amendments, in the order in which they work")
  ResponseEntity<Value.Tree> list(PagedQuestion paged) {
    Question question = paged.question();
    FactsAsOf facts = question.facts();
    List<Amendment> effective =
        TermsTimeline.inOrder(
            question.known().amendments().stream()
                .map(Known::fact)
                .filter(amendment -> !amendment.effectiveOn().isAfter(facts.effectiveOn()))
                .toList());
    return paged.answer(effective, amendment -> row(question, facts, amendment));
  }

  private static Value.Tree row(Question question, FactsAsOf facts, Amendment amendment) {
    long sequence = question.known().amendment(amendment.number()).orElseThrow().sequence();
    return AmendmentAnswer.row(
        question.currency(),
        question.event(sequence),
        facts.terms().withoutEffect().stream()
            .filter(change -> change.amendment().number() == amendment.number())
            .toList());
  }
}

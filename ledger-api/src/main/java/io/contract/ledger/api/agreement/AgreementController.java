package io.contract.ledger.api.agreement;

import io.contract.ledger.api.answer.TermsAnswer;
import io.contract.ledger.api.http.Answer;
import io.contract.ledger.api.http.Answers;
import io.contract.ledger.api.http.FactEndpoint;
import io.contract.ledger.api.http.ListPage;
import io.contract.ledger.api.http.Postable;
import io.contract.ledger.api.http.PostedFact;
import io.contract.ledger.api.http.Question;
import io.contract.ledger.api.http.Records;
import io.contract.ledger.fact.FactsAsOf;
import io.contract.ledger.terms.ConformedCopy;
import io.contract.ledger.terms.ExecutedAgreement;
import io.contract.ledger.value.Value;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Agreements: recording one, listing them, and the conformed copy of one. */
@RestController
@RequestMapping(path = "/api/v1/agreements", produces = MediaType.APPLICATION_JSON_VALUE)
final class AgreementController {

  private final FactEndpoint facts;
  private final Ledger ledger;

  AgreementController(FactEndpoint facts, Ledger ledger) {
    this.facts = facts;
    this.ledger = ledger;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Records(Postable.AGREEMENT)
  @Operation(operationId = "executeAgreement", summary = "Record an executed agreement")
  ResponseEntity<Value> executeAgreement(PostedFact agreement) {
    return facts.record(agreement);
  }

  @GetMapping
  @Answers(Answer.AGREEMENTS)
  @Operation(operationId = "listAgreements", summary = "List the agreements")
  ResponseEntity<Value.Tree> list(
      @RequestParam(name = "party", required = false) @Nullable String party,
      @RequestParam(name = "q", required = false) @Nullable String q,
      ListPage page) {
    return page.answer(
        ledger.agreementIds(),
        id -> ledger
            .find(id)
            .filter(agreement -> matches(agreement.executed(), party, q))
            .map(agreement -> TermsAnswer.listed(agreement.executed(), agreement.nextSequence() - 1)));
  }

  @GetMapping("/{agreement}")
  @Answers(Answer.CONFORMED_COPY)
  @Operation(operationId = "conformedCopy", summary = "The agreement as amended: every clause with who set what")
  ResponseEntity<Value.Tree> conformedCopy(Question question) {
    return question.answer(
        () -> {
          FactsAsOf facts = question.facts();
          return TermsAnswer.write(
              question.asked(), facts.agreement(), ConformedCopy.on(facts.terms(), facts.effectiveOn()));
        });
  }

  /** Whether the party is one of the agreement's and the words are in its id or title, whatever their case. */
  private static boolean matches(ExecutedAgreement agreement, @Nullable String party, @Nullable String q) {
    return (party == null || agreement.partyIds().contains(party))
        && (q == null
            || (agreement.id() + " " + agreement.title()).toLowerCase(Locale.ROOT)
                .contains(q.toLowerCase(Locale.ROOT)));
  }
}

package io.contract.ledger.api.obligation;

import io.contract.ledger.api.answer.ObligationAnswer;
import io.contract.ledger.api.http.AnswerKind;
import io.contract.ledger.api.http.Answers;
import io.contract.ledger.api.http.BookParameters;
import io.contract.ledger.api.http.PagedQuestion;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.value.Value;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who owes what to whom and by when. */
@RestController
@RequestMapping(path = "/api/v1/agreements/{agreement}/obligations", produces = MediaType.APPLICATION_JSON_VALUE)
final class ObligationController {

  @GetMapping
  @Answers(AnswerKind.OBLIGATIONS)
  @Operation(operationId = "obligations", summary = "Who owes what to whom by when; settled payments only with status=all")
  ResponseEntity<Value.Tree> list(
      @RequestParam(name = "party", required = false) @Nullable String party,
      @RequestParam(name = "status", required = false) @Nullable String status,
      @RequestParam(name = "endingSoon", required = false) @Nullable String endingSoon,
      PagedQuestion paged) {
    ObligationFilter wanted = ObligationFilter.of(party, status, null, endingSoon);
    FactsAsOf facts = paged.question().facts();
    BookParameters.party(facts, "party", party);
    return paged.answer(wanted.of(facts), ObligationAnswer::row);
  }
}

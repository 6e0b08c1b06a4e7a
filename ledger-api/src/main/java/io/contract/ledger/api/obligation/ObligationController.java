package io.contract.ledger.api.obligation;

import io.contract.ledger.api.answer.ObligationAnswer;
import io.contract.ledger.api.http.Answer;
import io.contract.ledger.api.http.Answers;
import io.contract.ledger.api.http.PagedQuestion;
import io.contract.ledger.api.http.Parameters;
import io.contract.ledger.api.http.ProblemException;
import io.contract.ledger.fact.FactsAsOf;
import io.contract.ledger.obligation.Obligation;
import io.contract.ledger.obligation.ObligationCalculator;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Value;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who owes what to whom by when. */
@RestController
@RequestMapping(path = "/api/v1/agreements/{agreement}/obligations", produces = MediaType.APPLICATION_JSON_VALUE)
final class ObligationController {

  private static final List<String> STATUSES =
      List.of(
          "all", "open", "unreported", "nil", "settled", "due-later", "due", "overdue", "undated", "discharged",
          "waived",
          "met", "missed", "in-force");

  @GetMapping
  @Answers(Answer.OBLIGATIONS)
  @Operation(operationId = "obligations", summary = "Who owes what to whom by when; settled payments only with status=all")
  ResponseEntity<Value.Tree> list(
      @RequestParam(name = "party", required = false) @Nullable String party,
      @RequestParam(name = "status", required = false) @Nullable String status,
      PagedQuestion paged) {
    Optional<String> wanted = Parameters.word("status", status, STATUSES);
    FactsAsOf facts = paged.question().facts();
    if (party != null && !facts.agreement().partyIds().contains(party)) {
      throw ProblemException.at(
          "party",
          Code.UNKNOWN_PARTY,
          "'" + party + "' is not a party; the parties are " + String.join(", ", facts.agreement().partyIds()));
    }
    List<Obligation> rows =
        ObligationCalculator.select(ObligationCalculator.obligations(facts), Optional.ofNullable(party), wanted);
    return paged.answer(rows, ObligationAnswer::row);
  }
}

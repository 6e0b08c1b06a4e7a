package io.contract.ledger.api.share;

import io.contract.ledger.api.answer.PositionAnswer;
import io.contract.ledger.api.http.AnswerKind;
import io.contract.ledger.api.http.Answers;
import io.contract.ledger.api.http.BookParameters;
import io.contract.ledger.api.http.ProblemException;
import io.contract.ledger.api.http.Question;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.position.Position;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.statement.StatementCalculator;
import io.contract.ledger.terms.BookChoice;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.ClauseKind;
import io.contract.ledger.terms.TermsTimeline;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Value;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The positions of revenue shares and fixed payments. */
@RestController
@RequestMapping(path = "/api/v1/agreements/{agreement}/position", produces = MediaType.APPLICATION_JSON_VALUE)
final class PositionController {

  @GetMapping
  @Answers(AnswerKind.POSITIONS)
  @Operation(operationId = "position", summary = "Accrued, paid, outstanding and the caps, under every reading")
  ResponseEntity<Value.Tree> positions(
      @RequestParam(name = "clause", required = false) @Nullable String clause,
      @RequestParam(name = "payer", required = false) @Nullable String payer,
      @RequestParam(name = "payee", required = false) @Nullable String payee,
      Question question) {
    return question.answer(
        () -> {
          FactsAsOf facts = question.facts();
          StatementCalculator statements = new StatementCalculator();
          BookChoice choice = BookParameters.choice(facts, payer, payee);
          List<Position> positions = positions(question, clause == null ? null : new ClauseId(clause));
          return PositionAnswer.write(
              question.asked(), question.currency(),
              positions.stream().filter(position -> choice.accepts(position.book())).toList(),
              position -> statements.pending(facts, position.clause(), position.book()));
        });
  }

  private static List<Position> positions(Question question, @Nullable ClauseId clause) {
    if (clause == null) {
      return PositionCalculator.positions(question.facts());
    }
    requirePayable(question.terms(), clause);
    return PositionCalculator.positions(question.facts(), clause);
  }

  /** Requires a clause under which money accrues. One that is added by an amendment not yet effective is known, and has no position. */
  private static void requirePayable(TermsTimeline terms, ClauseId clause) {
    ClauseHistory history =
        terms
            .clause(clause)
            .orElseThrow(() -> ProblemException.at("clause", Code.UNKNOWN_CLAUSE, terms.noSuchClause(clause)));
    ClauseKind kind = history.revisions().getFirst().clause().head().kind();
    if (!kind.isPayable()) {
      throw ProblemException.at(
          "clause", Code.WRONG_CLAUSE_KIND,
          "clause '" + clause + "' is a " + kind.slug() + ", not a revenue-share or fixed-payment");
    }
  }
}

package io.contract.ledger.api.agreement;

import io.contract.ledger.api.answer.RevisionAnswer;
import io.contract.ledger.api.http.AnswerKind;
import io.contract.ledger.api.http.Answers;
import io.contract.ledger.api.http.PagedQuestion;
import io.contract.ledger.api.http.ProblemException;
import io.contract.ledger.api.http.Question;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Value;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The revisions of a clause: what each amendment changed in it. */
@RestController
@RequestMapping(path = "/api/v1/agreements/{agreement}/clauses/{clause}/revisions", produces = MediaType.APPLICATION_JSON_VALUE)
final class RevisionController {

  @GetMapping
  @Answers(AnswerKind.REVISIONS)
  @Operation(operationId = "revisions", summary = "Every revision of a clause, attribute by attribute")
  ResponseEntity<Value.Tree> list(@PathVariable(name = "clause") String id, PagedQuestion paged) {
    ClauseId clause = new ClauseId(id);
    Question question = paged.question();
    FactsAsOf facts = question.facts();
    if (question.terms().clause(clause).isEmpty()) {
      throw ProblemException.notFound("clause", Code.UNKNOWN_CLAUSE, question.terms().noSuchClause(clause));
    }
    List<Revision> revisions = facts.terms().clause(clause).map(ClauseHistory::revisions).orElse(List.of());
    return paged.answer(
        IntStream.range(0, revisions.size()).boxed().toList(),
        place -> row(
            question, facts, place == 0 ? Optional.empty() : Optional.of(revisions.get(place - 1)),
            revisions.get(place)));
  }

  private static Value.Tree row(Question question, FactsAsOf facts, Optional<Revision> before, Revision revision) {
    if (revision.amendment() == 0) {
      return RevisionAnswer.row(question.currency(), before, revision, 0, facts.agreement().title());
    }
    var amendment = question.known().amendment(revision.amendment()).orElseThrow();
    return RevisionAnswer.row(
        question.currency(), before, revision, amendment.sequence(), amendment.fact().title());
  }
}

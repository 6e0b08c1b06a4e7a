package io.contract.ledger.api.statement;

import io.contract.ledger.api.answer.StatementAnswer;
import io.contract.ledger.api.http.AnswerKind;
import io.contract.ledger.api.http.Answers;
import io.contract.ledger.api.http.FactEndpoint;
import io.contract.ledger.api.http.PagedQuestion;
import io.contract.ledger.api.http.Parameters;
import io.contract.ledger.api.http.PostedFact;
import io.contract.ledger.api.http.ProblemException;
import io.contract.ledger.api.http.Question;
import io.contract.ledger.api.http.Records;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.statement.Statement;
import io.contract.ledger.statement.StatementCalculator;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Value;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Statements: issuing one, listing them, and showing one in full as JSON, as a page or as PDF. */
@RestController
@RequestMapping(path = "/api/v1/agreements/{agreement}", produces = MediaType.APPLICATION_JSON_VALUE)
final class StatementController {

  /** The header that names the scripts whose letters a PDF lacks, because no font for them was found. */
  private static final String MISSING = "Ledger-Missing-Letters";

  private static final int LAST_NUMBER = 1_000_000;

  private final FactEndpoint facts;
  private final StatementDocuments documents;

  StatementController(FactEndpoint facts, StatementDocuments documents) {
    this.facts = facts;
    this.documents = documents;
  }

  @PostMapping(path = "/statements", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Records(FactKind.STATEMENT)
  @Operation(operationId = "issueStatement", summary = "Issue a statement: say the numbers of a period for good")
  ResponseEntity<Value> issueStatement(PostedFact statement) {
    return facts.record(statement);
  }

  @GetMapping("/statements")
  @Answers(AnswerKind.STATEMENTS)
  @Operation(operationId = "statements", summary = "What was stated, with adjustments of what had been stated before")
  ResponseEntity<Value.Tree> list(
      @RequestParam(name = "clause", required = false) @Nullable String id, PagedQuestion paged) {
    Question question = paged.question();
    ClauseId clause = id == null ? null : new ClauseId(id);
    if (clause != null) {
      requirePayable(question, clause);
    }
    List<Statement> statements =
        clause == null
            ? StatementAnswer.all(question.facts())
            : new StatementCalculator().statements(question.facts(), clause);
    return paged.answer(
        statements,
        statement -> StatementAnswer.listed(question.event(statement.issued().issue().sequence()), statement));
  }

  @GetMapping(path = "/clauses/{clause}/statements/{number}", produces = {
      MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_HTML_VALUE, MediaType.APPLICATION_PDF_VALUE})
  @Answers(AnswerKind.STATEMENT)
  @Operation(operationId = "statement", summary = "One statement in full: its lines, caps, adjustments, payments and balance", description = "As JSON, as a page to read and print (text/html), or as PDF (application/pdf): as the Accept header prefers, or as format says.")
  ResponseEntity<?> statement(
      @PathVariable(name = "clause") String clause,
      @PathVariable(name = "number") String number,
      @RequestParam(name = "format", required = false) @Nullable String format,
      Question question,
      HttpServletResponse response) {
    StatementForm form = StatementForm.wanted(format, question.request());
    Statement statement =
        found(question, new ClauseId(clause), Math.toIntExact(Parameters.whole("number", number, 1, LAST_NUMBER)));
    return switch (form) {
      case JSON -> question.answer(() -> StatementAnswer.write(question.asked(), question.facts(), statement));
      case HTML -> question.document("html", form.type(), () -> documents.html(answer(question, statement)));
      case PDF -> question.document("pdf", form.type(), () -> pdf(answer(question, statement), response));
    };
  }

  private byte[] pdf(Value.Tree answer, HttpServletResponse response) {
    return documents.pdf(answer, missing -> response.setHeader(MISSING, String.join(", ", missing)));
  }

  private static Value.Tree answer(Question question, Statement statement) {
    return StatementAnswer.write(question.asked(), question.facts(), statement);
  }

  private static Statement found(Question question, ClauseId clause, int number) {
    Optional<Statement> found = new StatementCalculator().statement(question.facts(), clause, number);
    if (found.isEmpty() && question.terms().clause(clause).isEmpty()) {
      throw ProblemException.notFound("clause", Code.UNKNOWN_CLAUSE, question.terms().noSuchClause(clause));
    }
    return found.orElseThrow(
        () -> ProblemException.notFound(
            "number", Code.UNKNOWN_FACT,
            "clause '" + clause + "' has no statement " + number + " issued by " + question.facts().effectiveOn()
                + " and recorded by " + question.asked().knownAt()));
  }

  /**
   * Requires a clause under which money accrues. One that no longer exists, because the amendment that added it was withdrawn, keeps its
   * statements.
   */
  private static void requirePayable(Question question, ClauseId clause) {
    Optional<ClauseHistory> history = question.terms().clause(clause);
    if (history.isEmpty() && question.known().statements().of(clause).isEmpty()) {
      throw ProblemException.at("clause", Code.UNKNOWN_CLAUSE, question.terms().noSuchClause(clause));
    }
    history.map(one -> one.revisions().getFirst().clause())
        .filter(one -> !(one instanceof Clause.Payable))
        .ifPresent(one -> {
          throw ProblemException.at(
              "clause", Code.WRONG_CLAUSE_KIND,
              "clause '" + clause + "' is a " + one.head().kind().slug() + ", not a revenue-share or fixed-payment");
        });
  }
}

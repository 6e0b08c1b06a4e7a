package io.contract.ledger.api.share;

import io.contract.ledger.api.answer.RevenueAnswer;
import io.contract.ledger.api.http.AnswerKind;
import io.contract.ledger.api.http.Answers;
import io.contract.ledger.api.http.FactEndpoint;
import io.contract.ledger.api.http.PagedQuestion;
import io.contract.ledger.api.http.PostedFact;
import io.contract.ledger.api.http.Question;
import io.contract.ledger.api.http.Records;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.known.KnownReport;
import io.contract.ledger.money.Money;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Value;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Revenue reports and their restatements. */
@RestController
@RequestMapping(path = "/api/v1/agreements/{agreement}/revenue-reports", produces = MediaType.APPLICATION_JSON_VALUE)
final class RevenueController {

  private final FactEndpoint facts;

  RevenueController(FactEndpoint facts) {
    this.facts = facts;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Records(FactKind.REVENUE)
  @Operation(operationId = "reportRevenue", summary = "Record reported revenue of a stream")
  ResponseEntity<Value> reportRevenue(PostedFact report) {
    return facts.record(report);
  }

  @PostMapping(path = "/{restates}/restatements", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Records(value = FactKind.RESTATEMENT, inPath = "restates", absent = Code.UNKNOWN_REPORT)
  @Operation(operationId = "restateRevenue", summary = "Record a new amount for a report")
  ResponseEntity<Value> restateRevenue(PostedFact restatement) {
    return facts.record(restatement);
  }

  @GetMapping
  @Answers(AnswerKind.REVENUE_REPORTS)
  @Operation(operationId = "revenueReports", summary = "The reports, each with its restatements and the amount that holds")
  ResponseEntity<Value.Tree> list(PagedQuestion paged) {
    Question question = paged.question();
    List<KnownReport> ended =
        question.known().reports().all().stream()
            .filter(report -> !report.days().last().isAfter(question.asked().effectiveOn()))
            .toList();
    return paged.answer(ended, report -> row(question, report));
  }

  private static Value.Tree row(Question question, KnownReport report) {
    return RevenueAnswer.row(
        question.event(report.report().sequence()),
        report.restatements().stream().map(restatement -> question.event(restatement.sequence())).toList(),
        new Money(question.currency(), report.amount(question.currency())));
  }
}

package io.contract.ledger.api.agreement;

import io.contract.ledger.api.answer.Lists;
import io.contract.ledger.api.answer.TermsAnswer;
import io.contract.ledger.api.http.AcrossQuestion;
import io.contract.ledger.api.http.AnswerKind;
import io.contract.ledger.api.http.Answers;
import io.contract.ledger.api.http.FactEndpoint;
import io.contract.ledger.api.http.PostedFact;
import io.contract.ledger.api.http.Question;
import io.contract.ledger.api.http.Records;
import io.contract.ledger.api.store.OverviewFilter;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.id.AgreementId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.value.Value;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  AgreementController(FactEndpoint facts) {
    this.facts = facts;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Records(FactKind.AGREEMENT)
  @Operation(operationId = "executeAgreement", summary = "Record an executed agreement")
  ResponseEntity<Value> executeAgreement(PostedFact agreement) {
    return facts.record(agreement);
  }

  @GetMapping
  @Answers(AnswerKind.AGREEMENTS)
  @Operation(operationId = "listAgreements", summary = "List the agreements", description = "In the order of their ids. They are listed whether or not they are effective on the day, with the parties and their names of the day. A page may have fewer rows than the limit and still a next: it ends after about five seconds. A fact that was being recorded at the very instant knownAt may still join.")
  ResponseEntity<Value.Tree> list(
      @RequestParam(name = "party", required = false) @Nullable String party,
      @RequestParam(name = "q", required = false) @Nullable String q,
      AcrossQuestion question) {
    OverviewFilter by =
        new OverviewFilter(
            Optional.of(question.knownAt()), Optional.empty(), Optional.ofNullable(party).map(PartyId::new),
            Optional.ofNullable(q),
            Set.of());
    List<AgreementId> ids = question.ids(by, question.limit() + 1);
    AgreementId last = null;
    List<Value.Tree> rows = new ArrayList<>();
    for (AgreementId id : ids) {
      if (rows.size() == question.limit()) {
        break;
      }
      question.about(id, known -> listed(known, question.effectiveOn(), by.party()))
          .flatMap(result -> result.answerOr(problem -> Optional.of(Lists.unanswered(id, problem))))
          .ifPresent(rows::add);
      last = id;
      if (question.hasTakenLong()) {
        break;
      }
    }
    Optional<AcrossQuestion.Place> end =
        last == null || last.equals(ids.getLast())
            ? Optional.empty()
            : Optional.of(new AcrossQuestion.Place(last, 0));
    return question.answer(rows, end);
  }

  /** The row; empty where the party joined by an amendment that was not known, or has been withdrawn. */
  private static Optional<Value.Tree> listed(KnownFacts known, LocalDate effectiveOn, Optional<PartyId> party) {
    return party.filter(id -> !known.partyIds().contains(id)).isPresent()
        ? Optional.empty()
        : Optional.of(
            TermsAnswer.listed(FactsAsOf.of(known, effectiveOn).terms(), known.events().size() - 1L));
  }

  @GetMapping("/{agreement}")
  @Answers(AnswerKind.CONFORMED_COPY)
  @Operation(operationId = "conformedCopy", summary = "The agreement as amended: every clause with who set what")
  ResponseEntity<Value.Tree> conformedCopy(Question question) {
    return question.answer(
        () -> TermsAnswer.write(question.asked(), question.facts()));
  }
}

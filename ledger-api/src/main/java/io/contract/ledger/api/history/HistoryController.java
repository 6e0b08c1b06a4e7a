package io.contract.ledger.api.history;

import io.contract.ledger.api.answer.HistoryAnswer;
import io.contract.ledger.api.http.AnswerKind;
import io.contract.ledger.api.http.Answers;
import io.contract.ledger.api.http.PagedQuestion;
import io.contract.ledger.api.http.Parameters;
import io.contract.ledger.api.http.Question;
import io.contract.ledger.fact.Recorded;
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

/** The events of an agreement, in the order of recording. */
@RestController
@RequestMapping(path = "/api/v1/agreements/{agreement}/history", produces = MediaType.APPLICATION_JSON_VALUE)
final class HistoryController {

  @GetMapping
  @Answers(AnswerKind.HISTORY)
  @Operation(operationId = "history", summary = "The events in the order of recording", description = "knownAt chooses a prefix. effectiveOn is echoed and chooses nothing: a history is about what was recorded, whatever its business date.")
  ResponseEntity<Value.Tree> list(
      @RequestParam(name = "from", required = false) @Nullable String from,
      @RequestParam(name = "to", required = false) @Nullable String to,
      @RequestParam(name = "type", required = false) @Nullable String type,
      PagedQuestion paged) {
    Parameters.Part part = Parameters.Part.of(from, to);
    Optional<String> wanted = Parameters.word("type", type, HistoryAnswer.TYPES);
    Question question = paged.question();
    List<Recorded> events =
        question.known().events().stream()
            .filter(event -> part.has(event.sequence()))
            .filter(event -> wanted.isEmpty() || wanted.get().equals(event.kind().type()))
            .toList();
    return paged.answer(
        events,
        event -> HistoryAnswer.row(question.currency(), event, question.known().withdrawnBy(event.sequence())));
  }
}

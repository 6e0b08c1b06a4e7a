package io.contract.ledger.api.history;

import io.contract.ledger.api.http.AnswerKind;
import io.contract.ledger.api.http.Answers;
import io.contract.ledger.api.http.Parameters;
import io.contract.ledger.api.http.StreamedQuestion;
import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.value.Value;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The history of an agreement, step by step. */
@RestController
@RequestMapping("/api/v1/agreements/{agreement}/replay")
final class ReplayController {

  @GetMapping(produces = {MediaType.APPLICATION_NDJSON_VALUE, MediaType.APPLICATION_JSON_VALUE})
  @Answers(AnswerKind.REPLAY)
  @Operation(operationId = "replay", summary = "After each event, what it changed in positions and terms", description = "One JSON object a line, written while the events are read. Every line is about the local date of the event's recording, or the given effectiveOn. The lines followed from the first give the answers of now.")
  void replay(
      @RequestParam(name = "from", required = false) @Nullable String from,
      @RequestParam(name = "to", required = false) @Nullable String to,
      StreamedQuestion question,
      HttpServletResponse response) {
    Parameters.Part part = Parameters.Part.of(from, to);
    question.answer(
        response,
        MediaType.APPLICATION_NDJSON_VALUE,
        out -> {
          Replay replay = new Replay(question.effectiveOn(), part.first());
          Iterator<Recorded> events = question.read();
          long next = 0;
          while (next <= part.last() && events.hasNext()) {
            write(out, replay.next(events.next()));
            next++;
          }
        });
  }

  private static void write(OutputStream out, Optional<Value.Tree> line) throws IOException {
    if (line.isPresent()) {
      out.write(JsonText.writeUtf8(line.get()));
      out.write('\n');
    }
  }
}

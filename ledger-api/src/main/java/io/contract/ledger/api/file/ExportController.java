package io.contract.ledger.api.file;

import io.contract.ledger.api.agreementfile.AgreementFileWriter;
import io.contract.ledger.api.http.AnswerKind;
import io.contract.ledger.api.http.Answers;
import io.contract.ledger.api.http.StreamedQuestion;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An agreement with its whole history as a file. */
@RestController
@RequestMapping("/api/v1/agreements/{agreement}/file")
final class ExportController {

  private static final String YAML = "application/yaml";

  @GetMapping(produces = {YAML, MediaType.APPLICATION_JSON_VALUE})
  @Answers(AnswerKind.EXPORTED_FILE)
  @Operation(operationId = "exportAgreementFile", summary = "The agreement as a file that loads back to the same history", description = "knownAt chooses a prefix of the history. effectiveOn chooses nothing: a file holds what was recorded, whatever its business date.")
  void file(StreamedQuestion question, HttpServletResponse response) {
    boolean isJson = wantsJson(question);
    question.answer(
        response,
        isJson ? MediaType.APPLICATION_JSON_VALUE : YAML,
        out -> {
          if (isJson) {
            AgreementFileWriter.json(out, question.read());
          } else {
            AgreementFileWriter.yaml(out, question.read());
          }
        });
  }

  private static boolean wantsJson(StreamedQuestion question) {
    String accept = Objects.requireNonNullElse(question.request().getHeader("Accept"), "").toLowerCase(Locale.ROOT);
    return accept.contains("json") && !accept.contains("yaml");
  }
}

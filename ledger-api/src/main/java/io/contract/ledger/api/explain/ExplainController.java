package io.contract.ledger.api.explain;

import io.contract.ledger.api.answer.ExplanationAnswer;
import io.contract.ledger.api.answer.ExplanationText;
import io.contract.ledger.api.answer.Problem;
import io.contract.ledger.api.http.Answer;
import io.contract.ledger.api.http.Answers;
import io.contract.ledger.api.http.Parameters;
import io.contract.ledger.api.http.ProblemException;
import io.contract.ledger.api.http.Question;
import io.contract.ledger.explain.Explained;
import io.contract.ledger.explain.Explanation;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why a figure is what it is: as a tree, or as text to read. */
@RestController
@RequestMapping(path = "/api/v1/agreements/{agreement}/explain", produces = {MediaType.APPLICATION_JSON_VALUE,
    MediaType.TEXT_PLAIN_VALUE})
final class ExplainController {

  @GetMapping
  @Answers(Answer.EXPLANATION)
  @Operation(operationId = "explain", summary = "Why a figure is what it is: a tree whose leaves are facts", description = "With Accept: text/plain the same as text to read.")
  ResponseEntity<?> explain(
      @RequestParam(name = "figure", required = false) @Nullable String figure,
      @RequestParam(name = "clause", required = false) @Nullable String clause,
      @RequestParam(name = "period", required = false) @Nullable String period,
      @RequestParam(name = "cap", required = false) @Nullable String cap,
      @RequestParam(name = "basis", required = false) @Nullable String basis,
      @RequestParam(name = "counts", required = false) @Nullable String counts,
      @RequestParam(name = "statement", required = false) @Nullable String statement,
      @RequestParam(name = "ref", required = false) @Nullable String ref,
      Question question) {
    Asking asking = new Asking(question.facts(), figure, clause, period, whole("cap", cap), basis, counts,
        whole("statement", statement), ref);
    return wantsText(question)
        ? question.answerText(
            () -> ExplanationText.write(question.asked(), question.currency(), explanation(asking.explained())))
        : question.answer(
            () -> ExplanationAnswer.write(question.asked(), question.currency(), explanation(asking.explained())));
  }

  private static Explanation explanation(Explained explained) {
    return switch (explained) {
      case Explained.Because(var explanation) -> explanation;
      case Explained.Unexplained(var violation) -> throw new ProblemException(Problem.of(List.of(violation)));
    };
  }

  private static @Nullable Integer whole(String name, @Nullable String text) {
    return text == null ? null : (int) Parameters.whole(name, text, 0, 1_000_000);
  }

  private static boolean wantsText(Question question) {
    String accept = Objects.requireNonNullElse(question.request().getHeader("Accept"), "").toLowerCase(Locale.ROOT);
    return accept.contains("text/plain") && !accept.contains("application/json");
  }
}

package io.contract.ledger.api.explain;

import io.contract.ledger.api.answer.ExplanationAnswer;
import io.contract.ledger.api.answer.ExplanationText;
import io.contract.ledger.api.answer.Problem;
import io.contract.ledger.api.http.Answer;
import io.contract.ledger.api.http.Answers;
import io.contract.ledger.api.http.PostedQuestion;
import io.contract.ledger.api.http.ProblemException;
import io.contract.ledger.api.http.Question;
import io.contract.ledger.explain.Explained;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.fact.FactsAsOf;
import io.contract.ledger.scenario.Supposed;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Why a figure is what it is, or would be: as a tree, or as text to read. */
@RestController
@RequestMapping(path = "/api/v1/agreements/{agreement}/explain", produces = {MediaType.APPLICATION_JSON_VALUE,
    MediaType.TEXT_PLAIN_VALUE})
final class ExplainController {

  @GetMapping
  @Answers(Answer.EXPLANATION)
  @Operation(operationId = "explain", summary = "Why a figure is what it is: a tree whose leaves are facts", description = "With Accept: text/plain the same as text to read.")
  ResponseEntity<?> explain(@ModelAttribute Asking asking, Question question) {
    if (wantsText(question)) {
      return question.answerText(
          () -> ExplanationText.write(
              question.asked(), question.currency(), explanation(asking, question.facts()), Optional.empty()));
    }
    return question.answer(
        () -> ExplanationAnswer.write(
            question.asked(), question.currency(), explanation(asking, question.facts()), Optional.empty()));
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Answers(Answer.EXPLANATION_SUPPOSED)
  @Operation(operationId = "explainSupposed", summary = "Why a figure would be what it would be with further facts; stores nothing", description = "The facts are those of a what-if. With Accept: text/plain the same as text to read.")
  ResponseEntity<?> explainSupposed(@ModelAttribute Asking asking, PostedQuestion posted) {
    Question question = posted.question();
    Supposed supposed = posted.supposed();
    Explanation explanation = explanation(asking, supposed.on(question.asked().effectiveOn()));
    if (wantsText(question)) {
      return posted.answerText(
          () -> ExplanationText.write(
              question.asked(), question.currency(), explanation, Optional.of(supposed)));
    }
    return posted.answer(
        () -> ExplanationAnswer.write(question.asked(), question.currency(), explanation, Optional.of(supposed)));
  }

  private static Explanation explanation(Asking asking, FactsAsOf facts) {
    return switch (asking.explained(facts)) {
      case Explained.Because(var explanation) -> explanation;
      case Explained.Unexplained(var violation) -> throw new ProblemException(Problem.of(List.of(violation)));
    };
  }

  private static boolean wantsText(Question question) {
    String accept = Objects.requireNonNullElse(question.request().getHeader("Accept"), "").toLowerCase(Locale.ROOT);
    return accept.contains("text/plain") && !accept.contains("application/json");
  }
}

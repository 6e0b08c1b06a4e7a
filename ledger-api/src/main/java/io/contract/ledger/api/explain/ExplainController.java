package io.contract.ledger.api.explain;

import io.contract.ledger.api.answer.ExplanationAnswer;
import io.contract.ledger.api.answer.Problem;
import io.contract.ledger.api.http.AnswerKind;
import io.contract.ledger.api.http.Answers;
import io.contract.ledger.api.http.PostedQuestion;
import io.contract.ledger.api.http.ProblemException;
import io.contract.ledger.api.http.Question;
import io.contract.ledger.api.words.ExplanationBasis;
import io.contract.ledger.api.words.ExplanationText;
import io.contract.ledger.explain.Explained;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.scenario.Forecast;
import io.contract.ledger.scenario.Outlook;
import io.contract.ledger.scenario.Supposed;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Value;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Explains why a figure is what it is, or would be: as a tree, or as text to read. */
@RestController
@RequestMapping(path = "/api/v1/agreements/{agreement}", produces = {MediaType.APPLICATION_JSON_VALUE,
    MediaType.TEXT_PLAIN_VALUE})
final class ExplainController {

  @GetMapping(path = "/explain")
  @Answers(AnswerKind.EXPLANATION)
  @Operation(operationId = "explain", summary = "Why a figure is what it is: a tree whose leaves are facts", description = "With Accept: text/plain the same as text to read.")
  ResponseEntity<?> explain(@ModelAttribute ExplainParameters asking, Question question) {
    Supplier<Explanation> explanation = () -> explanation(asking, question.facts());
    return wantsText(question)
        ? question.answerText(() -> text(question, explanation.get(), ExplanationBasis.none()))
        : question.answer(() -> tree(question, explanation.get(), ExplanationBasis.none()));
  }

  @PostMapping(path = "/what-if/explain", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Answers(AnswerKind.EXPLANATION_OF_WHAT_IF)
  @Operation(operationId = "explainWhatIf", summary = "Why a figure would be what it would be with further facts; stores nothing", description = "The facts are those of a what-if. With Accept: text/plain the same as text to read.")
  ResponseEntity<?> explainWhatIf(@ModelAttribute ExplainParameters asking, PostedQuestion posted) {
    Supposed supposed = posted.supposed();
    Explanation explanation = explanation(asking, supposed.on(posted.question().asked().effectiveOn()));
    return answer(posted, explanation, new ExplanationBasis.Facts(supposed));
  }

  @PostMapping(path = "/forecast/explain", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Answers(AnswerKind.EXPLANATION_OF_FORECAST)
  @Operation(operationId = "explainForecast", summary = "Why a figure would be what a scenario makes it; stores nothing", description = "The body is that of a forecast, with one scenario. The figure is explained as of the last day looked at. With Accept: text/plain the same as text to read.")
  ResponseEntity<?> explainForecast(@ModelAttribute ExplainParameters asking, PostedQuestion posted) {
    int scenarios = posted.body().list("scenarios").size();
    if (scenarios > 1) {
      throw ProblemException.at(
          "scenarios", Code.INVALID_VALUE,
          "a figure is explained in one scenario at a time, and there are " + scenarios
              + ": ask with one of them alone");
    }
    Forecast forecast = posted.forecast();
    Outlook outlook = forecast.scenarios().getFirst();
    Explanation explanation = explanation(asking, outlook.supposed().on(forecast.through()));
    return answer(posted, explanation, new ExplanationBasis.Scenario(outlook, forecast.through()));
  }

  private static ResponseEntity<?> answer(PostedQuestion posted, Explanation explanation,
      ExplanationBasis supposition) {
    Question question = posted.question();
    return wantsText(question)
        ? posted.answerText(() -> text(question, explanation, supposition))
        : posted.answer(() -> tree(question, explanation, supposition));
  }

  private static String text(Question question, Explanation explanation, ExplanationBasis supposition) {
    return ExplanationText.write(question.asked().inWords(), question.currency(), explanation, supposition);
  }

  private static Value.Tree tree(Question question, Explanation explanation, ExplanationBasis supposition) {
    return ExplanationAnswer.write(question.asked(), question.currency(), explanation, supposition);
  }

  private static Explanation explanation(ExplainParameters asking, FactsAsOf facts) {
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

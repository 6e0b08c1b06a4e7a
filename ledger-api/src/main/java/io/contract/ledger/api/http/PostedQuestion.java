package io.contract.ledger.api.http;

import io.contract.ledger.agreement.RefusedException;
import io.contract.ledger.api.answer.Problem;
import io.contract.ledger.scenario.Forecast;
import io.contract.ledger.scenario.ForecastRefusedException;
import io.contract.ledger.scenario.Forecaster;
import io.contract.ledger.scenario.ScenarioShapes;
import io.contract.ledger.scenario.Supposed;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A question about one agreement that is too large for an address. It is posted, and stores nothing. Controllers take it as an
 * argument; {@link QuestionReader} makes it.
 *
 * @param body the posted body, in the shape of {@link AnswerKind#question}
 */
public record PostedQuestion(Question question, Fields body) {

  /**
   * The facts that would be known with the posted ones, for a question that supposes facts ({@link ScenarioShapes#WHAT_IF}).
   *
   * @throws ProblemException when one of them would be refused; it names the place in the body
   */
  public Supposed supposed() {
    List<Value> facts = body.list("facts");
    try {
      return Supposed.of(question.known(), ScenarioShapes.facts(facts));
    } catch (RefusedException refused) {
      Pointer place = ScenarioShapes.place(facts, refused.entry()).below(Pointer.ROOT.child("facts"));
      throw new ProblemException(
          Problem.of(refused.refusal().violations().stream().map(violation -> violation.below(place)).toList()));
    }
  }

  /**
   * The forecast on the posted scenarios, for a question that has some ({@link ScenarioShapes#FORECAST}).
   *
   * @throws ProblemException when their assumptions are refused
   */
  public Forecast forecast() {
    try {
      return Forecaster.forecast(question.known(), question.asked().effectiveOn(), ScenarioShapes.forecast(body));
    } catch (ForecastRefusedException refused) {
      throw new ProblemException(Problem.of(refused.violations()));
    }
  }

  /** Answers with the tree. The answer is never 304, because the posted body belongs to the question. */
  public ResponseEntity<Value.Tree> answer(Supplier<Value.Tree> answer) {
    return respond(MediaType.APPLICATION_JSON).body(answer.get());
  }

  /** Answers with a text to read. The answer is never 304. */
  public ResponseEntity<byte[]> answerText(Supplier<String> answer) {
    return respond(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .body(Question.answered(question.request(), answer.get().getBytes(StandardCharsets.UTF_8)));
  }

  private ResponseEntity.BodyBuilder respond(MediaType type) {
    return ResponseEntity.ok().eTag(EntityTags.tag(question.asked().sequence())).contentType(type);
  }
}

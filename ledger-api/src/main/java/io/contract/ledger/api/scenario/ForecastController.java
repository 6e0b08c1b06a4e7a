package io.contract.ledger.api.scenario;

import io.contract.ledger.api.answer.ForecastAnswer;
import io.contract.ledger.api.http.AnswerKind;
import io.contract.ledger.api.http.Answers;
import io.contract.ledger.api.http.PostedQuestion;
import io.contract.ledger.api.http.Question;
import io.contract.ledger.scenario.Forecast;
import io.contract.ledger.value.Value;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Forecasts: what revenue shares come to on assumed revenue, and fixed payments beside them. */
@RestController
@RequestMapping(path = "/api/v1/agreements/{agreement}/forecast", produces = MediaType.APPLICATION_JSON_VALUE)
final class ForecastController {

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Answers(AnswerKind.FORECAST)
  @Operation(operationId = "forecast", summary = "When each cap is reached and what accrues with assumed revenue; stores nothing", description = "effectiveOn is the day the forecast is made on: what is dated later is assumed, not known. Growth goes on from the last fully reported period of the share, each period from the rounded amount of the one before.")
  ResponseEntity<Value.Tree> forecast(PostedQuestion posted) {
    Question question = posted.question();
    Forecast forecast = posted.forecast();
    return posted.answer(() -> ForecastAnswer.write(question.asked(), question.currency(), forecast));
  }
}

package io.contract.ledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.answer.AnswerHead;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.id.AgreementId;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/**
 * The default day moves on: a question without a day that was asked yesterday is another question today, even at the same
 * sequence.
 */
class AnotherDayTest {

  private static final Instant STORED = Instant.parse("2026-11-24T04:30:00Z");

  @Test
  void withoutADayTheAnswerOfAnEarlierDayIsSentAgain() {
    assertThat(statusWhenAskedAgain(LocalDate.parse("2026-11-24"), false)).isEqualTo(200);
    assertThat(statusWhenAskedAgain(LocalDate.parse("2026-11-25"), false)).isEqualTo(200);
  }

  @Test
  void onTheDayOfTheLastEventInTheAgreementsTimeZoneItIsNot() {
    assertThat(statusWhenAskedAgain(LocalDate.parse("2026-11-23"), false))
        .as("04:30 in UTC is the evening before in New York")
        .isEqualTo(304);
  }

  @Test
  void withADayNothingMovesOn() {
    assertThat(statusWhenAskedAgain(LocalDate.parse("2030-01-01"), true)).isEqualTo(304);
  }

  private static int statusWhenAskedAgain(LocalDate today, boolean isDayGiven) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.addHeader("If-None-Match", "\"0\"");
    AnswerHead asked = new AnswerHead(new AgreementId("acme-globex"), today, STORED, 0);
    return new Question(agreement(), asked, isDayGiven, today, request)
        .answer(() -> Value.EMPTY)
        .getStatusCode()
        .value();
  }

  private static KnownFacts agreement() {
    Value.Tree agreement =
        new TreeBuilder()
            .put("id", "acme-globex")
            .put("title", "Acme and Globex")
            .put("currency", "USD")
            .put("timeZone", "America/New_York")
            .put("executedOn", "2021-01-01")
            .put("effectiveOn", "2021-01-01")
            .put("parties", List.of())
            .put("clauses", List.of())
            .build();
    return KnownFacts.NONE.plus(
        new Recorded(0, STORED, "jane", null, FactKind.AGREEMENT.read(agreement)));
  }
}

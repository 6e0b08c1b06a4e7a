package io.contract.ledger.api.http;

import static io.contract.ledger.api.http.AcmeAndGlobex.paymentBody;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The entity tag is the sequence of the last event that the answer used. It makes changes conditional, and spares sending an
 * answer twice.
 */
class VersionsTest {

  private final AcmeAndGlobex agreement = AcmeAndGlobex.recorded();

  @Test
  void readsAnswerTheSequenceTheyUsed() {
    agreement.payment("p1", "1.00");
    for (String below : new String[]{"", "/position", "/payments", "/obligations", "/history", "/launches",
        "/amendments"}) {
      Reply reply = agreement.get(below);
      assertThat(reply.header("ETag")).as(below).isEqualTo("\"1\"");
      assertThat(reply.at("sequence")).as(below).isEqualTo("1");
    }
  }

  @Test
  void aChangeOnTheVersionThatWasReadIsRecorded() {
    String read = agreement.get("").header("ETag");
    assertThat(agreement.post("/payments", paymentBody("p1", "1.00"), "If-Match", read).outcome()).isEqualTo("201");
  }

  @Test
  void aChangeOnAnOlderVersionIsNot() {
    String read = agreement.get("").header("ETag");
    agreement.payment("p1", "1.00");

    Reply reply = agreement.post("/payments", paymentBody("p2", "1.00"), "If-Match", read);

    assertThat(reply.outcome()).isEqualTo("412 stale-version");
    assertThat(agreement.get("/payments?effectiveOn=2021-12-31").each("items", "id")).containsExactly("p1");
  }

  @Test
  void aVersionThatIsNoSequenceIsSaidToBeWrong() {
    Reply reply = agreement.post("/payments", paymentBody("p1", "1.00"), "If-Match", "0");
    assertThat(reply.outcome()).isEqualTo("400 invalid-value");
    assertThat(reply.at("violations/0/path")).isEqualTo("/If-Match");
  }

  @Test
  void anAnswerThatCannotHaveChangedIsNotSentAgain() {
    Reply again = agreement.get("/position?effectiveOn=2021-07-01", "If-None-Match", "\"0\"");
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.text()).isEmpty();
    assertThat(again.header("ETag")).isEqualTo("\"0\"");
  }

  @Test
  void theSameDayNothingHasChangedEitherWhenNoDayIsNamed() {
    assertThat(agreement.get("/position", "If-None-Match", "\"0\"").status())
        .as("the agreement was recorded today, so the caller must have asked today")
        .isEqualTo(304);
  }

  @Test
  void anotherEventIsAnotherAnswer() {
    agreement.payment("p1", "1.00");
    assertThat(agreement.get("/position?effectiveOn=2021-07-01", "If-None-Match", "\"0\"").status()).isEqualTo(200);
  }

  @Test
  void asKnownThenTheAnswerIsTheSameForEver() {
    String then = agreement.get("").at("knownAt");
    String asked = "/payments?effectiveOn=2021-12-31&knownAt=" + then;
    Reply before = agreement.get(asked);
    agreement.payment("p1", "1.00");

    Reply after = agreement.get(asked);

    assertThat(after.text()).isEqualTo(before.text());
    assertThat(after.header("ETag")).isEqualTo("\"0\"");
    assertThat(after.at("knownAt")).isEqualTo(then);
    assertThat(agreement.get(asked, "If-None-Match", "\"0\"").status()).isEqualTo(304);
    assertThat(agreement.get("/payments?effectiveOn=2021-12-31").each("items", "id")).containsExactly("p1");
  }
}

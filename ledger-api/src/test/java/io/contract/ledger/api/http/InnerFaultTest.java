package io.contract.ledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.store.StoreTrouble;
import io.contract.ledger.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

/** A fault inside the server is logged in full. The answer reveals nothing of it. */
@ExtendWith(OutputCaptureExtension.class)
class InnerFaultTest {

  @Test
  void aFaultIsAnsweredWithoutDetailsAndLoggedWithThem(CapturedOutput output) {
    ResponseEntity<Value.Tree> answer =
        new ProblemAdvice(new StoreTrouble())
            .anythingElse(
                new IllegalStateException("password hunter2"), new MockHttpServletRequest("GET", "/api/v1/agreements"));
    assertThat(answer.getStatusCode().value()).isEqualTo(500);
    assertThat(String.valueOf(answer.getBody())).contains("internal-error").doesNotContain("hunter2")
        .doesNotContain("Exception");
    assertThat(output.getAll()).contains("hunter2").contains("GET /api/v1/agreements failed");
  }
}

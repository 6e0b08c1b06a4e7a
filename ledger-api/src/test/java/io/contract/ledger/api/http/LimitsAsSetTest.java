package io.contract.ledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.store.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said about limits names those that the server was started with. */
class LimitsAsSetTest {

  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server =
        TestServer.whole(
            folder.resolve("data"), "--ledger.questions.longest=45s", "--ledger.questions.longest-wait=1500ms",
            "--ledger.questions.most-rows=1234");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void thePagesOfProblemsNameTheLimitsAsTheyAreSet() {
    assertThat(page("question-too-long")).contains("longer than 45 s", "not ready after 45 s,").doesNotContain("30 s");
    assertThat(page("too-many-requests")).contains("for 1500 ms").doesNotContain("10 seconds");
    assertThat(page("question-too-large")).contains("1,234", "more than 1234 periods").doesNotContain("50,000",
        "50000");
  }

  private static String page(String code) {
    return server.get("/problems/" + code).body();
  }
}

package io.contract.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contract.ledger.api.ledger.RecordingOptions;
import io.contract.ledger.api.ledger.SomeFacts;
import io.contract.ledger.id.AgreementId;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * H2 writes a commit while others write, and what is on the disk then has a part of what they did. Therefore nobody else writes to the
 * file between a transaction's first statement and its end.
 */
@Timeout(60)
class SingleWriterTest {

  private static final long LONG_ENOUGH_TO_WRITE_MILLIS = 300;

  private static final Executor EACH_ITS_THREAD = Thread::startVirtualThread;

  private TestServer server;

  @BeforeEach
  void start(@TempDir Path data) {
    server = TestServer.behind(TestServer.onFile(data));
    record("acme");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whoRecordsWaitsForATransactionThatHasBegunToWriteAndWhoAsksDoesNot() throws Exception {
    CompletableFuture<Void> other = transaction().execute(status -> {
      write();
      CompletableFuture<Void> recording = CompletableFuture.runAsync(() -> record("globex"), EACH_ITS_THREAD);
      assertThatThrownBy(() -> recording.get(LONG_ENOUGH_TO_WRITE_MILLIS, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      assertThat(CompletableFuture.supplyAsync(this::asked, EACH_ITS_THREAD).join()).containsExactly("acme",
          "AgreementExecuted");
      return recording;
    });

    other.get(1, TimeUnit.MINUTES);
    assertThat(server.ledger().find(new AgreementId("globex"))).isPresent();
  }

  @Test
  void whoRecordsAfterATransactionThatWasRolledBackDoesNotWait() {
    assertThatThrownBy(
        () -> transaction().executeWithoutResult(
            status -> {
              write();
              throw new IllegalArgumentException("refused");
            }))
        .hasMessage("refused");

    record("globex");

    assertThat(server.ledger().find(new AgreementId("globex"))).isPresent();
  }

  /** What questions about the agreement, about its events and across agreements find. */
  private List<String> asked() {
    AgreementId acme = new AgreementId("acme");
    server.forgetKept();
    assertThat(server.ledger().find(acme)).isPresent();
    assertThat(server.eventId("acme", 0)).isNotEmpty();
    String event = server.ledger().events(acme).orElseThrow().read().next().kind().type();
    return List.of(String.join(", ", server.agreementIds()), event);
  }

  private TransactionTemplate transaction() {
    return new TransactionTemplate(server.bean(PlatformTransactionManager.class));
  }

  private void write() {
    server.bean(JdbcClient.class)
        .sql("insert into recorded_request (caller, idempotency_key, digest, agreement_id, sequences)"
            + " values ('ann', 'one', '', 'acme', '0')")
        .update();
  }

  private void record(String agreement) {
    server.ledger()
        .record(new AgreementId(agreement), List.of(SomeFacts.agreement(agreement)), RecordingOptions.by("ann"));
  }
}

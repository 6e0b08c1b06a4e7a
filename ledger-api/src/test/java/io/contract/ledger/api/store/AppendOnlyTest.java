package io.contract.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contract.ledger.api.ledger.RecordingOptions;
import io.contract.ledger.api.ledger.SomeFacts;
import io.contract.ledger.id.AgreementId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The server's own connections cannot change or remove events, because the database refuses it. */
class AppendOnlyTest {

  @ParameterizedTest
  @EnumSource(Stores.class)
  void theDatabaseRefusesToChangeOrRemoveEvents(Stores kind) {
    TestServer server = kind.shared();
    String id = SomeFacts.newId();
    server.ledger().record(new AgreementId(id), List.of(SomeFacts.agreement(id)), RecordingOptions.by("ann"));
    JdbcTemplate jdbc = server.bean(JdbcTemplate.class);

    List<String> statements =
        List.of(
            "update agreement_event set event_type = 'Nothing'",
            "delete from agreement_event where agreement_id = '" + id + "'",
            "truncate table agreement_event");
    for (String statement : statements) {
      assertThatThrownBy(() -> jdbc.execute(statement)).as(statement).isInstanceOf(DataAccessException.class);
    }
    if (kind == Stores.H2) {
      assertThatThrownBy(() -> jdbc.execute("drop table agreement_event")).isInstanceOf(DataAccessException.class);
    }
    server.forgetKept();
    assertThat(server.ledger().find(new AgreementId(id))).isPresent();
  }

  /** If the tables have an owner of their own, the server's user on PostgreSQL has as few rights as on H2. */
  @Test
  void onPostgresTheTablesMayHaveAnOwnerOfTheirOwn() throws Exception {
    String url = EmbeddedDatabase.create().replaceFirst("[?].*", "");
    try (Connection connection = DriverManager.getConnection(url, "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute("create role clerk login");
    }
    List<String> store =
        List.of("--ledger.store.url=" + url, "--ledger.store.user=clerk", "--ledger.store.owner-user=postgres");
    try (TestServer server = TestServer.behind(store)) {
      server.ledger().record(new AgreementId("a"), List.of(SomeFacts.agreement("a")), RecordingOptions.by("ann"));
      JdbcTemplate jdbc = server.bean(JdbcTemplate.class);
      for (String table : List.of("agreement_event", "recorded_request")) {
        for (String statement : List.of("update %s set agreement_id = 'x'", "delete from %s", "truncate table %s",
            "drop table %s", "alter table %s disable trigger all")) {
          assertThatThrownBy(() -> jdbc.execute(statement.formatted(table))).as(statement + " " + table)
              .isInstanceOf(DataAccessException.class);
        }
      }
      server.bean(Overview.class).rebuild(any -> {});
      assertThat(server.agreementIds()).containsExactly("a");
    }
    try (TestServer again = TestServer.behind(store)) {
      assertThat(again.ledger().find(new AgreementId("a"))).isPresent();
    }
  }
}

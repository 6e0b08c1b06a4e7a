package io.contract.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contract.ledger.api.agreement.RecordingOptions;
import io.contract.ledger.api.agreement.SomeFacts;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The server's own connections cannot change or remove events: the database refuses it. */
class AppendOnlyTest {

  @ParameterizedTest
  @EnumSource(Stores.class)
  void theDatabaseRefusesToChangeOrRemoveEvents(Stores kind) {
    TestServer server = kind.shared();
    String id = SomeFacts.newId();
    server.ledger().record(id, List.of(SomeFacts.agreement(id)), RecordingOptions.by("ann"));
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
    assertThat(server.ledger().find(id)).isPresent();
  }
}

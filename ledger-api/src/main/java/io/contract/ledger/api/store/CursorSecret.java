package io.contract.ledger.api.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secret that cursors are signed with. The database made it once (V20), so that all nodes have the same, and for good. */
@Component
public class CursorSecret {

  private final JdbcClient jdbc;
  private volatile byte @Nullable [] secret;

  CursorSecret(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The secret: 32 bytes that nobody can guess. */
  public byte[] bytes() {
    byte[] known = secret;
    if (known == null) {
      known = jdbc.sql("select secret from cursor_secret").query((row, number) -> row.getBytes(1)).single();
      secret = known;
    }
    return known.clone();
  }
}

package io.contract.ledger.api.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the ledger keeps its events.
 *
 * @param data the directory of the H2 file, created if missing; unused when a store is named
 * @param store a PostgreSQL database to use instead
 */
@ConfigurationProperties("ledger")
public record LedgerProperties(@DefaultValue("ledger-data") Path data, @Nullable Store store) {

  /**
   * A PostgreSQL database.
   *
   * @param url e.g. {@code jdbc:postgresql://localhost/ledger}
   * @param user the user who records and asks
   * @param ownerUser the user who owns the tables, so that {@code user} can neither change nor drop them; {@code user} itself
   * by default
   */
  public record Store(
      String url,
      @Nullable String user,
      @Nullable String password,
      @Nullable String ownerUser,
      @Nullable String ownerPassword) {}
}

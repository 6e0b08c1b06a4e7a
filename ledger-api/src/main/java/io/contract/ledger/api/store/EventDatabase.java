package io.contract.ledger.api.store;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database of the events. H2 and PostgreSQL differ only behind this interface. */
interface EventDatabase extends AutoCloseable {

  /** Connections for recording and asking. */
  DataSource application();

  /** Connections that may change the schema. */
  DataSource administration();

  /** The folder with the migrations that only this database has. */
  String folder();

  /** The name of the column type for bytes. */
  String bytes();

  /** The name of the column type for ids of agreements. It orders ids by their characters, whatever the locale. */
  String ids();

  /** The user that migrations grant rights to, as SQL names it. */
  String user();

  /** How commits are made durable. */
  Durability durability();

  /**
   * The ledger's clock. It is asked for once, after the tables are up to date.
   *
   * @param jdbc takes part in the current transaction
   * @param machine the clock of this machine
   */
  LedgerClock clock(JdbcClient jdbc, InstantSource machine);

  /** The directory of its file, if it is a file that only this process has open. */
  default Optional<Path> directory() {
    return Optional.empty();
  }

  /** Which database this is and where it is, for people. */
  String says();

  @Override
  void close();
}

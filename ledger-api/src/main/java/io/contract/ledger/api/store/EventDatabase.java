package io.contract.ledger.api.store;

import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;

/** The database that events are in: everything in which H2 and PostgreSQL differ is behind this. */
interface EventDatabase extends AutoCloseable {

  /** Connections for recording and asking. */
  DataSource application();

  /** Connections that may change the schema. */
  DataSource administration();

  /** The folder with this database's own migrations. */
  String folder();

  /** What the type for bytes is called. */
  String bytes();

  /** What the type for the ids of agreements is called: in the order of their characters, whatever the locale. */
  String ids();

  /** The user whose rights migrations give, as SQL names it. */
  String user();

  /** How commits are made durable. */
  Durability durability();

  /** Where its file is, if it is one that this process alone has. */
  default Optional<Path> directory() {
    return Optional.empty();
  }

  /** Which database this is and where, for people. */
  String says();

  @Override
  void close();
}

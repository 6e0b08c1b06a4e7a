package io.contract.ledger.api.store;

import java.sql.SQLException;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;

/**
 * Recognizes two writers of the same sequence number by SQLState 23505, on either database. Axon's own resolver goes by
 * vendors' error codes and class names. It recognizes neither H2's nor PostgreSQL's error, and reports a broken store where
 * there was only a second writer.
 */
final class DuplicateKey implements PersistenceExceptionResolver {
  private static final String UNIQUE_VIOLATION = "23505";

  @Override
  public boolean isDuplicateKeyViolation(Exception exception) {
    return CauseChain.of(exception).anyMatch(cause -> cause instanceof SQLException sql && isUniqueViolation(sql));
  }

  /** Whether a unique key is violated. A batch has the reason in the exceptions that follow its own. */
  private static boolean isUniqueViolation(SQLException exception) {
    for (SQLException next = exception; next != null; next = next.getNextException()) {
      if (UNIQUE_VIOLATION.equals(next.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}

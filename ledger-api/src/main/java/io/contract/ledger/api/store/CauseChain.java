package io.contract.ledger.api.store;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was thrown, with what caused it: frameworks wrap the reason of a failure in several exceptions of their own, and JDBC hangs that of
 * a batch beside the exception it throws ({@link SQLException#getNextException}).
 */
public final class CauseChain {

  /** Nobody wraps more often; a chain may also be a circle. */
  private static final int MOST = 50;

  private CauseChain() {}

  /** The exception itself first, what caused it after it. */
  public static Stream<Throwable> of(Throwable thrown) {
    List<Throwable> all = new ArrayList<>();
    Deque<Throwable> left = new ArrayDeque<>(List.of(thrown));
    while (!left.isEmpty() && all.size() < MOST) {
      Throwable one = left.removeFirst();
      all.add(one);
      if (one.getCause() != null) {
        left.addLast(one.getCause());
      }
      if (one instanceof SQLException sql && sql.getNextException() != null) {
        left.addLast(sql.getNextException());
      }
    }
    return all.stream();
  }
}

package io.contract.ledger.api.store;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** Why the store does not take or give what is asked of it, where nothing is wrong with the ledger itself. */
public enum StoreFailure {
  /** It cannot be reached, or has just been closed. */
  UNREACHABLE(
      "the store cannot be reached; send this again in a moment, and what records something with the same Idempotency-Key, because it is"
          + " not known whether it was recorded"),
  /** It could not be synced, and records nothing any more. */
  STOPPED(
      "the store could not be synced to disk, so that nothing is recorded until the server is started again; it is not known whether this"
          + " was recorded"),
  /** It has no space left. */
  FULL("the store has no space left; until there is some, it records nothing and answers questions");

  private static final String DISK_FULL = "53100";

  /** PostgreSQL is starting, stopping or has too many connections; or it is a standby that has not taken over yet. */
  private static final Set<String> NOT_NOW = Set.of("57P01", "57P02", "57P03", "53300", "25006");

  /** What systems say of a disk, or of the part of it that one may use, that is full. */
  private static final Set<String> NO_SPACE =
      Set.of("No space left on device", "Disk quota exceeded", "There is not enough space on the disk");

  /** H2 has closed its file, because it could not write to it. */
  private static final Set<Integer> CLOSED = Set.of(DataUtils.ERROR_CLOSED, DataUtils.ERROR_WRITING_FAILED);

  private final String says;

  StoreFailure(String says) {
    this.says = says;
  }

  /** The failure in words for a caller, and what to do. */
  public String says() {
    return says;
  }

  /** What the store failed of, if that is why this was thrown; otherwise empty. */
  public static Optional<StoreFailure> of(Throwable thrown) {
    Set<StoreFailure> found =
        CauseChain.of(thrown)
            .flatMap(one -> ofOne(one).stream())
            .collect(Collectors.toSet());
    return Stream.of(STOPPED, FULL, UNREACHABLE).filter(found::contains).findFirst();
  }

  private static Optional<StoreFailure> ofOne(Throwable thrown) {
    return switch (thrown) {
      case StoreUnavailableException stopped when stopped.isUntilRestart() -> Optional.of(STOPPED);
      case StoreFullException _ -> Optional.of(FULL);
      case IOException failed when isOfSpace(failed) -> Optional.of(FULL);
      case SQLException failed when DISK_FULL.equals(failed.getSQLState())
          || failed.getErrorCode() == ErrorCode.DATABASE_IS_READ_ONLY ->
        // A file of H2 that could not be written is only read until there is space.
        Optional.of(FULL);
      case StoreUnavailableException _,SQLTransientConnectionException _,SQLNonTransientConnectionException _ ->
        Optional.of(UNREACHABLE);
      case MVStoreException failed when CLOSED.contains(failed.getErrorCode()) -> Optional.of(UNREACHABLE);
      case SQLException failed when isOfConnection(failed) -> Optional.of(UNREACHABLE);
      default -> Optional.empty();
    };
  }

  private static boolean isOfSpace(IOException failed) {
    return NO_SPACE.stream().anyMatch(String.valueOf(failed.getMessage())::contains);
  }

  private static boolean isOfConnection(SQLException failed) {
    String state = String.valueOf(failed.getSQLState());
    return state.startsWith("08") || NOT_NOW.contains(state)
        || switch (failed.getErrorCode()) {
          case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2, ErrorCode.DATABASE_IS_CLOSED,
              ErrorCode.CONNECTION_BROKEN_1 ->
            true;
          default -> false;
        };
  }
}

package io.contract.ledger.api.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The bound that the clock of an H2 file has not passed, kept for the time after a restart. It stands in the database. On a full disk H2
 * writes nothing, and questions must be answered all the same. Then it stands in {@code ledger.clock} beside the database, a file whose
 * few bytes have their place on the disk already and are written over. The later of the two counts.
 */
final class KeptBound {

  /** How long the database is left alone after it had no space to write: H2 closes its file each time. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final JdbcClient database;
  private final Durability durability;
  private final Path reserve;
  private Optional<Long> fullAt = Optional.empty();

  /**
   * The bound in a database that is open.
   *
   * @param database the administrator's connections
   * @param reserve the file beside it, which is made if it is not there
   * @throws StoreUnavailableException when the file cannot be read or made
   */
  KeptBound(JdbcClient database, Durability durability, Path reserve) {
    this.database = database;
    this.durability = durability;
    this.reserve = reserve;
    try {
      // A power cut may have come between making the file and writing it.
      if (!Files.exists(reserve) || Files.size(reserve) == 0) {
        writeReserve(0);
      }
    } catch (IOException | UncheckedIOException failed) {
      throw new StoreUnavailableException(reserve + " cannot be written: " + failed.getMessage(), failed);
    }
  }

  /** The bound that was kept last. */
  Instant last() {
    long inDatabase = database.sql("select bound from ledger_clock").query(Long.class).single();
    return Instant.EPOCH.plus(Math.max(inDatabase, readReserve()), ChronoUnit.MICROS);
  }

  /** Keeps another bound, which is not earlier. Returns once it is durable. */
  void keep(Instant bound) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, bound);
    if (!isKeptInDatabase(micros)) {
      writeReserve(micros);
    }
  }

  /** Keeps the bound in the database. Returns false when it has no space. */
  private boolean isKeptInDatabase(long micros) {
    if (fullAt.filter(at -> System.nanoTime() - at < PAUSE.toNanos()).isPresent()) {
      return false;
    }
    try {
      durability.requireSpace();
      database.sql("update ledger_clock set bound = ?").param(micros).update();
      durability.await();
      fullAt = Optional.empty();
      return true;
    } catch (RuntimeException failed) {
      if (!StoreFailure.of(failed).equals(Optional.of(StoreFailure.FULL))) {
        throw failed;
      }
      fullAt = Optional.of(System.nanoTime());
      return false;
    }
  }

  private long readReserve() {
    try {
      return Long.parseLong(Files.readString(reserve, StandardCharsets.US_ASCII).strip());
    } catch (IOException | NumberFormatException unreadable) {
      throw new StoreUnavailableException(reserve + " cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  /** Writes over the bytes that are there, which are always as many. */
  private void writeReserve(long micros) {
    try (FileChannel file = FileChannel.open(reserve, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer text = ByteBuffer.wrap("%020d\n".formatted(micros).getBytes(StandardCharsets.US_ASCII));
      while (text.hasRemaining()) {
        file.write(text, text.position());
      }
      file.force(true);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

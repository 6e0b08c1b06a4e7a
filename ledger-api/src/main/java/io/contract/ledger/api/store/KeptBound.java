package io.contract.ledger.api.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The bound that the clock of an H2 file has not passed, kept for the time after a restart. It stands in {@code ledger.clock} beside the
 * database, a file whose few bytes have their place on the disk already and are written over: questions about this moment need no space
 * then, and the clock never waits for a transaction, which may be waiting for the clock.
 */
final class KeptBound {

  private final JdbcClient database;
  private final Path file;

  /**
   * The bound beside a database that is open.
   *
   * @param database the administrator's connections
   * @param file the file, which is made if it is not there
   * @throws StoreUnavailableException when the file cannot be made
   */
  KeptBound(JdbcClient database, Path file) {
    this.database = database;
    this.file = file;
    try {
      // A power cut may have come between making the file and writing it.
      if (!Files.exists(file) || Files.size(file) == 0) {
        write(0);
      }
    } catch (IOException | UncheckedIOException failed) {
      throw new StoreUnavailableException(file + " cannot be written: " + failed.getMessage(), failed);
    }
  }

  /**
   * The bound that was kept last. Earlier versions kept it in the database too, and the later of the two counts.
   *
   * @throws StoreUnavailableException when the file cannot be read
   */
  Instant last() {
    long inDatabase = database.sql("select bound from ledger_clock").query(Long.class).single();
    return Instant.EPOCH.plus(Math.max(inDatabase, read()), ChronoUnit.MICROS);
  }

  /**
   * Keeps another bound, which is not earlier. Returns once it is durable.
   *
   * @throws UncheckedIOException when the file cannot be written
   */
  void keep(Instant bound) {
    write(ChronoUnit.MICROS.between(Instant.EPOCH, bound));
  }

  private long read() {
    try {
      return Long.parseLong(Files.readString(file, StandardCharsets.US_ASCII).strip());
    } catch (IOException | NumberFormatException unreadable) {
      throw new StoreUnavailableException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  /** Writes over the bytes that are there, which are always as many. */
  private void write(long micros) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer text = ByteBuffer.wrap("%020d\n".formatted(micros).getBytes(StandardCharsets.US_ASCII));
      while (text.hasRemaining()) {
        channel.write(text, text.position());
      }
      channel.force(true);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

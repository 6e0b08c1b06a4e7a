package io.contract.ledger.api.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Recognizes a file that has lost its end. H2 opens a truncated file without an error, but without what was in the part cut
 * off. {@code ledger.head} beside it therefore keeps the number of events at the last opening or closing, and there must never
 * be fewer. The check cannot notice the loss of events that were recorded after that and cut off in a crash (ADR 0003).
 */
@Component
class HeadCheck implements SmartLifecycle {

  private final EventDatabase database;
  private final EventTable events;
  private boolean running;

  HeadCheck(EventDatabase database, EventTable events) {
    this.database = database;
    this.events = events;
  }

  /**
   * Compares the number of events with the number kept, and keeps the new one.
   *
   * @throws StoreUnavailableException when there are fewer events than the number kept
   */
  @Override
  public void start() {
    Optional<Path> head = database.directory().map(directory -> directory.resolve("ledger.head"));
    head.ifPresent(
        file -> {
          long found = events.counts().events();
          long expected = read(file);
          if (found < expected) {
            throw new StoreUnavailableException(
                database.says() + " has lost events: there were " + expected
                    + " when it was last opened or closed, and there are "
                    + found + ". Put back the last backup.",
                null);
          }
          write(file, found);
        });
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    database.directory().ifPresent(directory -> write(directory.resolve("ledger.head"), events.counts().events()));
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Runs before anything reads the store. */
  @Override
  public int getPhase() {
    return -1;
  }

  private static long read(Path file) {
    try {
      return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
    } catch (IOException | NumberFormatException unreadable) {
      throw new StoreUnavailableException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  /** Writes the whole file or none of it, even in a power cut. */
  private static void write(Path file, long count) {
    Path next = file.resolveSibling("ledger.head.next");
    try {
      Files.writeString(next, count + "\n", StandardCharsets.US_ASCII);
      try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new StoreUnavailableException(file + " cannot be written: " + failed.getMessage(), failed);
    }
  }
}

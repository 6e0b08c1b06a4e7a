package io.contract.ledger.api.http;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one request may take of the server (ADR 0032).
 *
 * @param mostRows the most periods, windows and cuts of reports that one answer is made of; fewer where there is little memory
 * @param longest how long one answer may take to compute; a streamed answer may take so long for each of its lines
 * @param longestWait how long a request waits for others of its kind before it is sent away
 * @param patience how long others wait for one who sends a body or reads an answer slowly, before the connection is broken off
 * @param bodies the memory of all large bodies that are there at a time; a tenth of it unless another is given
 */
@ConfigurationProperties("ledger.questions")
public record QuestionLimits(
    @DefaultValue("50000") long mostRows,
    @DefaultValue("30s") Duration longest,
    @DefaultValue("10s") Duration longestWait,
    @DefaultValue("5s") Duration patience,
    @Nullable DataSize bodies) {

  /** How many questions of a kind that takes much, or large bodies, go on at a time. */
  public static final int FEW = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  /** What a row takes while an answer is made of it, in bytes; measured with shares of monthly periods, and rounded up. */
  private static final long BYTES_PER_ROW = 5_000;

  /** The part of the memory that large questions may take, and large recordings as well: one in this many. */
  private static final long SHARE_OF_MEMORY = 4;

  /**
   * How many parts of an explanation take as much memory as a row. A part is small, many of them are shared or soon forgotten, and a
   * line of a report has a hundred.
   */
  private static final long PARTS_IN_A_ROW = 40;

  /** The part of the memory that large bodies take, and answers as well: one in this many. */
  private static final long OF_BODIES = 10;

  /** The memory of small bodies, as a part of that of large ones: one in this many. */
  private static final long SMALL_BODIES = 4;

  public QuestionLimits {
    if (mostRows < 1) {
      throw new IllegalArgumentException("ledger.questions.most-rows must be 1 at least, not " + mostRows);
    }
    if (!longest.isPositive()) {
      throw new IllegalArgumentException("ledger.questions.longest must be more than 0s, such as 30s");
    }
    mostRows = Math.min(mostRows, rowsInMemory());
    bodies = bodies == null ? DataSize.ofBytes(Runtime.getRuntime().maxMemory() / OF_BODIES) : bodies;
  }

  /** The memory of all large bodies that are there at a time. */
  @Override
  public DataSize bodies() {
    return Objects.requireNonNull(bodies, "the constructor gives one");
  }

  /** The memory of all bodies that are there at a time and not large, in bytes. Large ones leave it to them. */
  long smallBodies() {
    return bodies().toBytes() / SMALL_BODIES;
  }

  /** The memory of all answers that wait for their readers outside the lanes, in bytes. */
  long answers() {
    return bodies().toBytes();
  }

  /** A span of time for people, exact to the millisecond: {@code 30 s}, {@code 1500 ms}. */
  public static String said(Duration span) {
    return span.toMillis() % 1_000 == 0 ? span.toSeconds() + " s" : span.toMillis() + " ms";
  }

  /** The most parts that an explanation may have; as many are made at a time as their lane has places. */
  long mostParts() {
    return rowsInMemory() * PARTS_IN_A_ROW / FEW;
  }

  /** How many large questions go on at a time, so that there is memory for all of them. */
  int largeAtATime() {
    return Math.toIntExact(Math.clamp(rowsInMemory() / mostRows, 1, 64));
  }

  private static long rowsInMemory() {
    return Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / BYTES_PER_ROW;
  }
}

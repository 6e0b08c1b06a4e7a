package io.contract.ledger.api.http;

import io.contract.ledger.api.answer.Problem;
import io.contract.ledger.api.answer.ProblemKind;
import io.contract.ledger.api.json.JsonException;
import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.api.json.TooManyValuesException;
import io.contract.ledger.value.Characters;
import io.contract.ledger.value.Checker;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import io.contract.ledger.value.Violation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies strictly: first the bytes up to a limit, then JSON, then the type that the operation takes. Nothing is converted
 * or filled in.
 */
public final class PostedBody {

  /** The largest body with one fact, in bytes: 256 kB. */
  static final int ONE_FACT = 256 * 1024;

  /** The largest body with many facts, in bytes: 10 MB. */
  public static final int MANY_FACTS = 10 * 1024 * 1024;

  /** The most values that a body may have, of all kinds and at any depth: 10,000 facts with fifty each. */
  private static final int MOST_VALUES = 500_000;

  private static final String SEND_LESS =
      "send less at once, and keep documents elsewhere: evidence has a uri and a sha256 for them";

  /** What is kept at first for a body that does not say how long it is, in bytes. */
  private static final int UNANNOUNCED = Turn.OF_ANY_CONNECTION;

  private static final int GROWTH = 4;

  private PostedBody() {}

  /**
   * The bytes of an agreement file. One that is no larger than a body with one fact is kept in memory before it is read, so that nobody waits
   * for its caller; a larger one is read while it arrives, and may be larger than what fits into memory.
   *
   * @param remedy what the caller can do about a body that is larger, such as {@code send less at once}
   * @throws ProblemException when there are more than {@code most}; here if the caller says so, else when they are read
   */
  public static PostedStream file(HttpServletRequest request, long most, String remedy) throws IOException {
    requireSize(request, most, remedy);
    Watch watch = Watch.of(request);
    Runnable look = watch == null ? () -> {} : watch::requireTime;
    Turn turn = Turn.of(request);
    InputStream body = paced(request, turn);
    byte[] head = portion(body, Math.min(request.getContentLengthLong(), ONE_FACT), ONE_FACT, turn);
    if (turn != null && head.length < ONE_FACT) {
      turn.hasBody(head.length);
    } else if (turn != null) {
      turn.hasStream();
    }
    return new PostedStream(new SequenceInputStream(new ByteArrayInputStream(head), body), most, remedy, look);
  }

  private static void requireSize(HttpServletRequest request, long most, String remedy) {
    if (request.getContentLengthLong() > most) {
      throw PostedStream.tooLarge(most, remedy);
    }
  }

  private static InputStream paced(HttpServletRequest request, @Nullable Turn turn) throws IOException {
    return turn == null ? request.getInputStream() : new PacedInput(request, turn.pace());
  }

  /**
   * The bytes of the body, for which the request then has its place.
   *
   * @throws ProblemException when there are more than {@code most}
   */
  private static byte[] bytes(HttpServletRequest request, int most) throws IOException {
    requireSize(request, most, SEND_LESS);
    Turn turn = Turn.of(request);
    byte[] bytes = portion(paced(request, turn), request.getContentLengthLong(), most + 1, turn);
    if (bytes.length > most) {
      throw PostedStream.tooLarge(most, SEND_LESS);
    }
    if (turn != null) {
      turn.hasBody(bytes.length);
    }
    return bytes;
  }

  /**
   * Reads the body, or its beginning. Memory is kept before it is used.
   *
   * @param announced how many bytes the caller says that it has; negative when it does not say
   * @param most the largest number of bytes that are read
   */
  private static byte[] portion(InputStream body, long announced, int most, @Nullable Turn turn) throws IOException {
    byte[] bytes = room(announced < 0 ? Math.min(UNANNOUNCED, most) : Math.toIntExact(announced), turn);
    int count = body.readNBytes(bytes, 0, bytes.length);
    while (announced < 0 && count == bytes.length && count < most) {
      byte[] larger = room((int) Math.min(most, (long) GROWTH * count), turn);
      System.arraycopy(bytes, 0, larger, 0, count);
      bytes = larger;
      count += body.readNBytes(bytes, count, bytes.length - count);
    }
    return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
  }

  private static byte[] room(int size, @Nullable Turn turn) {
    if (turn != null) {
      turn.keep(size);
    }
    return new byte[size];
  }

  /**
   * The body as JSON of that type.
   *
   * @throws ProblemException when it is too large, is not JSON, or does not have the type
   */
  static Value json(HttpServletRequest request, int most, Type type) throws IOException {
    byte[] bytes = bytes(request, most);
    Watch watch = Watch.of(request);
    if (watch != null) {
      watch.received();
    }
    Value value = parsed(bytes);
    Parameters.require(Characters.violations(value, Pointer.ROOT));
    Parameters.require(Checker.check(value, type, Pointer.ROOT));
    return value;
  }

  private static Value parsed(byte[] bytes) {
    try {
      return JsonText.readPosted(bytes, MOST_VALUES);
    } catch (TooManyValuesException tooMany) {
      throw ProblemException.of(
          ProblemKind.BODY_TOO_LARGE,
          String.format(
              Locale.ROOT, "the body has more than %,d values, of all kinds and at any depth; send less at once",
              MOST_VALUES));
    } catch (JsonException unreadable) {
      String message =
          unreadable.getMessage() + " (line " + unreadable.line() + ", column " + unreadable.column() + ")";
      throw new ProblemException(
          Problem.of(List.of(new Violation(Pointer.ROOT, Code.INVALID_JSON, message))));
    }
  }
}

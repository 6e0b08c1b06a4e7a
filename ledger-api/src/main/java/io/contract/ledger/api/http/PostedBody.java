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
import java.io.IOException;
import java.util.List;
import java.util.Locale;

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

  private PostedBody() {}

  /**
   * The bytes of the body, one after another, so that it may be larger than what fits into memory.
   *
   * @param remedy what the caller can do about a body that is larger, such as {@code send less at once}
   * @throws ProblemException when there are more than {@code most}; here if the caller says so, else when they are read
   */
  public static PostedStream stream(HttpServletRequest request, long most, String remedy) throws IOException {
    if (request.getContentLengthLong() > most) {
      throw PostedStream.tooLarge(most, remedy);
    }
    Watch watch = Watch.of(request);
    return new PostedStream(request.getInputStream(), most, remedy, watch == null ? () -> {} : watch::requireTime);
  }

  /**
   * The bytes of the body.
   *
   * @throws ProblemException when there are more than {@code most}
   */
  public static byte[] bytes(HttpServletRequest request, int most) throws IOException {
    return stream(request, most, SEND_LESS).readAllBytes();
  }

  /**
   * The body as JSON of that type.
   *
   * @throws ProblemException when it is too large, is not JSON, or does not have the type
   */
  static Value json(HttpServletRequest request, int most, Type type) throws IOException {
    Value value = parsed(bytes(request, most));
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

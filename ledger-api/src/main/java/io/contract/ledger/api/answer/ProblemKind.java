package io.contract.ledger.api.answer;

import io.contract.ledger.value.Code;
import java.util.ArrayList;
import java.util.List;

/**
 * A kind of problem with a request. The domain refuses some, and the interface itself finds others.
 *
 * @param code the stable name that clients rely on; its page is {@code /problems/<code>}
 * @param title one short sentence for people, without a full stop
 * @param status the HTTP status; an {@code unknown-…} code has 404 when the request's path names the missing thing
 */
public record ProblemKind(String code, String title, int status) {

  public static final ProblemKind KNOWN_AT_IN_FUTURE =
      new ProblemKind("known-at-in-future", "The ledger's clock has not come to that instant", 400);
  public static final ProblemKind BAD_REQUEST = new ProblemKind("bad-request", "The request cannot be understood", 400);
  public static final ProblemKind UNKNOWN_PATH =
      new ProblemKind("unknown-path", "There is nothing at this address", 404);
  public static final ProblemKind METHOD_NOT_ALLOWED =
      new ProblemKind("method-not-allowed", "The address does not take this method", 405);
  public static final ProblemKind NOT_ACCEPTABLE =
      new ProblemKind("not-acceptable", "Not available in a form that the request accepts", 406);
  public static final ProblemKind HISTORY_DIFFERS =
      new ProblemKind("history-differs", "The agreement is recorded with another history", 409);
  public static final ProblemKind EXPECTATIONS_FAILED =
      new ProblemKind("expectations-failed", "The file's answers are not the ones it expects", 422);
  public static final ProblemKind IDEMPOTENCY_KEY_REUSED =
      new ProblemKind("idempotency-key-reused", "The Idempotency-Key belongs to another request", 422);
  public static final ProblemKind STALE_VERSION =
      new ProblemKind("stale-version", "The agreement has changed since it was read", 412);
  public static final ProblemKind BODY_TOO_LARGE = new ProblemKind("body-too-large", "The body is too large", 413);
  public static final ProblemKind BODY_TOO_SLOW =
      new ProblemKind("body-too-slow", "The body did not arrive in time", 408);
  public static final ProblemKind UNSUPPORTED_MEDIA_TYPE =
      new ProblemKind("unsupported-media-type", "The body is not of a type that is read here", 415);
  public static final ProblemKind FOREIGN_ORIGIN =
      new ProblemKind("foreign-origin", "A page of another site may not write here", 403);
  public static final ProblemKind FOREIGN_HOST =
      new ProblemKind("foreign-host", "The server does not answer to this name", 421);
  public static final ProblemKind QUESTION_TOO_LARGE =
      new ProblemKind("question-too-large", "The answer would be too large", 422);
  public static final ProblemKind TOO_MANY_REQUESTS =
      new ProblemKind("too-many-requests", "Too many requests of this kind at a time", 429);
  public static final ProblemKind QUESTION_TOO_LONG =
      new ProblemKind("question-too-long", "The answer was not ready in time", 503);
  public static final ProblemKind STORE_UNAVAILABLE =
      new ProblemKind("store-unavailable", "The store cannot be reached", 503);
  public static final ProblemKind STORE_FULL = new ProblemKind("store-full", "The store has no space left", 507);
  public static final ProblemKind NOT_SETTLED =
      new ProblemKind("not-settled", "Facts are still being recorded at that instant", 503);
  public static final ProblemKind STORE_TOO_SLOW =
      new ProblemKind("store-too-slow", "The store did not record this in time", 503);
  public static final ProblemKind INTERNAL_ERROR =
      new ProblemKind("internal-error", "The ledger failed to answer", 500);

  /** The kinds that only the interface finds. */
  private static final List<ProblemKind> OF_THE_INTERFACE =
      List.of(
          KNOWN_AT_IN_FUTURE,
          BAD_REQUEST,
          UNKNOWN_PATH,
          METHOD_NOT_ALLOWED,
          NOT_ACCEPTABLE,
          HISTORY_DIFFERS,
          EXPECTATIONS_FAILED,
          IDEMPOTENCY_KEY_REUSED,
          STALE_VERSION,
          BODY_TOO_LARGE,
          BODY_TOO_SLOW,
          UNSUPPORTED_MEDIA_TYPE,
          FOREIGN_ORIGIN,
          FOREIGN_HOST,
          QUESTION_TOO_LARGE,
          TOO_MANY_REQUESTS,
          QUESTION_TOO_LONG,
          STORE_UNAVAILABLE,
          STORE_FULL,
          NOT_SETTLED,
          STORE_TOO_SLOW,
          INTERNAL_ERROR);

  /** Every kind: first the domain's, in order of precedence, then the interface's own. */
  public static List<ProblemKind> all() {
    List<ProblemKind> all = new ArrayList<>();
    for (Code code : Code.values()) {
      all.add(of(code));
    }
    all.addAll(OF_THE_INTERFACE);
    return List.copyOf(all);
  }

  /** The kind of problem that the interface answers for a code of the domain (domain page, section 6). */
  public static ProblemKind of(Code code) {
    return new ProblemKind(code.slug(), code.title(), statusOf(code));
  }

  /** The same kind with status 404: the request's path itself names what does not exist. */
  public ProblemKind inPath() {
    return new ProblemKind(code, title, 404);
  }

  /** The address of its page, which is the {@code type} of RFC 9457. */
  public String type() {
    return "/problems/" + code;
  }

  private static int statusOf(Code code) {
    return switch (code) {
      case INVALID_JSON, UNKNOWN_FIELD, INVALID_VALUE, MISSING_FIELD -> 400;
      case UNKNOWN_AGREEMENT -> 404;
      case UNKNOWN_PARTY, UNKNOWN_CLAUSE, UNKNOWN_PAYMENT, UNKNOWN_REPORT, UNKNOWN_FACT, UNKNOWN_PERIOD -> 422;
      case WRONG_CLAUSE_KIND -> 422;
      case ID_ALREADY_USED -> 409;
      case CURRENCY_MISMATCH, AMOUNT_PRECISION, INVALID_SPAN -> 422;
      case OVERLAPPING_REPORT -> 409;
      case WRONG_PARTIES -> 422;
      case ALREADY_REVERSED, ALREADY_WITHDRAWN, AMENDMENT_NUMBER_USED -> 409;
      case INVALID_CLAUSE, PARAMETER_NOT_OPEN, DATE_OUT_OF_RANGE, NON_POSITIVE_AMOUNT, DATE_IN_FUTURE -> 422;
      case WAIVER_EXCEEDS_OUTSTANDING, CALENDAR_RANGE -> 422;
    };
  }
}

package io.contract.ledger.api.http;

import io.contract.ledger.api.answer.Problem;
import io.contract.ledger.api.answer.ProblemKind;
import io.contract.ledger.api.ledger.IdempotencyKeyReusedException;
import io.contract.ledger.api.store.NotSettledException;
import io.contract.ledger.api.store.SlowCommitException;
import io.contract.ledger.api.store.StoreFailure;
import io.contract.ledger.api.store.StoreTrouble;
import io.contract.ledger.budget.QuestionTooLargeException;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Value;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.coyote.BadRequestException;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers everything that goes wrong as a problem (RFC 9457), which tells nothing about the inside of the server. */
@RestControllerAdvice
final class ProblemAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  private final StoreTrouble store;

  ProblemAdvice(StoreTrouble store) {
    this.store = store;
  }

  @ExceptionHandler
  ResponseEntity<Value.Tree> known(ProblemException thrown) {
    return JsonResponses.of(thrown.problem());
  }

  @ExceptionHandler
  ResponseEntity<Value.Tree> keyReused(IdempotencyKeyReusedException thrown) {
    return of(ProblemKind.IDEMPOTENCY_KEY_REUSED, String.valueOf(thrown.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<Value.Tree> notSettled(NotSettledException thrown) {
    return later(ProblemKind.NOT_SETTLED, String.valueOf(thrown.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<Value.Tree> slow(SlowCommitException thrown) {
    return later(ProblemKind.STORE_TOO_SLOW, String.valueOf(thrown.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<Value.Tree> tooLarge(QuestionTooLargeException thrown) {
    return JsonResponses.of(Separately.problem(thrown));
  }

  @ExceptionHandler
  ResponseEntity<Value.Tree> tooLong(QuestionTooLongException thrown) {
    return later(Separately.problem(thrown));
  }

  @ExceptionHandler
  ResponseEntity<Value.Tree> tooMany(TooManyRequestsException thrown) {
    return later(ProblemKind.TOO_MANY_REQUESTS, String.valueOf(thrown.getMessage()));
  }

  @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
  ResponseEntity<Value.Tree> unknownPath(HttpServletRequest request) {
    return of(
        ProblemKind.UNKNOWN_PATH, "there is nothing at " + request.getRequestURI() + "; /docs shows every operation");
  }

  /** A name or value of the query is not UTF-8, has a broken escape such as {@code %}, or stands before a lone {@code =}. */
  @ExceptionHandler(InvalidParameterException.class)
  ResponseEntity<Value.Tree> malformedQuery() {
    return of(ProblemKind.BAD_REQUEST, "the query cannot be read: it has an empty name or a broken escape");
  }

  @ExceptionHandler
  ResponseEntity<Value.Tree> otherMethod(HttpRequestMethodNotSupportedException thrown) {
    List<String> allowed =
        Objects.requireNonNullElse(thrown.getSupportedHttpMethods(), List.<HttpMethod>of()).stream()
            .map(HttpMethod::name)
            .sorted()
            .toList();
    return with(
        HttpHeaders.ALLOW, String.join(", ", allowed),
        of(ProblemKind.METHOD_NOT_ALLOWED,
            "the address takes " + String.join(", ", allowed) + ", not " + thrown.getMethod()));
  }

  @ExceptionHandler
  ResponseEntity<Value.Tree> otherMediaType(HttpMediaTypeNotSupportedException thrown) {
    MediaType given = thrown.getContentType();
    return of(
        ProblemKind.UNSUPPORTED_MEDIA_TYPE,
        "a body must be sent with Content-Type: "
            + String.join(" or ", thrown.getSupportedMediaTypes().stream().map(MediaType::toString).toList())
            + (given == null ? "" : ", not " + given));
  }

  @ExceptionHandler
  ResponseEntity<Value.Tree> notAcceptable(HttpMediaTypeNotAcceptableException thrown) {
    return of(
        ProblemKind.NOT_ACCEPTABLE,
        "the answer is available as "
            + String.join(", ", thrown.getSupportedMediaTypes().stream().map(MediaType::toString).toList()));
  }

  @ExceptionHandler
  ResponseEntity<Value.Tree> otherType(MethodArgumentTypeMismatchException thrown) {
    return JsonResponses.of(
        ProblemException.at(
            thrown.getName(),
            Code.INVALID_VALUE,
            "'" + thrown.getName() + "' cannot be \"" + thrown.getValue() + "\"")
            .problem());
  }

  /** The body is not sent as its headers say, such as one that is cut into chunks and is not. */
  @ExceptionHandler
  ResponseEntity<Value.Tree> malformedBody(BadRequestException thrown) {
    LOG.debug("the body cannot be received", thrown);
    return of(ProblemKind.BAD_REQUEST, "the body is not sent as the headers of the request say");
  }

  /** The caller has closed the connection, so nothing is answered. */
  @ExceptionHandler({AsyncRequestNotUsableException.class, ClientAbortException.class, CallerGoneException.class,
      SlowReaderException.class})
  void gone(Exception thrown) {
    LOG.debug("the caller closed the connection", thrown);
  }

  /** Answers what Spring finds wrong with a request as a bad request. Anything else is a fault of the ledger. */
  @ExceptionHandler
  ResponseEntity<Value.Tree> anythingElse(Exception thrown, HttpServletRequest request) {
    if (thrown instanceof ErrorResponse wrong && wrong.getStatusCode().is4xxClientError()) {
      return of(ProblemKind.BAD_REQUEST, "the request cannot be understood");
    }
    OutOfMemory.endIfAmong(thrown);
    Optional<StoreFailure> ofStore = StoreFailure.of(thrown);
    if (ofStore.isPresent()) {
      store.met(ofStore.get(), thrown);
      String says = ofStore.get().says();
      return switch (ofStore.get()) {
        case STOPPED -> of(ProblemKind.STORE_UNAVAILABLE, says);
        case UNREACHABLE -> later(ProblemKind.STORE_UNAVAILABLE, says);
        case FULL -> later(ProblemKind.STORE_FULL, says);
      };
    }
    LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), thrown);
    return of(ProblemKind.INTERNAL_ERROR, "the ledger failed to answer; its log says why");
  }

  private static ResponseEntity<Value.Tree> later(ProblemKind kind, String detail) {
    return later(Problem.of(kind, Pointer.ROOT, detail));
  }

  /** A problem that goes away by itself, in about a second. */
  private static ResponseEntity<Value.Tree> later(Problem problem) {
    return with(HttpHeaders.RETRY_AFTER, "1", JsonResponses.of(problem));
  }

  private static ResponseEntity<Value.Tree> with(
      String header, String value, ResponseEntity<Value.Tree> problem) {
    return ResponseEntity.status(problem.getStatusCode())
        .header(header, value)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem.getBody());
  }

  private static ResponseEntity<Value.Tree> of(ProblemKind kind, String detail) {
    return JsonResponses.of(Problem.of(kind, Pointer.ROOT, detail));
  }
}

package io.contract.ledger.api.http;

import io.contract.ledger.api.answer.Problem;
import io.contract.ledger.api.answer.ProblemKind;
import io.contract.ledger.api.json.JsonException;
import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.value.Checker;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import io.contract.ledger.value.Violation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Reads bodies: bytes, then strict JSON, then the shape of what the operation records. Nothing is converted or filled in. */
final class PostedFactReader implements HandlerMethodArgumentResolver {

  /** The largest body that is read, in bytes. */
  static final int MAX_BODY = 256 * 1024;

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == PostedFact.class;
  }

  @Override
  public PostedFact resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders)
      throws IOException {
    HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
    Records records =
        Objects.requireNonNull(parameter.getMethodAnnotation(Records.class), "@Records says what is posted");
    Postable kind = records.value();
    Value.Tree body = checked(parsed(bytes(request)), kind);
    Long expected = IfMatch.expectedSequence(request).orElse(null);
    Map<String, String> path = pathOf(request);
    String agreement = path.get("agreement");
    return new PostedFact(
        kind,
        agreement == null ? new Fields(body).text("id") : agreement,
        kind.inPath().map(field -> body.with(field, Value.text(path.getOrDefault(field, "")))).orElse(body),
        expected);
  }

  private static byte[] bytes(HttpServletRequest request) throws IOException {
    byte[] bytes =
        request.getContentLengthLong() > MAX_BODY ? null : request.getInputStream().readNBytes(MAX_BODY + 1);
    if (bytes == null || bytes.length > MAX_BODY) {
      throw ProblemException.of(ProblemKind.BODY_TOO_LARGE, "the body has more than " + MAX_BODY + " bytes (256 kB)");
    }
    return bytes;
  }

  private static Value parsed(byte[] bytes) {
    try {
      return JsonText.read(bytes);
    } catch (JsonException unreadable) {
      String message =
          unreadable.getMessage() + " (line " + unreadable.line() + ", column " + unreadable.column() + ")";
      throw new ProblemException(
          Problem.of(List.of(new Violation(Pointer.ROOT, Code.INVALID_JSON, message))));
    }
  }

  private static Value.Tree checked(Value value, Postable kind) {
    List<Violation> violations = Checker.check(value, Type.object(kind.body()), Pointer.ROOT);
    if (value instanceof Value.Tree tree && violations.isEmpty()) {
      return tree;
    }
    throw new ProblemException(Problem.of(violations));
  }

  @SuppressWarnings("unchecked")
  static Map<String, String> pathOf(HttpServletRequest request) {
    return Optional.ofNullable(
        (Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE))
        .orElse(Map.of());
  }
}

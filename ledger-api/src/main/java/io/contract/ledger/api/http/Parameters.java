package io.contract.ledger.api.http;

import io.contract.ledger.api.answer.Problem;
import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.value.Characters;
import io.contract.ledger.value.Checker;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import io.contract.ledger.value.Violation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Reads query parameters as strictly as bodies: a question with a misspelt {@code effectiveon} must not silently be answered as
 * of today. The path of a parameter in a problem is {@code /} and its name.
 */
public final class Parameters {

  private Parameters() {}

  /** Refuses parameters with other names, and a parameter that is given twice. */
  static void allowOnly(HttpServletRequest request, Set<String> known) {
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              Stream.concat(Stream.of(name), Stream.of(values)).flatMap(text -> Characters.refused(text).stream())
                  .findFirst()
                  .ifPresent(why -> {
                    throw ProblemException.at(Characters.refused(name).isEmpty() ? name : "", Code.INVALID_VALUE,
                        "the query " + why);
                  });
              if (!known.contains(name)) {
                throw ProblemException.at(
                    name,
                    Code.UNKNOWN_FIELD,
                    "'" + name + "' is not a query parameter here; known are "
                        + (known.isEmpty() ? "none" : String.join(", ", known)));
              }
              if (values.length > 1) {
                throw ProblemException.at(name, Code.INVALID_VALUE,
                    "'" + name + "' is given " + values.length + " times");
              }
            });
  }

  static Optional<LocalDate> date(HttpServletRequest request, String name) {
    return date(name, request.getParameter(name));
  }

  static Optional<Instant> instant(HttpServletRequest request, String name) {
    return text(request, name, Type.INSTANT).map(Instant::parse);
  }

  /** The number; empty when the parameter is not given. */
  static Optional<Long> whole(HttpServletRequest request, String name, long min, long max) {
    return Optional.ofNullable(request.getParameter(name)).map(text -> whole(name, text, min, max));
  }

  /**
   * The number in a parameter's text.
   *
   * @throws ProblemException when it is not a number from {@code min} to {@code max}
   */
  public static long whole(String name, String text, long min, long max) {
    require(Checker.check(new Value.Num(text), new Type.Whole(min, max), Pointer.ROOT.child(name)));
    return Long.parseLong(text);
  }

  /**
   * One of the words; empty when the parameter is not given.
   *
   * @throws ProblemException when it is another word
   */
  public static Optional<String> word(String name, @Nullable String text, List<String> words) {
    return Optional.ofNullable(text).map(given -> checked(name, given, new Type.OneOf(words)));
  }

  /**
   * The date; empty when the parameter is not given.
   *
   * @throws ProblemException when it is not a date, or one that no question may name
   */
  public static Optional<LocalDate> date(String name, @Nullable String text) {
    Optional<LocalDate> date = Optional.ofNullable(text).map(given -> LocalDate.parse(checked(name, given, Type.DATE)));
    date.flatMap(DateRange::whyNotNameable).ifPresent(why -> {
      throw ProblemException.at(name, Code.DATE_OUT_OF_RANGE, why);
    });
    return date;
  }

  private static Optional<String> text(HttpServletRequest request, String name, Type type) {
    return Optional.ofNullable(request.getParameter(name)).map(text -> checked(name, text, type));
  }

  private static String checked(String name, String text, Type type) {
    require(Checker.check(Value.text(text), type, Pointer.ROOT.child(name)));
    return text;
  }

  /** Refuses the request if there are violations. */
  static void require(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw new ProblemException(Problem.of(violations));
    }
  }

  /** The variables of the request's path, by name. */
  @SuppressWarnings("unchecked")
  static Map<String, String> ofPath(HttpServletRequest request) {
    return Optional.ofNullable(
        (Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE))
        .orElse(Map.of());
  }
}

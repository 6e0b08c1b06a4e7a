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
    if (!Checker.check(new Value.Num(text), new Type.Whole(min, max), Pointer.ROOT.child(name)).isEmpty()) {
      // The type's own words are about bodies, where a number must not stand in quotes.
      throw ProblemException.at(name, Code.INVALID_VALUE,
          "'" + name + "' must be a whole number from " + min
              + (max == Long.MAX_VALUE ? " on" : " to " + max) + ", not " + Checker.shown(Value.text(text)));
    }
    return Long.parseLong(text);
  }

  /**
   * A part of a history.
   *
   * @param first the number of its first event, from 0
   * @param last the number of its last event, at least {@code first}; there need not be as many
   */
  public record Part(long first, long last) {

    /**
     * The part that the parameters {@code from} and {@code to} name; without them it begins with the first event and ends with the last.
     *
     * @throws ProblemException when one of them is not a number of an event, or when the part would end before it begins
     */
    public static Part of(@Nullable String from, @Nullable String to) {
      long first = from == null ? 0 : whole("from", from, 0, Long.MAX_VALUE);
      long last = to == null ? Long.MAX_VALUE : whole("to", to, 0, Long.MAX_VALUE);
      if (last < first) {
        throw ProblemException.at("to", Code.INVALID_VALUE,
            "'to' is " + last + " and 'from' is " + first + ": a part ends where it begins, or later");
      }
      return new Part(first, last);
    }

    /** Whether the event of that number belongs to it. */
    public boolean has(long sequence) {
      return sequence >= first && sequence <= last;
    }
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

package io.contract.ledger.api.http;

import io.contract.ledger.value.Code;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads and writes versions in headers. The entity tag of an answer is the sequence of the last event that it used, in quotes:
 * {@code "7"}.
 */
final class EntityTags {

  private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

  private EntityTags() {}

  /** The entity tag of that sequence. */
  static String tag(long sequence) {
    return "\"" + sequence + "\"";
  }

  /** The entity tag of another form of the same answer. */
  static String tag(long sequence, String form) {
    return "\"" + sequence + "-" + form + "\"";
  }

  /** The last event that the caller has seen; empty when the caller does not name one ({@code *} names none either). */
  static Optional<Long> expectedSequence(HttpServletRequest request) {
    List<String> given = all(request.getHeaders("If-Match"));
    if (request.getHeader("If-Match") == null || given.equals(List.of("*"))) {
      return Optional.empty();
    }
    Matcher matcher = TAG.matcher(given.isEmpty() ? "" : given.getFirst());
    if (given.size() != 1 || !matcher.matches()) {
      throw ProblemException.at(
          "If-Match", Code.INVALID_VALUE,
          "If-Match must be one sequence in quotes such as \"7\", not " + String.join(", ", given));
    }
    return Optional.of(Long.parseLong(matcher.group(1)));
  }

  /** Whether the caller already has the answer at that sequence. */
  static boolean hasSeen(HttpServletRequest request, long sequence) {
    return hasSeen(request, tag(sequence));
  }

  /** Whether the caller already has the answer with that tag. */
  static boolean hasSeen(HttpServletRequest request, String wanted) {
    return all(request.getHeaders("If-None-Match")).stream()
        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
        .anyMatch(wanted::equals);
  }

  private static List<String> all(Enumeration<String> headers) {
    return Collections.list(headers).stream()
        .flatMap(header -> List.of(header.split(",", -1)).stream())
        .map(String::strip)
        .filter(tag -> !tag.isEmpty())
        .toList();
  }
}

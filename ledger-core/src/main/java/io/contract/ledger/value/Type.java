package io.contract.ledger.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The type of a value. Requests, agreement files, stored events and the published interface description are all checked against, or
 * written from, the same types, so that a form is declared in one place.
 */
public sealed interface Type {

  /**
   * Text of a certain form.
   *
   * @param name its name, e.g. {@code amount}
   * @param rule the form in words, for messages
   * @param pattern what the whole text must match
   * @param also what must hold beyond the pattern
   * @param example a text that fits
   */
  record Words(String name, String rule, Pattern pattern, Predicate<String> also, String example)
      implements Type {}

  /** One of the listed texts. */
  record OneOf(List<String> words) implements Type {}

  /** A whole number, unquoted, both bounds inclusive. */
  record Whole(long min, long max) implements Type {}

  /** {@code true} or {@code false}. */
  record YesNo() implements Type {}

  /** A list with at least that many items. */
  record ListOf(Type item, int least, int most) implements Type {}

  /** An object with the fields of the shape. */
  @SuppressWarnings("AvoidCommonTypeNames") // JSON's own word, and always written Type.Object
  record Object(Shape shape) implements Type {}

  /** Whichever of the alternatives takes this kind of value (text, object, list). */
  record Either(List<Type> alternatives) implements Type {}

  /** An object with exactly one entry, whose name determines the type of its value: {@code {revise: {…}}}. */
  record Keyed(Map<String, Type> byKey) implements Type {}

  /** An object whose shape is chosen by one of its fields: a clause by its {@code kind}. */
  record Chosen(String field, Map<String, Shape> byWord) implements Type {}

  /** A value that may be null, as a figure in answers that cannot be determined. */
  record Nullable(Type type) implements Type {}

  /** Any value: it was checked elsewhere, or is shown as it was found. */
  record Anything() implements Type {}

  /** An object whose names are not known beforehand, each with a value of the one type: {@code {rate: 1, cap: 0}}. */
  record MapOf(Type item) implements Type {}

  /** An object of a shape that contains such objects in turn, as a node of a tree does. The shape is built only when needed. */
  record Recursive(Supplier<Shape> shape) implements Type {}

  /**
   * An object that patches one of the shapes (RFC 7396). Each name is that of a field in one of them, and any part may be null or
   * missing.
   */
  record Patch(List<Shape> shapes) implements Type {}

  Type TEXT =
      words("text", "some text, at most 4,000 characters", "(?s).*\\S.*", t -> t.length() <= 4_000, "a text");
  Type WORDING =
      words(
          "wording", "some text, at most 100,000 characters", "(?s).*\\S.*", t -> t.length() <= 100_000,
          "A share of net sales is owed for each quarter.");
  Type SLUG =
      words(
          "slug",
          "lower-case letters, digits and hyphens, at most 63, beginning with a letter or digit",
          "[a-z0-9][a-z0-9-]{0,62}",
          t -> true,
          "net-sales");
  Type AMOUNT =
      words(
          "amount",
          "a decimal number in quotes, at most 18 digits before the point and 4 after it",
          "-?\\d{1,18}(\\.\\d{1,4})?",
          t -> true,
          "1250.00");
  /** A figure of an answer. It adds up amounts, and may have more digits than any of them. */
  Type SUM =
      words(
          "sum", "a decimal number in quotes, at most 4 digits after the point", "-?\\d+(\\.\\d{1,4})?", t -> true,
          "1250.00");
  Type RATE =
      words(
          "rate",
          "a decimal fraction in quotes, at most 6 digits before the point and 10 after it: 20 % is \"0.20\"",
          "\\d{1,6}(\\.\\d{1,10})?",
          t -> true,
          "0.20");
  /** A fraction that may be below zero, as an index and what is added to it may be. */
  Type SIGNED_RATE =
      words(
          "rate",
          "a decimal fraction in quotes, at most 6 digits before the point and 10 after it, below zero with a minus:"
              + " −0.5 % is \"-0.005\"",
          "-?\\d{1,6}(\\.\\d{1,10})?",
          t -> true,
          "0.0431");
  /** The name of an index, as the market writes it. */
  Type INDEX =
      words(
          "index",
          "an index's name: letters, digits and hyphens, at most 63, beginning with a capital letter or a digit, such as"
              + " SOFR or EURIBOR-3M",
          "[A-Z0-9][A-Za-z0-9-]{0,62}",
          t -> true,
          "SOFR");
  Type DATE =
      words(
          "date", "a calendar date such as 2021-03-31", "\\d{4}-\\d{2}-\\d{2}", Type::isDate, "2021-03-31");
  Type INSTANT =
      words(
          "instant",
          "an instant in UTC from 1900 on such as 2021-04-10T09:00:00Z, with at most microseconds",
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?Z",
          Type::isInstant,
          "2021-04-10T09:00:00Z");
  Type TIME_ZONE =
      words("time zone", "a time zone such as UTC or America/New_York", "[A-Za-z0-9_+/-]{1,64}", Type::isZone, "UTC");
  Type CURRENCY =
      words(
          "currency",
          "an ISO 4217 code with a minor unit, such as USD",
          "[A-Z]{3}",
          code -> MinorUnits.of(code).isPresent(),
          "USD");
  /** The first instant that is on 1 January 1900 anywhere: the earliest day that may be named has come there first. */
  Instant FIRST_INSTANT = OffsetDateTime.of(1900, 1, 1, 0, 0, 0, 0, ZoneOffset.MAX).toInstant();

  /** The regular expression for a period's name. */
  String PERIOD_PATTERN = "[A-Z0-9][A-Za-z0-9-]{0,62}";

  /** The forms of a period's name in words. */
  String PERIOD_RULE =
      "a period's name: 2021-Q1, 2021-03, 2021-H1, 2021, FY2026-Q1, CY1-M01, or one of a schedule such as P01";

  Type PERIOD_NAME =
      words("period", PERIOD_RULE, PERIOD_PATTERN, Type::isPeriodName, "2021-Q1");

  /** The name of a claim: that of a period, or {@code once} of a fixed payment that is owed once. */
  Type CLAIM_NAME =
      words(
          "claim", PERIOD_RULE + "; or once, of a fixed payment", "(" + PERIOD_PATTERN + ")|once",
          name -> name.equals("once") || isPeriodName(name), "2021-Q1");

  /** The name of a row of a position: that of a claim, or {@code brought-forward}. */
  Type CLAIM_OR_BALANCE =
      words(
          "claim or balance", PERIOD_RULE + "; or once, of a fixed payment; or brought-forward",
          "(" + PERIOD_PATTERN + ")|once|brought-forward",
          name -> name.equals("once") || name.equals("brought-forward") || isPeriodName(name), "2021-Q1");

  /** Whether a part of a year has that name: {@code 2021-Q1}, {@code 2021-03}, {@code FY2026}, {@code CY1-M01}. */
  static boolean isPeriodOfYear(String name) {
    return name.matches(
        "((FY)?\\d{4}|CY[1-9]\\d{0,3})(-(Q[1-4]|H[12]))?|(\\d{4}-|CY[1-9]\\d{0,3}-M)(0[1-9]|1[0-2])");
  }

  /** Whether a period may have that name. What looks like a part of a year has to be one, so that a misspelt period is found. */
  static boolean isPeriodName(String name) {
    return isPeriodOfYear(name) || !name.matches("(\\d{4}|FY\\d{4}|CY\\d+)(-[QHM]?\\d*)?");
  }

  Type SHA256 =
      words("SHA-256", "64 hexadecimal digits, lower case", "[0-9a-f]{64}", t -> true, "0".repeat(64));
  Type YES_NO = new YesNo();
  Type ANYTHING = new Anything();

  /** Text that matches a regular expression and a further rule. */
  static Words words(
      String name, String rule, String pattern, Predicate<String> also, String example) {
    return new Words(name, rule, Pattern.compile(pattern), also, example);
  }

  static Type oneOf(String... words) {
    return new OneOf(Arrays.asList(words));
  }

  static Type listOf(Type item, int least) {
    return new ListOf(item, least, Integer.MAX_VALUE);
  }

  static Type listOf(Type item, int least, int most) {
    return new ListOf(item, least, most);
  }

  static Type nullable(Type type) {
    return new Nullable(type);
  }

  static Type mapOf(Type item) {
    return new MapOf(item);
  }

  static Type object(Shape shape) {
    return new Object(shape);
  }

  static Type either(Type... alternatives) {
    return new Either(Arrays.asList(alternatives));
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException notADate) {
      return false;
    }
  }

  private static boolean isInstant(String text) {
    try {
      return !Instant.parse(text).isBefore(FIRST_INSTANT);
    } catch (DateTimeException notAnInstant) {
      return false;
    }
  }

  private static boolean isZone(String text) {
    return text.equals("UTC") || ZoneId.getAvailableZoneIds().contains(text);
  }
}

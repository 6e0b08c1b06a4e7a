package io.contract.ledger.api.agreementfile;

import io.contract.ledger.value.EnumWords;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An answer that a file expects.
 *
 * @param path its place in the file
 * @param place its line and column in the file
 * @param says what is expected, in the file's own words; empty when the file gives none
 * @param effectiveOn the day of the question; the day of the last event when empty
 * @param knownAt the instant whose knowledge is used; everything is known when empty
 * @param with supposed facts, each under its key; the expectation is then asked as a what-if
 * @param expected the value under the key of the kind
 */
public record Expectation(
    Pointer path,
    Place place,
    Optional<String> says,
    Kind kind,
    Optional<LocalDate> effectiveOn,
    Optional<Instant> knownAt,
    List<Value> with,
    Value.Tree expected) {

  public Expectation {
    with = List.copyOf(with);
  }

  /** The kind of answer that is expected. */
  public enum Kind {
    POSITION,
    PERIOD,
    CLAUSE,
    OBLIGATION,
    LAUNCH,
    STATEMENT,
    FORECAST,
    REFUSED;

    /** The key in the file: {@code position}. */
    public String key() {
      return EnumWords.slug(this);
    }

    /** The keys that select the row and must be given. */
    List<String> needed() {
      return switch (this) {
        case POSITION, OBLIGATION -> List.of("clause");
        case PERIOD -> List.of("clause", "period");
        case STATEMENT -> List.of("clause", "number");
        case CLAUSE -> List.of("id");
        case LAUNCH -> List.of("product");
        case FORECAST, REFUSED -> List.of();
      };
    }

    /** The keys that select the row. */
    List<String> selectors() {
      return switch (this) {
        case POSITION, PERIOD, CLAUSE, STATEMENT, FORECAST, REFUSED -> needed();
        case OBLIGATION -> List.of("clause", "period", "kind", "ref", "bearer", "counterparty");
        case LAUNCH -> List.of("product", "venue", "on", "clause");
      };
    }

    static Optional<Kind> named(String key) {
      return EnumWords.named(values(), key);
    }
  }

  /** What is expected: in the file's words, or else in generated ones such as {@code period share 2021-Q2 on 2021-07-15}. */
  public String that() {
    return says.orElseGet(this::described);
  }

  private String described() {
    if (kind == Kind.REFUSED) {
      String fact = expected.entries().keySet().stream().filter(key -> !key.equals("code")).findFirst().orElse("fact");
      return fact + " refused";
    }
    String row =
        kind.selectors().stream()
            .flatMap(name -> expected.get(name).stream())
            .flatMap(
                value -> value instanceof Value.Num number
                    ? Stream.of(number.literal())
                    : value instanceof Value.Text text ? Stream.of(text.text()) : Stream.<String>empty())
            .collect(Collectors.joining(" "));
    return kind.key()
        + (row.isEmpty() ? "" : " " + row)
        + (with.isEmpty() ? "" : " with further facts")
        + effectiveOn.map(day -> " on " + day).orElse("")
        + knownAt.map(instant -> " known at " + instant).orElse("");
  }
}

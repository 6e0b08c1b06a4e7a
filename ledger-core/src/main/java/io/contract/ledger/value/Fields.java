package io.contract.ledger.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Reads the fields of a tree that a {@link Checker} has already passed. A field that is missing or has another type is a
 * programming error and throws {@link IllegalStateException}.
 */
public record Fields(Value.Tree tree) {

  /** Whether the field is there, even if it is null. */
  public boolean has(String name) {
    return tree.get(name).isPresent();
  }

  /** Whether the field is there and is null. */
  public boolean isNull(String name) {
    return tree.get(name).orElse(Value.EMPTY) instanceof Value.Null;
  }

  public String text(String name) {
    return optionalText(name).orElseThrow(() -> absent(name));
  }

  public Optional<String> optionalText(String name) {
    return tree.get(name)
        .map(
            value -> {
              if (value instanceof Value.Text text) {
                return text.text();
              }
              throw new IllegalStateException(name + " was expected to be text, found " + value);
            });
  }

  public BigDecimal decimal(String name) {
    return new BigDecimal(text(name));
  }

  public Optional<BigDecimal> optionalDecimal(String name) {
    return optionalText(name).map(BigDecimal::new);
  }

  public LocalDate date(String name) {
    return LocalDate.parse(text(name));
  }

  public Optional<LocalDate> optionalDate(String name) {
    return optionalText(name).map(LocalDate::parse);
  }

  public Instant instant(String name) {
    return Instant.parse(text(name));
  }

  public Optional<Boolean> optionalBool(String name) {
    return tree.get(name)
        .map(
            value -> {
              if (value instanceof Value.Bool bool) {
                return bool.value();
              }
              throw new IllegalStateException(name + " was expected to be true or false, found " + value);
            });
  }

  public Optional<Long> optionalWhole(String name) {
    return tree.get(name)
        .map(
            value -> {
              if (value instanceof Value.Num number) {
                return Long.parseLong(number.literal());
              }
              throw new IllegalStateException(name + " was expected to be a whole number, found " + value);
            });
  }

  public Fields object(String name) {
    return optionalObject(name).orElseThrow(() -> absent(name));
  }

  public Optional<Fields> optionalObject(String name) {
    return tree.get(name).map(Fields::of);
  }

  public List<Value> list(String name) {
    return tree.get(name)
        .map(
            value -> {
              if (value instanceof Value.Items items) {
                return items.items();
              }
              throw new IllegalStateException(name + " was expected to be a list, found " + value);
            })
        .orElse(List.of());
  }

  /** The texts in the list; none where there is no list. */
  public List<String> texts(String name) {
    return list(name).stream()
        .map(
            item -> {
              if (item instanceof Value.Text(var text)) {
                return text;
              }
              throw new IllegalStateException(name + " was expected to hold texts, found " + item);
            })
        .toList();
  }

  /** The fields of a value that is known to be an object. */
  public static Fields of(Value value) {
    if (value instanceof Value.Tree tree) {
      return new Fields(tree);
    }
    throw new IllegalStateException("an object was expected, found " + value);
  }

  private static IllegalStateException absent(String name) {
    return new IllegalStateException("field " + name + " was expected");
  }
}

package io.contract.ledger.value;

import io.contract.ledger.id.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a tree field by field. Null values are left out. */
public final class TreeBuilder {

  private final Map<String, Value> entries = new LinkedHashMap<>();

  public TreeBuilder put(String name, @Nullable Value value) {
    if (value != null) {
      entries.put(name, value);
    }
    return this;
  }

  public TreeBuilder put(String name, @Nullable String text) {
    return put(name, text == null ? null : Value.text(text));
  }

  public TreeBuilder put(String name, @Nullable Id id) {
    return put(name, id == null ? null : id.text());
  }

  public TreeBuilder put(String name, @Nullable LocalDate date) {
    return put(name, date == null ? null : date.toString());
  }

  public TreeBuilder put(String name, @Nullable Instant instant) {
    return put(name, instant == null ? null : instant.toString());
  }

  public TreeBuilder put(String name, @Nullable BigDecimal decimal) {
    return put(name, decimal == null ? null : decimal.toPlainString());
  }

  public TreeBuilder put(String name, @Nullable Boolean bool) {
    return put(name, bool == null ? null : Value.bool(bool));
  }

  public TreeBuilder put(String name, long number) {
    return put(name, Value.number(number));
  }

  public TreeBuilder put(String name, List<? extends Value> items) {
    return put(name, Value.items(items));
  }

  public Value.Tree build() {
    return new Value.Tree(entries);
  }
}

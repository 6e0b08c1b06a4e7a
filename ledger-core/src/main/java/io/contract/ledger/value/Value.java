package io.contract.ledger.value;

import io.contract.ledger.id.Id;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of JSON or YAML, without the types of a library. Facts and clauses are such trees in requests, agreement files and stored
 * events. Immutable. The entries of a {@link Tree} keep the order in which they were written.
 *
 * <p>Amounts and rates are always {@link Text} ({@code "1250.00"}), never {@link Num}, because a reader may round an unquoted
 * number.
 *
 * <p>Example: {@code {id: q1, amount: "4700.00"}} is {@code tree("id", text("q1"), "amount", text("4700.00"))}.
 */
public sealed interface Value {

  /** Text. Its {@link Type} determines whether it is a date, an instant, an amount, a slug or plain text. */
  record Text(String text) implements Value {
    @Override
    public String kindName() {
      return "text";
    }

    @Override
    public String toString() {
      return '"' + text + '"';
    }
  }

  /** An unquoted number, as it was written. */
  record Num(String literal) implements Value {
    @Override
    public String kindName() {
      return "an unquoted number";
    }

    @Override
    public String toString() {
      return literal;
    }
  }

  /** {@code true} or {@code false}. */
  record Bool(boolean value) implements Value {
    @Override
    public String kindName() {
      return "true/false";
    }

    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /** {@code null}: in a merge patch it removes (RFC 7396). */
  record Null() implements Value {
    @Override
    public String kindName() {
      return "null";
    }

    @Override
    public String toString() {
      return "null";
    }
  }

  /** A list. */
  record Items(List<Value> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String kindName() {
      return "a list";
    }

    @Override
    public String toString() {
      return items.toString();
    }
  }

  /** Named values, in the order in which they were written. */
  record Tree(Map<String, Value> entries) implements Value {
    public Tree {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** The value under the name; empty when there is none. */
    public Optional<Value> get(String name) {
      return Optional.ofNullable(entries.get(name));
    }

    /** This tree with one more entry, or with another value under the name, which then keeps its place. */
    public Tree with(String name, Value value) {
      Map<String, Value> changed = new LinkedHashMap<>(entries);
      changed.put(name, value);
      return new Tree(changed);
    }

    /** This tree without the entry of that name. */
    public Tree without(String name) {
      Map<String, Value> changed = new LinkedHashMap<>(entries);
      changed.remove(name);
      return new Tree(changed);
    }

    @Override
    public String kindName() {
      return "an object";
    }

    @Override
    public String toString() {
      return entries.toString();
    }
  }

  /** The one null. */
  Value NULL = new Null();

  /** An empty tree. */
  Tree EMPTY = new Tree(Map.of());

  static Value text(String text) {
    return new Text(text);
  }

  static Value text(Id id) {
    return text(id.text());
  }

  static Value number(long number) {
    return new Num(Long.toString(number));
  }

  static Value bool(boolean value) {
    return new Bool(value);
  }

  static Items items(List<? extends Value> items) {
    return new Items(new ArrayList<>(items));
  }

  /**
   * The name of this kind of value in messages for people. Not a default method: with one, initializing a record would initialize
   * this interface and its constants, and two threads could wait for each other.
   */
  String kindName();
}

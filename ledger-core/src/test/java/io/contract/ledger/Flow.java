package io.contract.ledger;

import io.contract.ledger.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the small part of YAML's flow style that tests write facts in: {@code {id: p1, amount: "12.50", of: [a, b]}}. */
public final class Flow {

  private final String text;
  private int at;

  private Flow(String text) {
    this.text = text;
  }

  public static Value.Tree tree(String text) {
    Flow flow = new Flow(text);
    Value value = flow.value();
    flow.blanks();
    if (flow.at != text.length() || !(value instanceof Value.Tree tree)) {
      throw new AssertionError("not one flow mapping: " + text);
    }
    return tree;
  }

  private Value value() {
    blanks();
    return switch (text.charAt(at)) {
      case '{' -> mapping();
      case '[' -> sequence();
      case '"' -> quoted();
      default -> plain();
    };
  }

  private Value mapping() {
    Map<String, Value> entries = new LinkedHashMap<>();
    at++;
    for (blanks(); text.charAt(at) != '}'; blanks()) {
      int colon = text.indexOf(':', at);
      String key = text.substring(at, colon).strip();
      at = colon + 1;
      entries.put(key, value());
      comma();
    }
    at++;
    return new Value.Tree(entries);
  }

  private Value sequence() {
    List<Value> items = new ArrayList<>();
    at++;
    for (blanks(); text.charAt(at) != ']'; blanks()) {
      items.add(value());
      comma();
    }
    at++;
    return Value.items(items);
  }

  private Value quoted() {
    int end = text.indexOf('"', at + 1);
    Value value = Value.text(text.substring(at + 1, end));
    at = end + 1;
    return value;
  }

  private Value plain() {
    int end = at;
    while (end < text.length() && ",}]".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String word = text.substring(at, end).strip();
    at = end;
    return switch (word) {
      case "true" -> Value.bool(true);
      case "false" -> Value.bool(false);
      case "null" -> Value.NULL;
      default -> word.matches("-?\\d+") ? new Value.Num(word) : Value.text(word);
    };
  }

  private void comma() {
    blanks();
    if (text.charAt(at) == ',') {
      at++;
    }
  }

  private void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}

package io.contract.ledger.api.cli.text;

import io.contract.ledger.value.Value;
import java.util.Iterator;
import java.util.Map;

/** Writes values as indented JSON, for {@code --json}. It uses no JSON library, because a check has no time to load one. */
public final class Json {

  private final StringBuilder text = new StringBuilder();

  private Json() {}

  /** The value as indented JSON that ends with a line feed. */
  public static String write(Value value) {
    Json json = new Json();
    json.append(value, 0);
    return json.text.append('\n').toString();
  }

  private void append(Value value, int depth) {
    switch (value) {
      case Value.Tree tree -> tree(tree, depth);
      case Value.Items items -> items(items, depth);
      case Value.Text text -> quoted(text.text());
      case Value.Num number -> text.append(number.literal());
      case Value.Bool bool -> text.append(bool.value());
      case Value.Null _ -> text.append("null");
    }
  }

  private void tree(Value.Tree tree, int depth) {
    if (tree.entries().isEmpty()) {
      text.append("{}");
      return;
    }
    text.append('{');
    Iterator<Map.Entry<String, Value>> entries = tree.entries().entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<String, Value> entry = entries.next();
      newLine(depth + 1);
      quoted(entry.getKey());
      text.append(": ");
      append(entry.getValue(), depth + 1);
      text.append(entries.hasNext() ? "," : "");
    }
    newLine(depth);
    text.append('}');
  }

  private void items(Value.Items items, int depth) {
    if (items.items().isEmpty()) {
      text.append("[]");
      return;
    }
    text.append('[');
    Iterator<Value> values = items.items().iterator();
    while (values.hasNext()) {
      newLine(depth + 1);
      append(values.next(), depth + 1);
      text.append(values.hasNext() ? "," : "");
    }
    newLine(depth);
    text.append(']');
  }

  private void newLine(int depth) {
    text.append('\n').append("  ".repeat(depth));
  }

  private void quoted(String words) {
    text.append('"');
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> text.append(c < ' ' ? "\\u%04x".formatted((int) c) : Character.toString(c));
      }
    }
    text.append('"');
  }
}

package io.contract.ledger.api.fuzz;

import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Turns a request that would be served into one that must be refused. The same seed gives the same request. */
final class Hostile {

  /** A request to send. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Request(String what, String method, String target, String headers, byte[] body) {}

  private static final byte[] NONE = new byte[0];
  private static final String JSON = "Content-Type: application/json\r\n";
  private static final List<String> QUERIES =
      List.of(
          "nope=1", "effectiveOn=2021-01-01&effectiveOn=2021-01-02", "effectiveOn=", "effectiveOn=2021-13-40",
          "effectiveOn=21-1-1", "effectiveOn=%27%3B+drop+table+agreement_event--", "knownAt=yesterday",
          "knownAt=2021-01-01", "knownAt=2999-01-01T00:00:00Z", "limit=0", "limit=201", "limit=-1", "limit=x",
          "limit=99999999999999999999", "cursor=%00", "cursor=bm90IGEgY3Vyc29y", "cursor=%F0%9F%92%A9",
          "effectiveon=2021-01-01", "dryRun=maybe", "%00=1", "a%5Bb%5D=1", "effectiveOn=1899-12-31",
          "effectiveOn=2200-01-01", "effectiveOn=9999-12-31", "effectiveOn=%2B10000-01-01", "effectiveOn=0000-00-00",
          "knownAt=%01", "cursor=%7F", "party=%1B", "q=%EF%BF%BE", "limit=%0B1", "%C2%85=1", "clause=a%0Bb");
  private static final List<String> IDS =
      List.of(
          "%2e%2e", "..%2f..%2fetc", "%00", "nope;x=1", "A", "-a", "a_b", "%C3%A9", "%F0%9F%92%A9", "%27%20or%201=1--",
          "a".repeat(64), "b".repeat(9_000), "%", "%zz", "a%0d%0aSet-Cookie:x=1", "..", "a\\b", "<script>", "nope");
  private static final List<String> METHODS = List.of("DELETE", "PUT", "PATCH", "TRACE", "FOO", "get", "G\u0001T");
  private static final List<String> KEYS = List.of("two words", "\u00E9", "x".repeat(256), "\"", "a\tb", "");
  private static final List<String> VERSIONS = List.of("7", "\"x\"", "\"1\", \"2\"", "W/\"1\"", "\"-1\"", "\"\"");

  private static final List<String> CONTROLS = List.of("00", "01", "07", "08", "0b", "0c", "1b", "1f", "7f");

  private final Random random;

  Hostile(Random random) {
    this.random = random;
  }

  /** A request to the operation that must be refused. */
  Request of(Operation operation, String agreement) {
    int kind = random.nextInt(operation.body().isPresent() ? 10 : 4);
    if (kind == 1 && !operation.path().contains("{agreement}")) {
      kind = 0;
    }
    return switch (kind) {
      case 0 -> new Request("query", operation.method(), operation.target(agreement) + "?" + one(QUERIES),
          headers(operation), valid(operation));
      case 1 ->
        new Request("path", operation.method(), operation.target(one(IDS)), headers(operation), valid(operation));
      case 2 -> new Request("method", one(METHODS), operation.target(agreement), headers(operation), valid(operation));
      case 3 -> new Request("query", operation.method(),
          operation.target(agreement) + "?" + one(QUERIES) + "&" + one(QUERIES), headers(operation), valid(operation));
      case 4 -> new Request("header", "POST", operation.target(agreement), JSON + header(operation), valid(operation));
      case 5 -> new Request("type", "POST", operation.target(agreement),
          "Content-Type: " + one(
              List.of("text/plain", "application/xml", "nonsense", "application/json; charset=", "multipart/form-data"))
              + "\r\n",
          valid(operation));
      default -> new Request("body", "POST", operation.target(agreement), JSON, body(operation.body().orElseThrow()));
    };
  }

  private static String headers(Operation operation) {
    return operation.body().isPresent() ? JSON : "";
  }

  private static byte[] valid(Operation operation) {
    return operation.body().map(body -> JsonText.writeUtf8(body)).orElse(NONE);
  }

  private String header(Operation operation) {
    boolean isFile = operation.path().endsWith("/agreement-files");
    return isFile || random.nextBoolean()
        ? "Idempotency-Key: " + one(KEYS) + "\r\n"
        : "If-Match: " + one(VERSIONS) + "\r\n";
  }

  private byte[] body(Value valid) {
    String text = JsonText.write(valid);
    return switch (random.nextInt(17)) {
      case 0 -> utf8(text.substring(0, 1 + random.nextInt(text.length() - 1)));
      case 1 -> utf8(text + one(List.of("x", "}", ",", "{}", "[]")));
      case 2 -> utf8(text.replaceFirst("\\{\"(\\w[\\w-]*)\":", "{\"$1\":\"x\",\"$1\":"));
      case 3 -> utf8(text.replaceFirst("\\{", "{\"zz-unknown\":1,"));
      case 4 -> JsonText.writeUtf8(leaf(valid, new Value.Num("1e999999999")));
      case 5 -> JsonText.writeUtf8(leaf(valid, one(List.of(Value.bool(true), Value.items(List.of()), Value.EMPTY))));
      case 6 -> utf8("[".repeat(33 + random.nextInt(5_000)));
      case 7 -> inserted(text, (byte) 0xFF);
      case 8 -> inserted(text, (byte) 0x00);
      case 9 -> text.getBytes(StandardCharsets.UTF_16);
      case 10 -> utf8(text.replaceFirst("\"(id|title|clause|product|name)\":\"", "\"$1\":\"\\\\u00" + one(CONTROLS)));
      case 11 -> utf8(extreme(text));
      case 12 -> utf8(text.replaceFirst("[\\[{]", "[" + "1,".repeat(1 + random.nextInt(400_000))));
      case 13 -> JsonText.writeUtf8(leaf(valid, Value.text("x".repeat(100_001 + random.nextInt(200_000)))));
      case 14 -> utf8(text.replaceFirst("\\{", "{\"" + "n".repeat(1 + random.nextInt(200_000)) + "\":1,"));
      case 15 -> utf8("{\"a\":".repeat(1 + random.nextInt(40_000)));
      default -> utf8(text.replaceFirst("\"(id|title|clause|product)\":\"", "\"$1\":\"\\\\ud800"));
    };
  }

  /** The text with the first of its dates outside the days that can be named; without dates, a text that is none. */
  private String extreme(String text) {
    String date = one(List.of("1899-12-31", "2200-01-01", "9999-12-31", "0001-01-01", "+12345-01-01", "-0001-01-01"));
    String other = text.replaceFirst("\"\\d{4}-\\d{2}-\\d{2}\"", "\"" + date + "\"");
    return other.equals(text) ? "\"" + date + "\"" : other;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] inserted(String text, byte what) {
    byte[] bytes = utf8(text);
    int at = random.nextInt(bytes.length);
    byte[] more = new byte[bytes.length + 1];
    System.arraycopy(bytes, 0, more, 0, at);
    more[at] = what;
    System.arraycopy(bytes, at, more, at + 1, bytes.length - at);
    return more;
  }

  /** The value with the other value in place of one of its texts. No field accepts both. */
  private Value leaf(Value value, Value other) {
    List<List<Object>> places = new ArrayList<>();
    collect(value, new ArrayList<>(), places);
    return with(value, places.get(random.nextInt(places.size())), 0, other);
  }

  private static void collect(Value value, List<Object> here, List<List<Object>> places) {
    switch (value) {
      case Value.Text _ -> places.add(List.copyOf(here));
      case Value.Tree tree ->
        tree.entries().forEach(
            (name, entry) -> {
              here.add(name);
              collect(entry, here, places);
              here.removeLast();
            });
      case Value.Items items -> {
        for (int i = 0; i < items.items().size(); i++) {
          here.add(i);
          collect(items.items().get(i), here, places);
          here.removeLast();
        }
      }
      case Value.Num _ -> {
      }
      case Value.Bool _ -> {
      }
      case Value.Null _ -> {
      }
    }
  }

  private static Value with(Value value, List<Object> place, int depth, Value other) {
    if (depth == place.size()) {
      return other;
    }
    if (value instanceof Value.Tree tree) {
      Map<String, Value> entries = new LinkedHashMap<>(tree.entries());
      entries.computeIfPresent((String) place.get(depth), (name, inside) -> with(inside, place, depth + 1, other));
      return new Value.Tree(entries);
    }
    List<Value> items = new ArrayList<>(((Value.Items) value).items());
    int index = (Integer) place.get(depth);
    items.set(index, with(items.get(index), place, depth + 1, other));
    return Value.items(items);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}

package io.contract.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A mapping as it stands in an agreement file: texts, whole numbers, lists and further mappings. */
record Node(Map<String, Object> entries) {

  private static final Map<String, LocalDate> DAYS = new ConcurrentHashMap<>();

  /** The value that removes an attribute. */
  static final Object NULL = new Object() {
    @Override
    public String toString() {
      return "null";
    }
  };

  static final Node EMPTY = new Node(Map.of());

  /** A mapping of keys and values in turn. */
  static Node of(Object... keysAndValues) {
    Node node = EMPTY;
    for (int i = 0; i < keysAndValues.length; i += 2) {
      node = node.with((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return node;
  }

  Node with(String key, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(entries);
    more.put(key, value);
    return new Node(more);
  }

  Node with(Node more) {
    Node node = this;
    for (Map.Entry<String, Object> entry : more.entries.entrySet()) {
      node = node.with(entry.getKey(), entry.getValue());
    }
    return node;
  }

  Node without(String key) {
    Map<String, Object> fewer = new LinkedHashMap<>(entries);
    fewer.remove(key);
    return new Node(fewer);
  }

  /** The mapping as the patch leaves it (RFC 7396). */
  Node patchedWith(Node patch) {
    Node result = this;
    for (Map.Entry<String, Object> change : patch.entries.entrySet()) {
      Object value = change.getValue();
      if (value == NULL) {
        result = result.without(change.getKey());
      } else if (value instanceof Node nested) {
        result = result.with(change.getKey(), node(change.getKey()).orElse(EMPTY).patchedWith(nested));
      } else {
        result = result.with(change.getKey(), value);
      }
    }
    return result;
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  Optional<Object> get(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  Optional<String> optional(String key) {
    return get(key).map(Object::toString);
  }

  String text(String key) {
    return optional(key).orElseThrow();
  }

  LocalDate date(String key) {
    return parsed(text(key));
  }

  Optional<LocalDate> optionalDate(String key) {
    return optional(key).map(Node::parsed);
  }

  /** The models ask for the same few days of the same few nodes on every day of an agreement. */
  private static LocalDate parsed(String day) {
    return DAYS.computeIfAbsent(day, LocalDate::parse);
  }

  BigDecimal amount(String key) {
    return new BigDecimal(text(key));
  }

  Optional<Node> node(String key) {
    return get(key).filter(Node.class::isInstance).map(Node.class::cast);
  }

  List<Node> nodes(String key) {
    return get(key).filter(List.class::isInstance).map(list -> ((List<?>) list).stream().map(Node.class::cast).toList())
        .orElse(List.of());
  }

  List<String> texts(String key) {
    return get(key).filter(List.class::isInstance)
        .map(list -> ((List<?>) list).stream().map(Object::toString).toList()).orElse(List.of());
  }

  /** The mapping in flow style, as tests write facts. */
  @Override
  public String toString() {
    return flow(this);
  }

  private static String flow(Object value) {
    return switch (value) {
      case Node node -> node.entries.entrySet().stream().map(entry -> entry.getKey() + ": " + flow(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
      case List<?> list -> list.stream().map(Node::flow).collect(Collectors.joining(", ", "[", "]"));
      case String text -> "\"" + text + "\"";
      default -> value.toString();
    };
  }
}

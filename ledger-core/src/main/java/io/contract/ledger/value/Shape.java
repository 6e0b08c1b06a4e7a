package io.contract.ledger.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fields of an object: their names, their types and which are required. Fields that are not listed are refused.
 *
 * <p>Example: {@code Shape.of("Party").required("id", SLUG, "…").required("name", TEXT, "…")}.
 *
 * @param name what the object is called in the published interface description
 */
public record Shape(String name, List<Field> fields) {

  /**
   * One field.
   *
   * @param says what the field means, in one sentence, as shown in the interface description
   */
  public record Field(String name, Type type, boolean required, String says) {}

  public Shape {
    fields = List.copyOf(fields);
  }

  /** A shape without fields yet. */
  public static Shape of(String name) {
    return new Shape(name, List.of());
  }

  /** This shape with one more field, which is required. */
  public Shape required(String field, Type type, String says) {
    return plus(new Field(field, type, true, says));
  }

  /** This shape with one more field, which may be missing. */
  public Shape optional(String field, Type type, String says) {
    return plus(new Field(field, type, false, says));
  }

  /** This shape with all fields of the other after its own. */
  public Shape and(Shape other) {
    List<Field> all = new ArrayList<>(fields);
    all.addAll(other.fields);
    return new Shape(name, all);
  }

  /** This shape without one field, such as one that a request's path already states. */
  public Shape without(String field) {
    return new Shape(name, fields.stream().filter(f -> !f.name().equals(field)).toList());
  }

  /** The field of that name. */
  public Optional<Field> field(String wanted) {
    // Asked for each name of each text that is read: a loop is ready at once, a stream only after it is linked.
    for (Field field : fields) {
      if (field.name().equals(wanted)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  private Shape plus(Field field) {
    List<Field> more = new ArrayList<>(fields);
    more.add(field);
    return new Shape(name, more);
  }
}

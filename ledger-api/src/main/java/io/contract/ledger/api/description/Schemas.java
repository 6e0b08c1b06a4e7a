package io.contract.ledger.api.description;

import io.contract.ledger.value.Shape;
import io.contract.ledger.value.Type;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes shapes and types as JSON Schema in the dialect of OpenAPI 3.1. Each shape is written once, under its name. */
final class Schemas {

  private static final String COMPONENTS = "#/components/schemas/";

  private final Map<String, Shape> shapes = new LinkedHashMap<>();
  private final Map<String, Schema<?>> written = new LinkedHashMap<>();

  /**
   * A reference to the shape's schema.
   *
   * @throws IllegalStateException when another shape has the same name
   */
  Schema<?> of(Shape shape) {
    Shape known = shapes.putIfAbsent(shape.name(), shape);
    if (known == null) {
      JsonSchema schema = object(shape);
      written.put(shape.name(), schema);
    } else if (!known.equals(shape)) {
      throw new IllegalStateException("two shapes are called " + shape.name());
    }
    return new JsonSchema().$ref(COMPONENTS + shape.name());
  }

  /** Every schema written so far, by name. */
  Map<String, Schema<?>> all() {
    return written;
  }

  /** The schema of a value of the type. */
  Schema<?> of(Type type) {
    return switch (type) {
      case Type.Words words -> words(words);
      case Type.OneOf one -> typed("string")._enum(new ArrayList<Object>(one.words()));
      case Type.Whole whole ->
        typed("integer").minimum(BigDecimal.valueOf(whole.min())).maximum(BigDecimal.valueOf(whole.max()));
      case Type.YesNo _ -> typed("boolean");
      case Type.Anything _ -> new JsonSchema();
      case Type.ListOf list -> {
        JsonSchema array = typed("array");
        array.setItems(of(list.item()));
        if (list.least() > 0) {
          array.setMinItems(list.least());
        }
        if (list.most() < Integer.MAX_VALUE) {
          array.setMaxItems(list.most());
        }
        yield array;
      }
      case Type.Object object -> of(object.shape());
      case Type.Recursive recursive -> of(recursive.shape().get());
      case Type.Either either -> anyOf(either.alternatives().stream().map(this::of).toList());
      case Type.Keyed keyed -> keyed(keyed);
      case Type.Chosen chosen -> chosen(chosen);
      case Type.Patch patch -> patch(patch);
      case Type.Nullable nullable -> orNull(of(nullable.type()));
      case Type.MapOf map -> {
        JsonSchema open = typed("object");
        open.setAdditionalProperties(of(map.item()));
        yield open;
      }
    };
  }

  private JsonSchema object(Shape shape) {
    JsonSchema object = typed("object");
    for (Shape.Field field : shape.fields()) {
      object.addProperty(field.name(), described(of(field.type()), field.says()));
      if (field.required()) {
        object.addRequiredItem(field.name());
      }
    }
    object.setAdditionalProperties(false);
    return object;
  }

  private static JsonSchema words(Type.Words words) {
    JsonSchema text = typed("string");
    if (words.equals(Type.TEXT) || words.equals(Type.WORDING)) {
      text.setPattern("\\S");
      text.setMaxLength(words.equals(Type.TEXT) ? 4_000 : 100_000);
    } else {
      text.setPattern("^(?:" + words.pattern().pattern() + ")$");
    }
    if (words.equals(Type.DATE)) {
      text.setFormat("date");
    } else if (words.equals(Type.INSTANT)) {
      text.setFormat("date-time");
    }
    text.setExamples(List.of(words.example()));
    return text;
  }

  private Schema<?> keyed(Type.Keyed keyed) {
    List<Schema<?>> alternatives = new ArrayList<>();
    keyed
        .byKey()
        .forEach(
            (key, type) -> {
              JsonSchema one = typed("object");
              one.addProperty(key, of(type));
              one.addRequiredItem(key);
              one.setAdditionalProperties(false);
              alternatives.add(one);
            });
    return oneOf(alternatives);
  }

  /** Each alternative allows only its own word, so that exactly one alternative fits. */
  private Schema<?> chosen(Type.Chosen chosen) {
    Discriminator discriminator = new Discriminator().propertyName(chosen.field());
    List<Schema<?>> alternatives = new ArrayList<>();
    chosen
        .byWord()
        .forEach(
            (word, shape) -> {
              alternatives.add(of(narrowed(shape, chosen.field(), word)));
              discriminator.mapping(word, COMPONENTS + shape.name());
            });
    Schema<?> schema = oneOf(alternatives);
    schema.setDiscriminator(discriminator);
    return schema;
  }

  private static Shape narrowed(Shape shape, String name, String word) {
    return new Shape(
        shape.name(),
        shape.fields().stream()
            .map(
                field -> field.name().equals(name)
                    ? new Shape.Field(name, new Type.OneOf(List.of(word)), true, field.says())
                    : field)
            .toList());
  }

  /** A merge patch: any attribute that some kind of clause has. Null removes the attribute. */
  private Schema<?> patch(Type.Patch patch) {
    JsonSchema object = typed("object");
    Map<String, Set<Type>> types = new LinkedHashMap<>();
    patch.shapes().stream()
        .flatMap(shape -> shape.fields().stream())
        .forEach(field -> types.computeIfAbsent(field.name(), any -> new LinkedHashSet<>()).add(field.type()));
    types.forEach(
        (name, alternatives) -> object.addProperty(
            name,
            alternatives.size() == 1
                ? orNull(patched(alternatives.iterator().next()))
                : orNull(anyOf(alternatives.stream().map(this::patched).toList()))));
    object.setAdditionalProperties(false);
    return object;
  }

  /** An object inside a patch is itself a patch: none of its fields is required, and null removes a field. */
  private Schema<?> patched(Type type) {
    return switch (type) {
      case Type.Object object -> patch(new Type.Patch(List.of(object.shape())));
      case Type.Either either -> anyOf(either.alternatives().stream().map(this::patched).toList());
      case Type.Words _,Type.OneOf _,Type.Whole _,Type.YesNo _,Type.Anything _,Type.ListOf _ -> of(type);
      case Type.Keyed _,Type.Chosen _,Type.Patch _,Type.Nullable _,Type.MapOf _,Type.Recursive _ -> of(type);
    };
  }

  private static Schema<?> orNull(Schema<?> schema) {
    if (schema.get$ref() == null && schema.getTypes() != null && schema.getEnum() == null) {
      Set<String> types = new LinkedHashSet<>(schema.getTypes());
      types.add("null");
      schema.setTypes(types);
      return schema;
    }
    return anyOf(List.of(schema, typed("null")));
  }

  private static Schema<?> described(Schema<?> schema, String says) {
    schema.setDescription(says);
    return schema;
  }

  private static JsonSchema typed(String type) {
    JsonSchema schema = new JsonSchema();
    schema.setTypes(new LinkedHashSet<>(List.of(type)));
    return schema;
  }

  private static Schema<?> anyOf(List<? extends Schema<?>> alternatives) {
    JsonSchema schema = new JsonSchema();
    alternatives.forEach(schema::addAnyOfItem);
    return schema;
  }

  private static Schema<?> oneOf(List<? extends Schema<?>> alternatives) {
    JsonSchema schema = new JsonSchema();
    alternatives.forEach(schema::addOneOfItem);
    return schema;
  }
}

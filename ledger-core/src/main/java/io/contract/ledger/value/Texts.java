package io.contract.ledger.value;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the texts of one form in a value, by the type of the whole. A type that allows several forms in a place is followed in each.
 *
 * <p>Example: of {@link Type#DATE} in a payment, {@code /valueOn}.
 */
public final class Texts {

  private final Type.Words wanted;
  private final Map<Pointer, String> found = new LinkedHashMap<>();

  private Texts(Type.Words wanted) {
    this.wanted = wanted;
  }

  /**
   * The texts by their places, in the order of the value. What does not fit the type is left out.
   *
   * @param wanted the form of the texts, such as {@link Type#DATE}
   */
  public static Map<Pointer, String> of(Type wanted, Value value, Type type) {
    if (!(wanted instanceof Type.Words words)) {
      throw new IllegalArgumentException("expected a form of texts, found " + wanted);
    }
    Texts texts = new Texts(words);
    texts.look(value, type, Pointer.ROOT);
    return texts.found;
  }

  private void look(Value value, Type type, Pointer at) {
    switch (type) {
      case Type.Words words -> {
        if (words.equals(wanted) && value instanceof Value.Text text && Checker.check(value, words, at).isEmpty()) {
          found.put(at, text.text());
        }
      }
      case Type.ListOf list -> {
        if (value instanceof Value.Items items) {
          for (int i = 0; i < items.items().size(); i++) {
            look(items.items().get(i), list.item(), at.child(i));
          }
        }
      }
      case Type.Either either -> either.alternatives().forEach(alternative -> look(value, alternative, at));
      case Type.Nullable nullable -> look(value, nullable.type(), at);
      case Type.Object object -> fields(value, List.of(object.shape()), at);
      case Type.Recursive recursive -> fields(value, List.of(recursive.shape().get()), at);
      case Type.Patch patch -> fields(value, patch.shapes(), at);
      case Type.Keyed keyed -> entries(value, keyed.byKey(), at);
      case Type.Chosen chosen -> fields(value, chosen.byWord().values(), at);
      case Type.MapOf map -> {
        if (value instanceof Value.Tree tree) {
          tree.entries().forEach((name, entry) -> look(entry, map.item(), at.child(name)));
        }
      }
      case Type.OneOf _,Type.Whole _,Type.YesNo _,Type.Anything _ -> {
        // None of these is a text of a form.
      }
    }
  }

  private void fields(Value value, Collection<Shape> shapes, Pointer at) {
    if (value instanceof Value.Tree tree) {
      tree.entries().forEach(
          (name, entry) -> shapes.stream()
              .flatMap(shape -> shape.field(name).stream())
              .map(Shape.Field::type)
              .distinct()
              .forEach(type -> look(entry, type, at.child(name))));
    }
  }

  private void entries(Value value, Map<String, Type> types, Pointer at) {
    if (value instanceof Value.Tree tree) {
      tree.entries().forEach((name, entry) -> {
        Type type = types.get(name);
        if (type != null) {
          look(entry, type, at.child(name));
        }
      });
    }
  }
}

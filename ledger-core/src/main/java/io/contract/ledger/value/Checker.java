package io.contract.ledger.value;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Checks a value against a {@link Type} and names everything that does not fit, with its place. A value without violations can be
 * read with {@link Fields} without further checks.
 */
public final class Checker {

  private static final int MOST_SHOWN = 58;

  private final FoundViolations found = new FoundViolations();
  private final boolean patching;

  private Checker(boolean patching) {
    this.patching = patching;
  }

  /** The violations of the value, in the order of the text, the first 100 of them and then how many more; empty when it fits. */
  public static List<Violation> check(Value value, Type type, Pointer at) {
    Checker checker = new Checker(false);
    checker.hold(value, type, at);
    return checker.found.list(at);
  }

  private void hold(Value value, Type type, Pointer at) {
    if (patching && value instanceof Value.Null) {
      return;
    }
    switch (type) {
      case Type.Words words -> holdWords(value, words, at);
      case Type.OneOf one -> holdOneOf(value, one, at);
      case Type.Whole whole -> holdWhole(value, whole, at);
      case Type.YesNo _ -> {
        if (!(value instanceof Value.Bool)) {
          wrong(at, "must be true or false, not " + shown(value));
        }
      }
      case Type.ListOf list -> holdList(value, list, at);
      case Type.Object object -> holdShape(value, object.shape(), at);
      case Type.Recursive recursive -> holdShape(value, recursive.shape().get(), at);
      case Type.Either either -> holdEither(value, either, at);
      case Type.Keyed keyed -> holdKeyed(value, keyed, at);
      case Type.Chosen chosen -> holdChosen(value, chosen, at);
      case Type.Patch patch -> holdPatch(value, patch, at);
      case Type.Nullable nullable -> {
        if (!(value instanceof Value.Null)) {
          hold(value, nullable.type(), at);
        }
      }
      case Type.Anything _ -> {
      }
      case Type.MapOf map -> {
        if (value instanceof Value.Tree tree) {
          tree.entries().forEach((name, entry) -> hold(entry, map.item(), at.child(name)));
        } else {
          wrong(at, "must be an object, not " + shown(value));
        }
      }
    }
  }

  private void holdWords(Value value, Type.Words words, Pointer at) {
    if (value instanceof Value.Num number) {
      wrong(at,
          "must be " + words.rule() + "; " + shortened(number.literal()) + " is unquoted: write "
              + quoted(number.literal()));
    } else if (!(value instanceof Value.Text text)
        || !words.pattern().matcher(text.text()).matches()
        || !words.also().test(text.text())) {
      wrong(at, "must be " + words.rule() + ", not " + shown(value));
    }
  }

  private void holdOneOf(Value value, Type.OneOf one, Pointer at) {
    if (!(value instanceof Value.Text text) || !one.words().contains(text.text())) {
      wrong(at, "must be " + either(one.words()) + ", not " + shown(value));
    }
  }

  private void holdWhole(Value value, Type.Whole whole, Pointer at) {
    boolean fits =
        value instanceof Value.Num number
            && number.literal().matches("-?\\d{1,18}")
            && Long.parseLong(number.literal()) >= whole.min()
            && Long.parseLong(number.literal()) <= whole.max();
    if (!fits) {
      String which =
          whole.min() == whole.max() ? whole.min() + "" : "a whole number from " + whole.min() + " to " + whole.max();
      wrong(at, "must be " + which + ", unquoted, not " + shown(value));
    }
  }

  private void holdList(Value value, Type.ListOf list, Pointer at) {
    if (!(value instanceof Value.Items items)) {
      wrong(at, "must be a list, not " + shown(value));
      return;
    }
    if (items.items().size() < list.least()) {
      wrong(at, "must have at least " + list.least() + (list.least() == 1 ? " item" : " items"));
    }
    if (items.items().size() > list.most()) {
      wrong(at, "has " + items.items().size() + " items; at most " + list.most() + " are taken at a time");
      return;
    }
    // A list in a patch replaces the whole list, so that its items are complete.
    Checker whole = new Checker(false);
    for (int i = 0; i < items.items().size(); i++) {
      whole.hold(items.items().get(i), list.item(), at.child(i));
    }
    found.addAll(whole.found);
  }

  private void holdShape(Value value, Shape shape, Pointer at) {
    if (!(value instanceof Value.Tree tree)) {
      wrong(at, "must be an object, not " + shown(value));
      return;
    }
    tree.entries()
        .forEach(
            (name, entry) -> shape
                .field(name)
                .ifPresentOrElse(
                    field -> hold(entry, field.type(), at.child(name)),
                    () -> unknown(at, name, shape)));
    if (!patching) {
      shape.fields().stream()
          .filter(field -> field.required() && tree.get(field.name()).isEmpty())
          .forEach(field -> missing(at, field.name()));
    }
  }

  private void holdEither(Value value, Type.Either either, Pointer at) {
    List<Type> candidates =
        either.alternatives().stream().filter(type -> takes(type, value)).toList();
    if (candidates.isEmpty()) {
      hold(value, either.alternatives().getFirst(), at);
      return;
    }
    FoundViolations first = null;
    for (Type candidate : candidates) {
      Checker attempt = new Checker(patching);
      attempt.hold(value, candidate, at);
      if (attempt.found.isEmpty()) {
        return;
      }
      first = first == null ? attempt.found : first;
    }
    found.addAll(Objects.requireNonNull(first));
  }

  private void holdKeyed(Value value, Type.Keyed keyed, Pointer at) {
    if (!(value instanceof Value.Tree tree) || tree.entries().size() != 1) {
      wrong(at, "must be an object with exactly one of the keys " + either(List.copyOf(keyed.byKey().keySet())));
      return;
    }
    tree.entries()
        .forEach(
            (key, entry) -> {
              Type type = keyed.byKey().get(key);
              if (type == null) {
                found.add(
                    new Violation(
                        at.child(key),
                        Code.UNKNOWN_FIELD,
                        "'" + shortened(key) + "' is not known here; use one of "
                            + either(List.copyOf(keyed.byKey().keySet()))));
              } else {
                hold(entry, type, at.child(key));
              }
            });
  }

  private void holdChosen(Value value, Type.Chosen chosen, Pointer at) {
    if (!(value instanceof Value.Tree tree)) {
      wrong(at, "must be an object, not " + shown(value));
      return;
    }
    Value word = tree.entries().get(chosen.field());
    if (word == null) {
      missing(at, chosen.field());
    } else if (word instanceof Value.Text text && chosen.byWord().get(text.text()) instanceof Shape shape) {
      holdShape(value, shape, at);
    } else {
      wrong(at.child(chosen.field()),
          "must be " + either(List.copyOf(chosen.byWord().keySet())) + ", not " + shown(word));
    }
  }

  private void holdPatch(Value value, Type.Patch patch, Pointer at) {
    if (!(value instanceof Value.Tree tree)) {
      wrong(at, "must be an object, not " + shown(value));
      return;
    }
    tree.entries()
        .forEach(
            (name, entry) -> {
              List<Type> types = typesOf(name, patch);
              if (types.isEmpty()) {
                found.add(unknownInPatch(at.child(name), name, patch));
              } else {
                Checker part = new Checker(true);
                part.hold(entry, types.size() == 1 ? types.getFirst() : new Type.Either(types), at.child(name));
                found.addAll(part.found);
              }
            });
  }

  /** The types that the name has in the shapes. */
  private static List<Type> typesOf(String name, Type.Patch patch) {
    // Compared by identity. Shapes that share an attribute share its type, and types are too deep to compare each time.
    IdentityHashMap<Type, Boolean> seen = new IdentityHashMap<>();
    List<Type> types = new ArrayList<>();
    for (Shape shape : patch.shapes()) {
      for (Shape.Field field : shape.fields()) {
        if (field.name().equals(name) && seen.put(field.type(), true) == null) {
          types.add(field.type());
        }
      }
    }
    return types;
  }

  private static Violation unknownInPatch(Pointer at, String name, Type.Patch patch) {
    String message =
        patch.shapes().size() == 1
            ? "'" + shortened(name) + "' is not a field here; known are " + names(patch.shapes().getFirst())
            : "'" + shortened(name) + "' is not an attribute of any clause kind";
    return new Violation(at, Code.UNKNOWN_FIELD, message);
  }

  private static String names(Shape shape) {
    return shape.fields().stream().map(Shape.Field::name).collect(Collectors.joining(", "));
  }

  private static boolean takes(Type type, Value value) {
    return switch (type) {
      case Type.Words _ -> value instanceof Value.Text || value instanceof Value.Num;
      case Type.OneOf _ -> value instanceof Value.Text;
      case Type.Whole _ -> value instanceof Value.Num;
      case Type.YesNo _ -> value instanceof Value.Bool;
      case Type.ListOf _ -> value instanceof Value.Items;
      case Type.Object _,Type.Keyed _,Type.Chosen _,Type.Patch _ -> value instanceof Value.Tree;
      case Type.Nullable nullable -> value instanceof Value.Null || takes(nullable.type(), value);
      case Type.MapOf _,Type.Recursive _ -> value instanceof Value.Tree;
      case Type.Anything _ -> true;
      case Type.Either either -> either.alternatives().stream().anyMatch(t -> takes(t, value));
    };
  }

  private void wrong(Pointer at, String message) {
    found.add(new Violation(at, Code.INVALID_VALUE, nameOf(at) + " " + message));
  }

  private void missing(Pointer at, String name) {
    found.add(new Violation(at.child(name), Code.MISSING_FIELD, "'" + name + "' is required"));
  }

  private void unknown(Pointer at, String name, Shape shape) {
    found.add(
        new Violation(
            at.child(name), Code.UNKNOWN_FIELD,
            "'" + shortened(name) + "' is not a field here; known are " + names(shape)));
  }

  private static String nameOf(Pointer at) {
    String path = at.path();
    return path.isEmpty() ? "the document" : "'" + shortened(path.substring(path.lastIndexOf('/') + 1)) + "'";
  }

  private static String either(List<String> words) {
    return words.size() == 1
        ? words.getFirst()
        : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
  }

  /** A value as messages show it: a text in quotes and shortened, an object by its kind. */
  public static String shown(Value value) {
    return switch (value) {
      case Value.Text(var text) -> quoted(text);
      case Value.Num(var literal) -> "the unquoted " + shortened(literal);
      case Value.Bool _,Value.Null _ -> value.toString();
      case Value.Items _,Value.Tree _ -> value.kindName();
    };
  }

  private static String quoted(String text) {
    return '"' + shortened(text) + '"';
  }

  private static String shortened(String text) {
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN - 2) + "…";
  }
}

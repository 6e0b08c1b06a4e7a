package io.contract.ledger.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares two values by content. Entries may be in any order. Amounts and rates are compared by value, so that {@code "0.2"} is
 * {@code "0.20"}. Other text must be the same to the letter: a reference {@code "007"} is not {@code "7"}.
 */
public final class Content {

  private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d{1,10})?");

  private Content() {}

  /** Whether two values of the type have the same content. */
  public static boolean same(Value one, Value other, Type type) {
    return sameAs(one, other, type);
  }

  /**
   * Whether two values have the same content where no type tells amounts from other text. Every text that can be an amount is
   * compared as one.
   */
  public static boolean sameUntyped(Value one, Value other) {
    return sameAs(one, other, null);
  }

  private static boolean sameAs(Value one, Value other, @Nullable Type type) {
    return switch (one) {
      case Value.Tree a -> other instanceof Value.Tree b && sameEntries(a.entries(), b.entries(), type);
      case Value.Items a -> other instanceof Value.Items b && sameItems(a.items(), b.items(), type);
      case Value.Text a -> other instanceof Value.Text b && sameText(a.text(), b.text(), type);
      case Value.Num a -> a.equals(other);
      case Value.Bool a -> a.equals(other);
      case Value.Null a -> a.equals(other);
    };
  }

  private static boolean sameEntries(Map<String, Value> one, Map<String, Value> other, @Nullable Type type) {
    return one.keySet().equals(other.keySet())
        && one.entrySet().stream()
            .allMatch(
                entry -> sameAs(
                    entry.getValue(),
                    Objects.requireNonNull(other.get(entry.getKey())),
                    type == null ? null : under(type, entry.getKey())));
  }

  private static boolean sameItems(List<Value> one, List<Value> other, @Nullable Type type) {
    return one.size() == other.size()
        && IntStream.range(0, one.size())
            .allMatch(i -> sameAs(one.get(i), other.get(i), type == null ? null : item(type)));
  }

  private static boolean sameText(String one, String other, @Nullable Type type) {
    return one.equals(other)
        || ((type == null || isDecimal(type))
            && DECIMAL.matcher(one).matches()
            && DECIMAL.matcher(other).matches()
            && new BigDecimal(one).compareTo(new BigDecimal(other)) == 0);
  }

  private static boolean isDecimal(Type type) {
    return type.equals(Type.AMOUNT)
        || type.equals(Type.RATE)
        || (type instanceof Type.Either either && either.alternatives().stream().anyMatch(Content::isDecimal));
  }

  /** The type of the entry of that name in an object of the type. */
  private static Type under(Type type, String name) {
    return new Type.Either(possible(type, name).distinct().toList());
  }

  private static Stream<Type> possible(Type type, String name) {
    return switch (type) {
      case Type.Object object -> field(object.shape(), name);
      case Type.Recursive recursive -> field(recursive.shape().get(), name);
      case Type.Chosen chosen -> chosen.byWord().values().stream().flatMap(shape -> field(shape, name));
      case Type.Patch patch -> patch.shapes().stream().flatMap(shape -> field(shape, name));
      case Type.Keyed keyed -> Stream.ofNullable(keyed.byKey().get(name));
      case Type.Either either -> either.alternatives().stream().flatMap(one -> possible(one, name));
      case Type.Nullable nullable -> possible(nullable.type(), name);
      case Type.MapOf map -> Stream.of(map.item());
      case Type.Words _,Type.OneOf _,Type.Whole _,Type.YesNo _,Type.Anything _ -> Stream.empty();
      case Type.ListOf _ -> Stream.empty();
    };
  }

  private static Stream<Type> field(Shape shape, String name) {
    return shape.field(name).stream().map(Shape.Field::type);
  }

  /** The type of an item in a list of the type. */
  private static Type item(Type type) {
    return new Type.Either(
        Stream.of(type)
            .flatMap(one -> one instanceof Type.Either either ? either.alternatives().stream() : Stream.of(one))
            .flatMap(one -> one instanceof Type.ListOf list ? Stream.of(list.item()) : Stream.empty())
            .toList());
  }
}

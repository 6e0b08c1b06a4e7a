package io.contract.ledger.api.answer;

import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.value.Checker;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Shows the amounts of recorded facts and clauses with exactly the currency's decimals, as in all answers. For example, a
 * payment posted as {@code "75"} is shown as {@code "75.00"} in USD. The type of a field tells whether it is an amount. A rate
 * is not an amount.
 */
final class Amounts {

  private final int decimals;

  private Amounts(Currency currency) {
    this.decimals = currency.decimals();
  }

  /** The amount as text; null where it cannot be determined. */
  static Value orNull(Optional<Money> amount) {
    return amount.map(money -> Value.text(money.toPlainString())).orElse(Value.NULL);
  }

  /** The tree with its amounts in the decimals of the currency. An amount with more decimals keeps them. */
  static Value.Tree in(Currency currency, Value.Tree tree, Shape shape) {
    return in(currency, tree, Type.object(shape));
  }

  /** The same for a type that takes trees. */
  static Value.Tree in(Currency currency, Value.Tree tree, Type type) {
    return new Amounts(stated(tree).orElse(currency)).shown(tree, type) instanceof Value.Tree shown ? shown : tree;
  }

  /** The currency that a fact states for its amounts; empty when they are in the agreement's currency. */
  private static Optional<Currency> stated(Value.Tree tree) {
    return tree.get("currency").orElse(Value.NULL) instanceof Value.Text code
        ? Optional.of(Currency.of(code.text()))
        : Optional.empty();
  }

  private Value shown(Value value, Type type) {
    return switch (type) {
      case Type.Words words -> words.equals(Type.AMOUNT) && value instanceof Value.Text text ? amount(text) : value;
      case Type.ListOf list ->
        value instanceof Value.Items items
            ? Value.items(items.items().stream().map(item -> shown(item, list.item())).toList())
            : value;
      case Type.Object object -> ofShape(value, object.shape());
      case Type.Recursive recursive -> ofShape(value, recursive.shape().get());
      case Type.Either either ->
        either.alternatives().stream()
            .filter(alternative -> Checker.check(value, alternative, Pointer.ROOT).isEmpty())
            .findFirst()
            .map(alternative -> shown(value, alternative))
            .orElse(value);
      case Type.Keyed keyed ->
        value instanceof Value.Tree tree
            ? tree(tree, name -> keyed.byKey().getOrDefault(name, Type.TEXT))
            : value;
      case Type.Chosen chosen ->
        value instanceof Value.Tree tree
            && tree.get(chosen.field()).orElse(Value.NULL) instanceof Value.Text word
            && chosen.byWord().get(word.text()) instanceof Shape shape
                ? ofShape(value, shape)
                : value;
      case Type.Patch patch -> value instanceof Value.Tree tree ? tree(tree, name -> inPatch(patch, name)) : value;
      case Type.Nullable nullable -> shown(value, nullable.type());
      case Type.MapOf map -> value instanceof Value.Tree tree ? tree(tree, name -> map.item()) : value;
      case Type.OneOf _,Type.Whole _,Type.Anything _,Type.YesNo _ -> value;
    };
  }

  private Value ofShape(Value value, Shape shape) {
    return value instanceof Value.Tree tree
        ? tree(tree, name -> shape.field(name).map(Shape.Field::type).orElse(Type.TEXT))
        : value;
  }

  private Value.Tree tree(Value.Tree tree, Function<String, Type> typeOf) {
    Map<String, Value> entries = new LinkedHashMap<>();
    tree.entries().forEach((name, entry) -> entries.put(name, shown(entry, typeOf.apply(name))));
    return new Value.Tree(entries);
  }

  /**
   * The type of an attribute. Every kind of clause gives an attribute that holds amounts the same type, so the first kind that
   * has it decides.
   */
  private static Type inPatch(Type.Patch patch, String name) {
    return patch.shapes().stream()
        .flatMap(shape -> shape.field(name).stream())
        .map(Shape.Field::type)
        .findFirst()
        .orElse(Type.TEXT);
  }

  private Value amount(Value.Text text) {
    BigDecimal amount = new BigDecimal(text.text());
    return amount.stripTrailingZeros().scale() > decimals ? text
        : Value.text(amount.setScale(decimals).toPlainString());
  }
}

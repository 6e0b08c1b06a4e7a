package io.contract.ledger.position;

import io.contract.ledger.money.Money;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Named amounts, in the order of {@link Figure}. An amount that cannot be determined has a name and no value. */
public final class Figures {

  private final Map<Figure, Optional<Money>> values;

  private Figures(Map<Figure, Optional<Money>> values) {
    this.values = values;
  }

  /** No amounts yet. */
  public static Figures none() {
    return new Figures(new EnumMap<>(Figure.class));
  }

  /** These amounts and one more. */
  public Figures with(Figure figure, Money value) {
    return with(figure, Optional.of(value));
  }

  /** These amounts and one more that cannot be determined. */
  public Figures undetermined(Figure figure) {
    return with(figure, Optional.empty());
  }

  /** These amounts and one more, determined or not. */
  public Figures with(Figure figure, Optional<Money> value) {
    Map<Figure, Optional<Money>> more = new EnumMap<>(Figure.class);
    more.putAll(values);
    more.put(figure, value);
    return new Figures(more);
  }

  /** The names, in order. */
  public Set<Figure> names() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /**
   * The amount; empty when it cannot be determined.
   *
   * @throws IllegalArgumentException when the figure is not among these
   */
  public Optional<Money> get(Figure figure) {
    Optional<Money> value = values.get(figure);
    if (value == null) {
      throw new IllegalArgumentException("expected one of " + values.keySet() + ", found " + figure);
    }
    return value;
  }

  /** The amount; empty when it cannot be determined, or when the figure is not among these. */
  public Optional<Money> ifThere(Figure figure) {
    return values.containsKey(figure) ? get(figure) : Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Figures figures && values.equals(figures.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}

package io.contract.ledger.api.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;

/**
 * Recombines the leaves of an explanation from the published answer alone. It knows the operations that {@code by} names and
 * nothing else of how the ledger computes.
 */
final class Recombiner {

  /** An exact number. */
  record Fraction(BigInteger over, BigInteger under) {

    static Fraction of(String text) {
      int slash = text.indexOf('/');
      if (slash >= 0) {
        return new Fraction(new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)))
            .least();
      }
      BigDecimal decimal = new BigDecimal(text);
      return new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(Math.max(0, decimal.scale()))).least();
    }

    private Fraction least() {
      BigInteger common = over.gcd(under).multiply(BigInteger.valueOf(under.signum()));
      return common.signum() == 0 ? this : new Fraction(over.divide(common), under.divide(common));
    }

    Fraction plus(Fraction other) {
      return new Fraction(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under))
          .least();
    }

    Fraction times(Fraction other) {
      return new Fraction(over.multiply(other.over), under.multiply(other.under)).least();
    }

    Fraction negated() {
      return new Fraction(over.negate(), under);
    }

    Fraction inverse() {
      return new Fraction(under, over).least();
    }

    Fraction min(Fraction other) {
      return plus(other.negated()).over().signum() <= 0 ? this : other;
    }

    Fraction rounded(int decimals, RoundingMode mode) {
      return of(new BigDecimal(over).multiply(BigDecimal.TEN.pow(decimals))
          .divide(new BigDecimal(under), 0, mode)
          .movePointLeft(decimals)
          .toPlainString());
    }
  }

  private static final Fraction ZERO = Fraction.of("0");

  private final Map<Long, Value.Tree> byId = new HashMap<>();
  private final Consumer<Fields> leaves;
  private int judged;
  private int inner;

  private Recombiner(Consumer<Fields> leaves) {
    this.leaves = leaves;
  }

  /**
   * Checks that every inner node of the answer equals the combination of its children, and passes every leaf on.
   *
   * @return the recombiner, which can be asked for what it found
   */
  static Recombiner hold(Value.Tree answer, Consumer<Fields> leaves) {
    Recombiner recombiner = new Recombiner(leaves);
    List<Fields> roots = new ArrayList<>(List.of(new Fields(answer)));
    answer.get("more")
        .ifPresent(_ -> new Fields(answer).list("more").forEach(more -> roots.add(Fields.of(more))));
    roots.forEach(recombiner::register);
    roots.forEach(recombiner::hold);
    return recombiner;
  }

  int inner() {
    return inner;
  }

  int judged() {
    return judged;
  }

  private void register(Fields node) {
    node.optionalWhole("id").ifPresent(id -> byId.put(id, node.tree()));
    children(node).forEach(this::register);
  }

  private static List<Fields> children(Fields node) {
    return node.tree().get("of").isPresent() ? node.list("of").stream().map(Fields::of).toList() : List.of();
  }

  private void hold(Fields node) {
    if (node.optionalWhole("see").isPresent()) {
      Value.Tree target = Objects.requireNonNull(byId.get(node.optionalWhole("see").get()), "what is seen");
      assertThat(target.get("value")).isEqualTo(node.tree().get("value"));
      return;
    }
    if (node.optionalText("by").isEmpty()) {
      leaves.accept(node);
      return;
    }
    assertThat(node.optionalWhole("left")).as("everything is shown").isEmpty();
    children(node).forEach(this::hold);
    inner++;
    String by = node.text("by");
    if (by.equals("judged")) {
      judged++;
      assertThat(isNumber(node)).as("a judgement is no number: %s", node.tree()).isFalse();
      return;
    }
    assertThat(equal(follows(node, by), value(node)))
        .as("%s = %s by %s of %s", node.text("figure"), value(node), node.text("operation"),
            children(node).stream().map(child -> child.text("figure") + " = " + value(child)).toList())
        .isTrue();
  }

  private static boolean isNumber(Fields node) {
    return node.tree().get("value").orElseThrow() instanceof Value.Text text
        && text.text().matches("-?\\d+(\\.\\d+)?(/\\d+)?");
  }

  private static String value(Fields node) {
    return node.tree().get("value").orElseThrow() instanceof Value.Text text ? text.text() : "null";
  }

  private static boolean equal(String one, String other) {
    boolean areNumbers = one.matches("-?[\\d./]+") && other.matches("-?[\\d./]+");
    return areNumbers ? Fraction.of(one).equals(Fraction.of(other)) : one.equals(other);
  }

  private static String follows(Fields node, String by) {
    List<String> values = children(node).stream().map(Recombiner::value).toList();
    return switch (by) {
      case "same" -> {
        assertThat(values).allMatch(value -> equal(value, values.getFirst()));
        yield values.getFirst();
      }
      case "first" -> values.getFirst();
      case "plus-days" -> LocalDate.parse(values.get(0)).plusDays(Long.parseLong(values.get(1))).toString();
      case "plus-months" -> plusMonths(
          LocalDate.parse(values.get(0)), Long.parseLong(values.get(1)), values.get(2)).toString();
      // The calendar decides how a day is rolled. It is only checked that no day is rolled back without a reason.
      case "roll" -> {
        LocalDate rolled = LocalDate.parse(value(node));
        assertThat(rolled).isBetween(
            LocalDate.parse(values.getFirst()).minusDays(6), LocalDate.parse(values.getFirst()).plusDays(6));
        yield rolled.toString();
      }
      default -> text(number(node, by, values.stream().map(Fraction::of).toList()));
    };
  }

  private static LocalDate plusMonths(LocalDate day, long months, String dayOfMonth) {
    LocalDate next = day.withDayOfMonth(1).plusMonths(months);
    int length = next.lengthOfMonth();
    return next.withDayOfMonth(dayOfMonth.equals("last") ? length : Math.min(length, Integer.parseInt(dayOfMonth)));
  }

  private static String text(Fraction fraction) {
    return fraction.over() + "/" + fraction.under();
  }

  private static Fraction number(Fields node, String by, List<Fraction> values) {
    BinaryOperator<Fraction> less = (one, other) -> one.plus(other.negated());
    return switch (by) {
      case "sum" -> values.stream().reduce(ZERO, Fraction::plus);
      case "difference" -> values.stream().reduce(less).orElseThrow();
      case "product" -> values.stream().reduce(Fraction::times).orElseThrow();
      case "proportion" -> values.get(0).times(values.get(1)).times(values.get(2).inverse());
      case "min" -> values.stream().reduce(Fraction::min).orElseThrow();
      case "at-least-zero" -> values.getFirst().over().signum() < 0 ? ZERO : values.getFirst();
      case "negated" -> values.getFirst().negated();
      case "ceiling" -> values.getFirst().rounded(0, RoundingMode.CEILING);
      case "round" -> rounded(node, values.getFirst());
      default -> throw new IllegalArgumentException("expected an operation that is published, found " + by);
    };
  }

  private static Fraction rounded(Fields node, Fraction exact) {
    String value = value(node);
    int decimals = value.contains(".") ? value.length() - value.indexOf('.') - 1 : 0;
    return exact.rounded(
        decimals,
        switch (node.text("operation")) {
          case "round half-up" -> RoundingMode.HALF_UP;
          case "round half-even" -> RoundingMode.HALF_EVEN;
          default -> throw new IllegalArgumentException("expected a rounding, found " + node.tree());
        });
  }
}

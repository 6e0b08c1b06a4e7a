package io.contract.ledger.explain;

import io.contract.ledger.budget.Budget;
import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Why a figure is what it is (domain page, section 8). A node names the operation by which its value follows from those below it. A
 * leaf is a fact. A part on which several nodes rest is one object that they share, so that an explanation is no larger than what
 * it explains.
 *
 * <p>Example: accrued 60.00, {@code min(gross, room)} of gross 100.00 and room 60.00; room 60.00, {@code amount − counted} of the
 * leaf 1000.00 (clause share, attribute cap, the agreement) and counted 940.00; and so on.
 */
public sealed interface Explanation {

  /** What the value is, in words: {@code accrued}, or {@code report q1 of net-sales for 2021-01-01 through 2021-03-31}. */
  String figure();

  Quantity value();

  /** The same explanation under another name. */
  Explanation named(String other);

  /**
   * A value that follows from those below it.
   *
   * @param operation in words: {@code min(gross, room)}
   * @param arithmetic the same operation for machines
   */
  record Node(String figure, Quantity value, String operation, Arithmetic arithmetic, List<Explanation> of)
      implements Explanation {
    public Node {
      Budget.part();
      of = List.copyOf(of);
    }

    @Override
    public Node named(String other) {
      return new Node(other, value, operation, arithmetic, of);
    }
  }

  /** A value that an event recorded. */
  record Event(String figure, Quantity value, long sequence) implements Explanation {
    @Override
    public Event named(String other) {
      return new Event(other, value, sequence);
    }
  }

  /**
   * A value that a clause states.
   *
   * @param setBy number of the amendment that set the attribute; 0 is the agreement itself
   */
  record Attribute(String figure, Quantity value, ClauseId clause, String attribute, int setBy)
      implements Explanation {
    @Override
    public Attribute named(String other) {
      return new Attribute(other, value, clause, attribute, setBy);
    }
  }

  /** A value from the calendar: a number of days, a day, a part of a year. */
  record Calendar(String figure, Quantity value) implements Explanation {
    @Override
    public Calendar named(String other) {
      return new Calendar(other, value);
    }
  }

  /**
   * The node whose value follows from these by the arithmetic.
   *
   * @throws IllegalArgumentException when no value follows
   */
  static Node by(String figure, String operation, Arithmetic arithmetic, List<? extends Explanation> of) {
    Quantity value =
        arithmetic
            .of(of.stream().map(Explanation::value).toList())
            .orElseThrow(
                () -> new IllegalArgumentException("expected what follows by " + arithmetic + ", found " + of));
    return new Node(figure, value, operation, arithmetic, List.copyOf(of));
  }

  static Node by(String figure, String operation, Arithmetic arithmetic, Explanation... of) {
    return by(figure, operation, arithmetic, Arrays.asList(of));
  }

  /** The sum of these, in that currency even where there are none. */
  static Node sum(String figure, String operation, Money recorded, List<? extends Explanation> of) {
    String words = of.isEmpty() && operation.startsWith("Σ ") ? operation + ", of which there are none" : operation;
    Node sum = new Node(figure, Quantity.of(recorded), words, Arithmetic.Plain.SUM, List.copyOf(of));
    return agreed(sum, by(figure, operation, Arithmetic.Plain.SUM, of), recorded);
  }

  /** A node whose value is judged rather than computed. */
  static Node judged(String figure, Quantity value, String operation, List<? extends Explanation> of) {
    return new Node(figure, value, operation, Arithmetic.Plain.JUDGED, List.copyOf(of));
  }

  /** The number of the days. */
  static Calendar days(DateRange days) {
    return new Calendar("days of " + days, Quantity.of(days.days()));
  }

  static Calendar day(String figure, LocalDate day) {
    return new Calendar(figure, new Quantity.Day(day));
  }

  /** A decimal attribute of a clause. */
  static Attribute attribute(String figure, BigDecimal value, ClauseId clause, String attribute, int setBy) {
    return new Attribute(figure, Quantity.of(value), clause, attribute, setBy);
  }

  /** Whether its value is that amount. */
  default boolean comesTo(Money amount) {
    return value() instanceof Quantity.Exact(var fraction, _) && fraction.equals(amount.toFraction());
  }

  /**
   * The explanation itself, once its value is checked against the computed amount.
   *
   * @throws IllegalStateException when the two differ
   */
  static <E extends Explanation> E agreed(E explanation, Money computed) {
    return agreed(explanation, explanation, computed);
  }

  private static <E extends Explanation> E agreed(E explanation, Explanation found, Money computed) {
    if (!found.comesTo(computed)) {
      throw new IllegalStateException(
          "expected the explanation of " + explanation.figure() + " to come to " + computed + ", found "
              + found.value().text());
    }
    return explanation;
  }
}

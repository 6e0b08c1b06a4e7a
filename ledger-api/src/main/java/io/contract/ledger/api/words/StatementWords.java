package io.contract.ledger.api.words;

import io.contract.ledger.calendar.PeriodScheme;
import io.contract.ledger.terms.ClauseKind;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words for statements that are the same in every form of one. */
public final class StatementWords {

  private StatementWords() {}

  /** What of its own period a statement says: {@code share of 2021-Q1}, {@code fixed payment of 2021-Q1}, {@code fixed payment}. */
  public static String owed(Fields statement) {
    String period = statement.text("period");
    return statement.text("kind").equals(ClauseKind.FIXED_PAYMENT.slug())
        ? period.equals(PeriodScheme.Once.NAME) ? "fixed payment" : "fixed payment of " + period
        : "share of " + period;
  }

  /** When the total is due, and what a total below zero means. The day is empty when there is no due date. */
  public static String due(String dueOn, boolean isBelowZero, String payer) {
    return (dueOn.isEmpty() ? "no due date" : "due on " + dueOn)
        + (isBelowZero ? "; below zero, so that it lessens what " + payer + " owes" : "");
  }

  /**
   * The earlier statements that could not determine the amount: {@code Statement 2 could not determine it, and has said nothing
   * of it}; empty when there are none.
   */
  public static Optional<String> undetermined(Fields adjustment) {
    if (adjustment.tree().get("undeterminedIn").isEmpty()) {
      return Optional.empty();
    }
    String numbers =
        adjustment.list("undeterminedIn").stream().map(StatementWords::number).collect(Collectors.joining(", "));
    return Optional.of("Statement " + numbers + " could not determine it, and has said nothing of it");
  }

  private static String number(Value value) {
    return value instanceof Value.Num number ? number.literal() : "";
  }
}

package io.contract.ledger.terms;

import io.contract.ledger.id.ClauseId;
import io.contract.ledger.value.Value;
import java.time.LocalDate;
import java.util.List;

/**
 * An executed change of named clauses. Everything that it does not name stays in force (domain page, section 4).
 *
 * @param number 1, 2, …; the agreement itself is 0
 * @param executedOn the day of the last signature
 * @param effectiveOn the day from which the changes bind; before {@code executedOn} when the amendment is retroactive
 */
public record Amendment(
    int number,
    String title,
    LocalDate executedOn,
    LocalDate effectiveOn,
    List<Change> changes) {

  public Amendment {
    changes = List.copyOf(changes);
  }

  /** What an amendment does to one clause. */
  public sealed interface Change {

    /** The id of the clause that it changes. */
    ClauseId clause();

    /** A whole new clause. */
    record Add(Value.Tree whole) implements Change {
      @Override
      public ClauseId clause() {
        return idOf(whole);
      }
    }

    /** A JSON Merge Patch (RFC 7396) of the clause. */
    record Revise(ClauseId clause, Value.Tree set) implements Change {}

    /** A whole clause in the place of the one of the same id. */
    record Replace(Value.Tree whole) implements Change {
      @Override
      public ClauseId clause() {
        return idOf(whole);
      }
    }

    /** The end of a clause, which is in force through the day before the amendment's effective date. */
    record End(ClauseId clause) implements Change {}

    private static ClauseId idOf(Value.Tree clause) {
      return new ClauseId(new io.contract.ledger.value.Fields(clause).text("id"));
    }
  }
}

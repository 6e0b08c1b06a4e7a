package io.contract.ledger.terms;

import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.value.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** The parties that join by it, or are named anew. */
  public List<ExecutedAgreement.Party> parties() {
    return changes.stream()
        .flatMap(change -> change instanceof Change.Party(var party) ? Stream.of(party) : Stream.empty())
        .toList();
  }

  /** One thing that an amendment does, to a clause or to the parties. */
  public sealed interface Change {

    /** The id of the clause that it changes; empty where it changes none by itself. */
    Optional<ClauseId> clause();

    /** Whether it changes the clause, or may do so. */
    default boolean mayChange(ClauseId other) {
      return clause().equals(Optional.of(other));
    }

    /** A whole new clause. */
    record Add(Value.Tree whole) implements Change {
      /** The id of the clause. */
      public ClauseId id() {
        return idOf(whole);
      }

      @Override
      public Optional<ClauseId> clause() {
        return Optional.of(id());
      }
    }

    /** A JSON Merge Patch (RFC 7396) of the clause. */
    record Revise(ClauseId id, Value.Tree set) implements Change {
      @Override
      public Optional<ClauseId> clause() {
        return Optional.of(id);
      }
    }

    /** A whole clause in the place of the one of the same id. */
    record Replace(Value.Tree whole) implements Change {
      /** The id of the clause. */
      public ClauseId id() {
        return idOf(whole);
      }

      @Override
      public Optional<ClauseId> clause() {
        return Optional.of(id());
      }
    }

    /** The end of a clause, which is in force through the day before the amendment's effective date. */
    record End(ClauseId id) implements Change {
      @Override
      public Optional<ClauseId> clause() {
        return Optional.of(id);
      }
    }

    /** A party joins, or one of that id has this name from the amendment's effective date on. */
    record Party(ExecutedAgreement.Party party) implements Change {
      @Override
      public Optional<ClauseId> clause() {
        return Optional.empty();
      }
    }

    /**
     * A party stands where another stood, from the amendment's effective date on: in the terms, and in what is owed already.
     *
     * @param from the party that stood there
     * @param to the party that stands there
     * @param clauses the clauses in which it does; empty for all
     */
    record Succession(PartyId from, PartyId to, List<ClauseId> clauses) implements Change {
      public Succession {
        clauses = List.copyOf(clauses);
      }

      @Override
      public Optional<ClauseId> clause() {
        return Optional.empty();
      }

      @Override
      public boolean mayChange(ClauseId other) {
        return clauses.isEmpty() || clauses.contains(other);
      }
    }

    private static ClauseId idOf(Value.Tree clause) {
      return new ClauseId(new io.contract.ledger.value.Fields(clause).text("id"));
    }
  }
}

package io.contract.ledger.obligation;

import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.money.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One row of the list of obligations and rights (domain page, section 7). {@link #of} begins one that is built by names.
 *
 * <p>Example: {@code Obligation.of(Kind.DUTY, "report").bearer("acme").counterparty("globex").summary("Acme must report to
 * Globex.") .dueOn(due).status("due-later").setBy(0).build()}.
 *
 * @param ref the name of the row: {@code share/2021-Q2}, {@code share/2021-Q3/report}, {@code patents/exclusivity}
 * @param period name of the period of a payment, a report or a recurring duty; empty for other rows
 * @param bearer the party that owes; for a right, the party that has it
 * @param counterparty the other party, where the clause names one
 * @param summary one sentence for people
 * @param amount what is, or was, owed in all; for a commitment, its amount
 * @param outstanding the part that is open; for a commitment, what is still to be bought
 * @param status {@code due-later}, {@code overdue}, {@code in-force}, …; empty where readings differ
 * @param setBy number of the amendment that made the revision
 * @param endingSoon whether it ends within 90 days
 */
public record Obligation(
    String ref,
    ClauseId clause,
    Optional<String> period,
    Kind kind,
    Modality modality,
    PartyId bearer,
    Optional<PartyId> counterparty,
    String summary,
    Optional<LocalDate> dueOn,
    Optional<Money> amount,
    Optional<Money> outstanding,
    Optional<String> status,
    int setBy,
    boolean endingSoon) {

  /** Begins a row of the clause. Until {@link Builder#below} is called, the clause alone names it. */
  public static Builder of(Kind kind, ClauseId clause) {
    return new Builder(kind, clause);
  }

  /** The kind of row. */
  public enum Kind {
    PAYMENT,
    REPORT,
    DUTY,
    COMMITMENT,
    STANDING,
    RIGHT
  }

  /** Whether the bearer must or may. */
  public enum Modality {
    OBLIGATION,
    RIGHT
  }

  /**
   * Builds a row. Each method sets the component of {@link Obligation} of the same name. The bearer, the summary and the amendment
   * are required. What is not set is empty.
   */
  public static final class Builder {

    private final Kind kind;
    private final ClauseId clause;
    private Optional<String> below = Optional.empty();
    private Optional<String> period = Optional.empty();
    private Optional<PartyId> bearer = Optional.empty();
    private Optional<PartyId> counterparty = Optional.empty();
    private Optional<String> summary = Optional.empty();
    private Optional<LocalDate> dueOn = Optional.empty();
    private Optional<Money> amount = Optional.empty();
    private Optional<Money> outstanding = Optional.empty();
    private Optional<String> status = Optional.empty();
    private OptionalInt setBy = OptionalInt.empty();
    private boolean endingSoon;

    private Builder(Kind kind, ClauseId clause) {
      this.kind = kind;
      this.clause = clause;
    }

    /** The name of the row below its clause, such as {@code 2021-Q3/report}. */
    public Builder below(String name) {
      below = Optional.of(name);
      return this;
    }

    /** The name of the row's period. */
    public Builder period(Optional<String> name) {
      period = name;
      return this;
    }

    public Builder bearer(PartyId party) {
      bearer = Optional.of(party);
      return this;
    }

    public Builder counterparty(PartyId party) {
      return counterparty(Optional.of(party));
    }

    public Builder counterparty(Optional<PartyId> party) {
      counterparty = party;
      return this;
    }

    public Builder summary(String sentence) {
      summary = Optional.of(sentence);
      return this;
    }

    public Builder dueOn(Optional<LocalDate> day) {
      dueOn = day;
      return this;
    }

    public Builder amount(Optional<Money> owed) {
      amount = owed;
      return this;
    }

    public Builder outstanding(Optional<Money> open) {
      outstanding = open;
      return this;
    }

    public Builder status(String word) {
      return status(Optional.of(word));
    }

    public Builder status(Optional<String> word) {
      status = word;
      return this;
    }

    public Builder setBy(int amendment) {
      setBy = OptionalInt.of(amendment);
      return this;
    }

    public Builder endingSoon(boolean isEndingSoon) {
      endingSoon = isEndingSoon;
      return this;
    }

    /**
     * The row.
     *
     * @throws java.util.NoSuchElementException when the bearer, the summary or the amendment is not set
     */
    public Obligation build() {
      return new Obligation(
          below.map(name -> clause + "/" + name).orElse(clause.text()), clause, period, kind,
          kind == Kind.RIGHT ? Modality.RIGHT : Modality.OBLIGATION, bearer.orElseThrow(), counterparty,
          summary.orElseThrow(), dueOn, amount, outstanding, status, setBy.orElseThrow(), endingSoon);
    }
  }
}

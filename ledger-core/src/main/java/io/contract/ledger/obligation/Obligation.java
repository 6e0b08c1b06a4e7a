package io.contract.ledger.obligation;

import io.contract.ledger.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One row of the list of obligations and rights (domain page, section 7).
 *
 * @param ref what names the row: {@code share/2021-Q2}, {@code share/2021-Q3/report}, {@code patents/exclusivity}
 * @param period name of the period, of a payment, a report or a recurring duty
 * @param bearer the party that owes; of a right, the party that has it
 * @param counterparty the other party, where the clause names one
 * @param summary one sentence for people
 * @param amount what is, or was, owed in all; of a commitment its amount
 * @param outstanding what of it is open; of a commitment what is still to be bought
 * @param status {@code due-later}, {@code overdue}, {@code in-force}, …; empty where readings differ
 * @param setBy number of the amendment that made the revision
 * @param endingSoon whether it ends within 90 days
 */
public record Obligation(
    String ref,
    String clause,
    Optional<String> period,
    Kind kind,
    Modality modality,
    String bearer,
    Optional<String> counterparty,
    String summary,
    Optional<LocalDate> dueOn,
    Optional<Money> amount,
    Optional<Money> outstanding,
    Optional<String> status,
    int setBy,
    boolean endingSoon) {

  /** What sort of obligation. */
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
}

package io.contract.ledger.obligation;

import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.position.PeriodStatus;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.ClauseKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lists who owes what to whom by when, and who may do what, over all kinds of clauses (domain page, section 7). Pure, from the
 * facts alone.
 */
public final class ObligationCalculator {

  /** The status that selects every row, settled payments included. */
  public static final String ALL = "all";

  private ObligationCalculator() {}

  /**
   * Every row, settled payments included. Clauses are in the order in which they were added, and the periods of a clause in their
   * own order.
   *
   * <p>Example: a share of which 2021-Q2 accrued USD 60.00 has the rows {@code share/2021-Q2} (a payment) and {@code
   * share/2021-Q3/report}.
   */
  public static List<Obligation> obligations(FactsAsOf facts) {
    ObligationWording wording = ObligationWording.of(facts.terms());
    return facts.terms().clauses().stream().flatMap(clause -> rows(clause, facts, wording)).toList();
  }

  /** What the row was computed from, for an explanation of it. */
  public static ObligationWorkings workings(FactsAsOf facts, Obligation row) {
    ClauseHistory clause = facts.terms().clause(row.clause()).orElseThrow();
    ObligationWording wording = ObligationWording.of(facts.terms());
    return switch (row.kind()) {
      case DUTY -> new DutyObligations(clause, facts, wording).workings(row);
      case COMMITMENT -> new CommitmentObligation(clause, facts, wording).workings();
      case PAYMENT, REPORT, STANDING, RIGHT -> ObligationWorkings.NOTHING;
    };
  }

  /**
   * The rows that match the filters.
   *
   * @param party selects the rows of which the party is the bearer or the counterparty; empty for every party
   * @param status selects the rows of that status; {@code all} for every row; empty for every row but settled payments
   */
  public static List<Obligation> select(List<Obligation> rows, Optional<PartyId> party, Optional<String> status) {
    return rows.stream()
        .filter(row -> party.isEmpty() || party.get().equals(row.bearer()) || party.equals(row.counterparty()))
        .filter(
            row -> status.isEmpty() ? !isSettledPayment(row) : status.get().equals(ALL) || status.equals(row.status()))
        .toList();
  }

  /**
   * The kinds of clauses that can have rows of the status; empty when every kind can. A property test checks it against every row.
   */
  public static Set<ClauseKind> kindsWith(String status) {
    return switch (status) {
      case "unreported" -> EnumSet.of(ClauseKind.REVENUE_SHARE);
      case "nil", "settled" -> EnumSet.of(ClauseKind.REVENUE_SHARE, ClauseKind.FIXED_PAYMENT);
      case "open" -> EnumSet.of(ClauseKind.REVENUE_SHARE, ClauseKind.PURCHASE_COMMITMENT);
      case "due-later", "due", "overdue", "undated" ->
        EnumSet.of(ClauseKind.REVENUE_SHARE, ClauseKind.FIXED_PAYMENT, ClauseKind.DUTY);
      case "discharged", "waived" -> EnumSet.of(ClauseKind.DUTY);
      case "met", "missed" -> EnumSet.of(ClauseKind.PURCHASE_COMMITMENT);
      case "in-force" ->
        EnumSet.complementOf(
            EnumSet.of(
                ClauseKind.REVENUE_SHARE, ClauseKind.FIXED_PAYMENT, ClauseKind.DUTY, ClauseKind.PURCHASE_COMMITMENT));
      default -> Set.of();
    };
  }

  private static boolean isSettledPayment(Obligation row) {
    return row.kind() == Obligation.Kind.PAYMENT && row.status().equals(Optional.of(PeriodStatus.SETTLED.slug()));
  }

  private static Stream<Obligation> rows(ClauseHistory clause, FactsAsOf facts, ObligationWording wording) {
    return switch (clause.revisions().getFirst().clause().head().kind()) {
      case REVENUE_SHARE, FIXED_PAYMENT -> new ClaimObligations(clause, facts, wording).rows();
      case DUTY -> new DutyObligations(clause, facts, wording).rows();
      case PURCHASE_COMMITMENT -> new CommitmentObligation(clause, facts, wording).rows();
      case LICENCE, DESIGNATION, FIRST_SHIP, PERMISSION, RESTRICTION, SHAREHOLDING ->
        new TermObligations(clause, facts.effectiveOn(), wording).rows();
    };
  }
}

package io.contract.ledger.why;

import io.contract.ledger.explain.Explained;
import io.contract.ledger.fact.known.FactsAsOf;
import java.util.List;

/**
 * Why a figure is what it is (domain page, section 8): of a revenue share, its periods and caps, of its statements, and of a row of
 * the obligations. Pure: what the calculators worked with is read, and no rule is computed a second time (ADR 0021).
 *
 * <p>Example: {@code accrued} of 2021-Q2 is 60.00, the smaller of a gross of 100.00 and the room of 60.00 that the cap leaves.
 */
public final class Why {

  /** What the next statement will adjust of a period: the figure that {@link #ofPendingAdjustment} explains. */
  public static final String PENDING_ADJUSTMENT = StatementExplanation.PENDING;

  private Why() {}

  /** Why that figure of the revenue share, its caps or periods is what it is; or what is wrong with the question. */
  public static Explained ofShare(FactsAsOf facts, String clause, FigureRef question) {
    return PositionExplanation.of(facts, clause, question);
  }

  /**
   * Why the statement of that number of the revenue share says it; or what is wrong with the question.
   *
   * @param question the figure, of an adjustment with its period
   */
  public static Explained ofStatement(FactsAsOf facts, String clause, int number, FigureRef question) {
    return StatementExplanation.of(facts, clause, number, question);
  }

  /**
   * Why something is still to be adjusted of a period of the revenue share; or what is wrong with the question.
   *
   * @param question of which period
   */
  public static Explained ofPendingAdjustment(FactsAsOf facts, String clause, FigureRef question) {
    return StatementExplanation.pending(facts, clause, question);
  }

  /** Why that figure of the obligation named so is what it is; or what is wrong with the question. */
  public static Explained ofObligation(FactsAsOf facts, String ref, String figure) {
    return ObligationExplanation.of(facts, ref, figure);
  }

  /** The figures of a statement's own; those of its period, as it stood then, come besides. */
  public static List<String> figuresOfStatement() {
    return StatementExplanation.figures();
  }

  /** Every figure that an obligation may have. */
  public static List<String> figuresOfObligation() {
    return ObligationExplanation.figures();
  }
}

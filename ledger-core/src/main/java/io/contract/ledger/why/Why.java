package io.contract.ledger.why;

import io.contract.ledger.explain.Explained;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.ClauseId;
import java.util.List;

/**
 * Explains why a figure is what it is (domain page, section 8): a figure of a revenue share, its periods and caps, of its
 * statements, or of a row of obligations. Pure. It reads the workings of the calculators, and computes no rule a second time (ADR
 * 0021).
 *
 * <p>Example: {@code accrued} of 2021-Q2 is 60.00, the smaller of a gross of 100.00 and the room of 60.00 that the cap leaves.
 */
public final class Why {

  /** The name of the figure that {@link #ofPendingAdjustment} explains: what the next statement will adjust of a period. */
  public static final String PENDING_ADJUSTMENT = StatementExplanation.PENDING;

  private Why() {}

  /** Explains a figure of the revenue share, its caps or its periods, or states what is wrong with the question. */
  public static Explained ofShare(FactsAsOf facts, ClauseId clause, FigureRef question) {
    return PositionExplanation.of(facts, clause, question);
  }

  /**
   * Explains an amount of the revenue share's statement of that number, or states what is wrong with the question.
   *
   * @param question the figure; for an adjustment, with its period
   */
  public static Explained ofStatement(FactsAsOf facts, ClauseId clause, int number, FigureRef question) {
    return StatementExplanation.of(facts, clause, number, question);
  }

  /**
   * Explains what is still to be adjusted of a period of the revenue share, or states what is wrong with the question.
   *
   * @param question names the period
   */
  public static Explained ofPendingAdjustment(FactsAsOf facts, ClauseId clause, FigureRef question) {
    return StatementExplanation.pending(facts, clause, question);
  }

  /** Explains a figure of the obligation of that name, or states what is wrong with the question. */
  public static Explained ofObligation(FactsAsOf facts, String ref, String figure) {
    return ObligationExplanation.of(facts, ref, figure);
  }

  /** The figures of a statement itself. The figures of its period, as it stood then, can be asked for too. */
  public static List<String> figuresOfStatement() {
    return StatementExplanation.figures();
  }

  /** Every figure that an obligation may have. */
  public static List<String> figuresOfObligation() {
    return ObligationExplanation.figures();
  }
}

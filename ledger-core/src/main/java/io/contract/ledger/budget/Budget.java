package io.contract.ledger.budget;

import java.util.function.Supplier;

/**
 * What one question may cost (ADR 0032). Terms of a few lines can ask for any number of rows: a monthly duty through 2199 has one for
 * each month. Whoever asks therefore sets a budget, and what makes rows out of terms spends it. An answer never depends on the budget:
 * a question either has its whole answer or none.
 *
 * <p>The budget belongs to the thread that asks. Without one, as in a file that is checked on the command line, nothing is limited.
 *
 * <p>Example: with a budget of 2 rows, a duty that has had three months is refused with {@link QuestionTooLargeException}.
 */
public final class Budget {

  private static final ScopedValue<Budget> SPENT = ScopedValue.newInstance();

  /** After how many steps the watch looks; a step takes microseconds at most. */
  private static final int STEPS = 256;

  /** From how many rows on a question is large. */
  private static final int LARGE = 1_000;

  private final long mostRows;
  private final long mostParts;
  private final Watch watch;
  private long rows;
  private long parts;
  private int steps;

  /** Watches a question while it is answered. What it throws ends the question. */
  public interface Watch {

    /** Is called every few rows and steps: whether to go on. */
    void look();

    /** Is called once, when the question turns out to be large: the answer will take much memory. */
    void grown();

    /** Does what may take as long as one question, and no longer, whatever it is a part of. */
    <T> T asOneQuestion(Supplier<T> work);
  }

  /**
   * A budget of which nothing is spent.
   *
   * @param mostRows the largest number of rows, at least 0
   * @param mostParts the largest number of parts of an explanation, at least 0
   * @param watch is told how the question gets on
   */
  public Budget(long mostRows, long mostParts, Watch watch) {
    this.mostRows = mostRows;
    this.mostParts = mostParts;
    this.watch = watch;
  }

  /**
   * Asks within this budget.
   *
   * @throws QuestionTooLargeException when the answer needs more rows; the watch's exceptions pass as they are
   */
  public <T, X extends Exception> T ask(ScopedValue.CallableOp<T, X> question) throws X {
    return ScopedValue.where(SPENT, this).call(question);
  }

  /** Whether what this thread does is limited. */
  public static boolean isSet() {
    return SPENT.isBound();
  }

  /**
   * Spends a row: something that time alone makes out of terms, such as a period, a window of a cap, or a cut of a report.
   *
   * @throws QuestionTooLargeException when there is none left
   */
  public static void row() {
    if (SPENT.isBound()) {
      SPENT.get().spendRow();
    }
  }

  /**
   * Spends a part of an explanation, which has some for every line and payment that led to its figure.
   *
   * @throws QuestionTooLargeException when there is none left
   */
  public static void part() {
    if (SPENT.isBound()) {
      SPENT.get().spendPart();
    }
  }

  /**
   * Computes something that an answer needs only for a while, such as one line of a replay, with a budget of its own. What it spends is
   * free again when it is done; the watch looks as often as if it were not apart.
   */
  public static <T> T apart(Supplier<T> work) {
    if (!SPENT.isBound()) {
      return work.get();
    }
    Budget whole = SPENT.get();
    Budget apart = new Budget(whole.mostRows, whole.mostParts, whole.watch);
    apart.steps = whole.steps;
    try {
      return apart.ask(work::get);
    } finally {
      whole.steps = apart.steps;
    }
  }

  /** Computes what may take as long as one question, and no longer, although the request that it belongs to may. */
  public static <T> T asOneQuestion(Supplier<T> work) {
    return SPENT.isBound() ? SPENT.get().watch.asOneQuestion(work) : work.get();
  }

  /** Looks whether to go on, whatever has been spent. */
  public static void look() {
    if (SPENT.isBound()) {
      SPENT.get().watch.look();
    }
  }

  /** Spends a step: work on something recorded, which is as long as the history and needs no other limit than time. */
  public static void step() {
    steps(1);
  }

  /**
   * Spends several steps at once, for work whose length is known.
   *
   * @param count how many, at least 0
   */
  public static void steps(int count) {
    if (SPENT.isBound()) {
      SPENT.get().spendSteps(count);
    }
  }

  private void spendRow() {
    rows++;
    if (rows > mostRows) {
      throw QuestionTooLargeException.ofRows(mostRows);
    }
    spent(rows);
  }

  private void spendPart() {
    parts++;
    if (parts > mostParts) {
      throw QuestionTooLargeException.ofParts(mostParts);
    }
    spent(parts);
  }

  private void spent(long soMany) {
    if (soMany == LARGE) {
      watch.grown();
    }
    spendSteps(1);
  }

  private void spendSteps(int count) {
    steps += Math.min(STEPS, count);
    if (steps >= STEPS) {
      steps = 0;
      watch.look();
    }
  }
}

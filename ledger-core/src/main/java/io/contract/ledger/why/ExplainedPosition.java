package io.contract.ledger.why;

import io.contract.ledger.explain.Explanation;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.ReadPosition;

/** The figures of one clause under one reading, each with its explanation. Rows and caps are named by their place. */
interface ExplainedPosition {

  ReadPosition position();

  Explanation ofPosition(Figure figure);

  Explanation ofPeriod(int place, Figure figure);

  /** The due date of the row. */
  Explanation dueOn(int place);

  /** How the row stands. */
  Explanation status(int place);

  Explanation ofCap(int index, Figure figure);

  /** The day on which the cap was reached. */
  Explanation reachedOn(int index);
}

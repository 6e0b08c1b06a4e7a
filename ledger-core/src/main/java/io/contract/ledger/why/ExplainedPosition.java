package io.contract.ledger.why;

import io.contract.ledger.explain.Explanation;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.ReadPosition;

/** The figures of one clause under one reading, each with its explanation. A row or a cap is named by its place. */
interface ExplainedPosition {

  ReadPosition position();

  Explanation ofPosition(Figure figure);

  Explanation ofPeriod(int place, Figure figure);

  /** The due date of the row. */
  Explanation dueOn(int place);

  /** The status of the row. */
  Explanation status(int place);

  Explanation ofCap(int index, Figure figure);

  /** The day on which the cap was reached. */
  Explanation reachedOn(int index);
}

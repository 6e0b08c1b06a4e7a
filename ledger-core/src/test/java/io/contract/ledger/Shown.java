package io.contract.ledger;

import io.contract.ledger.money.Money;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.Figures;
import io.contract.ledger.position.Position;
import java.util.List;

/** Figures of a position as texts, as tests name them. */
public final class Shown {

  private Shown() {}

  public static String figure(Position position, Figure figure) {
    return figure(position.figures(), figure);
  }

  public static String figure(Figures figures, Figure figure) {
    return figures.get(figure).map(Money::toPlainString).orElse("undetermined");
  }

  /** The figure of each period, in their order. */
  public static List<String> perPeriod(Position position, Figure figure) {
    return position.periods().stream().map(row -> figure(row.figures(), figure)).toList();
  }

  /** The figure of each cap, in the order written. */
  public static List<String> perCap(Position position, Figure figure) {
    return position.caps().stream().map(cap -> figure(cap.figures(), figure)).toList();
  }
}

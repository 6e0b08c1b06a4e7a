package io.contract.ledger.position;

import io.contract.ledger.Given;
import java.util.List;

/** The rows of a position in a sentence each. */
final class BookRows {

  private BookRows() {}

  static List<String> rows(Given given, String day) {
    return given.positions(day).stream()
        .map(
            position -> position.book() + " accrued " + figure(position, Figure.ACCRUED) + ", paid "
                + figure(position, Figure.PAID) + ", outstanding " + figure(position, Figure.OUTSTANDING) + ", credit "
                + figure(position, Figure.CREDIT))
        .toList();
  }

  static String figure(Position position, Figure figure) {
    return position.figures().get(figure).orElseThrow().toPlainString();
  }
}

package io.contract.ledger.api.explain;

import io.contract.ledger.api.file.Expectation;
import io.contract.ledger.position.Why;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A figure that an agreement file expects.
 *
 * @param asked the parameters that ask why
 */
record Expected(Expectation expectation, String figure, Value value, Asked asked) {

  /** Whose figure it is. */
  record Asked(
      String clause, Optional<String> period, Optional<Integer> cap, Optional<String> basis, Optional<String> counts) {}

  /** Every figure that the expectation expects. */
  static List<Expected> of(Expectation expectation) {
    List<Expected> all = new ArrayList<>();
    Fields expected = new Fields(expectation.expected());
    if (expected.has("absent")) {
      return all;
    }
    switch (expectation.kind()) {
      case POSITION -> {
        Asked whole = whole(expected.text("clause"));
        position(expectation, expected, whole, all);
        for (Fields reading : rows(expected, "readings")) {
          position(
              expectation, reading,
              new Asked(
                  whole.clause(), whole.period(), whole.cap(), reading.optionalText("basis"),
                  reading.optionalText("counts")),
              all);
        }
      }
      case PERIOD -> period(expectation, expected, whole(expected.text("clause")), all);
      case OBLIGATION, CLAUSE, LAUNCH, FORECAST, STATEMENT, REFUSED -> {
        // No figures of a position; those of a statement are taken from positions as they were.
      }
    }
    return all;
  }

  private static Asked whole(String clause) {
    return new Asked(clause, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static List<Fields> rows(Fields expected, String name) {
    return expected.tree().get(name).orElse(Value.NULL) instanceof Value.Items items
        ? items.items().stream().map(Fields::of).toList()
        : List.of();
  }

  private static void position(Expectation expectation, Fields expected, Asked asked, List<Expected> all) {
    add(expectation, expected, Why.ofPosition(), asked, all);
    List<Fields> caps = rows(expected, "caps");
    for (int i = 0; i < caps.size(); i++) {
      add(
          expectation, caps.get(i), Why.ofCap(),
          new Asked(asked.clause(), asked.period(), Optional.of(i), asked.basis(), asked.counts()), all);
    }
    rows(expected, "periods").forEach(row -> period(expectation, row, asked, all));
  }

  private static void period(Expectation expectation, Fields row, Asked asked, List<Expected> all) {
    add(
        expectation, row, Why.ofPeriod(),
        new Asked(asked.clause(), Optional.of(row.text("period")), asked.cap(), asked.basis(), asked.counts()), all);
  }

  private static void add(
      Expectation expectation, Fields expected, List<String> figures, Asked asked, List<Expected> all) {
    for (String figure : figures) {
      expected.tree().get(figure).ifPresent(value -> all.add(new Expected(expectation, figure, value, asked)));
    }
  }
}

package io.contract.ledger.api.explain;

import io.contract.ledger.api.agreementfile.Expectation;
import io.contract.ledger.api.answer.ObligationAnswer;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.obligation.ObligationCalculator;
import io.contract.ledger.terms.BookChoice;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import io.contract.ledger.why.FigureRef;
import io.contract.ledger.why.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A figure that an agreement file expects.
 *
 * @param asked the parameters of the question why
 */
record Expected(Expectation expectation, String figure, Value value, Asked asked) {

  /** The row that the figure belongs to. */
  record Asked(
      Optional<String> clause,
      Optional<String> period,
      Optional<Integer> cap,
      Optional<String> basis,
      Optional<String> counts,
      BookChoice book,
      Optional<Integer> statement,
      Optional<String> ref) {

    static Asked named(Fields expected) {
      return new Asked(
          Optional.of(expected.text("clause")), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
          BookChoice.read(expected), Optional.empty(), Optional.empty());
    }

    static Asked ofRow(String ref) {
      return new Asked(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), BookChoice.ANY,
          Optional.empty(), Optional.of(ref));
    }

    Asked of(Fields reading) {
      return new Asked(
          clause, period, cap, reading.optionalText("basis"), reading.optionalText("counts"), book, statement, ref);
    }

    Asked inPeriod(String name) {
      return new Asked(clause, Optional.of(name), cap, basis, counts, book, statement, ref);
    }

    Asked ofCap(int place) {
      return new Asked(clause, period, Optional.of(place), basis, counts, book, statement, ref);
    }

    Asked ofStatement(long number) {
      return new Asked(clause, period, cap, basis, counts, book, Optional.of(Math.toIntExact(number)), ref);
    }
  }

  /** Every figure that the expectation expects. */
  static List<Expected> of(Expectation expectation, FactsAsOf facts) {
    Fields expected = new Fields(expectation.expected());
    List<Expected> all = new ArrayList<>();
    if (expected.has("absent")) {
      return all;
    }
    switch (expectation.kind()) {
      case POSITION -> eachReading(expectation, expected, Asked.named(expected), Expected::position, all);
      case PERIOD -> period(expectation, expected, Asked.named(expected), all);
      case STATEMENT ->
        eachReading(
            expectation, expected,
            Asked.named(expected).ofStatement(expected.optionalWhole("number").orElseThrow()),
            Expected::statement, all);
      case OBLIGATION ->
        add(expectation, expected, Why.figuresOfObligation(), Asked.ofRow(ref(expected, facts)), all);
      case CLAUSE, LAUNCH, FORECAST, REFUSED -> {
        // These kinds have no figures.
      }
    }
    return all;
  }

  private interface Part {
    void add(Expectation expectation, Fields expected, Asked asked, List<Expected> all);
  }

  private static void eachReading(
      Expectation expectation, Fields expected, Asked asked, Part part, List<Expected> all) {
    part.add(expectation, expected, asked, all);
    rows(expected, "readings").forEach(reading -> part.add(expectation, reading, asked.of(reading), all));
  }

  private static void statement(Expectation expectation, Fields expected, Asked asked, List<Expected> all) {
    add(expectation, expected, List.of("accrued", "total"), asked, all);
    for (Fields adjustment : rows(expected, "adjustments")) {
      adjustment.tree().get("amount").ifPresent(
          amount -> all.add(
              new Expected(expectation, "adjustment", amount, asked.inPeriod(adjustment.text("period")))));
    }
  }

  /** The reference of the first row that meets the whole expectation. */
  private static String ref(Fields expected, FactsAsOf facts) {
    return ObligationCalculator.obligations(facts).stream()
        .map(ObligationAnswer::row)
        .filter(
            row -> expected.tree().entries().entrySet().stream()
                .allMatch(
                    entry -> AgreementFilesExplainedTest.isSame(
                        row.get(entry.getKey()).orElse(Value.NULL), entry.getValue())))
        .map(row -> new Fields(row).text("ref"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("expected a row like " + expected.tree()));
  }

  private static List<Fields> rows(Fields expected, String name) {
    return expected.tree().get(name).orElse(Value.NULL) instanceof Value.Items items
        ? items.items().stream().map(Fields::of).toList()
        : List.of();
  }

  private static void position(Expectation expectation, Fields expected, Asked asked, List<Expected> all) {
    add(expectation, expected, FigureRef.ofPosition(), asked, all);
    List<Fields> caps = rows(expected, "caps");
    for (int i = 0; i < caps.size(); i++) {
      add(expectation, caps.get(i), FigureRef.ofCap(), asked.ofCap(i + 1), all);
    }
    rows(expected, "periods").forEach(row -> period(expectation, row, asked, all));
    for (Fields pending : rows(expected, "pendingAdjustments")) {
      pending.tree().get("amount").ifPresent(
          amount -> all.add(
              new Expected(
                  expectation, Why.PENDING_ADJUSTMENT, amount, asked.inPeriod(pending.text("period")))));
    }
  }

  private static void period(Expectation expectation, Fields row, Asked asked, List<Expected> all) {
    add(expectation, row, FigureRef.ofPeriod(), asked.inPeriod(row.text("period")), all);
  }

  private static void add(
      Expectation expectation, Fields expected, List<String> figures, Asked asked, List<Expected> all) {
    for (String figure : figures) {
      expected.tree().get(figure).ifPresent(value -> all.add(new Expected(expectation, figure, value, asked)));
    }
  }
}

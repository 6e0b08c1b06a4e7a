package io.contract.ledger.api.cli.text;

import io.contract.ledger.value.Fields;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A forecast as tables with a column for each scenario: when caps are reached, what is left of them, and what accrues. */
public final class ForecastText {

  private static final String SAME = "every reading";
  private static final String NONE = "–";

  private final Value.Tree answer;
  private final List<Fields> scenarios;

  private ForecastText(Value.Tree answer) {
    this.answer = answer;
    this.scenarios = new Fields(answer).list("scenarios").stream().map(Fields::of).toList();
  }

  /** The whole answer. */
  public static String of(Value.Tree answer) {
    return new ForecastText(answer).text();
  }

  private String text() {
    Fields fields = new Fields(answer);
    StringBuilder text =
        new StringBuilder(Heading.of(answer)).append(", through ").append(fields.text("through"))
            .append("; nothing is assumed to be paid or waived\n");
    Set<String> clauses = new LinkedHashSet<>();
    rows("periods").forEach(row -> clauses.add(row.text("clause")));
    if (clauses.isEmpty()) {
      text.append("\nNothing accrues under these scenarios by then.\n");
    }
    for (String clause : clauses) {
      Fields first = rows("periods").filter(row -> row.text("clause").equals(clause)).findFirst().orElseThrow();
      text.append('\n')
          .append(
              Terminal.bold(
                  clause + ": " + first.text("payer") + " would owe " + first.text("payee") + ", "
                      + fields.text("currency")))
          .append('\n');
      caps(clause).forEach(table -> text.append(table.text("  ")).append('\n'));
      text.append(periods(clause).text("  "));
    }
    return text.toString();
  }

  private Stream<Fields> rows(String list) {
    return scenarios.stream().flatMap(scenario -> scenario.list(list).stream()).map(Fields::of);
  }

  private List<String> heading(String... first) {
    return Stream.concat(Stream.of(first), scenarios.stream().map(scenario -> scenario.text("name"))).toList();
  }

  /** The rows of all scenarios by what identifies them, so that the rows of different scenarios stand side by side. */
  private Map<List<String>, List<Optional<Fields>>> beside(
      String list, String clause, Function<Fields, List<String>> name) {
    Map<List<String>, List<Optional<Fields>>> beside = new LinkedHashMap<>();
    for (int i = 0; i < scenarios.size(); i++) {
      for (Value value : scenarios.get(i).list(list)) {
        Fields row = Fields.of(value);
        if (row.text("clause").equals(clause)) {
          beside.computeIfAbsent(name.apply(row), any -> empty()).set(i, Optional.of(row));
        }
      }
    }
    return beside;
  }

  private List<Optional<Fields>> empty() {
    return new ArrayList<>(scenarios.stream().map(any -> Optional.<Fields>empty()).toList());
  }

  private List<Table> caps(String clause) {
    Map<List<String>, List<Optional<Fields>>> caps = beside("caps", clause, ForecastText::capName);
    if (caps.isEmpty()) {
      return List.of();
    }
    Table reached = new Table(heading("cap", "in", "reading", "reached"));
    Table left = new Table(heading("cap", "in", "reading", "left at the end"));
    caps.forEach((name, cells) -> {
      reached.add(line(name, "in", cells, cell -> reachedIn(cell)));
      reached.add(line(List.of("", "", ""), "on", cells, cell -> reachedOn(cell)));
      left.add(line(name, "headroom", cells, cell -> Cells.figure(cell, "headroomAtEnd")));
      boolean isPaid = cells.stream().flatMap(Optional::stream).anyMatch(cell -> cell.text("basis").equals("paid"));
      if (isPaid) {
        left.add(line(List.of("", "", ""), "room", cells, cell -> Cells.figure(cell, "roomAtEnd")));
      }
    });
    return List.of(reached, left);
  }

  private static List<String> line(
      List<String> name, String what, List<Optional<Fields>> cells, Function<Fields, String> cell) {
    return Stream.concat(
        Stream.concat(name.stream(), Stream.of(what)), cells.stream().map(one -> one.map(cell).orElse(NONE)))
        .toList();
  }

  private static String reachedIn(Fields cap) {
    return isNull(cap, "reachedOn") ? (cap.has("amount") ? "not reached" : "undetermined")
        : Cells.words(cap, "reachedIn");
  }

  private static String reachedOn(Fields cap) {
    return isNull(cap, "reachedOn") ? NONE : Cells.words(cap, "reachedOn");
  }

  private static boolean isNull(Fields row, String name) {
    return row.tree().get(name).orElse(Value.NULL) instanceof Value.Null;
  }

  private static List<String> capName(Fields cap) {
    String window = Cells.words(cap, "windowFrom") + " – " + Cells.words(cap, "windowThrough");
    return List.of(
        cap.has("amount") ? Cells.figure(cap, "amount") : "not disclosed",
        window.equals(" – ") ? "all time" : window,
        reading(cap));
  }

  private static String reading(Fields row) {
    return Stream.of("basis", "counts", "countsFrom")
        .flatMap(part -> row.optionalText(part).stream())
        .collect(Collectors.joining(", "));
  }

  private Table periods(String clause) {
    Map<List<String>, List<Optional<Fields>>> periods = beside("periods", clause, row -> List.of(row.text("period")));
    boolean isOpen =
        rows("periods").anyMatch(row -> row.text("clause").equals(clause) && !row.list("readings").isEmpty());
    Table table = new Table(isOpen ? heading("accrues in", "reading") : heading("accrues in"));
    Map<String, List<Optional<Fields>>> totals = new LinkedHashMap<>();
    periods.forEach((name, cells) -> {
      Map<String, List<Optional<Fields>>> byReading = isOpen ? byReading(cells) : Map.of(SAME, cells);
      byReading.forEach((reading, of) -> add(totals, reading, of));
      boolean isSame = cells.stream().flatMap(Optional::stream).noneMatch(row -> isNull(row, "accrued"));
      (isSame ? Map.of(SAME, cells) : byReading)
          .forEach((reading, of) -> table.add(amounts(name.getFirst(), reading, of, isOpen)));
    });
    totals.forEach((reading, of) -> table.add(amounts("in all", reading, of, isOpen)));
    return table;
  }

  private Map<String, List<Optional<Fields>>> byReading(List<Optional<Fields>> cells) {
    Map<String, List<Optional<Fields>>> byReading = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      for (Value value : cells.get(i).map(row -> row.list("readings")).orElse(List.of())) {
        Fields read = Fields.of(value);
        byReading.computeIfAbsent(reading(read), any -> empty()).set(i, Optional.of(read));
      }
    }
    return byReading;
  }

  private void add(Map<String, List<Optional<Fields>>> totals, String reading, List<Optional<Fields>> cells) {
    List<Optional<Fields>> total = totals.computeIfAbsent(reading, any -> empty());
    for (int i = 0; i < cells.size(); i++) {
      Optional<Fields> before = total.get(i);
      total.set(i, cells.get(i).map(row -> before.map(sum -> plus(sum, row)).orElse(row)).or(() -> before));
    }
  }

  private static Fields plus(Fields sum, Fields row) {
    if (isNull(sum, "accrued") || isNull(row, "accrued")) {
      return new Fields(Value.EMPTY.with("accrued", Value.NULL));
    }
    BigDecimal amount = sum.decimal("accrued").add(row.decimal("accrued"));
    return new Fields(new TreeBuilder().put("accrued", amount).build());
  }

  private static List<String> amounts(String name, String reading, List<Optional<Fields>> cells, boolean isOpen) {
    return Stream.concat(
        isOpen ? Stream.of(name, reading) : Stream.of(name),
        cells.stream().map(one -> one.map(row -> Cells.figure(row, "accrued")).orElse(NONE)))
        .toList();
  }
}

package io.contract.ledger.api.cli.text;

import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What changed, as a table: what, its value before, its value after. Changes of periods and under single readings are shown
 * only with details, because the figures above them give their sum. A dash stands for what does not exist. A value that exists
 * but is not known is given as undetermined, not disclosed, not reached or none.
 */
public final class ChangeText {

  private static final String NONE = "–";
  private static final Set<String> LEAF = Set.of("from", "to");

  /** Names that every position, period, cap or statement states if it exists, whatever is open or undisclosed. */
  private static final List<String> ALWAYS_SAID = List.of("paid", "base", "window", "issuedOn");

  /** Figures that are undetermined where they have no value. */
  private static final Set<String> DETERMINED =
      Set.of(
          "gross", "accrued", "forgone", "toCredit", "settled", "waived", "outstanding", "due", "overdue", "credit",
          "interest", "interestPaid", "interestWaived", "counted", "headroom", "overage", "room", "status", "amount",
          "total");

  private final boolean details;
  private final Table table = new Table(List.of("what", "from", "to"));

  /** An empty table. */
  public ChangeText(boolean details) {
    this.details = details;
  }

  /** Everything that changed, part by part, each after an empty line; empty when nothing changed. */
  public static String sections(Value.Tree answer, boolean details) {
    StringBuilder text = new StringBuilder();
    for (String part : List.of("clauses", "positions", "obligations", "statements", "launches")) {
      boolean isOfRows = part.equals("obligations") || part.equals("launches");
      ChangeText changed =
          isOfRows ? new ChangeText(details).addRows(answer, part) : new ChangeText(details).add(answer, part);
      if (!changed.isEmpty()) {
        text.append('\n').append(Terminal.bold(part)).append('\n').append(changed.text("  "));
      }
    }
    return text.toString();
  }

  /** Adds everything that changed under the names, one of which is {@code positions}. */
  public ChangeText add(Value.Tree answer, String... names) {
    for (String name : names) {
      // An attribute that a clause does not state does not exist.
      add("", new Fields(answer).object(name).tree(), name.equals("clauses") ? Sides.ABSENT : Sides.THERE);
    }
    return this;
  }

  /** What is known of a row before and after the change. */
  private record Sides(Side from, Side to) {
    static final Sides THERE = new Sides(Side.THERE, Side.THERE);
    static final Sides ABSENT = new Sides(Side.ABSENT, Side.ABSENT);

    /** The sides of a row. Where the row itself tells nothing, those of the row that contains it hold. */
    Sides in(Value.Tree row) {
      return new Sides(from.in(row, "from"), to.in(row, "to"));
    }
  }

  /**
   * What is known of a row on one side.
   *
   * @param isThere whether the row exists
   * @param undetermined the names that the row lists as undetermined
   */
  private record Side(boolean isThere, List<String> undetermined) {
    static final Side THERE = new Side(true, List.of());
    static final Side ABSENT = new Side(false, List.of());

    Side in(Value.Tree row, String side) {
      if (!isThere) {
        return this;
      }
      List<String> names =
          row.get("undetermined").filter(ChangeText::isLeaf).map(Fields::of)
              .filter(list -> list.tree().get(side).orElse(Value.NULL) instanceof Value.Items)
              .map(list -> list.list(side).stream().map(ChangeText::words).toList()).orElse(undetermined);
      boolean isInside =
          ALWAYS_SAID.stream().flatMap(name -> row.get(name).stream()).filter(ChangeText::isLeaf).findFirst()
              .map(said -> !isNone(Fields.of(said).tree(), side))
              .orElseGet(() -> !names.isEmpty() || !isFixedSumMissing(row, side));
      return new Side(isInside, names);
    }

    /** Whether it is the row of a fixed sum, which has no base, and not there: where it is, its figures are determined. */
    private static boolean isFixedSumMissing(Value.Tree row, String side) {
      return Stream.of("gross", "accrued").allMatch(
          name -> row.get(name).filter(ChangeText::isLeaf).filter(leaf -> isNone(Fields.of(leaf).tree(), side))
              .isPresent());
    }

    String nothing(String name) {
      if (!isThere) {
        return NONE;
      }
      return name.equals("reachedOn")
          ? undetermined.contains(name) ? "undetermined" : "not reached"
          : DETERMINED.contains(name) ? "undetermined" : "none";
    }
  }

  private static boolean isLeaf(Value value) {
    return value instanceof Value.Tree tree && tree.entries().keySet().equals(LEAF);
  }

  private void add(String prefix, Value.Tree tree, Sides of) {
    if (isLeaf(tree)) {
      String name = prefix.substring(prefix.lastIndexOf(' ') + 1);
      table.add(
          List.of(prefix.strip(), cell(tree, "from", of.from().nothing(name)),
              cell(tree, "to", of.to().nothing(name))));
      return;
    }
    Sides sides = of.in(tree);
    for (Map.Entry<String, Value> entry : tree.entries().entrySet()) {
      if (!(entry.getValue() instanceof Value.Tree inside)) {
        continue;
      }
      boolean isClause = prefix.isEmpty();
      if (!isClause && !isLeaf(inside) && entry.getKey().equals("readings")) {
        addReadings(prefix, inside);
      } else if (!isClause && !isLeaf(inside) && entry.getKey().equals("caps")) {
        inside.entries().forEach((place, cap) -> add(prefix + " cap " + place, Fields.of(cap).tree(), sides));
      } else if (entry.getKey().equals("pendingAdjustments")) {
        add(prefix + " to adjust", inside, Sides.ABSENT);
      } else if (isClause || details || !entry.getKey().equals("periods")) {
        add(prefix + " " + entry.getKey(), inside, sides);
      }
    }
  }

  /** A reading that came or went is always shown, in one line. Its figures are shown in the position itself. */
  private void addReadings(String prefix, Value.Tree readings) {
    readings.entries().forEach((reading, changed) -> {
      Value.Tree figures = Fields.of(changed).tree();
      String what = prefix.strip() + " reading " + reading;
      // Every reading states what is paid, whatever is open or undisclosed.
      Value.Tree paid = new Fields(figures).optionalObject("paid").map(Fields::tree).orElse(Value.EMPTY);
      boolean isChanged = !paid.entries().isEmpty();
      if (isChanged && isNone(paid, "from")) {
        table.add(List.of(what, NONE, possible(figures, "to")));
      } else if (isChanged && isNone(paid, "to")) {
        table.add(List.of(what, possible(figures, "from"), NONE));
      } else if (details) {
        add(what, figures, Sides.THERE);
      }
    });
  }

  private static String possible(Value.Tree figures, String side) {
    String amounts =
        Stream.of("accrued", "outstanding")
            .flatMap(name -> figures.get(name).map(leaf -> Fields.of(leaf).tree())
                .filter(leaf -> !isNone(leaf, side)).map(leaf -> name + " " + cell(leaf, side, NONE)).stream())
            .collect(Collectors.joining(", "));
    return amounts.isEmpty() ? "possible" : "possible: " + amounts;
  }

  /**
   * Adds everything that changed in the rows under the name. A row that came or went takes one line, which describes it in
   * words.
   */
  ChangeText addRows(Value.Tree answer, String name) {
    for (Map.Entry<String, Value> row : new Fields(answer).object(name).tree().entries().entrySet()) {
      Value.Tree changed = Fields.of(row.getValue()).tree();
      boolean isNew = changed.entries().values().stream().allMatch(leaf -> isNone(Fields.of(leaf).tree(), "from"));
      boolean isGone = changed.entries().values().stream().allMatch(leaf -> isNone(Fields.of(leaf).tree(), "to"));
      if (isNew || isGone) {
        String words = inWords(changed, isNew ? "to" : "from");
        table.add(List.of(row.getKey(), isNew ? NONE : words, isNew ? words : NONE));
      } else {
        add(row.getKey(), changed.without("setBy").without("summary"), Sides.THERE);
      }
    }
    return this;
  }

  private static String inWords(Value.Tree changed, String side) {
    return Stream.of("summary", "product", "venue", "on", "status", "judgement")
        .flatMap(name -> changed.get(name).stream())
        .map(leaf -> cell(Fields.of(leaf).tree(), side, NONE))
        .filter(words -> !words.equals(NONE))
        // A summary is a sentence of its own elsewhere.
        .map(words -> words.replaceFirst("\\.$", ""))
        .collect(Collectors.joining("; "));
  }

  private static boolean isNone(Value.Tree leaf, String name) {
    return leaf.get(name).orElse(Value.NULL) instanceof Value.Null;
  }

  private static String cell(Value.Tree leaf, String name, String nothing) {
    return switch (leaf.get(name).orElse(Value.NULL)) {
      case Value.Null _ -> nothing;
      case Value.Tree tree -> words(tree);
      case Value.Items items -> words(items);
      case Value.Text _,Value.Num _,Value.Bool _ -> Cells.figure(new Fields(leaf), name);
    };
  }

  private static String words(Value value) {
    return switch (value) {
      case Value.Tree tree ->
        tree.entries().entrySet().stream()
            .map(entry -> entry.getKey() + " " + words(entry.getValue()))
            .collect(Collectors.joining(", "));
      case Value.Items items ->
        items.items().isEmpty()
            ? "none"
            : items.items().stream().map(ChangeText::words).collect(Collectors.joining(", "));
      case Value.Text text -> text.text();
      case Value.Num number -> number.literal();
      case Value.Bool bool -> bool.value() ? "yes" : "no";
      case Value.Null _ -> NONE;
    };
  }

  public boolean isEmpty() {
    return table.isEmpty();
  }

  /** The table, each line with that indentation; empty when nothing changed. */
  public String text(String indentation) {
    return isEmpty() ? "" : table.text(indentation);
  }
}

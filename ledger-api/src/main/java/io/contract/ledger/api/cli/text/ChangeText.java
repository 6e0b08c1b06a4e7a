package io.contract.ledger.api.cli.text;

import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What changed, as a table: what, from what, to what. Periods and what changed under a reading are told when details are asked for:
 * the figures above them say the same in sum. A dash is what is not there at all; what is there says that it is undetermined, not
 * disclosed, not reached or none.
 */
public final class ChangeText {

  private static final String NONE = "–";
  private static final Set<String> LEAF = Set.of("from", "to");

  /** What a position, a period, a cap or a statement that is there always says, whatever is open or undisclosed. */
  private static final List<String> ALWAYS_SAID = List.of("paid", "base", "window", "issuedOn");

  /** What cannot be determined where it has no value. */
  private static final Set<String> DETERMINED =
      Set.of(
          "gross", "accrued", "forgone", "toCredit", "settled", "waived", "outstanding", "due", "overdue", "credit",
          "interest", "interestPaid", "counted", "headroom", "overage", "room", "status", "amount", "total");

  private final boolean details;
  private final Table table = new Table(List.of("what", "from", "to"));

  /** An empty table. */
  public ChangeText(boolean details) {
    this.details = details;
  }

  /** Everything that changed, part by part, each behind an empty line; nothing when nothing did. */
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

  /** Everything that changed under the names, one of which is {@code positions}. */
  public ChangeText add(Value.Tree answer, String... names) {
    for (String name : names) {
      // What a clause does not say is not there.
      add("", new Fields(answer).object(name).tree(), name.equals("clauses") ? Sides.ABSENT : Sides.THERE);
    }
    return this;
  }

  /** What is known of a row on either side of the change. */
  private record Sides(Side from, Side to) {
    static final Sides THERE = new Sides(Side.THERE, Side.THERE);
    static final Sides ABSENT = new Sides(Side.ABSENT, Side.ABSENT);

    /** Those of a row: as far as it does not say, those of the row that it is part of. */
    Sides in(Value.Tree row) {
      return new Sides(from.in(row, "from"), to.in(row, "to"));
    }
  }

  /**
   * What is known of a row on one side.
   *
   * @param isThere whether there is such a row
   * @param undetermined the names that it lists as undetermined
   */
  private record Side(boolean isThere, List<String> undetermined) {
    static final Side THERE = new Side(true, List.of());
    static final Side ABSENT = new Side(false, List.of());

    Side in(Value.Tree row, String side) {
      if (!isThere) {
        return this;
      }
      boolean isInside =
          ALWAYS_SAID.stream().flatMap(name -> row.get(name).stream()).filter(ChangeText::isLeaf).findFirst()
              .map(said -> !isNone(Fields.of(said).tree(), side)).orElse(true);
      List<String> names =
          row.get("undetermined").filter(ChangeText::isLeaf).map(Fields::of)
              .filter(list -> list.tree().get(side).orElse(Value.NULL) instanceof Value.Items)
              .map(list -> list.list(side).stream().map(ChangeText::words).toList()).orElse(undetermined);
      return new Side(isInside, names);
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

  /** A reading that came or went is always told, in one line; what it came to stands at the question it is asked of. */
  private void addReadings(String prefix, Value.Tree readings) {
    readings.entries().forEach((reading, changed) -> {
      Value.Tree figures = Fields.of(changed).tree();
      String what = prefix.strip() + " reading " + reading;
      // Whatever is open or undisclosed, a reading always says what is paid.
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

  /** Everything that changed in rows under the name; a row that came or went is one line, of what it says in its words. */
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

  /** The table, each line with that indentation; nothing when nothing changed. */
  public String text(String indentation) {
    return isEmpty() ? "" : table.text(indentation);
  }
}

package io.contract.ledger.model;

import io.contract.ledger.model.ModelledLines.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The position of the share on a day, as texts by name. {@code ?} is a value that cannot be determined, {@code -} is no value. */
final class ModelledPosition {

  static final String UNDETERMINED = "?";

  private final KnownOn known;
  private final List<Line> lines;

  private ModelledPosition(Scenario scenario, LocalDate day, BigDecimal assumed) {
    this.known = KnownOn.of(scenario, day, assumed).askedOfTheClause();
    this.lines = ModelledLines.of(known);
  }

  /** Every answer: the figures of the combined position under {@code ""}, and those of each reading under its name. */
  static Map<String, Map<String, String>> of(Scenario scenario, LocalDate day) {
    Map<String, Map<String, String>> answers = whateverInterest(scenario, day);
    Map<String, String> combined = combined(List.copyOf(answers.values()));
    answers.remove("/");
    answers.values().forEach(ModelledPosition::dated);
    answers.put("", combined);
    return answers;
  }

  /** The answer of each reading, without what would be otherwise if an index stood otherwise before it is fixed. */
  private static Map<String, Map<String, String>> whateverInterest(Scenario scenario, LocalDate day) {
    Map<String, Map<String, String>> answers = new TreeMap<>();
    ModelledPosition first = new ModelledPosition(scenario, day, ModelledFixings.ASSUMPTIONS.getFirst());
    List<ModelledPosition> tried = first.known.terms().mayInterestBeUnknown()
        ? ModelledFixings.ASSUMPTIONS.stream().map(assumed -> new ModelledPosition(scenario, day, assumed)).toList()
        : List.of(first);
    first.readings().forEach(
        (name, reading) -> answers.put(
            name, roomOf(agreed(tried.stream().map(position -> position.under(reading)).toList()))));
    return answers;
  }

  /** Without the day on which a cap was reached, its room is not stated. */
  private static Map<String, String> roomOf(Map<String, String> answer) {
    answer.replaceAll(
        (name, value) -> name.startsWith("cap ") && name.endsWith(" room")
            && UNDETERMINED.equals(answer.get(name.replace(" room", " reachedOn"))) ? UNDETERMINED : value);
    return answer;
  }

  private static Map<String, String> agreed(List<Map<String, String>> answers) {
    Map<String, String> agreed = new TreeMap<>(answers.getFirst());
    agreed.replaceAll(
        (name, value) -> answers.stream().allMatch(answer -> value.equals(answer.get(name))) ? value : UNDETERMINED);
    return agreed;
  }

  /** What happens under the first reading, in a word each. */
  static Set<String> active(Scenario scenario, LocalDate day) {
    ModelledPosition position = new ModelledPosition(scenario, day, BigDecimal.ZERO);
    Set<String> found =
        new TreeSet<>(
            new ModelledActivity(position.known, position.readings().firstEntry().getValue(), position.lines).found());
    if (found.contains("interest open") && position.known.terms().isInterestIndexed()) {
      found.add("interest by an index");
    }
    whateverInterest(scenario, day).values().iterator().next().forEach((name, value) -> {
      if (value.equals(UNDETERMINED) && !found.contains("rate unstated")
          && List.of("interest", "interestPaid", "outstanding", "accrued").contains(name)) {
        found.add(name + " unknown");
      }
    });
    return found;
  }

  /** Every reading by its name, {@code basis/counts} with the open parameters only: {@code /} where none is open. */
  private NavigableMap<String, ModelledReading> readings() {
    List<ModelledCap> caps =
        known.terms().revisions().stream().flatMap(revision -> revision.caps().stream()).toList();
    boolean basis =
        caps.stream().anyMatch(ModelledCap::leavesBasisOpen) && !known.settledReadings().containsKey("basis");
    boolean counts =
        caps.stream().anyMatch(ModelledCap::leavesCountsOpen) && !known.settledReadings().containsKey("counts");
    NavigableMap<String, ModelledReading> readings = new TreeMap<>();
    for (String oneBasis : basis ? List.of("accrued", "paid") : List.of("")) {
      for (String oneCounts : counts ? List.of("since-inception", "since-effective") : List.of("")) {
        readings.put(oneBasis + "/" + oneCounts,
            new ModelledReading(basis ? oneBasis : known.settledReadings().getOrDefault("basis", ""),
                counts ? oneCounts : known.settledReadings().getOrDefault("counts", "")));
      }
    }
    return readings;
  }

  private static Map<String, String> combined(List<Map<String, String>> readings) {
    Map<String, String> combined = agreed(readings);
    TreeSet<String> names = new TreeSet<>();
    combined.forEach((name, value) -> {
      if (value.equals(UNDETERMINED)) {
        names.add(name.startsWith("period") ? "periods" : name.substring(name.lastIndexOf(' ') + 1));
      }
    });
    combined.put("undetermined", names.toString());
    return dated(combined);
  }

  /** A date that cannot be determined is shown as none. */
  private static Map<String, String> dated(Map<String, String> answer) {
    answer.replaceAll((name, value) -> name.endsWith("reachedOn") && value.equals(UNDETERMINED) ? "-" : value);
    return answer;
  }

  private Map<String, String> under(ModelledReading reading) {
    ModelledShare share = new ModelledShare(known, reading, lines);
    ModelledSettlement settlement = share.counting().settlement(known.day(), share.lines());
    Map<String, String> answer = new TreeMap<>();
    List<ModelledRow> rows = new ArrayList<>();
    if (!known.balances().isEmpty()) {
      rows.add(new ModelledRow(known, Span.BROUGHT_FORWARD, share.lines(), settlement));
    }
    known.periods().forEach(period -> rows.add(new ModelledRow(known, period, share.lines(), settlement)));
    answer.put("periods", rows.stream().map(row -> row.period().periodName()).toList().toString());
    rows.forEach(row -> row.texts()
        .forEach((name, text) -> answer.put("period " + row.period().periodName() + " " + name, text)));
    sums(rows).forEach((name, sum) -> answer.put(name, known.shown(sum)));
    answer.put("paid", known.shown(known.payments().stream().map(ModelledSettlement.Payment::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add)));
    answer.put("credit", known.shown(settlement.credit()));
    caps(answer, share);
    if (lines.stream().anyMatch(Line::isRateUnstated)) {
      answer.replaceAll(ModelledPosition::unknown);
    }
    return answer;
  }

  private static String unknown(String name, String value) {
    boolean isKnown = name.equals("paid") || name.equals("periods") || name.equals("caps") || name.endsWith("base")
        || name.endsWith("dueOn")
        || (name.endsWith("status") && value.equals("OPEN"));
    return isKnown ? value : UNDETERMINED;
  }

  /** Each figure of a position is the sum over its periods. */
  private Map<String, BigDecimal> sums(List<ModelledRow> rows) {
    List<ModelledRow> due = rows.stream().filter(row -> row.dueOn().filter(on -> !on.isAfter(known.day())).isPresent())
        .toList();
    List<ModelledRow> overdue = rows.stream()
        .filter(row -> row.dueOn().filter(on -> on.isBefore(known.day())).isPresent()).toList();
    return Map.of("gross", sum(rows, ModelledRow::gross), "accrued", sum(rows, ModelledRow::accrued), "forgone",
        sum(rows, ModelledRow::forgone), "waived", sum(rows, ModelledRow::waived), "outstanding",
        sum(rows, ModelledRow::outstanding), "due", sum(due, ModelledRow::outstanding), "overdue",
        sum(overdue, ModelledRow::outstanding), "interest", sum(rows, ModelledRow::interest), "interestPaid",
        sum(rows, ModelledRow::interestPaid), "interestWaived", sum(rows, ModelledRow::interestWaived));
  }

  private static BigDecimal sum(List<ModelledRow> rows, Function<ModelledRow, BigDecimal> figure) {
    return rows.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void caps(Map<String, String> answer, ModelledShare share) {
    List<ModelledCap> caps = known.terms().shownOn(known.day()).caps();
    answer.put("caps", "[" + caps.size() + "]");
    for (int i = 0; i < caps.size(); i++) {
      String name = "cap " + i + " ";
      cap(caps.get(i), share).forEach((figure, text) -> answer.put(name + figure, text));
    }
  }

  private Map<String, String> cap(ModelledCap cap, ModelledShare share) {
    ModelledCounting counting = share.counting();
    LocalDate day = known.day();
    BigDecimal counted = counting.shownWindow(cap)
        .map(window -> counting.counted(cap, window, day, share.lines())).orElse(BigDecimal.ZERO);
    if (cap.amount().isEmpty()) {
      return Map.of("counted", known.shown(counted), "headroom", UNDETERMINED, "overage", UNDETERMINED, "room",
          UNDETERMINED, "reachedOn", UNDETERMINED);
    }
    BigDecimal over = counted.subtract(cap.amount().get());
    BigDecimal room = counting.shownWindow(cap)
        .map(window -> counting.room(cap, window, day, share.lines()).max(BigDecimal.ZERO)).orElse(cap.amount().get());
    String reachedOn = counting.shownWindow(cap).flatMap(window -> share.reachedOn(cap, window))
        .map(LocalDate::toString).orElse("-");
    return Map.of("counted", known.shown(counted), "headroom", known.shown(over.negate().max(BigDecimal.ZERO)),
        "overage", known.shown(over.max(BigDecimal.ZERO)), "room", known.shown(room), "reachedOn", reachedOn);
  }
}

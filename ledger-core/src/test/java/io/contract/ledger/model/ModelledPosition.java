package io.contract.ledger.model;

import io.contract.ledger.model.ModelledLines.Line;
import io.contract.ledger.model.ModelledShare.AccruedLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;

/** The position of the share on a day, as texts by name; {@code ?} is what cannot be determined, {@code -} no value. */
final class ModelledPosition {

  static final String UNDETERMINED = "?";
  private static final List<String> ZERO = List.of("interest", "interestPaid");
  private static final List<String> FIGURES = List.of("gross", "accrued", "forgone", "waived", "outstanding", "due",
      "overdue", "credit", "interest", "interestPaid");

  private final KnownOn known;
  private final int decimals;
  private final List<Line> lines;

  private ModelledPosition(Scenario scenario, LocalDate day) {
    this.known = KnownOn.of(scenario, day).askedOfTheClause();
    this.decimals = Currency.getInstance(scenario.currency()).getDefaultFractionDigits();
    this.lines = ModelledLines.of(known, decimals);
  }

  /** Every answer: {@code "" → figures} of the combined position, and those of each reading by its name. */
  static Map<String, Map<String, String>> of(Scenario scenario, LocalDate day) {
    ModelledPosition position = new ModelledPosition(scenario, day);
    Map<String, Map<String, String>> answers = new TreeMap<>();
    boolean basis = position.known.terms().revisions().stream().flatMap(revision -> revision.caps().stream())
        .anyMatch(ModelledCap::leavesBasisOpen);
    boolean counts = position.known.terms().revisions().stream().flatMap(revision -> revision.caps().stream())
        .anyMatch(ModelledCap::leavesCountsOpen);
    for (String oneBasis : basis ? List.of("accrued", "paid") : List.of("")) {
      for (String oneCounts : counts ? List.of("since-inception", "since-effective") : List.of("")) {
        answers.put(oneBasis + "/" + oneCounts, position.under(new ModelledReading(oneBasis, oneCounts)));
      }
    }
    Map<String, String> combined = combined(List.copyOf(answers.values()));
    if (!basis && !counts) {
      answers.clear();
    }
    answers.values().forEach(ModelledPosition::dated);
    answers.put("", combined);
    return answers;
  }

  private static Map<String, String> combined(List<Map<String, String>> readings) {
    Map<String, String> combined = new TreeMap<>(readings.getFirst());
    combined.replaceAll((name, value) -> readings.stream().allMatch(reading -> value.equals(reading.get(name)))
        ? value
        : UNDETERMINED);
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
    Map<String, String> answer = new TreeMap<>();
    BigDecimal paid = known.payments().stream().map(ModelledSettlement.Payment::amount).reduce(BigDecimal.ZERO,
        BigDecimal::add);
    ModelledSettlement settlement = share.settlement(known.day(), share.lines());
    answer.put("paid", shown(paid));
    answer.put("credit", shown(settlement.credit()));
    List<Span> periods = periods();
    answer.put("periods", periods.stream().map(Span::periodName).toList().toString());
    periods.forEach(period -> answer.putAll(row(share, settlement, period)));
    sums(answer, share, settlement, periods);
    caps(answer, share);
    boolean unstated = lines.stream().anyMatch(line -> line.revision().isRateUnstated());
    if (unstated) {
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

  private void sums(Map<String, String> answer, ModelledShare share, ModelledSettlement settlement,
      List<Span> periods) {
    answer.put("gross", shown(sum(share.lines(), line -> line.line().gross())));
    answer.put("accrued", shown(sum(share.lines(), AccruedLine::accrued)));
    answer.put("forgone", shown(sum(share.lines(), AccruedLine::forgone)));
    answer.put("waived", shown(sum(periods, settlement::waived)));
    answer.put("outstanding", shown(sum(periods, settlement::open)));
    answer.put("due", shown(sum(periods.stream().filter(period -> known.terms().dueOn(period)
        .filter(due -> !due.isAfter(known.day())).isPresent()).toList(), settlement::open)));
    answer.put("overdue", shown(sum(periods.stream().filter(period -> known.terms().dueOn(period)
        .filter(due -> due.isBefore(known.day())).isPresent()).toList(), settlement::open)));
    ZERO.forEach(name -> answer.put(name, shown(BigDecimal.ZERO)));
    if (!answer.keySet().containsAll(FIGURES)) {
      throw new AssertionError("a figure is missing: " + answer);
    }
  }

  /** The periods with a day of the clause, begun by the day of the question. */
  private List<Span> periods() {
    TreeSet<Span> periods = new TreeSet<>();
    for (LocalDate day = known.terms().begin(); !day.isAfter(known.day()); day = day.plusDays(1)) {
      LocalDate one = day;
      known.terms().inForceOn(day)
          .ifPresent(revision -> periods.add(Span.period(revision.clause().text("period"), one)));
    }
    return List.copyOf(periods);
  }

  private Map<String, String> row(ModelledShare share, ModelledSettlement settlement, Span period) {
    List<AccruedLine> own = share.lines().stream().filter(line -> line.line().period().equals(period)).toList();
    BigDecimal accrued = sum(own, AccruedLine::accrued);
    BigFraction base = own.stream().map(line -> line.line().amount()).reduce(BigFraction.ZERO, BigFraction::add);
    Map<String, String> row = new TreeMap<>();
    Node clause = known.terms().lastInForceIn(period).orElseThrow().clause();
    row.put("base", shown(ModelledLines.round(base, decimals, ModelledLines.mode(clause))));
    row.put("gross", shown(sum(own, line -> line.line().gross())));
    row.put("accrued", shown(accrued));
    row.put("forgone", shown(sum(own, AccruedLine::forgone)));
    row.put("settled", shown(settlement.settled(period)));
    row.put("waived", shown(settlement.waived(period)));
    row.put("outstanding", shown(settlement.open(period)));
    ZERO.forEach(name -> row.put(name, shown(BigDecimal.ZERO)));
    row.put("dueOn", known.terms().dueOn(period).map(LocalDate::toString).orElse("-"));
    row.put("status", status(period, accrued, settlement.open(period)));
    Map<String, String> named = new TreeMap<>();
    row.forEach((name, value) -> named.put("period " + period.periodName() + " " + name, value));
    return named;
  }

  private String status(Span period, BigDecimal accrued, BigDecimal open) {
    if (known.day().isBefore(period.last())) {
      return "OPEN";
    }
    if (accrued.signum() <= 0) {
      return isReported(period) ? "NIL" : "UNREPORTED";
    }
    if (open.signum() == 0) {
      return "SETTLED";
    }
    Optional<LocalDate> due = known.terms().dueOn(period);
    if (due.isEmpty()) {
      return "UNDATED";
    }
    return due.get().isAfter(known.day()) ? "DUE_LATER" : due.get().equals(known.day()) ? "DUE" : "OVERDUE";
  }

  private boolean isReported(Span period) {
    return period.first().datesUntil(period.last().plusDays(1)).allMatch(
        day -> known.terms().inForceOn(day)
            .map(revision -> revision.streams().stream().allMatch(stream -> known.reports().stream()
                .anyMatch(report -> report.stream().equals(stream) && report.days().holds(day))))
            .orElse(true));
  }

  private void caps(Map<String, String> answer, ModelledShare share) {
    List<ModelledCap> caps = known.terms().shownOn(known.day()).caps();
    answer.put("caps", "[" + caps.size() + "]");
    for (int i = 0; i < caps.size(); i++) {
      ModelledCap cap = caps.get(i);
      String name = "cap " + i + " ";
      Optional<Span> window = shownWindow(cap);
      BigDecimal counted = window.map(span -> share.counted(cap, span, known.day(), share.lines()))
          .orElse(BigDecimal.ZERO);
      BigDecimal over = counted.subtract(cap.amount().orElse(BigDecimal.ZERO));
      boolean disclosed = cap.amount().isPresent();
      answer.put(name + "counted", shown(counted));
      answer.put(name + "headroom", disclosed ? shown(over.negate().max(BigDecimal.ZERO)) : UNDETERMINED);
      answer.put(name + "overage", disclosed ? shown(over.max(BigDecimal.ZERO)) : UNDETERMINED);
      answer.put(name + "room", disclosed
          ? shown(window.map(span -> share.room(cap, span, known.day(), share.lines()).max(BigDecimal.ZERO))
              .orElseGet(() -> cap.amount().orElseThrow()))
          : UNDETERMINED);
      answer.put(name + "reachedOn", disclosed
          ? window.flatMap(span -> share.reachedOn(cap, span)).map(LocalDate::toString).orElse("-")
          : UNDETERMINED);
    }
  }

  /** The window that holds the day, or the clause's last day; of a past cap its last one; empty for a future cap. */
  private Optional<Span> shownWindow(ModelledCap cap) {
    LocalDate shown = Span.earlier(known.day(), known.terms().lastDay().orElse(known.day()));
    LocalDate last = cap.written().optionalDate("through").map(through -> Span.earlier(through, shown)).orElse(shown);
    return cap.windowOn(last, known.terms().begin());
  }

  private String shown(BigDecimal amount) {
    return amount.setScale(decimals).toPlainString();
  }

  private static <T> BigDecimal sum(List<T> of, Function<T, BigDecimal> amount) {
    List<BigDecimal> amounts = new ArrayList<>();
    of.forEach(one -> amounts.add(amount.apply(one)));
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}

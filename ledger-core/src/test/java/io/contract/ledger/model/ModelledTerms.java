package io.contract.ledger.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The terms of the clause, day by day (domain page, sections 3, 4 and 11). */
final class ModelledTerms {

  /** The month in which the agreement's fiscal year ends, which is kept with each clause here. */
  private static final String YEAR_ENDS = "fiscalYearEnds";

  /** The day from which contract years run, which is kept with each clause here. */
  private static final String CONTRACT_FROM = "contractFrom";

  /** The first day on which any revision is in force, on which schedules begin; kept with each clause here. */
  private static final String FIRST_DAY = "firstDay";

  private static final LocalDate HORIZON = LocalDate.of(2030, 1, 1);

  private final LocalDate begin;
  private final String yearEnds;
  private final Map<String, LocalDate> milestones;
  private final List<Revision> revisions = new ArrayList<>();
  private final List<Revision> ruling;
  private final IdentityHashMap<Revision, String> bindings = new IdentityHashMap<>();
  private final Map<String, LocalDate> firstStated;
  private final ModelledFixings fixings;
  private final Map<Span, Optional<LocalDate>> datedFrom = new HashMap<>();
  private final Map<Span, Optional<LocalDate>> dueDates = new HashMap<>();
  private final Map<Span, Optional<ModelledInterest>> interest = new HashMap<>();
  private final Map<LocalDate, Optional<Revision>> byDay = new HashMap<>();
  private final List<Optional<LocalDate>> once = new ArrayList<>();

  /**
   * The clause as an amendment left it.
   *
   * @param countsSetOn when its cap was introduced or its {@code counts} last set
   */
  record Revision(LocalDate effectiveOn, Node clause, LocalDate countsSetOn, boolean ended) {

    List<ModelledCap> caps() {
      List<Node> written = clause.node("cap").map(List::of).orElse(clause.nodes("caps"));
      return written.stream().map(cap -> new ModelledCap(cap, this)).toList();
    }

    Optional<ModelledTiers> tiers() {
      return clause.node("tiers").map(ModelledTiers::of);
    }

    /** The period that holds the day: one of a year, or the named one that ends on it or next after it. */
    Span periodOn(LocalDate day) {
      if (clause.node("period").isEmpty()) {
        return Span.period(periods(), day);
      }
      LocalDate first = clause.date(FIRST_DAY);
      for (Node one : clause.node("period").get().nodes("schedule")) {
        if (!one.date("through").isBefore(day)) {
          return new Span(first, one.date("through"), "=" + one.text("name"));
        }
        first = Span.later(first, one.date("through").plusDays(1));
      }
      throw new AssertionError("a schedule that ends too early: " + clause);
    }

    private String periods() {
      return clause.text("period") + "@" + (clause.has("year") ? clause.text(CONTRACT_FROM) : yearEnds());
    }

    int yearEnds() {
      return Integer.parseInt(clause.optional(YEAR_ENDS).orElse("12"));
    }

    /** The window of the tiers that holds the day; empty without tiers. */
    Optional<Span> tierWindowOn(LocalDate day) {
      return tiers().map(tiers -> tiers.windowOn(day, periodOn(day), yearEnds()));
    }

    /** The period or year of the minimum that holds the day. */
    Span wholeWindowOf(Node minimum, LocalDate day) {
      return switch (minimum.optional("per").orElse("calendar-year")) {
        case "calendar-year" -> Span.period("year", day);
        case "fiscal-year" -> Span.period("year@" + yearEnds(), day);
        case "contract-year" -> Span.period("year@" + clause.text(CONTRACT_FROM), day);
        default -> periodOn(day);
      };
    }

    /** What distinguishes days by the minimums that end lines: the window of each, and whether its own days have begun or are over. */
    List<Object> minimumsTellApart(LocalDate day) {
      List<Node> cutting = new ArrayList<>(clause.nodes("minimums"));
      clause.node("minimum").filter(one -> one.optional("per").filter("contract-year"::equals).isPresent())
          .ifPresent(cutting::add);
      List<Object> apart = new ArrayList<>();
      for (Node minimum : cutting) {
        apart.add(wholeWindowOf(minimum, day));
        apart.add(minimum.optionalDate("from").filter(day::isBefore).isPresent());
        apart.add(minimum.optionalDate("through").filter(day::isAfter).isPresent());
      }
      return apart;
    }

    boolean isFixed() {
      return clause.text("kind").equals("fixed-payment");
    }

    /** Whether it has a sum that is owed once. */
    boolean isOwedOnce() {
      return isFixed() && !clause.has("period");
    }

    List<String> streams() {
      return isFixed() ? List.of()
          : clause.node("base").map(base -> base.texts("streams")).orElseGet(() -> List.of(clause.text("base")));
    }

    List<String> deducted() {
      return clause.node("base").map(base -> base.texts("deduct")).orElse(List.of());
    }

    Optional<BigDecimal> deductAtMost() {
      return clause.node("base").flatMap(base -> base.optional("deductAtMost")).map(BigDecimal::new);
    }
  }

  /**
   * The terms of the clause.
   *
   * @param firstStated when each period was stated first, by its name
   */
  ModelledTerms(Node agreement, List<Node> amendments, Map<String, LocalDate> milestones,
      Map<String, LocalDate> firstStated, ModelledFixings fixings) {
    this.firstStated = firstStated;
    this.fixings = fixings;
    this.begin = agreement.date("effectiveOn");
    this.milestones = milestones;
    this.yearEnds = agreement.optional(YEAR_ENDS).orElse("12");
    revisions.add(new Revision(begin,
        agreement.node("clause").orElseThrow().with(YEAR_ENDS, yearEnds).with(CONTRACT_FROM, begin), begin, false));
    amendments.stream()
        .sorted(Comparator.comparing((Node amendment) -> amendment.date("effectiveOn"))
            .thenComparing(amendment -> amendment.date("executedOn"))
            .thenComparing(amendment -> Integer.valueOf(amendment.text("number"))))
        .forEach(amendment -> amendment.nodes("changes")
            .forEach(change -> apply(Span.later(begin, amendment.date("effectiveOn")), change)));
    LocalDate first = firstDay().orElse(begin);
    revisions.replaceAll(revision -> new Revision(revision.effectiveOn(), revision.clause().with(FIRST_DAY, first),
        revision.countsSetOn(), revision.ended()));
    byDay.clear();
    this.ruling = ruling();
  }

  private void apply(LocalDate on, Node change) {
    Revision before = revisions.getLast();
    if (before.ended()) {
      return;
    }
    if (change.has("end")) {
      revisions.add(new Revision(on, before.clause(), before.countsSetOn(), true));
    } else if (change.has("replace")) {
      revisions.add(new Revision(on,
          change.node("replace").orElseThrow().with(YEAR_ENDS, yearEnds).with(CONTRACT_FROM, begin), on, false));
    } else {
      Node set = change.node("revise").flatMap(revise -> revise.node("set")).orElseThrow();
      Node after = before.clause().patchedWith(set);
      if (isValid(after)) {
        boolean list = !set.nodes("caps").isEmpty();
        boolean anew = list || set.node("cap").filter(cap -> !before.clause().has("cap") || cap.has("counts"))
            .isPresent();
        revisions.add(new Revision(on, after, anew ? on : before.countsSetOn(),
            false));
      }
    }
  }

  private static boolean isValid(Node clause) {
    return clause.text("kind").equals("fixed-payment") ? isValidPayment(clause) : isValidShare(clause);
  }

  private static boolean isValidPayment(Node clause) {
    return isSpan(clause)
        && List.of("on", "onMilestone", "period").stream().filter(clause::has).count() == 1
        && !(clause.has("year") && (!clause.has("period") || clause.node("period").isPresent()))
        && clause.node("due").filter(due -> due.has("after")).isEmpty()
        && isValidInterestAndDue(clause);
  }

  private static boolean isValidInterestAndDue(Node clause) {
    return clause.node("lateInterest").filter(
        interest -> List.of("rate", "rates", "index").stream().filter(interest::has).count() != 1
            || (interest.has("spread") && !interest.has("index"))
            || interest.node("charge").filter(charge -> charge.has("amount") == charge.has("rate")).isPresent())
        .isEmpty()
        && clause.node("due").filter(due -> due.has("days") == due.has("months") || (due.has("day") && due.has("days")))
            .isEmpty();
  }

  private static boolean isValidShare(Node clause) {
    return !(clause.has("cap") && clause.has("caps")) && isSpan(clause)
        && List.of("rate", "rates", "tiers").stream().filter(clause::has).count() == 1
        && clause.node("cap").filter(cap -> !isSpan(cap)).isEmpty()
        && clause.node("base").filter(
            base -> !base.has("streams") || (base.has("deductAtMost") && base.texts("deduct").isEmpty())).isEmpty()
        && !(clause.has("minimum") && clause.has("minimums"))
        && clause.node("minimum").filter(minimum -> !minimum.has("amount")).isEmpty()
        && isValidInterestAndDue(clause);
  }

  private static boolean isSpan(Node node) {
    return node.optionalDate("from").isEmpty() || node.optionalDate("through").isEmpty()
        || !node.date("through").isBefore(node.date("from"));
  }

  LocalDate begin() {
    return begin;
  }

  /** The revisions in force on some day; where there are none, the last one written. */
  List<Revision> revisions() {
    return ruling;
  }

  private List<Revision> ruling() {
    List<Revision> inForce = new ArrayList<>();
    for (LocalDate day = begin; day.isBefore(HORIZON); day = day.plusDays(1)) {
      inForceOn(day).filter(revision -> inForce.isEmpty() || !inForce.getLast().equals(revision))
          .ifPresent(inForce::add);
    }
    return inForce.isEmpty() ? List.of(lastWritten()) : List.copyOf(inForce);
  }

  private Revision lastWritten() {
    return revisions.stream().filter(revision -> !revision.ended()).reduce((earlier, later) -> later).orElseThrow();
  }

  Optional<Revision> inForceOn(LocalDate day) {
    return byDay.computeIfAbsent(day, this::lookedUp);
  }

  private Optional<Revision> lookedUp(LocalDate day) {
    Revision last = null;
    for (Revision revision : revisions) {
      last = revision.effectiveOn().isAfter(day) ? last : revision;
    }
    return Optional.ofNullable(last).filter(revision -> !revision.ended()
        && revision.clause().optionalDate("from").filter(day::isBefore).isEmpty()
        && revision.clause().optionalDate("through").filter(day::isAfter).isEmpty()
        && revision.clause().optional("beginsOnMilestone")
            .filter(on -> day.isBefore(milestones.getOrDefault(on, LocalDate.MAX))).isEmpty()
        && revision.clause().optional("endsOnMilestone").map(milestones::get).filter(on -> !day.isBefore(on))
            .isEmpty());
  }

  /** The rates of the revision that have begun by the day, in the order written, {@code "0"} before all; empty where it has tiers. */
  List<String> ratesBegun(Revision revision, LocalDate day) {
    List<String> begun = new ArrayList<>();
    if (!revision.clause().has("tiers")) {
      begun.add(revision.clause().optional("rate").orElse("0"));
    }
    for (Node entry : revision.clause().nodes("rates")) {
      LocalDate from = entry.has("fromMilestone")
          ? milestones.getOrDefault(entry.text("fromMilestone"), LocalDate.MAX)
          : entry.optionalDate("from").orElse(LocalDate.MIN);
      if (!day.isBefore(from)) {
        begun.add(entry.text("rate"));
      }
    }
    return begun;
  }

  /** Whether what accrues are fixed sums. */
  boolean isFixed() {
    return revisions.getFirst().isFixed();
  }

  /** The period of a day in force, which has a row; of what is owed once the day on which it is owed alone. */
  Optional<Span> rowOn(LocalDate day) {
    return inForceOn(day).flatMap(
        revision -> !revision.isOwedOnce()
            ? Optional.of(revision.periodOn(day))
            : onceOn().filter(day::equals).map(on -> new Span(on, on, "=once")));
  }

  /** The first day that a revision in force on it names. Looked for once, because every day is asked about. */
  private Optional<LocalDate> onceOn() {
    if (once.isEmpty()) {
      once.add(
          begin.datesUntil(HORIZON)
              .filter(
                  day -> inForceOn(day).filter(Revision::isOwedOnce).filter(revision -> names(revision, day))
                      .isPresent())
              .findFirst());
    }
    return once.getFirst();
  }

  private boolean names(Revision revision, LocalDate day) {
    return revision.clause().has("on")
        ? revision.clause().date("on").equals(day)
        : day.equals(milestones.get(revision.clause().text("onMilestone")));
  }

  /** The fixed sum that accrues on the day: it is the first on which the period has a row. */
  Optional<BigDecimal> sumOn(LocalDate day) {
    return !isFixed() ? Optional.empty()
        : rowOn(day).filter(period -> firstDayIn(period).equals(day))
            .map(period -> inForceOn(day).orElseThrow().clause().amount("amount"));
  }

  private LocalDate firstDayIn(Span period) {
    return Span.later(begin, period.first()).datesUntil(period.last().plusDays(1))
        .filter(day -> rowOn(day).filter(period::equals).isPresent()).findFirst().orElse(period.last());
  }

  Optional<LocalDate> firstDay() {
    return begin.datesUntil(HORIZON).filter(day -> inForceOn(day).isPresent()).findFirst();
  }

  /** The last day in force; the horizon when the clause has no end. */
  Optional<LocalDate> lastDay() {
    for (LocalDate day = HORIZON; !day.isBefore(begin); day = day.minusDays(1)) {
      if (inForceOn(day).isPresent()) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }

  /** The revision in force on the day, else the last in force before it, else the first that comes into force, else the last written. */
  Revision shownOn(LocalDate day) {
    for (LocalDate past = day; !past.isBefore(begin); past = past.minusDays(1)) {
      if (inForceOn(past).isPresent()) {
        return inForceOn(past).get();
      }
    }
    return firstDay().flatMap(this::inForceOn).orElseGet(this::lastWritten);
  }

  /** The binding text of a revision. Two revisions that agree in it do not cut a line. */
  String binding(Revision revision) {
    return bindings.computeIfAbsent(revision,
        any -> any.clause().without("title").without("text") + " " + any.countsSetOn());
  }

  /** The due date as it stands on the day, by the last revision in force in the period. */
  Optional<LocalDate> dueOn(Span period, LocalDate day) {
    return datedFrom(period).filter(from -> !from.isAfter(day)).flatMap(from -> due(period));
  }

  /** The first day on which the period has its due date: from the first statement, or the day of the report if that is earlier. */
  Optional<LocalDate> datedFrom(Span period) {
    return datedFrom.computeIfAbsent(period, any -> {
      if (!isDueAfterStatement(period)) {
        return Optional.of(LocalDate.MIN);
      }
      Optional<LocalDate> stated = Optional.ofNullable(firstStated.get(period.periodName()));
      Optional<LocalDate> reported = rule(period, "reportDue").map(rule -> counted(rule, period.last(), true));
      return stated.isPresent() && reported.isPresent()
          ? Optional.of(Span.earlier(stated.get(), reported.get()))
          : stated.or(() -> reported);
    });
  }

  private boolean isDueAfterStatement(Span period) {
    return rule(period, "due").flatMap(due -> due.optional("after")).filter("statement"::equals).isPresent();
  }

  private Optional<Node> rule(Span period, String attribute) {
    return lastInForceIn(period).flatMap(revision -> revision.clause().node(attribute));
  }

  /** The due date, whether it is known yet or not. */
  private Optional<LocalDate> due(Span period) {
    return dueDates.computeIfAbsent(period,
        any -> rule(period, "due").flatMap(due -> isDueAfterStatement(period)
            ? datedFrom(period).map(from -> counted(due, from, false))
            : Optional.of(counted(due, countedFrom(period), !isFixed()))));
  }

  /** A share is due so long after its period's last day, a fixed sum after the day on which it accrues. */
  private LocalDate countedFrom(Span period) {
    return isFixed() ? firstDayIn(period) : period.last();
  }

  private static LocalDate counted(Node due, LocalDate from, boolean endsPeriod) {
    return rolled(unrolled(due, from, endsPeriod), due.optional("roll").orElse("none"));
  }

  /** Days are counted on; months lead to a day of a month, or to the last day of a month that is shorter. */
  private static LocalDate unrolled(Node due, LocalDate last, boolean endsPeriod) {
    if (due.has("days")) {
      return last.plusDays(Long.parseLong(due.text("days")));
    }
    LocalDate month = last.withDayOfMonth(1).plusMonths(Long.parseLong(due.text("months")));
    boolean endsMonth = endsPeriod && last.plusDays(1).getDayOfMonth() == 1;
    String day = due.optional("day").orElse(endsMonth ? "last" : Integer.toString(last.getDayOfMonth()));
    LocalDate end = month.plusMonths(1).minusDays(1);
    return day.equals("last") || Integer.parseInt(day) > end.getDayOfMonth()
        ? end
        : month.withDayOfMonth(Integer.parseInt(day));
  }

  /**
   * Whether interest is settled first, by the revision in force on the value date. Before the first revision it is the first, after
   * the last it is the last.
   */
  boolean isInterestFirstOn(LocalDate valueOn) {
    return shownOn(valueOn).clause().optional("allocation").orElse("interest-first").equals("interest-first");
  }

  /** The interest by the last revision in force in the period; empty where there is no due date that will be known some day. */
  Optional<ModelledInterest> interestOf(Span period) {
    return interest.computeIfAbsent(period, this::interest);
  }

  private Optional<ModelledInterest> interest(Span period) {
    Optional<Revision> last = lastInForceIn(period);
    Optional<Node> terms = last.flatMap(revision -> revision.clause().node("lateInterest"));
    if (terms.isEmpty() || due(period).isEmpty()) {
      return Optional.empty();
    }
    Node due = last.orElseThrow().clause().node("due").orElseThrow();
    LocalDate unadjusted = isDueAfterStatement(period)
        ? unrolled(due, datedFrom(period).orElseThrow(), false)
        : unrolled(due, countedFrom(period), !isFixed());
    LocalDate dueOn = due(period).orElseThrow();
    return Optional.of(ModelledInterest.of(terms.get(),
        terms.get().optional("from").filter("unadjusted"::equals).isPresent() ? unadjusted : dueOn, dueOn, fixings));
  }

  boolean isInterestIndexed() {
    return revisions.stream()
        .anyMatch(revision -> revision.clause().node("lateInterest").filter(one -> one.has("index")).isPresent());
  }

  /** Whether an index makes the interest of some revision, and is not fixed from the beginning. */
  boolean mayInterestBeUnknown() {
    return revisions.stream()
        .flatMap(revision -> revision.clause().node("lateInterest").stream())
        .flatMap(interest -> interest.optional("index").stream())
        .anyMatch(
            index -> !fixings.byIndex().containsKey(index)
                || fixings.byIndex().get(index).firstKey().isAfter(begin.minusDays(100)));
  }

  RoundingMode roundingOf(Span period) {
    return lastInForceIn(period).map(revision -> ModelledLines.mode(revision.clause())).orElse(RoundingMode.HALF_UP);
  }

  Optional<Revision> lastInForceIn(Span period) {
    for (LocalDate day = period.last(); !day.isBefore(period.first()); day = day.minusDays(1)) {
      if (inForceOn(day).isPresent()) {
        return inForceOn(day);
      }
    }
    return Optional.empty();
  }

  private static LocalDate rolled(LocalDate day, String roll) {
    LocalDate after = day;
    LocalDate before = day;
    while (isWeekend(after)) {
      after = after.plusDays(1);
    }
    while (isWeekend(before)) {
      before = before.minusDays(1);
    }
    return switch (roll) {
      case "following" -> after;
      case "preceding" -> before;
      case "modified-following" -> after.getMonth() == day.getMonth() ? after : before;
      default -> day;
    };
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}

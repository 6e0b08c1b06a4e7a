package io.contract.ledger.model;

import io.contract.ledger.model.AccruedLine.Sort;
import io.contract.ledger.model.ModelledLines.Line;
import io.contract.ledger.model.ModelledTerms.Revision;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;

/** A share under one reading, day by day: what accrues under the caps, minimums and advances (domain page, section 5, points 3 and 4). */
final class ModelledShare {

  private final KnownOn known;
  private final LocalDate begin;
  private final ModelledCounting counting;
  private final List<AccruedLine> lines = new ArrayList<>();
  private final Map<Cut, BigDecimal> cutOff = new HashMap<>();
  private final TreeSet<String> active = new TreeSet<>();
  private BigDecimal advance = BigDecimal.ZERO;

  /** The window whose gross was cut off, and whether the caps that cut it off carry it on. */
  private record Cut(Span window, boolean carried) {}

  /** The smallest room of the caps in force on a day, and the cut to which what exceeds it belongs. */
  private record Limit(BigDecimal room, Cut cut) {}

  ModelledShare(KnownOn known, ModelledReading reading, List<Line> revenue) {
    this.known = known;
    this.begin = known.terms().begin();
    this.counting = new ModelledCounting(known, reading);
    known.balances().stream().filter(balance -> balance.on().isBefore(begin)).forEach(this::bringForward);
    for (LocalDate day = begin; !day.isAfter(known.day()); day = day.plusDays(1)) {
      LocalDate today = day;
      known.balances().stream().filter(balance -> balance.on().equals(today)).forEach(this::bringForward);
      known.terms().inForceOn(day).ifPresent(revision -> carry(revision, today));
      revenue.stream().filter(line -> line.days().last().equals(today)).forEach(this::accrue);
      known.terms().sumOn(day).ifPresent(sum -> fix(today, sum));
      known.terms().inForceOn(day).ifPresent(revision -> liftToMinimum(revision, today));
    }
  }

  List<AccruedLine> lines() {
    return List.copyOf(lines);
  }

  ModelledCounting counting() {
    return counting;
  }

  /** What happened, in a word each, so that it can be counted how often random agreements show it. */
  Set<String> active() {
    return active;
  }

  private void bringForward(KnownOn.Balance balance) {
    lines.add(new AccruedLine(Sort.BROUGHT_FORWARD, new Span(balance.on(), balance.on()), Span.BROUGHT_FORWARD,
        BigFraction.ZERO, balance.accrued(), balance.accrued()));
  }

  private void fix(LocalDate day, BigDecimal sum) {
    lines.add(
        new AccruedLine(Sort.FIXED, new Span(day, day), known.terms().rowOn(day).orElseThrow(), BigFraction.ZERO, sum,
            sum));
  }

  private void accrue(Line line) {
    BigDecimal repaid = advance.min(line.gross()).max(BigDecimal.ZERO);
    note("advance paid back", repaid);
    advance = advance.subtract(repaid);
    BigDecimal gross = line.gross().subtract(repaid);
    BigDecimal accrued = gross.signum() < 0
        ? afterTakingBack(line.revision(), line.days(), gross)
        : limited(line.revision(), line.days(), gross);
    lines.add(new AccruedLine(Sort.REVENUE, line.days(), line.period(), line.amount(), gross, accrued));
  }

  /** The part of a positive gross that accrues. The cap with the smallest room, the first of equals, cuts off the rest. */
  private BigDecimal limited(Revision revision, Span days, BigDecimal gross) {
    Optional<Limit> limit = limit(revision, days);
    BigDecimal accrued = limit.map(found -> found.room().max(BigDecimal.ZERO).min(gross)).orElse(gross);
    limit.ifPresent(found -> cutOff.merge(found.cut(), gross.subtract(accrued), BigDecimal::add));
    note("cap cut", gross.subtract(accrued));
    return accrued;
  }

  private Optional<Limit> limit(Revision revision, Span days) {
    Optional<Limit> smallest = Optional.empty();
    for (ModelledCap cap : inForce(revision, days.first()).stream().filter(cap -> cap.amount().isPresent()).toList()) {
      Span window = windowFromStart(cap, days.first());
      BigDecimal room = counting.room(cap, window, days.last(), lines);
      if (smallest.filter(least -> least.room().compareTo(room) <= 0).isEmpty()) {
        smallest = Optional.of(new Limit(room, new Cut(window, cap.isCarried())));
      }
    }
    return smallest;
  }

  /** The revision's caps that are for the day, from their start on. */
  private List<ModelledCap> inForce(Revision revision, LocalDate day) {
    return revision.caps().stream()
        .filter(cap -> cap.windowOn(day, begin).isPresent() && !day.isBefore(counting.start(cap))).toList();
  }

  /** The window of a cap in force on the day. None begins before the cap's start, which makes another window of it. */
  private Span windowFromStart(ModelledCap cap, LocalDate day) {
    Span window = cap.windowOn(day, begin).orElseThrow();
    return new Span(Span.later(window.first(), counting.start(cap)), window.last());
  }

  /** The amount that a negative line accrues after it has taken back what its windows had cut off, caps in the order written. */
  private BigDecimal afterTakingBack(Revision revision, Span days, BigDecimal gross) {
    BigDecimal left = gross.negate();
    for (ModelledCap cap : inForce(revision, days.first())) {
      Span window = windowFromStart(cap, days.first());
      // What no cap carries goes first, even where the cap carries by now (ADR 0020).
      left = left.subtract(takeBack(new Cut(window, false), left));
      left = left.subtract(takeBack(new Cut(window, true), left));
    }
    note("cut taken back", gross.negate().subtract(left));
    return left.negate();
  }

  private BigDecimal takeBack(Cut cut, BigDecimal atMost) {
    BigDecimal back = cutOff.getOrDefault(cut, BigDecimal.ZERO).min(atMost);
    cutOff.merge(cut, back.negate(), BigDecimal::add);
    return back;
  }

  /** Accrues, on the first day of a window, what caps of the window before cut off and carry. */
  private void carry(Revision revision, LocalDate day) {
    Span days = new Span(day, day);
    boolean windowBegins = inForce(revision, day).stream().anyMatch(
        cap -> windowFromStart(cap, day).first().equals(day));
    BigDecimal carried = BigDecimal.ZERO;
    for (Map.Entry<Cut, BigDecimal> cut : Map.copyOf(cutOff).entrySet()) {
      if (windowBegins && cut.getKey().carried() && cut.getKey().window().last().equals(day.minusDays(1))) {
        carried = carried.add(takeBack(cut.getKey(), cut.getValue()));
      }
    }
    if (carried.signum() > 0) {
      BigDecimal accrued = limited(revision, days, carried);
      lines.add(new AccruedLine(Sort.CARRIED, days, revision.periodOn(day), BigFraction.ZERO, BigDecimal.ZERO,
          accrued));
      note("excess carried", accrued);
      note("excess carried on", carried.subtract(accrued));
    }
  }

  /** Raises what accrued in a window to the minimum, on the window's last day and only when all of it is reported. */
  private void liftToMinimum(Revision revision, LocalDate day) {
    revision.clause().node("minimum").ifPresent(minimum -> liftTo(minimum, revision, day));
    for (Node minimum : revision.clause().nodes("minimums")) {
      note("several minimums", revision.clause().nodes("minimums").size() > 1 ? BigDecimal.ONE : BigDecimal.ZERO);
      liftTo(minimum, revision, day);
    }
  }

  private void liftTo(Node minimum, Revision revision, LocalDate day) {
    Span whole = revision.wholeWindowOf(minimum, day);
    Span window = new Span(Span.later(whole.first(), minimum.optionalDate("from").orElse(whole.first())),
        Span.earlier(whole.last(), minimum.optionalDate("through").orElse(whole.last())));
    LocalDate next = day.plusDays(1);
    if (!window.holds(day) || (window.holds(next) && known.terms().inForceOn(next).isPresent())) {
      return;
    }
    List<LocalDate> own = window.first().datesUntil(window.last().plusDays(1))
        .filter(one -> known.terms().inForceOn(one).isPresent()).toList();
    if (!own.getLast().equals(day) || !own.stream().allMatch(known::isReported)) {
      return;
    }
    BigDecimal amount = minimum.amount("amount");
    if (isTrue(minimum, "prorate", false)) {
      BigFraction part = ModelledLines.fraction(amount).multiply(own.size()).divide(whole.days());
      amount = ModelledLines.round(part, known.decimals(), ModelledLines.mode(revision.clause()));
      note("minimum prorated", amount.subtract(minimum.amount("amount")).abs());
    }
    BigDecimal accrued =
        AccruedLine.accrued(lines.stream().filter(line -> window.holds(line.days().first())).toList());
    BigDecimal shortfall = amount.subtract(accrued);
    if (shortfall.signum() > 0) {
      addShortfall(revision, minimum, new Span(day, day), shortfall);
    }
  }

  private void addShortfall(Revision revision, Node minimum, Span day, BigDecimal gross) {
    boolean inCap = isTrue(minimum, "countsTowardCap", true);
    BigDecimal accrued = inCap ? limited(revision, day, gross) : gross;
    lines.add(new AccruedLine(inCap ? Sort.SHORTFALL : Sort.SHORTFALL_OUTSIDE_CAPS, day,
        revision.periodOn(day.first()), BigFraction.ZERO, gross, accrued));
    note("shortfall", accrued);
    note("shortfall outside caps", inCap || revision.caps().isEmpty() ? BigDecimal.ZERO : accrued);
    if (isTrue(minimum, "recoupable", false)) {
      advance = advance.add(accrued);
    }
  }

  private static boolean isTrue(Node node, String key, boolean otherwise) {
    return node.optional(key).map("true"::equals).orElse(otherwise);
  }

  private void note(String what, BigDecimal amount) {
    if (amount.signum() > 0) {
      active.add(what);
    }
  }

  /** The day on which the cap was reached in the window. */
  Optional<LocalDate> reachedOn(ModelledCap cap, Span window) {
    LocalDate begins = Span.later(Span.later(window.first(), counting.start(cap)), counting.setOn(cap));
    if (begins.isAfter(known.day()) || counting.start(cap).isAfter(window.last())) {
      return Optional.empty();
    }
    List<AccruedLine> before = lines.stream().filter(line -> line.days().last().isBefore(begins)).toList();
    if (counting.room(cap, window, begins.minusDays(1), before).signum() <= 0) {
      return Optional.of(begins);
    }
    for (int i = before.size(); i < lines.size(); i++) {
      AccruedLine line = lines.get(i);
      if (window.holds(line.days().first()) && line.accrued().signum() > 0 && counting.usesRoom(cap, line)) {
        BigDecimal room = counting.room(cap, window, line.days().last(), lines.subList(0, i));
        if (line.accrued().compareTo(room) >= 0) {
          return Optional.of(filledOn(line, room));
        }
      }
    }
    return Optional.empty();
  }

  private static LocalDate filledOn(AccruedLine line, BigDecimal room) {
    if (line.days().days() == 1) {
      return line.days().first();
    }
    BigDecimal days = room.multiply(BigDecimal.valueOf(line.days().days())).divide(line.gross(), 0,
        RoundingMode.CEILING);
    return line.days().first().plusDays(days.longValueExact() - 1);
  }
}

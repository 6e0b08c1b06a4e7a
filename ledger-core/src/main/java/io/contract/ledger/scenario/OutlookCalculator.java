package io.contract.ledger.scenario;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.Period;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.position.CapPosition;
import io.contract.ledger.position.PeriodRow;
import io.contract.ledger.position.Position;
import io.contract.ledger.position.RunningPositions;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Asks for the caps of later days and for the position of the last, and collects caps and periods. Days are asked in order, so that
 * each goes on from the one before. What it goes on from is kept only while it asks: a forecast has many scenarios, each with all
 * its days.
 */
final class OutlookCalculator {

  private final Supposed supposed;
  private final KnownFacts facts;
  private final List<ClauseHistory> shares;
  private final Map<ClauseId, LocalDate> from;
  private final Map<ClauseId, NavigableSet<LocalDate>> asked;

  /**
   * @param supposed the assumed reports
   * @param from the first day looked at, by clause
   * @param asked the days on which a position is asked for, by clause; the last day of the forecast is among them
   */
  OutlookCalculator(
      Supposed supposed, List<ClauseHistory> shares, Map<ClauseId, LocalDate> from,
      Map<ClauseId, NavigableSet<LocalDate>> asked) {
    this.supposed = supposed;
    this.facts = supposed.facts();
    this.shares = shares;
    this.from = from;
    this.asked = asked;
  }

  /** A cap under one reading, in one window. */
  private record CapName(int place, Clause.Cap cap, Optional<DateRange> window) {}

  Outlook outlook(String name) {
    RunningPositions running = new RunningPositions();
    List<PeriodOutlook> periods = new ArrayList<>();
    List<CapOutlook> caps = new ArrayList<>();
    for (ClauseHistory share : shares) {
      List<CapOutlook> capsOfShare = caps(share, running);
      List<PeriodOutlook> ofShare = periods(share, running);
      if (!ofShare.isEmpty()) {
        periods.addAll(ofShare);
        caps.addAll(capsOfShare);
      }
    }
    return new Outlook(name, supposed, periods, caps);
  }

  /** The periods, which the position of the last day has all of. */
  private List<PeriodOutlook> periods(ClauseHistory share, RunningPositions running) {
    NavigableSet<LocalDate> days = asked.getOrDefault(share.id(), new TreeSet<>());
    if (days.isEmpty()) {
      return List.of();
    }
    return running.positions(FactsAsOf.of(facts, days.last()), share.id()).stream()
        .flatMap(position -> IntStream.range(0, position.periods().size())
            .mapToObj(place -> period(share, position, place))
            .flatMap(Optional::stream))
        .toList();
  }

  private Optional<PeriodOutlook> period(ClauseHistory share, Position position, int place) {
    PeriodRow row = position.periods().get(place);
    return share.period(row.period())
        .map(Period::days)
        .filter(days -> !days.last().isBefore(from.getOrDefault(share.id(), DateRange.BEGINNING)))
        .map(
            any -> new PeriodOutlook(
                share.id(),
                position.book(),
                row,
                position.readings().stream()
                    .map(read -> new PeriodOutlook.Read(read.reading(), read.periods().get(place)))
                    .toList()));
  }

  /** The outlook of each cap and window, from the last day that shows it. */
  private List<CapOutlook> caps(ClauseHistory share, RunningPositions running) {
    Map<CapName, CapOutlook> caps = new LinkedHashMap<>();
    for (LocalDate day : asked.getOrDefault(share.id(), new TreeSet<>())) {
      running.caps(FactsAsOf.of(facts, day), share.id()).forEach(shown -> add(caps, share, day, shown));
    }
    return List.copyOf(caps.values());
  }

  private void add(Map<CapName, CapOutlook> caps, ClauseHistory share, LocalDate day, List<CapPosition> shown) {
    for (int place = 0; place < shown.size(); place++) {
      CapPosition cap = shown.get(place);
      Optional<DateRange> window = windowShown(share, cap.cap(), day);
      if (window.filter(days -> !days.last().isBefore(from.getOrDefault(share.id(), DateRange.BEGINNING)))
          .isPresent()) {
        Optional<DateRange> ended = window.filter(days -> !days.equals(DateRange.ALWAYS));
        caps.put(
            new CapName(place, cap.cap(), ended),
            new CapOutlook(share.id(), place, ended, cap,
                cap.reachedOn().flatMap(reached -> periodOf(share, reached))));
      }
    }
  }

  /** The window that a position shows on the day; empty for a cap whose days are still to come. */
  private Optional<DateRange> windowShown(ClauseHistory share, Clause.Cap cap, LocalDate day) {
    LocalDate last = DateRange.earlier(day, share.lastDay().orElse(day));
    LocalDate shown = cap.through() == null ? last : DateRange.earlier(last, cap.through());
    return CapDays.window(cap, shown, facts.agreement().orElseThrow().effectiveOn());
  }

  private static Optional<Period> periodOf(ClauseHistory share, LocalDate day) {
    return share.inForceOn(day)
        .flatMap(revision -> revision.clause().periodScheme())
        .map(scheme -> scheme.containing(day))
        .filter(Period::isNamed);
  }
}

package io.contract.ledger.share;

import io.contract.ledger.budget.Budget;
import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.PeriodScheme;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownReport;
import io.contract.ledger.money.Fractions;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import io.contract.ledger.terms.ShareRate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;

/** Cuts reports into lines (domain page, section 5, step 1). */
public final class LineCutter {

  private final FactsAsOf facts;
  private final List<CapTerms> caps;
  private final List<Tiered> tiered;
  private final List<Guaranteed> guaranteed;
  private final LocalDate from;

  /** Days that one revision judges. Revisions that bind alike count as one. */
  private record Judged(DateRange days, Revision revision, Clause.RevenueShare share) {}

  /** The tiers of a revision with the length of its periods, which may be their window. */
  private record Tiered(PeriodScheme periods, ShareRate.Tiers tiers) {

    LocalDate lastOfWindow(LocalDate day) {
      return TierRates.window(periods, tiers, day).last();
    }
  }

  /** A minimum of a revision whose windows end lines, with the length of its periods, which may be its window. */
  private record Guaranteed(PeriodScheme periods, Clause.Minimum minimum) {

    /** The last day of the window, or the day before the minimum's own days begin, or the last of them. */
    LocalDate lastBeforeBoundary(LocalDate day) {
      LocalDate last = minimum.wholeWindowOf(periods, day).last();
      LocalDate from = minimum.from();
      LocalDate through = minimum.through();
      last = from != null && from.isAfter(day) ? DateRange.earlier(last, from.minusDays(1)) : last;
      return through != null && !through.isBefore(day) ? DateRange.earlier(last, through) : last;
    }
  }

  /** The pieces of several reports that fall on the same days. */
  private record Cut(DateRange days, List<Line.Piece> pieces) {}

  private LineCutter(FactsAsOf facts, ClauseHistory clause, List<CapTerms> caps, LocalDate from) {
    this.facts = facts;
    this.caps = caps;
    List<Clause.RevenueShare> inForce =
        clause.revisions().stream()
            .filter(revision -> revision.inForce().isPresent())
            .map(Revision::clause)
            .filter(Clause.RevenueShare.class::isInstance)
            .map(Clause.RevenueShare.class::cast)
            .toList();
    this.tiered = inForce.stream().flatMap(share -> tiered(share).stream()).toList();
    this.guaranteed =
        inForce.stream()
            .flatMap(
                share -> share.minimums().stream()
                    .filter(Clause.Minimum::cutsLines)
                    .map(minimum -> new Guaranteed(share.period(), minimum)))
            .distinct()
            .toList();
    this.from = from;
  }

  private static Optional<Tiered> tiered(Clause.RevenueShare share) {
    return share.tiers().map(tiers -> new Tiered(share.period(), tiers));
  }

  /**
   * The lines of a revenue share, in date order.
   *
   * @param caps the caps of every revision effective by the day of the question: reports are cut at all their windows
   */
  public static List<Line> cut(FactsAsOf facts, ClauseHistory clause, List<CapTerms> caps) {
    return cut(facts, clause, caps, DateRange.BEGINNING);
  }

  /**
   * The lines from that day on.
   *
   * @param from a day on which no report of a stream of the base is under way: a report begins on it, or none has the day before
   */
  public static List<Line> cut(FactsAsOf facts, ClauseHistory clause, List<CapTerms> caps, LocalDate from) {
    LineCutter cutter = new LineCutter(facts, clause, caps, from);
    List<Line> lines = new ArrayList<>();
    judged(clause).forEach(judged -> lines.addAll(cutter.lines(judged)));
    return lines;
  }

  private static List<Judged> judged(ClauseHistory clause) {
    List<Judged> judged = new ArrayList<>();
    for (Revision revision : clause.revisions()) {
      if (revision.daysInPeriods().isEmpty() || !(revision.clause() instanceof Clause.RevenueShare share)) {
        continue;
      }
      DateRange days = revision.daysInPeriods().get();
      Judged last = judged.isEmpty() ? null : judged.getLast();
      if (last != null
          && last.revision().bindsAs(revision)
          && last.days().last().plusDays(1).equals(days.first())) {
        judged.set(
            judged.size() - 1,
            new Judged(DateRange.of(last.days().first(), days.last()), last.revision(), last.share()));
      } else {
        judged.add(new Judged(days, revision, share));
      }
    }
    return judged;
  }

  private List<Line> lines(Judged judged) {
    NavigableSet<LocalDate> reportEnds = reportEnds(judged.share().base());
    NavigableMap<LocalDate, Cut> cuts = new TreeMap<>();
    for (String stream : judged.share().base().all()) {
      facts
          .reportsOf(stream, from)
          .forEach(
              report -> report
                  .days()
                  .intersection(judged.days())
                  .ifPresent(part -> cut(judged, report, part, reportEnds, cuts)));
    }
    return cuts.values().stream().map(cut -> line(judged, cut)).toList();
  }

  private NavigableSet<LocalDate> reportEnds(Clause.Base base) {
    NavigableSet<LocalDate> ends = new TreeSet<>();
    for (String stream : base.all()) {
      facts
          .reportsOf(stream, from)
          .forEach(
              report -> {
                ends.add(report.days().first());
                ends.add(report.days().last().plusDays(1));
              });
    }
    return ends;
  }

  private void cut(
      Judged judged,
      KnownReport report,
      DateRange part,
      NavigableSet<LocalDate> reportEnds,
      NavigableMap<LocalDate, Cut> cuts) {
    LocalDate first = part.first();
    while (!first.isAfter(part.last())) {
      LocalDate last =
          DateRange.earlier(part.last(), lastBeforeBoundary(judged, first, reportEnds));
      DateRange days = DateRange.of(first, last);
      cuts.computeIfAbsent(first, any -> new Cut(days, new ArrayList<>()))
          .pieces()
          .add(piece(judged, report, days));
      first = last.plusDays(1);
      if (first.isAfter(part.last())) {
        Budget.step();
      } else {
        // The report is cut once more than its own end asks for.
        Budget.row();
      }
    }
  }

  private Line.Piece piece(Judged judged, KnownReport report, DateRange days) {
    BigFraction reported = Fractions.of(report.amount(facts.agreement().currency()));
    int sign = judged.share().base().deduct().contains(report.stream()) ? -1 : 1;
    return new Line.Piece(
        report.report().fact().id(),
        report.stream(),
        report.amountSetBy(),
        reported,
        report.days().days(),
        reported.multiply(BigFraction.of(sign * days.days(), report.days().days())));
  }

  private static Line line(Judged judged, Cut cut) {
    return new Line(
        cut.days(),
        judged.share().period().containing(cut.days().first()),
        judged.revision(),
        judged.share(),
        cut.pieces(),
        cut.pieces().stream().map(Line.Piece::amount).reduce(BigFraction.ZERO, BigFraction::add));
  }

  /** The last day before the next boundary after {@code first}. */
  private LocalDate lastBeforeBoundary(
      Judged judged, LocalDate first, NavigableSet<LocalDate> reportEnds) {
    LocalDate last = judged.share().period().containing(first).days().last();
    Optional<LocalDate> nextRate = judged.share().rates().nextBeginningAfter(first);
    if (nextRate.isPresent()) {
      last = DateRange.earlier(last, nextRate.get().minusDays(1));
    }
    LocalDate reportEnd = reportEnds.higher(first);
    if (reportEnd != null) {
      last = DateRange.earlier(last, reportEnd.minusDays(1));
    }
    for (CapTerms cap : caps) {
      Optional<LocalDate> boundary = cap.nextBoundaryAfter(first);
      if (boundary.isPresent()) {
        last = DateRange.earlier(last, boundary.get().minusDays(1));
      }
    }
    for (Guaranteed one : guaranteed) {
      last = DateRange.earlier(last, one.lastBeforeBoundary(first));
    }
    for (Tiered one : tiered) {
      last = DateRange.earlier(last, one.lastOfWindow(first));
    }
    return last;
  }
}

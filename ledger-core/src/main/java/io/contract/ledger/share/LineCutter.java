package io.contract.ledger.share;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.fact.FactsAsOf;
import io.contract.ledger.fact.KnownReport;
import io.contract.ledger.money.Fractions;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;

/** Cuts reports into lines (domain page, section 5, step 1). */
public final class LineCutter {

  private final FactsAsOf facts;
  private final List<CapTerms> caps;

  /** Days that one revision judges; revisions that bind alike are not told apart. */
  private record Judged(DateRange days, Revision revision, Clause.RevenueShare share) {}

  private LineCutter(FactsAsOf facts, List<CapTerms> caps) {
    this.facts = facts;
    this.caps = caps;
  }

  /**
   * The lines of a revenue share, in date order.
   *
   * @param caps the caps of every revision effective by the day of the question: reports are cut at all their windows
   */
  public static List<Line> cut(FactsAsOf facts, ClauseHistory clause, List<CapTerms> caps) {
    LineCutter cutter = new LineCutter(facts, caps);
    List<Line> lines = new ArrayList<>();
    judged(clause).forEach(judged -> lines.addAll(cutter.lines(judged)));
    return lines;
  }

  private static List<Judged> judged(ClauseHistory clause) {
    List<Judged> judged = new ArrayList<>();
    for (Revision revision : clause.revisions()) {
      if (revision.inForce().isEmpty() || !(revision.clause() instanceof Clause.RevenueShare share)) {
        continue;
      }
      DateRange days = revision.inForce().get();
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
    Clause.Base base = judged.share().base();
    TreeMap<LocalDate, List<Line.Piece>> piecesByFirstDay = new TreeMap<>();
    TreeSet<LocalDate> reportEnds = new TreeSet<>();
    for (String stream : base.all()) {
      facts
          .reportsOf(stream)
          .forEach(
              report -> {
                reportEnds.add(report.days().first());
                reportEnds.add(report.days().last().plusDays(1));
              });
    }
    TreeMap<LocalDate, LocalDate> lastDays = new TreeMap<>();
    for (String stream : base.all()) {
      int sign = base.deduct().contains(stream) ? -1 : 1;
      facts
          .reportsOf(stream)
          .forEach(
              report ->
                  report
                      .days()
                      .intersection(judged.days())
                      .ifPresent(
                          part -> cutReport(judged, report, sign, part, reportEnds, piecesByFirstDay, lastDays)));
    }
    List<Line> lines = new ArrayList<>();
    piecesByFirstDay.forEach(
        (first, pieces) -> {
          DateRange days = DateRange.of(first, java.util.Objects.requireNonNull(lastDays.get(first)));
          BigFraction amount =
              pieces.stream().map(Line.Piece::amount).reduce(BigFraction.ZERO, BigFraction::add);
          lines.add(
              new Line(
                  days,
                  judged.share().period().containing(first),
                  judged.revision(),
                  judged.share(),
                  pieces,
                  amount));
        });
    return lines;
  }

  private void cutReport(
      Judged judged,
      KnownReport report,
      int sign,
      DateRange part,
      TreeSet<LocalDate> reportEnds,
      TreeMap<LocalDate, List<Line.Piece>> piecesByFirstDay,
      TreeMap<LocalDate, LocalDate> lastDays) {
    BigFraction reported = Fractions.of(report.amount());
    LocalDate first = part.first();
    while (!first.isAfter(part.last())) {
      LocalDate last = DateRange.earlier(part.last(), lastBeforeCut(judged, first, reportEnds));
      DateRange days = DateRange.of(first, last);
      BigFraction amount =
          reported.multiply(BigFraction.of(sign * days.days(), report.days().days()));
      piecesByFirstDay
          .computeIfAbsent(first, any -> new ArrayList<>())
          .add(
              new Line.Piece(
                  report.report().fact().id(),
                  report.stream(),
                  report.amountSetBy(),
                  reported,
                  report.days().days(),
                  amount));
      lastDays.put(first, last);
      first = last.plusDays(1);
    }
  }

  /** The last day that lies on no later side of a boundary than {@code first}. */
  private LocalDate lastBeforeCut(Judged judged, LocalDate first, TreeSet<LocalDate> reportEnds) {
    LocalDate last = judged.share().period().containing(first).days().last();
    LocalDate reportEnd = reportEnds.higher(first);
    if (reportEnd != null) {
      last = DateRange.earlier(last, reportEnd.minusDays(1));
    }
    for (CapTerms cap : caps) {
      LocalDate limit = last;
      last = cap.nextBoundaryAfter(first).map(b -> DateRange.earlier(limit, b.minusDays(1))).orElse(last);
    }
    return last;
  }
}

package io.contract.ledger.model;

import io.contract.ledger.model.KnownOn.Report;
import io.contract.ledger.model.ModelledTerms.Revision;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** The lines of a share and their gross (domain page, section 5, points 1 and 2), found by looking at every single day. */
final class ModelledLines {

  private ModelledLines() {}

  /**
   * A line: a run of days that nothing distinguishes.
   *
   * @param rate as it is written; empty where tiers rate it
   * @param streams what is reported of streams that are added
   * @param deducted what is reported of streams that are deducted
   * @param amount what the share is computed on
   */
  record Line(Span days, Revision revision, Span period, String rate, BigFraction streams, BigFraction deducted,
      BigFraction amount, BigDecimal gross) {

    boolean isRateUnstated() {
      return rate.equals("unstated");
    }
  }

  private record Day(LocalDate date, Revision revision, Span period, String rate, List<Report> reports,
      List<Object> key) {}

  static List<Line> of(KnownOn known) {
    List<Line> lines = new ArrayList<>();
    List<Day> run = new ArrayList<>();
    LocalDate begin = known.terms().begin();
    List<ModelledCap> caps = known.terms().revisions().stream().flatMap(revision -> revision.caps().stream()).toList();
    for (LocalDate date = begin; !date.isAfter(known.day().plusDays(1)); date = date.plusDays(1)) {
      Optional<Day> day = dayOf(known, caps, date);
      if (!run.isEmpty() && (day.isEmpty() || !day.get().key().equals(run.getLast().key()))) {
        lines.add(lineOf(run));
        run.clear();
      }
      day.ifPresent(run::add);
    }
    return graded(deducted(lines), known.decimals());
  }

  private static Optional<Day> dayOf(KnownOn known, List<ModelledCap> caps, LocalDate date) {
    Revision revision = known.terms().inForceOn(date).orElse(null);
    if (revision == null || revision.isFixed()) {
      return Optional.empty();
    }
    List<String> streams = new ArrayList<>(revision.streams());
    streams.addAll(revision.deducted());
    List<Report> reports = known.reports().stream()
        .filter(report -> report.days().holds(date) && streams.contains(report.stream())).toList();
    if (reports.isEmpty()) {
      return Optional.empty();
    }
    Span period = revision.periodOn(date);
    List<Object> key = new ArrayList<>();
    key.add(known.terms().binding(revision));
    key.add(period);
    List<String> rates = known.terms().ratesBegun(revision, date);
    key.add(rates.size());
    key.addAll(reports.stream().map(Report::id).toList());
    for (ModelledCap cap : caps) {
      key.addAll(cap.tellsApart(date, known.terms().begin()));
    }
    known.terms().revisions().forEach(any -> any.tierWindowOn(date).ifPresent(key::add));
    known.terms().revisions().forEach(any -> key.addAll(any.minimumsTellApart(date)));
    return Optional.of(new Day(date, revision, period, rates.isEmpty() ? "" : rates.getLast(), reports, key));
  }

  private static Line lineOf(List<Day> run) {
    Day first = run.getFirst();
    BigFraction streams = BigFraction.ZERO;
    BigFraction deducted = BigFraction.ZERO;
    for (Report report : first.reports()) {
      BigFraction share = fraction(report.amount()).divide(report.days().days()).multiply(run.size());
      if (first.revision().deducted().contains(report.stream())) {
        deducted = deducted.add(share);
      } else {
        streams = streams.add(share);
      }
    }
    return new Line(new Span(first.date(), run.getLast().date()), first.revision(), first.period(), first.rate(),
        streams, deducted, streams.subtract(deducted), BigDecimal.ZERO);
  }

  /** The lines, each on what its deductions leave: of those of a period only so much counts as its terms allow of the streams so far. */
  private static List<Line> deducted(List<Line> lines) {
    List<Line> less = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      List<Line> before = lines.subList(0, i).stream().filter(one -> one.period().equals(line.period())).toList();
      List<Line> with = new ArrayList<>(before);
      with.add(line);
      BigFraction counts = counting(line, with).subtract(counting(line, before));
      less.add(line.revision().deductAtMost().isEmpty() ? line
          : new Line(line.days(), line.revision(), line.period(), line.rate(), line.streams(), line.deducted(),
              line.streams().subtract(counts), line.gross()));
    }
    return less;
  }

  /** The deductions of these lines that count, by the terms of the one. */
  private static BigFraction counting(Line by, List<Line> lines) {
    BigFraction most = BigFraction.ZERO;
    BigFraction all = BigFraction.ZERO;
    for (Line line : lines) {
      most = most.add(line.streams().multiply(fraction(by.revision().deductAtMost().orElse(BigDecimal.ZERO))));
      all = all.add(line.deducted());
    }
    most = most.compareTo(BigFraction.ZERO) < 0 ? BigFraction.ZERO : most;
    return all.compareTo(most) < 0 ? all : most;
  }

  /** The lines with their gross; zero where the rate is unstated. */
  private static List<Line> graded(List<Line> lines, int decimals) {
    Map<Span, BigFraction> exact = new HashMap<>();
    Map<Span, BigDecimal> rounded = new HashMap<>();
    List<Line> graded = new ArrayList<>();
    for (Line line : lines) {
      Node clause = line.revision().clause();
      RoundingMode mode = mode(clause);
      BigFraction own = exactGross(line, graded);
      BigFraction before = exact.getOrDefault(line.period(), BigFraction.ZERO);
      exact.put(line.period(), before.add(own));
      boolean byPeriod = clause.node("rounding").flatMap(rounding -> rounding.optional("at")).filter("period"::equals)
          .isPresent();
      BigDecimal totalBefore = rounded.getOrDefault(line.period(), BigDecimal.ZERO);
      BigDecimal gross = byPeriod
          ? round(before.add(own), decimals, mode).subtract(totalBefore)
          : round(own, decimals, mode);
      BigDecimal totalAfter = totalBefore.add(gross);
      rounded.put(line.period(), totalAfter);
      boolean floor = clause.optional("negative").filter("floor"::equals).isPresent();
      graded.add(new Line(line.days(), line.revision(), line.period(), line.rate(), line.streams(),
          line.deducted(), line.amount(),
          floor ? totalAfter.max(BigDecimal.ZERO).subtract(totalBefore.max(BigDecimal.ZERO)) : gross));
    }
    return graded;
  }

  private static BigFraction exactGross(Line line, List<Line> before) {
    if (line.isRateUnstated()) {
      return BigFraction.ZERO;
    }
    if (line.revision().tiers().isEmpty()) {
      return line.amount().multiply(fraction(new BigDecimal(line.rate())));
    }
    ModelledTiers tiers = line.revision().tiers().get();
    Span window = line.revision().tierWindowOn(line.days().first()).orElseThrow();
    BigFraction base = before.stream().filter(earlier -> window.holds(earlier.days().first())).map(Line::amount)
        .reduce(BigFraction.ZERO, BigFraction::add);
    return tiers.gross(base.add(line.amount())).subtract(tiers.gross(base));
  }

  static RoundingMode mode(Node clause) {
    return clause.node("rounding").flatMap(rounding -> rounding.optional("mode")).filter("half-even"::equals)
        .map(any -> RoundingMode.HALF_EVEN).orElse(RoundingMode.HALF_UP);
  }

  static BigDecimal round(BigFraction exact, int decimals, RoundingMode mode) {
    return new BigDecimal(exact.getNumerator()).divide(new BigDecimal(exact.getDenominator()), decimals, mode);
  }

  static BigFraction fraction(BigDecimal amount) {
    return BigFraction.of(amount.setScale(8).unscaledValue(), BigInteger.TEN.pow(8));
  }
}

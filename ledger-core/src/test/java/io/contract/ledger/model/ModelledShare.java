package io.contract.ledger.model;

import io.contract.ledger.model.ModelledLines.Line;
import io.contract.ledger.model.ModelledSettlement.Accrual;
import io.contract.ledger.model.ModelledSettlement.Happening;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A share under one reading: what its lines accrue under the caps (domain page, section 5, point 3), each line from scratch. */
final class ModelledShare {

  private final KnownOn known;
  private final ModelledReading reading;
  private final List<Span> claims;
  private final List<AccruedLine> lines = new ArrayList<>();
  private final Map<Span, BigDecimal> cutOff = new HashMap<>();

  /** A line with what it accrues. */
  record AccruedLine(Line line, BigDecimal accrued, BigDecimal forgone) {}

  ModelledShare(KnownOn known, ModelledReading reading, List<Line> lines) {
    this.known = known;
    this.reading = reading;
    this.claims = lines.stream().map(Line::period).distinct()
        .sorted(Comparator.comparing((Span period) -> known.terms().dueOn(period).orElse(LocalDate.MAX))
            .thenComparing(Comparator.naturalOrder()))
        .toList();
    lines.forEach(line -> this.lines.add(line.gross().signum() < 0 ? takenBack(line) : limited(line)));
  }

  private AccruedLine limited(Line line) {
    Optional<BigDecimal> smallest = Optional.empty();
    Optional<Span> cutting = Optional.empty();
    for (ModelledCap cap : line.revision().caps()) {
      Optional<Span> window = cap.windowOn(line.days().first(), known.terms().begin());
      if (cap.amount().isPresent() && window.isPresent() && !line.days().first().isBefore(start(cap))) {
        BigDecimal room = room(cap, window.get(), line.days().last(), lines);
        if (smallest.filter(least -> least.compareTo(room) <= 0).isEmpty()) {
          smallest = Optional.of(room);
          cutting = window;
        }
      }
    }
    BigDecimal accrued = smallest.map(room -> room.max(BigDecimal.ZERO).min(line.gross())).orElse(line.gross());
    BigDecimal forgone = line.gross().subtract(accrued);
    cutting.ifPresent(window -> cutOff.merge(window, forgone, BigDecimal::add));
    return new AccruedLine(line, accrued, forgone);
  }

  private AccruedLine takenBack(Line line) {
    BigDecimal left = line.gross().negate();
    for (ModelledCap cap : line.revision().caps()) {
      Optional<Span> window = cap.windowOn(line.days().first(), known.terms().begin());
      if (window.isPresent() && !line.days().first().isBefore(start(cap))) {
        BigDecimal back = cutOff.getOrDefault(window.get(), BigDecimal.ZERO).min(left);
        cutOff.merge(window.get(), back.negate(), BigDecimal::add);
        left = left.subtract(back);
      }
    }
    return new AccruedLine(line, left.negate(), line.gross().add(left));
  }

  LocalDate start(ModelledCap cap) {
    return cap.start(reading, known.terms().begin());
  }

  /** What counts toward the cap in the window, by the end of the day and from these lines alone. */
  BigDecimal counted(ModelledCap cap, Span window, LocalDate day, List<AccruedLine> of) {
    Span counting = new Span(Span.later(window.first(), start(cap)), window.last());
    return cap.isOnPaid(reading)
        ? settlement(day, of).settledByPayments(counting)
        : accrued(of.stream().filter(line -> counting.holds(line.line().days().first())).toList());
  }

  /** What may still accrue, below zero where more counts. The cap has an amount; one that begins after the window has all of it. */
  BigDecimal room(ModelledCap cap, Span window, LocalDate day, List<AccruedLine> of) {
    BigDecimal amount = cap.amount().orElseThrow();
    if (start(cap).isAfter(window.last())) {
      return amount;
    }
    if (!cap.isOnPaid(reading)) {
      return amount.subtract(counted(cap, window, day, of));
    }
    ModelledSettlement settlement = settlement(day, of);
    BigDecimal open = accrued(of).subtract(settlement.waived()).subtract(settlement.settledByPayments(Span.ALWAYS));
    Span counting = new Span(Span.later(window.first(), start(cap)), window.last());
    return amount.subtract(settlement.settledByPayments(counting)).subtract(open);
  }

  private static BigDecimal accrued(List<AccruedLine> of) {
    return of.stream().map(AccruedLine::accrued).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  ModelledSettlement settlement(LocalDate day, List<AccruedLine> of) {
    List<Happening> happenings = new ArrayList<>();
    of.forEach(line -> happenings.add(new Accrual(line.line().days().last(), line.line().period(), line.accrued())));
    known.waivers().stream().filter(waiver -> !waiver.on().isAfter(day)).forEach(happenings::add);
    known.payments().stream().filter(payment -> !payment.on().isAfter(day)).forEach(happenings::add);
    return new ModelledSettlement(claims, happenings);
  }

  List<AccruedLine> lines() {
    return List.copyOf(lines);
  }

  /** The day on which the cap was reached in the window. */
  Optional<LocalDate> reachedOn(ModelledCap cap, Span window) {
    LocalDate begins = Span.later(Span.later(window.first(), start(cap)), setOn(cap));
    if (begins.isAfter(known.day()) || start(cap).isAfter(window.last())) {
      return Optional.empty();
    }
    if (room(cap, window, begins.minusDays(1), linesBefore(begins)).signum() <= 0) {
      return Optional.of(begins);
    }
    for (AccruedLine line : lines) {
      LocalDate first = line.line().days().first();
      if (!first.isBefore(begins) && window.holds(first) && line.accrued().signum() > 0) {
        BigDecimal room = room(cap, window, line.line().days().last(), linesBefore(first));
        if (line.accrued().compareTo(room) >= 0) {
          BigDecimal days = room.multiply(BigDecimal.valueOf(line.line().days().days()))
              .divide(line.line().gross(), 0, RoundingMode.CEILING);
          return Optional.of(first.plusDays(days.longValueExact() - 1));
        }
      }
    }
    return Optional.empty();
  }

  /** From when the cap has stood as it is: the same text in the same place, counting from the same day. */
  private LocalDate setOn(ModelledCap cap) {
    int place = cap.revision().caps().indexOf(cap);
    LocalDate setOn = cap.revision().effectiveOn();
    for (ModelledTerms.Revision earlier : known.terms().revisions().reversed()) {
      if (earlier.effectiveOn().isBefore(setOn)) {
        if (earlier.caps().size() <= place || !isSame(earlier.caps().get(place), cap)) {
          break;
        }
        setOn = earlier.effectiveOn();
      }
    }
    return setOn;
  }

  private boolean isSame(ModelledCap one, ModelledCap other) {
    Node stated = other.written().without("basis").without("counts");
    return one.written().without("basis").without("counts").equals(stated)
        && one.isOnPaid(reading) == other.isOnPaid(reading) && start(one).equals(start(other))
        && counts(one).equals(counts(other));
  }

  private String counts(ModelledCap cap) {
    return cap.written().optional("counts").filter(counts -> !counts.equals("unstated")).orElse(reading.counts());
  }

  private List<AccruedLine> linesBefore(LocalDate day) {
    return lines.stream().filter(line -> line.line().days().last().isBefore(day)).toList();
  }
}

package io.contract.ledger.model;

import io.contract.ledger.model.AccruedLine.Sort;
import io.contract.ledger.model.ModelledSettlement.Accrual;
import io.contract.ledger.model.ModelledSettlement.Happening;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What counts toward a cap under one reading, each time from scratch (domain page, section 5, point 3). */
final class ModelledCounting {

  private final KnownOn known;
  private final ModelledReading reading;
  private final List<Span> claims;
  private final Map<Asked, ModelledSettlement> settlements = new HashMap<>();

  /** A question about the lines so far. Lines are only added, so that their number identifies them. */
  private record Asked(LocalDate day, int lines) {}

  ModelledCounting(KnownOn known, ModelledReading reading) {
    this.known = known;
    this.reading = reading;
    List<Span> claimed = new ArrayList<>(List.of(Span.BROUGHT_FORWARD));
    claimed.addAll(known.periods());
    this.claims = List.copyOf(claimed);
  }

  LocalDate start(ModelledCap cap) {
    return cap.start(reading, known.terms().begin());
  }

  /** What counts toward the cap in the window, by the end of the day and from these lines alone. */
  BigDecimal counted(ModelledCap cap, Span window, LocalDate day, List<AccruedLine> of) {
    Span span = new Span(Span.later(window.first(), start(cap)), window.last());
    return cap.isOnPaid(reading)
        ? settlement(day, of).settledByPayments(span)
        : AccruedLine.accrued(of.stream()
            .filter(line -> span.holds(line.days().first()) && line.sort() != Sort.SHORTFALL_OUTSIDE_CAPS).toList());
  }

  /** What may still accrue, below zero where more counts. The cap has an amount; one that begins after the window has all of it. */
  BigDecimal room(ModelledCap cap, Span window, LocalDate day, List<AccruedLine> of) {
    BigDecimal amount = cap.amount().orElseThrow();
    if (start(cap).isAfter(window.last())) {
      return amount;
    }
    BigDecimal room = amount.subtract(counted(cap, window, day, of));
    if (!cap.isOnPaid(reading)) {
      return room;
    }
    ModelledSettlement settlement = settlement(day, of);
    return room.subtract(AccruedLine.accrued(of).subtract(settlement.waived())
        .subtract(settlement.settledByPayments(Span.ALWAYS)));
  }

  boolean usesRoom(ModelledCap cap, AccruedLine line) {
    return cap.isOnPaid(reading) || line.sort() != Sort.SHORTFALL_OUTSIDE_CAPS;
  }

  ModelledSettlement settlement(LocalDate day, List<AccruedLine> of) {
    return settlements.computeIfAbsent(new Asked(day, of.size()), asked -> settled(day, of));
  }

  private ModelledSettlement settled(LocalDate day, List<AccruedLine> of) {
    List<Happening> happenings = new ArrayList<>();
    of.forEach(line -> happenings.add(new Accrual(line.days().last(), line.period(), line.accrued())));
    known.waivers().stream().filter(waiver -> !waiver.on().isAfter(day)).forEach(happenings::add);
    known.payments().stream().filter(payment -> !payment.on().isAfter(day)).forEach(happenings::add);
    return new ModelledSettlement(claims, known.terms(), known.decimals(), happenings, day);
  }

  /** The day since which the cap has been as it is: the same text in the same place, counting from the same day. */
  LocalDate setOn(ModelledCap cap) {
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
    return one.stated().equals(other.stated())
        && one.isOnPaid(reading) == other.isOnPaid(reading) && start(one).equals(start(other))
        && counts(one).equals(counts(other));
  }

  private String counts(ModelledCap cap) {
    return cap.written().optional("counts").filter(counts -> !counts.equals("unstated")).orElse(reading.counts());
  }

  /** The window that holds the day, or the clause's last day; of a past cap its last one; empty for a future cap. */
  Optional<Span> shownWindow(ModelledCap cap) {
    LocalDate shown = Span.earlier(known.day(), known.terms().lastDay().orElse(known.day()));
    LocalDate last = cap.written().optionalDate("through").map(through -> Span.earlier(through, shown)).orElse(shown);
    return cap.windowOn(last, known.terms().begin());
  }
}

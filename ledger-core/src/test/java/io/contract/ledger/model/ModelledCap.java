package io.contract.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A cap as a revision of the clause writes it. */
record ModelledCap(Node written, ModelledTerms.Revision revision) {

  Optional<BigDecimal> amount() {
    return written.optional("amount").map(BigDecimal::new);
  }

  Optional<LocalDate> countsFrom() {
    return written.optionalDate("countsFrom");
  }

  /** The cap as written, without what a reading may fill in. A default that is written out is the same as none. */
  Node stated() {
    Node stated = written.without("basis").without("counts");
    stated = isCarried() ? stated : stated.without("excess");
    return written.optional("window").filter("lifetime"::equals).isPresent() ? stated.without("window") : stated;
  }

  boolean isCarried() {
    return written.optional("excess").filter("carried"::equals).isPresent();
  }

  boolean leavesBasisOpen() {
    return written.optional("basis").orElse("unstated").equals("unstated");
  }

  boolean leavesCountsOpen() {
    return !written.has("countsFrom") && written.optional("counts").orElse("unstated").equals("unstated");
  }

  boolean isOnPaid(ModelledReading reading) {
    return (leavesBasisOpen() ? reading.basis() : written.text("basis")).equals("paid");
  }

  /** The first day that counts, and the first on which a line is limited. */
  LocalDate start(ModelledReading reading, LocalDate begin) {
    return countsFrom().orElseGet(() -> {
      String counts = leavesCountsOpen() ? reading.counts() : written.text("counts");
      return counts.equals("since-inception") ? begin : revision.countsSetOn();
    });
  }

  /** The window that holds the day; empty when the cap is not for that day. */
  Optional<Span> windowOn(LocalDate day, LocalDate begin) {
    LocalDate from = written.optionalDate("from").orElse(Span.ALWAYS.first());
    LocalDate through = written.optionalDate("through").orElse(Span.ALWAYS.last());
    Span window = unconfined(day, begin);
    return new Span(from, through).holds(day)
        ? Optional.of(new Span(Span.later(from, window.first()), Span.earlier(through, window.last())))
        : Optional.empty();
  }

  private Span unconfined(LocalDate day, LocalDate begin) {
    return switch (written.optional("window").orElse("lifetime")) {
      case "calendar-year" -> Span.period("year", day);
      case "fiscal-year" -> Span.period("year@" + revision.yearEnds(), day);
      case "contract-year" -> contractYear(day, begin);
      default -> Span.ALWAYS;
    };
  }

  /** What distinguishes days under the cap. Lines are cut where it changes. */
  List<Object> tellsApart(LocalDate day, LocalDate begin) {
    return List.of(unconfined(day, begin), countsFrom().filter(day::isBefore).isPresent(),
        written.optionalDate("from").filter(day::isBefore).isPresent(),
        written.optionalDate("through").filter(day::isAfter).isPresent());
  }

  private static Span contractYear(LocalDate day, LocalDate begin) {
    int years = 0;
    while (!begin.plusYears(years + 1).isAfter(day)) {
      years++;
    }
    return new Span(begin.plusYears(years), begin.plusYears(years + 1).minusDays(1));
  }
}

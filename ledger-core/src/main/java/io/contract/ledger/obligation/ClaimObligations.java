package io.contract.ledger.obligation;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.Period;
import io.contract.ledger.calendar.PeriodScheme;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.money.Money;
import io.contract.ledger.position.DueDates;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.PeriodRow;
import io.contract.ledger.position.Position;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.share.ReportCoverage;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows of a clause under which money accrues: what is owed for each period, and the report that is owed next (domain page, section 7). */
record ClaimObligations(ClauseHistory history, FactsAsOf facts, ObligationWording wording) {

  Stream<Obligation> rows() {
    return Stream.concat(payments(), report().stream());
  }

  private Stream<Obligation> payments() {
    return PositionCalculator.positions(facts, history.id()).stream()
        .flatMap(
            position -> position.periods().stream().filter(row -> isOwed(position, row))
                .map(row -> payment(position.book(), row)));
  }

  /** Whether something accrued or is open under any reading, or whether what accrued on reported revenue is unknown. */
  private boolean isOwed(Position position, PeriodRow row) {
    List<PeriodRow> views =
        position.readings().isEmpty()
            ? List.of(row)
            : position.readings().stream()
                .flatMap(reading -> reading.periods().stream())
                .filter(read -> read.period().equals(row.period()))
                .toList();
    return views.stream()
        .anyMatch(
            view -> isPositive(view, Figure.ACCRUED)
                || isPositive(view, Figure.OUTSTANDING)
                || isPositive(view, Figure.INTEREST)
                || (view.figures().get(Figure.ACCRUED).isEmpty() && isReported(position.book(), row.period())));
  }

  private static boolean isPositive(PeriodRow row, Figure figure) {
    return row.figures().get(figure).filter(Money::isPositive).isPresent();
  }

  /** Whether a stream of the base has a report for a day of the period. */
  private boolean isReported(Book book, String period) {
    Optional<DateRange> days = history.period(period).map(Period::days);
    return shareOf(judging(book, period)).base().all().stream()
        .flatMap(facts::reportsOf)
        .anyMatch(report -> days.flatMap(report.days()::intersection).isPresent());
  }

  /** The last revision in force in the period that names the book, which judges it. */
  private Revision judging(Book book, String period) {
    return history.period(period)
        .flatMap(named -> history.of(book, facts.effectiveOn()).lastInForceIn(named.days()))
        .orElseGet(() -> history.governing(facts.effectiveOn()));
  }

  private Obligation payment(Book book, PeriodRow row) {
    Optional<Money> amount = row.figures().get(Figure.ACCRUED);
    Optional<Money> outstanding = row.figures().get(Figure.OUTSTANDING);
    return Obligation.of(Obligation.Kind.PAYMENT, history.id())
        .below(history.isFirst(book, facts.effectiveOn()) ? row.period() : row.period() + "/" + book)
        .period(Optional.of(row.period()))
        .bearer(book.payer())
        .counterparty(book.payee())
        .summary(
            "%s owes %s %s: %s accrued, %s outstanding."
                .formatted(
                    wording.party(book.payer()), wording.party(book.payee()), owed(row.period()), shown(amount),
                    shown(outstanding)))
        .dueOn(row.dueOn())
        .amount(amount)
        .outstanding(outstanding)
        .status(row.status().map(status -> status.slug()))
        .setBy(judging(book, row.period()).amendment())
        .build();
  }

  private String owed(String period) {
    return history.isOfFixedSums()
        ? "a fixed payment" + (period.equals(PeriodScheme.Once.NAME) ? "" : " for " + period)
        : "a revenue share for " + period;
  }

  private static String shown(Optional<Money> amount) {
    return amount.map(ObligationWording::money).orElse("an undetermined amount");
  }

  /** The first missing report; empty before the clause begins, and when every day in force is reported. */
  private Optional<Obligation> report() {
    if (!history.hasBegunBy(facts.effectiveOn())) {
      return Optional.empty();
    }
    return ReportCoverage.firstUnreported(facts, history, DateRange.ALWAYS)
        .map(day -> report(history.inForceOn(day).orElseThrow(), day));
  }

  private Obligation report(Revision revision, LocalDate day) {
    Clause.RevenueShare share = shareOf(revision);
    Period period = share.period().containing(day);
    PartyId payer = history.partyOn(revision, share.payer(), facts.effectiveOn());
    PartyId payee = history.partyOn(revision, share.payee(), facts.effectiveOn());
    Optional<LocalDate> dueOn = DueDates.reportDueOn(history, period);
    List<String> missing =
        share.base().streams().stream()
            .filter(stream -> facts.reportsOf(stream).noneMatch(report -> report.days().contains(day)))
            .toList();
    return Obligation.of(Obligation.Kind.REPORT, history.id())
        .below(period.name() + "/report")
        .period(Optional.of(period.name()))
        .bearer(payer)
        .counterparty(payee)
        .summary(
            "%s must report %s for %s to %s; nothing is reported for %s."
                .formatted(
                    wording.party(payer), String.join(" and ", missing), period.name(),
                    wording.party(payee), day))
        .dueOn(dueOn)
        .status(Timing.dueStatus(dueOn, facts.effectiveOn()))
        .setBy(revision.amendment())
        .build();
  }

  private static Clause.RevenueShare shareOf(Revision revision) {
    return (Clause.RevenueShare) revision.clause();
  }
}

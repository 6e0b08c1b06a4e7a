package io.contract.ledger.position;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.Period;
import io.contract.ledger.fact.Known;
import io.contract.ledger.fact.KnownPayment;
import io.contract.ledger.fact.Waiver;
import io.contract.ledger.money.Money;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.payment.Settlement;
import io.contract.ledger.share.CapCalculator;
import io.contract.ledger.share.CapTerms;
import io.contract.ledger.share.CappedLine;
import io.contract.ledger.share.GrossCalculator;
import io.contract.ledger.share.Line;
import io.contract.ledger.terms.Clause.Cap.Basis;
import io.contract.ledger.terms.Revision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs share and payment of one clause together through the days, under one reading: the only place where the two meet, because a
 * cap on what is paid lets what is settled decide what accrues (domain page, section 5).
 */
final class ReadingFold {

  private final Currency currency;
  private final Function<Revision, List<CapTerms>> capsOf;
  private final Function<Period, Claim> claimOf;
  private final List<WatchedCap> watched;
  private final GrossCalculator grossCalculator;
  private final CapCalculator capCalculator = new CapCalculator();
  private final Settlement settlement;
  private final List<CappedLine> lines = new ArrayList<>();
  private final Map<DateRange, Money> accruedIn = new HashMap<>();
  private final Map<LocalDate, List<Waiver>> waiversOn = new HashMap<>();

  /** What happens on a day, in the order of a day: a cap begins, revenue accrues, waivers, payments. */
  private sealed interface Happening {
    LocalDate day();

    record CapBegins(LocalDate day, WatchedCap cap) implements Happening {}

    record Accrual(LocalDate day, Line line) implements Happening {}

    record Waived(LocalDate day, Waiver waiver) implements Happening {}

    record Paid(LocalDate day, KnownPayment payment) implements Happening {}

    default int place() {
      return switch (this) {
        case CapBegins ignored -> 0;
        case Accrual ignored -> 1;
        case Waived ignored -> 2;
        case Paid ignored -> 3;
      };
    }
  }

  /**
   * A fold that has seen nothing yet.
   *
   * @param capsOf the caps of a revision, as the reading makes them
   * @param claimOf the claim of a period, with its due date
   * @param watched the caps that the position shows
   */
  ReadingFold(
      Currency currency,
      Function<Revision, List<CapTerms>> capsOf,
      Function<Period, Claim> claimOf,
      List<WatchedCap> watched) {
    this.currency = currency;
    this.capsOf = capsOf;
    this.claimOf = claimOf;
    this.watched = watched;
    this.grossCalculator = new GrossCalculator(currency);
    this.settlement = new Settlement(currency);
  }

  /**
   * Runs through the days of all that happened by the day of the question.
   *
   * @param cut lines in date order
   * @param waivers in order of recording
   * @param payments in the order in which they settle
   */
  void run(LocalDate effectiveOn, List<Line> cut, List<Known<Waiver>> waivers, List<KnownPayment> payments) {
    List<Happening> happenings = new ArrayList<>();
    watched.stream()
        .filter(cap -> !cap.beginsOn().isAfter(effectiveOn))
        .forEach(cap -> happenings.add(new Happening.CapBegins(cap.beginsOn(), cap)));
    cut.forEach(line -> happenings.add(new Happening.Accrual(line.days().last(), line)));
    for (Known<Waiver> known : waivers) {
      Waiver waiver = known.fact();
      happenings.add(new Happening.Waived(waiver.on(), waiver));
      waiversOn.computeIfAbsent(waiver.on(), any -> new ArrayList<>()).add(waiver);
    }
    payments.forEach(paid -> happenings.add(new Happening.Paid(paid.payment().fact().valueOn(), paid)));
    // The sort is stable: waivers stay in order of recording, payments of one day too.
    happenings.sort(
        Comparator.comparing(Happening::day).thenComparingInt(Happening::place));
    happenings.forEach(this::happen);
  }

  private void happen(Happening happening) {
    switch (happening) {
      case Happening.CapBegins begins -> begin(begins.cap());
      case Happening.Accrual accrual -> accrue(accrual.line());
      case Happening.Waived waived -> settlement.waive(waived.waiver());
      case Happening.Paid paid -> settlement.pay(paid.payment());
    }
  }

  private void begin(WatchedCap cap) {
    cap.counting()
        .flatMap(days -> room(cap.terms(), days, settlement))
        .filter(room -> !room.isPositive())
        .ifPresent(room -> cap.cameWithoutRoom());
  }

  private void accrue(Line line) {
    CappedLine capped =
        capCalculator.apply(line, grossCalculator.gross(line), limits(line));
    lines.add(capped);
    accruedIn.replaceAll(
        (days, sum) -> days.contains(line.days()) ? sum.plus(capped.accrued()) : sum);
    watched.forEach(cap -> cap.see(capped));
    settlement.accrue(claimOf.apply(line.period()), capped.accrued(), line.days().last());
  }

  private List<CappedLine.Limit> limits(Line line) {
    List<CapTerms> caps = capsOf.apply(line.revision());
    List<CappedLine.Limit> limits = new ArrayList<>();
    Settlement asOf = asOfLastDay(line, caps);
    for (int i = 0; i < caps.size(); i++) {
      CapTerms terms = caps.get(i);
      if (terms.limits(line.days().first())) {
        limits.add(limit(i, terms, line, asOf));
      }
    }
    return limits;
  }

  private CappedLine.Limit limit(int index, CapTerms terms, Line line, Settlement asOf) {
    DateRange window = terms.windowOf(line.days().first()).orElseThrow();
    DateRange counting = WatchedCap.counting(terms, window).orElseThrow();
    return new CappedLine.Limit(
        index,
        terms,
        window,
        counted(terms, counting, asOf),
        open(terms, asOf),
        room(terms, counting, asOf).orElse(null));
  }

  /**
   * The settlement of the earlier lines alone as of the line's last day. Payments of that day move amounts from open to counted and
   * change no room; waivers of that day free room, so they are tried on a copy.
   */
  private Settlement asOfLastDay(Line line, List<CapTerms> caps) {
    List<Waiver> waivers = waiversOn.getOrDefault(line.days().last(), List.of());
    if (waivers.isEmpty() || caps.stream().noneMatch(ReadingFold::isOnPaid)) {
      return settlement;
    }
    Settlement copy = settlement.copy();
    waivers.forEach(copy::waive);
    return copy;
  }

  private Optional<Money> room(CapTerms terms, DateRange counting, Settlement asOf) {
    return Optional.ofNullable(terms.cap().amount())
        .map(amount -> amount.minus(counted(terms, counting, asOf)).minus(open(terms, asOf)));
  }

  private Money counted(CapTerms terms, DateRange counting, Settlement asOf) {
    return isOnPaid(terms) ? asOf.settledByPaymentsIn(counting) : accruedIn(counting);
  }

  private Money open(CapTerms terms, Settlement asOf) {
    return isOnPaid(terms) ? asOf.open() : Money.zero(currency);
  }

  private Money accruedIn(DateRange counting) {
    return accruedIn.computeIfAbsent(
        counting,
        days -> lines.stream()
            .filter(line -> days.contains(line.line().days()))
            .map(CappedLine::accrued)
            .reduce(Money.zero(currency), Money::plus));
  }

  private static boolean isOnPaid(CapTerms terms) {
    return terms.cap().basis() == Basis.PAID;
  }

  /** What counts toward a watched cap on the day of the question. */
  Money counted(WatchedCap cap) {
    return cap.counting()
        .map(days -> counted(cap.terms(), days, settlement))
        .orElse(Money.zero(currency));
  }

  /** What of all lines is open and uses room of the cap on the day of the question. */
  Money open(WatchedCap cap) {
    return open(cap.terms(), settlement);
  }

  /** Every line as the caps left it, in date order. */
  List<CappedLine> lines() {
    return List.copyOf(lines);
  }

  /** How claims stand on the day of the question. */
  Settlement settlement() {
    return settlement;
  }
}

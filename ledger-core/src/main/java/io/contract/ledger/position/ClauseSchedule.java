package io.contract.ledger.position;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.Period;
import io.contract.ledger.fact.BroughtForward;
import io.contract.ledger.fact.Waiver;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.Known;
import io.contract.ledger.fact.known.KnownPayment;
import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.payment.Allocation;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.payment.LateInterest;
import io.contract.ledger.share.CapTerms;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import io.contract.ledger.terms.Succession;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The happenings of one clause under which money accrues and its claims, which are the same under every reading of its caps. */
final class ClauseSchedule {

  /** In years, and more than any rule for a due date can count: 3,660 days, or 120 months to the end of one. */
  private static final int LONGEST_RULE = 11;

  private final FactsAsOf facts;
  private final ClauseHistory clause;
  private final Currency currency;
  private final DueDates dueDates;
  private final FixedRates rates;
  private final Map<Named, Book> books = new HashMap<>();

  /** The days on which books come about or become others; null until a payment is looked for among several. */
  private @Nullable NavigableSet<LocalDate> turns;

  /** A pair as it is named from one of the turns on; from the beginning where there is none. */
  private record Named(Book pair, @Nullable LocalDate turn) {}

  ClauseSchedule(FactsAsOf facts, ClauseHistory clause, FixedRates rates) {
    this.facts = facts;
    this.rates = rates;
    this.clause = clause;
    this.currency = facts.agreement().currency();
    this.dueDates = DueDates.of(facts, clause);
  }

  /**
   * The beginnings of windows from that day through the day of the question. A window takes what the one before it cut off and
   * carries.
   */
  List<Happening> windowsBeginningFrom(LocalDate from, Function<Revision, List<CapTerms>> capsOf) {
    List<Happening> windows = new ArrayList<>();
    for (Revision revision : clause.revisions()) {
      DateRange days =
          revision.daysInPeriods().flatMap(inForce -> inForce.intersection(DateRange.of(from, DateRange.OPEN_END)))
              .flatMap(left -> DateRange.ifAny(left.first(), DateRange.earlier(left.last(), facts.effectiveOn())))
              .orElse(null);
      if (days != null) {
        capsOf.apply(revision).stream()
            .flatMap(cap -> cap.firstDaysOfWindowsIn(days).stream())
            .distinct()
            .forEach(day -> windows.add(new Happening.WindowBegins(day, revision)));
      }
    }
    return windows;
  }

  /** The successions effective from that day through the day of the question. */
  List<Happening> successionsFrom(LocalDate from) {
    List<Happening> successions = new ArrayList<>();
    for (int place = 0; place < clause.successions().size(); place++) {
      Succession succession = clause.successions().get(place);
      if (!succession.effectiveOn().isBefore(from) && !succession.effectiveOn().isAfter(facts.effectiveOn())) {
        successions.add(new Happening.Succeeds(succession, place));
      }
    }
    return successions;
  }

  /**
   * Payments from that moment through the day of the question and, once the clause has begun, both the accrued and the settled
   * amounts of balances brought forward since that day.
   */
  List<Happening> moneyFrom(Happening.Moment from) {
    List<Happening> money = new ArrayList<>();
    facts.paymentsOn(clause.id(), from.day(), from.firstPayment()).forEach(payment -> money.add(paid(payment)));
    if (!clause.hasBegunBy(facts.effectiveOn())) {
      return money;
    }
    for (Known<BroughtForward> balance : facts.broughtForwardOf(clause.id())) {
      if (!balance.fact().on().isBefore(from.day())) {
        Book book = bookOn(balance.fact().on());
        money.add(new Happening.BroughtForward(book, balance));
        money.add(
            new Happening.Paid(
                book,
                new Allocation.Source.ByPayment(balance.fact().on(), balance.sequence(), false, null),
                new Money(currency, balance.fact().settled())));
      }
    }
    return money;
  }

  private Happening paid(KnownPayment known) {
    LocalDate valueOn = known.payment().fact().valueOn();
    boolean interestFirst =
        clause.payableOn(valueOn)
            .filter(share -> share.allocation() == Clause.AllocationOrder.INTEREST_FIRST)
            .isPresent();
    return new Happening.Paid(
        bookOf(known.payment().fact().book(), valueOn),
        new Allocation.Source.ByPayment(
            valueOn, known.payment().sequence(), interestFirst, known.payment().fact().period()),
        new Money(currency, known.payment().fact().settles(currency)));
  }

  /** As {@link ClauseHistory#bookOf}, found once for the days between two on which a book can become another. */
  private Book bookOf(Book pair, LocalDate day) {
    return clause.successions().isEmpty()
        ? pair
        : books.computeIfAbsent(new Named(pair, turns().floor(day)), any -> clause.bookOf(pair, day));
  }

  private NavigableSet<LocalDate> turns() {
    NavigableSet<LocalDate> known = turns;
    if (known == null) {
      known = new TreeSet<>();
      for (Succession succession : clause.successions()) {
        known.add(succession.effectiveOn());
      }
      for (DateRange days : clause.daysInForce()) {
        known.add(days.first());
      }
      turns = known;
    }
    return known;
  }

  /**
   * The waivers given from that day on, in order, each with the books that it is for: those in which who gives it is payee, as
   * successions effective by the day have made them.
   */
  Stream<Happening.Waived> waiversFrom(LocalDate from) {
    return facts.waiversOn(clause.id(), from).map(known -> new Happening.Waived(known, booksOf(known.fact())));
  }

  private List<Book> booksOf(Waiver waiver) {
    return clause.booksOf(waiver::isOf, waiver.on());
  }

  /** The book of the revision that governs the day. */
  Book bookOn(LocalDate day) {
    return clause.bookOn(day)
        .orElseThrow(
            () -> new IllegalStateException("expected '" + clause.id() + "' to be a clause under which money accrues"));
  }

  /**
   * The claim of a period in the book as it stands on the day, with the due rule and the interest of the last revision in force in the
   * period, whichever book it names (domain page, sections 11 to 13).
   */
  Claim claimOf(Book book, Period period, LocalDate day) {
    Optional<DueDates.Due> due = dueDates.on(book, period, day);
    return new Claim(
        book, Optional.of(period), due.flatMap(DueDates.Due::dueOn), due.flatMap(this::interest));
  }

  private Optional<LateInterest> interest(DueDates.Due due) {
    Clause.Payable terms = (Clause.Payable) due.revision().clause();
    Clause.LateInterest interest = terms.lateInterest();
    return interest == null
        ? Optional.empty()
        : due.dueOn()
            .map(
                dueOn -> new LateInterest(
                    rates.of(interest.rates()),
                    interest.dayCount(),
                    interest.unadjusted() ? due.unadjusted() : dueOn,
                    dueOn.plusDays(interest.graceDays()),
                    interest.compounding(),
                    Optional.ofNullable(interest.charge()),
                    terms.rounding()));
  }

  /**
   * The claims that get their due date from that day on through the day of the question, because a statement is issued or a report due.
   *
   * @param next what else happens from that day on: claims that nothing has grown and nothing grows are left alone
   */
  List<Happening> datedFrom(LocalDate from, List<Happening> next) {
    if (!clause.isDueAfterStatements()) {
      return List.of();
    }
    NavigableMap<LocalDate, Set<Period>> days = new TreeMap<>();
    facts.statementsOn(clause.id(), from).map(Known::fact).forEach(
        issue -> clause.period(issue.period())
            .ifPresent(period -> days.computeIfAbsent(issue.issuedOn(), any -> new TreeSet<>()).add(period)));
    Set<Period> reported = periodsReportedFrom(from, DateRange.earlier(from, facts.effectiveOn()));
    next.forEach(happening -> happening.period().ifPresent(reported::add));
    for (Period period : reported) {
      DueDates.reportDueOn(clause, period)
          .filter(day -> !day.isBefore(from) && !day.isAfter(facts.effectiveOn()))
          .ifPresent(day -> days.computeIfAbsent(day, any -> new TreeSet<>()).add(period));
    }
    NavigableMap<LocalDate, List<Claim>> dated = new TreeMap<>();
    days.forEach((day, periods) -> {
      for (Book book : clause.booksOn(day)) {
        ClauseHistory ofBook = clause.of(book, day);
        periods.stream().filter(period -> ofBook.hasBegun(period, facts.effectiveOn()))
            .filter(period -> dueDates.on(book, period, day).filter(due -> due.from().equals(day)).isPresent())
            .forEach(
                period -> dated.computeIfAbsent(day, any -> new ArrayList<>()).add(claimOf(book, period, day)));
      }
    });
    return dated.entrySet().stream()
        .<Happening>map(day -> new Happening.Dated(day.getKey(), day.getValue()))
        .toList();
  }

  /** The periods whose report is due on one of the days, from which their due date may count; none where no due date counts from statements. */
  Set<Period> periodsReportedBetween(DateRange days) {
    return clause.isDueAfterStatements()
        ? periodsReportedFrom(days.first(), days.last()).stream()
            .filter(period -> DueDates.reportDueOn(clause, period).filter(days::contains).isPresent())
            .collect(Collectors.toSet())
        : Set.of();
  }

  /**
   * The periods of which the report may be due on that day or later, because no rule counts on for so long.
   *
   * @param through the last day that the periods may have
   */
  private Set<Period> periodsReportedFrom(LocalDate from, LocalDate through) {
    LocalDate first = DateRange.later(from, clause.firstDay().orElse(facts.effectiveOn())).minusYears(LONGEST_RULE);
    return new TreeSet<>(
        DateRange.ifAny(first, through).map(clause::periodsIn).orElse(Collections.emptySortedSet()));
  }
}

package io.contract.ledger.position;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.DueRule;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The happenings of one revenue share and its claims, which are the same under every reading of its caps. */
final class ClauseSchedule {

  private final FactsAsOf facts;
  private final ClauseHistory clause;
  private final Currency currency;

  ClauseSchedule(FactsAsOf facts, ClauseHistory clause) {
    this.facts = facts;
    this.clause = clause;
    this.currency = facts.agreement().currency();
  }

  /**
   * The beginnings of windows from that day through the day of the question. A window takes what the one before it cut off and
   * carries.
   */
  List<Happening> windowsBeginningFrom(LocalDate from, Function<Revision, List<CapTerms>> capsOf) {
    List<Happening> windows = new ArrayList<>();
    for (Revision revision : clause.revisions()) {
      DateRange days =
          revision.inForce().flatMap(inForce -> inForce.intersection(DateRange.of(from, DateRange.OPEN_END)))
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
                new Allocation.Source.ByPayment(balance.fact().on(), balance.sequence(), false),
                new Money(currency, balance.fact().settled())));
      }
    }
    return money;
  }

  private Happening paid(KnownPayment known) {
    LocalDate valueOn = known.payment().fact().valueOn();
    boolean interestFirst =
        clause.shareOn(valueOn)
            .filter(share -> share.allocation() == Clause.AllocationOrder.INTEREST_FIRST)
            .isPresent();
    return new Happening.Paid(
        clause.bookOf(known.payment().fact().book(), valueOn),
        new Allocation.Source.ByPayment(valueOn, known.payment().sequence(), interestFirst),
        new Money(currency, known.payment().fact().settles(currency)));
  }

  /** The waivers given from that day on, in order, each with the books that it is for: those in which who gives it is payee, as
   * successions effective by the day have made them. */
  Stream<Happening.Waived> waiversFrom(LocalDate from) {
    return facts.waiversOn(clause.id(), from).map(known -> new Happening.Waived(known, booksOf(known.fact())));
  }

  private List<Book> booksOf(Waiver waiver) {
    return clause.booksOf(waiver::isOf, waiver.on());
  }

  /** The book of the revision that governs the day. */
  Book bookOn(LocalDate day) {
    return clause.bookOn(day)
        .orElseThrow(() -> new IllegalStateException("expected '" + clause.id() + "' to be a revenue share"));
  }

  /**
   * The claim of a period in the book, with the due rule and the interest of the last revision in force in the period, whichever book
   * it names (domain page, sections 11 and 12).
   */
  Claim claimOf(Book book, Period period) {
    Optional<Clause.RevenueShare> share =
        clause.lastInForceIn(period.days()).map(Revision::clause).map(Clause.RevenueShare.class::cast);
    LocalDate last = period.days().last();
    return new Claim(
        book,
        Optional.of(period),
        share.flatMap(terms -> Optional.ofNullable(terms.due())).flatMap(due -> due.dueOn(last)),
        share.flatMap(terms -> interest(terms, last)));
  }

  private static Optional<LateInterest> interest(Clause.RevenueShare terms, LocalDate last) {
    Clause.LateInterest interest = terms.lateInterest();
    DueRule due = terms.due();
    return interest == null || due == null
        ? Optional.empty()
        : due.dueOn(last)
            .map(
                dueOn -> new LateInterest(
                    interest.rate(),
                    interest.dayCount(),
                    interest.unadjusted() ? due.unadjusted(last) : dueOn,
                    dueOn,
                    terms.rounding()));
  }
}

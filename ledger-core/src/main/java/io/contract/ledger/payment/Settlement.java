package io.contract.ledger.payment;

import io.contract.ledger.budget.Budget;
import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.SumByDay;
import io.contract.ledger.fact.Waiver;
import io.contract.ledger.fact.known.Known;
import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.RateSteps;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;

/**
 * The settlement of one clause's claims, followed through the days (domain page, section 5, step 5, and sections 11 and 12): give it
 * what happens in order — of one day successions, accruals, their end ({@link #endAccruals}), waivers, payments — and ask it at any time how
 * claims stand. A payment or credit settles claims of its own book only.
 *
 * <p>What it keeps true: of each claim, accrued + credit = settled + waived + open, where its credit is what went below zero and was
 * not made up since; nothing is open while credit of its book is unapplied, once accruals have ended; and of each book, accrued −
 * waived − open = paid − interest paid − credit that is unapplied. A property test holds it to that (ADR 0011).
 */
public final class Settlement {

  private final Currency currency;

  private PMap<Book, BookContents> books;
  private final SumByDay<Money> settledOn;
  private Money accrued;
  private Money waived;
  private Money settledByPayments;

  /** The day whose accruals may not be complete; null when credit has settled what it can. */
  private @Nullable LocalDate accruingOn;

  /** Whether money was left for interest that is not known, so that what follows depends on how much that is. */
  private boolean isAskedForUnknown;

  private final UnknownInterest unknown;

  private Past past;

  /** Nothing has happened yet. */
  public Settlement(Currency currency) {
    this(currency, UnknownInterest.LEAST, false);
  }

  /**
   * Nothing has happened yet.
   *
   * @param unknown how much interest is taken to be open where it is not known
   * @param isExplained whether it keeps its {@link #movements}, which cost memory with every step
   */
  public Settlement(Currency currency, UnknownInterest unknown, boolean isExplained) {
    this.currency = currency;
    this.unknown = unknown;
    this.past = Past.beginning(isExplained);
    this.books = OrderedPMap.empty();
    this.settledOn = new SumByDay<>(Money.zero(currency), Money::plus);
    this.accrued = Money.zero(currency);
    this.waived = Money.zero(currency);
    this.settledByPayments = Money.zero(currency);
  }

  private Settlement(Settlement other) {
    this.currency = other.currency;
    this.books = other.books;
    this.past = other.past;
    this.settledOn = other.settledOn.copy();
    this.accrued = other.accrued;
    this.waived = other.waived;
    this.settledByPayments = other.settledByPayments;
    this.accruingOn = other.accruingOn;
    this.isAskedForUnknown = other.isAskedForUnknown;
    this.unknown = other.unknown;
  }

  /** Another settlement in the same state, which goes its own way; its cost does not grow with what has happened. */
  public Settlement copy() {
    return new Settlement(this);
  }

  private void note(Movement movement) {
    past = past.with(movement);
  }

  private BookContents in(Book book) {
    BookContents contents = books.get(book);
    return contents == null ? BookContents.nothing(currency) : contents;
  }

  private Claims claims(Book book) {
    return in(book).claims();
  }

  private void put(ClaimState state) {
    Book book = state.claim().book();
    books = books.plus(book, in(book).with(state));
    past = past.with(new Trail.Step.OfClaim(state.claim()));
  }

  private void leave(Book book, Allocation.Source.ByPayment payment, Money more) {
    books = books.plus(book, in(book).leaving(payment, more));
    past = past.with(new Trail.Step.OfPayment(book, payment));
  }

  /** The claim has its due date from that day on. What has settled it stays, and what follows keeps to the new order. */
  public void date(Claim claim, LocalDate day) {
    ClaimState before = state(claim);
    if (claims(claim.book()).has(claim)) {
      books = books.plus(claim.book(), in(claim.book()).dated(before, before.dated(claim, day)));
    }
    past = past.with(new Trail.Step.OfClaim(claim));
  }

  /**
   * Books become other ones at the start of the day, with all that is in them. Where two become one, claims of one period are one from
   * then on, and what is credit settles what is open at the end of the day's accruals.
   *
   * @param becomes what a book becomes; the same book where nothing changes
   */
  public void succeed(LocalDate day, UnaryOperator<Book> becomes) {
    accruingOn = day;
    SequencedMap<Book, Book> all = new LinkedHashMap<>();
    books.keySet().forEach(book -> all.put(book, becomes.apply(book)));
    note(new Movement.Succeeded(day, all));
    PMap<Book, BookContents> before = books;
    books = OrderedPMap.empty();
    before.forEach((book, contents) -> {
      Book to = all.getOrDefault(book, book);
      BookContents moved = book.equals(to) ? contents : contents.in(to, day);
      BookContents there = books.get(to);
      books = books.plus(to, there == null ? moved : there.joined(moved, day));
      if (!book.equals(to)) {
        touch(book, contents);
        touch(to, moved);
      }
    });
  }

  private void touch(Book book, BookContents contents) {
    contents.claims().states().keySet().forEach(claim -> past = past.with(new Trail.Step.OfClaim(claim)));
    contents.leftOver().byPayment().keySet()
        .forEach(payment -> past = past.with(new Trail.Step.OfPayment(book, payment)));
  }

  /** The claim grows by the amount on the day, or falls when it is below zero. */
  public void accrue(Claim claim, Money amount, LocalDate day) {
    accruingOn = day;
    accrued = accrued.plus(amount);
    ClaimState before = state(claim).runTo(day);
    note(new Movement.Accrued(before, day, amount));
    if (amount.isNegative()) {
      fall(before, amount.negated());
    } else {
      grow(before, amount, day);
    }
  }

  /**
   * All of the day has accrued, and not before that: what is credit settles what it can, that of periods below zero before what
   * payments left over.
   */
  public void endAccruals() {
    LocalDate day = accruingOn;
    if (day != null) {
      accruingOn = null;
      books.keySet().forEach(book -> settleByCredit(book, day));
    }
  }

  /** It first makes up what of its own credit has settled nothing; what its credit has settled stays settled, and the rest is open. */
  private void grow(ClaimState state, Money amount, LocalDate day) {
    Money madeUp = state.unusedCredit().min(amount);
    put(state.accrue(amount).changeCredit(madeUp.negated()).catchUp(amount.minus(madeUp), day));
  }

  private void fall(ClaimState state, Money amount) {
    Money left = amount.minus(state.open().min(amount));
    Money unwaived = state.waived().min(left);
    waived = waived.minus(unwaived);
    left = left.minus(unwaived);
    Money settledAgain = state.settled().min(left);
    ClaimState.Freed freed = state.unwaive(unwaived).free(settledAgain);
    left = left.minus(settledAgain);
    put(freed.state().accrue(amount.negated()).changeCredit(left));
    freed.freed().forEach(back -> giveBack(state.claim().book(), back));
  }

  /** What an allocation had used is unapplied again in the book. */
  private void giveBack(Book book, Allocation freed) {
    switch (freed.source()) {
      case Allocation.Source.ByPayment payment -> {
        leave(book, payment, freed.amount());
        countSettled(freed.on(), freed.amount().negated());
      }
      case Allocation.Source.ByCreditOf credit -> put(state(credit.claim()).useCredit(freed.amount().negated()));
    }
  }

  /**
   * The payee gives up principal or interest that is open, up to the waiver's amount: in its period, else from the oldest due date on.
   * A waiver without amount was of a duty and gives up nothing here.
   *
   * @param of the books that it is for; of claims due on one day, those of the book that comes first are given up first
   */
  public void waive(Known<Waiver> known, List<Book> of) {
    Waiver waiver = known.fact();
    if (waiver.amount() == null) {
      return;
    }
    boolean isOfInterest = waiver.of() == Waiver.Of.INTEREST;
    List<Claim> claims =
        oldestFirst(of, isOfInterest ? Claims::bearing : Claims::open).stream()
            .filter(claim -> waiver.period() == null || waiver.period().equals(claim.name()))
            .toList();
    Money left = new Money(currency, waiver.amount());
    for (Claim claim : claims) {
      if (!left.isPositive()) {
        break;
      }
      ClaimState state = state(claim).runTo(waiver.on());
      Money given = isOfInterest ? ofInterest(state, left) : state.open().min(left);
      GivenUp by = new GivenUp(known.sequence(), waiver.on(), given);
      if (isOfInterest) {
        state = asked(state, left, ClaimInterest.Unknown::waived);
        waiveInterest(state, by);
      } else {
        note(new Movement.Waived(state, by));
        put(state.waive(by));
        waived = waived.plus(given);
      }
      left = left.minus(given);
    }
    if (isOfInterest) {
      doubtInterest(claims, waiver.on(), ClaimInterest.Unknown::waived);
    } else {
      doubt(claims.stream().map(this::state), ClaimInterest.Unknown::givenUp);
    }
  }

  private void waiveInterest(ClaimState state, GivenUp by) {
    if (by.amount().isPositive()) {
      note(new Movement.InterestWaived(state, by));
      put(state.waiveInterest(by));
    }
  }

  private Collection<Claim> oldestFirst(List<Book> of, Function<Claims, PSortedSet<Claim>> which) {
    if (of.size() == 1) {
      return which.apply(claims(of.getFirst()));
    }
    // A stable sort, so that equal due dates stay in the order of the books.
    return of.stream().flatMap(book -> which.apply(claims(book)).stream()).sorted().toList();
  }

  /**
   * The payment settles what is open in the book, in its own order, the claim that it names before others; what is left over is credit
   * there.
   */
  public void pay(Book book, Allocation.Source.ByPayment payment, Money amount) {
    books = books.plus(book, in(book).paying(amount));
    note(new Movement.Paid(book, payment));
    leave(book, payment, amount);
    if (payment.period() != null) {
      settleBy(book, payment, payment.valueOn(), claims -> claims.stream().filter(payment::isFor).toList());
    }
    settleByCredit(book, payment.valueOn());
  }

  private void settleByCredit(Book book, LocalDate day) {
    while (!claims(book).open().isEmpty() && !claims(book).creditors().isEmpty()) {
      Budget.step();
      settleByClaim(claims(book).open().first(), claims(book).creditors().first(), day);
    }
    boolean isUsedUp = true;
    while (!unapplied(book).isEmpty() && isUsedUp) {
      isUsedUp = settleBy(book, unapplied(book).firstKey(), day, claims -> claims);
    }
  }

  /**
   * Settles those of the claims, oldest due date first.
   *
   * @return whether the payment is used up; what is left of it would find nothing among them to settle
   */
  private boolean settleBy(
      Book book, Allocation.Source.ByPayment payment, LocalDate day, UnaryOperator<Collection<Claim>> which) {
    if (payment.interestFirst()) {
      settleInterest(which.apply(claims(book).bearing()), payment, day);
      settlePrincipal(which.apply(claims(book).open()), payment, day);
    } else {
      settlePrincipal(which.apply(claims(book).open()), payment, day);
      settleInterest(which.apply(claims(book).bearing()), payment, day);
    }
    return left(book, payment).isZero();
  }

  private Money left(Book book, Allocation.Source.ByPayment payment) {
    return in(book).leftOver().of(payment);
  }

  private void settleByClaim(Claim claim, Claim giver, LocalDate day) {
    Money used = state(giver).unusedCredit().min(state(claim).open());
    put(state(giver).useCredit(used));
    settle(state(claim).runTo(day), new Allocation(new Allocation.Source.ByCreditOf(giver), day, used));
  }

  private void settlePrincipal(Collection<Claim> claims, Allocation.Source.ByPayment payment, LocalDate day) {
    for (Claim claim : claims) {
      Money left = left(claim.book(), payment);
      if (!left.isPositive()) {
        break;
      }
      Budget.step();
      ClaimState state = state(claim).runTo(day);
      Money used = left.min(state.open());
      leave(claim.book(), payment, used.negated());
      settle(state, new Allocation(payment, day, used));
      countSettled(day, used);
    }
  }

  private void settle(ClaimState state, Allocation by) {
    note(new Movement.Settled(state, by));
    put(state.settle(by));
  }

  private void settleInterest(Collection<Claim> claims, Allocation.Source.ByPayment payment, LocalDate day) {
    for (Claim claim : claims) {
      Money left = left(claim.book(), payment);
      if (!left.isPositive()) {
        break;
      }
      ClaimState before = state(claim).runTo(day);
      Money used = ofInterest(before, left);
      ClaimState state = asked(before, left, ClaimInterest.Unknown::paid);
      if (used.isPositive()) {
        leave(claim.book(), payment, used.negated());
        Allocation by = new Allocation(payment, day, used);
        note(new Movement.InterestSettled(state, by));
        put(state.settleInterest(by));
      }
    }
    doubtInterest(claims, day, ClaimInterest.Unknown::paid);
  }

  /** As {@link #doubt}, of claims on which interest has run by the day. */
  private void doubtInterest(
      Collection<Claim> claims, LocalDate day, UnaryOperator<ClaimInterest.Unknown> by) {
    doubt(claims.stream().map(claim -> state(claim).runTo(day)).filter(state -> !state.interest().isNone()), by);
  }

  /**
   * Notes that nobody knows what some money did to these claims, once money was left for interest that is not known. With the most
   * interest every claim is open that can be. Money that reaches a claim neither with the least nor with the most interest may reach it with
   * some that lies between.
   */
  private void doubt(Stream<ClaimState> states, UnaryOperator<ClaimInterest.Unknown> by) {
    if (unknown == UnknownInterest.MOST && isAskedForUnknown) {
      states.toList().forEach(state -> put(state.with(by.apply(state.interest().unknown()))));
    }
  }

  /** How much of the money the open interest of the claim uses. */
  private Money ofInterest(ClaimState state, Money left) {
    return state.interest().unknown().hasRun() && unknown == UnknownInterest.MOST ? left
        : state.interestOpen().min(left);
  }

  /** Notes it where the money is more than what is known of the claim's interest, and more of that is open. */
  private ClaimState asked(ClaimState state, Money left, UnaryOperator<ClaimInterest.Unknown> by) {
    if (!state.interest().unknown().hasRun() || left.compareTo(state.interestOpen()) <= 0) {
      return state;
    }
    isAskedForUnknown = true;
    ClaimState asked = state.with(by.apply(state.interest().unknown()));
    put(asked);
    return asked;
  }

  /** Whether money was left for interest that is not known, so that figures may depend on how much that is. */
  public boolean isAskedForUnknown() {
    return isAskedForUnknown;
  }

  /** The claims, of all books, of which interest has run that is not known, by the last day on which anything happened to each. */
  public List<Claim> unknown() {
    return books.values().stream()
        .flatMap(contents -> contents.claims().bearing().stream().map(contents.claims()::state))
        .filter(state -> state.interest().unknown().hasRun())
        .map(ClaimState::claim)
        .toList();
  }

  /** The claims have the rates that their index is fixed at, which change no interest that has run by now. */
  public void fix(UnaryOperator<RateSteps> rates) {
    PMap<Book, BookContents> before = books;
    for (Book book : before.keySet()) {
      books = books.plus(book, in(book).fixed(rates));
    }
  }

  private void countSettled(LocalDate day, Money amount) {
    settledByPayments = settledByPayments.plus(amount);
    settledOn.add(day, amount);
  }

  /** Principal settled by payments on those days, in all books. */
  public Money settledByPaymentsIn(DateRange days) {
    return settledOn.in(days);
  }

  /** Accrued, negative lines included, less waived, less settled by payments, in all books; may be below zero. */
  public Money open() {
    return accrued.minus(waived).minus(settledByPayments);
  }

  /** The books in which something has happened, in that order. */
  public Set<Book> books() {
    return books.keySet();
  }

  /** Credit of the book not applied to anything: what payments left over and what periods are below zero. */
  public Money credit(Book book) {
    return in(book).credit();
  }

  /** What payments left over in the book, by payment. */
  public PSortedMap<Allocation.Source.ByPayment, Money> unapplied(Book book) {
    return in(book).leftOver().byPayment();
  }

  /** Everything paid in the book, settled with it or not. */
  public Money paid(Book book) {
    return in(book).paid();
  }

  /**
   * What happened, in order.
   *
   * @throws IllegalStateException when it was not kept
   */
  public List<Movement> movements() {
    return past.inOrder();
  }

  /** How the claim stands. */
  public ClaimState state(Claim claim) {
    return claims(claim.book()).state(claim);
  }

  /**
   * The claims of the book that stand otherwise on the last of these days than on the first, though nothing happens between the two: what
   * is open of them bears interest, or falls due.
   */
  public Stream<Claim> claimsThatDaysChange(Book book, DateRange days) {
    return Stream.concat(
        claims(book).open().stream()
            .filter(claim -> claim.interest().isPresent() || claim.dueOn().filter(days::contains).isPresent()),
        claims(book).alone().stream());
  }

  /**
   * What may stand otherwise in the book than in the other. It costs as much as what happened to one of the two and not to the other;
   * where the two parted long ago, everything may.
   */
  public Touched touchedSince(Settlement other, Book book) {
    return past.since(other.past).map(steps -> Touched.by(steps, book))
        .orElseGet(() -> Touched.everythingIn(in(book), other.in(book)));
  }
}

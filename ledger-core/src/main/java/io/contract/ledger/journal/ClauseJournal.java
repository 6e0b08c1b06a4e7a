package io.contract.ledger.journal;

import io.contract.ledger.budget.Budget;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.Known;
import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.position.FollowedClaims;
import io.contract.ledger.position.RunningPositions;
import io.contract.ledger.position.Workings;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import io.contract.ledger.terms.Succession;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Books one revenue share, book by book. Where parties succeed others, the accounts of each book are those of its parties until the eve,
 * and what is open and in credit then passes to the accounts of the book that it becomes (ADR 0037).
 */
final class ClauseJournal {

  private final FactsAsOf facts;
  private final ClauseHistory clause;
  private final Currency currency;
  private final ChosenReading chosen;
  private final Map<LocalDate, FactsAsOf> byDay;
  private final RunningPositions running = new RunningPositions();
  private final Set<ShareBook> shares = new LinkedHashSet<>();
  private final List<Entry> entries = new ArrayList<>();
  private final SequencedMap<Account, Money> balances = new LinkedHashMap<>();

  /** The books as they stand at the end of the days that are booked. */
  private Map<Book, Standing> standing = new LinkedHashMap<>();

  private ClauseJournal(FactsAsOf facts, ClauseHistory clause, ChosenReading chosen, Map<LocalDate, FactsAsOf> byDay) {
    this.facts = facts;
    this.clause = clause;
    this.currency = facts.agreement().currency();
    this.chosen = chosen;
    this.byDay = byDay;
  }

  /**
   * How a book stands on a day.
   *
   * @param balances of its accounts, as if all of it had always been in that book
   */
  private record Standing(
      ShareBook share, Booking booking, FollowedClaims claims, SequencedMap<Account, Money> balances) {}

  /**
   * The journal of the clause through the day of the question.
   *
   * @param chosen how its open parameters are read on that day
   * @param byDay the facts of each day, kept because many clauses are asked about the same days
   */
  static ClauseJournal of(FactsAsOf facts, ClauseHistory clause, ChosenReading chosen,
      Map<LocalDate, FactsAsOf> byDay) {
    ClauseJournal journal = new ClauseJournal(facts, clause, chosen, byDay);
    journal.book();
    return journal;
  }

  List<Entry> entries() {
    return entries;
  }

  /** The balances of all accounts, taken from positions and not from the entries. */
  SequencedMap<Account, Money> balances() {
    return balances;
  }

  /** The books with anything in them, past ones included, in the order in which they came about. */
  Set<ShareBook> shares() {
    return shares;
  }

  private void book() {
    // Ahead of all others, because accounts of the clause's first book do not name the other party, whether or not anything is in it.
    clause.revisions().stream()
        .filter(revision -> revision.inForce().isPresent())
        .findFirst()
        .flatMap(Revision::book)
        .ifPresent(first -> shares.add(new ShareBook(clause.id(), first)));
    List<LocalDate> days =
        clause.successions().stream().map(Succession::effectiveOn)
            .filter(day -> !day.isAfter(facts.effectiveOn())).distinct().toList();
    LocalDate first = LocalDate.MIN;
    for (LocalDate day : days) {
      book(first, on(day.minusDays(1)), false);
      first = day;
    }
    book(first, facts, true);
  }

  private FactsAsOf on(LocalDate day) {
    return byDay.computeIfAbsent(day, any -> FactsAsOf.of(facts.known(), day));
  }

  /** Books what happened from the first day through that of the facts, between which no party succeeds another. */
  private void book(LocalDate first, FactsAsOf then, boolean isLast) {
    Map<Book, Standing> before = standing;
    standing = new LinkedHashMap<>();
    for (Book book : inOrder(then, running.books(then, clause.id(), chosen::ofEarlierDay))) {
      ShareBook share = new ShareBook(clause.id(), book);
      shares.add(share);
      Optional<Workings> workings = running.workings(then, clause.id(), book, chosen::ofEarlierDay);
      if (workings.isPresent()) {
        List<Standing> became =
            before.values().stream()
                .filter(one -> clause.whatBecameOf(one.share().book(), first.minusDays(1), first).equals(book))
                .toList();
        book(first, then, isLast, share, workings.get(), became);
      } else if (isLast) {
        entries.addAll(Undisclosed.entries(facts, clause, share));
        Undisclosed.balances(facts, clause, share)
            .forEach((account, amount) -> Balances.add(balances, account, amount));
      }
    }
  }

  /** @param became how the books stood that have become this one on the first day */
  private void book(
      LocalDate first, FactsAsOf then, boolean isLast, ShareBook share, Workings workings, List<Standing> became) {
    PostingCauses causes = new PostingCauses(facts, share, PostingDays.of(then, share.clause(), workings));
    became.stream().filter(one -> !one.share().equals(share)).forEach(one -> pass(first, one, share));
    Booking booking = new Booking(currency, causes, became.stream().map(Standing::booking).toList(), first);
    FollowedClaims claims =
        became.isEmpty()
            ? new FollowedClaims(clause.id(), share.book())
            : became.getFirst().claims().of(share.book());
    for (LocalDate day : causes.days().all()) {
      if (!day.isBefore(first)) {
        boolean isEnd = day.equals(then.effectiveOn());
        Budget.apart(() -> claims.next(on(day), chosen::ofEarlierDay, isEnd))
            .ifPresent(changes -> entries.addAll(booking.book(day, changes, isEnd)));
      }
    }
    SequencedMap<Account, Money> stated = Balances.of(then, clause, workings);
    stated.forEach((account, amount) -> {
      if (isLast || !account.role().passes()) {
        Balances.add(balances, account, amount);
      }
    });
    became.forEach(
        one -> one.balances().forEach((account, amount) -> {
          if (!account.role().passes()) {
            Balances.add(balances, account.in(share),
                amount.negated());
          }
        }));
    standing.put(share.book(), new Standing(share, booking, claims, stated));
  }

  /** Lets what is open and in credit pass from the accounts of one book to those of the book that it has become. */
  private void pass(LocalDate day, Standing from, ShareBook to) {
    Draft draft =
        new Draft(
            day, Entry.Kind.SUCCESSION, clause.id(),
            "Succession: " + from.share().book() + " becomes " + to.book());
    causes(day).forEach(draft::causedBy);
    Map<Account, Money> passing = from.booking().passing();
    Money total = passing.values().stream().reduce(Money.zero(currency), Money::plus);
    passing.forEach((account, amount) -> draft.debit(account.in(to), amount));
    draft.credit(Account.of(to, Role.SUCCESSION), total);
    passing.forEach(draft::credit);
    draft.debit(Account.of(from.share(), Role.SUCCESSION), total);
    draft.entry().ifPresent(entries::add);
    Money stated =
        from.balances().entrySet().stream().filter(one -> one.getKey().role().passes()).map(Map.Entry::getValue)
            .reduce(Money.zero(currency), Money::plus);
    Balances.add(balances, Account.of(to, Role.SUCCESSION), stated.negated());
    Balances.add(balances, Account.of(from.share(), Role.SUCCESSION), stated);
  }

  private Stream<Long> causes(LocalDate day) {
    return clause.successions().stream()
        .filter(succession -> succession.effectiveOn().equals(day))
        .flatMap(succession -> facts.known().amendment(succession.amendment()).map(Known::sequence).stream())
        .distinct();
  }

  /** The books in the order in which they were first named. */
  private List<Book> inOrder(FactsAsOf then, List<Book> books) {
    return Stream.concat(clause.booksOn(then.effectiveOn()).stream().filter(books::contains), books.stream())
        .distinct().toList();
  }
}

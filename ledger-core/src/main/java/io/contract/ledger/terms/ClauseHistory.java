package io.contract.ledger.terms;

import io.contract.ledger.budget.Budget;
import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.DueRule;
import io.contract.ledger.calendar.Period;
import io.contract.ledger.calendar.PeriodScheme;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.PartyId;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every revision of one clause, in the order of the amendments. The clause is judged day by day by the revision in force on
 * the day (domain page, section 11).
 *
 * @param successions the parties of the clause that others have succeeded, in the order of the amendments
 */
public record ClauseHistory(ClauseId id, List<Revision> revisions, List<Succession> successions) {

  public ClauseHistory {
    revisions = List.copyOf(revisions);
    successions = List.copyOf(successions);
  }

  /** The history in which the first period of schedules begins on the first day on which any revision is in force. */
  ClauseHistory beginning() {
    return revisions.stream().noneMatch(Revision::isScheduled)
        ? this
        : firstDay()
            .map(
                first -> new ClauseHistory(
                    id, revisions.stream().map(revision -> revision.beginning(first)).toList(), successions))
            .orElse(this);
  }

  /**
   * The history in which a sum that is owed once accrues once: on the first day that a revision in force on it names. A later revision that
   * names another day comes too late for it.
   */
  ClauseHistory accruingOnce() {
    return revisions.stream()
        .filter(Revision::isOwedOnce)
        .flatMap(revision -> revision.daysInPeriods().stream())
        .map(DateRange::first)
        .findFirst()
        .map(
            day -> new ClauseHistory(
                id, revisions.stream().map(one -> one.isOwedOnce() ? one.accruingOn(day) : one).toList(), successions))
        .orElse(this);
  }

  /** The revision in force on the day; empty when none is. */
  public Optional<Revision> inForceOn(LocalDate day) {
    return revisions.stream().filter(revision -> revision.isInForceOn(day)).findFirst();
  }

  /**
   * The revision in force on the day, else the last in force before it, else the first to come into force. The last revision when
   * none is ever in force.
   */
  public Revision governing(LocalDate day) {
    Optional<Revision> before =
        revisions.stream()
            .filter(r -> r.inForce().filter(days -> !days.first().isAfter(day)).isPresent())
            .reduce((earlier, later) -> later);
    return before
        .or(() -> revisions.stream().filter(r -> r.inForce().isPresent()).findFirst())
        .orElseGet(revisions::getLast);
  }

  /** The wording of the clause on the day, in force or not: the last revision made by then, else the first. */
  public Revision wordingOn(LocalDate day) {
    return revisions.stream()
        .filter(revision -> !revision.effectiveOn().isAfter(day))
        .reduce((earlier, later) -> later)
        .orElseGet(revisions::getFirst);
  }

  /** The terms that govern the day, of a clause under which money accrues; empty when the clause is of another kind. */
  public Optional<Clause.Payable> payableOn(LocalDate day) {
    return governing(day).clause() instanceof Clause.Payable payable ? Optional.of(payable) : Optional.empty();
  }

  /** Whether what it owes are fixed sums, which no report changes. */
  public boolean isOfFixedSums() {
    return revisions.getFirst().clause() instanceof Clause.FixedPayment;
  }

  /**
   * The book of the terms that govern the day, as successions effective by the day have made it: the one in force while the
   * clause is.
   */
  public Optional<Book> bookOn(LocalDate day) {
    Revision governing = governing(day);
    return governing.book().map(book -> becomes(governing, book, day));
  }

  /**
   * The books of the day, in the order in which they were first named: those that revisions in force on or before it name, as the
   * successions effective by it have made them; before the first revision, the first's. None where no money accrues under the clause.
   */
  public List<Book> booksOn(LocalDate day) {
    List<Book> standing = BooksThrough.standing(revisions, successions, day);
    return standing.isEmpty() ? bookOn(day).stream().toList() : standing;
  }

  /**
   * The book that the pair has become by the successions effective by the day since the pair last came about.
   *
   * <p>Example: Acme pays Globex, and Initech succeeds Acme on 1 July. What Acme pays as of 5 July is in the book of Initech.
   */
  public Book bookOf(Book pair, LocalDate day) {
    return successions.isEmpty() ? pair : BooksThrough.of(revisions, successions, day, pair);
  }

  /** The book that {@link #bookOf} finds for the day, as it has become by a later one. */
  public Book bookOf(Book pair, LocalDate day, LocalDate by) {
    return whatBecameOf(bookOf(pair, day), day, by);
  }

  /** How many successions are effective by the day. */
  public long succeededBy(LocalDate day) {
    return successions.stream().filter(succession -> !succession.effectiveOn().isAfter(day)).count();
  }

  /** What a book of a day has become by a later one. */
  public Book whatBecameOf(Book book, LocalDate day, LocalDate by) {
    Book becomes = book;
    for (Succession succession : successions) {
      if (succession.effectiveOn().isAfter(day) && !succession.effectiveOn().isAfter(by)) {
        becomes = succession.of(becomes);
      }
    }
    return becomes;
  }

  /** What the book in force on a day has become by a later one. */
  public Optional<Book> bookOn(LocalDate day, LocalDate by) {
    return bookOn(day).map(book -> whatBecameOf(book, day, by));
  }

  /** What those pairs that were books by the day have become by it. */
  public List<Book> booksOf(Predicate<Book> pairs, LocalDate day) {
    if (successions.isEmpty()) {
      return booksOn(day).stream().filter(pairs).toList();
    }
    Set<Book> become =
        BooksThrough.named(revisions, successions, day).stream().filter(pairs).map(pair -> bookOf(pair, day))
            .collect(Collectors.toSet());
    return booksOn(day).stream().filter(become::contains).toList();
  }

  /** Who stands on the day where the revision names the party. */
  public PartyId partyOn(Revision revision, PartyId party, LocalDate day) {
    PartyId stands = party;
    for (Succession succession : after(revision, day)) {
      stands = succession.of(stands);
    }
    return stands;
  }

  private Book becomes(Revision revision, Book book, LocalDate day) {
    return new Book(partyOn(revision, book.payer(), day), partyOn(revision, book.payee(), day));
  }

  /** The successions effective by the day that come after the revision in the order of the amendments. */
  private List<Succession> after(Revision revision, LocalDate day) {
    if (successions.isEmpty()) {
      return List.of();
    }
    int place = revisions.indexOf(revision);
    return successions.stream()
        .filter(succession -> place < succession.after() && !succession.effectiveOn().isAfter(day)).toList();
  }

  /**
   * The name of the book where answers of the day are keyed by clause: the clause's id for its first book,
   * {@code share/acme:initech} for others.
   */
  public String nameOf(Book book, LocalDate day) {
    return isFirst(book, day) ? id.text() : id + "/" + book;
  }

  /** Whether it is the clause's first book on the day, which answers need not name. */
  public boolean isFirst(Book book, LocalDate day) {
    return revisions.stream()
        .filter(revision -> revision.inForce().isPresent())
        .findFirst()
        .flatMap(revision -> revision.book().map(named -> becomes(revision, named, day)))
        .filter(first -> !first.equals(book))
        .isEmpty();
  }

  /** The revisions whose book has become that book by the day; none where there are none. */
  public ClauseHistory of(Book book, LocalDate day) {
    return new ClauseHistory(
        id,
        revisions.stream()
            .filter(revision -> revision.book().map(named -> becomes(revision, named, day)).filter(book::equals)
                .isPresent())
            .toList(),
        List.of());
  }

  /** The streams in the base of any revision; none where the clause is no revenue share. */
  public Set<String> streams() {
    Set<String> streams = new LinkedHashSet<>();
    for (Revision revision : revisions) {
      if (revision.clause() instanceof Clause.RevenueShare share) {
        streams.addAll(share.base().all());
      }
    }
    return streams;
  }

  /** The last revision in force on a day of the range. */
  public Optional<Revision> lastInForceIn(DateRange range) {
    return revisions.stream()
        .filter(r -> r.inForce().flatMap(days -> days.intersection(range)).isPresent())
        .reduce((earlier, later) -> later);
  }

  /**
   * Every period that has begun by the day and has a day of the clause in it, in order; empty for a clause that has no periods.
   *
   * <p>Example: a quarterly clause in force from 2021-05-16 has 2021-Q2 and 2021-Q3 by 2021-07-01.
   */
  public SortedSet<Period> periodsBegunBy(LocalDate day) {
    SortedSet<Period> periods = new TreeSet<>();
    for (Revision revision : revisions) {
      PeriodScheme scheme = revision.clause().periodScheme().orElse(null);
      DateRange days =
          revision
              .daysInPeriods()
              .flatMap(d -> DateRange.ifAny(d.first(), DateRange.earlier(d.last(), day)))
              .orElse(null);
      if (scheme != null && days != null) {
        addAll(periods, scheme, days);
      }
    }
    return periods;
  }

  private static void addAll(SortedSet<Period> periods, PeriodScheme scheme, DateRange days) {
    Period period = scheme.containing(days.first());
    while (!period.days().first().isAfter(days.last())) {
      Budget.row();
      periods.add(period);
      period = period.next();
    }
  }

  /**
   * Every period that has a day of the range and a day of the clause in it, in order. It costs as much as the periods in the range,
   * however many there are outside.
   *
   * <p>Example: a quarterly clause in force from 2021-05-16 has 2021-Q2 alone in 2021-03-01 through 2021-05-01.
   */
  public SortedSet<Period> periodsIn(DateRange range) {
    SortedSet<Period> periods = new TreeSet<>();
    for (Revision revision : revisions) {
      revision.clause().periodScheme().ifPresent(
          scheme -> revision.daysInPeriods()
              .map(days -> scheme.containing(days.first()).days().span(scheme.containing(days.last()).days()))
              .flatMap(range::intersection)
              .ifPresent(days -> addAll(periods, scheme, days)));
    }
    return periods;
  }

  /** The indices by which the late interest of any revision is fixed; mostly none. */
  public Set<String> interestIndices() {
    Set<String> indices = new TreeSet<>();
    for (Revision revision : revisions) {
      revision.clause().interestIndex().ifPresent(indices::add);
    }
    return indices;
  }

  /** Whether some share of the clause is due so long after its statement. */
  public boolean isDueAfterStatements() {
    return revisions.stream()
        .anyMatch(
            revision -> revision.clause() instanceof Clause.RevenueShare share && share.due() != null
                && share.due().after() == DueRule.After.STATEMENT);
  }

  /**
   * The period that has that name among the periods of any revision, of the last one first; empty when none has. A period with days in force
   * comes before others of its name.
   */
  public Optional<Period> period(String name) {
    List<Period> named =
        revisions.reversed().stream()
            .flatMap(revision -> revision.clause().periodScheme().flatMap(scheme -> scheme.named(name)).stream())
            .distinct()
            .toList();
    return named.stream().filter(period -> daysOf(period).findAny().isPresent()).findFirst()
        .or(() -> named.stream().findFirst());
  }

  /** The days in force of the period, by the revisions that have it. */
  public Stream<DateRange> daysOf(Period period) {
    return revisions.stream()
        .filter(revision -> revision.clause().periodScheme().filter(scheme -> scheme.has(period)).isPresent())
        .flatMap(revision -> revision.daysInPeriods().stream())
        .flatMap(days -> days.intersection(period.days()).stream());
  }

  /** The first day in force of the period; empty when it has none. */
  public Optional<LocalDate> firstDayOf(Period period) {
    return daysOf(period).findFirst().map(DateRange::first);
  }

  /** Whether the period is one of {@link #periodsBegunBy} that day. */
  public boolean hasBegun(Period period, LocalDate day) {
    return daysOf(period).anyMatch(days -> !days.first().isAfter(day));
  }

  /** Whether there is a period of that name, and it is one of {@link #periodsBegunBy} that day. */
  public boolean hasBegun(String period, LocalDate day) {
    return period(period).filter(named -> hasBegun(named, day)).isPresent();
  }

  /** The days in force, one range for each revision, in order. */
  public List<DateRange> daysInForce() {
    return revisions.stream().flatMap(revision -> revision.inForce().stream()).toList();
  }

  /** The first day in force; empty when there is none. */
  public Optional<LocalDate> firstDay() {
    return daysInForce().stream().map(DateRange::first).findFirst();
  }

  /** Whether the clause has been in force on the day or before it. */
  public boolean hasBegunBy(LocalDate day) {
    return firstDay().filter(first -> !first.isAfter(day)).isPresent();
  }

  /** The last day in force by these revisions; empty when there is none. */
  public Optional<LocalDate> lastDay() {
    return daysInForce().stream().map(DateRange::last).reduce((earlier, later) -> later);
  }
}

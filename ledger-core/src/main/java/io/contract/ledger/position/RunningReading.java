package io.contract.ledger.position;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.Period;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.payment.UnknownInterest;
import io.contract.ledger.position.Happening.Moment;
import io.contract.ledger.share.CapTerms;
import io.contract.ledger.share.FixedSum;
import io.contract.ledger.share.Guarantee;
import io.contract.ledger.share.Line;
import io.contract.ledger.share.LineCutter;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One clause under one reading, kept from question to question. It keeps the lines and the fold of the last question and copies of
 * the fold from before, and runs again only what new facts affect (ADR 0016). Not thread-safe.
 */
final class RunningReading implements ReadingFold.Terms {

  private final Reading reading;
  private final UnknownInterest unknown;
  private final boolean isExplained;
  private final Map<Book, Map<Period, Claim>> claims = new HashMap<>();
  private final IdentityHashMap<Revision, List<CapTerms>> capsOf = new IdentityHashMap<>();
  private final Map<Book, RunningRows> rows = new HashMap<>();
  private final TreeMap<LocalDate, Line> lines = new TreeMap<>();
  private final FoldCopies copies = new FoldCopies();
  private ClausePosition asked;
  private ReadingFold fold;

  /** Whether the fold stands as the facts asked for last leave it, and can go on from there. */
  private boolean isFollowed;

  /** Whether indices may be fixed otherwise since the rows were brought up to date. */
  private boolean isFixedAnew;

  /** The same with the most interest; null until money is left for interest that is not known. */
  private @Nullable RunningReading most;

  private final Map<Book, CombinedReadings> whateverInterest = new HashMap<>();

  /** The days whose reports may have changed since the rows were brought up to date. */
  private Optional<DateRange> reported = Optional.empty();

  /** The positions for the facts asked for last, by book; empty until they are worked out. */
  private SequencedMap<Book, ReadPosition> answer = new LinkedHashMap<>();

  /**
   * Creates one that has not been asked yet.
   *
   * @param isExplained whether it keeps what an explanation of its {@link #workings} needs
   */
  RunningReading(FactsAsOf facts, ClauseHistory clause, Reading reading, boolean isExplained) {
    this(facts, clause, reading, UnknownInterest.LEAST, isExplained);
  }

  private RunningReading(
      FactsAsOf facts, ClauseHistory clause, Reading reading, UnknownInterest unknown, boolean isExplained) {
    this.reading = reading;
    this.unknown = unknown;
    this.isExplained = isExplained;
    this.asked = new ClausePosition(facts, clause, reading, new FixedRates(facts.known().fixings()));
    this.fold = asked.newFold(unknown, isExplained);
  }

  private ClausePosition asking(FactsAsOf facts, ClauseHistory clause) {
    FixedRates rates =
        asked.rates().areThoseOf(facts, clause) ? asked.rates() : new FixedRates(facts.known().fixings());
    return new ClausePosition(facts, clause, reading, rates);
  }

  /** The same question where the most interest is taken to be open; empty where nothing depends on how much that is. */
  private Optional<RunningReading> most(FactsAsOf facts, ClauseHistory clause) {
    if (!isFollowed || !fold.settlement().isAskedForUnknown()) {
      most = null;
      whateverInterest.clear();
      return Optional.empty();
    }
    RunningReading known = most;
    if (known == null) {
      known = new RunningReading(facts, clause, reading, UnknownInterest.MOST, false);
      most = known;
    }
    return Optional.of(known);
  }

  /**
   * The positions for these facts by book, as if computed from them alone.
   *
   * @param also books that are shown even if nothing is in them
   */
  SequencedMap<Book, ReadPosition> at(FactsAsOf facts, ClauseHistory clause, Set<Book> also) {
    SequencedMap<Book, ReadPosition> least = taken(facts, clause, also);
    return most(facts, clause)
        .map(other -> whateverInterest(least, other.taken(facts, clause, least.keySet()), facts, clause))
        .orElse(least);
  }

  /** What both come to, by book. More interest may leave something in a book that is empty with less. */
  private SequencedMap<Book, ReadPosition> whateverInterest(
      SequencedMap<Book, ReadPosition> least, SequencedMap<Book, ReadPosition> most, FactsAsOf facts,
      ClauseHistory clause) {
    SequencedMap<Book, ReadPosition> both = least.keySet().containsAll(most.keySet())
        ? least
        : taken(facts, clause, most.keySet());
    SequencedMap<Book, ReadPosition> agreed = new LinkedHashMap<>();
    both.forEach(
        (book, position) -> agreed.put(
            book,
            whateverInterest.computeIfAbsent(book, any -> new CombinedReadings())
                .whateverInterest(position, Objects.requireNonNull(most.get(book)))));
    return agreed;
  }

  /** The positions where so much interest is taken to be open as it takes. */
  private SequencedMap<Book, ReadPosition> taken(FactsAsOf facts, ClauseHistory clause, Set<Book> also) {
    ClausePosition now = asking(facts, clause);
    Optional<UndisclosedPosition> undisclosed = follow(now);
    if (undisclosed.isPresent()) {
      return undisclosed.get().positions(also);
    }
    Set<Book> used = new LinkedHashSet<>(fold.settlement().books());
    used.addAll(also);
    List<Book> books = now.books(used);
    if (books.equals(List.copyOf(answer.keySet()))) {
      return answer;
    }
    // A question that stops on the way leaves nothing that could be taken for an answer: the next one starts over.
    isFollowed = false;
    SequencedMap<Book, ReadPosition> next = new LinkedHashMap<>();
    for (Book book : books) {
      RunningRows ofBook = rows.computeIfAbsent(book, RunningRows::new);
      ofBook.update(now, fold, this::claimOf, reported, isFixedAnew);
      next.put(book, now.answer(fold, book, ofBook.sums(), ofBook.all()));
    }
    rows.keySet().retainAll(next.keySet());
    isFollowed = true;
    reported = Optional.empty();
    isFixedAnew = false;
    answer = next;
    return next;
  }

  /** The books of {@link #at}, without the work on their rows. */
  List<Book> booksAt(FactsAsOf facts, ClauseHistory clause) {
    ClausePosition now = asking(facts, clause);
    return follow(now).map(undisclosed -> undisclosed.books(Set.of()))
        .orElseGet(() -> now.books(fold.settlement().books()));
  }

  /** The caps of that position, without the work on its rows. */
  List<CapPosition> capsAt(FactsAsOf facts, ClauseHistory clause) {
    List<CapPosition> least = capsTaken(facts, clause);
    return most(facts, clause).map(other -> whateverInterest(least, other.capsTaken(facts, clause))).orElse(least);
  }

  private List<CapPosition> capsTaken(FactsAsOf facts, ClauseHistory clause) {
    ClausePosition now = asking(facts, clause);
    return follow(now).map(UndisclosedPosition::caps).orElseGet(() -> now.caps(fold));
  }

  private static List<CapPosition> whateverInterest(List<CapPosition> least, List<CapPosition> most) {
    return IntStream.range(0, least.size())
        .mapToObj(i -> CombinedReadings.whateverInterest(least.get(i), most.get(i)))
        .toList();
  }

  /** The workings of the book's position; empty where the rate is not disclosed. */
  Optional<Workings> workings(FactsAsOf facts, ClauseHistory clause, Book book) {
    ReadPosition known = Objects.requireNonNull(at(facts, clause, Set.of(book)).get(book));
    return isFollowed
        ? Optional.of(
            asked.workings(fold, this::claimOf, Objects.requireNonNull(answer.get(book)), known))
        : Optional.empty();
  }

  /**
   * Lets the fold go on to these facts. Returns false, and leaves no fold to look at, where an undisclosed rate judges a line.
   */
  boolean goTo(FactsAsOf facts, ClauseHistory clause) {
    return follow(asking(facts, clause)).isEmpty();
  }

  /** The question to whose facts the fold has gone. */
  ClausePosition asked() {
    return asked;
  }

  /** The fold, which goes on with the next question; its {@link ReadingFold#settlement} stays as it is. */
  ReadingFold fold() {
    return fold;
  }

  /**
   * Lets the fold go on to the facts of the question. Rows that are not asked for are not looked at.
   *
   * @return the position, where an undisclosed rate judges a line and there is no fold
   */
  private Optional<UndisclosedPosition> follow(ClausePosition now) {
    Optional<UndisclosedPosition> undisclosed = UndisclosedPosition.of(now);
    if (undisclosed.isPresent()) {
      isFollowed = false;
      answer = new LinkedHashMap<>();
      return undisclosed;
    }
    FactsAsOf facts = now.facts();
    Optional<Affected> affected =
        !isFollowed || now.mayBeUndisclosed() || !now.isFollowOf(asked)
            ? Optional.empty()
            : Affected.between(asked.facts(), facts, now.clause());
    Optional<Moment> from =
        affected.map(Affected::from).map(moment -> Moment.earlier(moment, now.watchesOtherwiseFrom(asked)));
    if (now.succeeded() != asked.succeeded()) {
      // Rows go from one book to another with the days of their revisions.
      rows.clear();
    }
    boolean isSame =
        from.filter(Moment.NEVER::equals).isPresent() && asked.facts().effectiveOn().equals(facts.effectiveOn())
            && asked.watched().equals(now.watched());
    if (now.rates() != asked.rates()) {
      claims.clear();
      isFixedAnew = true;
    }
    asked = now;
    if (isSame) {
      return Optional.empty();
    }
    // As above: until the fold has gone all the way, it has not gone anywhere.
    isFollowed = false;
    answer = new LinkedHashMap<>();
    if (affected.isPresent() && from.isPresent()) {
      goBack(affected.get().linesFrom(), from.get());
      affected.get().reported()
          .ifPresent(days -> reported = Optional.of(reported.map(other -> other.span(days)).orElse(days)));
    } else {
      startOver();
      reported = Optional.of(DateRange.ALWAYS);
    }
    fold.fix(asked.rates());
    run(facts, now.clause());
    isFollowed = true;
    return Optional.empty();
  }

  private void startOver() {
    claims.clear();
    capsOf.clear();
    rows.clear();
    lines.clear();
    copies.clear();
    fold = asked.newFold(unknown, isExplained);
    cut(LocalDate.MIN);
  }

  private void goBack(LocalDate linesFrom, Moment from) {
    if (!linesFrom.equals(LocalDate.MAX)) {
      lines.tailMap(linesFrom, true).clear();
      cut(linesFrom);
    }
    if (fold.at().compareTo(from) >= 0) {
      fold = copies.backBefore(from).orElseGet(() -> asked.newFold(unknown, isExplained));
    }
    fold.watch(asked.watched());
  }

  private void cut(LocalDate from) {
    LineCutter.cut(asked.facts(), asked.clause(), asked.allCaps(), from)
        .forEach(line -> lines.put(line.days().first(), line));
  }

  private void run(FactsAsOf facts, ClauseHistory clause) {
    Moment at = fold.at();
    List<Happening> next = new ArrayList<>();
    asked.watched().stream()
        .filter(cap -> !cap.beginsOn().isAfter(facts.effectiveOn()))
        .forEach(cap -> next.add(new Happening.CapBegins(cap)));
    next.addAll(asked.successionsFrom(at.day()));
    next.addAll(asked.windowsBeginningFrom(at.day(), this::capsOf));
    linesFrom(at.day()).forEach(line -> next.add(new Happening.Accrual(line)));
    FixedSum.of(facts, clause, at.day()).forEach(sum -> next.add(new Happening.SumAccrues(sum)));
    Guarantee.of(facts, clause, at.day()).forEach(guarantee -> next.add(new Happening.Guaranteed(guarantee)));
    next.addAll(asked.datedFrom(at.day(), next));
    asked.waiversFrom(at.day()).forEach(next::add);
    next.addAll(asked.moneyFrom(at));
    next.stream()
        .filter(happening -> happening.moment().compareTo(at) > 0)
        .sorted(Comparator.comparing(Happening::moment))
        .forEach(this::happen);
  }

  private Collection<Line> linesFrom(LocalDate day) {
    LocalDate first = lines.floorKey(day);
    return first == null ? lines.values() : lines.tailMap(first, true).values();
  }

  private void happen(Happening happening) {
    fold.happen(happening, this);
    copies.happened(fold);
  }

  @Override
  public List<CapTerms> capsOf(Revision revision) {
    return capsOf.computeIfAbsent(revision, asked::capsOf);
  }

  @Override
  public Claim claimOf(Book book, Period period, LocalDate day) {
    return asked.clause().isDueAfterStatements() ? asked.claimOf(book, period, day) : claimOf(book, period);
  }

  /** The claim as it stands on the day of the question. It is kept where it stands alike on every day. */
  Claim claimOf(Book book, Period period) {
    if (asked.clause().isDueAfterStatements()) {
      return asked.claimOf(book, period);
    }
    return claims.computeIfAbsent(book, any -> new HashMap<>())
        .computeIfAbsent(period, any -> asked.claimOf(book, period));
  }

  @Override
  public List<Happening.Waived> waiversOn(LocalDate day) {
    return asked.waiversFrom(day).takeWhile(waived -> waived.waiver().fact().on().equals(day)).toList();
  }
}

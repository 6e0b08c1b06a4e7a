package io.contract.ledger.fact.known;

import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.StatementIssue;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.BookChoice;
import io.contract.ledger.terms.ClauseHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The book that a statement is of (domain page, section 12). */
public final class StatedBook {

  private StatedBook() {}

  /**
   * The book of the statement: the one that it names, else that in force on the day if it has the period, else the first that has. It
   * depends on the events before the statement alone, and is kept with them.
   */
  public static Book of(IssuedStatement statement) {
    return found(statement.issue(), statement.knownThen()).book();
  }

  /** The book of a statement among those known. */
  public static Book of(Known<StatementIssue> issue, FactsAsOf facts) {
    return found(issue, facts.known().statements().knownWhenIssued(issue.sequence())).book();
  }

  /** The facts before the statement, as of the day it was issued; kept as its book is. */
  public static FactsAsOf then(IssuedStatement statement) {
    return found(statement.issue(), statement.knownThen()).then();
  }

  private static Kept.Found found(Known<StatementIssue> issue, KnownFacts then) {
    return then.memo().of(Kept.class, Kept::new).of(issue, then);
  }

  /** The books of the statements asked about. Supposed statements can have the same sequence: the one last asked about is kept. */
  private static final class Kept {

    private final Map<Long, Found> found = new ConcurrentHashMap<>();

    private record Found(Recorded before, StatementIssue issue, FactsAsOf then, Book book) {}

    @SuppressWarnings("ReferenceEquality")
    Found of(Known<StatementIssue> statement, KnownFacts known) {
      StatementIssue issue = statement.fact();
      Recorded before = known.events().getLast();
      Found one = found.get(statement.sequence());
      // Histories with an event in common have all events before it in common.
      if (one == null || one.before() != before || !one.issue().equals(issue)) {
        FactsAsOf then = FactsAsOf.of(known, issue.issuedOn());
        one = new Found(before, issue, then, StatedBook.of(issue, then));
        found.put(statement.sequence(), one);
      }
      return one;
    }
  }

  /** @param then the facts before it, as of the day it was issued */
  private static Book of(StatementIssue issue, FactsAsOf then) {
    ClauseHistory clause = then.terms().clause(issue.clause()).orElseThrow();
    LocalDate day = issue.issuedOn();
    return choose(clause, issue.book(), issue.period(), day)
        .or(() -> named(issue.book()))
        .or(() -> clause.bookOn(day))
        .orElseThrow(() -> new IllegalStateException("expected '" + clause.id() + "' to be a revenue share"));
  }

  private static Optional<Book> named(BookChoice choice) {
    return choice.payer().flatMap(payer -> choice.payee().map(payee -> new Book(payer, payee)));
  }

  /** The book with the period that a statement would be of; empty when there is none. */
  public static Optional<Book> choose(ClauseHistory clause, BookChoice choice, String period, LocalDate day) {
    List<Book> books =
        Stream.concat(clause.bookOn(day).stream(), clause.booksOn(day).stream())
            .filter(book -> clause.of(book, day).hasBegun(period, day))
            .toList();
    return choice.first(books);
  }
}

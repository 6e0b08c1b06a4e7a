package io.contract.ledger.fact.known;

import io.contract.ledger.calendar.Period;
import io.contract.ledger.fact.StatementIssue;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.BookChoice;
import io.contract.ledger.terms.ClauseHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The book that a statement is of (domain page, section 12). */
public final class StatedBook {

  private StatedBook() {}

  /**
   * The book of the statement: the one that it names, else that in force on the day if it has the period, else the first that has.
   *
   * @param then the facts before it, as of the day it was issued
   */
  public static Book of(StatementIssue issue, FactsAsOf then) {
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
            .filter(
                book -> clause.of(book, day).periodsBegunBy(day).stream().map(Period::name).anyMatch(period::equals))
            .toList();
    return choice.first(books);
  }
}

package io.contract.ledger.terms;

import io.contract.ledger.budget.Budget;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The books of a clause as revisions name them and successions change them through a day, in the order of the amendments. It looks at
 * what is in force, or effective, by the day.
 */
final class BooksThrough {

  private final LocalDate day;

  /** The books of the day by now, in the order in which they were first named. */
  private Set<Book> standing = new LinkedHashSet<>();

  /** Every pair that was a book by now. */
  private final Set<Book> named = new LinkedHashSet<>();

  /** What the pair that is followed has become by now. */
  private Book followed;

  private final Book pair;

  private BooksThrough(LocalDate day, Book pair) {
    this.day = day;
    this.pair = pair;
    this.followed = pair;
  }

  /** The books of the day, in the order in which they were first named. */
  static List<Book> standing(ClauseHistory clause, LocalDate day) {
    return any(clause).map(pair -> List.copyOf(run(clause, day, pair).standing)).orElse(List.of());
  }

  /** The pairs that were books by the day, under their names of then. */
  static Set<Book> named(ClauseHistory clause, LocalDate day) {
    return any(clause).map(pair -> run(clause, day, pair).named).orElse(Set.of());
  }

  /** What the pair has become by the day since it last came about. */
  static Book of(ClauseHistory clause, LocalDate day, Book pair) {
    return run(clause, day, pair).followed;
  }

  private static Optional<Book> any(ClauseHistory clause) {
    return clause.revisions().stream().flatMap(revision -> revision.book().stream()).findFirst();
  }

  private static BooksThrough run(ClauseHistory clause, LocalDate day, Book pair) {
    BooksThrough through = new BooksThrough(day, pair);
    int next = 0;
    for (int place = 0; place <= clause.revisions().size(); place++) {
      Budget.step();
      while (next < clause.successions().size() && clause.successions().get(next).after() <= place) {
        through.succeed(clause.successions().get(next));
        next++;
      }
      if (place < clause.revisions().size()) {
        through.name(clause.revisions().get(place));
      }
    }
    return through;
  }

  private void name(Revision revision) {
    if (revision.inForce().filter(days -> !days.first().isAfter(day)).isPresent()) {
      revision.book().ifPresent(book -> {
        standing.add(book);
        cameAbout(book);
      });
    }
  }

  private void succeed(Succession succession) {
    if (succession.effectiveOn().isAfter(day)) {
      return;
    }
    followed = succession.of(followed);
    Set<Book> before = standing;
    standing = before.stream().map(succession::of).collect(Collectors.toCollection(LinkedHashSet::new));
    standing.stream().filter(book -> !before.contains(book)).forEach(this::cameAbout);
  }

  private void cameAbout(Book book) {
    named.add(book);
    if (book.equals(pair)) {
      followed = pair;
    }
  }
}

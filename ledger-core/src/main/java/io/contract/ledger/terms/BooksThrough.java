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
  static List<Book> standing(List<Revision> revisions, List<Succession> successions, LocalDate day) {
    return any(revisions).map(pair -> List.copyOf(run(revisions, successions, day, pair).standing)).orElse(List.of());
  }

  /** The pairs that were books by the day, under their names of then. */
  static Set<Book> named(List<Revision> revisions, List<Succession> successions, LocalDate day) {
    return any(revisions).map(pair -> run(revisions, successions, day, pair).named).orElse(Set.of());
  }

  /** What the pair has become by the day since it last came about. */
  static Book of(List<Revision> revisions, List<Succession> successions, LocalDate day, Book pair) {
    return run(revisions, successions, day, pair).followed;
  }

  private static Optional<Book> any(List<Revision> revisions) {
    return revisions.stream().flatMap(revision -> revision.book().stream()).findFirst();
  }

  private static BooksThrough run(
      List<Revision> revisions, List<Succession> successions, LocalDate day, Book pair) {
    BooksThrough through = new BooksThrough(day, pair);
    // Before any revision is in force the first one's pair is the book.
    revisions.stream().limit(1).flatMap(revision -> revision.book().stream()).forEach(through.named::add);
    int next = 0;
    for (int place = 0; place <= revisions.size(); place++) {
      Budget.step();
      while (next < successions.size() && successions.get(next).after() <= place) {
        through.succeed(successions.get(next));
        next++;
      }
      if (place < revisions.size()) {
        through.name(revisions.get(place));
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

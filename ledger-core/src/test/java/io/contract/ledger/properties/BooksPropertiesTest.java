package io.contract.ledger.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.Given;
import io.contract.ledger.agreement.Decision;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.Position;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.terms.Book;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds of books however the parties of a share change: revised, changed back, swapped, succeeded, merged, back-dated, withdrawn
 * again. Held against a model that counts days: every reported day accrues 10 to the pair of parties that the terms name on it, and
 * where a party succeeds another, what each pair has by then goes to the pair that it becomes.
 */
class BooksPropertiesTest {

  private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
  private static final int MONTHS = 12;
  private static final BigDecimal A_DAY = new BigDecimal("10");
  private static final List<String> PARTIES = List.of("acme", "globex", "initech");
  private static final Book AGREED = new Book(new PartyId("acme"), new PartyId("globex"));

  /** A change of the parties from its day on: to a pair, or of a party to another in all pairs. */
  private record Change(int number, long sequence, LocalDate from, Optional<Book> book, PartyId gone, PartyId come) {

    Book of(Book pair) {
      return new Book(pair.payer().equals(gone) ? come : pair.payer(), pair.payee().equals(gone) ? come : pair.payee());
    }
  }

  /** How the pairs stand at the end of a day, counted day by day. */
  private static final class Count {

    Book inForce = AGREED;
    Set<Book> books = new HashSet<>();
    Map<Book, BigDecimal> accrued = new HashMap<>();
    Map<Book, BigDecimal> paid = new HashMap<>();

    /** What pairs that money was paid between have become. */
    Map<Book, Book> now = new HashMap<>();

    void change(Change change) {
      if (change.book().isPresent()) {
        inForce = change.book().get();
        return;
      }
      Book becomes = change.of(inForce);
      if (becomes.payer().equals(becomes.payee())) {
        return; // The clause would not be valid, so that the change has no effect on it.
      }
      inForce = becomes;
      Set<Book> before = books;
      books = before.stream().map(change::of).collect(Collectors.toSet());
      accrued = moved(accrued, change);
      paid = moved(paid, change);
      now.replaceAll((pair, book) -> change.of(book));
      books.stream().filter(book -> !before.contains(book)).forEach(book -> now.put(book, book));
    }

    private static Map<Book, BigDecimal> moved(Map<Book, BigDecimal> amounts, Change change) {
      Map<Book, BigDecimal> moved = new HashMap<>();
      amounts.forEach((book, amount) -> moved.merge(change.of(book), amount, BigDecimal::add));
      return moved;
    }

    void accrue() {
      books.add(inForce);
      now.put(inForce, inForce);
      accrued.merge(inForce, A_DAY, BigDecimal::add);
    }
  }

  private record Paid(Book book, LocalDate on, BigDecimal amount) {}

  /** A random history, with what the model needs to know of it. */
  private static final class History {

    private final Random random;
    private final List<Change> changes = new ArrayList<>();
    private final List<Change> withdrawn = new ArrayList<>();
    private final List<Paid> paid = new ArrayList<>();
    private final Given given;

    History(long seed, boolean partiesChange) {
      random = new Random(seed);
      given = Given.agreement(
          "USD", "{id: acme, name: Acme Corp}, {id: globex, name: Globex Ltd}, {id: initech, name: Initech}",
          share("share") + ", " + share("other"));
      for (int month = 0; month < MONTHS; month++) {
        LocalDate from = FIRST.plusMonths(month);
        LocalDate through = from.plusMonths(1).minusDays(1);
        given.revenue("m" + month, from.toString(), through.toString(), 100 * from.lengthOfMonth() + ".00");
        given.and(
            "payment", "{id: o" + month + ", clause: other, payer: acme, payee: globex, amount: \"" + 7 * (month + 1)
                + "\", valueOn: " + through + "}");
        if (random.nextInt(2) == 0) {
          change(partiesChange);
        }
        if (random.nextInt(2) == 0) {
          pay(month, through, partiesChange);
        }
        if (!changes.isEmpty() && random.nextInt(5) == 0) {
          withdraw(partiesChange);
        }
      }
    }

    private static String share(String id) {
      return "{id: " + id + ", kind: revenue-share, payer: acme, payee: globex, base: net-sales, rate: \"0.10\","
          + " period: quarter, due: {days: 45}}";
    }

    private void change(boolean partiesChange) {
      // Days apart from each other, so that every change is in force on some day.
      LocalDate from = FIRST.plusDays(7L * random.nextInt(50) + changes.size() % 7);
      String one = PARTIES.get(random.nextInt(3));
      String other = PARTIES.stream().filter(party -> !party.equals(one)).toList().get(random.nextInt(2));
      boolean isRevision = random.nextInt(2) == 0;
      int number = changes.size() + 1;
      if (changes.stream().anyMatch(before -> before.from().equals(from)) || !partiesChange) {
        return;
      }
      String change =
          isRevision
              ? "{revise: {clause: share, set: {payer: " + one + ", payee: " + other + "}}}"
              : "{succession: {from: " + one + ", to: " + other + ", clauses: [share]}}";
      Decision decision =
          given.tried(
              "amendment", "{number: " + number + ", title: T, executedOn: " + from + ", effectiveOn: " + from
                  + ", changes: [" + change + "]}");
      if (!(decision instanceof Decision.Refused)) {
        given.amendment(number, from.toString(), change);
        PartyId first = new PartyId(one);
        PartyId second = new PartyId(other);
        changes.add(
            new Change(
                number, given.state().nextSequence() - 1, from,
                isRevision ? Optional.of(new Book(first, second)) : Optional.empty(), first, second));
      }
    }

    private void pay(int month, LocalDate on, boolean partiesChange) {
      List<Book> books = count(on).books.stream().sorted(Comparator.comparing(Book::toString)).toList();
      Book book = books.get(random.nextInt(books.size()));
      String amount = 1 + random.nextInt(900) + "." + (10 + random.nextInt(90));
      if (partiesChange) {
        given.and(
            "payment", "{id: p" + month + ", clause: share, payer: " + book.payer() + ", payee: " + book.payee()
                + ", amount: \"" + amount + "\", valueOn: " + on + "}");
        paid.add(new Paid(book, on, new BigDecimal(amount)));
      }
    }

    private void withdraw(boolean partiesChange) {
      Change one = changes.get(random.nextInt(changes.size()));
      if (partiesChange && !withdrawn.contains(one)) {
        given.and("withdrawal", "{sequence: " + one.sequence() + ", reason: mistaken}");
        withdrawn.add(one);
      }
    }

    /** The model: day by day what changes, what accrues and what is paid. */
    private Count count(LocalDate end) {
      Count count = new Count();
      for (LocalDate day = FIRST; !day.isAfter(end); day = day.plusDays(1)) {
        LocalDate today = day;
        changes.stream().filter(one -> one.from().equals(today) && !withdrawn.contains(one)).forEach(count::change);
        count.accrue();
        paid.stream().filter(one -> one.on().equals(today))
            .forEach(
                one -> count.paid.merge(
                    count.now.getOrDefault(one.book(), succeeded(one.book(), today)), one.amount(), BigDecimal::add));
      }
      return count;
    }

    /** What a pair that the terms do not name any more has become: that of all successions by the day. */
    private Book succeeded(Book pair, LocalDate by) {
      Book book = pair;
      Count count = new Count();
      for (LocalDate day = FIRST; !day.isAfter(by); day = day.plusDays(1)) {
        LocalDate today = day;
        for (Change one : changes.stream()
            .filter(one -> one.from().equals(today) && !withdrawn.contains(one)).toList()) {
          Book becomes = one.of(count.inForce);
          boolean hasEffect = one.book().isEmpty() && !becomes.payer().equals(becomes.payee());
          book = hasEffect ? one.of(book) : book;
          count.change(one);
        }
      }
      return book;
    }

    /** What each pair has accrued, paid, open and unapplied by the end of the month. */
    Map<Book, List<BigDecimal>> expected(LocalDate end) {
      Count count = count(end);
      Map<Book, List<BigDecimal>> expected = new HashMap<>();
      for (Map<Book, BigDecimal> amounts : List.of(count.accrued, count.paid)) {
        amounts.keySet().forEach(book -> {
          BigDecimal owed = count.accrued.getOrDefault(book, BigDecimal.ZERO);
          BigDecimal money = count.paid.getOrDefault(book, BigDecimal.ZERO);
          expected.put(
              book,
              List.of(
                  owed, money, owed.subtract(money).max(BigDecimal.ZERO), money.subtract(owed).max(BigDecimal.ZERO)));
        });
      }
      return expected;
    }

    List<Position> positions(String clause, LocalDate day) {
      return PositionCalculator.positions(given.on(day.toString()), new ClauseId(clause));
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 2_000);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyPairOwesWhatAccruedOnItsDaysLessWhatItPaid(long seed) {
    History history = new History(seed, true);
    for (int month : List.of(2, 7, MONTHS - 1)) {
      LocalDate end = FIRST.plusMonths(month + 1).minusDays(1);
      Map<Book, List<BigDecimal>> found = new HashMap<>();
      history.positions("share", end).forEach(position -> found.put(position.book(), figures(position)));
      assertThat(found).as("seed %s on %s", seed, end).usingRecursiveComparison()
          .withComparatorForType(BigDecimal::compareTo, BigDecimal.class).isEqualTo(history.expected(end));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theClauseIsTheSumOfItsBooksAndAnotherClauseStandsAsIfNothingHadChanged(long seed) {
    LocalDate end = FIRST.plusMonths(MONTHS).minusDays(1);
    History changed = new History(seed, true);

    BigDecimal sum =
        changed.positions("share", end).stream().map(position -> amount(position, Figure.ACCRUED))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).as("seed %s", seed).isEqualByComparingTo("3650");
    for (Position position : changed.positions("share", end)) {
      BigDecimal settled =
          position.periods().stream().map(row -> row.figures().get(Figure.SETTLED).orElseThrow().amount())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(settled.add(amount(position, Figure.CREDIT))).as("seed %s, %s", seed, position.book())
          .isEqualByComparingTo(amount(position, Figure.PAID));
    }
    assertThat(changed.positions("other", end)).as("seed %s", seed)
        .isEqualTo(new History(seed, false).positions("other", end));
  }

  private static List<BigDecimal> figures(Position position) {
    return List.of(
        amount(position, Figure.ACCRUED), amount(position, Figure.PAID), amount(position, Figure.OUTSTANDING),
        amount(position, Figure.CREDIT));
  }

  private static BigDecimal amount(Position position, Figure figure) {
    return position.figures().get(figure).orElseThrow().amount();
  }
}

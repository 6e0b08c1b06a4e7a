package io.contract.ledger.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.Given;
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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds of books however the parties of a share change: revised, changed back, swapped, back-dated, withdrawn again. Held against a
 * model that counts days: every reported day accrues 10 to the pair of parties that the terms name on it.
 */
class BooksPropertiesTest {

  private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
  private static final int MONTHS = 12;
  private static final BigDecimal A_DAY = new BigDecimal("10");
  private static final List<String> PARTIES = List.of("acme", "globex", "initech");
  private static final Book AGREED = new Book(new PartyId("acme"), new PartyId("globex"));

  /** A change of the parties, from its day on until the next. */
  private record Revised(int number, long sequence, LocalDate from, Book book) {}

  private record Paid(Book book, LocalDate on, BigDecimal amount) {}

  /** A random history, with what the model needs to know of it. */
  private static final class History {

    private final Random random;
    private final List<Revised> revised = new ArrayList<>();
    private final List<Revised> withdrawn = new ArrayList<>();
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
          revise(partiesChange);
        }
        if (random.nextInt(2) == 0) {
          pay(month, through, partiesChange);
        }
        if (!revised.isEmpty() && random.nextInt(5) == 0) {
          withdraw(partiesChange);
        }
      }
    }

    private static String share(String id) {
      return "{id: " + id + ", kind: revenue-share, payer: acme, payee: globex, base: net-sales, rate: \"0.10\","
          + " period: quarter, due: {days: 45}}";
    }

    private void revise(boolean partiesChange) {
      // Days apart from each other, so that every revision is in force on some day.
      LocalDate from = FIRST.plusDays(7L * random.nextInt(50) + revised.size() % 7);
      String payer = PARTIES.get(random.nextInt(3));
      String payee = PARTIES.stream().filter(party -> !party.equals(payer)).toList().get(random.nextInt(2));
      int number = revised.size() + 1;
      if (revised.stream().anyMatch(one -> one.from().equals(from)) || !partiesChange) {
        return;
      }
      given.amendment(
          number, from.toString(), "{revise: {clause: share, set: {payer: " + payer + ", payee: " + payee + "}}}");
      revised.add(
          new Revised(
              number, given.state().nextSequence() - 1, from, new Book(new PartyId(payer), new PartyId(payee))));
    }

    private void pay(int month, LocalDate on, boolean partiesChange) {
      List<Book> books = new ArrayList<>(List.of(AGREED));
      standing().stream().filter(one -> !one.from().isAfter(on)).map(Revised::book).forEach(books::add);
      if (standing().stream().anyMatch(one -> one.from().equals(FIRST))) {
        books.remove(AGREED);
      }
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
      Revised one = revised.get(random.nextInt(revised.size()));
      if (partiesChange && !withdrawn.contains(one)) {
        given.and("withdrawal", "{sequence: " + one.sequence() + ", reason: mistaken}");
        withdrawn.add(one);
      }
    }

    private List<Revised> standing() {
      return revised.stream().filter(one -> !withdrawn.contains(one)).sorted(Comparator.comparing(Revised::from))
          .toList();
    }

    Book bookOn(LocalDate day) {
      return standing().stream().filter(one -> !one.from().isAfter(day)).reduce((earlier, later) -> later)
          .map(Revised::book).orElse(AGREED);
    }

    /** What each pair has accrued, paid, open and unapplied by the end of the month. */
    Map<Book, List<BigDecimal>> expected(LocalDate end) {
      Map<Book, BigDecimal> accrued = new HashMap<>();
      for (LocalDate day = FIRST; !day.isAfter(end); day = day.plusDays(1)) {
        accrued.merge(bookOn(day), A_DAY, BigDecimal::add);
      }
      Map<Book, BigDecimal> settled = new HashMap<>();
      paid.stream().filter(one -> !one.on().isAfter(end))
          .forEach(one -> settled.merge(one.book(), one.amount(), BigDecimal::add));
      Map<Book, List<BigDecimal>> expected = new HashMap<>();
      for (Map<Book, BigDecimal> amounts : List.of(accrued, settled)) {
        amounts.keySet().forEach(book -> {
          BigDecimal owed = accrued.getOrDefault(book, BigDecimal.ZERO);
          BigDecimal money = settled.getOrDefault(book, BigDecimal.ZERO);
          expected.put(
              book,
              List.of(
                  owed, money, owed.subtract(money).max(BigDecimal.ZERO), money.subtract(owed).max(BigDecimal.ZERO)));
        });
      }
      expected.putIfAbsent(
          bookOn(end), List.of(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
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

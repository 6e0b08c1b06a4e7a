package io.contract.ledger.journal;

import io.contract.ledger.budget.Budget;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.position.FollowedClaims;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.position.Reading;
import io.contract.ledger.position.RunningPositions;
import io.contract.ledger.position.Workings;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.ClauseHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Books the revenue shares of an agreement. Pure, from the facts alone. It computes no share, cap or settlement. It asks how each
 * clause stood on every day on which something happened, and books the difference from the day before (ADR 0026).
 *
 * <p>Example: 940 accrues on 31 March and 940 is paid on 19 July: two entries. Reversed on 1 August, there are three, and the claim
 * stands at 940 again from that day on, not before.
 */
public final class JournalCalculator {

  private JournalCalculator() {}

  /** The clauses whose text is open on the day, with their readings. The caller chooses one reading of each. */
  public static List<Open> open(FactsAsOf facts) {
    return shares(facts)
        .map(clause -> new Open(clause.id(), PositionCalculator.readings(facts, clause.id())))
        .filter(open -> open.readings().size() > 1)
        .toList();
  }

  /** A clause that can be read in several ways. */
  public record Open(ClauseId clause, List<Reading> readings) {
    public Open {
      readings = List.copyOf(readings);
    }
  }

  /**
   * The journal through the day of the question.
   *
   * @param reading how open parameters are read; {@link Reading#STATED} where none is open
   * @throws IllegalArgumentException when the reading does not settle a parameter that a clause leaves open
   */
  public static Journal journal(FactsAsOf facts, Reading reading) {
    List<Entry> entries = new ArrayList<>();
    List<Posting> balances = new ArrayList<>();
    List<ShareBook> shares = new ArrayList<>();
    Map<LocalDate, FactsAsOf> byDay = new HashMap<>();
    for (ClauseHistory clause : shares(facts).toList()) {
      Reading chosen = chosen(clause.id(), PositionCalculator.readings(facts, clause.id()), reading);
      RunningPositions running = new RunningPositions();
      for (Book book : inOrder(clause, running.books(facts, clause.id(), readings -> chosen))) {
        ShareBook share = new ShareBook(clause.id(), book);
        shares.add(share);
        Optional<Workings> workings = running.workings(facts, clause.id(), book, readings -> chosen);
        if (workings.isPresent()) {
          entries.addAll(entries(facts, byDay, share, chosen, workings.get()));
          balances.addAll(Balances.of(facts, clause, workings.get()));
        } else {
          entries.addAll(Undisclosed.entries(facts, clause, share));
          balances.addAll(Undisclosed.balances(facts, share));
        }
      }
    }
    entries.sort(Comparator.comparing(Entry::on));
    return new Journal(facts.agreement().currency(), entries, balances, shares);
  }

  /** The books in the order in which they were first named. */
  private static List<Book> inOrder(ClauseHistory clause, List<Book> books) {
    return Stream.concat(clause.books().stream().filter(books::contains), books.stream()).distinct().toList();
  }

  private static Stream<ClauseHistory> shares(FactsAsOf facts) {
    return facts.terms().clauses().stream()
        .filter(clause -> clause.shareOn(facts.effectiveOn()).isPresent());
  }

  private static Reading chosen(ClauseId clause, List<Reading> readings, Reading wanted) {
    List<Reading> matching =
        readings.stream()
            .filter(
                reading -> agree(reading.basis(), wanted.basisRead()) && agree(reading.counts(), wanted.countsRead()))
            .toList();
    if (readings.size() == 1) {
      return readings.getFirst();
    }
    if (matching.size() != 1) {
      throw new IllegalArgumentException(
          "expected one reading of clause '" + clause + "', found " + matching + " of " + readings);
    }
    return matching.getFirst();
  }

  private static boolean agree(Optional<?> open, Optional<?> wanted) {
    return open.isEmpty() || wanted.isEmpty() || open.equals(wanted);
  }

  /** @param byDay the facts of each day, kept because many clauses are asked about the same days */
  private static List<Entry> entries(
      FactsAsOf facts, Map<LocalDate, FactsAsOf> byDay, ShareBook share, Reading chosen, Workings last) {
    PostingCauses causes = new PostingCauses(facts, share, PostingDays.of(facts, share.clause(), last));
    FollowedClaims claims = new FollowedClaims(share.clause(), share.book());
    List<Entry> entries = new ArrayList<>();
    Booking booking = new Booking(facts.agreement().currency(), causes);
    for (LocalDate day : causes.days().all()) {
      FactsAsOf ofDay = byDay.computeIfAbsent(day, any -> FactsAsOf.of(facts.known(), day));
      boolean isLast = day.equals(facts.effectiveOn());
      Budget.apart(() -> claims.next(ofDay, readings -> ofEarlierDay(readings, chosen), isLast))
          .ifPresent(changes -> entries.addAll(booking.book(day, changes, isLast)));
    }
    return entries;
  }

  /**
   * The reading of an earlier day. A parameter that was settled otherwise for that day is read as settled, and an open one as
   * chosen.
   */
  private static Reading ofEarlierDay(List<Reading> readings, Reading chosen) {
    List<Reading> left = preferring(readings, reading -> agree(reading.basis(), chosen.basisRead()));
    return preferring(left, reading -> agree(reading.counts(), chosen.countsRead())).getFirst();
  }

  private static List<Reading> preferring(List<Reading> readings, Predicate<Reading> wanted) {
    List<Reading> matching = readings.stream().filter(wanted).toList();
    return matching.isEmpty() ? readings : matching;
  }
}

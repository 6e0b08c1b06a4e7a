package io.contract.ledger.journal;

import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.position.Reading;
import io.contract.ledger.terms.ClauseHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
      ChosenReading chosen =
          ChosenReading.of(clause.id(), PositionCalculator.readings(facts, clause.id()), reading);
      ClauseJournal journal = ClauseJournal.of(facts, clause, chosen, byDay);
      entries.addAll(journal.entries());
      journal.balances().forEach((account, amount) -> balances.add(new Posting(account, amount)));
      shares.addAll(journal.shares());
    }
    entries.sort(Comparator.comparing(Entry::on));
    return new Journal(facts.agreement().currency(), entries, balances, shares);
  }

  private static Stream<ClauseHistory> shares(FactsAsOf facts) {
    return facts.terms().clauses().stream()
        .filter(clause -> clause.payableOn(facts.effectiveOn()).isPresent());
  }
}

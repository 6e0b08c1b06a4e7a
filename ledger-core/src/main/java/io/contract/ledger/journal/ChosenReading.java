package io.contract.ledger.journal;

import io.contract.ledger.id.ClauseId;
import io.contract.ledger.position.Reading;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How the open parameters of a clause are read in a journal.
 *
 * @param last the reading of the day of the question
 */
record ChosenReading(Reading last) {

  /**
   * The one of the readings that is wanted.
   *
   * @throws IllegalArgumentException when the wanted reading does not settle a parameter that the clause leaves open
   */
  static ChosenReading of(ClauseId clause, List<Reading> readings, Reading wanted) {
    if (readings.size() == 1) {
      return new ChosenReading(readings.getFirst());
    }
    List<Reading> matching =
        readings.stream()
            .filter(
                reading -> agree(reading.basis(), wanted.basisRead()) && agree(reading.counts(), wanted.countsRead()))
            .toList();
    if (matching.size() != 1) {
      throw new IllegalArgumentException(
          "expected one reading of clause '" + clause + "', found " + matching + " of " + readings);
    }
    return new ChosenReading(matching.getFirst());
  }

  /**
   * The reading of an earlier day. A parameter that was settled otherwise for that day is read as settled, and an open one as
   * chosen.
   */
  Reading ofEarlierDay(List<Reading> readings) {
    List<Reading> left = preferring(readings, reading -> agree(reading.basis(), last.basisRead()));
    return preferring(left, reading -> agree(reading.counts(), last.countsRead())).getFirst();
  }

  private static List<Reading> preferring(List<Reading> readings, Predicate<Reading> wanted) {
    List<Reading> matching = readings.stream().filter(wanted).toList();
    return matching.isEmpty() ? readings : matching;
  }

  private static boolean agree(Optional<?> open, Optional<?> wanted) {
    return open.isEmpty() || wanted.isEmpty() || open.equals(wanted);
  }
}

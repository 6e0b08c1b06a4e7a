package io.contract.ledger.api.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Writes lists of numbers as short text: {@code 3,12-57}. */
final class Sequences {

  private Sequences() {}

  /** The text of the numbers. Each run of successive numbers is written as its first and last. */
  static String write(List<Long> sequences) {
    List<String> runs = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= sequences.size(); i++) {
      if (i == sequences.size() || sequences.get(i) != sequences.get(i - 1) + 1) {
        long first = sequences.get(from);
        long last = sequences.get(i - 1);
        runs.add(first == last ? Long.toString(first) : first + "-" + last);
        from = i;
      }
    }
    return String.join(",", runs);
  }

  /**
   * The numbers of a text that {@link #write} made.
   *
   * @throws NumberFormatException when the text is of another form
   */
  static List<Long> read(String text) {
    List<Long> sequences = new ArrayList<>();
    for (String run : text.split(",", -1)) {
      int dash = run.indexOf('-');
      if (dash < 0) {
        sequences.add(Long.parseLong(run));
      } else {
        LongStream
            .rangeClosed(Long.parseLong(run.substring(0, dash)), Long.parseLong(run.substring(dash + 1)))
            .forEach(sequences::add);
      }
    }
    return List.copyOf(sequences);
  }
}

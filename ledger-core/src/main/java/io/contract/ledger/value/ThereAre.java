package io.contract.ledger.value;

import java.util.List;

/** Says which names there are, for a message about one that there is not: {@code there are share, licence}. */
public final class ThereAre {

  private ThereAre() {}

  /** {@code there are none}, {@code there is share}, or {@code there are share, licence}. */
  public static String of(List<String> names) {
    return of(names, names.size());
  }

  /** The same, of which at most so many are named: {@code there are share, licence and 12 more}. */
  public static String of(List<String> names, int most) {
    if (names.isEmpty()) {
      return "there are none";
    }
    int more = names.size() - most;
    return (names.size() == 1 ? "there is " : "there are ") + String.join(", ", names.stream().limit(most).toList())
        + (more > 0 ? " and " + more + " more" : "");
  }
}

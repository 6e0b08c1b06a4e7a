package io.contract.ledger.agreement;

import io.contract.ledger.fact.Fact;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a new agreement with a history that a file claims (domain page, section 10): all of it, or nothing. Asked again
 * with the same history it changes nothing; with another one it is a {@link HistoryDiffersException}.
 *
 * @param agreement the agreement's id
 * @param entries in order of recording, the agreement itself first
 * @param by who imports it
 * @param clock what the ledger's clock says: the import's own time, beside the claimed ones
 */
public record ImportHistory(
    @TargetAggregateIdentifier String agreement,
    List<Entry> entries,
    String by,
    Instant clock) {

  /**
   * One fact of the history.
   *
   * @param at when it is said to have been recorded; never before that of the entry ahead of it
   * @param by who is said to have recorded it; null when the file does not say, then whoever imports it
   */
  public record Entry(Fact fact, Instant at, @Nullable String by) {}

  public ImportHistory {
    entries = List.copyOf(entries);
  }
}

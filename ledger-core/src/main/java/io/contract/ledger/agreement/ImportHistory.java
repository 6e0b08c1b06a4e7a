package io.contract.ledger.agreement;

import io.contract.ledger.fact.Fact;
import io.contract.ledger.id.AgreementId;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Asks to record a new agreement with the history that a file claims, all of it or none (domain page, section 10). Asking again
 * with the same history changes nothing. Asking with another history is a {@link HistoryDiffersException}.
 *
 * @param agreement the agreement's id
 * @param entries in order of recording, the agreement itself first
 * @param by who imports it
 * @param clock the time of the ledger's clock, which is stored as the time of the import beside the claimed times
 */
public record ImportHistory(
    @TargetAggregateIdentifier AgreementId agreement,
    List<Entry> entries,
    String by,
    Instant clock) {

  /**
   * One fact of the history.
   *
   * @param at the recorded time that the file claims; never before that of the previous entry
   * @param by who recorded it, as the file claims; null when the file names nobody, and the importer is taken instead
   */
  public record Entry(Fact fact, Instant at, @Nullable String by) {}

  public ImportHistory {
    entries = List.copyOf(entries);
  }
}

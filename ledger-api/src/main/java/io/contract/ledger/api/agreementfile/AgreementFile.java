package io.contract.ledger.api.agreementfile;

import io.contract.ledger.fact.Fact;
import io.contract.ledger.terms.ExecutedAgreement;
import io.contract.ledger.value.Pointer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agreement with its history and expected answers, as a file states them (domain page, section 10). The file is well formed.
 * {@link FileRun} finds out whether its facts are accepted and its expectations hold.
 *
 * @param name the file's name, for messages
 * @param text the file's values with their places
 * @param agreement the agreement as executed
 * @param history the facts in order of recording, the agreement itself first
 * @param expectations the expected answers, in the order of the text
 */
public record AgreementFile(
    String name,
    Located text,
    ExecutedAgreement agreement,
    List<Entry> history,
    List<Expectation> expectations) {

  public AgreementFile {
    history = List.copyOf(history);
    expectations = List.copyOf(expectations);
  }

  /**
   * One fact to be recorded.
   *
   * @param path the fact's place in the file
   * @param at when it was recorded, as the file states; facts with equal times were recorded together
   * @param by who recorded it; null when the file does not state it
   */
  public record Entry(Pointer path, Fact fact, Instant at, @Nullable String by) {}
}

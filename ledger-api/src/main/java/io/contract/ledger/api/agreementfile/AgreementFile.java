package io.contract.ledger.api.agreementfile;

import io.contract.ledger.fact.Fact;
import io.contract.ledger.terms.ExecutedAgreement;
import io.contract.ledger.value.Pointer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agreement with its history and expected answers, as a file says them (domain page, section 10). Well formed; whether the
 * facts are accepted and the answers right is for {@link FileRun} to say.
 *
 * @param name the file's name, for messages
 * @param text the file's values with their places
 * @param agreement the agreement as executed
 * @param history what happened, the agreement itself first, in order of recording
 * @param expectations the answers expected, in order of the text
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
   * @param path where the fact stands in the file
   * @param at when it was recorded, as the file claims; equal times are one moment
   * @param by who recorded it; null when the file does not say
   */
  public record Entry(Pointer path, Fact fact, Instant at, @Nullable String by) {}
}

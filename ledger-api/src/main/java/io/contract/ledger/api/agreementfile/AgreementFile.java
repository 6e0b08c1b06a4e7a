package io.contract.ledger.api.agreementfile;

import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.FactKind;
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
 * @param agreement the agreement as executed
 * @param history the facts in order of recording, the agreement itself first
 * @param expectations the expected answers, in the order of the text
 */
public record AgreementFile(
    String name,
    ExecutedAgreement agreement,
    List<Entry> history,
    List<Expectation> expectations) {

  public AgreementFile {
    history = List.copyOf(history);
    expectations = List.copyOf(expectations);
  }

  private static final Pointer HISTORY = Pointer.ROOT.child("history");

  /**
   * One fact to be recorded.
   *
   * @param number the agreement itself is 0, the first entry of the history 1
   * @param at when it was recorded, as the file states; facts with equal times were recorded together
   * @param by who recorded it; null when the file does not state it
   * @param places where the parts of the fact stand in the text
   */
  public record Entry(int number, Fact fact, Instant at, @Nullable String by, Places places) {

    /** The fact's place in the file: {@code /history/3/payment}. */
    public Pointer path() {
      return entry().child(FactKind.of(fact).key());
    }

    /** The place of the time in the file: {@code /history/3/at}. */
    public Pointer atPath() {
      return entry().child("at");
    }

    private Pointer entry() {
      return number == 0 ? Pointer.ROOT : HISTORY.child(number - 1);
    }
  }
}

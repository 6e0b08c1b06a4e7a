package io.contract.ledger.api.file;

import io.contract.ledger.agreement.ImportHistory;
import io.contract.ledger.api.agreementfile.AgreementFile;
import io.contract.ledger.api.agreementfile.FileRun;
import io.contract.ledger.api.ledger.Ledger;
import io.contract.ledger.api.ledger.Outcome;
import io.contract.ledger.api.ledger.RecordingOptions;
import io.contract.ledger.api.store.RequestKey;
import io.contract.ledger.id.AgreementId;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Records the history of an agreement file in the ledger, if its facts are accepted and its expectations hold. */
@Service
public class FileLoader {

  private final Ledger ledger;

  FileLoader(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * The result of loading a file.
   *
   * @param run the file's run in memory
   * @param future the violations for facts that are later than the clock
   * @param sequence the agreement's last event; empty when nothing was to be recorded or could be recorded
   * @param isNew whether the history was recorded just now
   */
  record Loaded(FileRun run, List<Violation> future, Optional<Long> sequence, boolean isNew) {}

  /** Whether to check only, and whether to record in spite of failed expectations. */
  record Options(boolean dryRun, boolean force) {}

  /**
   * Runs the file in memory and then records it, if it may be recorded. An agreement that is there already is compared whatever the file
   * expects: nothing is recorded that its expectations could keep out. A dry run says what recording it would.
   *
   * @param by who imports the file
   * @param key the idempotency key of the request; null when it has none
   * @throws io.contract.ledger.agreement.HistoryDiffersException when the agreement is recorded with another history
   * @throws io.contract.ledger.agreement.RefusedException when the ledger refuses what the run accepted
   */
  Loaded load(AgreementFile file, Options options, String by, @Nullable RequestKey key) {
    FileRun run = FileRun.of(file);
    // It is folded again when it is recorded. A long history is not held twice.
    run.forgetAgreement();
    List<Violation> future = future(file);
    boolean acceptable = run.refusals().isEmpty() && future.isEmpty()
        && (run.succeeds() || options.force() || knows(file.agreement().id()));
    if (!acceptable) {
      return new Loaded(run, future, Optional.empty(), false);
    }
    List<ImportHistory.Entry> entries =
        file.history().stream()
            .map(entry -> new ImportHistory.Entry(entry.fact(), entry.at(), entry.by()))
            .toList();
    if (options.dryRun()) {
      if (knows(file.agreement().id())) {
        ledger.tryHistory(file.agreement().id(), entries, by);
      }
      return new Loaded(run, future, Optional.empty(), false);
    }
    Outcome recorded = ledger.importHistory(file.agreement().id(), entries, new RecordingOptions(by, null, key));
    return new Loaded(run, future, Optional.of(recorded.sequence()), recorded.isNew());
  }

  /** Whether the ledger has an agreement of that id. */
  boolean knows(AgreementId agreement) {
    return ledger.find(agreement).isPresent();
  }

  private List<Violation> future(AgreementFile file) {
    Instant now = ledger.now();
    return file.history().stream()
        .filter(entry -> entry.at().isAfter(now))
        .map(
            entry -> new Violation(
                entry.atPath(),
                Code.DATE_IN_FUTURE,
                "'at' " + entry.at() + " is later than the ledger's clock, " + now))
        .toList();
  }
}

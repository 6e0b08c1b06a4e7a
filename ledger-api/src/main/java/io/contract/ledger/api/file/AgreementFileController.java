package io.contract.ledger.api.file;

import io.contract.ledger.agreement.HistoryDiffersException;
import io.contract.ledger.agreement.RefusedException;
import io.contract.ledger.api.agreementfile.AgreementFile;
import io.contract.ledger.api.agreementfile.AgreementFileReader;
import io.contract.ledger.api.agreementfile.CheckedExpectation;
import io.contract.ledger.api.agreementfile.FileRun;
import io.contract.ledger.api.agreementfile.PlacedMessage;
import io.contract.ledger.api.agreementfile.Flaw;
import io.contract.ledger.api.answer.AgreementFileAnswer;
import io.contract.ledger.api.answer.Problem;
import io.contract.ledger.api.answer.ProblemKind;
import io.contract.ledger.api.http.AnswerKind;
import io.contract.ledger.api.http.Answers;
import io.contract.ledger.api.http.FactEndpoint;
import io.contract.ledger.api.http.IdempotencyKey;
import io.contract.ledger.api.http.PostedBody;
import io.contract.ledger.api.http.PostedStream;
import io.contract.ledger.api.http.ProblemException;
import io.contract.ledger.api.http.QuestionLimits;
import io.contract.ledger.value.Value.Tree;
import io.contract.ledger.value.Violation;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Agreement files over HTTP: checks a file and records its history. */
@RestController
@RequestMapping(path = "/api/v1/agreement-files", produces = MediaType.APPLICATION_JSON_VALUE)
@EnableConfigurationProperties(FileLimits.class)
final class AgreementFileController {

  /** What an entry takes while a file is recorded, in bytes; measured with 100,000 reports, and rounded up. */
  private static final long BYTES_PER_ENTRY = 4_000;

  /** As many entries as take a third of the memory, in all the files that are read at a time. */
  private static final long MOST_ENTRIES = Runtime.getRuntime().maxMemory() / 3 / QuestionLimits.FEW / BYTES_PER_ENTRY;

  private final FileLoader files;
  private final FileLimits limits;

  AgreementFileController(FileLoader files, FileLimits limits) {
    this.files = files;
    this.limits = limits;
  }

  @PostMapping(consumes = {"application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml",
      MediaType.APPLICATION_JSON_VALUE})
  @Answers(AnswerKind.AGREEMENT_FILE)
  @Operation(operationId = "loadAgreementFile", summary = "Check an agreement file and record its history")
  ResponseEntity<Tree> load(
      @RequestParam(name = "dryRun", defaultValue = "false") boolean dryRun,
      @RequestParam(name = "force", defaultValue = "false") boolean force,
      HttpServletRequest request)
      throws IOException {
    IdempotencyKey.Reading key = IdempotencyKey.reading(request);
    AgreementFile file = read(request, key);
    try {
      FileLoader.Loaded loaded = files.load(file, new FileLoader.Options(dryRun, force),
          FactEndpoint.BY, key == null ? null : key.key());
      return answer(file, loaded, dryRun);
    } catch (HistoryDiffersException differs) {
      throw ProblemException.of(ProblemKind.HISTORY_DIFFERS, String.valueOf(differs.getMessage()));
    } catch (RefusedException refused) {
      AgreementFile.Entry entry = file.history().get(refused.entry());
      throw problem(refused.refusal().violations().stream().map(v -> v.below(entry.path())).toList());
    }
  }

  /** Reads the file, a large one while it arrives, so that it is never in memory as a whole. */
  private AgreementFile read(HttpServletRequest request, IdempotencyKey.@Nullable Reading key) throws IOException {
    try {
      return readAll(request, key);
    } catch (UncheckedIOException ofBody) {
      throw Objects.requireNonNull(ofBody.getCause());
    }
  }

  private AgreementFile readAll(HttpServletRequest request, IdempotencyKey.@Nullable Reading key) throws IOException {
    PostedStream body =
        PostedBody.file(
            request, limits.largest().toBytes(),
            "a server that is started with a larger " + FileLimits.LARGEST + ", such as 512MB, takes it");
    AgreementFileReader.Result read =
        AgreementFileReader.read(
            "the file", key == null ? body : new DigestInputStream(body, key.digest()), MOST_ENTRIES);
    if (read.file().isEmpty()) {
      body.drain();
      throw problem(read.flaws().stream().map(Flaw::located).toList());
    }
    return read.file().get();
  }

  private static ResponseEntity<Tree> answer(AgreementFile file, FileLoader.Loaded loaded, boolean dryRun) {
    FileRun run = loaded.run();
    if (!run.refusals().isEmpty()) {
      throw problem(run.refusals().stream().map(Flaw::located).toList());
    }
    if (!loaded.future().isEmpty()) {
      throw problem(loaded.future());
    }
    if (loaded.sequence().isEmpty() && !dryRun) {
      throw new ProblemException(expectationsFailed(run));
    }
    return ResponseEntity.status(loaded.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            AgreementFileAnswer.write(
                file.agreement().id(),
                run.outcomes().stream().map(CheckedExpectation::write).toList(),
                loaded.isNew(),
                loaded.sequence()));
  }

  private static Problem expectationsFailed(FileRun run) {
    List<Problem.Item> failed =
        run.outcomes().stream()
            .filter(outcome -> !outcome.holds())
            .map(
                outcome -> new Problem.Item(
                    outcome.expectation().path().path(),
                    ProblemKind.EXPECTATIONS_FAILED.code(),
                    PlacedMessage.ofLine(outcome.expectation().place().line(), outcome.said())))
            .toList();
    return new Problem(
        ProblemKind.EXPECTATIONS_FAILED,
        run.holding() + " of " + run.outcomes().size()
            + " expectations hold; nothing was loaded (force=true loads it anyway)",
        failed);
  }

  private static ProblemException problem(List<Violation> violations) {
    return new ProblemException(Problem.of(violations));
  }
}

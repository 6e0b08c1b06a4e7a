package io.contract.ledger.api.file;

import io.contract.ledger.api.agreementfile.AgreementFile;
import io.contract.ledger.api.agreementfile.AgreementFileReader;
import io.contract.ledger.id.AgreementId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Loads the worked example that the jar contains, once. */
@Component
public class ExampleLoader implements ApplicationRunner {

  private static final String EXAMPLE = "/examples/microsoft-openai.yaml";

  private final FileLoader files;
  private final boolean atStart;

  ExampleLoader(FileLoader files, @Value("${ledger.example:false}") boolean atStart) {
    this.files = files;
    this.atStart = atStart;
  }

  /** Loads it before the server says that it is ready, if it is started with the example. */
  @Override
  public void run(ApplicationArguments arguments) {
    if (atStart) {
      loadIfAbsent();
    }
  }

  /**
   * Loads the example, unless there is an agreement of its id. An agreement that is there keeps everything recorded about it
   * since.
   *
   * @return the agreement's id
   * @throws IllegalStateException when an expectation of the example fails: the jar is broken
   */
  public AgreementId loadIfAbsent() {
    AgreementFile example = read();
    AgreementId agreement = example.agreement().id();
    if (!files.knows(agreement)
        && files.load(example, new FileLoader.Options(false, false), "example", null).sequence()
            .isEmpty()) {
      throw new IllegalStateException("the example " + EXAMPLE + " is not accepted; check says why");
    }
    return agreement;
  }

  private static AgreementFile read() {
    try (InputStream file = Objects.requireNonNull(ExampleLoader.class.getResourceAsStream(EXAMPLE))) {
      return AgreementFileReader.read(EXAMPLE, file).file().orElseThrow();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

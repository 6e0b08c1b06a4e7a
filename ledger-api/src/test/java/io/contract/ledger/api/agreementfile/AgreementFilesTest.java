package io.contract.ledger.api.agreementfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every agreement file is accepted and gives the answers that it expects: both the files worked by hand and those that ship. */
class AgreementFilesTest {

  static Stream<Path> files() throws IOException {
    return Stream.of(Path.of("src/test/resources/agreements"), Path.of("src/main/resources/examples"))
        .flatMap(AgreementFilesTest::yamlIn)
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyExpectationHolds(Path path) throws IOException {
    AgreementFileReader.Result read = AgreementFileReader.read(path.toString(), Files.readAllBytes(path));
    assertThat(read.flaws().stream().map(flaw -> flaw.in(path.toString()))).isEmpty();
    FileRun run = FileRun.of(read.file().orElseThrow());
    assertThat(run.refusals().stream().map(flaw -> flaw.in(path.toString()))).isEmpty();
    assertThat(run.outcomes().stream().filter(o -> !o.holds()).map(o -> o.in(path.toString()))).isEmpty();
    assertThat(run.outcomes()).as("expectations").isNotEmpty();
    assertThat(run.succeeds()).isTrue();
  }

  private static Stream<Path> yamlIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return List.copyOf(files.filter(file -> file.toString().endsWith(".yaml")).toList()).stream();
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}

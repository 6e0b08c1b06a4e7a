package io.contract.ledger.api.cli;

import io.contract.ledger.api.agreementfile.QuestionFileReader;
import io.contract.ledger.value.Value;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads files that pose a question. */
final class QuestionFile {

  private QuestionFile() {}

  /**
   * The question in the file.
   *
   * @throws CommandFailure when it cannot be read; the message gives every reason with its place
   */
  static Value.Tree read(String file, Function<byte[], QuestionFileReader.Result> reader) {
    QuestionFileReader.Result read = reader.apply(InputFile.read(file));
    return read.question()
        .orElseThrow(
            () -> CommandFailure.unusable(
                read.flaws().stream().map(flaw -> flaw.in(file)).collect(Collectors.joining("\n"))));
  }
}

package io.contract.ledger.api.cli;

import io.contract.ledger.api.agreementfile.AgreementFile;
import io.contract.ledger.api.agreementfile.AgreementFileReader;
import io.contract.ledger.api.agreementfile.Flaw;
import io.contract.ledger.api.cli.text.Terminal;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.util.List;
import java.util.Optional;

/** Reads agreement files that are given to commands. */
final class AgreementInput {

  private AgreementInput() {}

  /**
   * Reads the file, or stdin for {@code -}. If it is unreadable, prints every reason with its place.
   *
   * @param file where it is read from
   * @param name its name for messages
   * @param answers the answers, to which the reasons are added as JSON
   */
  static Optional<AgreementFile> read(String file, String name, List<Value.Tree> answers) {
    AgreementFileReader.Result read;
    try {
      read = InputFile.read(file, bytes -> AgreementFileReader.read(name, bytes));
    } catch (CommandFailure unreadable) {
      Terminal.complain(unreadable.message());
      answers.add(new TreeBuilder().put("file", name).put("error", unreadable.message()).build());
      return Optional.empty();
    }
    if (read.file().isEmpty()) {
      read.flaws().forEach(flaw -> Terminal.complain(flaw.in(name)));
      answers.add(new TreeBuilder().put("file", name).put("errors", write(read.flaws())).build());
    }
    return read.file();
  }

  static List<Value.Tree> write(List<Flaw> flaws) {
    return flaws.stream().map(Flaw::write).toList();
  }
}

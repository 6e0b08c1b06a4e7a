package io.contract.ledger.api.cli;

import io.contract.ledger.api.agreementfile.AgreementFile;
import io.contract.ledger.api.agreementfile.AgreementFileReader;
import io.contract.ledger.api.agreementfile.Flaw;
import io.contract.ledger.api.cli.text.Terminal;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.util.List;
import java.util.Optional;

/** An agreement file given to a command: its bytes, and the file that was read from them. */
final class AgreementInput {

  private final byte[] bytes;
  private final AgreementFile file;

  private AgreementInput(byte[] bytes, AgreementFile file) {
    this.bytes = bytes;
    this.file = file;
  }

  /**
   * Reads the file. If it is unreadable, prints every reason with its place.
   *
   * @param answers the answers, to which the reasons are added as JSON
   */
  static Optional<AgreementInput> read(String name, List<Value.Tree> answers) {
    byte[] bytes;
    try {
      bytes = InputFile.read(name);
    } catch (CommandFailure unreadable) {
      Terminal.complain(unreadable.message());
      answers.add(new TreeBuilder().put("file", name).put("error", unreadable.message()).build());
      return Optional.empty();
    }
    AgreementFileReader.Result read = AgreementFileReader.read(name, bytes);
    if (read.file().isEmpty()) {
      read.flaws().forEach(flaw -> Terminal.complain(flaw.in(name)));
      answers.add(new TreeBuilder().put("file", name).put("errors", write(read.flaws())).build());
      return Optional.empty();
    }
    return Optional.of(new AgreementInput(bytes, read.file().get()));
  }

  static List<Value.Tree> write(List<Flaw> flaws) {
    return flaws.stream().map(Flaw::write).toList();
  }

  byte[] bytes() {
    return bytes;
  }

  AgreementFile file() {
    return file;
  }
}

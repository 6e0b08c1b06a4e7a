package io.contract.ledger.api.agreementfile;

import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Value;
import io.contract.ledger.value.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * Characters that no text may have ({@link io.contract.ledger.value.Characters}), in the facts of a file. Earlier versions recorded
 * them. A file that was exported of such a history says so at its end ({@value #FIELD}: {@value #AS_RECORDED}), and may then have
 * them: what is exported loads again (ADR 0018).
 */
final class HiddenCharacters {

  /** The name of the field that says so. */
  static final String FIELD = "characters";

  /** Its one value. */
  static final String AS_RECORDED = "as-recorded";

  private final Flaws flaws;
  private final List<Flaw> found = new ArrayList<>();
  private boolean isAllowed;

  HiddenCharacters(Flaws flaws) {
    this.flaws = flaws;
  }

  static boolean areAllowed(Value.Tree file) {
    return file.get(FIELD).filter(Value.text(AS_RECORDED)::equals).isPresent();
  }

  void allow(boolean allowed) {
    isAllowed = allowed;
  }

  /** Adds what was found in a part of the text. Whether it is a flaw shows at the end of the text. */
  void add(List<Violation> violations, Located part, Pointer at) {
    violations.stream()
        .limit(Flaws.MOST - found.size())
        .forEach(violation -> found.add(Flaws.flaw(violation, part, at)));
  }

  /** Turns what was found into flaws, unless the file may have such characters. */
  void end() {
    if (!isAllowed) {
      found.forEach(flaws::add);
    }
  }
}

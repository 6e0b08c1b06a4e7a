package io.contract.ledger.api.agreementfile;

import io.contract.ledger.scenario.ScenarioShapes;
import io.contract.ledger.value.Characters;
import io.contract.ledger.value.Checker;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads files that pose a what-if or a forecast, in YAML or JSON, and names everything that makes one unreadable. */
public final class QuestionFileReader {

  private QuestionFileReader() {}

  /**
   * The question that was read, or the reasons why there is none.
   *
   * @param question the question in the form in which it is posted
   * @param flaws in the order of the text; empty exactly when there is a question
   */
  public record Result(Optional<Value.Tree> question, List<Flaw> flaws) {
    public Result {
      flaws = List.copyOf(flaws);
    }
  }

  /** Reads supposed facts: {@code {facts: […]}}, or the list alone. */
  public static Result whatIf(byte[] bytes) {
    return read(bytes, "facts", ScenarioShapes.FACTS, Type.object(ScenarioShapes.WHAT_IF));
  }

  /** Reads scenarios: {@code {scenarios: […], through}}, or the list alone. */
  public static Result forecast(byte[] bytes) {
    Type scenarios = ScenarioShapes.FORECAST.field("scenarios").orElseThrow().type();
    return read(bytes, "scenarios", scenarios, Type.object(ScenarioShapes.FORECAST));
  }

  private static Result read(byte[] bytes, String name, Type list, Type whole) {
    Flaws flaws = new Flaws();
    Optional<Located> read = YamlReader.read(new ByteArrayInputStream(bytes), Map.of(), flaws);
    if (read.isEmpty() || !flaws.isEmpty()) {
      return new Result(Optional.empty(), flaws.inOrder());
    }
    Located text = read.get();
    boolean isList = text.value() instanceof Value.Items;
    try {
      flaws.addAll(Characters.violations(text.value(), Pointer.ROOT), text, Pointer.ROOT);
      flaws.addAll(Checker.check(text.value(), isList ? list : whole, Pointer.ROOT), text, Pointer.ROOT);
    } catch (Unreadable tooMany) {
      flaws.end(tooMany);
    }
    if (!flaws.isEmpty()) {
      return new Result(Optional.empty(), flaws.inOrder());
    }
    return new Result(
        Optional.of(text.value() instanceof Value.Tree tree ? tree : Value.EMPTY.with(name, text.value())), List.of());
  }
}

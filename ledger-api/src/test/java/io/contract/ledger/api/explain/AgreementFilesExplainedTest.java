package io.contract.ledger.api.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.api.agreementfile.AgreementFileReader;
import io.contract.ledger.api.agreementfile.Expectation;
import io.contract.ledger.api.agreementfile.FileRun;
import io.contract.ledger.api.answer.AnswerHead;
import io.contract.ledger.api.answer.ExplanationAnswer;
import io.contract.ledger.api.words.ExplanationBasis;
import io.contract.ledger.api.words.ExplanationText;
import io.contract.ledger.explain.Explained;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.scenario.ScenarioShapes;
import io.contract.ledger.scenario.Supposed;
import io.contract.ledger.value.Checker;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every figure that an agreement file expects is explained. The root of the explanation is the figure, every node follows from
 * the nodes below it by the operation that it names, and every leaf is a fact that exists.
 */
class AgreementFilesExplainedTest {

  private static int figures;

  static Stream<Path> files() {
    return Stream.of(Path.of("src/test/resources/agreements"), Path.of("src/main/resources/examples"))
        .flatMap(AgreementFilesExplainedTest::yamlIn)
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFigureRecombinesFromItsLeaves(Path path) throws IOException {
    FileRun run =
        FileRun.of(AgreementFileReader.read(path.toString(), Files.readAllBytes(path)).file().orElseThrow());
    for (Expectation expectation : run.file().expectations()) {
      if (isAsked(expectation, run.agreement())) {
        FactsAsOf facts = facts(run.agreement(), expectation);
        Expected.of(expectation, facts).forEach(expected -> hold(path, facts, expected));
      }
    }
  }

  /**
   * Whether the expectation has figures to explain. It has none if it expects no row or no figures, or if the agreement was
   * unknown then.
   */
  private static boolean isAsked(Expectation expectation, Agreement agreement) {
    return switch (expectation.kind()) {
      case POSITION, PERIOD, STATEMENT, OBLIGATION ->
        !expectation.expected().entries().containsKey("absent")
            && expectation.knownAt().map(agreement::knownAt).orElse(agreement.facts()).agreement().isPresent();
      case CLAUSE, LAUNCH, FORECAST, REFUSED -> false;
    };
  }

  @AfterAll
  static void manyWereHeld() {
    assertThat(figures).as("figures that files expect").isGreaterThan(1_000);
  }

  private static void hold(Path path, FactsAsOf facts, Expected expected) {
    String where = path.getFileName() + ":" + expected.expectation().place().line() + " " + expected.figure() + " "
        + expected.asked();
    Expected.Asked of = expected.asked();
    Explained explained =
        new ExplainParameters(
            expected.figure(), of.clause().orElse(null), of.period().orElse(null),
            of.cap().map(Object::toString).orElse(null), of.basis().orElse(null), of.counts().orElse(null),
            of.book().payer().map(Object::toString).orElse(null),
            of.book().payee().map(Object::toString).orElse(null), of.statement().map(Object::toString).orElse(null),
            of.ref().orElse(null))
            .explained(facts);
    assertThat(explained).as(where).isInstanceOf(Explained.Because.class);
    Explanation explanation = ((Explained.Because) explained).explanation();
    AnswerHead asked =
        new AnswerHead(
            facts.agreement().id(), facts.effectiveOn(), Instant.parse("2030-01-01T00:00:00Z"),
            facts.known().events().size() - 1L);
    Value.Tree answer =
        ExplanationAnswer.write(asked, facts.agreement().currency(), explanation, ExplanationBasis.none());

    assertThat(Checker.check(answer, Type.object(ExplanationAnswer.SHAPE), Pointer.ROOT)).as(where).isEmpty();
    assertThat(isSame(answer.get("value").orElseThrow(), expected.value()))
        .as("%s: %s is %s", where, answer.get("value"), expected.value())
        .isTrue();
    try {
      Recombiner.hold(answer, new FactsNamed(facts)::hold);
    } catch (AssertionError wrong) {
      throw new AssertionError(
          where + "\n"
              + ExplanationText.write(asked.inWords(), facts.agreement().currency(), explanation,
                  ExplanationBasis.none()),
          wrong);
    }
    figures++;
  }

  static boolean isSame(Value found, Value expected) {
    return found.equals(expected)
        || (found instanceof Value.Text one && expected instanceof Value.Text other
            && isDecimal(one.text()) && isDecimal(other.text())
            && new BigDecimal(one.text()).compareTo(new BigDecimal(other.text())) == 0);
  }

  private static boolean isDecimal(String text) {
    return text.matches("-?\\d+(\\.\\d+)?");
  }

  private static FactsAsOf facts(Agreement agreement, Expectation expectation) {
    KnownFacts known = expectation.knownAt().map(agreement::knownAt).orElse(agreement.facts());
    if (!expectation.with().isEmpty()) {
      known = Supposed.of(known, ScenarioShapes.facts(expectation.with())).facts();
    }
    LocalDate last =
        agreement.nextSequence() == 1
            ? agreement.executed().effectiveOn()
            : agreement.lastRecordedAt().orElseThrow().atZone(agreement.executed().timeZone()).toLocalDate();
    return FactsAsOf.of(known, expectation.effectiveOn().orElse(last));
  }

  private static Stream<Path> yamlIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return List.copyOf(files.filter(file -> file.toString().endsWith(".yaml")).toList()).stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

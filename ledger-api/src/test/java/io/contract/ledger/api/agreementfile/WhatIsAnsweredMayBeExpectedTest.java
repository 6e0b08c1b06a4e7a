package io.contract.ledger.api.agreementfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.value.Checker;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every whole row of an answer is an expectation that can be read and that holds. */
class WhatIsAnsweredMayBeExpectedTest {

  private static final List<Expectation.Kind> ROWS =
      List.of(
          Expectation.Kind.POSITION, Expectation.Kind.PERIOD, Expectation.Kind.CLAUSE, Expectation.Kind.OBLIGATION,
          Expectation.Kind.LAUNCH, Expectation.Kind.STATEMENT);

  static Stream<Path> files() throws IOException {
    return AgreementFilesTest.files();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyRowOfEveryKind(Path path) throws IOException {
    AgreementFile file = AgreementFileReader.read(path.toString(), Files.readAllBytes(path)).file().orElseThrow();
    Agreement agreement = FileRun.of(file).agreement();
    FileAnswers.Asked asked = new FileAnswers(agreement).about(lastDay(agreement), Optional.empty(), List.of());
    for (Expectation.Kind kind : ROWS) {
      for (Value.Tree row : rows(agreement, asked, kind)) {
        assertThat(flaws(kind, row)).as(kind + " " + row).isEmpty();
        assertThat(Comparison.differences(row, row)).as(kind + " " + row).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyForecastThatAFileAsks(Path path) throws IOException {
    AgreementFile file = AgreementFileReader.read(path.toString(), Files.readAllBytes(path)).file().orElseThrow();
    Agreement agreement = FileRun.of(file).agreement();
    FileAnswers answers = new FileAnswers(agreement);
    for (Expectation expectation : file.expectations()) {
      if (expectation.kind() == Expectation.Kind.FORECAST) {
        Value.Tree answer =
            answers
                .about(
                    expectation.effectiveOn().orElse(lastDay(agreement)), expectation.knownAt(), expectation.with())
                .rows(expectation.kind(), expectation.expected()).getFirst();
        assertThat(flaws(Expectation.Kind.FORECAST, assuming(expectation.expected(), answer))).as(path + "").isEmpty();
      }
    }
  }

  private static List<String> flaws(Expectation.Kind kind, Value.Tree expected) {
    return Checker
        .check(Value.EMPTY.with(kind.key(), expected), Type.object(FileShapes.EXPECTATION), Pointer.ROOT).stream()
        .map(flaw -> flaw.path() + " " + flaw.message())
        .toList();
  }

  /** The answer together with the streams of its question: an expectation has both in one object. */
  private static Value.Tree assuming(Value.Tree asked, Value.Tree answer) {
    List<Value> questions = new Fields(asked).list("scenarios");
    List<Value> answers = new Fields(answer).list("scenarios");
    List<Value> together = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      Value streams = Fields.of(questions.get(i)).tree().get("streams").orElseThrow();
      together.add(Fields.of(answers.get(i)).tree().with("streams", streams));
    }
    return answer.with("scenarios", Value.items(together));
  }

  private static List<Value.Tree> rows(Agreement agreement, FileAnswers.Asked asked, Expectation.Kind kind) {
    return switch (kind) {
      case CLAUSE, OBLIGATION, LAUNCH -> asked.rows(kind, Value.EMPTY);
      case POSITION, PERIOD, STATEMENT, FORECAST, REFUSED -> shares(agreement).stream()
          .flatMap(clause -> asked.rows(kind, Value.EMPTY.with("clause", Value.text(clause))).stream())
          .toList();
    };
  }

  private static List<String> shares(Agreement agreement) {
    return FactsAsOf.of(agreement.facts(), lastDay(agreement)).terms().clauses().stream()
        .filter(
            clause -> clause.revisions().getFirst().clause() instanceof Clause.RevenueShare)
        .map(clause -> clause.id().text())
        .toList();
  }

  private static LocalDate lastDay(Agreement agreement) {
    return LocalDate.ofInstant(agreement.lastRecordedAt().orElseThrow(), agreement.executed().timeZone());
  }
}

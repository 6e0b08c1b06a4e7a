package io.contract.ledger.api.agreementfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.api.answer.LaunchAnswer;
import io.contract.ledger.api.answer.ObligationAnswer;
import io.contract.ledger.api.answer.PositionAnswer;
import io.contract.ledger.api.answer.StatementAnswer;
import io.contract.ledger.api.answer.TermsAnswer;
import io.contract.ledger.fact.AmendmentExecution;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.obligation.LaunchAssessment;
import io.contract.ledger.obligation.ObligationCalculator;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.statement.StatementCalculator;
import io.contract.ledger.terms.ConformedCopy;
import io.contract.ledger.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An exported file loads back to the same history and the same answers, and exports as the same bytes. */
class ExportTest {

  private static final int HISTORIES = 500;
  private static final int POINTS = 50;

  @ParameterizedTest
  @ValueSource(strings = {"acme-globex", "microsoft-openai", "microsoft-openai-announced"})
  void theExamplesComeBackAsTheyWere(String name) throws IOException {
    byte[] file = Files.readAllBytes(Path.of("src/main/resources/examples", name + ".yaml"));
    comesBack(name, FileRun.of(AgreementFileReader.read(name, file).file().orElseThrow()).agreement(), 1);
  }

  @Test
  void fiveHundredRandomHistoriesComeBackAsTheyWere() {
    Set<String> kinds = ConcurrentHashMap.newKeySet();
    Set<Boolean> backDated = ConcurrentHashMap.newKeySet();
    LongStream.rangeClosed(1, HISTORIES)
        .parallel()
        .forEach(
            seed -> {
              Agreement agreement = RandomHistory.of(seed, "random-" + seed, 45);
              for (Recorded recorded : agreement.facts().events()) {
                kinds.add(recorded.kind().type());
                if (recorded.fact() instanceof AmendmentExecution(var amendment, _)) {
                  backDated.add(amendment.effectiveOn().isBefore(amendment.executedOn()));
                }
              }
              comesBack("seed " + seed, agreement, seed);
            });
    assertThat(kinds).as("every kind of event is among them").hasSize(16);
    assertThat(backDated).contains(true);
    System.out.println(
        "export, load, export: " + HISTORIES + " random histories byte-identical, " + HISTORIES * POINTS
            + " points answered alike");
  }

  @Test
  void whatAnotherReaderWouldTakeForSomethingElseIsInQuotes() {
    Agreement agreement = RandomHistory.of(7, "quoted", 60);
    String yaml = new String(yaml(agreement), StandardCharsets.UTF_8);
    assertThat(yaml).contains("effectiveOn: \"2021-01-01\"", "name: \"no\"", "rate: \"0.20\"", "kind: revenue-share");
    assertThat(yaml.lines().filter(line -> line.matches(".*: (yes|no|~|0123|1e3|12:30:45|2021-.*)\\s*")).toList())
        .isEmpty();
    assertThat(yaml).as("every character stands as such or is escaped").doesNotContain("\u0001", "\u2028", "\uFEFF",
        "\r");
  }

  /**
   * Another reader folds a raw line separator into a space and drops a byte order mark, and YAML has no raw DEL. All of them are
   * escaped, in a form that this reader knows too: it does not know {@code \\L}.
   */
  @Test
  void charactersThatReadersTakeForSomethingElseAreEscaped() {
    String text = "a\u2028b\u2029c\uFEFFd\u0085e\u007Ff\u0080g\u0000h\u0007i\uFFFEj\\L";
    Agreement agreement = noted(text);
    assertThat(new String(yaml(agreement), StandardCharsets.UTF_8))
        .contains("by: \"a\\u2028b\\u2029c\\ufeffd\\Ne\\x7ff\\x80g\\0h\\ai\\ufffej\\\\L\"")
        .endsWith("characters: as-recorded\n");
    assertThat(new String(json(agreement), StandardCharsets.UTF_8))
        .contains("\"a\\u2028b\\u2029c\\ufeffd\\u0085e\\u007ff\\u0080g\\u0000h\\u0007i\\ufffej\\\\L\"")
        .endsWith("],\"characters\":\"as-recorded\"}\n");
    comesBack("hidden characters", agreement, 1);
    assertThat(new String(yaml(noted("a\u2028b")), StandardCharsets.UTF_8)).endsWith("characters: as-recorded\n");
    assertThat(new String(yaml(noted("a\u200Cb")), StandardCharsets.UTF_8)).doesNotContain("as-recorded");
  }

  private static Agreement noted(String by) {
    Agreement agreement = Agreement.NONE;
    for (Recorded recorded : RandomHistory.of(3, "noted", 20).facts().events()) {
      agreement =
          agreement.evolve(new Recorded(recorded.sequence(), recorded.recordedAt(), by, null, recorded.fact()));
    }
    return agreement;
  }

  private static void comesBack(String name, Agreement agreement, long seed) {
    byte[] yaml = yaml(agreement);
    Agreement again = loaded(name, yaml);
    assertThat(again.facts().events()).as(name).isEqualTo(agreement.facts().events());
    assertThat(yaml(again)).as(name).isEqualTo(yaml);
    byte[] json = json(agreement);
    assertThat(json(loaded(name, json))).as(name + " as JSON").isEqualTo(json);
    Random random = new Random(seed);
    for (int i = 0; i < POINTS; i++) {
      Instant first = agreement.facts().events().getFirst().recordedAt();
      long span = Duration.between(first, agreement.lastRecordedAt().orElseThrow()).toMillis() + 1;
      Instant knownAt = first.plusMillis((long) (random.nextDouble() * span));
      LocalDate day = LocalDate.of(2020, 12, 1).plusDays(random.nextInt(900));
      assertThat(answers(again.knownAt(knownAt), day))
          .as(name + " on " + day + " as known at " + knownAt)
          .isEqualTo(answers(agreement.knownAt(knownAt), day));
    }
  }

  /** Every answer at one point on the axes of time. */
  private static List<Value> answers(KnownFacts known, LocalDate day) {
    FactsAsOf facts = FactsAsOf.of(known, day);
    List<Value> answers = new ArrayList<>();
    StatementCalculator statements = new StatementCalculator();
    PositionCalculator.positions(facts)
        .forEach(
            position -> answers
                .add(PositionAnswer.position(position, statements.pending(facts, position.clause(), position.book()))));
    StatementAnswer.all(facts).forEach(statement -> answers.add(StatementAnswer.statement(statement)));
    ConformedCopy copy = ConformedCopy.on(facts.terms(), day);
    copy.clauses().forEach(clause -> answers.add(TermsAnswer.clause(facts.agreement().currency(), clause)));
    copy.notInForce().forEach(clause -> answers.add(TermsAnswer.clause(facts.agreement().currency(), clause)));
    ObligationCalculator.obligations(facts).forEach(row -> answers.add(ObligationAnswer.row(row)));
    LaunchAssessment.judge(facts).forEach(launch -> answers.add(LaunchAnswer.row(launch)));
    return answers;
  }

  private static Agreement loaded(String name, byte[] file) {
    AgreementFileReader.Result read = AgreementFileReader.read(name, file);
    assertThat(read.flaws()).as(name).isEmpty();
    FileRun run = FileRun.of(read.file().orElseThrow());
    assertThat(run.refusals()).as(name).isEmpty();
    return run.agreement();
  }

  private static byte[] yaml(Agreement agreement) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      AgreementFileWriter.yaml(out, agreement.facts().events().iterator());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private static byte[] json(Agreement agreement) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      AgreementFileWriter.json(out, agreement.facts().events().iterator());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}

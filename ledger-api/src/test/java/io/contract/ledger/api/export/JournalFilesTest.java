package io.contract.ledger.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.agreementfile.AgreementFileReader;
import io.contract.ledger.api.agreementfile.FileRun;
import io.contract.ledger.api.agreementfile.RandomHistory;
import io.contract.ledger.api.answer.JournalFormat;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.journal.PartyJournal;
import io.contract.ledger.journal.Journal;
import io.contract.ledger.journal.JournalCalculator;
import io.contract.ledger.position.Position;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.position.ReadPosition;
import io.contract.ledger.position.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * hledger, ledger and beancount read the journal without complaint. Their balances equal those of the ledger's own positions,
 * to the last minor unit.
 */
class JournalFilesTest {

  /** An account of what happened, with the kind before the parties and what it is after them. */
  private static final Pattern FLOW =
      Pattern.compile(
          "([A-Za-z]+)(?::.*)?(:(?:Cash|Revenue-Share|Fixed-Payment|(?:Interest-)?Waived|Interest|Withholding-Tax|Opening-.*"
              + "|Succession)(?::.*)?)");

  private static int files;
  private static int transactions;
  private static int balances;

  @TempDir
  Path folder = Path.of("");

  @BeforeEach
  void programsAreThere() {
    AccountingProgram.requireAll();
  }

  @AfterAll
  static void say() {
    System.out.println(files + " files, " + transactions + " transactions, " + balances + " balances agreed.");
  }

  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("journal.seeds", 20L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme-globex", "microsoft-openai", "microsoft-openai-announced"})
  void theyAgreeOnTheExamples(String example) throws IOException {
    KnownFacts known = example(example);
    for (String day : List.of("2021-07-20", "2025-12-31", "2026-06-30", "2031-01-31")) {
      FactsAsOf facts = FactsAsOf.of(known, LocalDate.parse(day));
      for (Reading reading : readings(facts)) {
        agree(facts, reading, example + " on " + day + " " + reading);
      }
    }
  }

  @Test
  void theWorkedExampleHasFourReadingsFromTheAmendmentOn() throws IOException {
    FactsAsOf facts = FactsAsOf.of(example("microsoft-openai"), LocalDate.parse("2026-06-30"));
    assertThat(readings(facts)).hasSize(4);
  }

  /** Once with everything known, and once as known at an earlier instant. {@code -Djournal.seeds=500} tries more agreements. */
  @ParameterizedTest
  @MethodSource("seeds")
  void theyAgreeOnRandomAgreements(long seed) throws IOException {
    Random random = new Random(seed);
    KnownFacts books = RandomBooks.of(seed, 40, false).facts();
    KnownFacts before = KnownFacts.of(books.events().subList(0, 1 + random.nextInt(books.events().size())));
    List<FactsAsOf> questions =
        List.of(
            FactsAsOf.of(books, LocalDate.parse("2023-02-15")),
            FactsAsOf.of(before, LocalDate.of(2020, 12, 1).plusDays(random.nextInt(900))),
            FactsAsOf.of(RandomHistory.of(seed, "random", 60).facts(), LocalDate.parse("2023-02-15")));
    for (FactsAsOf facts : questions) {
      for (Reading reading : readings(facts)) {
        agree(facts, reading,
            "seed " + seed + ", " + facts.agreement().id() + " on " + facts.effectiveOn() + ", " + reading);
      }
    }
  }

  /**
   * What is open, in credit and borne in interest is to each pair of parties what the ledger states. What accrued, was paid and was
   * waived stays with those whose it was then, so that it comes to what the ledger states in sum.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void theyAgreeWherePartiesChange(long seed) throws IOException {
    FactsAsOf facts = FactsAsOf.of(RandomBooks.of(seed, 60, true).facts(), LocalDate.parse("2023-02-15"));
    for (Reading reading : readings(facts)) {
      agree(facts, reading, "seed " + seed + ", parties change, " + reading, JournalFilesTest::withFlowsInSum);
    }
  }

  private static Map<String, BigDecimal> withFlowsInSum(Map<String, BigDecimal> balances) {
    Map<String, BigDecimal> reduced = new TreeMap<>();
    balances.forEach((account, amount) -> {
      Matcher flow = FLOW.matcher(account);
      reduced.merge(flow.matches() ? flow.group(1) + flow.group(2) : account, amount, BigDecimal::add);
    });
    reduced.remove("Equity:Succession");
    reduced.values().removeIf(amount -> amount.signum() == 0);
    return reduced;
  }

  /** On days before anything was agreed, and on the first and last days that the programs know. */
  @ParameterizedTest
  @ValueSource(strings = {"1400-01-01", "2020-12-31", "9999-12-30", "9999-12-31"})
  void theyAgreeOnFarDays(String day) throws IOException {
    agree(FactsAsOf.of(example("acme-globex"), LocalDate.parse(day)), Reading.STATED, day);
  }

  @Test
  void aBookThatDoesNotAgreeIsNoticed() throws IOException {
    FactsAsOf facts = FactsAsOf.of(example("acme-globex"), LocalDate.parse("2021-07-15"));
    for (AccountingProgram program : AccountingProgram.values()) {
      Path file = write(facts, Reading.STATED, program.format(), Optional.empty());
      // The last amount in every file is a balance stated by the ledger.
      Files.writeString(file, Files.readString(file).replaceFirst("(?s)(.*\\d\\.\\d)\\d", "$1" + "9"));
      assertThat(program.on(file).complaints()).as(program.toString()).isNotEmpty();
    }
  }

  private void agree(FactsAsOf facts, Reading reading, String of) throws IOException {
    agree(facts, reading, of, UnaryOperator.identity());
  }

  private void agree(
      FactsAsOf facts, Reading reading, String of, UnaryOperator<Map<String, BigDecimal>> compared) throws IOException {
    Map<String, BigDecimal> expected = compared.apply(expected(facts, reading));
    for (AccountingProgram program : AccountingProgram.values()) {
      Path file = write(facts, reading, program.format(), Optional.empty());
      AccountingProgram.Opinion opinion = program.on(file);
      assertThat(opinion.complaints()).as(program + " on " + of).isEmpty();
      if (isInterestUnknown(facts)) {
        // The journal books what is known, and the position does not say what that is.
        continue;
      }
      assertThat(compared.apply(opinion.balances())).as(program + " on " + of)
          .usingComparatorForType(BigDecimal::compareTo,
              BigDecimal.class)
          .usingRecursiveComparison().isEqualTo(expected);
      files++;
      balances += expected.size();
    }
  }

  private static boolean isInterestUnknown(FactsAsOf facts) {
    return PositionCalculator.positions(facts).stream()
        .filter(position -> !facts.terms().clause(position.clause()).orElseThrow().interestIndices().isEmpty())
        .map(Position::figures)
        .anyMatch(figures -> figures.names().stream().anyMatch(figure -> figures.get(figure).isEmpty()));
  }

  /** The accounts of the payee and of the payer, computed from the figures of the position. Nothing is taken from the journal. */
  private static Map<String, BigDecimal> expected(FactsAsOf facts, Reading reading) {
    Map<String, BigDecimal> expected = new TreeMap<>();
    PositionCalculator.positions(facts).forEach(position -> {
      ReadPosition read = read(position.readings(), reading)
          .orElseGet(() -> new ReadPosition(
              position.book(), Reading.STATED, position.figures(), position.caps(), position.periods()));
      OwnBalances.of(facts, position, read).forEach((account, amount) -> {
        if (amount.signum() != 0) {
          expected.put(account, amount);
        }
      });
    });
    return expected;
  }

  private static Optional<ReadPosition> read(List<ReadPosition> readings, Reading wanted) {
    return readings.stream()
        .filter(read -> read.reading().basis().isEmpty() || read.reading().basis().equals(wanted.basis()))
        .filter(read -> read.reading().counts().isEmpty() || read.reading().counts().equals(wanted.counts()))
        .findFirst();
  }

  private static List<Reading> readings(FactsAsOf facts) {
    List<JournalCalculator.Open> open = JournalCalculator.open(facts);
    return open.isEmpty() ? List.of(Reading.STATED) : open.getFirst().readings();
  }

  private Path write(FactsAsOf facts, Reading reading, JournalFormat format, Optional<PartyId> party)
      throws IOException {
    Journal journal = JournalCalculator.journal(facts, reading);
    transactions += journal.entries().size();
    Path file = folder.resolve("journal." + format.slug());
    try (OutputStream out = Files.newOutputStream(file)) {
      JournalWriter.write(
          new JournalFile(new PartyJournal(journal, party), facts.agreement(), facts.effectiveOn(), "Test"), format,
          out);
    }
    return file;
  }

  private static KnownFacts example(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(
        JournalFilesTest.class.getResourceAsStream("/examples/" + name + ".yaml"))) {
      return FileRun.of(AgreementFileReader.read(name, in.readAllBytes()).file().orElseThrow()).agreement().facts();
    }
  }
}

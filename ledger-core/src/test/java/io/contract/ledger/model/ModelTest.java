package io.contract.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Compares the engine with the naive model on every figure of every reading, for many random agreements. Each is made from a seed.
 * An agreement on which the two differ is reduced as far as the difference lasts, and written as an agreement file into
 * {@code target/model}.
 *
 * <p>More agreements: {@code -Dledger.model.agreements=5000}, or the profile {@code nightly}. Others: {@code
 * -Dledger.model.first=50000}, which is the first seed.
 */
class ModelTest {

  private static final int FACTS = 35;
  /**
   * The most agreements that are reduced. Reducing takes time, and one mistake shows in many agreements. The others are named only.
   */
  private static final int CUT_DOWN = Integer.getInteger("ledger.model.cut", 5);

  private static final long FIRST = Long.getLong("ledger.model.first", 0L);
  private static final long AGREEMENTS = Long.getLong("ledger.model.agreements", 1_000L);

  /** What a thousand agreements must show at least once. A generator that never reaches one of these fails the test. */
  private static final List<String> WANTED = List.of("tiers marginal", "tiers whole", "tiers over period",
      "tiers over calendar-year", "tiers over fiscal-year", "fiscal year", "contract year", "named periods",
      "statement", "due after a statement",
      "tiers over lifetime", "cap cut", "cut taken back", "excess carried",
      "excess carried on", "shortfall", "shortfall outside caps", "minimum prorated", "advance paid back",
      "interest paid first", "interest paid after principal", "interest open", "line below zero", "floor",
      "rounding at period", "paid for a period", "settled money freed", "grown over used credit", "brought forward",
      "reading settled",
      "waived", "credit left", "rate unstated", "rates", "rate from a milestone", "begins on a milestone",
      "several minimums", "deductions cut", "deductions cut × tiers", "tiers × cap cut", "shortfall × cap cut",
      "interest by an index", "interest unknown", "interestPaid unknown", "outstanding unknown",
      "shortfall × tiers", "fixed payment once", "fixed payment by the period", "fixed payment × interest paid",
      "fixed payment × credit left", "fixed payment × brought forward", "interest waived", "late charge",
      "interest on interest",
      "excess carried × shortfall", "excess carried × line below zero", "interest paid × line below zero",
      "interest paid × cap cut", "advance paid back × cap cut", "brought forward × cap cut",
      "brought forward × shortfall", "reading settled × cap cut", "reversal", "restatement", "withdrawal",
      "another currency", "amendment dated back");

  private final AtomicInteger differing = new AtomicInteger();

  /** What happens in an agreement, and in what the engine and the model differ on it. */
  private record Outcome(Set<String> active, Optional<String> difference) {}

  @Test
  void theEngineAnswersWhatTheModelAnswers() {
    System.out.printf("engine and model: seeds %s to %s%n", FIRST, FIRST + AGREEMENTS - 1);
    List<Outcome> outcomes =
        LongStream.range(FIRST, FIRST + AGREEMENTS).parallel().mapToObj(this::outcome).toList();
    Map<String, Integer> coverage = new TreeMap<>();
    outcomes.forEach(outcome -> outcome.active().forEach(what -> coverage.merge(what, 1, Integer::sum)));
    System.out.println("agreements with: " + coverage.entrySet().stream()
        .map(what -> what.getKey() + " " + what.getValue()).collect(Collectors.joining(", ")));
    assertThat(outcomes.stream().flatMap(outcome -> outcome.difference().stream())).isEmpty();
    if (AGREEMENTS >= 1_000) {
      assertThat(coverage.keySet()).as("what the random agreements come to").containsAll(WANTED);
    }
  }

  private Outcome outcome(long seed) {
    Scenario scenario = RandomScenario.of(seed, FACTS);
    Set<String> active = new TreeSet<>(ModelledPosition.active(scenario, RandomScenario.lastDay(scenario)));
    scenario.facts().forEach(fact -> active.addAll(words(fact)));
    if (scenario.agreement().has("fiscalYearEnds")) {
      active.add("fiscal year");
    }
    if (scenario.agreement().node("clause").flatMap(clause -> clause.node("period")).isPresent()) {
      active.add("named periods");
    }
    if (scenario.agreement().node("clause").filter(clause -> clause.has("year")).isPresent()) {
      active.add("contract year");
    }
    if (scenario.agreement().node("clause").flatMap(clause -> clause.node("due")).flatMap(due -> due.optional("after"))
        .filter("statement"::equals).isPresent()) {
      active.add("due after a statement");
    }
    for (LocalDate day : RandomScenario.days(seed, scenario)) {
      if (!Comparison.differences(scenario, day).isEmpty()) {
        return new Outcome(active, Optional.of(differing.incrementAndGet() <= CUT_DOWN
            ? shrunk(seed, scenario, day)
            : "seed " + seed + " on " + day));
      }
    }
    return new Outcome(active, Optional.empty());
  }

  private static String shrunk(long seed, Scenario scenario, LocalDate day) {
    Scenario small = Comparison.shrunk(scenario, day);
    List<String> differences = Comparison.differences(small, day);
    Path file = ScenarioFile.write(small, day, seed, differences);
    return "seed %s on %s, engine and model: %s%nsee %s:%n%s".formatted(seed, day, differences, file, small);
  }

  private static Set<String> words(Scenario.Told fact) {
    Set<String> words = new TreeSet<>();
    words.add(fact.key());
    if (fact.fields().has("fxRate")) {
      words.add("another currency");
    }
    if (fact.key().equals("amendment")
        && fact.fields().date("effectiveOn").isBefore(fact.fields().date("executedOn"))) {
      words.add("amendment dated back");
    }
    return words;
  }
}

package io.contract.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.fact.Backing;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.Payment;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.StatementIssue;
import io.contract.ledger.fact.Withdrawal;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.position.Position;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.position.RunningPositions;
import io.contract.ledger.statement.StatementCalculator;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.BookChoice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Positions and statements that are kept between questions equal those computed from the facts alone, whatever the day is and
 * whatever is recorded or withdrawn. The parameter is the seed. More seeds: {@code -Drunning.seeds=5000}.
 */
@Execution(ExecutionMode.CONCURRENT)
class RunningPositionsTest {

  private static final Book BOOK = new Book(new PartyId("acme"), new PartyId("globex"));

  private static final int FACTS = 70;
  private static final int STATED_FACTS = 40;

  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("running.seeds", 40L));
  }

  /** Positions as a replay asks for them: before and after each event, on days that pass. */
  @ParameterizedTest
  @MethodSource("seeds")
  void eventByEventOnDaysThatPass(long seed) {
    List<KnownFacts> prefixes = prefixes(seed);
    Random random = new Random(seed);
    RunningPositions running = new RunningPositions();
    LocalDate day = LocalDate.of(2021, 1, 1);
    for (int i = 1; i < prefixes.size(); i++) {
      day = day.plusDays(random.nextInt(40));
      compare(running, prefixes.get(i - 1), day, seed);
      compare(running, prefixes.get(i), day, seed);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void eventByEventOnOneDay(long seed) {
    LocalDate day = LocalDate.of(2021, 1, 1).plusDays(new Random(seed).nextInt(1_300));
    RunningPositions running = new RunningPositions();
    prefixes(seed).forEach(known -> compare(running, known, day, seed));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyPointAfterAnyOther(long seed) {
    List<KnownFacts> prefixes = prefixes(seed);
    Random random = new Random(seed);
    RunningPositions running = new RunningPositions();
    for (int i = 0; i < 60; i++) {
      KnownFacts known = prefixes.get(random.nextInt(prefixes.size()));
      compare(running, known, LocalDate.of(2020, 12, 1).plusDays(random.nextInt(1_400)), seed);
    }
  }

  /** Positions of several days in turn, as users ask for them, with supposed facts in between that are dropped again. */
  @ParameterizedTest
  @MethodSource("seeds")
  void questionsOnSeveralDaysWithFactsAssumedInBetween(long seed) {
    List<KnownFacts> prefixes = prefixes(seed);
    Random random = new Random(seed);
    List<LocalDate> days =
        random.ints(5, 0, 1_300).mapToObj(after -> LocalDate.of(2021, 1, 1).plusDays(after)).toList();
    for (int i = 1; i < prefixes.size(); i++) {
      LocalDate day = days.get(random.nextInt(days.size()));
      compare(prefixes.get(i), day, seed);
      if (random.nextBoolean()) {
        compare(assuming(prefixes, i, random), day, seed);
      }
    }
  }

  /** Statements and pending adjustments of several days in turn, with supposed facts in between. */
  @ParameterizedTest
  @MethodSource("seeds")
  void statementsOnSeveralDaysWithFactsAssumedInBetween(long seed) {
    List<KnownFacts> prefixes = withStatements(seed);
    Random random = new Random(seed);
    List<LocalDate> days =
        random.ints(4, 0, 1_300).mapToObj(after -> LocalDate.of(2021, 1, 1).plusDays(after)).toList();
    for (int i = 1; i < prefixes.size(); i++) {
      LocalDate day = days.get(random.nextInt(days.size()));
      compareStated(new StatementCalculator(), prefixes.get(i), day, seed);
      if (random.nextInt(3) == 0) {
        compareStated(new StatementCalculator(), assuming(prefixes, i, random), day, seed);
        compareStated(new StatementCalculator(), prefixes.get(i).through(1 + random.nextInt(i)), day, seed);
      }
    }
  }

  /** Statements as a replay asks for them. */
  @ParameterizedTest
  @MethodSource("seeds")
  void statementsEventByEventOnDaysThatPass(long seed) {
    List<KnownFacts> prefixes = withStatements(seed);
    Random random = new Random(seed);
    RunningPositions running = new RunningPositions();
    StatementCalculator statements = new StatementCalculator(running::reads);
    LocalDate day = LocalDate.of(2021, 1, 1);
    for (KnownFacts known : prefixes) {
      day = day.plusDays(random.nextInt(40));
      running.positions(FactsAsOf.of(known, day));
      compareStated(statements, known, day, seed);
    }
  }

  private static void compareStated(StatementCalculator statements, KnownFacts known, LocalDate day, long seed) {
    assertThat(stated(statements, FactsAsOf.of(known, day)))
        .as("seed %s, %s events, on %s", seed, known.events().size(), day)
        .isEqualTo(stated(new StatementCalculator(), FactsAsOf.of(KnownFacts.of(known.events()), day)));
  }

  private static List<String> stated(StatementCalculator statements, FactsAsOf facts) {
    String pending = statements.pending(facts, new ClauseId("share"), BOOK).toString();
    Stream<String> said =
        statements.statements(facts, new ClauseId("share")).stream()
            .map(
                one -> one.issued() + " " + one.period() + " " + one.book() + " " + one.dueOn()
                    + " "
                    + one.statedBefore() + " " + one.amounts() + " " + one.readings());
    return Stream.concat(Stream.of(pending), said).toList();
  }

  /** The facts through that one, and some later ones as supposed facts. */
  private static KnownFacts assuming(List<KnownFacts> prefixes, int through, Random random) {
    KnownFacts known = prefixes.get(through);
    List<Recorded> later = prefixes.getLast().events();
    for (int i = through + 1 + random.nextInt(3); i < later.size() && i < through + 5; i++) {
      boolean isAssumed =
          switch (later.get(i).fact()) {
            case Payment payment -> known.payments().named(payment.id()).isEmpty();
            // Nobody can state a period that has not come about yet.
            case StatementIssue issue ->
              FactsAsOf.of(known, issue.issuedOn()).terms().period(issue.clause(), issue.period()).isPresent();
            default -> false;
          };
      if (isAssumed) {
        known = known.plus(
            new Recorded(known.events().size(), later.get(i).recordedAt(), "nobody", null, later.get(i).fact()));
      }
    }
    return known;
  }

  private static void compare(RunningPositions running, KnownFacts known, LocalDate day, long seed) {
    isAsAfresh(running.positions(FactsAsOf.of(known, day)), known, day, seed);
  }

  private static void compare(KnownFacts known, LocalDate day, long seed) {
    isAsAfresh(PositionCalculator.positions(FactsAsOf.of(known, day)), known, day, seed);
  }

  /** Compares the positions with those of facts that are made anew from the same events and keep nothing. */
  private static void isAsAfresh(List<Position> positions, KnownFacts known, LocalDate day, long seed) {
    assertThat(positions)
        .as("seed %s, %s events, on %s", seed, known.events().size(), day)
        .isEqualTo(PositionCalculator.positions(FactsAsOf.of(KnownFacts.of(known.events()), day)));
  }

  /** The same facts with a statement now and then. Withdrawals name the new sequences. */
  private static List<KnownFacts> withStatements(long seed) {
    Random random = new Random(seed);
    List<KnownFacts> prefixes = new ArrayList<>();
    List<Long> sequences = new ArrayList<>();
    KnownFacts known = KnownFacts.NONE;
    for (Recorded event : RandomScenario.of(seed, STATED_FACTS).engine().facts().events()) {
      sequences.add((long) known.events().size());
      known =
          and(known, event.recordedAt(),
              event.fact() instanceof Withdrawal withdrawal
                  ? new Withdrawal(
                      sequences.get(Math.toIntExact(withdrawal.sequence())), withdrawal.reason(), withdrawal.backing())
                  : event.fact());
      prefixes.add(known);
      Optional<StatementIssue> statement = random.nextInt(4) == 0 ? statement(known, random) : Optional.empty();
      if (statement.isPresent()) {
        known = and(known, event.recordedAt(), statement.get());
        prefixes.add(known);
      }
    }
    return prefixes;
  }

  private static KnownFacts and(KnownFacts known, Instant at, Fact fact) {
    return known.plus(new Recorded(known.events().size(), at, "tester", null, fact));
  }

  /** A statement of some period begun by some day; empty where there is no revenue share. */
  private static Optional<StatementIssue> statement(KnownFacts known, Random random) {
    LocalDate day = LocalDate.of(2021, 1, 1).plusDays(random.nextInt(1_300));
    return FactsAsOf.of(known, day).terms().clause(new ClauseId("share"))
        .map(share -> List.copyOf(share.periodsBegunBy(day)))
        .filter(periods -> !periods.isEmpty())
        .map(periods -> periods.get(random.nextInt(periods.size())).name())
        .map(period -> new StatementIssue(new ClauseId("share"), BookChoice.ANY, period, day, Backing.NONE));
  }

  private static List<KnownFacts> prefixes(long seed) {
    List<KnownFacts> prefixes = new ArrayList<>();
    KnownFacts known = KnownFacts.NONE;
    for (Recorded event : RandomScenario.of(seed, FACTS).engine().facts().events()) {
      known = known.plus(event);
      prefixes.add(known);
    }
    return prefixes;
  }
}

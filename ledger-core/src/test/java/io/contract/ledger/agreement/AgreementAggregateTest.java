package io.contract.ledger.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contract.ledger.Flow;
import io.contract.ledger.budget.Budget;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.id.AgreementId;
import io.contract.ledger.value.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The shell hands the events of a command to the store, all or none, with when and by whom they were recorded. */
class AgreementAggregateTest {
  private static final Instant NOON = Instant.parse("2022-03-01T12:00:00Z");

  private final FixtureConfiguration<AgreementAggregate> fixture =
      fixture();

  @Test
  void theFirstFactOfAnAgreementExecutesIt() {
    fixture
        .givenNoPriorActivity()
        .when(record(NOON, agreement("a"), milestone("m")))
        .expectSuccessfulHandlerExecution()
        .expectEvents(agreement("a"), milestone("m"));
  }

  @Test
  void factsOfOneCommandShareItsInstantAndTheNextIsLater() {
    fixture
        .givenCommands(record(NOON, agreement("a"), milestone("m1"), milestone("m2")))
        .when(record(NOON.minusSeconds(60), milestone("m3")))
        .expectState(
            aggregate -> assertThat(aggregate.state().facts().events())
                .extracting(Recorded::recordedAt)
                .containsExactly(NOON, NOON, NOON, NOON.plusNanos(1_000)));
  }

  @Test
  void theStampIsTakenWhenEverythingIsDecidedAndOnlyIfThereIsSomethingToRecord() {
    List<String> stamped = new ArrayList<>();
    fixture
        .givenCommands(record(NOON, agreement("a"), payment("p1", "1.00")))
        .when(recordedLater(() -> stamp(stamped, NOON.plusSeconds(30)), payment("p1", "1.00")))
        .expectNoEvents();
    assertThat(stamped).as("nothing is new").isEmpty();
    fixture()
        .givenCommands(record(NOON, agreement("a")))
        .when(recordedLater(() -> stamp(stamped, NOON.plusSeconds(30)), milestone("m"), payment("p1", "-1.00")))
        .expectException(RefusedException.class);
    assertThat(stamped).as("something is refused").isEmpty();
    fixture()
        .givenCommands(record(NOON, agreement("a")))
        .when(recordedLater(() -> stamp(stamped, NOON.plusSeconds(30)), milestone("m"), milestone("m"), milestone("n")))
        .expectState(
            aggregate -> assertThat(aggregate.state().facts().events())
                .extracting(Recorded::recordedAt)
                .containsExactly(NOON, NOON.plusSeconds(30), NOON.plusSeconds(30)));
    assertThat(stamped).hasSize(1);
  }

  @Test
  void theStampComesAfterTheLastDecision() {
    List<String> steps = new ArrayList<>();
    Budget.Watch watch = new Budget.Watch() {
      @Override
      public void look() {
        steps.add("decide");
      }

      @Override
      public void grown() {}

      @Override
      public <T> T asOneQuestion(Supplier<T> work) {
        return work.get();
      }
    };
    new Budget(100, 100, watch).ask(
        () -> fixture
            .givenNoPriorActivity()
            .when(recordedLater(() -> stamp(steps, NOON), agreement("a"), milestone("m"), milestone("n"))));
    assertThat(steps).containsExactly("decide", "decide", "decide", "stamped");
  }

  @Test
  void whatIsStampedOnAnotherDayIsDecidedByThatDay() {
    Fact tomorrow = FactKind.MILESTONE.read(Flow.tree("{id: m, on: 2022-03-02}"));
    fixture
        .givenCommands(record(NOON, agreement("a")))
        .when(new RecordFacts(new AgreementId("a"), List.of(tomorrow), "ann", NOON.plus(Duration.ofHours(12)),
            () -> NOON, null))
        .expectException(RefusedException.class)
        .expectNoEvents();
    fixture()
        .givenCommands(record(NOON, agreement("a")))
        .when(recordedLater(() -> NOON.plus(Duration.ofHours(12)), milestone("m")))
        .expectState(
            aggregate -> assertThat(aggregate.state().lastRecordedAt()).contains(NOON.plus(Duration.ofHours(12))));
  }

  @Test
  void aRefusedFactLeavesNothingOfItsCommand() {
    fixture
        .givenCommands(record(NOON, agreement("a")))
        .when(record(NOON, milestone("m"), payment("p1", "-1.00")))
        .expectException(RefusedException.class)
        .expectNoEvents();
  }

  @Test
  void theSameFactAgainIsNoEvent() {
    fixture
        .givenCommands(record(NOON, agreement("a"), payment("p1", "1.00")))
        .when(record(NOON, payment("p1", "1.00")))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void aStaleVersionComesBeforeARefusalButNotBeforeAnUnknownAgreement() {
    fixture
        .givenCommands(record(NOON, agreement("a"), milestone("m")))
        .when(expecting(0L, payment("p1", "-1.00")))
        .expectException(StaleVersionException.class);

    fixture()
        .givenNoPriorActivity()
        .when(expecting(0L, milestone("m")))
        .expectException(RefusedException.class);
  }

  @Test
  void whatIsRecordedAlreadyIsNotStale() {
    fixture
        .givenCommands(record(NOON, agreement("a"), milestone("m1"), milestone("m2")))
        .when(expecting(0L, milestone("m1")))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void anImportKeepsItsTimesAndSaysThatTheyAreClaimed() {
    Instant then = Instant.parse("2021-08-10T09:00:00Z");
    ResultValidator<AgreementAggregate> outcome =
        fixture
            .givenNoPriorActivity()
            .when(
                new ImportHistory(
                    new AgreementId("a"),
                    List.of(
                        new ImportHistory.Entry(agreement("a"), then, null),
                        new ImportHistory.Entry(milestone("m"), then.plusSeconds(1), "bob")),
                    "loader",
                    NOON));
    outcome.expectState(
        aggregate -> {
          Recorded.Imported claimed = new Recorded.Imported(NOON, "loader");
          assertThat(aggregate.state().facts().events())
              .containsExactly(
                  new Recorded(0, then, "loader", claimed, agreement("a")),
                  new Recorded(1, then.plusSeconds(1), "bob", claimed, milestone("m")));
        });
  }

  @Test
  void anImportOverARecordedAgreementDiffersUnlessItIsTheSame() {
    Instant then = Instant.parse("2021-08-10T09:00:00Z");
    List<ImportHistory.Entry> same = List.of(new ImportHistory.Entry(agreement("a"), then, null));
    List<ImportHistory.Entry> other = List.of(new ImportHistory.Entry(agreement("a"), then.plusSeconds(1), null));
    fixture
        .givenCommands(new ImportHistory(new AgreementId("a"), same, "loader", NOON))
        .when(new ImportHistory(new AgreementId("a"), same, "another", NOON.plusSeconds(9)))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    fixture()
        .givenCommands(new ImportHistory(new AgreementId("a"), same, "loader", NOON))
        .when(new ImportHistory(new AgreementId("a"), other, "loader", NOON))
        .expectException(HistoryDiffersException.class);
  }

  @Test
  void recordingsSayWhichEntryIsRefusedAndThatTimesNeverFall() {
    List<Proposal> proposals =
        List.of(proposal(NOON, agreement("a")), proposal(NOON, milestone("m")), proposal(NOON, payment("p", "0")));
    assertThatThrownBy(() -> Decisions.of(Agreement.NONE, proposals))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> {
              assertThat(refused.entry()).isEqualTo(2);
              assertThat(refused.refusal().code()).isEqualTo(Code.NON_POSITIVE_AMOUNT);
            });
    List<Proposal> falling = List.of(proposal(NOON, agreement("a")), proposal(NOON.minusNanos(1_000), milestone("m")));
    assertThatThrownBy(() -> Decisions.of(Agreement.NONE, falling)).isInstanceOf(IllegalArgumentException.class);
  }

  private static FixtureConfiguration<AgreementAggregate> fixture() {
    FixtureConfiguration<AgreementAggregate> fixture = new AggregateTestFixture<>(AgreementAggregate.class);
    // The check compares field by field, and known facts are a deep web of objects without an equality of their own.
    fixture.setReportIllegalStateChange(false);
    return fixture;
  }

  private static Proposal proposal(Instant at, Fact fact) {
    return new Proposal(fact, at, "ann", null);
  }

  private static RecordFacts record(Instant clock, Fact... facts) {
    return new RecordFacts(new AgreementId("a"), List.of(facts), "ann", clock, () -> clock, null);
  }

  /** Facts that are decided at noon and stamped by the clock. */
  private static RecordFacts recordedLater(RecordingClock clock, Fact... facts) {
    return new RecordFacts(new AgreementId("a"), List.of(facts), "ann", NOON, clock, null);
  }

  private static Instant stamp(List<String> stamped, Instant at) {
    stamped.add("stamped");
    return at;
  }

  private static RecordFacts expecting(@Nullable Long sequence, Fact... facts) {
    return new RecordFacts(new AgreementId("a"), List.of(facts), "ann", NOON, () -> NOON, sequence);
  }

  private static Fact agreement(String id) {
    return FactKind.AGREEMENT.read(
        Flow.tree(
            "{id: " + id + ", title: Acme and Globex, currency: USD, timeZone: UTC, executedOn: 2021-01-01,"
                + " effectiveOn: 2021-01-01, parties: [{id: acme, name: Acme Corp}, {id: globex, name: Globex}],"
                + " clauses: [{id: share, kind: revenue-share, payer: acme, payee: globex, base: net-sales,"
                + " rate: \"0.20\", period: quarter}]}"));
  }

  private static Fact payment(String id, String amount) {
    return FactKind.PAYMENT.read(
        Flow.tree(
            "{id: " + id + ", clause: share, payer: acme, payee: globex, amount: \"" + amount
                + "\", valueOn: 2021-07-19}"));
  }

  private static Fact milestone(String id) {
    return FactKind.MILESTONE.read(Flow.tree("{id: " + id + ", on: 2021-02-03}"));
  }
}

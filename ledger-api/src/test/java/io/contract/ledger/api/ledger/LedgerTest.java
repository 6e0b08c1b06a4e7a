package io.contract.ledger.api.ledger;

import static io.contract.ledger.api.ledger.SomeFacts.agreement;
import static io.contract.ledger.api.ledger.SomeFacts.milestone;
import static io.contract.ledger.api.ledger.SomeFacts.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.contract.ledger.agreement.HistoryDiffersException;
import io.contract.ledger.agreement.ImportHistory;
import io.contract.ledger.agreement.RefusedException;
import io.contract.ledger.agreement.StaleVersionException;
import io.contract.ledger.api.store.Stores;
import io.contract.ledger.api.store.TestServer;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.id.AgreementId;
import io.contract.ledger.value.Code;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.EmptyResultDataAccessException;

/** What the ledger guarantees to everyone who records and finds, on each database. Every test has an agreement of its own. */
@ParameterizedClass
@EnumSource(Stores.class)
class LedgerTest {
  private static final RecordingOptions ANN = RecordingOptions.by("ann");
  private static final RecordingOptions EXPECTING_0 = new RecordingOptions("ann", 0L, null);
  private static final Instant SUMMER = Instant.parse("2021-08-10T09:00:00Z");

  private final TestServer server;
  private final Ledger ledger;
  private final String id = SomeFacts.newId();

  LedgerTest(Stores kind) {
    server = kind.shared();
    ledger = server.ledger();
  }

  @Test
  void aFactIsAcknowledgedAndFound() {
    Outcome outcome = record(agreement(id), payment("p1", "12.50"));

    assertThat(outcome.isNew()).isTrue();
    assertThat(outcome.sequence()).isEqualTo(1);
    assertThat(outcome.acknowledgements()).extracting(Acknowledgement::agreement).containsOnly(new AgreementId(id));
    assertThat(outcome.acknowledgements()).extracting(Acknowledgement::sequence).containsExactly(0L, 1L);
    assertThat(outcome.acknowledgements())
        .extracting(Acknowledgement::type)
        .containsExactly("AgreementExecuted", "PaymentRecorded");
    List<Recorded> events = events();
    assertThat(events).extracting(Recorded::recordedBy).containsOnly("ann");
    assertThat(events).extracting(Recorded::recordedAt).containsOnly(outcome.acknowledgements().get(0).recordedAt());
    assertThat(server.agreementIds()).contains(id);
  }

  @Test
  void noSuchAgreementIsFoundOrRecordedOn() {
    assertThat(ledger.find(new AgreementId(id))).isEmpty();
    assertThat(refusalOf(milestone("m")).refusal().code()).isEqualTo(Code.UNKNOWN_AGREEMENT);
    assertThat(ledger.find(new AgreementId(id))).isEmpty();
    assertThat(server.agreementIds()).doesNotContain(id);
  }

  @Test
  void theSameFactAgainIsAcknowledgedAsItWas() {
    record(agreement(id));
    Acknowledgement first = only(record(payment("p1", "12.50")));
    Outcome again = record(payment("p1", "12.5"));

    assertThat(again.isNew()).isFalse();
    assertThat(only(again))
        .isEqualTo(
            new Acknowledgement(new AgreementId(id), 1, "PaymentRecorded", first.recordedAt(), first.eventId(), false));
    assertThat(events()).hasSize(2);
    assertThat(only(record(agreement(id))).isNew()).isFalse();
  }

  @Test
  void aFactTwiceInOneCommandIsRecordedOnce() {
    record(agreement(id));
    Outcome outcome = record(payment("p1", "1.00"), payment("p1", "1.00"), payment("p2", "2.00"));

    assertThat(outcome.acknowledgements()).extracting(Acknowledgement::sequence).containsExactly(1L, 1L, 2L);
    assertThat(outcome.acknowledgements()).extracting(Acknowledgement::isNew).containsExactly(true, false, true);
    assertThat(outcome.acknowledgements().get(0).eventId()).isEqualTo(outcome.acknowledgements().get(1).eventId());
  }

  @Test
  void oneRefusedFactLeavesNoneRecorded() {
    record(agreement(id));
    RefusedException refused = refusalOf(payment("p1", "1.00"), payment("p2", "-2.00"), payment("p3", "3.00"));

    assertThat(refused.entry()).isEqualTo(1);
    assertThat(refused.refusal().code()).isEqualTo(Code.NON_POSITIVE_AMOUNT);
    assertThat(events()).hasSize(1);
    assertThatThrownBy(() -> server.eventId(id, 1)).isInstanceOf(EmptyResultDataAccessException.class);
  }

  @Test
  void aRefusedAgreementLeavesNothing() {
    assertThat(refusalOf(agreement(id), payment("p1", "-1.00")).entry()).isEqualTo(1);
    assertThat(ledger.find(new AgreementId(id))).isEmpty();
    assertThat(record(agreement(id)).isNew()).isTrue();
  }

  @Test
  void anExpectedSequenceThatIsNotTheLastIsStale() {
    record(agreement(id));
    ledger.record(new AgreementId(id), List.of(milestone("m1")), EXPECTING_0);
    StaleVersionException stale =
        catchThrowableOfType(
            StaleVersionException.class,
            () -> ledger.record(new AgreementId(id), List.of(milestone("m2")), EXPECTING_0));

    assertThat(stale.expected()).isEqualTo(0);
    assertThat(stale.found()).isEqualTo(1);
    assertThat(events()).hasSize(2);
  }

  @Test
  void whoMissedTheAnswerMaySendTheSameAgain() {
    record(agreement(id));
    ledger.record(new AgreementId(id), List.of(milestone("m1")), EXPECTING_0);

    assertThat(only(ledger.record(new AgreementId(id), List.of(milestone("m1")), EXPECTING_0)).isNew()).isFalse();
  }

  @Test
  void recordedTimesRiseStrictly() {
    record(agreement(id));
    IntStream.range(0, 50).forEach(i -> record(milestone("m" + i)));

    List<Instant> times = events().stream().map(Recorded::recordedAt).toList();
    assertThat(times).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void concurrentWritersOfOneAgreementAllRecordInTurn() {
    record(agreement(id));
    List<Outcome> outcomes =
        Concurrently.call(8, 25, (thread, turn) -> record(milestone("m" + thread + "-" + turn)));

    assertThat(outcomes.stream().map(LedgerTest::only).map(Acknowledgement::sequence))
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 200).boxed().toList());
    assertThat(events()).hasSize(201);
    assertThat(events()).extracting(Recorded::recordedAt).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void ofConcurrentWritersOfTheSameFactOneRecordsIt() {
    record(agreement(id));
    List<Outcome> outcomes = Concurrently.call(8, 5, (thread, turn) -> record(payment("p" + turn, "1.00")));

    assertThat(outcomes.stream().filter(Outcome::isNew)).hasSize(5);
    assertThat(events()).hasSize(6);
  }

  @Test
  void ofConcurrentWritersOfTheSameAgreementOneExecutesIt() {
    List<Outcome> outcomes = Concurrently.call(8, 1, (thread, turn) -> record(agreement(id)));

    assertThat(outcomes.stream().filter(Outcome::isNew)).hasSize(1);
    assertThat(events()).hasSize(1);
  }

  @Test
  void anImportedHistoryKeepsItsTimesAndSaysWhoImportedIt() {
    Instant before = Instant.now();
    Outcome outcome = ledger.importHistory(new AgreementId(id), history(), RecordingOptions.by("loader"));

    assertThat(outcome.acknowledgements())
        .extracting(Acknowledgement::recordedAt)
        .containsExactly(SUMMER, SUMMER.plusSeconds(1), SUMMER.plusSeconds(1));
    assertThat(events()).extracting(Recorded::recordedBy).containsExactly("loader", "bob", "loader");
    assertThat(events()).extracting(LedgerTest::imported).extracting(Recorded.Imported::by).containsOnly("loader");
    assertThat(events())
        .extracting(LedgerTest::imported)
        .extracting(Recorded.Imported::at)
        .allSatisfy(at -> assertThat(at).isBetween(before.minusMillis(1), Instant.now()));
  }

  @Test
  void theSameHistoryAgainChangesNothingAlsoAfterMoreWasRecorded() {
    Outcome first = ledger.importHistory(new AgreementId(id), history(), RecordingOptions.by("loader"));
    Outcome again = ledger.importHistory(new AgreementId(id), history(), RecordingOptions.by("someone else"));
    record(milestone("later"));
    Outcome later = ledger.importHistory(new AgreementId(id), history(), RecordingOptions.by("loader"));

    assertThat(again.isNew()).isFalse();
    assertThat(again.acknowledgements()).extracting(Acknowledgement::eventId)
        .isEqualTo(first.acknowledgements().stream().map(Acknowledgement::eventId).toList());
    assertThat(later.isNew()).isFalse();
    assertThat(events()).hasSize(4);
  }

  @Test
  void anotherHistoryOfTheAgreementIsRefused() {
    ledger.importHistory(new AgreementId(id), history(), RecordingOptions.by("loader"));
    List<ImportHistory.Entry> shorter = history().subList(0, 2);
    List<ImportHistory.Entry> longer = new ArrayList<>(history());
    longer.add(new ImportHistory.Entry(milestone("m2"), SUMMER.plusSeconds(2), null));
    List<ImportHistory.Entry> other = new ArrayList<>(shorter);
    other.add(new ImportHistory.Entry(milestone("m2"), SUMMER.plusSeconds(1), null));
    List<ImportHistory.Entry> otherTime = new ArrayList<>(shorter);
    otherTime.add(new ImportHistory.Entry(milestone("m1"), SUMMER.plusSeconds(2), null));
    List<ImportHistory.Entry> otherRecorder = new ArrayList<>(history());
    otherRecorder.set(1, new ImportHistory.Entry(payment("p1", "5.00"), SUMMER.plusSeconds(1), "eve"));

    for (List<ImportHistory.Entry> different : List.of(shorter, longer, other, otherTime, otherRecorder)) {
      assertThatThrownBy(() -> ledger.importHistory(new AgreementId(id), different, RecordingOptions.by("loader")))
          .isInstanceOf(HistoryDiffersException.class)
          .hasMessageContaining(id);
    }
    assertThat(events()).hasSize(3);
  }

  @Test
  void aRefusedEntryLeavesNothingImported() {
    List<ImportHistory.Entry> entries = new ArrayList<>(history());
    entries.add(new ImportHistory.Entry(payment("p2", "0.00"), SUMMER.plusSeconds(2), null));

    RefusedException refused =
        catchThrowableOfType(RefusedException.class,
            () -> ledger.importHistory(new AgreementId(id), entries, RecordingOptions.by("loader")));
    assertThat(refused.entry()).isEqualTo(3);
    assertThat(ledger.find(new AgreementId(id))).isEmpty();
  }

  @Test
  void aHistoryMayNotRunBackwardsOrIntoTheFuture() {
    List<ImportHistory.Entry> backwards = new ArrayList<>(history());
    backwards.add(new ImportHistory.Entry(milestone("m2"), SUMMER, null));
    List<ImportHistory.Entry> tomorrow = new ArrayList<>(history());
    tomorrow.add(new ImportHistory.Entry(milestone("m2"), Instant.now().plusSeconds(86_400), null));

    assertThatThrownBy(() -> ledger.importHistory(new AgreementId(id), backwards, RecordingOptions.by("loader")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ledger.importHistory(new AgreementId(id), tomorrow, RecordingOptions.by("loader")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(ledger.find(new AgreementId(id))).isEmpty();
  }

  @Test
  void factsOfAnotherAgreementAreRefused() {
    assertThatThrownBy(() -> record(agreement(id + "-other"))).isInstanceOf(IllegalArgumentException.class);
    assertThat(ledger.find(new AgreementId(id))).isEmpty();
    assertThat(ledger.find(new AgreementId(id + "-other"))).isEmpty();
  }

  @Test
  void aLongFactIsKeptWhole() {
    String title = "x".repeat(3_999);
    Fact many =
        SomeFacts.fact(
            FactKind.AMENDMENT,
            "{'number': 1, 'title': 'Long', 'executedOn': '2021-02-01', 'effectiveOn': '2021-02-01', 'changes': ["
                + String.join(
                    ", ",
                    IntStream.range(0, 400)
                        .mapToObj(
                            i -> "{'add': {'id': 'c%d', 'kind': 'permission', 'holder': 'acme', 'act': 'x', 'text': '%s'}}"
                                .formatted(i, title))
                        .toList())
                + "]}");
    record(agreement(id), many);

    server.forgetKept();
    assertThat(events()).hasSize(2);
    assertThat(events().get(1).fact().toString()).hasSizeGreaterThan(1_500_000);
  }

  private List<ImportHistory.Entry> history() {
    return List.of(
        new ImportHistory.Entry(agreement(id), SUMMER, null),
        new ImportHistory.Entry(payment("p1", "5.00"), SUMMER.plusSeconds(1), "bob"),
        new ImportHistory.Entry(milestone("m1"), SUMMER.plusSeconds(1), null));
  }

  private Outcome record(Fact... facts) {
    return ledger.record(new AgreementId(id), List.of(facts), ANN);
  }

  private RefusedException refusalOf(Fact... facts) {
    return catchThrowableOfType(RefusedException.class, () -> record(facts));
  }

  private List<Recorded> events() {
    return ledger.find(new AgreementId(id)).orElseThrow().facts().events();
  }

  private static Recorded.Imported imported(Recorded event) {
    return Objects.requireNonNull(event.imported());
  }

  private static Acknowledgement only(Outcome outcome) {
    assertThat(outcome.acknowledgements()).hasSize(1);
    return outcome.acknowledgements().getFirst();
  }
}

package io.contract.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contract.ledger.api.ledger.Concurrently;
import io.contract.ledger.api.ledger.RecordingOptions;
import io.contract.ledger.api.ledger.SomeFacts;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.id.AgreementId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.terms.ClauseKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.JdbcTemplate;

/** The overview narrows down questions across agreements. It is never behind, skips nothing, and can be rebuilt. */
class OverviewTest {

  private static final RecordingOptions ANN = RecordingOptions.by("ann");
  private static final long HELD_OPEN_MS = Long.getLong("ledger.held.open.ms", 2_000);

  @AfterEach
  void setTheClockRight() {
    GenericEventMessage.clock = Clock.systemUTC();
  }

  @ParameterizedTest
  @EnumSource(Stores.class)
  void itNarrowsDownAndNeverLeavesOutTooMuch(Stores kind) throws Exception {
    try (TestServer server = kind.create().start()) {
      server.ledger().record(new AgreementId("a-1"), List.of(SomeFacts.agreement("a-1", "Books 100%_")), ANN);
      server.ledger().record(new AgreementId("a-2"), List.of(SomeFacts.agreement("a-2", "Records")), ANN);
      server.ledger().record(new AgreementId("a10"), List.of(SomeFacts.agreement("a10", "BOOKS")), ANN);
      server.ledger().record(new AgreementId("a-2"), List.of(addsDuty(1)), ANN);

      assertThat(ids(server, none())).as("in the order of their characters").containsExactly("a-1", "a-2", "a10");
      assertThat(ids(server, words("books"))).containsExactly("a-1", "a10");
      assertThat(ids(server, words("%"))).as("no pattern").containsExactly("a-1");
      assertThat(ids(server, words("A-2"))).containsExactly("a-2");
      assertThat(ids(server, party("acme"))).hasSize(3);
      assertThat(ids(server, party("nobody"))).isEmpty();
      assertThat(ids(server, kinds(ClauseKind.DUTY, ClauseKind.LICENCE))).containsExactly("a-2");
      assertThat(ids(server, on(LocalDate.of(2020, 12, 31)))).isEmpty();
      assertThat(ids(server, on(LocalDate.of(2021, 1, 1)))).hasSize(3);
      assertThat(ids(server, known(Instant.EPOCH))).isEmpty();
      assertThat(ids(server, known(Instant.now()))).hasSize(3);
      assertThat(server.bean(Overview.class).ids(none(), Optional.of(new AgreementId("a-1")), 1))
          .containsExactly(new AgreementId("a-2"));
    }
  }

  @ParameterizedTest
  @EnumSource(Stores.class)
  void madeAnewItsRowsAreTheSame(Stores kind) throws Exception {
    try (TestServer server = kind.create().start()) {
      record(server, 8, 5);
      List<String> live = rows(server);
      List<Long> progress = new ArrayList<>();
      assertThat(server.bean(Overview.class).rebuild(progress::add)).isEqualTo(8);
      assertThat(rows(server)).isEqualTo(live).hasSizeGreaterThan(8 * 4);
      assertThat(progress).hasSize(8);
    }
  }

  @ParameterizedTest
  @EnumSource(Stores.class)
  void whatAnOlderVersionLeftIsMadeAnewAtTheStart(Stores kind) throws Exception {
    Stores.Place place = kind.create();
    List<String> live;
    try (TestServer server = place.start()) {
      record(server, 3, 2);
      live = rows(server);
      JdbcTemplate jdbc = server.bean(JdbcTemplate.class);
      jdbc.execute("delete from agreement_party");
      jdbc.execute("delete from agreement_overview");
      jdbc.execute("update projection set version = 0");
      assertThat(health(server).getStatus()).isEqualTo(Status.DOWN);
    }
    try (TestServer server = place.start()) {
      assertThat(rows(server)).isEqualTo(live);
      assertThat(health(server).getStatus()).isEqualTo(Status.UP);
    }
  }

  @ParameterizedTest
  @EnumSource(Stores.class)
  void whereItCannotBeWrittenNothingIsRecordedAndHealthSaysSo(Stores kind) throws Exception {
    try (TestServer server = kind.create().start()) {
      record(server, 1, 1);
      administer(server, "alter table agreement_overview rename to elsewhere");
      assertThatThrownBy(
          () -> server.ledger().record(new AgreementId("late"), List.of(SomeFacts.agreement("late")), ANN))
          .isInstanceOf(RuntimeException.class);
      assertThat(health(server).getStatus()).isEqualTo(Status.DOWN);
      server.forgetKept();
      assertThat(server.ledger().find(new AgreementId("late"))).as("nothing is stored").isEmpty();

      administer(server, "alter table elsewhere rename to agreement_overview");
      assertThat(server.ledger().record(new AgreementId("late"), List.of(SomeFacts.agreement("late")), ANN).isNew())
          .isTrue();
      assertThat(health(server).getStatus()).isEqualTo(Status.UP);
    }
  }

  @ParameterizedTest
  @EnumSource(Stores.class)
  void aMissingRowIsSeen(Stores kind) throws Exception {
    try (TestServer server = kind.create().start()) {
      record(server, 2, 0);
      server.bean(JdbcTemplate.class).execute("delete from agreement_overview where agreement_id = 'agreement-00'");
      Health health = health(server);
      assertThat(health.getStatus()).isEqualTo(Status.DOWN);
      assertThat(health.getDetails()).containsEntry("agreements", 2L).containsEntry("inOverview", 1L)
          .containsKey("remedy");
      server.bean(Overview.class).rebuild(any -> {});
      assertThat(health(server).getStatus()).isEqualTo(Status.UP);
    }
  }

  /** A processor that follows the table behind the writers would give up on a gap whose neighbours look old (ADR 0017). */
  @ParameterizedTest
  @EnumSource(Stores.class)
  void aClockBehindMakesItSkipNothing(Stores kind) throws Exception {
    try (TestServer server = kind.create().start()) {
      GenericEventMessage.clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-61));
      Concurrently.call(4, 5, (thread, turn) -> record(server, "agreement-" + thread + "-" + turn));
      assertLiveRowsAreTheRebuiltOnes(server, 20);
    }
  }

  /** {@code -Dledger.held.open.ms=61000} holds the transaction open for longer than Axon waits for a gap. */
  @ParameterizedTest
  @EnumSource(Stores.class)
  void aTransactionHeldOpenMakesItSkipNothing(Stores kind) throws Exception {
    try (TestServer server = kind.create().start()) {
      try (Connection open = server.bean(EventDatabase.class).administration().getConnection()) {
        record(server, "first");
        open.setAutoCommit(false);
        takeAPlace(open);
        Concurrently.call(4, 5, (thread, turn) -> record(server, "agreement-" + thread + "-" + turn));
        Thread.sleep(HELD_OPEN_MS);
        assertThat(record(server, "after")).isTrue();
        open.rollback();
      }
      assertLiveRowsAreTheRebuiltOnes(server, 22);
    }
  }

  @ParameterizedTest
  @EnumSource(Stores.class)
  void nothingFollowsTheEventsFromBehind(Stores kind) {
    assertThat(kind.shared().bean(Configuration.class).eventProcessingConfiguration().eventProcessors())
        .as("so that no gap, token or error handler can lose an event").isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = Stores.class, names = "POSTGRES")
  void agreementsRecordedWhileItIsMadeAnewAreInIt(Stores kind) throws Exception {
    try (TestServer server = kind.create().start()) {
      record(server, 10, 1);
      Concurrently.call(
          3, 15, (thread, turn) -> thread == 0
              ? server.bean(Overview.class).rebuild(any -> {}) > 0
              : record(server, "more-" + thread + "-" + turn));
      assertLiveRowsAreTheRebuiltOnes(server, 40);
    }
  }

  private static void assertLiveRowsAreTheRebuiltOnes(TestServer server, int agreements) {
    List<String> live = rows(server);
    assertThat(server.agreementIds()).hasSize(agreements);
    server.bean(Overview.class).rebuild(any -> {});
    assertThat(live).isEqualTo(rows(server));
  }

  /** Takes the next place in the table with an event that is not committed. */
  private static void takeAPlace(Connection open) throws SQLException {
    try (Statement statement = open.createStatement()) {
      statement.execute(
          "insert into agreement_event (event_id, agreement_id, sequence_number, stream_type, appended_at, event_type,"
              + " event_revision, fact, recording) select 'held', 'held', 0, stream_type, appended_at, event_type,"
              + " event_revision, fact, recording from agreement_event where agreement_id = 'first'");
    }
  }

  private static boolean record(TestServer server, String id) {
    return server.ledger().record(new AgreementId(id), List.of(SomeFacts.agreement(id)), ANN).isNew();
  }

  private static void record(TestServer server, int agreements, int amendments) {
    for (int i = 0; i < agreements; i++) {
      String id = "agreement-%02d".formatted(i);
      record(server, id);
      for (int number = 1; number <= amendments; number++) {
        server.ledger().record(new AgreementId(id), List.of(addsDuty(number)), ANN);
      }
    }
  }

  private static Fact addsDuty(int number) {
    return SomeFacts.fact(
        FactKind.AMENDMENT,
        ("{'number': %d, 'title': 'More', 'executedOn': '2021-02-01', 'effectiveOn': '2021-02-01', 'changes': [{'add':"
            + " {'id': 'duty-%d', 'kind': 'duty', 'obligor': 'acme', 'obligee': 'globex', 'act': 'call',"
            + " 'due': '2021-12-31'}}]}").formatted(number, number));
  }

  static List<String> rows(TestServer server) {
    List<String> rows = new ArrayList<>();
    for (String table : List.of("agreement_overview", "agreement_party", "agreement_clause_kind", "projection")) {
      server.bean(JdbcTemplate.class).queryForList("select * from " + table).forEach(row -> rows.add(table + row));
    }
    return rows.stream().sorted().toList();
  }

  private static Health health(TestServer server) {
    return Optional.ofNullable(server.bean(OverviewHealth.class).health()).orElseThrow();
  }

  private static void administer(TestServer server, String sql) throws SQLException {
    try (Connection connection = server.bean(EventDatabase.class).administration().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> ids(TestServer server, OverviewFilter by) {
    return server.bean(Overview.class).ids(by, Optional.empty(), 100).stream().map(AgreementId::text).toList();
  }

  private static OverviewFilter none() {
    return OverviewFilter.NONE;
  }

  private static OverviewFilter words(String words) {
    return new OverviewFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(words), Set.of());
  }

  private static OverviewFilter party(String party) {
    return new OverviewFilter(Optional.empty(), Optional.empty(), Optional.of(new PartyId(party)), Optional.empty(),
        Set.of());
  }

  private static OverviewFilter kinds(ClauseKind... kinds) {
    return new OverviewFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of(kinds));
  }

  private static OverviewFilter on(LocalDate day) {
    return new OverviewFilter(Optional.empty(), Optional.of(day), Optional.empty(), Optional.empty(), Set.of());
  }

  private static OverviewFilter known(Instant at) {
    return new OverviewFilter(Optional.of(at), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
  }
}

package io.contract.ledger.api.store;

import io.contract.ledger.agreement.Decisions;
import io.contract.ledger.agreement.StoredDecisions;
import io.contract.ledger.fact.AgreementExecution;
import io.contract.ledger.fact.AmendmentExecution;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.id.AgreementId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.terms.Amendment;
import io.contract.ledger.terms.ExecutedAgreement;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A projection that narrows down questions across agreements. It is written in the same transaction as the events that it is
 * made from, so that it is never behind and never skips an event. If it cannot be written, nothing is recorded. Payments and
 * reports do not touch it (ADR 0017).
 */
public class Overview {

  /** The version of the rows that this code writes. Rows of another version are rebuilt at the start. */
  static final int VERSION = 2;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final EventTable events;
  private final AgreementStreams streams;
  private final LedgerClock clock;

  Overview(
      JdbcClient jdbc, TransactionTemplate transaction, EventTable events, AgreementStreams streams,
      LedgerClock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.events = events;
    this.streams = streams;
    this.clock = clock;
  }

  /** The ids of agreements after that one, in the order of their text, at most that many. */
  public List<AgreementId> ids(OverviewFilter by, Optional<AgreementId> after, int most) {
    List<Object> parameters = new ArrayList<>();
    StringBuilder sql = new StringBuilder("select o.agreement_id from agreement_overview o where 1 = 1");
    after.ifPresent(id -> and(sql, parameters, "o.agreement_id > ?", id.text()));
    by.knownAt().ifPresent(at -> and(sql, parameters, "o.listed_from <= ?", micros(at)));
    by.effectiveOn().ifPresent(day -> and(sql, parameters, "o.effective_on <= ?", day));
    by.words().ifPresent(words -> and(sql, parameters, "position(? in o.searchable) > 0", folded(words)));
    by.party().ifPresent(
        party -> and(
            sql, parameters,
            "exists (select 1 from agreement_party p where p.agreement_id = o.agreement_id and p.party_id = ?)",
            party.text()));
    if (!by.kinds().isEmpty()) {
      String places = String.join(", ", by.kinds().stream().map(kind -> "?").toList());
      sql.append(
          " and exists (select 1 from agreement_clause_kind k where k.agreement_id = o.agreement_id and k.kind in (")
          .append(places).append("))");
      by.kinds().forEach(kind -> parameters.add(kind.slug()));
    }
    sql.append(" order by o.agreement_id limit ").append(most);
    return jdbc.sql(sql.toString()).params(parameters).query((row, number) -> new AgreementId(row.getString(1))).list();
  }

  private static void and(StringBuilder sql, List<Object> parameters, String condition, Object parameter) {
    sql.append(" and ").append(condition);
    parameters.add(parameter);
  }

  /** Writes the changes from new events, in their transaction. */
  Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain) throws Exception {
    Object result = chain.proceed();
    if (result instanceof StoredDecisions(Decisions decisions, _)) {
      AgreementId agreement = decisions.state().executed().id();
      List<Recorded> fresh = decisions.fresh();
      if (isImport(fresh)) {
        // Its events are written first, which can take long, and only then it is listed.
        unit.onPrepareCommit(any -> whole(() -> list(agreement, clock.stamp(), fresh)));
      } else {
        whole(() -> fresh.forEach(event -> write(agreement, event)));
      }
    }
    return result;
  }

  private static boolean isImport(List<Recorded> fresh) {
    return !fresh.isEmpty() && fresh.getFirst().imported() != null;
  }

  private static void whole(Runnable writing) {
    try {
      writing.run();
    } catch (DuplicateKeyException otherWriter) {
      throw new ConcurrencyException("the agreement was recorded meanwhile", otherWriter);
    }
  }

  /**
   * Lists an imported agreement from the instant on. Its events claim earlier times, but a list that was answered for such a time
   * must stay as it was.
   */
  private void list(AgreementId agreement, Instant from, List<Recorded> events) {
    jdbc.sql("insert into imported_agreement (agreement_id, listed_from) values (?, ?)")
        .params(agreement.text(), micros(from))
        .update();
    events.forEach(event -> write(agreement, event));
  }

  /** The instant from which lists have the agreement, in microseconds since 1970. */
  private long listedFrom(AgreementId agreement, Recorded execution) {
    return jdbc.sql("select listed_from from imported_agreement where agreement_id = ?")
        .param(agreement.text())
        .query(Long.class)
        .optional()
        .orElseGet(() -> micros(execution.recordedAt()));
  }

  private void write(AgreementId agreement, Recorded recorded) {
    if (recorded.fact() instanceof AgreementExecution(var executed, _)) {
      writeAgreement(executed, listedFrom(agreement, recorded));
    } else if (recorded.fact() instanceof AmendmentExecution(var amendment, _)) {
      for (Amendment.Change change : amendment.changes()) {
        if (change instanceof Amendment.Change.Add(var whole)) {
          writeKind(agreement, whole);
        } else if (change instanceof Amendment.Change.Party(var party)) {
          writeParty(agreement, party.id());
        }
      }
    }
  }

  private void writeAgreement(ExecutedAgreement executed, long listedFrom) {
    AgreementId id = executed.id();
    insert(
        "agreement_overview", List.of("agreement_id", "searchable", "effective_on", "listed_from"),
        List.of(id.text(), folded(id + " " + executed.title()), executed.effectiveOn(), listedFrom), 1);
    executed.partyIds().forEach(party -> writeParty(id, party));
    executed.clauses().forEach(clause -> writeKind(id, clause));
  }

  private void writeParty(AgreementId agreement, PartyId party) {
    insert("agreement_party", List.of("agreement_id", "party_id"), List.of(agreement.text(), party.text()), 2);
  }

  private void writeKind(AgreementId agreement, Value.Tree clause) {
    insert(
        "agreement_clause_kind", List.of("agreement_id", "kind"),
        List.of(agreement.text(), new Fields(clause).text("kind")),
        2);
  }

  /** Inserts the row, unless a row has the same key. The key is the first columns, as many as {@code key} states. */
  private void insert(String table, List<String> columns, List<Object> values, int key) {
    String places = String.join(", ", columns.stream().map(column -> "?").toList());
    List<String> same = columns.subList(0, key).stream().map(column -> column + " = ?").toList();
    String there = "select 1 from " + table + " where " + String.join(" and ", same);
    if (jdbc.sql(there).params(values.subList(0, key)).query(Integer.class).optional().isEmpty()) {
      jdbc.sql("insert into " + table + " (" + String.join(", ", columns) + ") values (" + places + ")")
          .params(values)
          .update();
    }
  }

  /** Rebuilds all rows if their version is not the one that this code writes. */
  void rebuildIfOutdated(LongConsumer progress) {
    rebuild(false, progress);
  }

  /**
   * Rebuilds all rows from the events in one transaction. Until it commits, the old rows answer. If it does not commit, nothing
   * has changed. Others may record at the same time.
   *
   * @param progress receives the number of agreements done so far
   * @return the number of agreements
   */
  public long rebuild(LongConsumer progress) {
    return rebuild(true, progress);
  }

  private long rebuild(boolean always, LongConsumer progress) {
    return Optional.ofNullable(transaction.<Long>execute(status -> {
      // Two rebuilds at the same time run one after the other.
      int found =
          jdbc.sql("select version from projection where name = 'overview' for update").query(Integer.class).single();
      if (found == VERSION && !always) {
        return 0L;
      }
      for (String table : List.of("agreement_clause_kind", "agreement_party", "agreement_overview")) {
        jdbc.sql("delete from " + table).update();
      }
      long agreements = 0;
      for (AgreementId agreement : events.agreementIds()) {
        events.termsOf(agreement).forEach(sequence -> write(agreement, streams.event(agreement, sequence)));
        progress.accept(++agreements);
      }
      jdbc.sql("update projection set version = ? where name = 'overview'").param(VERSION).update();
      return agreements;
    })).orElse(0L);
  }

  int version() {
    return jdbc.sql("select version from projection where name = 'overview'").query(Integer.class).single();
  }

  /** The number of agreements that have a row. */
  long agreements() {
    return jdbc.sql("select count(*) from agreement_overview").query(Long.class).single();
  }

  /** The text as it is searched for: every character by itself in lower case, so that it gets no longer on any store. */
  private static String folded(String text) {
    return text.codePoints()
        .map(character -> Character.toLowerCase(Character.toUpperCase(character)))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}

package io.contract.ledger.api.store;

import io.contract.ledger.agreement.Decisions;
import io.contract.ledger.agreement.StoredDecisions;
import io.contract.ledger.id.AgreementId;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys of requests, each with the acknowledgement of its request. A key is written in the transaction of the events, so
 * that neither is ever there without the other. It is never removed.
 */
public class IdempotencyKeyTable {

  /** The name under which a command carries its {@link RequestKey} in its metadata. */
  public static final String KEY = "requestKey";

  private final JdbcClient jdbc;

  IdempotencyKeyTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A request that was recorded.
   *
   * @param digest the digest of its content
   * @param sequences the events in its acknowledgement, one for each fact
   */
  public record Kept(String digest, List<Long> sequences) {}

  /** The request about the agreement that was recorded under that key. */
  public Optional<Kept> find(AgreementId agreement, RequestKey key) {
    return jdbc.sql(
        "select digest, sequences from recorded_request where caller = ? and agreement_id = ? and idempotency_key = ?")
        .params(key.caller(), agreement.text(), key.key())
        .query((row, number) -> new Kept(row.getString(1), Sequences.read(row.getString(2))))
        .optional();
  }

  /**
   * Keeps the key of the command in the command's transaction, if it has one.
   *
   * @throws ConcurrencyException when another request with the key was first
   */
  Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain) throws Exception {
    Object result = chain.proceed();
    if (unit.getMessage().getMetaData().get(KEY) instanceof RequestKey key
        && result instanceof StoredDecisions(Decisions decisions, _)) {
      keep(key, decisions);
    }
    return result;
  }

  private void keep(RequestKey key, Decisions decisions) {
    List<Long> sequences = decisions.entries().stream().map(entry -> entry.recorded().sequence()).toList();
    try {
      jdbc.sql(
          "insert into recorded_request (caller, idempotency_key, digest, agreement_id, sequences)"
              + " values (?, ?, ?, ?, ?)")
          .params(
              key.caller(), key.key(), key.digest(), decisions.state().executed().id().text(),
              Sequences.write(sequences))
          .update();
    } catch (DuplicateKeyException otherRequest) {
      throw new ConcurrencyException("a request with the key was recorded meanwhile", otherRequest);
    }
  }
}

package io.contract.ledger.id;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A name that facts and clauses refer to. Each kind of name is a type of its own, so that the compiler finds one that is given
 * for another (ADR 0027). As text it is the name itself: {@code new ClauseId("share")} is {@code share} in messages and files.
 *
 * <p>An id need not be well formed: what is asked for may be a name that nothing can have. Shapes check those that are recorded.
 */
public sealed interface Id permits AgreementId, ClauseId, PartyId, PaymentId, ReportId, MilestoneId, FactId {

  /** The name: a slug where it was recorded (domain page, section 6). */
  String text();

  /** The names, for a sentence: {@code acme, initech}. */
  static String joined(Collection<? extends Id> ids) {
    return ids.stream().map(Id::text).collect(Collectors.joining(", "));
  }
}

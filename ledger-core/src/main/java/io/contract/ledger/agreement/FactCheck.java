package io.contract.ledger.agreement;

import io.contract.ledger.fact.Exchange;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.Id;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.money.Currency;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.BookChoice;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.ExecutedAgreement;
import io.contract.ledger.value.Code;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The check of one fact that is to be recorded: the state it is checked against, and the violations found.
 *
 * @param today the day on which it is recorded, in the agreement's time zone
 */
record FactCheck(Agreement state, LocalDate today, Violations violations) {

  static FactCheck at(Agreement state, Instant recordedAt) {
    return new FactCheck(
        state, recordedAt.atZone(state.executed().timeZone()).toLocalDate(), new Violations());
  }

  KnownFacts facts() {
    return state.facts();
  }

  /** The ids of all parties, of recorded amendments too. */
  Set<PartyId> partyIds() {
    return state.facts().partyIds();
  }

  ExecutedAgreement agreement() {
    return state.executed();
  }

  Optional<ClauseHistory> clause(ClauseId id) {
    Optional<ClauseHistory> clause = state.terms().clause(id);
    if (clause.isEmpty()) {
      violations.add("/clause", Code.UNKNOWN_CLAUSE, state.terms().noSuchClause(id));
    }
    return clause;
  }

  /** Checks that the parties that choose a book are parties of the agreement. */
  void parties(BookChoice book) {
    book.payer().ifPresent(payer -> violations.party("/payer", payer, partyIds()));
    book.payee().ifPresent(payee -> violations.party("/payee", payee, partyIds()));
  }

  /** The books in words: {@code by 'acme' to 'globex' or by 'acme' to 'initech'}. */
  static String words(List<Book> books) {
    return books.stream().map(book -> "by '" + book.payer() + "' to '" + book.payee() + "'")
        .collect(Collectors.joining(" or "));
  }

  void wrongKind(ClauseId clause, String rule) {
    violations.add(
        "/clause",
        Code.WRONG_CLAUSE_KIND,
        "clause '" + clause + "' is a "
            + state.terms().clause(clause).orElseThrow().revisions().getLast().clause().head().kind().slug()
            + " clause; " + rule);
  }

  void noSuchPeriod(ClauseId clause, String period, LocalDate on) {
    violations.add(
        "/period",
        Code.UNKNOWN_PERIOD,
        "clause '" + clause + "' has no period " + period + " begun by " + on);
  }

  /**
   * Checks an amount that may be stated in another currency, with the rate at which it counts.
   *
   * @return the currency in which it is stated
   */
  Currency amount(BigDecimal amount, Exchange exchange) {
    violations.exchange(exchange, agreement().currency());
    Currency stated = exchange.stated(agreement().currency());
    violations.precision("/amount", amount, stated);
    return stated;
  }

  /** Checks that no other fact of the kind has the fact's id, if it has one. */
  void unusedId(Fact fact) {
    Id id = fact.id();
    if (id != null && state.sameName(fact).isPresent()) {
      usedId(FactKind.of(fact).type(), id);
    }
  }

  void usedId(String what, Id id) {
    violations.add(
        "/id",
        Code.ID_ALREADY_USED,
        "id '" + id + "' is already used by a " + what + " with other content");
  }
}

package io.contract.ledger.api.http;

import static io.contract.ledger.value.Code.ALREADY_REVERSED;
import static io.contract.ledger.value.Code.ALREADY_WITHDRAWN;
import static io.contract.ledger.value.Code.AMENDMENT_NUMBER_USED;
import static io.contract.ledger.value.Code.AMOUNT_PRECISION;
import static io.contract.ledger.value.Code.CURRENCY_MISMATCH;
import static io.contract.ledger.value.Code.DATE_IN_FUTURE;
import static io.contract.ledger.value.Code.ID_ALREADY_USED;
import static io.contract.ledger.value.Code.INVALID_CLAUSE;
import static io.contract.ledger.value.Code.INVALID_SPAN;
import static io.contract.ledger.value.Code.NON_POSITIVE_AMOUNT;
import static io.contract.ledger.value.Code.OVERLAPPING_REPORT;
import static io.contract.ledger.value.Code.PARAMETER_NOT_OPEN;
import static io.contract.ledger.value.Code.UNKNOWN_AGREEMENT;
import static io.contract.ledger.value.Code.UNKNOWN_CLAUSE;
import static io.contract.ledger.value.Code.UNKNOWN_FACT;
import static io.contract.ledger.value.Code.UNKNOWN_PARTY;
import static io.contract.ledger.value.Code.UNKNOWN_PAYMENT;
import static io.contract.ledger.value.Code.UNKNOWN_PERIOD;
import static io.contract.ledger.value.Code.UNKNOWN_REPORT;
import static io.contract.ledger.value.Code.WAIVER_EXCEEDS_OUTSTANDING;
import static io.contract.ledger.value.Code.WRONG_CLAUSE_KIND;
import static io.contract.ledger.value.Code.WRONG_PARTIES;

import io.contract.ledger.agreement.AgreementCommand;
import io.contract.ledger.agreement.FactKey;
import io.contract.ledger.api.answer.ProblemKind;
import io.contract.ledger.fact.FactReader;
import io.contract.ledger.fact.FactShapes;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be posted: what its body looks like, the command it becomes and why it may be refused. Both the reading of
 * requests and the interface description are made of this.
 */
public enum Postable {
  AGREEMENT(null, UNKNOWN_PARTY, ID_ALREADY_USED, AMOUNT_PRECISION, INVALID_SPAN, INVALID_CLAUSE, DATE_IN_FUTURE),
  AMENDMENT(
      FactKey.AMENDMENT,
      UNKNOWN_PARTY,
      UNKNOWN_CLAUSE,
      ID_ALREADY_USED,
      AMOUNT_PRECISION,
      INVALID_SPAN,
      AMENDMENT_NUMBER_USED,
      INVALID_CLAUSE,
      DATE_IN_FUTURE),
  REVENUE(
      FactKey.REVENUE,
      ID_ALREADY_USED,
      CURRENCY_MISMATCH,
      AMOUNT_PRECISION,
      INVALID_SPAN,
      OVERLAPPING_REPORT,
      NON_POSITIVE_AMOUNT,
      DATE_IN_FUTURE),
  RESTATEMENT(
      FactKey.RESTATEMENT,
      UNKNOWN_REPORT,
      ID_ALREADY_USED,
      CURRENCY_MISMATCH,
      AMOUNT_PRECISION,
      NON_POSITIVE_AMOUNT),
  PAYMENT(
      FactKey.PAYMENT,
      UNKNOWN_PARTY,
      UNKNOWN_CLAUSE,
      WRONG_CLAUSE_KIND,
      ID_ALREADY_USED,
      CURRENCY_MISMATCH,
      AMOUNT_PRECISION,
      WRONG_PARTIES,
      NON_POSITIVE_AMOUNT,
      DATE_IN_FUTURE),
  REVERSAL(FactKey.REVERSAL, UNKNOWN_PAYMENT, INVALID_SPAN, ALREADY_REVERSED, DATE_IN_FUTURE),
  WAIVER(
      FactKey.WAIVER,
      UNKNOWN_PARTY,
      UNKNOWN_CLAUSE,
      UNKNOWN_PERIOD,
      WRONG_CLAUSE_KIND,
      ID_ALREADY_USED,
      CURRENCY_MISMATCH,
      AMOUNT_PRECISION,
      WRONG_PARTIES,
      NON_POSITIVE_AMOUNT,
      DATE_IN_FUTURE,
      WAIVER_EXCEEDS_OUTSTANDING),
  DISCHARGE(
      FactKey.DISCHARGE,
      UNKNOWN_PARTY,
      UNKNOWN_CLAUSE,
      UNKNOWN_PERIOD,
      WRONG_CLAUSE_KIND,
      ID_ALREADY_USED,
      DATE_IN_FUTURE),
  MILESTONE(FactKey.MILESTONE, ID_ALREADY_USED, DATE_IN_FUTURE),
  LAUNCH(FactKey.LAUNCH, ID_ALREADY_USED, DATE_IN_FUTURE),
  SUPPORT_DECLINE(FactKey.SUPPORT_DECLINED, UNKNOWN_PARTY, ID_ALREADY_USED, DATE_IN_FUTURE),
  STATEMENT(FactKey.STATEMENT, UNKNOWN_CLAUSE, UNKNOWN_PERIOD, WRONG_CLAUSE_KIND, DATE_IN_FUTURE),
  READING(FactKey.READING, UNKNOWN_CLAUSE, ID_ALREADY_USED, PARAMETER_NOT_OPEN),
  BROUGHT_FORWARD(
      FactKey.BROUGHT_FORWARD,
      UNKNOWN_CLAUSE,
      WRONG_CLAUSE_KIND,
      ID_ALREADY_USED,
      CURRENCY_MISMATCH,
      AMOUNT_PRECISION,
      NON_POSITIVE_AMOUNT,
      DATE_IN_FUTURE),
  WITHDRAWAL(FactKey.WITHDRAWAL, UNKNOWN_FACT, ALREADY_WITHDRAWN);

  private final @Nullable FactKey key;
  private final List<Code> refusals;

  Postable(@Nullable FactKey key, Code... refusals) {
    this.key = key;
    this.refusals = List.of(refusals);
  }

  /** The field that the request's path says, so that the body must not; empty when the body says all. */
  public Optional<String> inPath() {
    return switch (this) {
      case RESTATEMENT -> Optional.of("restates");
      case REVERSAL -> Optional.of("payment");
      case AGREEMENT, AMENDMENT, REVENUE, PAYMENT, WAIVER, DISCHARGE, MILESTONE, LAUNCH, SUPPORT_DECLINE, STATEMENT,
          READING, BROUGHT_FORWARD, WITHDRAWAL ->
        Optional.empty();
    };
  }

  /** The key under which the fact stands in bulk and in files; empty of the agreement itself, which stands nowhere else. */
  public Optional<String> key() {
    return Optional.ofNullable(key).map(FactKey::key);
  }

  /** What the body looks like. */
  public Shape body() {
    Shape whole = whole();
    return inPath()
        .map(field -> new Shape("Posted" + whole.name(), whole.without(field).fields()))
        .orElse(whole);
  }

  private Shape whole() {
    return key == null ? FactShapes.AGREEMENT : key.shape();
  }

  /** The command of a body that fits, with what the path says put in its place. */
  public AgreementCommand command(Value.Tree fact) {
    return key == null
        ? new AgreementCommand.ExecuteAgreement(FactReader.agreement(new Fields(fact)))
        : key.command(fact);
  }

  /** Why it may be refused, in order of precedence. */
  public List<Code> refusals() {
    return refusals;
  }

  /** Whether that code means that the path names something that is not there. */
  boolean isNotFound(Code code) {
    return code == UNKNOWN_AGREEMENT
        || (code == UNKNOWN_REPORT && this == RESTATEMENT)
        || (code == UNKNOWN_PAYMENT && this == REVERSAL);
  }

  /** The status that the code has for this. */
  public int statusOf(Code code) {
    return isNotFound(code) ? 404 : ProblemKind.of(code).status();
  }

  /** Whether it can be refused because the agreement does not exist. */
  public boolean needsAgreement() {
    return this != AGREEMENT;
  }
}

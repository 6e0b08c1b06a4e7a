package io.contract.ledger.fact;

import io.contract.ledger.terms.Amendment;
import io.contract.ledger.terms.Backing;
import io.contract.ledger.terms.ExecutedAgreement;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Makes facts of value trees that already fit their {@link FactShapes}. */
public final class FactReader {

  private FactReader() {}

  public static ExecutedAgreement agreement(Fields fact) {
    return new ExecutedAgreement(
        fact.text("id"),
        fact.text("title"),
        Currency.getInstance(fact.text("currency")),
        ZoneId.of(fact.text("timeZone")),
        fact.date("executedOn"),
        fact.date("effectiveOn"),
        fact.list("parties").stream()
            .map(Fields::of)
            .map(party -> new ExecutedAgreement.Party(party.text("id"), party.text("name")))
            .toList(),
        fact.list("clauses").stream().map(clause -> Fields.of(clause).tree()).toList(),
        backing(fact));
  }

  public static Amendment amendment(Fields fact) {
    return new Amendment(
        Math.toIntExact(fact.optionalWhole("number").orElseThrow()),
        fact.text("title"),
        fact.date("executedOn"),
        fact.date("effectiveOn"),
        fact.list("changes").stream().map(FactReader::change).toList(),
        backing(fact));
  }

  public static RevenueReport revenue(Fields fact) {
    return new RevenueReport(
        fact.text("id"),
        fact.text("stream"),
        fact.date("from"),
        fact.date("through"),
        fact.decimal("amount"),
        exchange(fact),
        backing(fact));
  }

  public static Restatement restatement(Fields fact) {
    return new Restatement(
        fact.text("id"),
        fact.text("restates"),
        fact.decimal("amount"),
        exchange(fact),
        backing(fact));
  }

  public static Payment payment(Fields fact) {
    return new Payment(
        fact.text("id"),
        fact.text("clause"),
        fact.text("payer"),
        fact.text("payee"),
        fact.decimal("amount"),
        fact.optionalDecimal("withheld").orElse(BigDecimal.ZERO),
        exchange(fact),
        fact.date("valueOn"),
        backing(fact));
  }

  public static Reversal reversal(Fields fact) {
    return new Reversal(fact.text("payment"), fact.date("on"), fact.text("reason"), backing(fact));
  }

  public static Waiver waiver(Fields fact) {
    return new Waiver(
        fact.optionalText("id").orElse(null),
        fact.text("clause"),
        fact.optionalText("period").orElse(null),
        fact.optionalDecimal("amount").orElse(null),
        fact.optionalText("currency").orElse(null),
        fact.date("on"),
        fact.text("by"),
        backing(fact));
  }

  public static Discharge discharge(Fields fact) {
    return new Discharge(
        fact.optionalText("id").orElse(null),
        fact.text("clause"),
        fact.optionalText("period").orElse(null),
        fact.date("on"),
        fact.optionalText("by").orElse(null),
        backing(fact));
  }

  public static Milestone milestone(Fields fact) {
    return new Milestone(
        fact.text("id"), fact.date("on"), fact.optionalText("by").orElse(null), backing(fact));
  }

  public static Launch launch(Fields fact) {
    return new Launch(
        fact.optionalText("id").orElse(null),
        fact.text("product"),
        fact.text("venue"),
        fact.date("on"),
        backing(fact));
  }

  public static SupportDecline supportDecline(Fields fact) {
    return new SupportDecline(
        fact.optionalText("id").orElse(null),
        fact.text("product"),
        fact.text("provider"),
        fact.optionalBool("cannotSupport").orElse(null),
        fact.optionalBool("choosesNotToSupport").orElse(null),
        fact.date("on"),
        backing(fact));
  }

  public static Withdrawal withdrawal(Fields fact) {
    return new Withdrawal(
        fact.optionalWhole("sequence").orElseThrow(), fact.text("reason"), backing(fact));
  }

  public static StatementIssue statement(Fields fact) {
    return new StatementIssue(
        fact.text("clause"), fact.text("period"), fact.date("issuedOn"), backing(fact));
  }

  public static SettledReading reading(Fields fact) {
    return new SettledReading(
        fact.optionalText("id").orElse(null),
        fact.text("clause"),
        SettledReading.Parameter.valueOf(fact.text("parameter").toUpperCase(Locale.ROOT)),
        fact.text("value"),
        fact.date("from"),
        fact.text("by"),
        backing(fact));
  }

  public static BroughtForward broughtForward(Fields fact) {
    return new BroughtForward(
        fact.optionalText("id").orElse(null),
        fact.text("clause"),
        fact.date("on"),
        fact.decimal("accrued"),
        fact.decimal("settled"),
        fact.optionalText("currency").orElse(null),
        backing(fact));
  }

  private static Exchange exchange(Fields fact) {
    return new Exchange(
        fact.optionalText("currency").orElse(null), fact.optionalDecimal("fxRate").orElse(null));
  }

  private static Amendment.Change change(Value value) {
    Fields change = Fields.of(value);
    String key = List.copyOf(change.tree().entries().keySet()).getFirst();
    Fields what = change.object(key);
    return switch (key) {
      case "add" -> new Amendment.Change.Add(what.tree());
      case "revise" -> new Amendment.Change.Revise(what.text("clause"), what.object("set").tree());
      case "replace" -> new Amendment.Change.Replace(what.tree());
      case "end" -> new Amendment.Change.End(what.text("clause"));
      default -> throw new IllegalStateException("no change is called " + key);
    };
  }

  private static Backing backing(Fields fact) {
    return new Backing(
        fact.optionalText("reference").orElse(null),
        fact.optionalObject("evidence")
            .map(
                evidence -> new Backing.Evidence(
                    evidence.optionalText("uri").orElse(null),
                    evidence.optionalText("sha256").orElse(null),
                    evidence.optionalText("note").orElse(null)))
            .orElse(null));
  }
}

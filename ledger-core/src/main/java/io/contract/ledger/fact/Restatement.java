package io.contract.ledger.fact;

import static io.contract.ledger.value.Type.SLUG;

import io.contract.ledger.id.ReportId;
import io.contract.ledger.money.Currency;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A new amount for a report; its stream and span stay. The latest recorded restatement holds, whichever of the report's
 * chain it names (domain page, section 11).
 *
 * @param restates id of the report, or of an earlier restatement of it
 */
public record Restatement(
    ReportId id, ReportId restates, BigDecimal amount, Exchange exchange, Backing backing) implements Fact {

  static final FactForm<Restatement> FORM =
      new FactForm<>(
          Restatement.class,
          Shape.of("Restatement")
              .required("id", SLUG, "Unique among reports and restatements.")
              .required("restates", SLUG, "The report that gets a new amount.")
              .and(Exchange.AMOUNT_FIELDS)
              .and(Backing.FIELDS),
          Restatement::read,
          List.of(Code.UNKNOWN_REPORT, Code.ID_ALREADY_USED, Code.CURRENCY_MISMATCH, Code.AMOUNT_PRECISION,
              Code.NON_POSITIVE_AMOUNT));

  private static Restatement read(Fields fact) {
    return new Restatement(
        new ReportId(fact.text("id")),
        new ReportId(fact.text("restates")),
        fact.decimal("amount"),
        Exchange.read(fact),
        Backing.read(fact));
  }

  @Override
  public Value.Tree write() {
    return backing.behind(
        new TreeBuilder()
            .put("id", id)
            .put("restates", restates)
            .put("amount", amount)
            .put("currency", exchange.currency())
            .put("fxRate", exchange.fxRate()));
  }

  @Override
  public Optional<LocalDate> effectiveOn() {
    return Optional.empty();
  }

  @Override
  public Restatement canonical(Currency agreed) {
    return new Restatement(id, restates, exchange.canonical(amount, agreed), exchange.canonical(agreed), backing);
  }
}

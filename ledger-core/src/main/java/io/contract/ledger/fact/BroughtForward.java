package io.contract.ledger.fact;

import static io.contract.ledger.value.Type.AMOUNT;
import static io.contract.ledger.value.Type.CURRENCY;
import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.SLUG;

import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.FactId;
import io.contract.ledger.money.Currency;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A balance was brought forward: an agreement is taken over in mid-life, with what had accrued and been settled on a clause by a
 * day (domain page, sections 6 and 11).
 *
 * @param id when given, unique among balances brought forward
 * @param clause id of the revenue-share clause
 * @param accrued what had accrued, judged by no rate; negative where the share was below zero
 * @param settled what had been settled, zero or above; the part above {@code accrued} is credit
 */
public record BroughtForward(
    @Nullable FactId id,
    ClauseId clause,
    LocalDate on,
    BigDecimal accrued,
    BigDecimal settled,
    @Nullable String currency,
    Backing backing) implements ClauseFact, DatedFact {

  static final FactForm<BroughtForward> FORM =
      new FactForm<>(
          BroughtForward.class,
          Shape.of("BroughtForward")
              .optional("id", SLUG, "Unique among balances brought forward.")
              .required("clause", SLUG, "The clause, a revenue share or a fixed payment.")
              .required("on", DATE, "The day by which it had accrued and been settled.")
              .required("accrued", AMOUNT, "What had accrued.")
              .required("settled", AMOUNT, "What had been settled, zero or above.")
              .optional("currency", CURRENCY, "Must be the agreement's; the agreement's unless said.")
              .and(Backing.FIELDS),
          BroughtForward::read,
          List.of(Code.UNKNOWN_CLAUSE, Code.WRONG_CLAUSE_KIND, Code.ID_ALREADY_USED, Code.CURRENCY_MISMATCH,
              Code.AMOUNT_PRECISION, Code.DATE_OUT_OF_RANGE, Code.NON_POSITIVE_AMOUNT, Code.DATE_IN_FUTURE));

  private static BroughtForward read(Fields fact) {
    return new BroughtForward(
        fact.optionalText("id").map(FactId::new).orElse(null),
        new ClauseId(fact.text("clause")),
        fact.date("on"),
        fact.decimal("accrued"),
        fact.decimal("settled"),
        fact.optionalText("currency").orElse(null),
        Backing.read(fact));
  }

  @Override
  public Value.Tree write() {
    return backing.behind(
        new TreeBuilder()
            .put("id", id)
            .put("clause", clause)
            .put("on", on)
            .put("accrued", accrued)
            .put("settled", settled)
            .put("currency", currency));
  }

  @Override
  public BroughtForward canonical(Currency agreed) {
    return new BroughtForward(
        id,
        clause,
        on,
        Exchange.NONE.canonical(accrued, agreed),
        Exchange.NONE.canonical(settled, agreed),
        Exchange.canonical(currency, agreed),
        backing);
  }
}

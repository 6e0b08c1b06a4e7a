package io.contract.ledger.fact;

import static io.contract.ledger.value.Type.AMOUNT;
import static io.contract.ledger.value.Type.CLAIM_OR_BALANCE;
import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.SLUG;

import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.id.PaymentId;
import io.contract.ledger.money.Currency;
import io.contract.ledger.terms.Book;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Money paid on a revenue share or a fixed payment.
 *
 * @param clause id of the clause
 * @param period the period that it is for, by the payer's word, or {@code brought-forward}; null for the oldest due date on
 * @param amount what the payee received, above zero
 * @param withheld tax withheld for the payee, which settles as money does; zero or above
 * @param valueOn the day from which the money counts
 */
public record Payment(
    PaymentId id,
    ClauseId clause,
    PartyId payer,
    PartyId payee,
    @Nullable String period,
    BigDecimal amount,
    BigDecimal withheld,
    Exchange exchange,
    LocalDate valueOn,
    Backing backing) implements ClauseFact {

  static final FactForm<Payment> FORM =
      new FactForm<>(
          Payment.class,
          Shape.of("Payment")
              .required("id", SLUG, "Unique among payments.")
              .required("clause", SLUG, "The clause it is paid on, a revenue share or a fixed payment.")
              .required("payer", SLUG, "The party that paid.")
              .required("payee", SLUG, "The party that was paid.")
              .optional("period", CLAIM_OR_BALANCE,
                  "What the payer says it pays, which is settled first: a period, or the balance brought forward.")
              .and(Exchange.AMOUNT_FIELDS)
              .optional("withheld", AMOUNT, "Tax withheld for the payee, which settles too; zero unless said.")
              .required("valueOn", DATE, "The day the money counts from.")
              .and(Backing.FIELDS),
          Payment::read,
          List.of(Code.UNKNOWN_PARTY, Code.UNKNOWN_CLAUSE, Code.UNKNOWN_PERIOD, Code.WRONG_CLAUSE_KIND,
              Code.ID_ALREADY_USED, Code.CURRENCY_MISMATCH, Code.AMOUNT_PRECISION, Code.WRONG_PARTIES,
              Code.DATE_OUT_OF_RANGE, Code.NON_POSITIVE_AMOUNT, Code.DATE_IN_FUTURE));

  private static Payment read(Fields fact) {
    return new Payment(
        new PaymentId(fact.text("id")),
        new ClauseId(fact.text("clause")),
        new PartyId(fact.text("payer")),
        new PartyId(fact.text("payee")),
        fact.optionalText("period").orElse(null),
        fact.decimal("amount"),
        fact.optionalDecimal("withheld").orElse(BigDecimal.ZERO),
        Exchange.read(fact),
        fact.date("valueOn"),
        Backing.read(fact));
  }

  public Payment {
    if (withheld.signum() == 0) {
      // Zero is not stored. Every written form of zero becomes this one, so that a fact read back equals the fact written.
      withheld = BigDecimal.ZERO;
    }
  }

  /** The book that it names. */
  public Book book() {
    return new Book(payer, payee);
  }

  /**
   * What the payment settles, in the agreement's currency: amount and withheld tax, each converted where the payment is in another
   * currency.
   */
  public BigDecimal settles(Currency agreed) {
    BigDecimal counted = exchange.counted(amount, agreed);
    return withheld.signum() == 0 ? counted : counted.add(exchange.counted(withheld, agreed));
  }

  @Override
  public Value.Tree write() {
    return backing.behind(
        new TreeBuilder()
            .put("id", id)
            .put("clause", clause)
            .put("payer", payer)
            .put("payee", payee)
            .put("period", period)
            .put("amount", amount)
            .put("currency", exchange.currency())
            .put("fxRate", exchange.fxRate())
            .put("withheld", withheld.signum() == 0 ? null : withheld)
            .put("valueOn", valueOn));
  }

  @Override
  public Optional<LocalDate> effectiveOn() {
    return Optional.of(valueOn);
  }

  @Override
  public Payment canonical(Currency agreed) {
    return new Payment(
        id,
        clause,
        payer,
        payee,
        period,
        exchange.canonical(amount, agreed),
        exchange.canonical(withheld, agreed),
        exchange.canonical(agreed),
        valueOn,
        backing);
  }
}

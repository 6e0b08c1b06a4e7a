package io.contract.ledger.fact;

import static io.contract.ledger.value.Type.AMOUNT;
import static io.contract.ledger.value.Type.CURRENCY;
import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.CLAIM_OR_BALANCE;
import static io.contract.ledger.value.Type.SLUG;

import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.FactId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.money.Currency;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.BookChoice;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.EnumWords;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The party to whom something is owed gave it up.
 *
 * @param id when given, unique among the agreement's waivers
 * @param book the book in which something is given up, where the waiver names one or both of its parties; else every book in which who
 *     waives is payee
 * @param period the period for which it is given up, or {@code brought-forward}; null for a share given up from the oldest due date
 *     on, and for a duty to be done once
 * @param of what is given up of a revenue share; principal of a duty
 * @param amount above zero for a revenue share; null for a duty
 * @param by the party that waives
 */
public record Waiver(
    @Nullable FactId id,
    ClauseId clause,
    BookChoice book,
    @Nullable String period,
    Of of,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    LocalDate on,
    PartyId by,
    Backing backing) implements ClauseFact, DatedFact {

  /** What is given up of a revenue share. */
  public enum Of {
    PRINCIPAL,
    INTEREST
  }

  static final FactForm<Waiver> FORM =
      new FactForm<>(
          Waiver.class,
          Shape.of("Waiver")
              .optional("id", SLUG, "Unique among waivers.")
              .required("clause", SLUG, "The revenue share, fixed payment or duty.")
              .optional("payer", SLUG, "Who need not pay; of a share with several payers, each of them unless said.")
              .optional("payee", SLUG, "To whom it is owed, who waives it.")
              .optional("period", CLAIM_OR_BALANCE,
                  "The period, or the balance brought forward; from the oldest due date on unless said.")
              .optional("of", EnumWords.oneOf(Of.values()),
                  "Whether principal of a revenue share is given up, or its late interest; principal unless said.")
              .optional("amount", AMOUNT, "How much of a revenue share; none of a duty.")
              .optional("currency", CURRENCY, "Must be the agreement's; the agreement's unless said.")
              .required("on", DATE, "The day it is given up.")
              .required("by", SLUG, "The party to whom it is owed.")
              .and(Backing.FIELDS),
          Waiver::read,
          List.of(Code.UNKNOWN_PARTY, Code.UNKNOWN_CLAUSE, Code.UNKNOWN_PERIOD, Code.WRONG_CLAUSE_KIND,
              Code.ID_ALREADY_USED, Code.CURRENCY_MISMATCH, Code.AMOUNT_PRECISION, Code.WRONG_PARTIES,
              Code.DATE_OUT_OF_RANGE, Code.NON_POSITIVE_AMOUNT, Code.DATE_IN_FUTURE, Code.WAIVER_EXCEEDS_OUTSTANDING,
              Code.CALENDAR_RANGE));

  /** Whether it is for that pair: who waives is payee, and it names no other party. */
  public boolean isOf(Book pair) {
    return pair.payee().equals(by) && book.accepts(pair);
  }

  private static Waiver read(Fields fact) {
    return new Waiver(
        fact.optionalText("id").map(FactId::new).orElse(null),
        new ClauseId(fact.text("clause")),
        BookChoice.read(fact),
        fact.optionalText("period").orElse(null),
        fact.optionalText("of").map(word -> EnumWords.constant(Of.class, word)).orElse(Of.PRINCIPAL),
        fact.optionalDecimal("amount").orElse(null),
        fact.optionalText("currency").orElse(null),
        fact.date("on"),
        new PartyId(fact.text("by")),
        Backing.read(fact));
  }

  @Override
  public Value.Tree write() {
    return backing.behind(
        new TreeBuilder()
            .put("id", id)
            .put("clause", clause)
            .put("payer", book.payer().orElse(null))
            .put("payee", book.payee().orElse(null))
            .put("period", period)
            // Principal is not written, so that waivers read as they were stored before interest could be waived.
            .put("of", of == Of.INTEREST ? EnumWords.slug(of) : null)
            .put("amount", amount)
            .put("currency", currency)
            .put("on", on)
            .put("by", by));
  }

  @Override
  public Waiver canonical(Currency agreed) {
    return new Waiver(
        id,
        clause,
        book,
        period,
        of,
        amount == null ? null : Exchange.NONE.canonical(amount, agreed),
        Exchange.canonical(currency, agreed),
        on,
        by,
        backing);
  }
}

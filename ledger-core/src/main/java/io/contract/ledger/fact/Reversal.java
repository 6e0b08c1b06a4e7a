package io.contract.ledger.fact;

import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.TEXT;

import io.contract.ledger.id.Id;
import io.contract.ledger.id.PaymentId;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment came back. From the day {@code on} it counts as never made (domain page, section 5).
 *
 * @param payment id of the payment
 * @param on not before the payment's value date
 */
public record Reversal(PaymentId payment, LocalDate on, String reason, Backing backing) implements DatedFact {

  static final FactForm<Reversal> FORM =
      new FactForm<>(
          Reversal.class,
          Shape.of("Reversal")
              .required("payment", SLUG, "The payment that came back.")
              .required("on", DATE, "From which day it is as if never made.")
              .required("reason", TEXT, "Why.")
              .and(Backing.FIELDS),
          Reversal::read,
          List.of(Code.UNKNOWN_PAYMENT, Code.INVALID_SPAN, Code.ALREADY_REVERSED, Code.DATE_OUT_OF_RANGE,
              Code.DATE_IN_FUTURE));

  private static Reversal read(Fields fact) {
    return new Reversal(new PaymentId(fact.text("payment")), fact.date("on"), fact.text("reason"), Backing.read(fact));
  }

  @Override
  public Value.Tree write() {
    return backing.behind(
        new TreeBuilder()
            .put("payment", payment)
            .put("on", on)
            .put("reason", reason));
  }

  @Override
  public @Nullable Id id() {
    return null;
  }
}

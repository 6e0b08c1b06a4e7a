package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.nullable;
import static io.contract.ledger.value.Type.object;

import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.money.Currency;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.Value;
import java.time.LocalDate;
import java.util.Optional;

/** Payments as shown: each as posted, with the day from which it is reversed. */
public final class PaymentAnswer {

  /** One row. */
  public static final Shape ROW =
      FactAnswer.shape("RecordedPayment", FactKind.PAYMENT)
          .required("reversedOn", nullable(DATE), "From which day it is as if never made; null while it stands.");

  /** The whole answer. */
  public static final Shape SHAPE = Lists.shape("Payments", object(ROW));

  private PaymentAnswer() {}

  /** One row. */
  public static Value.Tree row(Currency currency, Recorded recorded, Optional<LocalDate> reversedOn) {
    return FactAnswer.write(currency, recorded)
        .with("reversedOn", reversedOn.map(day -> Value.text(day.toString())).orElse(Value.NULL));
  }
}

package io.contract.ledger.fact.known;

import io.contract.ledger.fact.Payment;
import io.contract.ledger.fact.Reversal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payment with its reversal, when there is one that has not been withdrawn.
 *
 * @param reversal null while the payment stands
 */
public record KnownPayment(Known<Payment> payment, @Nullable Known<Reversal> reversal) {

  /** Whether the payment counts on the day: made by then, and not reversed by then. */
  public boolean standsOn(LocalDate effectiveOn) {
    return !payment.fact().valueOn().isAfter(effectiveOn)
        && reversedOn().filter(on -> !on.isAfter(effectiveOn)).isEmpty();
  }

  /** The day from which it counts as never made; empty while it is not reversed. */
  public Optional<LocalDate> reversedOn() {
    return Optional.ofNullable(reversal).map(known -> known.fact().on());
  }
}

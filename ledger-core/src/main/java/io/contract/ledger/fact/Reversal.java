package io.contract.ledger.fact;

import io.contract.ledger.terms.Backing;
import java.time.LocalDate;

/**
 * A payment that came back: from the day {@code on} it is as if never made (domain page, section 5).
 *
 * @param payment id of the payment
 * @param on not before the payment's value date
 */
public record Reversal(String payment, LocalDate on, String reason, Backing backing) {}

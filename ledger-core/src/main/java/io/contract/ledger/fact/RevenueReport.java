package io.contract.ledger.fact;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.terms.Backing;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The amount of a stream over a span of days, both ends inclusive.
 *
 * @param amount in the agreement's currency; may be zero or negative
 * @param currency as posted; must be the agreement's, and is left out of the stored event
 */
public record RevenueReport(
    String id,
    String stream,
    LocalDate from,
    LocalDate through,
    BigDecimal amount,
    @Nullable String currency,
    Backing backing) {

  /**
   * The span of the report.
   *
   * @throws IllegalArgumentException when {@code through} is before {@code from}; such a report is refused, never recorded
   */
  public DateRange days() {
    return DateRange.of(from, through);
  }
}

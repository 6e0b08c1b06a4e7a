package io.contract.ledger.fact;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.terms.Backing;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The amount of a stream over a span of days, both ends inclusive.
 *
 * @param amount in the agreement's currency; may be zero or negative
 * @param exchange of amounts in another currency than the agreement's
 */
public record RevenueReport(
    String id,
    String stream,
    LocalDate from,
    LocalDate through,
    BigDecimal amount,
    Exchange exchange,
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

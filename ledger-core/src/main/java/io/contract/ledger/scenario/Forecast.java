package io.contract.ledger.scenario;

import java.time.LocalDate;
import java.util.List;

/**
 * The outlook of revenue shares with assumed revenue: in which period and on which day each cap is reached, what accrues in each
 * period until the sunset, and what is left of each cap then (domain page, section 9; ADR 0025). It has no rule of accrual of its
 * own. Assumed reports are facts like others, and positions of later days are asked for.
 *
 * <p>A forecast is made on {@code effectiveOn}. Known reports, payments and milestones of later days are left out. Terms agreed for
 * later days count from their date. No payments are assumed.
 *
 * <p>Example: 4,700.00 of net sales in 2021-Q1, a share of 20 % and a cap of 1,000.00, of which 940.00 has accrued. With a growth
 * of 0 the second quarter fills the remaining 60.00, on the ⌈60 × 91 ÷ 940⌉ = 6th of its days: 2021-04-06.
 *
 * @param through the last day looked at
 * @param scenarios one for each scenario asked for, in order
 */
public record Forecast(LocalDate through, List<Outlook> scenarios) {
  public Forecast {
    scenarios = List.copyOf(scenarios);
  }
}

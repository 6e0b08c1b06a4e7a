package io.contract.ledger.scenario;

import java.util.List;

/**
 * What a scenario would come to.
 *
 * @param name that of the scenario
 * @param supposed the reports that it assumes, on what the forecast stands on
 * @param periods clause by clause, in order
 * @param caps clause by clause, one for each cap, window and reading
 */
public record Outlook(String name, Supposed supposed, List<PeriodOutlook> periods, List<CapOutlook> caps) {
  public Outlook {
    periods = List.copyOf(periods);
    caps = List.copyOf(caps);
  }
}

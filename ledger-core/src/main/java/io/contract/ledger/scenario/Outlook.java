package io.contract.ledger.scenario;

import java.util.List;

/**
 * The outcome of a scenario.
 *
 * @param name the name of the scenario
 * @param supposed the reports that it assumes, on top of the facts that the forecast is based on
 * @param periods clause by clause, in order
 * @param caps clause by clause, one for each cap, window and reading
 */
public record Outlook(String name, Supposed supposed, List<PeriodOutlook> periods, List<CapOutlook> caps) {
  public Outlook {
    periods = List.copyOf(periods);
    caps = List.copyOf(caps);
  }
}

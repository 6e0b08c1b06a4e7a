package io.contract.ledger.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The question of a forecast.
 *
 * @param scenarios the scenarios, side by side
 * @param through the last day to look at; the sunset when empty (see {@link Forecast})
 */
public record ForecastQuestion(List<Scenario> scenarios, Optional<LocalDate> through) {
  public ForecastQuestion {
    scenarios = List.copyOf(scenarios);
  }
}

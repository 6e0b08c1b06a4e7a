package io.contract.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What is known of indices, and what is assumed where nothing is (domain page, section 16). What cannot be determined is told by trying:
 * it is what comes out otherwise under one assumption than under another.
 *
 * @param byIndex the rates of each index by the days from which they hold
 * @param assumed the rate, with what is added to it, on all days before an index is fixed
 */
record ModelledFixings(Map<String, NavigableMap<LocalDate, BigDecimal>> byIndex, BigDecimal assumed) {

  /** From nothing to more than anybody has money for, and some in between, where a little of it goes to each of several claims. */
  static final List<BigDecimal> ASSUMPTIONS =
      List.of("0", "0.003", "0.02", "0.1", "0.5", "2", "10", "100", "10000000000000").stream().map(BigDecimal::new)
          .toList();

  static ModelledFixings of(List<Scenario.Told> standing, BigDecimal assumed) {
    Map<String, NavigableMap<LocalDate, BigDecimal>> byIndex = new HashMap<>();
    standing.stream().filter(fact -> fact.key().equals("fixing")).map(Scenario.Told::fields)
        .forEach(
            fixing -> byIndex.computeIfAbsent(fixing.text("index"), any -> new TreeMap<>())
                .put(fixing.date("from"), fixing.amount("rate")));
    return new ModelledFixings(byIndex, assumed);
  }

  /** The yearly rates of an index with that added, never below zero. */
  NavigableMap<LocalDate, BigDecimal> rates(String index, BigDecimal spread) {
    NavigableMap<LocalDate, BigDecimal> rates = new TreeMap<>(Map.of(LocalDate.MIN, assumed));
    byIndex.getOrDefault(index, new TreeMap<>())
        .forEach((day, rate) -> rates.put(day, rate.add(spread).max(BigDecimal.ZERO)));
    return rates;
  }
}

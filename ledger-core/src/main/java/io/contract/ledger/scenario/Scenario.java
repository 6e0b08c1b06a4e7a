package io.contract.ledger.scenario;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a forecast assumes of revenue that is not reported (domain page, section 9).
 *
 * <p>Example: {@code {name: down, streams: {net-sales: {growthPerPeriod: "-0.05"}}}} has net sales fall by 5 % from each period to the
 * next.
 *
 * @param name what the scenario is called
 * @param streams what is assumed of each stream; nothing is assumed of others
 */
public record Scenario(String name, Map<String, Assumption> streams) {
  public Scenario {
    streams = Collections.unmodifiableMap(new LinkedHashMap<>(streams));
  }

  /** What is assumed of one stream. */
  public sealed interface Assumption {

    /**
     * Each period has the amount of the one before it times (1 + growth).
     *
     * @param perPeriod the growth as a fraction of −1 or more: 5 % more is 0.05
     */
    record Growth(BigDecimal perPeriod) implements Assumption {}

    /** These amounts, and no others. */
    record Reports(List<Amount> amounts) implements Assumption {
      public Reports {
        amounts = List.copyOf(amounts);
      }
    }
  }

  /** The amount of a stream over days, both ends inclusive, as in a report. */
  public record Amount(LocalDate from, LocalDate through, BigDecimal amount) {}
}

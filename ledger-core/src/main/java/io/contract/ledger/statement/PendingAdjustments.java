package io.contract.ledger.statement;

import io.contract.ledger.position.Reading;
import java.util.List;

/**
 * What has changed since the statements of a clause were issued, and the next one will adjust (domain page, section 5).
 *
 * @param adjustments those that all readings agree on, in order of periods; without amount where readings differ
 * @param readings those of each reading; empty when the clause leaves nothing open
 */
public record PendingAdjustments(List<Adjustment> adjustments, List<Read> readings) {
  public PendingAdjustments {
    adjustments = List.copyOf(adjustments);
    readings = List.copyOf(readings);
  }

  /** What is pending under one reading. */
  public record Read(Reading reading, List<Adjustment> adjustments) {
    public Read {
      adjustments = List.copyOf(adjustments);
    }
  }

  /** Whether the amount of some adjustment cannot be determined. */
  public boolean isUndetermined() {
    return adjustments.stream().anyMatch(adjustment -> adjustment.amount().isEmpty());
  }

  /** What is pending under that reading; nothing where there is no such reading. */
  public List<Adjustment> of(Reading reading) {
    return readings.stream().filter(read -> read.reading().equals(reading)).findFirst().map(Read::adjustments)
        .orElse(List.of());
  }
}

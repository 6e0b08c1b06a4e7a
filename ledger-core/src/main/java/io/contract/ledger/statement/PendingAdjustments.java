package io.contract.ledger.statement;

import io.contract.ledger.position.Reading;
import java.util.List;

/**
 * The changes since the statements of a clause were issued, which the next statement will adjust (domain page, section 5).
 *
 * @param adjustments the adjustments of all readings, in order of periods; without an amount where readings differ
 * @param readings the adjustments under each reading; empty when the clause leaves nothing open
 */
public record PendingAdjustments(List<Adjustment> adjustments, List<Read> readings) {
  public PendingAdjustments {
    adjustments = List.copyOf(adjustments);
    readings = List.copyOf(readings);
  }

  /** The pending adjustments under one reading. */
  public record Read(Reading reading, List<Adjustment> adjustments) {
    public Read {
      adjustments = List.copyOf(adjustments);
    }
  }

  /** Whether the amount of some adjustment cannot be determined. */
  public boolean isUndetermined() {
    return adjustments.stream().anyMatch(adjustment -> adjustment.amount().isEmpty());
  }

  /** The pending adjustments under the reading; none where there is no such reading. */
  public List<Adjustment> of(Reading reading) {
    return readings.stream().filter(read -> read.reading().equals(reading)).findFirst().map(Read::adjustments)
        .orElse(List.of());
  }
}

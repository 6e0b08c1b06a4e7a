package io.contract.ledger.model;

import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** A line with the amount that it accrues. */
record AccruedLine(Sort sort, Span days, Span period, BigFraction base, BigDecimal gross, BigDecimal accrued) {

  /** The origin of the line. */
  enum Sort {
    REVENUE, FIXED, CARRIED, SHORTFALL, SHORTFALL_OUTSIDE_CAPS, BROUGHT_FORWARD
  }

  BigDecimal forgone() {
    return gross.subtract(accrued);
  }

  static BigDecimal accrued(List<AccruedLine> lines) {
    return lines.stream().map(AccruedLine::accrued).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}

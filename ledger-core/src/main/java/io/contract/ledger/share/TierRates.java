package io.contract.ledger.share;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.money.Fractions;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.Clause.Tiers.Band;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What a cumulative base comes to by tiers: the function f of which a line is the difference of two values (domain page, section 5,
 * step 2).
 *
 * <p>Example: to 100 at 10 %, to 250 at 15 %, above at 20 %: f(300) is 42.50 marginal (10 + 22.50 + 10) and 60.00 whole.
 */
public final class TierRates {

  private TierRates() {}

  /** The share of that cumulative base; below zero the first band's rate goes on. */
  public static BigFraction share(Clause.Tiers tiers, BigFraction cumulative) {
    return switch (tiers.scheme()) {
      case MARGINAL -> marginal(tiers, cumulative);
      case WHOLE -> cumulative.multiply(Fractions.of(reached(tiers, cumulative).rate()));
    };
  }

  private static BigFraction marginal(Clause.Tiers tiers, BigFraction cumulative) {
    BigFraction share = BigFraction.ZERO;
    BigFraction below = BigFraction.ZERO;
    for (Band band : tiers.bands()) {
      BigFraction top = isWithin(cumulative, band) ? cumulative : Fractions.of(upTo(band));
      share = share.add(top.subtract(below).multiply(Fractions.of(band.rate())));
      if (isWithin(cumulative, band)) {
        return share;
      }
      below = top;
    }
    throw noLastBand(tiers);
  }

  private static Band reached(Clause.Tiers tiers, BigFraction cumulative) {
    return tiers.bands().stream().filter(band -> isWithin(cumulative, band)).findFirst().orElseThrow(
        () -> noLastBand(tiers));
  }

  /** {@code upTo} belongs to its band. */
  private static boolean isWithin(BigFraction cumulative, Band band) {
    return band.upTo() == null || cumulative.compareTo(Fractions.of(upTo(band))) <= 0;
  }

  private static BigDecimal upTo(Band band) {
    return java.util.Objects.requireNonNull(band.upTo());
  }

  private static IllegalStateException noLastBand(Clause.Tiers tiers) {
    return new IllegalStateException("expected a last band without upTo, found " + tiers);
  }

  /** The days whose lines fill the bands together with a line of that day. */
  static DateRange window(Clause.RevenueShare share, Clause.Tiers tiers, LocalDate day) {
    return switch (tiers.over()) {
      case PERIOD -> share.period().containing(day).days();
      case CALENDAR_YEAR -> DateRange.calendarYear(day);
      case LIFETIME -> DateRange.ALWAYS;
    };
  }
}

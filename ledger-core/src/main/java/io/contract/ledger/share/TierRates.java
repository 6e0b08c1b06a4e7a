package io.contract.ledger.share;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.PeriodScheme;
import io.contract.ledger.money.Fractions;
import io.contract.ledger.terms.ShareRate.Tiers;
import io.contract.ledger.terms.ShareRate.Tiers.Band;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The share of a cumulative base by tiers: the function f of which a line's gross is the difference of two values (domain page,
 * section 5, step 2).
 *
 * <p>Example: to 100 at 10 %, to 250 at 15 %, above at 20 %: f(300) is 42.50 marginal (10 + 22.50 + 10) and 60.00 whole.
 */
public final class TierRates {

  private TierRates() {}

  /**
   * A part of a cumulative base that has one rate.
   *
   * @param below the amount of the base below it
   * @param top the amount of the base at its top
   * @param isWholeBand whether it reaches the top of its band, and does not end with the base
   */
  public record Slice(BigFraction below, BigFraction top, boolean isWholeBand, BigDecimal rate) {

    BigFraction share() {
      return top.subtract(below).multiply(Fractions.of(rate));
    }
  }

  /** The share of the cumulative base. Below zero, the first band's rate goes on. */
  public static BigFraction share(Tiers tiers, BigFraction cumulative) {
    return slices(tiers, cumulative).stream().map(Slice::share).reduce(BigFraction.ZERO, BigFraction::add);
  }

  /**
   * The slices of the cumulative base, lowest first: one for each band that it reaches, or one alone where the band reached rates
   * all of it.
   */
  public static List<Slice> slices(Tiers tiers, BigFraction cumulative) {
    return switch (tiers.scheme()) {
      case MARGINAL -> marginal(tiers, cumulative);
      case WHOLE -> List.of(new Slice(BigFraction.ZERO, cumulative, false, reached(tiers, cumulative)));
    };
  }

  private static List<Slice> marginal(Tiers tiers, BigFraction cumulative) {
    List<Slice> slices = new ArrayList<>();
    BigFraction below = BigFraction.ZERO;
    for (Band band : tiers.bands()) {
      if (isWithin(cumulative, band)) {
        break;
      }
      BigFraction top = Fractions.of(band.upTo());
      slices.add(new Slice(below, top, true, band.rate()));
      below = top;
    }
    slices.add(new Slice(below, cumulative, false, reached(tiers, cumulative)));
    return slices;
  }

  /** The rate of the band that holds the amount. */
  private static BigDecimal reached(Tiers tiers, BigFraction cumulative) {
    return tiers.bands().stream()
        .filter(band -> isWithin(cumulative, band))
        .findFirst()
        .map(Band::rate)
        .orElse(tiers.above());
  }

  /** Whether the amount is in the band. {@code upTo} belongs to its band. */
  private static boolean isWithin(BigFraction cumulative, Band band) {
    return cumulative.compareTo(Fractions.of(band.upTo())) <= 0;
  }

  /** The days whose lines fill the bands together with a line of that day. */
  static DateRange window(PeriodScheme periods, Tiers tiers, LocalDate day) {
    return switch (tiers.over()) {
      case PERIOD -> periods.containing(day).days();
      case CALENDAR_YEAR -> DateRange.calendarYear(day);
      case LIFETIME -> DateRange.ALWAYS;
    };
  }
}

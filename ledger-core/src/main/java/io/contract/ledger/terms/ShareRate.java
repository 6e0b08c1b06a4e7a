package io.contract.ledger.terms;

import io.contract.ledger.calendar.Years;
import java.math.BigDecimal;
import java.util.List;

/**
 * The part of its base that a revenue share is (domain page, section 5): one rate, a rate for each band, or a rate that is not
 * disclosed.
 */
public sealed interface ShareRate {

  /**
   * One rate for all of the base.
   *
   * @param fraction 0 or more (20 % is 0.20)
   */
  record Flat(BigDecimal fraction) implements ShareRate {
    public Flat {
      NotNegative.rate(fraction);
    }
  }

  /** A rate that is not disclosed. A line that it judges has no gross. */
  record NotDisclosed() implements ShareRate {}

  /**
   * Rates that depend on the amount that the base has reached.
   *
   * <p>Example: to 100 at 10 %, to 250 at 15 %, above at 20 %: 120 comes to 13.00 marginal and 18.00 whole.
   *
   * @param fiscal the agreement's fiscal years
   * @param bands the bands with an upper end, lowest first; empty where one rate is for every amount
   * @param above the rate of the last band, which has no upper end: a fraction of 0 or more
   */
  record Tiers(Over over, Years fiscal, Scheme scheme, List<Band> bands, BigDecimal above) implements ShareRate {

    /** @throws IllegalArgumentException when a band does not end above the one before it, the first above 0 */
    public Tiers {
      bands = List.copyOf(bands);
      NotNegative.rate(above);
      BigDecimal below = BigDecimal.ZERO;
      for (Band band : bands) {
        if (band.upTo().compareTo(below) <= 0) {
          throw new IllegalArgumentException("expected bands that rise from 0, found " + bands);
        }
        below = band.upTo();
      }
    }

    /** The window whose base fills the bands. */
    public enum Over {
      PERIOD,
      CALENDAR_YEAR,
      FISCAL_YEAR,
      LIFETIME
    }

    /** Whether each slice has the rate of its own band, or the band reached re-rates all of it. */
    public enum Scheme {
      MARGINAL,
      WHOLE
    }

    /**
     * A band with an upper end.
     *
     * @param upTo the largest amount that belongs to it
     * @param rate a fraction of 0 or more
     */
    public record Band(BigDecimal upTo, BigDecimal rate) {
      public Band {
        NotNegative.rate(rate);
      }
    }
  }
}

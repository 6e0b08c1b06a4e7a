package io.contract.ledger.share;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.PeriodScheme;
import io.contract.ledger.calendar.Years;
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

  private final Tiers tiers;

  /** The bands with an upper end, each filled to its top, lowest first. */
  private final List<Slice> whole = new ArrayList<>();

  /** The share of that many of them together. */
  private final List<BigFraction> shares = new ArrayList<>(List.of(BigFraction.ZERO));

  private TierRates(Tiers tiers) {
    this.tiers = tiers;
    BigFraction below = BigFraction.ZERO;
    for (Band band : tiers.bands()) {
      Slice slice = new Slice(below, Fractions.of(band.upTo()), true, band.rate());
      whole.add(slice);
      shares.add(shares.getLast().add(slice.share()));
      below = slice.top();
    }
  }

  /** The function of those tiers. To make it takes a look at every band; to ask it then does not. */
  public static TierRates of(Tiers tiers) {
    return new TierRates(tiers);
  }

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
  public BigFraction share(BigFraction cumulative) {
    return switch (tiers.scheme()) {
      case MARGINAL -> shares.get(filled(cumulative)).add(reached(cumulative).share());
      case WHOLE -> reached(cumulative).share();
    };
  }

  /**
   * The slices of the cumulative base, lowest first: one for each band that it reaches, or one alone where the band reached rates
   * all of it.
   */
  public List<Slice> slices(BigFraction cumulative) {
    List<Slice> slices =
        switch (tiers.scheme()) {
          case MARGINAL -> new ArrayList<>(whole.subList(0, filled(cumulative)));
          case WHOLE -> new ArrayList<>();
        };
    slices.add(reached(cumulative));
    return slices;
  }

  /** The slice of the band that holds the amount, or all of the amount at its rate. */
  private Slice reached(BigFraction cumulative) {
    int band = filled(cumulative);
    BigFraction below =
        tiers.scheme() == Tiers.Scheme.WHOLE || band == 0 ? BigFraction.ZERO : whole.get(band - 1).top();
    return new Slice(below, cumulative, false, band < whole.size() ? whole.get(band).rate() : tiers.above());
  }

  /** How many bands the amount fills and goes beyond. {@code upTo} belongs to its band. */
  private int filled(BigFraction cumulative) {
    int from = 0;
    int to = whole.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (cumulative.compareTo(whole.get(middle).top()) <= 0) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }

  /** The days whose lines fill the bands together with a line of that day. */
  static DateRange window(PeriodScheme periods, Tiers tiers, LocalDate day) {
    return switch (tiers.over()) {
      case PERIOD -> periods.containing(day).days();
      case CALENDAR_YEAR -> Years.Ending.CALENDAR.containing(day);
      case FISCAL_YEAR -> tiers.fiscal().containing(day);
      case LIFETIME -> DateRange.ALWAYS;
    };
  }
}

package io.contract.ledger.share;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.Period;
import io.contract.ledger.calendar.SumByDay;
import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Fractions;
import io.contract.ledger.money.Money;
import io.contract.ledger.money.Rounding;
import io.contract.ledger.terms.ShareRate;
import java.util.IdentityHashMap;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The gross share of lines taken in date order (domain page, section 5, step 2). It keeps the running totals of each period, on
 * which rounding {@code at: period}, {@code floor} and the limit of deductions are defined, the amounts that fill tiers, and the advances
 * not yet paid back.
 */
public final class GrossCalculator {

  private final Currency currency;
  private final SumByDay<BigFraction> amounts;

  /** The function of each revision's tiers, which copies share. Tiers are many bands, too many to compare. */
  private final IdentityHashMap<ShareRate.Tiers, TierRates> tierRates;

  private PMap<Period, Gross.Totals> totals;
  private Money advances;

  public GrossCalculator(Currency currency) {
    this(
        currency, new SumByDay<>(BigFraction.ZERO, BigFraction::add), new IdentityHashMap<>(), HashTreePMap.empty(),
        Money.zero(currency));
  }

  private GrossCalculator(
      Currency currency, SumByDay<BigFraction> amounts, IdentityHashMap<ShareRate.Tiers, TierRates> tierRates,
      PMap<Period, Gross.Totals> totals, Money advances) {
    this.currency = currency;
    this.amounts = amounts;
    this.tierRates = tierRates;
    this.totals = totals;
    this.advances = advances;
  }

  /** An independent copy that has seen the same lines. */
  public GrossCalculator copy() {
    return new GrossCalculator(currency, amounts.copy(), tierRates, totals, advances);
  }

  /** Adds an advance: a recoupable shortfall that has accrued, which later positive lines pay back. */
  public void advance(Money amount) {
    advances = advances.plus(amount);
  }

  /**
   * The line's share before any cap.
   *
   * <p>Example: three lines of 10.05 at 10 %: 1.01, 1.01, 1.01 half-up by line; 1.01, 1.00, 1.01 half-up by period.
   *
   * @throws IllegalArgumentException when the line's rate is not disclosed, so that it has no gross
   */
  public Gross gross(Line line) {
    Gross.Totals before =
        totals.getOrDefault(
            line.period(), new Gross.Totals(BigFraction.ZERO, Money.zero(currency), Deductible.NOTHING));
    BigFraction base = before.reported().base(line);
    Optional<Gross.Filled> filled = fill(line, base);
    BigFraction exact = exact(line, base, filled);
    Rounding rounding = line.share().rounding();
    BigFraction exactTotal = before.exact().add(exact);
    Money rounded =
        switch (rounding.at()) {
          case LINE -> rounding.round(exact, currency);
          case PERIOD -> rounding.round(exactTotal, currency).minus(before.rounded());
        };
    Gross.Totals after = new Gross.Totals(exactTotal, before.rounded().plus(rounded), before.reported().plus(line));
    totals = totals.plus(line.period(), after);
    Money floored =
        line.share().floor()
            ? after.rounded().atLeastZero().minus(before.rounded().atLeastZero())
            : rounded;
    Gross gross = new Gross(base, exact, filled, before, rounded, floored, Money.zero(currency)).payingBack(advances);
    advances = advances.minus(gross.recouped());
    return gross;
  }

  /** The base in the bands before and after the line. Every line fills the bands, those of a later revision included. */
  private Optional<Gross.Filled> fill(Line line, BigFraction base) {
    Optional<Gross.Filled> filled =
        switch (line.rate()) {
          case ShareRate.Tiers tiers -> Optional.of(filled(line, base, tiers));
          case ShareRate.Flat _,ShareRate.NotDisclosed _ -> Optional.empty();
        };
    amounts.add(line.days().first(), base);
    return filled;
  }

  private Gross.Filled filled(Line line, BigFraction base, ShareRate.Tiers tiers) {
    DateRange window = TierRates.window(line.share().period(), tiers, line.days().first());
    BigFraction before = amounts.in(window);
    return new Gross.Filled(window, before, before.add(base));
  }

  private BigFraction exact(Line line, BigFraction base, Optional<Gross.Filled> filled) {
    return switch (line.rate()) {
      case ShareRate.Flat flat -> base.multiply(Fractions.of(flat.fraction()));
      case ShareRate.Tiers tiers -> {
        Gross.Filled of = filled.orElseThrow();
        TierRates rates = tierRates.computeIfAbsent(tiers, TierRates::of);
        yield rates.share(of.after()).subtract(rates.share(of.before()));
      }
      case ShareRate.NotDisclosed _ ->
        throw new IllegalArgumentException("expected a line with a disclosed rate, found " + line);
    };
  }
}

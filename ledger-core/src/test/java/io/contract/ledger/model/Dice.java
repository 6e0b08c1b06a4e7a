package io.contract.ledger.model;

import io.contract.ledger.money.Currency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Random choices that depend on a seed alone. */
final class Dice {

  /** The number of days after its beginning for which an agreement is looked at. */
  static final int DAYS = 1_100;

  private final Random random;

  Dice(long seed) {
    this.random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  String oneOf(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** An amount above zero, with the currency's decimals. */
  String amount(int below, String currency) {
    int decimals = Currency.of(currency).decimals();
    BigDecimal scale = BigDecimal.TEN.pow(decimals);
    return new BigDecimal(1 + random.nextInt(below * scale.intValueExact())).divide(scale).setScale(decimals)
        .toPlainString();
  }

  /** A day of the agreement, now and then one shortly before it. */
  String day(LocalDate begin) {
    return begin.plusDays(random.nextInt(DAYS) - (chance(5) ? 30L : 0L)).toString();
  }
}

package io.contract.ledger.api.words;

import io.contract.ledger.money.Money;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;

/** Amounts as people write them: {@code 1,250.00}. */
public final class AmountWords {

  /** The largest number of decimals that are shown of an exact number. */
  private static final int SHOWN = 6;

  private static final Pattern AMOUNT = Pattern.compile("-?\\d+(\\.\\d+)?");
  // Matches a digit that has three, six, … digits before the point or the end; never one behind the point.
  private static final Pattern THOUSANDS = Pattern.compile("(?<!\\.\\d{0,9})\\d(?=(\\d{3})+(\\.|$))");

  private AmountWords() {}

  /** The text with its thousands separated if it is an amount; otherwise unchanged. */
  public static String apart(String text) {
    return AMOUNT.matcher(text).matches() ? THOUSANDS.matcher(text).replaceAll("$0,") : text;
  }

  /** Whether the row has a known amount other than zero under that name. */
  public static boolean isSome(Fields row, String name) {
    return row.tree().get(name).orElse(Value.NULL) instanceof Value.Text amount
        && new BigDecimal(amount.text()).signum() != 0;
  }

  public static String amount(Money money) {
    return apart(money.toPlainString());
  }

  /** An exact number with at least that many decimals; an ellipsis ends it if not all decimals are shown. */
  public static String exact(BigFraction number, int decimals) {
    BigDecimal numerator = new BigDecimal(number.getNumerator());
    BigDecimal denominator = new BigDecimal(number.getDenominator());
    BigDecimal shown = numerator.divide(denominator, SHOWN, RoundingMode.DOWN);
    boolean isWhole = shown.multiply(denominator).compareTo(numerator) == 0;
    BigDecimal stripped = shown.stripTrailingZeros();
    return isWhole
        ? apart(stripped.setScale(Math.max(stripped.scale(), decimals)).toPlainString())
        : apart(shown.toPlainString()) + "…";
  }
}

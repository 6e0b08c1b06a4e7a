package io.contract.ledger.api.words;

import io.contract.ledger.money.Money;
import io.contract.ledger.share.CapCalculator;
import io.contract.ledger.share.CappedLine;
import io.contract.ledger.share.Gross;
import io.contract.ledger.share.Line;
import io.contract.ledger.share.Origin;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ShareRate;
import io.contract.ledger.value.EnumWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Tells in sentences how a line came about: what it is made of, how it is rated and rounded, and what a cap left of it. It
 * reads the operands that the calculators kept and computes nothing.
 */
public final class LineWords {

  private final CappedLine line;
  private final int decimals;
  private final List<String> sentences = new ArrayList<>();

  private LineWords(CappedLine line) {
    this.line = line;
    this.decimals = line.gross().currency().decimals();
  }

  /** The sentences, in the order of the steps. */
  public static List<String> of(CappedLine line) {
    LineWords words = new LineWords(line);
    switch (line.origin()) {
      case Origin.Revenue(var revenue, var gross) -> words.revenue(revenue, gross);
      case Origin.Shortfall shortfall -> words.shortfall(shortfall);
      case Origin.Carried(var window, var cutOff) ->
        words.say(
            AmountWords.amount(cutOff) + " that the cap cut off in the window " + window + " is carried into this one");
      case Origin.Fixed(var sum) ->
        words.say(AmountWords.amount(sum.payment().amount()) + ", as the clause fixes it, accrues on " + sum.on());
      case Origin.Balance(var balance) -> words.say("Brought forward (event " + balance.sequence() + ")");
    }
    words.cap();
    return words.sentences;
  }

  private void say(String sentence) {
    sentences.add(sentence + ".");
  }

  private void revenue(Line revenue, Gross gross) {
    revenue.pieces().forEach(piece -> piece(revenue, piece));
    if (revenue.pieces().size() > 1) {
      say("Together " + AmountWords.exact(revenue.amount(), decimals));
    }
    deductions(revenue, gross);
    rate(revenue, gross);
    rounding(revenue.share(), gross);
    if (!gross.floored().equals(gross.rounded())) {
      say("A period below zero counts as zero, which leaves " + AmountWords.amount(gross.floored()));
    }
    if (gross.recouped().isPositive()) {
      say(AmountWords.amount(gross.recouped()) + " of it pays back an earlier advance");
    }
  }

  private void piece(Line revenue, Line.Piece piece) {
    String report = "Report " + piece.report() + " of " + piece.stream() + " (event " + piece.setBy() + ")";
    String whole = AmountWords.exact(piece.reported(), decimals);
    String share = AmountWords.exact(piece.amount(), decimals);
    boolean isDeducted = revenue.share().base().deduct().contains(piece.stream());
    String kind = isDeducted ? ", deducted" : "";
    if (piece.reportedDays() == revenue.days().days()) {
      say(report + kind + ": " + share);
    } else {
      say(report + kind + ": " + revenue.days().days() + " of its " + piece.reportedDays() + " days, " + share + " of "
          + whole);
    }
  }

  private void deductions(Line revenue, Gross gross) {
    BigDecimal atMost = revenue.share().base().deductAtMost();
    if (atMost != null && !gross.base().equals(revenue.amount())) {
      say("The deductions of a period count up to " + percent(atMost) + " of its streams, which leaves "
          + AmountWords.exact(gross.base(), decimals));
    }
  }

  private void rate(Line revenue, Gross gross) {
    String exact = AmountWords.exact(gross.exact(), decimals);
    switch (revenue.rate()) {
      case ShareRate.Flat flat ->
        say(AmountWords.exact(gross.base(), decimals) + " × " + percent(flat.fraction()) + " = " + exact);
      case ShareRate.Tiers tiers -> {
        Gross.Filled filled = gross.filled().orElseThrow();
        say("By tiers (" + EnumWords.slug(tiers.scheme()) + ", over " + over(tiers) + ") from "
            + AmountWords.exact(filled.before(), decimals) + " to " + AmountWords.exact(filled.after(), decimals) + ": "
            + exact);
      }
      case ShareRate.NotDisclosed _ ->
        throw new IllegalArgumentException("expected a line with a disclosed rate, found " + revenue);
    }
  }

  private static String over(ShareRate.Tiers tiers) {
    return switch (tiers.over()) {
      case PERIOD -> "the period";
      case CALENDAR_YEAR -> "the calendar year";
      case FISCAL_YEAR -> "the fiscal year";
      case LIFETIME -> "the whole life of the clause";
    };
  }

  private void rounding(Clause.RevenueShare share, Gross gross) {
    switch (share.rounding().at()) {
      case LINE -> {
        if (!gross.exact().equals(gross.rounded().toFraction())) {
          say("Rounded " + EnumWords.slug(share.rounding().mode()) + " to " + AmountWords.amount(gross.rounded()));
        }
      }
      case PERIOD ->
        say("The period's running total, " + AmountWords.exact(gross.totals().exact().add(gross.exact()), decimals)
            + ", is rounded " + EnumWords.slug(share.rounding().mode()) + " to "
            + AmountWords.amount(gross.totals().rounded().plus(gross.rounded())) + ", of which earlier lines have "
            + AmountWords.amount(gross.totals().rounded()));
    }
  }

  private void shortfall(Origin.Shortfall shortfall) {
    say(AmountWords.amount(shortfall.guarantee().amount()) + " is guaranteed for " + shortfall.guarantee().window()
        + (shortfall.guarantee().days() < shortfall.guarantee().whole().days()
            && shortfall.guarantee().minimum().prorate()
                ? ", in proportion to " + shortfall.guarantee().days() + " days"
                : "")
        + "; " + AmountWords.amount(shortfall.accrued()) + " had accrued, so " + AmountWords.amount(line.gross())
        + " is lacking");
  }

  private void cap() {
    CapCalculator.smallest(line.limits()).ifPresent(this::cap);
    if (line.limits().stream().anyMatch(limit -> limit.room() == null)) {
      say("A cap applies whose amount is not disclosed");
    }
  }

  private void cap(CappedLine.Limit limit) {
    Money room = Objects.requireNonNull(limit.room());
    Money amount = Objects.requireNonNull(limit.terms().cap().amount());
    if (line.gross().isNegative()) {
      if (line.forgone().isNegative()) {
        say(AmountWords.amount(line.forgone().negated()) + " of it takes back what the cap had cut off before");
      }
      return;
    }
    String open = limit.open().isZero() ? "" : " and " + AmountWords.amount(limit.open()) + " open";
    say("Cap of " + AmountWords.amount(amount) + " on what is " + EnumWords.slug(limit.terms().cap().basis()) + ": "
        + AmountWords.amount(limit.counted()) + " counted" + open + " before, which leaves room for "
        + AmountWords.amount(room.atLeastZero())
        + (line.forgone().isPositive() ? "; " + AmountWords.amount(line.forgone()) + " is cut off" : ""));
  }

  /** The rate in percent: "20 %" for {@code 0.20}. */
  static String percent(BigDecimal rate) {
    BigDecimal percent = rate.movePointRight(2).stripTrailingZeros();
    return percent.setScale(Math.max(0, percent.scale())).toPlainString() + " %";
  }
}

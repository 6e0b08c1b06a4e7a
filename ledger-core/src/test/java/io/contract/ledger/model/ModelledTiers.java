package io.contract.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** The tiers of a revision: the gross of all of a window's base, and the windows (domain page, section 5, {@code tiers}). */
record ModelledTiers(Node written, String scheme) {

  static ModelledTiers of(Node tiers) {
    return new ModelledTiers(tiers, tiers.optional("scheme").orElse("marginal"));
  }

  /** The window that holds the day; {@code period} is the period of the revision that does. */
  Span windowOn(LocalDate day, Span period, int yearEnds) {
    return switch (written.optional("over").orElse("period")) {
      case "calendar-year" -> Span.period("year", day);
      case "fiscal-year" -> Span.period("year@" + yearEnds, day);
      case "lifetime" -> Span.ALWAYS;
      default -> period;
    };
  }

  BigFraction gross(BigFraction base) {
    List<Node> bands = written.nodes("bands");
    return scheme.equals("whole") ? whole(base, bands) : marginal(base, bands);
  }

  /** The band that the base has reached re-rates all of it; a base of just {@code upTo} is still in that band. */
  private static BigFraction whole(BigFraction base, List<Node> bands) {
    for (Node band : bands) {
      if (!band.has("upTo") || base.compareTo(fraction(band, "upTo")) <= 0) {
        return base.multiply(fraction(band, "rate"));
      }
    }
    throw new AssertionError("the last band has an end: " + bands);
  }

  /** Each slice at its own rate; all that is below zero at the first. */
  private static BigFraction marginal(BigFraction base, List<Node> bands) {
    BigFraction gross = BigFraction.ZERO;
    BigFraction from = BigFraction.ZERO;
    for (Node band : bands) {
      boolean endsHere = !band.has("upTo") || base.compareTo(fraction(band, "upTo")) <= 0;
      BigFraction to = endsHere ? base : fraction(band, "upTo");
      gross = gross.add(to.subtract(from).multiply(fraction(band, "rate")));
      if (endsHere) {
        return gross;
      }
      from = to;
    }
    throw new AssertionError("the last band has an end: " + bands);
  }

  private static BigFraction fraction(Node band, String key) {
    return ModelledLines.fraction(new BigDecimal(band.text(key)));
  }
}

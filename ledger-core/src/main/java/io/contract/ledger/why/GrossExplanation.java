package io.contract.ledger.why;

import io.contract.ledger.calendar.Period;
import io.contract.ledger.explain.Arithmetic;
import io.contract.ledger.explain.Arithmetic.Plain;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.explain.Quantity;
import io.contract.ledger.money.Rounding;
import io.contract.ledger.share.Deductible;
import io.contract.ledger.share.Gross;
import io.contract.ledger.share.Line;
import io.contract.ledger.share.TierRates;
import io.contract.ledger.terms.Revision;
import io.contract.ledger.terms.ShareRate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Explains the gross share of lines, given in the order in which they accrued (domain page, section 5, steps 1 and 2). */
final class GrossExplanation {

  private final TermLeaves leaves;
  private final RunningSums amounts;

  /** Empty where the clause never limits its deductions. */
  private final Optional<DeductionExplanation> deductions;
  private final IdentityHashMap<ShareRate.Tiers, TierRates> tierRates = new IdentityHashMap<>();
  private final Map<Period, Totals> totals = new HashMap<>();
  private @Nullable Explanation advances;

  /** The running totals of a period. */
  private record Totals(Explanation exact, Explanation rounded) {}

  GrossExplanation(TermLeaves leaves) {
    this.leaves = leaves;
    this.amounts = new RunningSums("revenue so far", leaves.decimals());
    this.deductions =
        leaves.clause().revisions().stream().map(Revision::clause).anyMatch(Deductible::isLimited)
            ? Optional.of(new DeductionExplanation(leaves))
            : Optional.empty();
  }

  /** The amount on which the line's share is computed: what is reported for its days, less the deductions that count. */
  Explanation amount(Line line) {
    if (deductions.isPresent()) {
      return deductions.get().base(line, piece -> part(line, piece));
    }
    List<Explanation> pieces = line.pieces().stream().map(piece -> piece(line, piece)).toList();
    return pieces.size() == 1
        ? pieces.getFirst()
        : Explanation.by("revenue of " + line.days(), "Σ streams", Plain.SUM, pieces);
  }

  private Explanation piece(Line line, Line.Piece piece) {
    Explanation part = part(line, piece);
    return line.share().base().deduct().contains(piece.stream())
        ? Explanation.by(piece.stream() + " of " + line.days(), "deducted", Plain.NEGATED, part)
        : part;
  }

  private Explanation part(Line line, Line.Piece piece) {
    Explanation report = leaves.report(piece.report());
    Explanation part = report;
    if (line.days().days() != piece.reportedDays()) {
      part =
          Explanation.by(
              piece.stream() + " of " + line.days(),
              "spread " + line.days().days() + " of " + piece.reportedDays() + " days",
              Plain.PROPORTION,
              report,
              Explanation.days(line.days()),
              new Explanation.Calendar("days of the report", Quantity.of(piece.reportedDays())));
    }
    return part;
  }

  /** The share of the line before any cap. Advances are paid back first. */
  Explanation gross(Line line, Explanation amount, Gross gross) {
    Explanation exact = exact(line, amount, gross);
    amounts.add(line.days().first(), amount);
    Explanation floored = floored(line, exact);
    Explanation.agreed(floored, gross.floored());
    if (gross.recouped().isZero() || advances == null) {
      return floored;
    }
    Explanation recouped =
        Explanation.by("paid back of advances", "min(share, advances)", Plain.MIN, floored, advances);
    Explanation.agreed(recouped, gross.recouped());
    Explanation less = Explanation.by("paid back of advances", "less", Plain.NEGATED, recouped);
    advances = RunningSums.more("advances", advances, less);
    return Explanation.by(name(line), "share − paid back of advances", Plain.DIFFERENCE, floored, recouped);
  }

  private static String name(Line line) {
    return "gross of " + line.days();
  }

  /** Adds an advance: a shortfall that has accrued, which later lines pay back. */
  void advance(Explanation accrued) {
    advances =
        RunningSums.more("advances", advances == null ? leaves.nothing("advances") : advances, accrued);
  }

  private Explanation exact(Line line, Explanation amount, Gross gross) {
    return switch (line.rate()) {
      case ShareRate.Flat flat -> flat(line, amount, flat.fraction());
      case ShareRate.Tiers tiers -> {
        Gross.Filled filled = gross.filled().orElseThrow();
        Explanation before = amounts.in(filled.window());
        Explanation after = RunningSums.more("revenue so far", before, amount);
        yield Explanation.by(
            name(line), "f(after) − f(before)", Plain.DIFFERENCE,
            tiers(line, tiers, after, filled.after()), tiers(line, tiers, before, filled.before()));
      }
      case ShareRate.NotDisclosed _ ->
        throw new IllegalStateException("expected a line with a disclosed rate, found " + line);
    };
  }

  private Explanation flat(Line line, Explanation amount, BigDecimal rate) {
    return Explanation.by(
        name(line),
        amount.value().text() + " × " + rate.toPlainString(),
        Plain.PRODUCT,
        amount,
        leaves.rate(Quantity.of(rate), line.days().first()));
  }

  private Explanation tiers(Line line, ShareRate.Tiers tiers, Explanation total, BigFraction cumulative) {
    List<Explanation> shares = new ArrayList<>();
    for (TierRates.Slice slice : tierRates.computeIfAbsent(tiers, TierRates::of).slices(cumulative)) {
      Explanation top = slice.isWholeBand() ? tier(line, "upTo of the band", slice.top()) : total;
      Explanation part =
          slice.below().equals(BigFraction.ZERO)
              ? top
              : Explanation.by(
                  "slice of the band", "less what lower bands take", Plain.DIFFERENCE, top,
                  tier(line, "upTo of the band below", slice.below()));
      shares.add(
          Explanation.by(
              "share of the band",
              part.value().text() + " × " + slice.rate().toPlainString(),
              Plain.PRODUCT,
              part,
              leaves.attribute("rate of the band", Quantity.of(slice.rate()), "tiers", line.days().first())));
    }
    return Explanation.by(
        "f(" + total.value().text() + ")",
        switch (tiers.scheme()) {
          case MARGINAL -> "Σ bands, each at its own rate";
          case WHOLE -> "the band reached rates all";
        },
        Plain.SUM,
        shares);
  }

  private Explanation tier(Line line, String figure, BigFraction value) {
    return leaves.attribute(
        figure, new Quantity.Exact(value, leaves.decimals()), "tiers", line.days().first());
  }

  private Explanation floored(Line line, Explanation exact) {
    Totals before =
        totals.getOrDefault(
            line.period(),
            new Totals(leaves.nothing("share so far"), leaves.nothing("rounded share so far")));
    Rounding rounding = line.share().rounding();
    Arithmetic round = new Arithmetic.Round(rounding.mode(), leaves.currency());
    String how = TermLeaves.words(rounding.mode());
    Explanation exactTotal = RunningSums.more("share so far", before.exact(), exact);
    Explanation rounded =
        switch (rounding.at()) {
          case LINE -> Explanation.by(name(line), how, round, exact);
          case PERIOD ->
            Explanation.by(
                name(line), "rounded total − rounded total before", Plain.DIFFERENCE,
                Explanation.by("rounded share so far", how, round, exactTotal), before.rounded());
        };
    Explanation total = RunningSums.more("rounded share so far", before.rounded(), rounded);
    totals.put(line.period(), new Totals(exactTotal, total));
    return line.share().floor()
        ? Explanation.by(
            name(line), "total at least zero − total before, at least zero", Plain.DIFFERENCE,
            RunningSums.atLeastZero(total), RunningSums.atLeastZero(before.rounded()))
        : rounded;
  }
}

package io.contract.ledger.why;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.explain.Arithmetic.Plain;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.money.Money;
import io.contract.ledger.payment.Settlement;
import io.contract.ledger.position.WorkedLine;
import io.contract.ledger.position.Workings;
import io.contract.ledger.share.CapCalculator;
import io.contract.ledger.share.CapTerms;
import io.contract.ledger.share.CappedLine;
import io.contract.ledger.share.Origin;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explains what caps leave of lines, given in the order in which they accrued (domain page, section 5, step 3). */
final class CapExplanation {

  private final TermLeaves leaves;
  private final SettlementExplanation settlement;
  private final RunningSums accrued;
  private final RunningSums counted;

  /** The amounts that each window cut off and nothing has taken back, with the part that is carried. */
  private final Map<DateRange, Explanation> cutOff = new HashMap<>();

  private final Map<DateRange, Explanation> carried = new HashMap<>();

  /** The reasons for what counts toward a cap, which are the same for every line that it limits. */
  private final Map<Cap, List<Explanation>> whyCounted = new HashMap<>();

  private record Cap(int index, CapTerms terms) {}

  CapExplanation(TermLeaves leaves, SettlementExplanation settlement) {
    this.leaves = leaves;
    this.settlement = settlement;
    this.accrued = new RunningSums("accrued so far", leaves.decimals());
    this.counted = new RunningSums("counted", leaves.decimals());
  }

  /** The amount accrued on the days, whether it counts toward caps or not. */
  Explanation accruedIn(DateRange days) {
    return accrued.in(days);
  }

  /** Enters the line, so that it counts for later ones. */
  void enter(CappedLine line, Explanation explained) {
    settlement.enter(explained);
    accrued.add(line.days().first(), explained);
    boolean isOutside =
        line.origin() instanceof Origin.Shortfall(var guarantee, _)
            && !guarantee.minimum().countsTowardCap();
    if (!isOutside) {
      counted.add(line.days().first(), explained);
    }
  }

  /** The part of the gross that accrues. */
  Explanation accrued(String figure, WorkedLine worked, Explanation gross) {
    CappedLine line = worked.line();
    if (line.origin() instanceof Origin.Carried(var window, _)) {
      return carry(figure, worked, window);
    }
    return line.gross().isNegative() ? takeBack(figure, line, gross) : cut(figure, worked, gross);
  }

  private Explanation cut(String figure, WorkedLine worked, Explanation gross) {
    CappedLine line = worked.line();
    Explanation left = min(figure, "gross", gross, worked);
    if (line.forgone().isPositive()) {
      cutOff(line, Explanation.by("cut off", "gross − accrued", Plain.DIFFERENCE, gross, left));
    }
    return left;
  }

  private void cutOff(CappedLine line, Explanation amount) {
    CappedLine.Limit by = CapCalculator.smallest(line.limits()).orElseThrow();
    cutOff.put(by.window(), more(cutOff, by.window(), amount));
    if (by.terms().isCarried()) {
      carried.put(by.window(), more(carried, by.window(), amount));
    }
  }

  private Explanation more(Map<DateRange, Explanation> all, DateRange window, Explanation amount) {
    return RunningSums.more("cut off so far", of(all, window), amount);
  }

  private Explanation of(Map<DateRange, Explanation> all, DateRange window) {
    Explanation found = all.get(window);
    return found == null ? leaves.nothing("cut off so far") : found;
  }

  /** The smallest of the amount and of the rooms of the caps, none below zero. */
  private Explanation min(String figure, String amount, Explanation of, WorkedLine worked) {
    List<Explanation> all = new ArrayList<>(List.of(of));
    for (CappedLine.Limit limit : worked.line().limits()) {
      if (limit.room() != null) {
        all.add(RunningSums.atLeastZero(room(limit, worked)));
      }
    }
    if (all.size() == 1) {
      return Explanation.by(figure, "no cap limits it", Plain.SAME, of);
    }
    return Explanation.by(
        figure, all.size() == 2 ? "min(" + amount + ", room)" : "min(" + amount + ", rooms)", Plain.MIN, all);
  }

  private Explanation room(CappedLine.Limit limit, WorkedLine worked) {
    Explanation node =
        room(
            limit.index(), limit.terms(), Optional.of(limit.window()), worked.settledThen(),
            worked.line().days().first());
    Money room = limit.room();
    return room == null ? node : Explanation.agreed(node, room);
  }

  /** The amount less what counts and, on basis {@code paid}, less what is open; may be negative. */
  private Explanation room(
      int index, CapTerms terms, Optional<DateRange> counting, Optional<Settlement> settled, LocalDate day) {
    Money amount = terms.cap().amount();
    if (amount == null) {
      throw new IllegalStateException("expected a cap with a disclosed amount, found " + terms);
    }
    List<Explanation> of = new ArrayList<>();
    of.add(leaves.capAmount(index, amount, day));
    of.add(counted(index, terms, counting, settled, day));
    if (terms.isOnPaid() && counting.isPresent()) {
      of.add(open(settled.orElseThrow()));
    }
    return Explanation.by(
        "room", of.size() == 2 ? "amount − counted" : "amount − counted − open", Plain.DIFFERENCE, of);
  }

  /** The room as a position shows it. */
  Explanation roomShown(int index, Workings.Cap cap, Settlement settled, LocalDate day) {
    Explanation room = room(index, cap.terms(), cap.counting(), Optional.of(settled), day);
    return Explanation.by("room", "max(0, …)", Plain.AT_LEAST_ZERO, room);
  }

  /** What counts toward the cap on the days, as of the settlement, with the reasons that the text does not state by itself. */
  Explanation counted(
      int index, CapTerms terms, Optional<DateRange> counting, Optional<Settlement> settled, LocalDate day) {
    Explanation counts = counting.map(days -> counted(terms, days, settled)).orElseGet(() -> leaves.nothing("counted"));
    List<Explanation> why =
        whyCounted.computeIfAbsent(new Cap(index, terms), cap -> leaves.counting(index, terms, day));
    if (why.isEmpty()) {
      return counts;
    }
    List<Explanation> all = new ArrayList<>(List.of(counts));
    all.addAll(why);
    return Explanation.by("counted", terms.isOnPaid() ? "what is paid" : "what accrued", Plain.FIRST, all);
  }

  private Explanation counted(CapTerms terms, DateRange days, Optional<Settlement> settled) {
    return terms.isOnPaid() ? settlement.settledIn(days, settled.orElseThrow()) : counted.in(days);
  }

  private Explanation open(Settlement settled) {
    Explanation open =
        Explanation.by(
            "open of earlier lines",
            "accrued − waived − settled by payments",
            Plain.DIFFERENCE,
            accrued.in(DateRange.ALWAYS),
            settlement.waivedBy(settled),
            settlement.settledIn(DateRange.ALWAYS, settled));
    return Explanation.agreed(open, settled.open());
  }

  private Explanation takeBack(String figure, CappedLine line, Explanation gross) {
    if (line.takenBack().isEmpty()) {
      return Explanation.by(figure, "nothing cut off to take back", Plain.SAME, gross);
    }
    Explanation left = Explanation.by("to take back", "0 − gross", Plain.NEGATED, gross);
    List<Explanation> all = new ArrayList<>(List.of(gross));
    for (CappedLine.Taken taken : line.takenBack()) {
      Explanation before = of(cutOff, taken.window());
      Explanation node =
          Explanation.by(
              "taken back of what " + TermLeaves.words(taken.window()) + " cut off", "min(cut off, left)",
              Plain.MIN, before, left);
      Explanation.agreed(node, taken.amount());
      all.add(node);
      left = Explanation.by("to take back", "less what was taken", Plain.DIFFERENCE, left, node);
      Explanation rest = more(cutOff, taken.window(), Explanation.by("taken back", "less", Plain.NEGATED, node));
      cutOff.put(taken.window(), rest);
      Explanation carries = carried.get(taken.window());
      if (carries != null) {
        carried.put(
            taken.window(), Explanation.by("carried", "min(cut off, carried)", Plain.MIN, rest, carries));
      }
    }
    return Explanation.by(figure, "gross + taken back", Plain.SUM, all);
  }

  private Explanation carry(String figure, WorkedLine worked, DateRange window) {
    Explanation amount = of(carried, window).named("cut off by " + TermLeaves.words(window) + ", carried");
    Explanation accrues = min(figure, "carried", amount, worked);
    Explanation gone = Explanation.by("carried", "less", Plain.NEGATED, amount);
    cutOff.put(window, more(cutOff, window, gone));
    carried.put(window, more(carried, window, gone));
    Explanation rest = Explanation.by("cut off anew", "carried − accrued", Plain.DIFFERENCE, amount, accrues);
    if (CapCalculator.smallest(worked.line().limits()).isPresent()) {
      cutOff(worked.line(), rest);
    }
    return accrues;
  }
}

package io.contract.ledger.model;

import io.contract.ledger.model.AccruedLine.Sort;
import io.contract.ledger.model.ModelledLines.Line;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What happens in a scenario. Only what changes some figure counts, not what is merely written in it. */
final class ModelledActivity {

  private final TreeSet<String> found = new TreeSet<>();

  ModelledActivity(KnownOn known, ModelledReading reading, List<Line> lines) {
    ModelledShare share = new ModelledShare(known, reading, lines);
    ModelledSettlement settlement = share.counting().settlement(known.day(), share.lines());
    found.addAll(share.active());
    found.addAll(settlement.active());
    lines.forEach(this::line);
    share.lines().forEach(this::accrued);
    known.settledReadings().forEach((parameter, value) -> found.add("reading settled"));
    note("brought forward", !known.balances().isEmpty());
    known.periods().forEach(period -> {
      note("interest open", settlement.interest(period).signum() > 0);
      note("interest paid", settlement.interestPaid(period).signum() > 0);
      note("interest waived", settlement.interestWaived(period).signum() > 0);
      note("waived", settlement.waived(period).signum() > 0);
    });
    note("credit left", settlement.credit().signum() > 0);
    combined();
  }

  private void line(Line line) {
    Node clause = line.revision().clause();
    line.revision().tiers().ifPresent(tiers -> {
      note("tiers " + tiers.scheme(), line.gross().signum() != 0);
      note("tiers over " + tiers.written().optional("over").orElse("period"), line.gross().signum() != 0);
    });
    note("rounding at period", clause.node("rounding").flatMap(rounding -> rounding.optional("at"))
        .filter("period"::equals).isPresent());
    note("floor", line.amount().signum() < 0 && clause.optional("negative").filter("floor"::equals).isPresent());
    note("begins on a milestone", clause.has("beginsOnMilestone"));
    note("deductions cut", !line.amount().equals(line.streams().subtract(line.deducted())));
    note("deductions cut × tiers",
        clause.has("tiers") && !line.amount().equals(line.streams().subtract(line.deducted())));
    note("rates", clause.has("rates"));
    note("rate from a milestone", clause.nodes("rates").stream().anyMatch(entry -> entry.has("fromMilestone")
        && entry.optional("rate").filter(line.rate()::equals).isPresent()));
    note("rate unstated", line.isRateUnstated());
  }

  private void accrued(AccruedLine line) {
    note("fixed payment" + (line.period().periodName().equals("once") ? " once" : " by the period"),
        line.sort() == Sort.FIXED);
    note("line below zero", line.sort() == Sort.REVENUE && line.gross().signum() < 0);
  }

  /** The combinations that are easily got wrong. */
  private void combined() {
    together("tiers", "cap cut");
    together("shortfall", "cap cut");
    together("shortfall", "tiers");
    together("excess carried", "shortfall");
    together("excess carried", "line below zero");
    together("interest paid", "line below zero");
    together("interest paid", "cap cut");
    together("advance paid back", "cap cut");
    together("brought forward", "cap cut");
    together("brought forward", "shortfall");
    together("reading settled", "cap cut");
    together("fixed payment", "interest paid");
    together("fixed payment", "credit left");
    together("fixed payment", "brought forward");
  }

  private void together(String one, String other) {
    note(one + " × " + other, has(one) && has(other));
  }

  private boolean has(String what) {
    return found.stream().anyMatch(one -> one.startsWith(what));
  }

  private void note(String what, boolean happens) {
    if (happens) {
      found.add(what);
    }
  }

  Set<String> found() {
    return found;
  }
}

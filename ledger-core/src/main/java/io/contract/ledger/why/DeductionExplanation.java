package io.contract.ledger.why;

import io.contract.ledger.calendar.Period;
import io.contract.ledger.explain.Arithmetic.Plain;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.explain.Quantity;
import io.contract.ledger.share.Line;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Explains the bases of lines, given in the order in which they accrued, of a clause that limits what its deductions take away (domain page,
 * section 14).
 */
final class DeductionExplanation {

  private final TermLeaves leaves;
  private final Map<Period, Reported> reported = new HashMap<>();

  /** What the streams and the deductions of a period add up to. */
  private record Reported(Explanation streams, Explanation deducted) {}

  DeductionExplanation(TermLeaves leaves) {
    this.leaves = leaves;
  }

  /**
   * The base of the line.
   *
   * @param parts what each piece reports for its days, whether it is added or deducted
   */
  Explanation base(Line line, Function<Line.Piece, Explanation> parts) {
    List<String> deduct = line.share().base().deduct();
    Explanation streams =
        Explanation.by(
            "streams of " + line.days(), "Σ streams", Plain.SUM,
            line.pieces().stream().filter(piece -> !deduct.contains(piece.stream())).map(parts).toList());
    Explanation deducted =
        Explanation.by(
            "deductions of " + line.days(), "Σ deductions", Plain.SUM,
            line.pieces().stream().filter(piece -> deduct.contains(piece.stream())).map(parts).toList());
    Reported before =
        reported.getOrDefault(
            line.period(), new Reported(leaves.nothing("streams so far"), leaves.nothing("deductions so far")));
    Reported after =
        new Reported(
            RunningSums.more("streams so far", before.streams(), streams),
            RunningSums.more("deductions so far", before.deducted(), deducted));
    reported.put(line.period(), after);
    BigDecimal atMost = line.share().base().deductAtMost();
    return atMost == null
        ? Explanation.by(name(line), "streams − deductions", Plain.DIFFERENCE, streams, deducted)
        : Explanation.by(
            name(line), "streams − deductions that count", Plain.DIFFERENCE, streams,
            Explanation.by(
                "deductions of " + line.days() + " that count", "counting with the line − counting before it",
                Plain.DIFFERENCE, counting(line, atMost, after), counting(line, atMost, before)));
  }

  private static String name(Line line) {
    return "revenue of " + line.days();
  }

  private Explanation counting(Line line, BigDecimal atMost, Reported of) {
    Explanation most =
        Explanation.by(
            "most that counts", of.streams().value().text() + " × " + atMost.toPlainString(), Plain.PRODUCT,
            of.streams(),
            leaves.attribute("deductAtMost", Quantity.of(atMost), "base", line.days().first()));
    return Explanation.by(
        "deductions that count", "min(deductions, most)", Plain.MIN, of.deducted(), RunningSums.atLeastZero(most));
  }
}

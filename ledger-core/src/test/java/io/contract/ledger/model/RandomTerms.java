package io.contract.ledger.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Random wordings of a share and random changes of them. Preferences are drawn once for each scenario, so that related terms meet.
 */
final class RandomTerms {

  private final Dice dice;
  private final LocalDate begin;
  private final String currency;
  private final boolean steady;
  private final boolean hasFiscalYear;
  private final boolean hidesRates;
  private final boolean likesTiers;
  private final boolean likesMinimums;
  private final boolean likesInterest;
  private final boolean likesCarrying;
  private final boolean likesStatements;
  private final boolean isFixed;

  /**
   * Draws the preferences of the scenario.
   *
   * @param steady whether one stream is reported without gaps, as a minimum needs
   * @param hasFiscalYear whether the agreement says when its fiscal year ends
   * @param isFixed whether the clause is a fixed payment
   */
  RandomTerms(Dice dice, LocalDate begin, String currency, boolean steady, boolean hasFiscalYear, boolean isFixed) {
    this.dice = dice;
    this.begin = begin;
    this.currency = currency;
    this.steady = steady;
    this.hasFiscalYear = hasFiscalYear;
    this.hidesRates = dice.chance(15);
    this.likesTiers = dice.chance(45);
    this.likesMinimums = dice.chance(steady ? 60 : 15);
    this.likesInterest = dice.chance(60);
    this.likesCarrying = dice.chance(50);
    this.likesStatements = dice.chance(30);
    this.isFixed = isFixed;
  }

  Node clause() {
    return isFixed ? payment() : share();
  }

  private Node payment() {
    Node clause = Node.of("id", "share", "kind", "fixed-payment", "payer", "acme", "payee", "globex", "amount",
        amount(600));
    clause = clause.with(form());
    clause = clause.has("period") && clause.node("period").isEmpty() && dice.chance(15)
        ? clause.with("year", "contract")
        : clause;
    clause = dice.chance(likesInterest ? 95 : 70) ? clause.with("due", dueCounted()) : clause;
    clause = dice.chance(15) ? clause.with("from", begin.plusDays(dice.below(150)).toString()) : clause;
    clause = dice.chance(20) ? clause.with("through", begin.plusDays(100L + dice.below(900)).toString()) : clause;
    clause = dice.chance(15) ? clause.with("endsOnMilestone", "agi") : clause;
    clause = dice.chance(8) ? clause.with("beginsOnMilestone", "launch") : clause;
    clause = dice.chance(likesInterest ? 90 : 5) ? clause.with("lateInterest", lateInterest()) : clause;
    return dice.chance(60) ? clause.with("allocation", allocation()) : clause;
  }

  /** On which days the sum accrues. */
  private Node form() {
    return switch (dice.below(10)) {
      case 0, 1, 2 -> Node.of("on", dice.day(begin));
      case 3, 4 -> Node.of("onMilestone", milestone());
      case 5 -> Node.of("period", namedPeriods());
      default -> Node.of("period", period());
    };
  }

  private Node paymentPatch() {
    return switch (dice.below(12)) {
      case 0, 1, 2 -> Node.of("amount", amount(600));
      case 3, 4, 5 -> Node.of("on", Node.NULL, "onMilestone", Node.NULL, "period", Node.NULL, "year", Node.NULL)
          .with(form());
      case 6 -> Node.of("year", dice.chance(50) ? "contract" : Node.NULL);
      case 7 -> Node.of("due", dice.chance(70) ? withoutTheOther(dueCounted()) : Node.NULL);
      case 8 -> Node.of("through", dice.chance(50) ? dice.day(begin) : Node.NULL);
      case 9 -> Node.of("lateInterest", dice.chance(80) ? interestPatch() : Node.NULL);
      case 10 -> Node.of("allocation", allocation());
      default -> Node.of("endsOnMilestone", dice.chance(50) ? "agi" : Node.NULL);
    };
  }

  private Node share() {
    Node clause = Node.of("id", "share", "kind", "revenue-share", "payer", "acme", "payee", "globex", "base", base());
    clause = dice.chance(likesTiers ? 75 : 5) ? clause.with("tiers", tiers())
        : dice.chance(20) ? clause.with("rates", rates()) : clause.with("rate", rateStated());
    boolean isScheduled = dice.chance(10);
    clause = clause.with("period", isScheduled ? namedPeriods() : period());
    clause = !isScheduled && dice.chance(15) ? clause.with("year", "contract") : clause;
    clause = dice.chance(likesInterest ? 95 : 70) ? clause.with("due", due()) : clause;
    clause = dice.chance(40) ? clause.with("reportDue", dueCounted()) : clause;
    clause = dice.chance(40) ? clause.with("rounding", rounding()) : clause;
    clause = dice.chance(25) ? clause.with("negative", dice.oneOf("floor", "carry")) : clause;
    clause = dice.chance(15) ? clause.with("from", begin.plusDays(dice.below(150)).toString()) : clause;
    clause = dice.chance(15) ? clause.with("through", begin.plusDays(400L + dice.below(700)).toString()) : clause;
    clause = dice.chance(15) ? clause.with("endsOnMilestone", "agi") : clause;
    clause = dice.chance(8) ? clause.with("beginsOnMilestone", "launch") : clause;
    clause = dice.chance(likesMinimums ? 85 : 3)
        ? dice.chance(60) ? clause.with("minimum", minimum()) : clause.with("minimums", minimums())
        : clause;
    clause = dice.chance(likesInterest ? 90 : 5) ? clause.with("lateInterest", lateInterest()) : clause;
    clause = dice.chance(60) ? clause.with("allocation", allocation()) : clause;
    int caps = dice.below(10);
    return caps < 5 ? clause.with("cap", cap()) : caps < 8 ? clause.with("caps", caps()) : clause;
  }

  /** A change; {@code null} removes. */
  Node patch() {
    return isFixed ? paymentPatch() : sharePatch();
  }

  private Node sharePatch() {
    Node patch = switch (dice.below(25)) {
      case 0, 1 -> dice.chance(50)
          ? Node.of("rate", rateStated(), "rates", Node.NULL, "tiers", Node.NULL)
          : dice.chance(40)
              ? Node.of("rate", Node.NULL, "rates", rates(), "tiers", Node.NULL)
              : Node.of("rate", Node.NULL, "rates", Node.NULL, "tiers", tiers());
      case 2, 3 -> Node.of("cap", Node.of("amount", amount(1_000)));
      case 4 -> Node.of("cap", Node.of("counts", dice.oneOf("since-inception", "since-effective", "unstated")));
      case 5 -> Node.of("cap", cap(), "caps", Node.NULL);
      case 6, 7 -> Node.of("cap", Node.NULL, "caps", caps());
      case 8 -> Node.of("cap", Node.NULL, "caps", Node.NULL);
      case 9 -> dice.chance(70)
          ? dice.chance(15) ? Node.of("period", namedPeriods(), "year", Node.NULL) : Node.of("period", period())
          : Node.of("year", dice.chance(50) ? "contract" : Node.NULL);
      case 10 -> Node.of("due", dice.chance(70) ? duePatch() : Node.NULL);
      case 11 -> Node.of("through", dice.chance(50) ? dice.day(begin) : Node.NULL);
      case 12 -> Node.of("cap", Node.of("basis", dice.oneOf("accrued", "paid", "unstated")));
      case 13 -> Node.of("negative", dice.oneOf("floor", "carry"));
      case 14 -> dice.chance(50) ? Node.of("rounding", rounding()) : Node.of("text", "wording " + dice.below(9));
      case 15 -> Node.of("base", dice.chance(75) ? base()
          : Node.of("deductAtMost", dice.chance(50) ? deductAtMost() : Node.NULL));
      case 16 -> dice.chance(40)
          ? Node.of("minimum", Node.NULL, "minimums", dice.chance(80) ? minimums() : Node.NULL)
          : Node.of("minimums", Node.NULL, "minimum", dice.chance(75) ? minimum() : Node.NULL);
      case 17 -> Node.of("minimum", Node.of("amount", amount(400)));
      case 18 -> Node.of("lateInterest", dice.chance(80) ? interestPatch() : Node.NULL);
      case 19 -> Node.of("lateInterest", Node.of("rate", interestRate()));
      case 20 -> Node.of("allocation", allocation());
      case 21 -> Node.of("cap", Node.of("excess", dice.oneOf("carried", "forgone")));
      case 22 -> Node.of("rate", Node.NULL, "rates", Node.NULL, "tiers", tiers());
      case 23 -> Node.of("beginsOnMilestone", dice.chance(30) ? milestone() : Node.NULL);
      default -> Node.of("endsOnMilestone", dice.chance(50) ? "agi" : Node.NULL);
    };
    return dice.chance(10) && !patch.has("tiers") ? patch.with("rate", rate()).with("rates", Node.NULL) : patch;
  }

  private Object base() {
    if (steady && dice.chance(70)) {
      return dice.chance(70) ? "net-sales" : deducting(List.of("net-sales"));
    }
    return switch (dice.below(5)) {
      case 0, 1, 2 -> "net-sales";
      case 3 -> Node.of("streams", List.of("net-sales", "services"));
      default -> deducting(dice.chance(50) ? List.of("net-sales") : List.of("net-sales", "services"));
    };
  }

  private Node deducting(List<String> streams) {
    Node base = Node.of("streams", streams, "deduct", List.of("returns"));
    return dice.chance(50) ? base.with("deductAtMost", deductAtMost()) : base;
  }

  private String deductAtMost() {
    return dice.oneOf("0", "0.05", "0.10", "0.125", "0.50", "1");
  }

  private String rateStated() {
    return hidesRates && dice.chance(20) ? "unstated" : rate();
  }

  /** Some rates, not always in the order in which they begin. */
  private List<Node> rates() {
    List<Node> rates = new ArrayList<>();
    for (int i = 1 + dice.below(3); i > 0; i--) {
      Node entry = Node.of("rate", rateStated());
      rates.add(dice.chance(30) ? entry.with("fromMilestone", milestone())
          : dice.chance(70) ? entry.with("from", dice.day(begin)) : entry);
    }
    return rates;
  }

  private String milestone() {
    return dice.oneOf("agi", "launch");
  }

  private Node tiers() {
    List<Node> bands = new ArrayList<>();
    int upTo = 0;
    for (int i = dice.below(3); i >= 0; i--) {
      upTo += 50 + dice.below(1_500);
      bands.add(Node.of("upTo", Integer.toString(upTo), "rate", rate()));
    }
    bands.add(Node.of("rate", rate()));
    Node tiers = dice.chance(80) ? Node.of("over", dice.oneOf("period", year(), "lifetime")) : Node.EMPTY;
    tiers = dice.chance(80) ? tiers.with("scheme", dice.oneOf("marginal", "whole")) : tiers;
    return tiers.with("bands", bands);
  }

  private Node minimum() {
    Node minimum = Node.of("amount", amount(400));
    minimum = dice.chance(70) ? minimum.with("per", dice.oneOf(year(), "contract-year", "period")) : minimum;
    minimum = dice.chance(50) ? minimum.with("prorate", dice.chance(70)) : minimum;
    minimum = dice.chance(50) ? minimum.with("countsTowardCap", dice.chance(40)) : minimum;
    return dice.chance(70) ? minimum.with("recoupable", dice.chance(80)) : minimum;
  }

  private List<Node> minimums() {
    List<Node> minimums = new ArrayList<>();
    for (int i = 1 + dice.below(3); i > 0; i--) {
      LocalDate from = begin.plusDays(dice.below(500));
      Node minimum = dice.chance(35) ? minimum().with("from", from.toString()) : minimum();
      minimums.add(
          dice.chance(35) ? minimum.with("through", from.plusDays(dice.below(600)).toString()) : minimum);
    }
    return minimums;
  }

  private Node lateInterest() {
    Node interest = dice.chance(50)
        ? Node.of("rate", interestRate())
        : dice.chance(50) ? Node.of("rates", interestRates()) : indexed();
    interest = dice.chance(80)
        ? interest.with("dayCount", dice.oneOf("Act/365F", "Act/360", "30/360", "Act/Act ISDA"))
        : interest;
    interest = dice.chance(40) ? interest.with("graceDays", dice.below(dice.chance(50) ? 10 : 60)) : interest;
    interest = dice.chance(40) ? interest.with("compound", dice.oneOf("month", "quarter", "none")) : interest;
    interest = dice.chance(30)
        ? interest.with("charge",
            dice.chance(50) ? Node.of("amount", amount(10)) : Node.of("rate", "0.0" + dice.below(100)))
        : interest;
    return dice.chance(60) ? interest.with("from", dice.oneOf("adjusted", "unadjusted")) : interest;
  }

  /** What the other forms of rate stated before is taken away. */
  private Node interestPatch() {
    Node interest = lateInterest();
    for (String form : List.of("rate", "rates", "index", "spread")) {
      interest = interest.has(form) ? interest : interest.with(form, Node.NULL);
    }
    return interest;
  }

  private Node indexed() {
    Node indexed = Node.of("index", dice.chance(90) ? "SOFR" : "ESTR");
    return dice.chance(60) ? indexed.with("spread", (dice.chance(30) ? "-" : "") + "0.0" + dice.below(100)) : indexed;
  }

  private List<Node> interestRates() {
    List<Node> rates = new ArrayList<>();
    LocalDate from = begin.plusDays(dice.below(300) - 200L);
    for (int i = dice.below(6); i >= 0; i--) {
      rates.add(Node.of("from", from.toString(), "rate", dice.chance(10) ? "0" : interestRate()));
      from = from.plusDays(1L + dice.below(120));
    }
    return rates;
  }

  private String interestRate() {
    return "0." + (10 + dice.below(30));
  }

  private String allocation() {
    return dice.oneOf("interest-first", "principal-first");
  }

  private String year() {
    return hasFiscalYear && dice.chance(60) ? "fiscal-year" : "calendar-year";
  }

  private String period() {
    return dice.oneOf("quarter", "quarter", "month", "half-year", "year");
  }

  /** Named periods of some weeks each, for longer than anything is reported. */
  private Node namedPeriods() {
    List<Node> schedule = new ArrayList<>();
    String prefix = dice.oneOf("P", "W", "Term-");
    LocalDate through = begin.plusDays(dice.below(60));
    for (int i = 1; through.isBefore(begin.plusYears(12)); i++) {
      schedule.add(Node.of("name", prefix + i, "through", through.toString()));
      through = through.plusWeeks(4L + dice.below(10));
    }
    return Node.of("schedule", schedule);
  }

  private Node due() {
    Node due = dueCounted();
    return dice.chance(likesStatements ? 80 : 5)
        ? due.with("after", dice.chance(85) ? "statement" : "period")
        : due;
  }

  private Node dueCounted() {
    Node due = dice.chance(70) ? Node.of("days", dice.below(dice.chance(30) ? 3 : 70)) : dueInMonths();
    return dice.chance(40)
        ? due
        : due.with("roll", dice.oneOf("none", "following", "modified-following", "preceding"))
            .with("calendar", "SatSun");
  }

  /** What a due rule counted before is taken away where it now counts the other. */
  private Node duePatch() {
    return withoutTheOther(due());
  }

  private static Node withoutTheOther(Node due) {
    return due.has("days") ? due.with("months", Node.NULL).with("day", Node.NULL) : due.with("days", Node.NULL);
  }

  private Node dueInMonths() {
    Node due = Node.of("months", dice.below(4));
    return dice.chance(30) ? due
        : due.with("day", dice.chance(50) ? "last" : Integer.valueOf(1 + dice.below(31)));
  }

  private Node rounding() {
    return Node.of("mode", dice.oneOf("half-up", "half-even"), "at", dice.oneOf("line", "period"));
  }

  private List<Node> caps() {
    if (dice.chance(35)) {
      return schedule();
    }
    List<Node> caps = new ArrayList<>();
    for (int i = 1 + dice.below(3); i > 0; i--) {
      caps.add(cap());
    }
    return caps;
  }

  /** A cap for each of some years that follow each other. */
  private List<Node> schedule() {
    List<Node> caps = new ArrayList<>();
    String basis = dice.oneOf("accrued", "accrued", "paid");
    LocalDate from = dice.chance(70) ? begin : begin.plusDays(dice.below(300));
    for (int i = 2 + dice.below(2); i > 0; i--) {
      LocalDate next = from.plusMonths(dice.chance(50) ? 12 : 6);
      Node cap = Node.of("amount", amount(300), "basis", basis, "counts", "since-inception", "from", from.toString(),
          "through", next.minusDays(1).toString());
      caps.add(dice.chance(likesCarrying ? 90 : 10) ? cap.with("excess", "carried") : cap);
      from = next;
    }
    return caps;
  }

  private Node cap() {
    Node cap = dice.chance(94) ? Node.of("amount", amount(dice.chance(60) ? 300 : 1_200)) : Node.EMPTY;
    cap = dice.chance(80) ? cap.with("basis", dice.oneOf("accrued", "paid")) : cap;
    cap = dice.chance(80) ? cap.with("counts", dice.oneOf("since-inception", "since-effective")) : cap;
    cap = dice.chance(12) ? cap.with("countsFrom", dice.day(begin)) : cap;
    cap = dice.chance(65)
        ? cap.with("window", likesCarrying
            ? dice.oneOf(year(), "contract-year")
            : dice.oneOf("lifetime", year(), "contract-year"))
        : cap;
    LocalDate from = begin.plusDays(dice.below(Dice.DAYS));
    cap = dice.chance(12) ? cap.with("from", from.toString()) : cap;
    cap = dice.chance(12) ? cap.with("through", from.plusDays(dice.below(500)).toString()) : cap;
    boolean carries = dice.chance(likesCarrying ? 80 : 5);
    return carries || dice.chance(10) ? cap.with("excess", carries ? "carried" : "forgone") : cap;
  }

  private String rate() {
    return "0." + (5 + dice.below(35)) + (dice.chance(20) ? "125" : "");
  }

  private String amount(int below) {
    return dice.amount(below, currency);
  }
}

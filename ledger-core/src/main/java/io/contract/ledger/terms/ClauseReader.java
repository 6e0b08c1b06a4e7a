package io.contract.ledger.terms;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.DayCount;
import io.contract.ledger.calendar.DueRule;
import io.contract.ledger.calendar.Holidays;
import io.contract.ledger.calendar.PeriodScheme;
import io.contract.ledger.calendar.Years;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.MilestoneId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.money.Rounding;
import io.contract.ledger.value.Checker;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.EnumWords;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Value;
import io.contract.ledger.value.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a {@link Clause} of a value tree: the only way to one, also after a merge patch (domain page, sections 4 to 6).
 *
 * @param parties ids of the agreement's parties
 * @param currency the agreement's currency
 * @param years the agreement's years
 */
public record ClauseReader(Set<PartyId> parties, Currency currency, AgreementYears years) {

  /**
   * A clause, or what keeps the tree from being one.
   *
   * @param violations with paths inside the clause; empty exactly when there is a clause
   */
  public record Result(Optional<Clause> clause, List<Violation> violations) {}

  /** Reads a whole clause. */
  public Result read(Value.Tree attributes) {
    List<Violation> violations = new ArrayList<>();
    for (Violation malformed : Checker.check(attributes, ClauseShapes.anyClause(), Pointer.ROOT)) {
      violations.add(new Violation(malformed.path(), Code.INVALID_CLAUSE, malformed.message()));
    }
    if (violations.isEmpty()) {
      violations.addAll(new ClauseRules(parties, currency, years).judge(new Fields(attributes)));
    }
    return violations.isEmpty()
        ? new Result(Optional.of(build(new Fields(attributes))), List.of())
        : new Result(Optional.empty(), List.copyOf(violations));
  }

  private Clause build(Fields clause) {
    Clause.Head head = head(clause);
    return switch (head.kind()) {
      case REVENUE_SHARE -> revenueShare(head, clause);
      case FIXED_PAYMENT -> fixedPayment(head, clause);
      case LICENCE ->
        new Clause.Licence(
            head,
            new PartyId(clause.text("licensor")),
            new PartyId(clause.text("licensee")),
            clause.text("subject"),
            clause.optionalBool("exclusive").orElse(null));
      case DESIGNATION -> new Clause.Designation(head, new PartyId(clause.text("by")), new PartyId(clause.text("of")),
          clause.text("role"));
      case FIRST_SHIP ->
        new Clause.FirstShip(
            head,
            new PartyId(clause.text("obligor")),
            new PartyId(clause.text("provider")),
            clause.text("venue"),
            clause.optionalObject("exception").map(ClauseReader::exception).orElse(null));
      case PERMISSION -> new Clause.Permission(head, new PartyId(clause.text("holder")), clause.text("act"));
      case RESTRICTION -> new Clause.Restriction(head, new PartyId(clause.text("obligor")), clause.text("act"));
      case SHAREHOLDING ->
        new Clause.Shareholding(
            head, new PartyId(clause.text("holder")), new PartyId(clause.text("issuer")),
            clause.optionalDecimal("stake").orElse(null));
      case PURCHASE_COMMITMENT ->
        new Clause.PurchaseCommitment(
            head,
            new PartyId(clause.text("buyer")),
            new PartyId(clause.text("seller")),
            new Money(currency, clause.decimal("amount")),
            clause.text("stream"));
      case DUTY -> duty(head, clause);
    };
  }

  private static Clause.Head head(Fields clause) {
    return new Clause.Head(
        new ClauseId(clause.text("id")),
        ClauseKind.of(clause.text("kind")),
        clause.optionalText("title").orElse(null),
        clause.optionalDate("from").orElse(null),
        clause.optionalDate("through").orElse(null),
        clause.optionalText("beginsOnMilestone").map(MilestoneId::new).orElse(null),
        clause.optionalText("endsOnMilestone").map(MilestoneId::new).orElse(null));
  }

  private Clause revenueShare(Clause.Head head, Fields clause) {
    List<Clause.Cap> caps =
        clause.has("cap")
            ? List.of(cap(clause.object("cap")))
            : clause.list("caps").stream().map(Fields::of).map(this::cap).toList();
    return new Clause.RevenueShare(
        head,
        new PartyId(clause.text("payer")),
        new PartyId(clause.text("payee")),
        base(clause.tree().get("base").orElseThrow()),
        rates(clause),
        periods(clause),
        clause.optionalObject("due").map(ClauseReader::dueRule).orElse(null),
        clause.optionalObject("reportDue").map(ClauseReader::dueRule).orElse(null),
        caps,
        clause.has("minimum")
            ? List.of(minimum(clause.object("minimum"), false))
            : clause.list("minimums").stream().map(Fields::of).map(one -> minimum(one, true)).toList(),
        clause.optionalObject("rounding").map(ClauseReader::rounding).orElse(Rounding.DEFAULT),
        clause.optionalText("negative").filter("floor"::equals).isPresent(),
        clause.optionalObject("lateInterest").map(this::lateInterest).orElse(null),
        word(Clause.AllocationOrder.class, clause.optionalText("allocation").orElse("interest-first")));
  }

  private Clause fixedPayment(Clause.Head head, Fields clause) {
    return new Clause.FixedPayment(
        head,
        new PartyId(clause.text("payer")),
        new PartyId(clause.text("payee")),
        new Money(currency, clause.decimal("amount")),
        clause.has("period")
            ? periods(clause)
            : clause.optionalDate("on").map(PeriodScheme.Once::on).orElse(PeriodScheme.Once.NEVER),
        clause.optionalText("onMilestone").map(MilestoneId::new).orElse(null),
        clause.optionalObject("due").map(ClauseReader::dueRule).orElse(null),
        clause.optionalObject("lateInterest").map(this::lateInterest).orElse(null),
        word(Clause.AllocationOrder.class, clause.optionalText("allocation").orElse("interest-first")));
  }

  private ShareRates rates(Fields clause) {
    if (clause.has("rates")) {
      return new ShareRates(
          clause.list("rates").stream()
              .map(Fields::of)
              .map(
                  entry -> new ShareRates.Entry(
                      rate(entry),
                      entry.optionalDate("from").orElse(null),
                      entry.optionalText("fromMilestone").map(MilestoneId::new).orElse(null)))
              .toList());
    }
    return ShareRates.always(clause.has("tiers") ? tiers(clause.object("tiers")) : rate(clause));
  }

  private static ShareRate rate(Fields rated) {
    return rated.text("rate").equals("unstated")
        ? new ShareRate.NotDisclosed()
        : new ShareRate.Flat(rated.decimal("rate"));
  }

  /** A quarter where none is stated, which the periods of a duty are. A schedule begins where the clause does, which is not known here. */
  private PeriodScheme periods(Fields clause) {
    Value stated = clause.tree().get("period").orElse(Value.text("quarter"));
    if (stated instanceof Value.Text(String length)) {
      return clause.has("year")
          ? years.contractPeriods(word(PeriodScheme.Length.class, length))
          : years.periods(word(PeriodScheme.Length.class, length));
    }
    return new PeriodScheme.Schedule(
        DateRange.BEGINNING,
        Fields.of(stated).list("schedule").stream()
            .map(Fields::of)
            .map(one -> new PeriodScheme.Schedule.Named(one.text("name"), one.date("through")))
            .toList());
  }

  /** The last band goes on, so it has a rate alone. */
  private ShareRate tiers(Fields tiers) {
    List<Fields> bands = tiers.list("bands").stream().map(Fields::of).toList();
    return new ShareRate.Tiers(
        word(ShareRate.Tiers.Over.class, tiers.optionalText("over").orElse("period")),
        years.fiscal(),
        word(ShareRate.Tiers.Scheme.class, tiers.optionalText("scheme").orElse("marginal")),
        bands.subList(0, bands.size() - 1).stream()
            .map(band -> new ShareRate.Tiers.Band(band.decimal("upTo"), band.decimal("rate")))
            .toList(),
        bands.getLast().decimal("rate"));
  }

  /** A single minimum has never ended lines; one for a contract year does, because parts of a year may have no end in common with it. */
  private Clause.Minimum minimum(Fields minimum, boolean isListed) {
    Clause.Minimum.Per per =
        word(Clause.Minimum.Per.class, minimum.optionalText("per").orElse("calendar-year"));
    return new Clause.Minimum(
        new Money(currency, minimum.decimal("amount")),
        per,
        switch (per) {
          case CALENDAR_YEAR -> Years.Ending.CALENDAR;
          case FISCAL_YEAR, PERIOD -> years.fiscal();
          case CONTRACT_YEAR -> new Years.From(years.from());
        },
        minimum.optionalDate("from").orElse(null),
        minimum.optionalDate("through").orElse(null),
        isListed || per == Clause.Minimum.Per.CONTRACT_YEAR,
        minimum.optionalBool("prorate").orElse(false),
        minimum.optionalBool("countsTowardCap").orElse(true),
        minimum.optionalBool("recoupable").orElse(false));
  }

  private Clause.LateInterest lateInterest(Fields interest) {
    return new Clause.LateInterest(
        interestRates(interest),
        interest.optionalText("dayCount").flatMap(DayCount::named).orElse(DayCount.ACT_365F),
        interest.optionalText("from").filter("unadjusted"::equals).isPresent(),
        Math.toIntExact(interest.optionalWhole("graceDays").orElse(0L)),
        word(Compounding.class, interest.optionalText("compound").orElse("none")),
        interest.optionalObject("charge").map(this::charge).orElse(null));
  }

  private static InterestRates interestRates(Fields interest) {
    if (interest.has("index")) {
      return new IndexedRate(interest.text("index"), interest.optionalDecimal("spread").orElse(BigDecimal.ZERO));
    }
    return interest.has("rate")
        ? RateSteps.flat(interest.decimal("rate"))
        : new RateSteps(
            interest.list("rates").stream()
                .map(Fields::of)
                .map(step -> new RateSteps.Step(step.date("from"), step.decimal("rate")))
                .toList());
  }

  private LateCharge charge(Fields charge) {
    return charge.has("amount")
        ? new LateCharge.Fixed(new Money(currency, charge.decimal("amount")))
        : new LateCharge.Part(charge.decimal("rate"));
  }

  private static Clause.Base base(Value base) {
    return base instanceof Value.Text stream
        ? new Clause.Base(List.of(stream.text()), List.of(), null)
        : new Clause.Base(
            Fields.of(base).texts("streams"), Fields.of(base).texts("deduct"),
            Fields.of(base).optionalDecimal("deductAtMost").orElse(null));
  }

  private Clause.Cap cap(Fields cap) {
    return new Clause.Cap(
        cap.optionalDecimal("amount").map(amount -> new Money(currency, amount)).orElse(null),
        word(Clause.Cap.Basis.class, cap.optionalText("basis").orElse("unstated")),
        word(Clause.Cap.Counts.class, cap.optionalText("counts").orElse("unstated")),
        cap.optionalDate("countsFrom").orElse(null),
        word(Clause.Cap.Window.class, cap.optionalText("window").orElse("lifetime")),
        years.fiscal(),
        cap.optionalDate("from").orElse(null),
        cap.optionalDate("through").orElse(null),
        word(Clause.Cap.Excess.class, cap.optionalText("excess").orElse("forgone")));
  }

  private static Rounding rounding(Fields rounding) {
    return new Rounding(
        word(Rounding.Mode.class, rounding.optionalText("mode").orElse("half-up")),
        word(Rounding.At.class, rounding.optionalText("at").orElse("line")));
  }

  private static DueRule dueRule(Fields due) {
    return new DueRule(
        dueTerm(due),
        word(DueRule.Roll.class, due.optionalText("roll").orElse("none")),
        due.optionalText("calendar").orElse(Holidays.WEEKENDS),
        word(DueRule.After.class, due.optionalText("after").orElse("period")));
  }

  private static DueRule.Term dueTerm(Fields due) {
    if (due.has("days")) {
      return new DueRule.Term.Days(Math.toIntExact(due.optionalWhole("days").orElseThrow()));
    }
    Optional<Integer> day =
        due.tree().get("day").map(
            stated -> stated instanceof Value.Text
                ? DueRule.Term.LAST
                : Math.toIntExact(due.optionalWhole("day").orElseThrow()));
    return new DueRule.Term.Months(Math.toIntExact(due.optionalWhole("months").orElseThrow()), day);
  }

  private static Clause.ShipException exception(Fields exception) {
    List<String> grounds = exception.texts("of");
    return new Clause.ShipException(
        word(Clause.ShipException.Requires.class, exception.optionalText("requires").orElse("unstated")),
        grounds.isEmpty()
            ? List.of(Clause.ShipException.Ground.values())
            : grounds.stream().map(ground -> word(Clause.ShipException.Ground.class, ground)).distinct().toList());
  }

  private Clause duty(Clause.Head head, Fields clause) {
    return new Clause.Duty(
        head,
        new PartyId(clause.text("obligor")),
        new PartyId(clause.text("obligee")),
        clause.text("act"),
        clause.has("period")
            ? new Clause.Duty.EveryPeriod(
                periods(clause),
                clause.optionalObject("due").map(ClauseReader::dueRule).orElse(null))
            : new Clause.Duty.Once(clause.optionalDate("due").orElse(null)));
  }

  private static <E extends Enum<E>> E word(Class<E> type, String slug) {
    return EnumWords.constant(type, slug);
  }
}

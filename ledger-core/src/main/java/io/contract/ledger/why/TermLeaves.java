package io.contract.ledger.why;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.DueRule;
import io.contract.ledger.calendar.Period;
import io.contract.ledger.calendar.PeriodScheme;
import io.contract.ledger.explain.Arithmetic;
import io.contract.ledger.explain.Arithmetic.Plain;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.explain.Quantity;
import io.contract.ledger.fact.BroughtForward;
import io.contract.ledger.fact.Exchange;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.Fixing;
import io.contract.ledger.fact.Payment;
import io.contract.ledger.fact.Restatement;
import io.contract.ledger.fact.SettledReading.Parameter;
import io.contract.ledger.fact.Waiver;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.Known;
import io.contract.ledger.fact.known.KnownReport;
import io.contract.ledger.id.ReportId;
import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.money.Rounding;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.payment.LateInterest;
import io.contract.ledger.position.DueDates;
import io.contract.ledger.share.CapTerms;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import io.contract.ledger.terms.ShareRates;
import io.contract.ledger.value.EnumWords;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The leaves of explanations of one clause: what events recorded and what the clause states, each with its place. */
final class TermLeaves {

  private final FactsAsOf facts;
  private final ClauseHistory clause;
  private final Currency currency;
  private final DueDates dueDates;

  /** The leaves of that clause. */
  TermLeaves(FactsAsOf facts, ClauseHistory clause) {
    this.facts = facts;
    this.clause = clause;
    this.currency = facts.agreement().currency();
    this.dueDates = DueDates.of(facts, clause);
  }

  ClauseHistory clause() {
    return clause;
  }

  Currency currency() {
    return currency;
  }

  int decimals() {
    return currency.decimals();
  }

  Explanation nothing(String figure) {
    return RunningSums.nothing(figure, decimals());
  }

  /** The last revision in force in the period, whose terms the period keeps. */
  Revision lastIn(Period period) {
    return clause.lastInForceIn(period.days()).orElseThrow();
  }

  /** An attribute of the clause as it is on the day. */
  Explanation attribute(String figure, Quantity value, String attribute, LocalDate day) {
    Revision revision = clause.inForceOn(day).orElseGet(() -> clause.governing(day));
    return attribute(figure, value, attribute, revision);
  }

  /** The rate of the day, with the milestone on which it began. */
  Explanation rate(Quantity value, LocalDate day) {
    Revision revision = clause.inForceOn(day).orElseGet(() -> clause.governing(day));
    Optional<ShareRates.Entry> entry = ((Clause.RevenueShare) revision.clause()).rates().entryOn(day);
    if (entry.isEmpty()) {
      return Explanation.by("rate", "none of the rates has begun", Plain.SUM);
    }
    Explanation stated = rate(value, revision);
    return Optional.ofNullable(entry.get().fromMilestone())
        .flatMap(facts.known()::milestone)
        .<Explanation>map(
            milestone -> Explanation.by(
                "rate", "what holds from the milestone on", Plain.FIRST, stated,
                new Explanation.Event(
                    "milestone " + milestone.fact().id(), new Quantity.Day(milestone.fact().on()),
                    milestone.sequence())))
        .orElse(stated);
  }

  /** A rate of the revision. It is under {@code rate}, or in the list {@code rates}. */
  Explanation rate(Quantity value, Revision revision) {
    return attribute("rate", value, form(revision, "rate", "rates"), revision);
  }

  /** An attribute of the revision. */
  Explanation attribute(String figure, Quantity value, String attribute, Revision revision) {
    Integer setBy = revision.setBy().get(attribute);
    return new Explanation.Attribute(
        figure, value, clause.id(), attribute, setBy == null ? revision.amendment() : setBy);
  }

  /**
   * The due date of a period by a rule that counts from its last day.
   *
   * @param attribute the attribute of the clause that is the rule: {@code due}, {@code reportDue}
   */
  Explanation dueOn(Period period, DueRule due, String attribute, Revision revision) {
    return dueOn(
        period.name(), due, attribute, revision, period.end(), lastDayOf(period));
  }

  /** The due date of the claim of a period on the day of the question; empty where it has none. */
  Optional<Explanation> dueOn(Book book, Period period) {
    return dueDates.on(book, period, facts.effectiveOn())
        .filter(due -> due.dueOn().isPresent())
        .map(
            due -> dueOn(period.name(), due.rule(), "due", due.revision(), due.start(), counted(period, due)));
  }

  /** The day from which the due date is counted. */
  private Explanation counted(Period period, DueDates.Due due) {
    return switch (due.rule().after()) {
      case STATEMENT -> statedOrReported(period, due);
      case PERIOD -> clause.isOfFixedSums() ? accrual(period, due.start().day()) : lastDayOf(period);
    };
  }

  private static Explanation lastDayOf(Period period) {
    return Explanation.day("last day of " + period.name(), period.days().last());
  }

  /** The day on which the fixed sum of the period accrues: stated, that of a milestone, or the period's first in force. */
  private Explanation accrual(Period period, LocalDate day) {
    String figure = "day on which " + period.name() + " accrues";
    Revision revision = clause.inForceOn(day).orElseThrow();
    Clause.FixedPayment payment = (Clause.FixedPayment) revision.clause();
    return Optional.ofNullable(payment.onMilestone())
        .flatMap(facts.known()::milestone)
        .<Explanation>map(
            milestone -> new Explanation.Event(
                "milestone " + milestone.fact().id(), new Quantity.Day(milestone.fact().on()), milestone.sequence()))
        .orElseGet(
            () -> payment.period() instanceof PeriodScheme.Once
                ? attribute(figure, new Quantity.Day(day), "on", revision)
                : Explanation.day(figure + ", its first in force", day));
  }

  /** The day of the statement, or on which the report is due, from which the due date is counted. */
  private Explanation statedOrReported(Period period, DueDates.Due due) {
    return due.statement()
        .<Explanation>map(
            statement -> new Explanation.Event(
                "first statement of " + period.name(), new Quantity.Day(statement.fact().issuedOn()),
                statement.sequence()))
        .orElseGet(() -> reportDueOn(period));
  }

  /** The day on which the report of a period is due, by the clause's own rule for reports, else by that of the share. */
  Explanation reportDueOn(Period period) {
    Revision revision = lastIn(period);
    Clause.RevenueShare share = (Clause.RevenueShare) revision.clause();
    return dueOn(
        period, share.reportDue().orElseThrow(), share.statedReportDue() == null ? "due" : "reportDue", revision)
        .named("due date of the report of " + period.name());
  }

  private Explanation dueOn(
      String name, DueRule due, String attribute, Revision revision, DueRule.Start start, Explanation counted) {
    return Explanation.by(
        "dueOn of " + name,
        due.roll() == DueRule.Roll.NONE
            ? "no roll"
            : "roll " + EnumWords.slug(due.roll()) + ", " + due.calendar(),
        new Arithmetic.Roll(due.roll(), due.calendar()),
        unadjusted(name, due, attribute, revision, start, counted));
  }

  private Explanation unadjusted(
      String name, DueRule due, String attribute, Revision revision, DueRule.Start start, Explanation counted) {
    String figure = "due date of " + name + " before any roll";
    String from = start.isLastOfPeriod() ? "last day" : "day counted from";
    return switch (due.term()) {
      case DueRule.Term.Days(int days) ->
        Explanation.by(
            figure, from + " + days", Plain.PLUS_DAYS, counted,
            attribute("days of " + attribute, Quantity.of(days), attribute, revision));
      case DueRule.Term.Months it ->
        Explanation.by(
            figure, from + " + months, on the day of the month", Plain.PLUS_MONTHS, counted,
            attribute("months of " + attribute, Quantity.of(it.months()), attribute, revision),
            it.day()
                .map(day -> attribute("day of " + attribute, dayOfMonth(day), attribute, revision))
                .orElseGet(
                    () -> new Explanation.Calendar("day of the month, which stays", dayOfMonth(it.dayAfter(start)))));
    };
  }

  private static Quantity dayOfMonth(int day) {
    return day == DueRule.Term.LAST ? new Quantity.Word("last") : Quantity.of(day);
  }

  /** The rate at which the index of late interest stands on the day. */
  Explanation fixing(String index, LocalDate day) {
    Known<Fixing> fixing =
        facts.known().fixings().on(index, day)
            .orElseThrow(() -> new IllegalStateException("expected " + index + " to be fixed by " + day));
    return new Explanation.Event(
        index + " from " + fixing.fact().from(), Quantity.of(fixing.fact().rate()), fixing.sequence());
  }

  /** Why the interest of a claim is not known: its index was not fixed on the day from which it runs. */
  Explanation unfixed(Claim claim) {
    LateInterest rule = claim.interest().orElseThrow();
    String index = rule.rates().index().orElseThrow().index();
    List<Explanation> why = new ArrayList<>();
    why.add(
        attribute(
            "index of late interest", new Quantity.Word(index), "lateInterest", lastIn(claim.period().orElseThrow())));
    why.add(Explanation.day("day from which interest of " + claim.name() + " runs", rule.from()));
    facts.known().fixings().firstDay(index)
        .flatMap(first -> facts.known().fixings().on(index, first))
        .ifPresent(
            first -> why.add(
                new Explanation.Event(
                    "first day on which " + index + " is fixed", new Quantity.Day(first.fact().from()),
                    first.sequence())));
    return Explanation.judged(
        "interest of " + claim.name(), new Quantity.Undetermined(),
        index + " is not fixed for the days from which it runs",
        why);
  }

  /** The amount of a cap, by its place from 0. It is under {@code cap}, or in the list {@code caps}. */
  Explanation capAmount(int index, Money amount, LocalDate day) {
    Revision revision = clause.inForceOn(day).orElseGet(() -> clause.governing(day));
    String attribute = form(revision, "cap", "caps");
    String figure = attribute.equals("cap") ? "amount of the cap" : "amount of cap " + (index + 1);
    return attribute(figure, Quantity.of(amount), attribute, revision);
  }

  /**
   * The reasons for what counts toward a cap: how its open parameters have been settled, and the day from which it counts where
   * that is not the agreement's first day.
   */
  List<Explanation> counting(int index, CapTerms terms, LocalDate day) {
    Revision revision = clause.inForceOn(day).orElseGet(() -> clause.governing(day));
    Clause.Cap written = ((Clause.RevenueShare) revision.clause()).caps().get(index);
    List<Explanation> why = new ArrayList<>();
    if (written.basis() == Clause.Cap.Basis.UNSTATED) {
      settled(Parameter.BASIS).ifPresent(why::add);
    }
    if (written.countsFrom() == null && written.counts() == Clause.Cap.Counts.UNSTATED) {
      settled(Parameter.COUNTS).ifPresent(why::add);
    }
    LocalDate start = terms.start();
    if (written.countsFrom() != null) {
      why.add(attribute("counts from", new Quantity.Day(start), form(revision, "cap", "caps"), revision));
    } else if (start.isAfter(facts.agreement().effectiveOn())) {
      clause.revisions().stream()
          .filter(one -> one.effectiveOn().equals(start)
              && Objects.equals(one.setBy().get(form(one, "cap", "caps")), one.amendment()))
          .findFirst()
          .flatMap(one -> facts.known().amendment(one.amendment()))
          .map(
              set -> new Explanation.Event(
                  "counts from when amendment " + set.fact().number() + " is effective", new Quantity.Day(start),
                  set.sequence()))
          .ifPresent(why::add);
    }
    return why;
  }

  private Optional<Explanation> settled(Parameter parameter) {
    return facts.readingOf(clause.id(), parameter).map(
        reading -> new Explanation.Event(
            parameter.slug() + ", settled by " + reading.fact().by() + " from " + reading.fact().from(),
            new Quantity.Word(reading.fact().value()), reading.sequence()));
  }

  /** The name under which the revision states what it may state once or as a list. */
  static String form(Revision revision, String once, String list) {
    return revision.attributes().get(once).isPresent() ? once : list;
  }

  /** The amount of the report, as restated last, in the agreement's currency. */
  Explanation report(ReportId id) {
    KnownReport report =
        facts.known().reports().named(id).orElseThrow(() -> new IllegalStateException("expected a report " + id));
    String what = "report " + id + " of " + report.stream() + " for " + report.days();
    if (report.restatements().isEmpty()) {
      return counted(
          what, report.report().fact().amount(), report.report().fact().exchange(), report.report().sequence());
    }
    Restatement latest = report.restatements().getLast().fact();
    return counted(
        what + ", restated as " + latest.id(), latest.amount(), latest.exchange(), report.amountSetBy());
  }

  private Explanation counted(String figure, BigDecimal amount, Exchange exchange, long sequence) {
    BigDecimal rate = exchange.fxRate();
    if (rate == null) {
      return new Explanation.Event(figure, Quantity.of(new Money(currency, amount)), sequence);
    }
    Explanation product =
        Explanation.by(
            figure,
            amount.toPlainString() + " × " + rate.toPlainString(),
            Plain.PRODUCT,
            new Explanation.Event(figure + " in " + exchange.currency(), Quantity.of(amount), sequence),
            new Explanation.Event("exchange rate", Quantity.of(rate), sequence));
    return Explanation.by(
        figure, "round half-up", new Arithmetic.Round(Rounding.Mode.HALF_UP, currency), product);
  }

  /** The amount that the event of that number paid, cash and withheld tax, or the settled amount of a balance. */
  Explanation paid(long sequence) {
    Fact event = event(sequence);
    if (event instanceof Payment payment) {
      return paid(payment, sequence);
    }
    if (event instanceof BroughtForward balance) {
      return new Explanation.Event(
          "settled of the balance brought forward on " + balance.on(),
          Quantity.of(new Money(currency, balance.settled())),
          sequence);
    }
    throw new IllegalStateException("expected a payment or a balance as event " + sequence + ", found " + event);
  }

  private Explanation paid(Payment payment, long sequence) {
    String what = "payment " + payment.id() + ", value " + payment.valueOn();
    Explanation cash = counted(what, payment.amount(), payment.exchange(), sequence);
    if (payment.withheld().signum() == 0) {
      return cash;
    }
    List<Explanation> both = new ArrayList<>(List.of(cash));
    both.add(counted("withheld from payment " + payment.id(), payment.withheld(), payment.exchange(), sequence));
    return Explanation.by(what, "cash + withheld", Plain.SUM, both);
  }

  /** The most that the waiver of that number gives up. */
  Explanation.Event waived(long sequence) {
    Waiver waiver = waiver(sequence);
    BigDecimal amount = waiver.amount();
    if (amount == null) {
      throw new IllegalStateException("expected a waiver with an amount as event " + sequence);
    }
    return new Explanation.Event(
        "waiver of " + (waiver.of() == Waiver.Of.INTEREST ? "interest of " : "") + waiver.on()
            + (waiver.period() == null ? "" : " for " + waiver.period()),
        Quantity.of(new Money(currency, amount)),
        sequence);
  }

  private Waiver waiver(long sequence) {
    if (event(sequence) instanceof Waiver waiver) {
      return waiver;
    }
    throw new IllegalStateException("expected a waiver as event " + sequence);
  }

  private Fact event(long sequence) {
    return facts.known().events().get(Math.toIntExact(sequence)).fact();
  }

  /** The days in words. */
  static String words(DateRange days) {
    return days.equals(DateRange.ALWAYS)
        ? "all days"
        : days.first().equals(days.last())
            ? days.first().toString()
            : days.last().equals(DateRange.OPEN_END)
                ? "all days from " + days.first()
                : days.first().equals(DateRange.BEGINNING) ? "all days through " + days.last() : days.toString();
  }

  static String words(Rounding.Mode mode) {
    return switch (mode) {
      case HALF_UP -> "round half-up";
      case HALF_EVEN -> "round half-even";
    };
  }
}

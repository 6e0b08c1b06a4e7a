package io.contract.ledger.terms;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.DayCount;
import io.contract.ledger.calendar.DueRule;
import io.contract.ledger.calendar.PeriodScheme;
import io.contract.ledger.calendar.Years;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.MilestoneId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.money.Money;
import io.contract.ledger.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One term of the agreement (domain page, section 4). Made by {@link ClauseReader} alone. */
public sealed interface Clause {

  Head head();

  default ClauseId id() {
    return head().id();
  }

  /** How the clause's periods follow one another; empty for a clause that has none. */
  default Optional<PeriodScheme> periodScheme() {
    return switch (this) {
      case Payable payable -> Optional.of(payable.period());
      case Duty duty -> duty.recurring().map(Duty.EveryPeriod::period);
      case Licence _,Designation _,FirstShip _,Permission _,Restriction _,Shareholding _ -> Optional.empty();
      case PurchaseCommitment _ -> Optional.empty();
    };
  }

  /** The clause, where the first period of a schedule begins on that day. */
  default Clause beginning(LocalDate first) {
    return switch (this) {
      case RevenueShare share -> share.in(share.period().beginning(first));
      case FixedPayment payment -> payment.in(payment.period().beginning(first));
      case Duty duty -> duty.recurring()
          .<Clause>map(
              every -> new Duty(
                  duty.head(), duty.obligor(), duty.obligee(), duty.act(),
                  new Duty.EveryPeriod(every.period().beginning(first), every.due())))
          .orElse(duty);
      case Licence _,Designation _,FirstShip _,Permission _,Restriction _,Shareholding _,PurchaseCommitment _ -> this;
    };
  }

  /** The clause, where these milestones are attested. */
  default Clause attesting(Map<MilestoneId, LocalDate> milestones) {
    return switch (this) {
      case RevenueShare share -> share.in(share.rates().with(milestones));
      case FixedPayment payment -> payment.onMilestone() == null
          ? payment
          : payment.in(PeriodScheme.Once.on(milestones.get(payment.onMilestone())));
      case Licence _,Designation _,FirstShip _,Permission _,Restriction _,Shareholding _ -> this;
      case PurchaseCommitment _,Duty _ -> this;
    };
  }

  /** Whether the milestone decides on which days the clause, or a rate of it, is in force, or on which day a fixed sum accrues. */
  default boolean dependsOn(MilestoneId milestone) {
    return milestone.equals(head().beginsOnMilestone())
        || milestone.equals(head().endsOnMilestone())
        || (this instanceof RevenueShare share && share.rates().milestones().anyMatch(milestone::equals))
        || (this instanceof FixedPayment payment && milestone.equals(payment.onMilestone()));
  }

  /** The index by which its late interest is fixed; empty where there is none. */
  default Optional<String> interestIndex() {
    return this instanceof Payable payable && payable.lateInterest() != null
        && payable.lateInterest().rates() instanceof IndexedRate(var index, _)
            ? Optional.of(index)
            : Optional.empty();
  }

  /**
   * The attributes of every clause.
   *
   * @param from first day in force; null when not stated
   * @param through last day in force; null when not stated
   * @param beginsOnMilestone id of the milestone on whose date the clause begins; null when there is none
   * @param endsOnMilestone id of the milestone before whose date the clause ends; null when there is none
   */
  record Head(
      ClauseId id,
      ClauseKind kind,
      @Nullable String title,
      @Nullable LocalDate from,
      @Nullable LocalDate through,
      @Nullable MilestoneId beginsOnMilestone,
      @Nullable MilestoneId endsOnMilestone) {

    /**
     * The days that these attributes allow; empty when they allow none.
     *
     * @param milestones the date of each attested milestone. The clause begins on the date of its own, or on {@code from} if that is later
     */
    Optional<DateRange> days(Map<MilestoneId, LocalDate> milestones) {
      LocalDate begins = beginsOnMilestone == null ? DateRange.BEGINNING : milestones.get(beginsOnMilestone);
      LocalDate ends = endsOnMilestone == null ? null : milestones.get(endsOnMilestone);
      return begins == null
          ? Optional.empty()
          : DateRange.ifAny(
              from == null ? begins : DateRange.later(from, begins), through == null ? DateRange.OPEN_END : through)
              .flatMap(
                  days -> ends == null ? Optional.of(days)
                      : days.intersection(DateRange.of(DateRange.BEGINNING, ends.minusDays(1))));
    }
  }

  /** A clause by which a payer comes to owe a payee money. Each of its periods is a claim (domain page, sections 5 and 17). */
  sealed interface Payable extends Clause {

    PartyId payer();

    PartyId payee();

    /** How the periods, each of which is a claim, follow one another. */
    PeriodScheme period();

    /** When a claim is due; null when the clause names no due date. */
    @Nullable
    DueRule due();

    /** Interest on a claim that is overdue; null when none runs. */
    @Nullable
    LateInterest lateInterest();

    /** What a payment settles first. */
    AllocationOrder allocation();

    /** How exact amounts become money. */
    Rounding rounding();

    /** The limits on what accrues, in the order written; empty when there is none. */
    List<Cap> caps();

    /** The book in which what accrues under these terms is owed. */
    default Book book() {
      return new Book(payer(), payee());
    }
  }

  /**
   * The payer owes the payee a share of revenue (domain page, section 5).
   *
   * @param due null when the clause names no due date
   * @param statedReportDue when the report of a period is due; null when the clause does not say, see {@link #reportDue}
   * @param caps in the order written; empty when there is none
   * @param minimums in the order written; empty when no share is guaranteed
   * @param floor whether a period below zero counts as zero
   * @param lateInterest null when none runs
   * @param allocation what a payment settles first
   */
  record RevenueShare(
      Head head,
      PartyId payer,
      PartyId payee,
      Base base,
      ShareRates rates,
      PeriodScheme period,
      @Nullable DueRule due,
      @Nullable DueRule statedReportDue,
      List<Cap> caps,
      List<Minimum> minimums,
      Rounding rounding,
      boolean floor,
      @Nullable LateInterest lateInterest,
      AllocationOrder allocation)
      implements Payable {
    public RevenueShare {
      caps = List.copyOf(caps);
      minimums = List.copyOf(minimums);
    }

    private RevenueShare in(PeriodScheme periods) {
      return new RevenueShare(
          head, payer, payee, base, rates, periods, due, statedReportDue, caps, minimums, rounding, floor, lateInterest,
          allocation);
    }

    /**
     * When the report of a period is due: as the clause says, else when the share is, if that counts from the period; empty where it says
     * neither.
     */
    public Optional<DueRule> reportDue() {
      return Optional.ofNullable(statedReportDue).or(
          () -> Optional.ofNullable(due).filter(rule -> rule.after() == DueRule.After.PERIOD));
    }

    private RevenueShare in(ShareRates known) {
      return new RevenueShare(
          head, payer, payee, base, known, period, due, statedReportDue, caps, minimums, rounding, floor, lateInterest,
          allocation);
    }

    /** Whether a rate is not disclosed. A line that it judges has no gross. */
    public boolean mayBeUndisclosed() {
      return rates.entries().stream().anyMatch(entry -> entry.rate() instanceof ShareRate.NotDisclosed);
    }

    /** The tiers; empty where it has rates that do not depend on the amount reached. */
    public Optional<ShareRate.Tiers> tiers() {
      return rates.entries().getFirst().rate() instanceof ShareRate.Tiers tiers ? Optional.of(tiers) : Optional.empty();
    }
  }

  /**
   * The payer owes the payee a sum that no report changes (domain page, section 17).
   *
   * @param amount 0 or more; owed for each period, whole also where the clause is in force for a part of it
   * @param period the periods for each of which it is owed; {@link PeriodScheme.Once} where it is owed once
   * @param onMilestone the milestone on whose date it accrues; null when it depends on none
   * @param due counted from the day on which it accrues; null when the clause names no due date
   * @param lateInterest null when none runs
   * @param allocation what a payment settles first
   */
  record FixedPayment(
      Head head,
      PartyId payer,
      PartyId payee,
      Money amount,
      PeriodScheme period,
      @Nullable MilestoneId onMilestone,
      @Nullable DueRule due,
      @Nullable LateInterest lateInterest,
      AllocationOrder allocation)
      implements Payable {
    public FixedPayment {
      NotNegative.amount(amount);
    }

    FixedPayment in(PeriodScheme periods) {
      return new FixedPayment(head, payer, payee, amount, periods, onMilestone, due, lateInterest, allocation);
    }

    /** How interest is rounded. */
    @Override
    public Rounding rounding() {
      return Rounding.DEFAULT;
    }

    @Override
    public List<Cap> caps() {
      return List.of();
    }
  }

  /**
   * A guaranteed share.
   *
   * @param amount 0 or more
   * @param years the years for one of which it is guaranteed; those of the agreement where it is for a period
   * @param from first day for which it is guaranteed; null when not stated
   * @param through last day for which it is guaranteed; null when not stated
   * @param cutsLines whether lines end where its windows do
   * @param prorate whether a clause in force for part of the window guarantees only that part of the amount
   * @param countsTowardCap whether caps limit the shortfall that it adds
   * @param recoupable whether later lines pay back the shortfall that it added
   */
  record Minimum(
      Money amount, Per per, Years years, @Nullable LocalDate from, @Nullable LocalDate through, boolean cutsLines,
      boolean prorate, boolean countsTowardCap, boolean recoupable) {
    public Minimum {
      NotNegative.amount(amount);
    }

    /** The whole period or year that holds the day. */
    public DateRange wholeWindowOf(PeriodScheme periods, LocalDate day) {
      return per == Per.PERIOD ? periods.containing(day).days() : years.containing(day);
    }

    /** What of those days lies within {@code from} and {@code through}; empty when nothing does. */
    public Optional<DateRange> within(DateRange days) {
      return DateRange.ifAny(
          from == null ? DateRange.BEGINNING : from, through == null ? DateRange.OPEN_END : through)
          .flatMap(days::intersection);
    }

    /** The window for which an amount is guaranteed. */
    public enum Per {
      CALENDAR_YEAR,
      FISCAL_YEAR,
      CONTRACT_YEAR,
      PERIOD
    }
  }

  /**
   * Interest on overdue principal.
   *
   * @param unadjusted whether it runs from the due date before any roll off holidays
   * @param graceDays calendar days after the due date, 0 or more; what is settled within them bears none
   * @param charge what is charged once after them; null when nothing is
   */
  record LateInterest(
      InterestRates rates, DayCount dayCount, boolean unadjusted, int graceDays, Compounding compounding,
      @Nullable LateCharge charge) {}

  /** What a payment settles first. Within each, the oldest due date comes first. */
  enum AllocationOrder {
    INTEREST_FIRST,
    PRINCIPAL_FIRST
  }

  /**
   * The base of a share: the sum of the streams less the sum of the deducted ones.
   *
   * @param deductAtMost the fraction of what the streams of a period add up to that its deductions take away at most, 0 or more; null when
   *     they count in full
   */
  record Base(List<String> streams, List<String> deduct, @Nullable BigDecimal deductAtMost) {
    public Base {
      streams = List.copyOf(streams);
      deduct = List.copyOf(deduct);
      if (deductAtMost != null) {
        NotNegative.rate(deductAtMost);
      }
    }

    /** Every stream named; those added come first. */
    public List<String> all() {
      return java.util.stream.Stream.concat(streams.stream(), deduct.stream()).distinct().toList();
    }
  }

  /**
   * A limit on what a share accrues.
   *
   * @param amount 0 or more; null when it is not disclosed
   * @param countsFrom the day from which it counts; prevails over {@code counts}
   * @param fiscal the agreement's fiscal years
   * @param from first day that the cap limits; null when not stated
   * @param through last day that the cap limits; null when not stated
   * @param excess what becomes of what it cuts off
   */
  record Cap(
      @Nullable Money amount,
      Basis basis,
      Counts counts,
      @Nullable LocalDate countsFrom,
      Window window,
      Years fiscal,
      @Nullable LocalDate from,
      @Nullable LocalDate through,
      Excess excess) {
    public Cap {
      if (amount != null) {
        NotNegative.amount(amount);
      }
    }

    /** Whether it counts everything from the beginning on. */
    public boolean isOfWholeLife() {
      return counts == Counts.SINCE_INCEPTION && countsFrom == null && window == Window.LIFETIME && from == null
          && through == null;
    }

    /** The cap with the given basis and counts. */
    public Cap readAs(Basis basis, Counts counts) {
      return new Cap(amount, basis, counts, countsFrom, window, fiscal, from, through, excess);
    }

    /** What counts toward the cap. */
    public enum Basis {
      UNSTATED,
      ACCRUED,
      PAID
    }

    /** From when the cap counts. */
    public enum Counts {
      UNSTATED,
      SINCE_INCEPTION,
      SINCE_EFFECTIVE
    }

    /** The window after which counting begins anew. */
    public enum Window {
      LIFETIME,
      CALENDAR_YEAR,
      FISCAL_YEAR,
      CONTRACT_YEAR
    }

    /** What becomes of the excess that the cap cuts off: it is lost, or accrues in the next window. */
    public enum Excess {
      FORGONE,
      CARRIED
    }
  }

  /**
   * A right to use something.
   *
   * @param exclusive whether nobody else may use it; null when the terms do not say
   */
  record Licence(Head head, PartyId licensor, PartyId licensee, String subject, @Nullable Boolean exclusive)
      implements Clause {

    /** Whether the terms say that nobody else may use it. */
    public boolean isExclusive() {
      return Boolean.TRUE.equals(exclusive);
    }
  }

  /** One party names another for a role. */
  record Designation(Head head, PartyId by, PartyId of, String role) implements Clause {}

  /** The obligor's products come out first in the provider's venue, unless an exception excuses it. */
  record FirstShip(
      Head head, PartyId obligor, PartyId provider, String venue, @Nullable ShipException exception)
      implements Clause {}

  /** The exception that excuses a launch elsewhere: on all grounds, on any ground, or the text leaves that open. */
  record ShipException(Requires requires, List<Ground> of) {
    public ShipException {
      of = List.copyOf(of);
      if (of.isEmpty()) {
        throw new IllegalArgumentException("expected a ground at least, found none");
      }
    }

    /** How many of the grounds are required. */
    public enum Requires {
      UNSTATED,
      ALL,
      ANY
    }

    /** Why the provider's venue does not support the product. */
    public enum Ground {
      CANNOT_SUPPORT,
      CHOOSES_NOT_TO_SUPPORT
    }
  }

  /** The holder may do something. */
  record Permission(Head head, PartyId holder, String act) implements Clause {}

  /** The obligor must not do something. */
  record Restriction(Head head, PartyId obligor, String act) implements Clause {}

  /**
   * The holder owns part of the issuer.
   *
   * @param stake a fraction (27 % is 0.27); null when not stated
   */
  record Shareholding(Head head, PartyId holder, PartyId issuer, @Nullable BigDecimal stake)
      implements Clause {}

  /**
   * The buyer must buy for an amount in all. The reports of a stream are the progress.
   *
   * @param amount 0 or more
   */
  record PurchaseCommitment(Head head, PartyId buyer, PartyId seller, Money amount, String stream)
      implements Clause {
    public PurchaseCommitment {
      NotNegative.amount(amount);
    }
  }

  /** Something that the obligor must do, once or for every period. */
  record Duty(Head head, PartyId obligor, PartyId obligee, String act, When when) implements Clause {

    /** How the duty recurs; empty for a duty to be done once. */
    public Optional<EveryPeriod> recurring() {
      return switch (when) {
        case Once _ -> Optional.empty();
        case EveryPeriod every -> Optional.of(every);
      };
    }

    /** How often the duty is to be done, and by when. */
    public sealed interface When {}

    /**
     * Done once.
     *
     * @param dueOn the due date; null when not stated
     */
    public record Once(@Nullable LocalDate dueOn) implements When {}

    /**
     * Done for every period.
     *
     * @param due the rule that counts the due date from the period's last day; null when not stated
     */
    public record EveryPeriod(PeriodScheme period, @Nullable DueRule due) implements When {}
  }
}

package io.contract.ledger.journal;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.money.Money;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.position.WorkedLine;
import io.contract.ledger.share.CappedLine;
import io.contract.ledger.share.Origin;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Books what accrues to a claim. Each added line is one entry. When an earlier line is computed otherwise, one adjustment books the
 * difference. An amount below zero is credit, not a negative claim, and an amount that makes up for it lessens the credit again.
 */
final class Accruals {

  private final LocalDate day;
  private final String period;
  private final PostingCauses causes;
  private final List<Entry> entries = new ArrayList<>();

  private Accruals(LocalDate day, String period, PostingCauses causes) {
    this.day = day;
    this.period = period;
    this.causes = causes;
  }

  /** The entries that lead from the claim before to the claim after. */
  static List<Entry> between(LocalDate day, String period, Claimed before, Claimed after, PostingCauses causes) {
    if (before.lines().equals(after.lines()) && before.credit().equals(after.credit())) {
      return List.of();
    }
    Accruals accruals = new Accruals(day, period, causes);
    List<CappedLine> gone = lines(before);
    List<CappedLine> come = new ArrayList<>();
    for (CappedLine line : lines(after)) {
      if (!removeSame(gone, line)) {
        come.add(line);
      }
    }
    Money credit = after.credit().minus(before.credit());
    if (gone.isEmpty() && !come.isEmpty()) {
      accruals.add(come, credit);
    } else {
      accruals.adjust(before.accrued(), after.accrued(), credit, gone, come);
    }
    return accruals.entries;
  }

  private static List<CappedLine> lines(Claimed claimed) {
    return new ArrayList<>(claimed.lines().stream().map(WorkedLine::line).toList());
  }

  /** Removes a line that is booked as the wanted one is: of the same days, kind and amount. Returns whether there was one. */
  private static boolean removeSame(List<CappedLine> lines, CappedLine wanted) {
    for (int i = 0; i < lines.size(); i++) {
      CappedLine line = lines.get(i);
      if (line.days().equals(wanted.days())
          && line.accrued().equals(wanted.accrued())
          && line.origin().getClass().equals(wanted.origin().getClass())) {
        lines.remove(i);
        return true;
      }
    }
    return false;
  }

  /** Books the lines of one day. The change of credit is booked with the last of them. */
  private void add(List<CappedLine> lines, Money credit) {
    Money none = Money.zero(credit.currency());
    for (int i = 0; i < lines.size(); i++) {
      CappedLine line = lines.get(i);
      Draft draft =
          new Draft(day, Entry.Kind.ACCRUAL, causes.share().clause(), description(line)).causedBy(causes.of(line));
      if (!line.forgone().isZero()) {
        draft.note("forgone", line.forgone().toPlainString());
      }
      post(draft, line.accrued(), i == lines.size() - 1 ? credit : none);
    }
  }

  private void adjust(Money from, Money to, Money credit, List<CappedLine> gone, List<CappedLine> come) {
    Draft draft =
        new Draft(day, Entry.Kind.ADJUSTMENT, causes.share().clause(),
            from.equals(to)
                ? "Credit of " + period + " computed anew"
                : what() + " " + period + " computed anew: "
                    + to.toPlainString() + " instead of " + from.toPlainString())
            .causedBy(causes.days().eventsOn(day));
    come.forEach(line -> draft.causedBy(causes.of(line)));
    gone.forEach(line -> draft.causedBy(causes.of(line)));
    post(draft, to.minus(from), credit);
  }

  private void post(Draft draft, Money amount, Money credit) {
    Optional<Entry> entry =
        draft
            .debit(Account.of(causes.share(), Role.CLAIM, period), amount.plus(credit))
            .debit(Account.of(causes.share(), Role.CREDIT), credit.negated())
            .credit(accrued(causes.share(), causes.isOfFixedSums(), period), amount)
            .entry();
    entry.ifPresent(entries::add);
  }

  /** The account of what the period has accrued; for a balance brought forward, the opening account. */
  static Account accrued(ShareBook of, boolean isOfFixedSums, String period) {
    return period.equals(Claim.BROUGHT_FORWARD)
        ? Account.of(of, Role.OPENING_ACCRUED)
        : Account.of(of, isOfFixedSums ? Role.FIXED_PAYMENT : Role.SHARE, period);
  }

  private String what() {
    return causes.isOfFixedSums() ? "Fixed payment" : "Share";
  }

  private String description(CappedLine line) {
    return switch (line.origin()) {
      case Origin.Revenue _ -> "Share " + period + " of revenue " + text(line.days());
      case Origin.Shortfall shortfall ->
        "Share " + period + " up to the minimum of " + shortfall.guarantee().amount().toPlainString() + " for "
            + text(shortfall.guarantee().window());
      case Origin.Fixed _ -> what() + " " + period;
      case Origin.Carried carried -> "Share " + period + " carried over from " + text(carried.window());
      case Origin.Balance balance -> what() + " brought forward on " + balance.balance().fact().on();
    };
  }

  private static String text(DateRange days) {
    return days.first() + " through " + days.last();
  }
}

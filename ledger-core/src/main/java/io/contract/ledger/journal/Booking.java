package io.contract.ledger.journal;

import io.contract.ledger.journal.ClauseState.Claimed;
import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.payment.ClaimState.GivenUp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Follows one clause from day to day and books the differences: accruals, interest, waivers, then what payments and credit settle.
 */
final class Booking {

  private final Currency currency;
  private final PostingCauses causes;
  private final Map<String, Money> interestBooked = new HashMap<>();
  private ClauseState before = ClauseState.NOTHING;

  Booking(Currency currency, PostingCauses causes) {
    this.currency = currency;
    this.causes = causes;
  }

  /**
   * The entries of the day.
   *
   * @param after how the clause stands on the day
   * @param isLast whether it is the day of the question: all interest that has run is booked then
   */
  List<Entry> book(LocalDate day, ClauseState after, boolean isLast) {
    List<Entry> accruals = new ArrayList<>();
    List<Entry> others = new ArrayList<>();
    SettlementEntries settlements = new SettlementEntries(day, causes, currency);
    Claimed nothing = Claimed.nothing(currency);
    for (String period : periods(after)) {
      Claimed was = before.claims().getOrDefault(period, nothing);
      Claimed is = after.claims().getOrDefault(period, nothing);
      accruals.addAll(Accruals.between(day, period, was, is, causes));
      if (isLast || !was.runsAs(is)) {
        interest(day, period, is.interest(), others);
      }
      waivers(day, period, was.waivers(), is.waivers(), others);
      settlements.claim(period, was, is);
    }
    settlements.unapplied(before.unapplied(), after.unapplied());
    before = after;
    List<Entry> entries = new ArrayList<>(accruals);
    entries.addAll(others);
    entries.addAll(settlements.entries(accruals));
    return entries;
  }

  private Set<String> periods(ClauseState after) {
    Set<String> periods = new LinkedHashSet<>(before.claims().keySet());
    periods.addAll(after.claims().keySet());
    return periods;
  }

  private void interest(LocalDate day, String period, Money total, List<Entry> entries) {
    Money booked = interestBooked.getOrDefault(period, Money.zero(currency));
    interestBooked.put(period, total);
    Money more = total.minus(booked);
    new Draft(
        day,
        Entry.Kind.INTEREST,
        causes.clause(),
        "Late interest on " + period + (more.isNegative() ? " computed anew" : " through " + day))
        .causedBy(causes.days().eventsOn(day))
        .debit(Account.of(causes.clause(), Role.INTEREST_CLAIM, period), more)
        .credit(Account.of(causes.clause(), Role.INTEREST, period), more)
        .entry()
        .ifPresent(entries::add);
  }

  private void waivers(LocalDate day, String period, List<GivenUp> was, List<GivenUp> is, List<Entry> entries) {
    Map<Long, Money> moved = new TreeMap<>();
    was.forEach(up -> moved.merge(up.sequence(), up.amount().negated(), Money::plus));
    is.forEach(up -> moved.merge(up.sequence(), up.amount(), Money::plus));
    moved.forEach(
        (sequence, amount) -> new Draft(
            day,
            Entry.Kind.WAIVER,
            causes.clause(),
            (amount.isNegative() ? "Waiver of " + period + " computed anew" : "Waiver of " + period + " by ")
                + (amount.isNegative() ? "" : causes.waiver(sequence).fact().by()))
            .causedBy(sequence)
            .note("reference", causes.waiver(sequence).fact().backing().reference())
            .debit(Account.of(causes.clause(), Role.WAIVED), amount)
            .credit(Account.of(causes.clause(), Role.CLAIM, period), amount)
            .entry()
            .ifPresent(entries::add));
  }
}

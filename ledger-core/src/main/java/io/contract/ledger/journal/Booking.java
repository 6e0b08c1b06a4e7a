package io.contract.ledger.journal;

import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.payment.ClaimState;
import io.contract.ledger.payment.GivenUp;
import io.contract.ledger.position.ClaimChanges;
import io.contract.ledger.position.StandingClaim;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.pcollections.PStack;

/**
 * Follows one clause from day to day and books the differences: accruals, interest, waivers, then what payments and credit settle.
 */
final class Booking {

  private final Currency currency;
  private final PostingCauses causes;
  private final Map<String, Money> interestBooked = new HashMap<>();

  /** The claims by the names of their periods, and what payments left over by the sequence of the payment's event. */
  private final Map<String, StandingClaim> claims = new TreeMap<>();

  private final Map<Long, Money> unapplied = new HashMap<>();

  Booking(Currency currency, PostingCauses causes) {
    this.currency = currency;
    this.causes = causes;
  }

  /**
   * Goes on from that day where the booking of books left off that have become this one.
   *
   * @param before the bookings of those books; none where nothing was booked
   */
  Booking(Currency currency, PostingCauses causes, List<Booking> before, LocalDate day) {
    this(currency, causes);
    for (Booking one : before) {
      one.claims.forEach(
          (period, claim) -> claims.merge(
              period, claim.in(causes.share().book()), (there, moved) -> there.joined(moved, day)));
      one.interestBooked.forEach((period, booked) -> interestBooked.merge(period, booked, Money::plus));
      one.unapplied.forEach((sequence, left) -> unapplied.merge(sequence, left, Money::plus));
    }
  }

  /** What passes to another book when this one becomes that, by account: what is open of claims and of their interest, and credit. */
  Map<Account, Money> passing() {
    Map<Account, Money> passing = new LinkedHashMap<>();
    Money credit = unapplied.values().stream().reduce(Money.zero(currency), Money::plus);
    for (Map.Entry<String, StandingClaim> claim : claims.entrySet()) {
      String period = claim.getKey();
      ClaimState state = claim.getValue().state();
      passing.put(Account.of(causes.share(), Role.CLAIM, period), state.open());
      passing.put(
          Account.of(causes.share(), Role.INTEREST_CLAIM, period),
          interestBooked.getOrDefault(period, Money.zero(currency))
              .minus(state.interest().settled())
              .minus(state.interest().waived()));
      credit = credit.plus(state.unusedCredit());
    }
    passing.put(Account.of(causes.share(), Role.CREDIT), credit.negated());
    return passing;
  }

  /**
   * The entries of the day.
   *
   * @param changes what may stand otherwise than on the day before; on the last day all claims
   * @param isLast whether it is the day of the question: all interest that has run is booked then
   */
  List<Entry> book(LocalDate day, ClaimChanges changes, boolean isLast) {
    List<Entry> accruals = new ArrayList<>();
    List<Entry> others = new ArrayList<>();
    SettlementEntries settlements = new SettlementEntries(day, causes, currency);
    Claimed nothing = Claimed.nothing(currency);
    for (ClaimChanges.Change change : changes.claims()) {
      String period = change.name();
      Claimed was = Optional.ofNullable(claims.remove(period)).map(Claimed::of).orElse(nothing);
      Claimed is = change.now().map(Claimed::of).orElse(nothing);
      change.now().ifPresent(claim -> claims.put(period, claim));
      accruals.addAll(Accruals.between(day, period, was, is, causes));
      if (isLast || !was.runsAs(is)) {
        interest(day, period, is.interest(), others);
      }
      waivers(new Waived(day, period, "Waiver of " + period, Role.WAIVED, Role.CLAIM), was.waivers(), is.waivers(),
          others);
      waivers(
          new Waived(day, period, "Waiver of interest of " + period, Role.INTEREST_WAIVED, Role.INTEREST_CLAIM),
          was.interestWaivers(), is.interestWaivers(), others);
      settlements.claim(period, was, is);
    }
    changes.unapplied().forEach(
        (sequence, left) -> settlements.unapplied(sequence, Objects.requireNonNullElse(unapplied.put(sequence, left),
            Money.zero(currency)), left));
    List<Entry> entries = new ArrayList<>(accruals);
    entries.addAll(others);
    entries.addAll(settlements.entries(accruals));
    return entries;
  }

  private void interest(LocalDate day, String period, Money total, List<Entry> entries) {
    Money booked = interestBooked.getOrDefault(period, Money.zero(currency));
    interestBooked.put(period, total);
    Money more = total.minus(booked);
    if (more.isZero()) {
      return;
    }
    new Draft(
        day,
        Entry.Kind.INTEREST,
        causes.share().clause(),
        "Late interest on " + period + (more.isNegative() ? " computed anew" : " through " + day))
        .causedBy(causes.days().eventsOn(day))
        .debit(Account.of(causes.share(), Role.INTEREST_CLAIM, period), more)
        .credit(Account.of(causes.share(), Role.INTEREST, period), more)
        .entry()
        .ifPresent(entries::add);
  }

  /** Where what is given up is booked, and in what words. */
  private record Waived(LocalDate day, String period, String words, Role loss, Role claim) {}

  private void waivers(Waived of, PStack<GivenUp> was, PStack<GivenUp> is, List<Entry> entries) {
    Map<Long, Money> moved = new TreeMap<>();
    Parted<GivenUp> parted = Parted.of(was, is);
    parted.gone().forEach(up -> moved.merge(up.sequence(), up.amount().negated(), Money::plus));
    parted.come().forEach(up -> moved.merge(up.sequence(), up.amount(), Money::plus));
    moved.forEach(
        (sequence, amount) -> new Draft(
            of.day(),
            Entry.Kind.WAIVER,
            causes.share().clause(),
            of.words()
                + (amount.isNegative() ? " computed anew" : " by " + causes.waiver(sequence).fact().by()))
            .causedBy(sequence)
            .note("reference", causes.waiver(sequence).fact().backing().reference())
            .debit(Account.of(causes.share(), of.loss()), amount)
            .credit(Account.of(causes.share(), of.claim(), of.period()), amount)
            .entry()
            .ifPresent(entries::add));
  }
}

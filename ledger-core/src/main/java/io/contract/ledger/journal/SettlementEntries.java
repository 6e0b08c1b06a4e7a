package io.contract.ledger.journal;

import io.contract.ledger.fact.BroughtForward;
import io.contract.ledger.fact.Payment;
import io.contract.ledger.fact.Reversal;
import io.contract.ledger.fact.known.Known;
import io.contract.ledger.fact.known.KnownPayment;
import io.contract.ledger.id.PaymentId;
import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.payment.Allocation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.pcollections.PStack;

/**
 * Books what payments and credit settle: for each, the difference between two days in principal, in interest and in what is left
 * unapplied. A payment whose differences do not sum to zero was made, or no longer counts.
 */
final class SettlementEntries {

  private final LocalDate day;
  private final PostingCauses causes;
  private final Currency currency;
  private final Map<Giver, Map<Account, Money>> moved = new LinkedHashMap<>();

  /** The events that caused what accrued on the day, by period. */
  private final Map<String, Set<Long>> accruedBy = new HashMap<>();

  SettlementEntries(LocalDate day, PostingCauses causes, Currency currency) {
    this.day = day;
    this.causes = causes;
    this.currency = currency;
  }

  /** Takes in how the settlement of the claim changed. */
  void claim(String period, Claimed before, Claimed after) {
    Account claim = Account.of(causes.share(), Role.CLAIM, period);
    moves(before.settledBy(), after.settledBy(), claim);
    moves(before.interestPaidBy(), after.interestPaidBy(), Account.of(causes.share(), Role.INTEREST_CLAIM, period));
  }

  /** Takes in the allocations that differ. */
  private void moves(PStack<Allocation> before, PStack<Allocation> after, Account account) {
    Parted<Allocation> parted = Parted.of(before, after);
    List<Allocation> was = parted.gone();
    List<Allocation> is = parted.come();
    int least = Math.min(was.size(), is.size());
    int first = 0;
    while (first < least && was.get(first).equals(is.get(first))) {
      first++;
    }
    int last = 0;
    while (last < least - first && was.get(was.size() - 1 - last).equals(is.get(is.size() - 1 - last))) {
      last++;
    }
    was.subList(first, was.size() - last)
        .forEach(allocation -> move(Giver.of(allocation), account, allocation.amount().negated()));
    is.subList(first, is.size() - last)
        .forEach(allocation -> move(Giver.of(allocation), account, allocation.amount()));
  }

  /** Takes in how the amount that a payment left over changed. */
  void unapplied(long sequence, Money before, Money after) {
    move(new Giver.ByPayment(sequence), Account.of(causes.share(), Role.CREDIT), after.minus(before));
  }

  private void move(Giver giver, Account account, Money amount) {
    moved.computeIfAbsent(giver, any -> new LinkedHashMap<>()).merge(account, amount, Money::plus);
  }

  /**
   * The entries: reversals first, then payments, then what credit settles.
   *
   * @param accruals what accrued on the day, which causes what credit settles of it
   */
  List<Entry> entries(List<Entry> accruals) {
    for (Entry accrual : accruals) {
      accrual.period().ifPresent(
          period -> accruedBy.computeIfAbsent(period, any -> new TreeSet<>()).addAll(accrual.events()));
    }
    moved.values().removeIf(accounts -> accounts.values().stream().allMatch(Money::isZero));
    List<Draft> reversals = new ArrayList<>();
    List<Draft> payments = new ArrayList<>();
    List<Draft> settled = new ArrayList<>();
    Set<Long> back = new TreeSet<>();
    TreeMap<Long, Map<Account, Money>> byPayment = new TreeMap<>();
    moved.forEach((giver, accounts) -> {
      switch (giver) {
        case Giver.ByPayment payment -> byPayment.put(payment.sequence(), accounts);
        case Giver.ByCreditOf credit -> settled.add(byCredit(credit.period(), accounts));
      }
    });
    byPayment.forEach((sequence, accounts) -> {
      Money sum = accounts.values().stream().reduce(Money.zero(currency), Money::plus);
      if (sum.isPositive()) {
        payments.add(draft(this::payment, sequence, accounts, sum, false));
      } else if (sum.isNegative()) {
        back.add(sequence);
        reversals.add(draft(this::reversal, sequence, accounts, sum.negated(), true));
      }
    });
    byPayment.forEach((sequence, accounts) -> {
      if (accounts.values().stream().reduce(Money.zero(currency), Money::plus).isZero()) {
        settled.add(moved(sequence, accounts, back));
      }
    });
    List<Entry> entries = new ArrayList<>();
    List.of(reversals, payments, settled)
        .forEach(drafts -> drafts.forEach(draft -> draft.entry().ifPresent(entries::add)));
    return entries;
  }

  /** The money that comes with the payment, or goes back, and what it settles. */
  private Draft draft(
      Function<KnownPayment, Draft> of, long sequence, Map<Account, Money> accounts, Money sum, boolean goes) {
    Draft draft = causes.payment(sequence).map(of).orElseGet(() -> opening(sequence)).causedBy(sequence);
    accounts.forEach(draft::credit);
    debitMoney(draft, sequence, sum, goes);
    return draft;
  }

  private Draft payment(KnownPayment known) {
    return notes(
        new Draft(day, Entry.Kind.PAYMENT, causes.share().clause(), "Payment " + known.payment().fact().id()),
        known.payment().fact());
  }

  private Draft notes(Draft draft, Payment payment) {
    draft.note("reference", payment.backing().reference());
    if (!payment.valueOn().equals(day)) {
      draft.note("value-on", payment.valueOn().toString());
    }
    if (payment.exchange().currency() != null) {
      draft.note("paid-in", payment.exchange().currency() + " " + payment.amount().toPlainString());
      draft.note("fx-rate", payment.exchange().fxRate() == null ? null : payment.exchange().fxRate().toPlainString());
    }
    return draft;
  }

  private Draft opening(long sequence) {
    Known<BroughtForward> balance = causes.balance(sequence);
    return new Draft(
        day, Entry.Kind.PAYMENT, causes.share().clause(), "Settled before, brought forward on " + balance.fact().on());
  }

  private Draft reversal(KnownPayment known) {
    PaymentId id = known.payment().fact().id();
    Known<Reversal> reversal = known.reversal();
    Draft draft = new Draft(day, Entry.Kind.REVERSAL, causes.share().clause(), "Reversal of payment " + id);
    return reversal == null
        ? draft
        : draft.causedBy(reversal.sequence()).note("reason", reversal.fact().reason());
  }

  /** Debits the money, cash and withheld tax apart, or credits it when the payment no longer counts. */
  private void debitMoney(Draft draft, long sequence, Money sum, boolean goes) {
    Map<Account, Money> money = money(sequence);
    Money expected = money.values().stream().reduce(Money.zero(currency), Money::plus);
    if (!expected.equals(sum)) {
      throw new IllegalStateException("expected event " + sequence + " to settle " + expected + ", found " + sum);
    }
    money.forEach((account, amount) -> draft.debit(account, goes ? amount.negated() : amount));
  }

  private Map<Account, Money> money(long sequence) {
    Map<Account, Money> money = new LinkedHashMap<>();
    causes
        .payment(sequence)
        .map(known -> known.payment().fact())
        .ifPresentOrElse(
            payment -> {
              money.put(Account.of(causes.share(), Role.CASH), Paid.cash(payment, currency));
              money.put(Account.of(causes.share(), Role.WITHHOLDING_TAX), Paid.withheld(payment, currency));
            },
            () -> money.put(
                Account.of(causes.share(), Role.OPENING_SETTLED),
                new Money(currency, causes.balance(sequence).fact().settled())));
    return money;
  }

  private Draft byCredit(String period, Map<Account, Money> accounts) {
    Draft draft =
        new Draft(day, Entry.Kind.SETTLEMENT, causes.share().clause(), "Credit of " + period + " " + verb(accounts));
    accounts.forEach(draft::credit);
    draft.debit(
        Account.of(causes.share(), Role.CREDIT),
        accounts.values().stream().reduce(Money.zero(currency), Money::plus));
    Set<String> periods = periods(accounts);
    periods.add(period);
    return because(draft, periods, Set.of());
  }

  private Draft moved(long sequence, Map<Account, Money> accounts, Set<Long> back) {
    String what = causes.payment(sequence).map(known -> "Payment " + known.payment().fact().id())
        .orElse("What was settled before");
    Draft draft = new Draft(day, Entry.Kind.SETTLEMENT, causes.share().clause(), what + " " + verb(accounts));
    accounts.forEach(draft::credit);
    return because(draft.causedBy(sequence), periods(accounts), back);
  }

  private static String verb(Map<Account, Money> accounts) {
    List<String> settled =
        accounts.entrySet().stream()
            .filter(moved -> moved.getValue().isPositive())
            .flatMap(moved -> moved.getKey().period().stream())
            .distinct()
            .toList();
    return settled.isEmpty() ? "is unapplied again" : "settles " + String.join(", ", settled);
  }

  private static Set<String> periods(Map<Account, Money> accounts) {
    Set<String> periods = new TreeSet<>();
    accounts.forEach((account, amount) -> {
      if (!amount.isZero()) {
        account.period().ifPresent(periods::add);
      }
    });
    return periods;
  }

  /**
   * Adds the causes: what accrued to the periods on the day and the payments reversed on it, or all events of the day where there
   * are none.
   */
  private Draft because(Draft draft, Set<String> periods, Set<Long> back) {
    Set<Long> events = new TreeSet<>();
    periods.forEach(period -> events.addAll(accruedBy.getOrDefault(period, Set.of())));
    back.forEach(
        sequence -> causes.payment(sequence)
            .map(KnownPayment::reversal)
            .ifPresent(reversal -> events.add(reversal.sequence())));
    return draft.causedBy(events.isEmpty() ? causes.days().eventsOn(day) : events);
  }
}

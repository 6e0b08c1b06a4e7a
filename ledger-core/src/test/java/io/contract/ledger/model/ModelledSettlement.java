package io.contract.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The settlement of the periods' claims, replayed from the first day (domain page, section 5, point 5). */
final class ModelledSettlement {

  /** Something that happens on a day. On one day accruals come first, then waivers, then payments. */
  sealed interface Happening {
    LocalDate on();

    default int rank() {
      return switch (this) {
        case Accrual _ -> 0;
        case Waiver _ -> 1;
        case Payment _ -> 2;
      };
    }
  }

  record Accrual(LocalDate on, Span period, BigDecimal amount) implements Happening {}

  record Waiver(LocalDate on, Optional<String> period, BigDecimal amount, boolean ofInterest) implements Happening {}

  /**
   * Money.
   *
   * @param period what is settled first on the day, where the payer said so
   * @param before whether it is the settled amount of a balance brought forward
   */
  record Payment(LocalDate on, BigDecimal amount, boolean interestFirst, boolean before, Optional<String> period)
      implements Happening {}

  /** Principal that is open. */
  private record Open(Span claim, BigDecimal amount) {}

  /** Principal that is settled, from the credit of a period below zero or from a payment, named by its place. */
  private record Settled(Open principal, Optional<Span> creditOf, Optional<Integer> payment, LocalDate on) {
    BigDecimal amount() {
      return principal.amount();
    }
  }

  private final List<Span> claims;
  private final ModelledTerms terms;
  private final Map<Span, BigDecimal> waived = new HashMap<>();
  private final Map<Span, BigDecimal> credit = new HashMap<>();
  private final Map<Span, BigDecimal> toCredit = new HashMap<>();
  private final List<Open> open = new ArrayList<>();
  private final List<Settled> settled = new ArrayList<>();
  private final List<Payment> payments = new ArrayList<>();
  private final List<BigDecimal> unapplied = new ArrayList<>();
  private final ModelledInterestAccount interest;
  private final TreeSet<String> active = new TreeSet<>();
  private LocalDate today = LocalDate.MIN;

  /**
   * Replays.
   *
   * @param claims the claims, what was brought forward first
   * @param until the day of the question: interest runs through it
   */
  ModelledSettlement(List<Span> claims, ModelledTerms terms, int decimals, List<? extends Happening> happenings,
      LocalDate until) {
    this.claims = claims;
    this.terms = terms;
    this.interest = new ModelledInterestAccount(terms, decimals);
    List<? extends Happening> inOrder = happenings.stream()
        .sorted(Comparator.comparing(Happening::on).thenComparingInt(Happening::rank)).toList();
    for (int i = 0; i < inOrder.size(); i++) {
      play(inOrder.get(i));
      if (i + 1 == inOrder.size() || !areAccrualsOfOneDay(inOrder.get(i), inOrder.get(i + 1))) {
        settle();
        open.removeIf(principal -> principal.amount().signum() == 0);
        settled.removeIf(part -> part.amount().signum() == 0);
      }
    }
    passTo(until);
  }

  /** The claims in the order in which they are settled today: the oldest due date that is known first. */
  private List<Span> inOrder() {
    return claims.stream()
        .sorted(Comparator.comparing((Span claim) -> !claim.equals(Span.BROUGHT_FORWARD))
            .thenComparing(claim -> terms.dueOn(claim, today).orElse(LocalDate.MAX))
            .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private void play(Happening happening) {
    passTo(happening.on());
    switch (happening) {
      case Accrual accrual when accrual.amount().signum() >= 0 -> grow(accrual.period(), accrual.amount());
      case Accrual accrual -> fall(accrual.period(), accrual.amount().negate());
      case Waiver waiver -> waive(waiver);
      case Payment payment -> {
        payments.add(payment);
        unapplied.add(payment.amount());
        payment.period().ifPresent(named -> settleNamed(payments.size() - 1, named));
      }
    }
  }

  /** What accrues on one day has accrued before credit settles any of it. */
  private static boolean areAccrualsOfOneDay(Happening one, Happening next) {
    return one instanceof Accrual && next instanceof Accrual && one.on().equals(next.on());
  }

  private void passTo(LocalDate day) {
    if (!today.equals(LocalDate.MIN)) {
      for (LocalDate last = monthEnd(today.plusDays(1)); !last.isAfter(day); last = monthEnd(last.plusDays(1))) {
        LocalDate end = last;
        runTo(end);
        claims.forEach(claim -> interest.join(claim, end));
      }
    }
    runTo(day);
  }

  private static LocalDate monthEnd(LocalDate day) {
    return day.withDayOfMonth(day.lengthOfMonth());
  }

  private void runTo(LocalDate day) {
    if (day.isAfter(today)) {
      claims.forEach(claim -> interest.charge(claim, open(claim), day));
      claims.stream().filter(interest::isCharged).forEach(claim -> active.add("late charge"));
      claims.stream().filter(interest::isInterestBorne).forEach(claim -> active.add("interest on interest"));
      claims.forEach(claim -> interest.runOnInterest(claim, today, day));
    }
    open.forEach(principal -> interest.run(principal.claim(), principal.amount(), today, day));
    today = day;
  }

  /**
   * Grows a claim. A period that was below zero first makes up the unused part of its own credit, and the rest is open, with its
   * interest since the due date if that has passed.
   */
  private void grow(Span period, BigDecimal amount) {
    BigDecimal madeUp = take(credit, period, amount);
    put(toCredit, period, madeUp.negate());
    BigDecimal left = amount.subtract(madeUp);
    if (left.signum() > 0 && settled.stream().anyMatch(part -> part.creditOf().filter(period::equals).isPresent())) {
      active.add("grown over used credit");
    }
    open.add(new Open(period, left));
    interest.run(period, left, LocalDate.MIN, today);
    if (left.signum() > 0) {
      interest.join(period, today);
    }
  }

  private void fall(Span period, BigDecimal amount) {
    BigDecimal left = amount.subtract(sum(takeOpen(period, amount)));
    left = left.subtract(take(waived, period, left));
    left = left.subtract(free(period, left));
    put(credit, period, left);
    put(toCredit, period, left);
  }

  private void waive(Waiver waiver) {
    BigDecimal left = waiver.amount();
    for (Span claim : inOrder()) {
      if (waiver.period().isPresent() && !waiver.period().get().equals(claim.periodName())) {
        continue;
      }
      if (waiver.ofInterest()) {
        left = interest.waive(left, claim);
      } else {
        BigDecimal taken = sum(takeOpen(claim, left));
        put(waived, claim, taken);
        left = left.subtract(taken);
      }
    }
  }

  /** Undoes what settled the claim, the latest first, so that its source is free again. */
  private BigDecimal free(Span claim, BigDecimal amount) {
    BigDecimal left = amount;
    for (int i = settled.size() - 1; i >= 0 && left.signum() > 0; i--) {
      Settled part = settled.get(i);
      if (!part.principal().claim().equals(claim)) {
        continue;
      }
      BigDecimal freed = part.amount().min(left);
      left = left.subtract(freed);
      settled.set(i, new Settled(new Open(claim, part.amount().subtract(freed)), part.creditOf(), part.payment(),
          part.on()));
      if (part.creditOf().isPresent()) {
        put(credit, part.creditOf().get(), freed);
      } else {
        active.add("settled money freed");
        int payment = part.payment().orElseThrow();
        unapplied.set(payment, unapplied.get(payment).add(freed));
      }
    }
    return amount.subtract(left);
  }

  /** Applies a payment to what the payer says it pays, before it is applied as any other. */
  private void settleNamed(int payment, String named) {
    List<Span> claim = claims.stream().filter(one -> named.equals(one.periodName())).toList();
    BigDecimal before = unapplied.get(payment);
    settle(payment, claim);
    if (unapplied.get(payment).compareTo(before) < 0) {
      active.add("paid for a period");
    }
  }

  /** Applies what is unapplied: credit of periods below zero, to principal, then each payment as its value date orders. */
  private void settle() {
    inOrder().stream().filter(source -> credit(source).signum() > 0).forEach(this::settleFromCredit);
    for (int i = 0; i < payments.size(); i++) {
      if (unapplied.get(i).signum() > 0) {
        settle(i, inOrder());
      }
    }
  }

  private void settle(int payment, List<Span> of) {
    boolean interestFirst = payments.get(payment).interestFirst();
    BigDecimal left = unapplied.get(payment);
    left = interestFirst ? settleInterest(left, of, "interest paid first") : left;
    left = settlePrincipal(payment, left, of);
    left = interestFirst ? left : settleInterest(left, of, "interest paid after principal");
    unapplied.set(payment, left);
  }

  private void settleFromCredit(Span source) {
    BigDecimal left = credit(source);
    for (Span claim : inOrder()) {
      List<Open> parts = takeOpen(claim, left);
      parts.forEach(part -> settled.add(new Settled(part, Optional.of(source), Optional.empty(), today)));
      left = left.subtract(sum(parts));
    }
    credit.put(source, left);
  }

  private BigDecimal settleInterest(BigDecimal money, List<Span> of, String how) {
    BigDecimal left = interest.pay(money, of);
    if (left.compareTo(money) < 0) {
      active.add(how);
    }
    return left;
  }

  private BigDecimal settlePrincipal(int payment, BigDecimal money, List<Span> of) {
    BigDecimal left = money;
    for (Span claim : of) {
      List<Open> parts = takeOpen(claim, left);
      parts.forEach(part -> settled.add(new Settled(part, Optional.empty(), Optional.of(payment), today)));
      left = left.subtract(sum(parts));
    }
    return left;
  }

  /** Takes up to an amount of the open part of the claim, what has been open longest first. */
  private List<Open> takeOpen(Span claim, BigDecimal atMost) {
    if (atMost.signum() == 0) {
      return List.of();
    }
    List<Open> taken = new ArrayList<>();
    BigDecimal left = atMost;
    for (int i = 0; i < open.size() && left.signum() > 0; i++) {
      Open principal = open.get(i);
      if (principal.claim().equals(claim)) {
        BigDecimal part = principal.amount().min(left);
        taken.add(new Open(claim, part));
        open.set(i, new Open(claim, principal.amount().subtract(part)));
        left = left.subtract(part);
      }
    }
    return taken;
  }

  private static BigDecimal sum(List<Open> parts) {
    return parts.stream().map(Open::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal credit(Span period) {
    return credit.getOrDefault(period, BigDecimal.ZERO);
  }

  private static void put(Map<Span, BigDecimal> into, Span period, BigDecimal amount) {
    into.merge(period, amount, BigDecimal::add);
  }

  private static BigDecimal take(Map<Span, BigDecimal> from, Span period, BigDecimal atMost) {
    BigDecimal taken = from.getOrDefault(period, BigDecimal.ZERO).min(atMost);
    put(from, period, taken.negate());
    return taken;
  }

  /** What happened, in a word each, so that it can be counted how often random agreements show it. */
  Set<String> active() {
    return active;
  }

  BigDecimal open(Span period) {
    return sum(open.stream().filter(principal -> principal.claim().equals(period)).toList());
  }

  BigDecimal toCredit(Span period) {
    return toCredit.getOrDefault(period, BigDecimal.ZERO);
  }

  BigDecimal waived(Span period) {
    return waived.getOrDefault(period, BigDecimal.ZERO);
  }

  BigDecimal settled(Span period) {
    return settled.stream().filter(part -> part.principal().claim().equals(period)).map(Settled::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal interest(Span period) {
    return interest.open(period);
  }

  BigDecimal interestWaived(Span period) {
    return interest.waived(period);
  }

  BigDecimal interestPaid(Span period) {
    return interest.paid(period);
  }

  /** All credit that is unapplied. */
  BigDecimal credit() {
    return credit.values().stream().reduce(unapplied.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
        BigDecimal::add);
  }

  BigDecimal waived() {
    return waived.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The principal that payments settled on days within the span. */
  BigDecimal settledByPayments(Span within) {
    return settled.stream().filter(part -> part.payment().isPresent() && within.holds(part.on()))
        .map(Settled::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}

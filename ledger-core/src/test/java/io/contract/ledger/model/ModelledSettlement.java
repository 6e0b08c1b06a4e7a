package io.contract.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What becomes of the periods' claims, replayed from the first day (domain page, section 5, point 5). */
final class ModelledSettlement {

  /** Something that happens on a day. On one day accruals come first, then waivers, then payments. */
  sealed interface Happening {
    LocalDate on();

    default int rank() {
      return switch (this) {
        case Accrual ignored -> 0;
        case Waiver ignored -> 1;
        case Payment ignored -> 2;
      };
    }
  }

  record Accrual(LocalDate on, Span period, BigDecimal amount) implements Happening {}

  record Waiver(LocalDate on, Optional<String> period, BigDecimal amount) implements Happening {}

  record Payment(LocalDate on, BigDecimal amount) implements Happening {}

  /** A settled part of a claim, from payments or from the credit of a period below zero. */
  private record Slice(Span claim, Optional<Span> creditOf, LocalDate on, BigDecimal amount) {}

  private final List<Span> claims;
  private final Map<Span, BigDecimal> open = new HashMap<>();
  private final Map<Span, BigDecimal> waived = new HashMap<>();
  private final Map<Span, BigDecimal> credit = new HashMap<>();
  private final List<Slice> slices = new ArrayList<>();
  private BigDecimal unapplied = BigDecimal.ZERO;

  /**
   * Replays.
   *
   * @param claims in the order in which they are settled
   */
  ModelledSettlement(List<Span> claims, List<? extends Happening> happenings) {
    this.claims = claims;
    happenings.stream().sorted(Comparator.comparing(Happening::on).thenComparingInt(Happening::rank))
        .forEach(this::play);
  }

  private void play(Happening happening) {
    switch (happening) {
      case Accrual accrual when accrual.amount().signum() >= 0 -> grow(accrual.period(), accrual.amount());
      case Accrual accrual -> fall(accrual.period(), accrual.amount().negate());
      case Waiver waiver -> waive(waiver);
      case Payment payment -> unapplied = unapplied.add(payment.amount());
    }
    settle(happening.on());
  }

  /** A period below zero first makes up its own credit, unused or used; the rest is open. */
  private void grow(Span period, BigDecimal amount) {
    BigDecimal left = amount.subtract(take(credit, period, amount));
    left = left.subtract(free(slice -> slice.creditOf().filter(period::equals).isPresent(), left, false));
    put(open, period, left);
  }

  private void fall(Span period, BigDecimal amount) {
    BigDecimal left = amount.subtract(take(open, period, amount));
    left = left.subtract(take(waived, period, left));
    left = left.subtract(free(slice -> slice.claim().equals(period), left, true));
    put(credit, period, left);
  }

  private void waive(Waiver waiver) {
    BigDecimal left = waiver.amount();
    for (Span claim : claims) {
      if (waiver.period().isEmpty() || waiver.period().get().equals(claim.periodName())) {
        BigDecimal taken = take(open, claim, left);
        put(waived, claim, taken);
        left = left.subtract(taken);
      }
    }
  }

  /** Undoes settlement, the latest first. Either the claim is gone and its source is free again, or the source is gone and the claim is open again. */
  private BigDecimal free(Predicate<Slice> which, BigDecimal amount, boolean claimIsGone) {
    BigDecimal left = amount;
    for (int i = slices.size() - 1; i >= 0 && left.signum() > 0; i--) {
      Slice slice = slices.get(i);
      if (!which.test(slice)) {
        continue;
      }
      BigDecimal freed = slice.amount().min(left);
      left = left.subtract(freed);
      slices.set(i, new Slice(slice.claim(), slice.creditOf(), slice.on(), slice.amount().subtract(freed)));
      if (!claimIsGone) {
        put(open, slice.claim(), freed);
      } else if (slice.creditOf().isPresent()) {
        put(credit, slice.creditOf().get(), freed);
      } else {
        unapplied = unapplied.add(freed);
      }
    }
    return amount.subtract(left);
  }

  /** Applies what is unapplied, credit of periods below zero before payments, to what is open, oldest due date first. */
  private void settle(LocalDate on) {
    for (Span source : claims) {
      for (Span claim : claims) {
        if (amount(credit, source).signum() > 0) {
          BigDecimal part = take(open, claim, amount(credit, source));
          take(credit, source, part);
          slices.add(new Slice(claim, Optional.of(source), on, part));
        }
      }
    }
    for (Span claim : claims) {
      BigDecimal part = take(open, claim, unapplied);
      unapplied = unapplied.subtract(part);
      slices.add(new Slice(claim, Optional.empty(), on, part));
    }
    slices.removeIf(slice -> slice.amount().signum() == 0);
  }

  private static BigDecimal amount(Map<Span, BigDecimal> of, Span period) {
    return of.getOrDefault(period, BigDecimal.ZERO);
  }

  private static void put(Map<Span, BigDecimal> into, Span period, BigDecimal amount) {
    into.merge(period, amount, BigDecimal::add);
  }

  private static BigDecimal take(Map<Span, BigDecimal> from, Span period, BigDecimal atMost) {
    BigDecimal taken = amount(from, period).min(atMost);
    put(from, period, taken.negate());
    return taken;
  }

  BigDecimal open(Span period) {
    return amount(open, period);
  }

  BigDecimal waived(Span period) {
    return amount(waived, period);
  }

  BigDecimal settled(Span period) {
    return slices.stream().filter(slice -> slice.claim().equals(period)).map(Slice::amount).reduce(BigDecimal.ZERO,
        BigDecimal::add);
  }

  /** All that is unapplied. */
  BigDecimal credit() {
    return credit.values().stream().reduce(unapplied, BigDecimal::add);
  }

  BigDecimal waived() {
    return waived.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What payments settled on days within the span. */
  BigDecimal settledByPayments(Span within) {
    return slices.stream().filter(slice -> slice.creditOf().isEmpty() && within.holds(slice.on())).map(Slice::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}

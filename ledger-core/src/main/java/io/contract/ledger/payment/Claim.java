package io.contract.ledger.payment;

import io.contract.ledger.calendar.Period;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.RateSteps;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The share of a period in one book as one claim, which payments settle (domain page, sections 5, 11 and 12). Claims are ordered by
 * due date, oldest first, then by period; claims without due date come last. What was brought forward is a claim ahead of all others.
 *
 * <p>A claim may get its due date only while time passes (section 13). It is the same claim with it and without.
 *
 * @param book whose claim it is; claims of different books have no order among them
 * @param period empty for what was brought forward
 * @param dueOn empty when it has no due date, or none yet
 * @param interest empty when none runs
 */
public record Claim(Book book, Optional<Period> period, Optional<LocalDate> dueOn, Optional<LateInterest> interest)
    implements Comparable<Claim> {

  /** The name of the row of what was brought forward. */
  public static final String BROUGHT_FORWARD = "brought-forward";

  /** The claim of what was brought forward. It has no due date and is settled first. */
  public static Claim broughtForward(Book book) {
    return new Claim(book, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The other claim of the same book and period, where it is due first or alone has a due date; else this. */
  Claim orIfDueFirst(Claim other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** The same claim, when its book has become that one. */
  public Claim in(Book other) {
    return other.equals(book) ? this : new Claim(other, period, dueOn, interest);
  }

  /** The same claim with the rates that its index is fixed at; where the clause states the rates, as it is. */
  Claim fixed(UnaryOperator<RateSteps> rates) {
    return interest.filter(rule -> rule.rates().index().isPresent())
        .map(rule -> new Claim(book, period, dueOn, Optional.of(rule.by(rates.apply(rule.rates())))))
        .orElse(this);
  }

  /** The name of its row: {@code 2021-Q1}, or {@code brought-forward}. */
  public String name() {
    return period.map(Period::name).orElse(BROUGHT_FORWARD);
  }

  /** The order in which claims are settled. Written out, because every step of a settlement looks claims up. */
  @Override
  @SuppressWarnings("ReferenceEquality")
  public int compareTo(Claim other) {
    if (this == other) {
      return 0;
    }
    if (period.isEmpty() || other.period.isEmpty()) {
      return Boolean.compare(period.isPresent(), other.period.isPresent());
    }
    int byDay = dueOn.orElse(LocalDate.MAX).compareTo(other.dueOn.orElse(LocalDate.MAX));
    return byDay == 0 ? period.get().compareTo(other.period.get()) : byDay;
  }

  /** Whether it is the claim of the same book and period, whatever its due date is. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Claim claim && period.equals(claim.period) && book.equals(claim.book);
  }

  /** Written out, because every step of a settlement looks claims up. */
  @Override
  public int hashCode() {
    return period.hashCode();
  }
}

package io.contract.ledger.payment;

import io.contract.ledger.terms.Book;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What may stand otherwise in a book of one settlement than in that of another.
 *
 * @param claims claims; where the two have other terms, both as they are in the one and in the other
 * @param payments payments of which more or less may be left over
 */
public record Touched(Set<Claim> claims, Set<Allocation.Source.ByPayment> payments) {

  public Touched {
    claims = Set.copyOf(claims);
    payments = Set.copyOf(payments);
  }

  /** What these steps have touched in the book. */
  static Touched by(List<Trail.Step> steps, Book book) {
    Set<Claim> claims = new HashSet<>();
    Set<Allocation.Source.ByPayment> payments = new HashSet<>();
    for (Trail.Step step : steps) {
      switch (step) {
        case Trail.Step.OfClaim(var claim) -> {
          if (claim.book().equals(book)) {
            claims.add(claim);
          }
        }
        case Trail.Step.OfPayment(var of, var payment) -> {
          if (of.equals(book)) {
            payments.add(payment);
          }
        }
      }
    }
    return new Touched(claims, payments);
  }

  /** Everything in one of the two. */
  static Touched everythingIn(BookContents one, BookContents other) {
    Set<Claim> claims = new HashSet<>(one.claims().states().keySet());
    claims.addAll(other.claims().states().keySet());
    Set<Allocation.Source.ByPayment> payments = new HashSet<>(one.leftOver().byPayment().keySet());
    payments.addAll(other.leftOver().byPayment().keySet());
    return new Touched(claims, payments);
  }
}

package io.contract.ledger.payment;

import io.contract.ledger.terms.Book;
import java.util.HashSet;
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

  /** What one of the two trails has touched in the book since they parted. */
  static Touched between(Trail one, Trail other, Book book) {
    Set<Claim> claims = new HashSet<>();
    Set<Allocation.Source.ByPayment> payments = new HashSet<>();
    for (Trail.Step step : Trail.difference(one, other)) {
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
}

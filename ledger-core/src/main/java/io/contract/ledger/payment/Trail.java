package io.contract.ledger.payment;

import io.contract.ledger.terms.Book;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was touched in a settlement, the latest first. Copies of a settlement share what was touched before they parted, so that what
 * two of them differ in is found without a look at all claims.
 *
 * @param length how many steps there are
 * @param last the last step; null at the beginning
 * @param before the steps before it; null at the beginning
 */
record Trail(int length, @Nullable Step last, @Nullable Trail before) {

  /** Nothing has been touched. */
  static final Trail BEGINNING = new Trail(0, null, null);

  /** The state of a claim was set, or something of a payment was left over or used. */
  sealed interface Step {

    record OfClaim(Claim claim) implements Step {}

    record OfPayment(Book book, Allocation.Source.ByPayment payment) implements Step {}
  }

  Trail plus(Step next) {
    return new Trail(length + 1, next, this);
  }

  /** The steps that one of the two has made since they parted. */
  @SuppressWarnings("ReferenceEquality")
  static List<Step> difference(Trail one, Trail other) {
    List<Step> difference = new ArrayList<>();
    Trail ours = one;
    Trail theirs = other;
    while (ours != theirs) {
      if (ours.length >= theirs.length) {
        ours = ours.back(difference);
      } else {
        theirs = theirs.back(difference);
      }
    }
    return difference;
  }

  private Trail back(List<Step> passed) {
    Trail earlier = before;
    if (last == null || earlier == null) {
      throw new IllegalStateException("expected trails with the same beginning");
    }
    passed.add(last);
    return earlier;
  }
}

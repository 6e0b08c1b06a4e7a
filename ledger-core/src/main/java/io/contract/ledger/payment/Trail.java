package io.contract.ledger.payment;

import io.contract.ledger.terms.Book;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was touched in a settlement lately. Copies of a settlement share what was touched before they parted, so that what two of them
 * differ in is found without a look at all claims. It goes back {@value #SPAN} steps at least and twice as many at most, because a
 * history of many events would fill the memory with steps that nobody goes back to.
 *
 * @param recent the last steps; null at the beginning
 * @param earlier the last step of the span before them; null in the first span
 */
record Trail(@Nullable Steps recent, @Nullable Steps earlier) {

  /** Nothing has been touched. */
  static final Trail BEGINNING = new Trail(null, null);

  /** How many steps are forgotten together. */
  private static final int SPAN = 256;

  /** The state of a claim was set, or something of a payment was left over or used. */
  sealed interface Step {

    record OfClaim(Claim claim) implements Step {}

    record OfPayment(Book book, Allocation.Source.ByPayment payment) implements Step {}
  }

  /**
   * Steps of one span, the latest first.
   *
   * @param length how many steps there are with all that came before them
   * @param before the steps before the last; null at the first of a span
   */
  private record Steps(long length, Step last, @Nullable Steps before) {}

  Trail plus(Step next) {
    long length = length() + 1;
    return recent != null && length % SPAN == 1
        ? new Trail(new Steps(length, next, null), recent)
        : new Trail(new Steps(length, next, recent), earlier);
  }

  private long length() {
    return recent == null ? 0 : recent.length;
  }

  /** The steps that one of the two has made since they parted; empty when that is too long ago to tell. */
  @SuppressWarnings("ReferenceEquality")
  static Optional<List<Step>> difference(Trail one, Trail other) {
    List<Step> difference = new ArrayList<>();
    Trail ours = one;
    Trail theirs = other;
    while (ours.recent != theirs.recent) {
      boolean isOurs = ours.length() >= theirs.length();
      Steps last = isOurs ? ours.recent : theirs.recent;
      Trail before = (isOurs ? ours : theirs).before();
      if (last == null || before == null) {
        return Optional.empty();
      }
      difference.add(last.last);
      ours = isOurs ? before : ours;
      theirs = isOurs ? theirs : before;
    }
    return Optional.of(difference);
  }

  /** The trail before the last step; null when it is forgotten. */
  private @Nullable Trail before() {
    if (recent == null || recent.length == 1) {
      return BEGINNING;
    }
    if (recent.before != null) {
      return new Trail(recent.before, earlier);
    }
    return earlier == null ? null : new Trail(earlier, null);
  }
}

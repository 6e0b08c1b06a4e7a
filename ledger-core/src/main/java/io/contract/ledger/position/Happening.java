package io.contract.ledger.position;

import io.contract.ledger.fact.KnownPayment;
import io.contract.ledger.fact.Waiver;
import io.contract.ledger.share.Line;
import java.time.LocalDate;
import java.util.Comparator;

/** What happens on a day, in the order of a day: a cap begins, revenue accrues, waivers, payments. */
sealed interface Happening {

  /** Where it stands in the order of all that happens. */
  Moment moment();

  /** A cap that is shown begins to work. */
  record CapBegins(WatchedCap cap) implements Happening {
    @Override
    public Moment moment() {
      return new Moment(cap.beginsOn(), Moment.CAP, cap.index());
    }
  }

  /** A line accrues on its last day. */
  record Accrual(Line line) implements Happening {
    @Override
    public Moment moment() {
      return new Moment(line.days().last(), Moment.ACCRUAL, 0);
    }
  }

  /** A claim is given up. */
  record Waived(long sequence, Waiver waiver) implements Happening {
    @Override
    public Moment moment() {
      return new Moment(waiver.on(), Moment.WAIVER, sequence);
    }
  }

  /** A payment is made. */
  record Paid(KnownPayment payment) implements Happening {
    @Override
    public Moment moment() {
      return new Moment(payment.payment().fact().valueOn(), Moment.PAYMENT, payment.payment().sequence());
    }
  }

  /**
   * A place in the order of all that happens (domain page, section 11, settlement).
   *
   * @param place what comes first on one day
   * @param order what comes first of one sort: the order of recording
   */
  record Moment(LocalDate day, int place, long order) implements Comparable<Moment> {
    static final Moment BEGINNING = new Moment(LocalDate.MIN, 0, 0);
    static final Moment NEVER = new Moment(LocalDate.MAX, 0, 0);

    private static final int CAP = 0;
    private static final int ACCRUAL = 1;
    private static final int WAIVER = 2;
    private static final int PAYMENT = 3;

    private static final Comparator<Moment> ORDER =
        Comparator.comparing(Moment::day).thenComparingInt(Moment::place).thenComparingLong(Moment::order);

    /** Before anything of the day. */
    static Moment startOf(LocalDate day) {
      return new Moment(day, CAP, Long.MIN_VALUE);
    }

    /** That of the payment. */
    static Moment of(KnownPayment payment) {
      return new Happening.Paid(payment).moment();
    }

    static Moment earlier(Moment one, Moment other) {
      return one.compareTo(other) <= 0 ? one : other;
    }

    @Override
    public int compareTo(Moment other) {
      return ORDER.compare(this, other);
    }
  }
}

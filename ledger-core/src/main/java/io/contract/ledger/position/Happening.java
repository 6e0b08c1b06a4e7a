package io.contract.ledger.position;

import io.contract.ledger.fact.Waiver;
import io.contract.ledger.fact.known.Known;
import io.contract.ledger.money.Money;
import io.contract.ledger.payment.Allocation;
import io.contract.ledger.share.Guarantee;
import io.contract.ledger.share.Line;
import io.contract.ledger.terms.Revision;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * What happens on a day, in the order of a day: a balance is brought forward, a cap begins, what a window cut off is carried into
 * the next, revenue accrues, a guarantee is made up for, waivers, payments.
 */
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

  /** What had accrued by the day is brought forward. */
  record BroughtForward(Known<io.contract.ledger.fact.BroughtForward> balance) implements Happening {
    @Override
    public Moment moment() {
      return new Moment(balance.fact().on(), Moment.BROUGHT_FORWARD, balance.sequence());
    }
  }

  /**
   * A window begins that takes what the one before it cut off.
   *
   * @param revision the revision in force on the day
   */
  record WindowBegins(LocalDate day, Revision revision) implements Happening {
    @Override
    public Moment moment() {
      return new Moment(day, Moment.WINDOW, 0);
    }
  }

  /** The last day of a window with a guaranteed share, all of it reported. */
  record Guaranteed(Guarantee guarantee) implements Happening {
    @Override
    public Moment moment() {
      return new Moment(guarantee.on(), Moment.GUARANTEE, guarantee.window().first().toEpochDay());
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
  record Waived(Known<Waiver> waiver) implements Happening {
    @Override
    public Moment moment() {
      return new Moment(waiver.fact().on(), Moment.WAIVER, waiver.sequence());
    }
  }

  /** Money comes: a payment, or what a balance brought forward says was settled. */
  record Paid(Allocation.Source.ByPayment payment, Money amount) implements Happening {
    @Override
    public Moment moment() {
      return Moment.of(payment.valueOn(), payment.sequence());
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

    private static final int BROUGHT_FORWARD = 0;
    private static final int CAP = 1;
    private static final int WINDOW = 2;
    private static final int ACCRUAL = 3;
    private static final int GUARANTEE = 4;
    private static final int WAIVER = 5;
    private static final int PAYMENT = 6;

    private static final Comparator<Moment> ORDER =
        Comparator.comparing(Moment::day).thenComparingInt(Moment::place).thenComparingLong(Moment::order);

    /** Before anything of the day. */
    static Moment startOf(LocalDate day) {
      return new Moment(day, BROUGHT_FORWARD, Long.MIN_VALUE);
    }

    /** That of the payment of that value date, recorded by that event. */
    static Moment of(LocalDate valueOn, long sequence) {
      return new Moment(valueOn, PAYMENT, sequence);
    }

    /** The number of the first event whose payment, made on the day, does not come before. */
    long firstPayment() {
      return place == PAYMENT ? order : 0;
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

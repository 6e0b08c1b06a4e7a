package io.contract.ledger.position;

import io.contract.ledger.calendar.Period;
import io.contract.ledger.fact.Waiver;
import io.contract.ledger.fact.known.Known;
import io.contract.ledger.money.Money;
import io.contract.ledger.payment.Allocation;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.share.FixedSum;
import io.contract.ledger.share.Guarantee;
import io.contract.ledger.share.Line;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.Revision;
import io.contract.ledger.terms.Succession;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something that happens on a day. The order of a day is: a party succeeds another, claims get their due dates, a balance is brought
 * forward, a cap begins, excess is carried into a window, revenue or a fixed sum accrues, a shortfall accrues, waivers, payments.
 */
sealed interface Happening {

  /** Its place in the order of all happenings. */
  Moment moment();

  /** The period whose claim it grows or lowers; empty where there is none. */
  default Optional<Period> period() {
    return Optional.empty();
  }

  /** Claims have a due date from that day on, and had none before. */
  record Dated(LocalDate day, List<Claim> claims) implements Happening {
    @Override
    public Moment moment() {
      return new Moment(day, Moment.DATED, 0);
    }
  }

  /** A cap that is shown takes effect. */
  record CapBegins(WatchedCap cap) implements Happening {
    @Override
    public Moment moment() {
      return new Moment(cap.beginsOn(), Moment.CAP, cap.index());
    }
  }

  /**
   * A party takes the place of another in the books.
   *
   * @param place its place among the successions of the clause
   */
  record Succeeds(Succession succession, int place) implements Happening {
    @Override
    public Moment moment() {
      return new Moment(succession.effectiveOn(), Moment.SUCCESSION, place);
    }
  }

  /** The amount accrued by the day is brought forward in the book. */
  record BroughtForward(Book book, Known<io.contract.ledger.fact.BroughtForward> balance) implements Happening {
    @Override
    public Moment moment() {
      return new Moment(balance.fact().on(), Moment.BROUGHT_FORWARD, balance.sequence());
    }
  }

  /**
   * A window begins, and takes what the window before it cut off and carries.
   *
   * @param revision the revision in force on the day
   */
  record WindowBegins(LocalDate day, Revision revision) implements Happening {
    @Override
    public Moment moment() {
      return new Moment(day, Moment.WINDOW, 0);
    }

    @Override
    public Optional<Period> period() {
      return Optional.of(((Clause.RevenueShare) revision.clause()).period().containing(day));
    }
  }

  /** The last day of a window with a guaranteed share comes, with the whole window reported. Several are in the order written. */
  record Guaranteed(Guarantee guarantee) implements Happening {
    @Override
    public Moment moment() {
      return new Moment(guarantee.on(), Moment.GUARANTEE, guarantee.place());
    }

    @Override
    public Optional<Period> period() {
      return Optional.of(guarantee.share().period().containing(guarantee.on()));
    }
  }

  /** A line accrues on its last day. */
  record Accrual(Line line) implements Happening {
    @Override
    public Moment moment() {
      return new Moment(line.days().last(), Moment.ACCRUAL, 0);
    }

    @Override
    public Optional<Period> period() {
      return Optional.of(line.period());
    }
  }

  /** A fixed sum accrues on its day. */
  record SumAccrues(FixedSum sum) implements Happening {
    @Override
    public Moment moment() {
      return new Moment(sum.on(), Moment.ACCRUAL, 0);
    }

    @Override
    public Optional<Period> period() {
      return Optional.of(sum.period());
    }
  }

  /**
   * A waiver gives up a claim.
   *
   * @param books the books that it is for
   */
  record Waived(Known<Waiver> waiver, List<Book> books) implements Happening {
    @Override
    public Moment moment() {
      return new Moment(waiver.fact().on(), Moment.WAIVER, waiver.sequence());
    }
  }

  /** Money is paid in the book: a payment, or the settled amount of a balance brought forward. */
  record Paid(Book book, Allocation.Source.ByPayment payment, Money amount) implements Happening {
    @Override
    public Moment moment() {
      return Moment.of(payment.valueOn(), payment.sequence());
    }
  }

  /**
   * A place in the order of all happenings (domain page, section 11, settlement).
   *
   * @param place the order of the kinds of happenings on one day
   * @param order the order among happenings of one kind on one day: the order of recording
   */
  record Moment(LocalDate day, int place, long order) implements Comparable<Moment> {
    static final Moment BEGINNING = new Moment(LocalDate.MIN, 0, 0);
    static final Moment NEVER = new Moment(LocalDate.MAX, 0, 0);

    private static final int SUCCESSION = 0;
    private static final int DATED = 1;
    private static final int BROUGHT_FORWARD = 2;
    private static final int CAP = 3;
    private static final int WINDOW = 4;
    private static final int ACCRUAL = 5;
    private static final int GUARANTEE = 6;
    private static final int WAIVER = 7;
    private static final int PAYMENT = 8;

    private static final Comparator<Moment> ORDER =
        Comparator.comparing(Moment::day).thenComparingInt(Moment::place).thenComparingLong(Moment::order);

    /** The moment before anything of the day. */
    static Moment startOf(LocalDate day) {
      return new Moment(day, SUCCESSION, Long.MIN_VALUE);
    }

    /** The moment of the payment with that value date, recorded by that event. */
    static Moment of(LocalDate valueOn, long sequence) {
      return new Moment(valueOn, PAYMENT, sequence);
    }

    /** The lowest number of an event whose payment, made on the day, does not come before this moment. */
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

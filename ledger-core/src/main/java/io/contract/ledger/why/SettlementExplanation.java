package io.contract.ledger.why;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.explain.Arithmetic.Plain;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.payment.Allocation;
import io.contract.ledger.payment.Allocation.Source;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.payment.GivenUp;
import io.contract.ledger.payment.Movement;
import io.contract.ledger.payment.Settlement;
import io.contract.ledger.terms.Book;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Explains what payments, credit and waivers settled (domain page, section 5, step 5) by following the steps that the settlement
 * kept. The amount that settled something is the smaller of what was left of its source and what was open. Both rest on earlier
 * steps.
 */
final class SettlementExplanation {

  private final TermLeaves leaves;
  private final InterestExplanation interest;
  private final List<Movement> movements;
  private final List<Explanation> accrued;
  private final Map<Claim, ClaimTrace> claims = new HashMap<>();
  private final TreeMap<Source.ByPayment, Explanation> paid = new TreeMap<>();
  private final TreeMap<Source.ByPayment, Explanation> left = new TreeMap<>();
  private final Map<Source.ByPayment, Book> bookOf = new HashMap<>();
  private final Map<Long, Explanation> leftOfWaivers = new HashMap<>();
  private final RunningSums settledByPayments;
  private Explanation waived;
  private int followed;
  private int lines;

  /**
   * Creates one that has followed no step yet.
   *
   * @param movements the steps of the whole settlement
   */
  SettlementExplanation(TermLeaves leaves, List<Movement> movements) {
    this.leaves = leaves;
    this.movements = movements;
    this.accrued = new ArrayList<>();
    this.interest = new InterestExplanation(leaves, this::claim);
    this.settledByPayments = new RunningSums("settled by payments", leaves.decimals());
    this.waived = leaves.nothing("waived");
  }

  private SettlementExplanation(SettlementExplanation other) {
    this.leaves = other.leaves;
    this.movements = other.movements;
    this.interest = new InterestExplanation(leaves, this::claim);
    this.settledByPayments = other.settledByPayments.copy();
    this.waived = other.waived;
    // The copy accrues nothing that the other has not, so that both can share these.
    this.accrued = other.accrued;
    other.claims.forEach((claim, trace) -> this.claims.put(claim, trace.copy()));
    this.paid.putAll(other.paid);
    this.left.putAll(other.left);
    this.bookOf.putAll(other.bookOf);
    this.leftOfWaivers.putAll(other.leftOfWaivers);
    this.followed = other.followed;
    this.lines = other.lines;
  }

  InterestExplanation interest() {
    return interest;
  }

  /** Enters the explanation of the next line, in the order in which lines accrued. */
  void enter(Explanation line) {
    accrued.add(line);
  }

  /** The settlement followed to its end. */
  SettlementExplanation whole() {
    follow(movements);
    return this;
  }

  /** The principal that payments settled on the days, as of the settlement. */
  Explanation settledIn(DateRange days, Settlement as) {
    return Explanation.agreed(asOf(as).settledByPayments.in(days), as.settledByPaymentsIn(days));
  }

  /** The amount that waivers had given up, as of the settlement. */
  Explanation waivedBy(Settlement as) {
    return asOf(as).waived;
  }

  /**
   * The settlement followed as far as the given one. An independent copy follows steps that are only tried, as at the end of a day
   * before all of it has accrued.
   */
  private SettlementExplanation asOf(Settlement as) {
    List<Movement> steps = as.movements();
    follow(steps);
    if (followed >= steps.size()) {
      return this;
    }
    SettlementExplanation trying = new SettlementExplanation(this);
    for (int i = followed; i < steps.size(); i++) {
      trying.step(steps.get(i));
    }
    return trying;
  }

  ClaimTrace claim(Claim claim) {
    return claims.computeIfAbsent(claim, any -> new ClaimTrace(leaves, claim));
  }

  /** The payments in the book, in order. */
  List<Explanation> paid(Book book) {
    return in(book, paid);
  }

  private List<Explanation> in(Book book, SortedMap<Source.ByPayment, Explanation> payments) {
    List<Explanation> in = new ArrayList<>();
    payments.forEach((payment, explained) -> {
      if (book.equals(bookOf.get(payment))) {
        in.add(explained);
      }
    });
    return in;
  }

  /** What payments have left over in the book, and the credit of its periods below zero that has settled nothing. */
  List<Explanation> credit(Book book) {
    List<Explanation> credit = in(book, left);
    claims.entrySet().stream()
        .filter(claim -> claim.getKey().book().equals(book))
        .sorted(Map.Entry.comparingByKey())
        .forEach(claim -> credit.add(claim.getValue().unusedCredit()));
    return credit.stream().filter(ClaimTrace::isPositive).toList();
  }

  /** Follows the steps that both have. Later ones are only tried. */
  private void follow(List<Movement> steps) {
    while (followed < steps.size() && followed < movements.size()
        && steps.get(followed).equals(movements.get(followed))) {
      step(movements.get(followed));
      followed++;
    }
  }

  private void step(Movement movement) {
    switch (movement) {
      case Movement.Accrued accrual -> accrue(accrual);
      case Movement.Paid(var book, var payment) -> {
        bookOf.put(payment, book);
        Explanation whole = leaves.paid(payment.sequence());
        paid.put(payment, whole);
        left.put(payment, whole);
      }
      case Movement.Settled(var before, var by) -> settle(claim(before.claim()), before.claim(), by);
      case Movement.InterestSettled settled -> settleInterest(settled);
      case Movement.Waived waiver -> {
        ClaimTrace claim = claim(waiver.before().claim());
        Explanation given =
            given(waiver.before().claim().name() + " waived", waiver.by(), claim.open());
        claim.waive(waiver.by().sequence(), waiver.by().on(), given);
        waived = RunningSums.more("waived", waived, given);
        claim.stand(waiver.by().on());
      }
      case Movement.InterestWaived(var before, var by) -> {
        ClaimTrace claim = claim(before.claim());
        Explanation open =
            interest.open(before.claim(), before.interest(), claim.interestPaid(), claim.interestWaived());
        claim.waiveInterest(by,
            given("interest of " + before.claim().name() + " waived", by, open));
        claim.stand(by.on());
      }
      case Movement.Succeeded succeeded -> succeed(succeeded);
    }
  }

  /** Claims go to the books that theirs have become. Where there is one of the same period, the two are one from then on. */
  private void succeed(Movement.Succeeded succeeded) {
    bookOf.replaceAll((payment, book) -> succeeded.becomes().getOrDefault(book, book));
    Map<Book, Map<Claim, ClaimTrace>> before = new HashMap<>();
    claims.forEach((claim, trace) -> before.computeIfAbsent(claim.book(), any -> new HashMap<>()).put(claim, trace));
    claims.clear();
    succeeded.becomes().forEach(
        (book, to) -> before.getOrDefault(book, Map.of())
            .forEach((claim, trace) -> join(claim.in(to), trace, succeeded.day())));
  }

  private void join(Claim claim, ClaimTrace moved, LocalDate day) {
    interest.anew(claim);
    moved.goTo(claim.book());
    ClaimTrace there = claims.get(claim);
    if (there == null) {
      claims.put(claim, moved);
      return;
    }
    ClaimTrace joined = ClaimTrace.joined(there, moved);
    if (ClaimTrace.isPositive(joined.unusedCredit()) && ClaimTrace.isPositive(joined.open())) {
      joined.makeUpCredit(
          min("makes up unused credit", "min(unused, open)", joined.unusedCredit(), joined.open()));
    }
    joined.stand(day);
    claims.put(claim, joined);
  }

  private void accrue(Movement.Accrued accrual) {
    Explanation line = Explanation.agreed(accrued.get(lines), accrual.amount());
    lines++;
    ClaimTrace claim = claim(accrual.before().claim());
    if (accrual.amount().isNegative()) {
      fall(claim, accrual.before().claim().name(), line);
    } else {
      claim.opened(accrual.day(), grow(claim, line));
    }
    claim.accrue(line);
    claim.stand(accrual.day());
  }

  /** Makes up the unused credit of the claim. What is left of the line, which is returned, becomes open. */
  private static Explanation grow(ClaimTrace claim, Explanation line) {
    if (!ClaimTrace.isPositive(claim.unusedCredit())) {
      return line;
    }
    Explanation madeUp = min("makes up unused credit", "min(unused, line)", claim.unusedCredit(), line);
    claim.makeUpCredit(madeUp);
    return rest(line, madeUp);
  }

  /**
   * Lowers the claim by a negative line: first what is open, then what was waived, then what was settled, the latest first. What is
   * left is credit.
   */
  private void fall(ClaimTrace claim, String name, Explanation line) {
    Explanation toLower = Explanation.by("to lower " + name + " by", "0 − line", Plain.NEGATED, line);
    if (ClaimTrace.isPositive(claim.open())) {
      toLower = rest(toLower, min("lowers what is open of " + name, "min(open, line)", claim.open(), toLower));
    }
    while (ClaimTrace.isPositive(toLower) && claim.hasWaivers()) {
      ClaimTrace.Part latest = claim.latestWaiver();
      Explanation taken = min("no longer waived", "latest first: min(waived, rest)", latest.amount(), toLower);
      claim.unwaive(latest, taken);
      waived = RunningSums.less("waived", waived, taken);
      toLower = rest(toLower, taken);
    }
    while (ClaimTrace.isPositive(toLower) && claim.hasParts()) {
      ClaimTrace.Part latest = claim.latest();
      Explanation taken = min("no longer settled", "latest first: min(settled, rest)", latest.amount(), toLower);
      claim.free(latest, taken);
      giveBack(latest, taken);
      toLower = rest(toLower, taken);
    }
    if (ClaimTrace.isPositive(toLower)) {
      claim.addCredit(toLower);
    }
  }

  private void giveBack(ClaimTrace.Part part, Explanation taken) {
    switch ((Source) part.source()) {
      case Source.ByPayment payment -> {
        Explanation rest = leftOf(payment);
        left.put(payment, RunningSums.more(rest.figure(), rest, taken));
        settledByPayments.add(part.on(), RunningSums.negated(taken));
      }
      case Source.ByCreditOf(var giver) -> claim(giver).giveCreditBack(taken);
    }
  }

  private void settle(ClaimTrace claim, Claim of, Allocation by) {
    String figure = of.name() + " settled by " + name(by.source());
    Explanation part =
        Explanation.agreed(min(figure, order(by, of), leftOf(by.source()), claim.open()), by.amount());
    use(by.source(), part);
    claim.settle(by.source(), by.on(), part);
    if (by.source() instanceof Source.ByPayment) {
      settledByPayments.add(by.on(), part);
    }
    claim.stand(by.on());
  }

  private void settleInterest(Movement.InterestSettled settled) {
    Allocation by = settled.by();
    Claim of = settled.before().claim();
    ClaimTrace claim = claim(of);
    Explanation open =
        interest.open(of, settled.before().interest(), claim.interestPaid(), claim.interestWaived());
    String figure = "interest of " + of.name() + " settled by " + name(by.source());
    Explanation part =
        Explanation.agreed(min(figure, order(by, of), leftOf(by.source()), open), by.amount());
    use(by.source(), part);
    claim.settleInterest(by, part);
    claim.stand(by.on());
  }

  private Explanation given(String figure, GivenUp by, Explanation open) {
    @Nullable
    Explanation known = leftOfWaivers.get(by.sequence());
    Explanation whole = known == null ? leaves.waived(by.sequence()) : known;
    Explanation given = Explanation.agreed(min(figure, "min(waiver, open)", whole, open), by.amount());
    leftOfWaivers.put(by.sequence(), RunningSums.less("left of the waiver", whole, given));
    return given;
  }

  private Explanation leftOf(Source source) {
    return switch (source) {
      case Source.ByPayment payment -> {
        Explanation rest = left.get(payment);
        if (rest == null) {
          throw new IllegalStateException("expected " + payment + " to be paid");
        }
        yield rest;
      }
      case Source.ByCreditOf(var giver) -> claim(giver).unusedCredit();
    };
  }

  private void use(Source source, Explanation part) {
    switch (source) {
      case Source.ByPayment payment ->
        left.put(payment, RunningSums.less("left of " + name(payment), leftOf(payment), part));
      case Source.ByCreditOf(var giver) -> claim(giver).useCredit(part);
    }
  }

  private static Explanation min(String figure, String operation, Explanation one, Explanation other) {
    return Explanation.by(figure, operation, Plain.MIN, one, other);
  }

  private static Explanation rest(Explanation of, Explanation taken) {
    return Explanation.by(of.figure(), "less what was taken", Plain.DIFFERENCE, of, taken);
  }

  private String name(Source source) {
    return switch (source) {
      case Source.ByPayment payment -> leaves.paid(payment.sequence()).figure();
      case Source.ByCreditOf(var giver) -> "credit of " + giver.name();
    };
  }

  /** The words for the order of settlement. Where no interest runs, only the due dates matter. */
  private static String order(Allocation by, Claim of) {
    return switch (by.source()) {
      case Source.ByPayment payment ->
        (payment.interestFirst() && of.interest().isPresent() ? "interest first, " : "")
            + (by.isOfNamed(of) ? "what the payment names first" : "oldest due first") + ": min(left, open)";
      case Source.ByCreditOf _ -> "oldest due first: min(credit, open)";
    };
  }
}

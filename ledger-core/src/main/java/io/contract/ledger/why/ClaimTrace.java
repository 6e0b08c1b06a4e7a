package io.contract.ledger.why;

import io.contract.ledger.explain.Arithmetic.Plain;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.explain.Explanation.Node;
import io.contract.ledger.explain.Quantity;
import io.contract.ledger.payment.Allocation.Source;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.payment.InterestPiece;
import io.contract.ledger.terms.Book;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Explains the state of one claim while the steps of its settlement are followed. */
final class ClaimTrace {

  /** An amount that settled the claim or gave it up: the part of {@code source} that went to this claim. */
  record Part(Object source, LocalDate on, Explanation amount) {
    Part less(Explanation taken) {
      return new Part(source, on, RunningSums.less(amount.figure(), amount, taken));
    }

    boolean isUsedUp() {
      return !isPositive(amount);
    }
  }

  /** Interest that was settled or given up. */
  private record Ended(InterestPiece.End by, Explanation amount) {}

  private final String name;
  private final String open;
  private Explanation accrued;
  private Explanation settled;
  private Explanation waived;
  private Explanation interestPaid;
  private Explanation interestWaived;
  private Explanation credit;
  private Explanation unusedCredit;

  /** The parts that settled the claim, the latest last. */
  private final List<Part> parts = new ArrayList<>();

  private final List<Part> waivers = new ArrayList<>();
  private final List<Ended> interest = new ArrayList<>();
  private final List<Ended> interestWaivers = new ArrayList<>();
  private final TreeMap<LocalDate, Explanation> openAfter = new TreeMap<>();

  /** The claims that became this one; none unless books became one. */
  private final List<ClaimTrace> before = new ArrayList<>();

  /** The amounts that became open, by the day: those after the due date bear interest since then. */
  private final TreeMap<LocalDate, List<Explanation>> openedOn = new TreeMap<>();

  ClaimTrace(TermLeaves leaves, Claim claim) {
    this.name = claim.name();
    this.open = "open of " + name;
    this.accrued = leaves.nothing("accrued of " + name);
    this.settled = leaves.nothing(name + " settled");
    this.waived = leaves.nothing(name + " waived");
    this.interestPaid = leaves.nothing("interest of " + name + " settled");
    this.interestWaived = leaves.nothing("interest of " + name + " waived");
    this.credit = leaves.nothing("toCredit of " + name);
    this.unusedCredit = leaves.nothing("credit of " + name);
  }

  private ClaimTrace(ClaimTrace other) {
    this.name = other.name;
    this.open = other.open;
    this.accrued = other.accrued;
    this.settled = other.settled;
    this.waived = other.waived;
    this.interestPaid = other.interestPaid;
    this.interestWaived = other.interestWaived;
    this.credit = other.credit;
    this.unusedCredit = other.unusedCredit;
    this.parts.addAll(other.parts);
    this.waivers.addAll(other.waivers);
    this.interest.addAll(other.interest);
    this.interestWaivers.addAll(other.interestWaivers);
    this.openAfter.putAll(other.openAfter);
    this.before.addAll(other.before);
    other.openedOn.forEach((day, opened) -> this.openedOn.put(day, new ArrayList<>(opened)));
  }

  /** One claim in the place of two, whose books became one. Of what settled them on one day, that of the other comes later. */
  static ClaimTrace joined(ClaimTrace one, ClaimTrace other) {
    ClaimTrace joined = new ClaimTrace(one);
    joined.accrued = RunningSums.more(one.accrued.figure(), one.accrued, other.accrued);
    joined.settled = RunningSums.more(one.settled.figure(), one.settled, other.settled);
    joined.waived = RunningSums.more(one.waived.figure(), one.waived, other.waived);
    joined.interestPaid = RunningSums.more(one.interestPaid.figure(), one.interestPaid, other.interestPaid);
    joined.interestWaived = RunningSums.more(one.interestWaived.figure(), one.interestWaived, other.interestWaived);
    joined.credit = RunningSums.more(one.credit.figure(), one.credit, other.credit);
    joined.unusedCredit = RunningSums.more(one.unusedCredit.figure(), one.unusedCredit, other.unusedCredit);
    joined.parts.addAll(other.parts);
    joined.parts.sort(Comparator.comparing(Part::on));
    joined.waivers.addAll(other.waivers);
    joined.waivers.sort(Comparator.comparing(Part::on));
    joined.interest.addAll(other.interest);
    joined.interestWaivers.addAll(other.interestWaivers);
    joined.openAfter.clear();
    joined.openedOn.clear();
    joined.before.clear();
    joined.before.add(one);
    joined.before.add(other);
    return joined;
  }

  /** Takes note that its book has become that one, with the claims whose credit settled it. */
  void goTo(Book book) {
    parts.replaceAll(
        part -> part.source() instanceof Source.ByCreditOf(var giver)
            ? new Part(new Source.ByCreditOf(giver.in(book)), part.on(), part.amount())
            : part);
  }

  /** An independent copy in the same state. */
  ClaimTrace copy() {
    return new ClaimTrace(this);
  }

  static boolean isPositive(Explanation explanation) {
    return signum(explanation) > 0;
  }

  private static int signum(Explanation explanation) {
    if (explanation.value() instanceof Quantity.Exact(var fraction, _)) {
      return fraction.signum();
    }
    throw new IllegalArgumentException("expected a number, found " + explanation);
  }

  /** The open part of the claim. */
  Explanation open() {
    Explanation whole = withCredit(accrued, credit);
    if (isNothing(settled)) {
      return isNothing(waived) ? whole : Explanation.by(open, "accrued − waived", Plain.DIFFERENCE, whole, waived);
    }
    return isNothing(waived)
        ? Explanation.by(open, "accrued − settled", Plain.DIFFERENCE, whole, settled)
        : Explanation.by(open, "accrued − settled − waived", Plain.DIFFERENCE, whole, settled, waived);
  }

  /** What accrued to the claim and what became credit. Credit lessens nothing here. */
  Explanation withCredit(Explanation accrued, Explanation toCredit) {
    return isNothing(toCredit)
        ? accrued
        : Explanation.by("accrued and to credit of " + name, "accrued + toCredit", Plain.SUM, accrued, toCredit);
  }

  /** What went below zero and has not been made up for. */
  Explanation credit() {
    return credit;
  }

  private static boolean isNothing(Explanation sum) {
    return sum instanceof Node node && node.of().isEmpty();
  }

  /** Takes note of what is open after the steps of the day. */
  void stand(LocalDate day) {
    openAfter.put(day, open());
  }

  /** Takes note of an amount that became open on the day. */
  void opened(LocalDate day, Explanation amount) {
    openedOn.computeIfAbsent(day, any -> new ArrayList<>()).add(amount);
  }

  /** The principal that bore the interest of the run: what was open before the day, or what became open on it. */
  Explanation principal(InterestPiece.OnPrincipal run) {
    return borne(run).findFirst()
        .orElseThrow(() -> new IllegalStateException(
            "expected " + run.principal() + " open in " + name + " by " + run.through()));
  }

  /** What may have borne it. Of equal amounts on one day, either explains the same interest. */
  private Stream<Explanation> borne(InterestPiece.OnPrincipal run) {
    Stream<Explanation> own =
        run.isCaughtUp()
            ? openedOn.getOrDefault(run.through(), List.of()).stream()
            : Stream.ofNullable(openAfter.lowerEntry(run.through())).map(Map.Entry::getValue);
    return Stream.concat(
        own.filter(open -> open.comesTo(run.principal())), before.stream().flatMap(claim -> claim.borne(run)));
  }

  void accrue(Explanation line) {
    accrued = RunningSums.more(accrued.figure(), accrued, line);
  }

  void settle(Object source, LocalDate on, Explanation amount) {
    parts.add(new Part(source, on, amount));
    settled = RunningSums.more(settled.figure(), settled, amount);
  }

  void waive(Object source, LocalDate on, Explanation amount) {
    waivers.add(new Part(source, on, amount));
    waived = RunningSums.more(waived.figure(), waived, amount);
  }

  void settleInterest(InterestPiece.End by, Explanation amount) {
    interest.add(new Ended(by, amount));
    interestPaid = RunningSums.more(interestPaid.figure(), interestPaid, amount);
  }

  void waiveInterest(InterestPiece.End by, Explanation amount) {
    interestWaivers.add(new Ended(by, amount));
    interestWaived = RunningSums.more(interestWaived.figure(), interestWaived, amount);
  }

  /** The part that is freed next, which is the latest. */
  Part latest() {
    return parts.getLast();
  }

  boolean hasParts() {
    return !parts.isEmpty();
  }

  /** Frees an amount of the latest part. */
  void free(Part part, Explanation taken) {
    shrink(parts, part, taken);
    settled = RunningSums.less(settled.figure(), settled, taken);
  }

  boolean hasWaivers() {
    return !waivers.isEmpty();
  }

  Part latestWaiver() {
    return waivers.getLast();
  }

  void unwaive(Part part, Explanation taken) {
    shrink(waivers, part, taken);
    waived = RunningSums.less(waived.figure(), waived, taken);
  }

  private static void shrink(List<Part> all, Part latest, Explanation taken) {
    all.removeLast();
    Part rest = latest.less(taken);
    if (!rest.isUsedUp()) {
      all.add(rest);
    }
  }

  Explanation interestPaid() {
    return interestPaid;
  }

  Explanation interestWaived() {
    return interestWaived;
  }

  /** The part of its credit that has settled nothing. */
  Explanation unusedCredit() {
    return unusedCredit;
  }

  void addCredit(Explanation amount) {
    credit = RunningSums.more(credit.figure(), credit, amount);
    giveCreditBack(amount);
  }

  void makeUpCredit(Explanation amount) {
    credit = RunningSums.less(credit.figure(), credit, amount);
    useCredit(amount);
  }

  void useCredit(Explanation amount) {
    unusedCredit = RunningSums.less(unusedCredit.figure(), unusedCredit, amount);
  }

  void giveCreditBack(Explanation amount) {
    unusedCredit = RunningSums.more(unusedCredit.figure(), unusedCredit, amount);
  }

  /** The amounts that settled it, in order. */
  List<Explanation> parts() {
    return amounts(parts);
  }

  /** The amounts that waivers gave up, in order. */
  List<Explanation> waivers() {
    return amounts(waivers);
  }

  /** The amounts that settled its interest, in order. */
  List<Explanation> interest() {
    return interest.stream().map(Ended::amount).toList();
  }

  /** The amounts of its interest that waivers gave up, in order. */
  List<Explanation> interestWaivers() {
    return interestWaivers.stream().map(Ended::amount).toList();
  }

  /** How much interest that ended. */
  Explanation ended(InterestPiece.End by) {
    return Stream.concat(interest.stream(), interestWaivers.stream())
        .filter(ended -> ended.by().equals(by))
        .map(Ended::amount)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("expected interest of " + name + " ended by " + by));
  }

  private static List<Explanation> amounts(List<Part> parts) {
    return parts.stream().map(Part::amount).toList();
  }
}

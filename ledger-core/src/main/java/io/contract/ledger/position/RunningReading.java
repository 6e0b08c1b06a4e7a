package io.contract.ledger.position;

import io.contract.ledger.calendar.Period;
import io.contract.ledger.fact.Waiver;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.Known;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.position.Happening.Moment;
import io.contract.ledger.share.CapTerms;
import io.contract.ledger.share.Guarantee;
import io.contract.ledger.share.Line;
import io.contract.ledger.share.LineCutter;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One clause under one reading, kept from question to question. It keeps the lines and the fold of the last question and copies of
 * the fold from before, and runs again only what new facts affect (ADR 0016). Not thread-safe.
 */
final class RunningReading implements ReadingFold.Terms {

  private final Reading reading;
  private final boolean isExplained;
  private final Map<Period, Claim> claims = new HashMap<>();
  private final IdentityHashMap<Revision, List<CapTerms>> capsOf = new IdentityHashMap<>();
  private final RunningRows rows = new RunningRows();
  private final TreeMap<LocalDate, Line> lines = new TreeMap<>();
  private final FoldCopies copies = new FoldCopies();
  private ClausePosition asked;
  private ReadingFold fold;
  private @Nullable ReadPosition answer;

  RunningReading(FactsAsOf facts, ClauseHistory clause, Reading reading) {
    this(facts, clause, reading, false);
  }

  /**
   * Creates one that has not been asked yet.
   *
   * @param isExplained whether workings will be asked for
   */
  RunningReading(FactsAsOf facts, ClauseHistory clause, Reading reading, boolean isExplained) {
    this.reading = reading;
    this.isExplained = isExplained;
    this.asked = new ClausePosition(facts, clause, reading);
    this.fold = asked.newFold(isExplained);
  }

  /** The position for these facts, as if computed from them alone. */
  ReadPosition at(FactsAsOf facts, ClauseHistory clause) {
    ClausePosition now = new ClausePosition(facts, clause, reading);
    Optional<UndisclosedPosition> undisclosed = UndisclosedPosition.of(now);
    if (undisclosed.isPresent()) {
      answer = null;
      return undisclosed.get().position();
    }
    Optional<Affected> affected =
        answer == null || now.mayBeUndisclosed() || !now.isFollowOf(asked)
            ? Optional.empty()
            : Affected.between(asked.facts(), facts, clause.id(), streams(clause));
    boolean isSame =
        affected.filter(a -> a.from().equals(Moment.NEVER)).isPresent()
            && asked.facts().effectiveOn().equals(facts.effectiveOn());
    asked = now;
    ReadPosition last = answer;
    if (isSame && last != null) {
      return last;
    }
    // A question that stops on the way leaves nothing that could be taken for an answer: the next one starts over.
    answer = null;
    affected.ifPresentOrElse(this::goBack, this::startOver);
    run(facts, clause);
    boolean isReportedAsBefore = affected.filter(a -> a.linesFrom().equals(LocalDate.MAX)).isPresent();
    rows.update(now, fold, this::claimOf, isReportedAsBefore);
    ReadPosition next = now.answer(fold, rows.sums(), rows.all());
    answer = next;
    return next;
  }

  /** The workings of the position; empty where the rate is not disclosed. */
  Optional<Workings> workings(FactsAsOf facts, ClauseHistory clause) {
    ReadPosition position = at(facts, clause);
    return answer == null ? Optional.empty() : Optional.of(asked.workings(fold, this::claimOf, position));
  }

  private static Set<String> streams(ClauseHistory clause) {
    return clause.revisions().stream()
        .map(Revision::clause)
        .filter(Clause.RevenueShare.class::isInstance)
        .flatMap(share -> ((Clause.RevenueShare) share).base().all().stream())
        .collect(Collectors.toSet());
  }

  private void startOver() {
    claims.clear();
    capsOf.clear();
    rows.clear();
    lines.clear();
    copies.clear();
    fold = asked.newFold(isExplained);
    cut(LocalDate.MIN);
  }

  private void goBack(Affected affected) {
    if (!affected.linesFrom().equals(LocalDate.MAX)) {
      lines.tailMap(affected.linesFrom(), true).clear();
      cut(affected.linesFrom());
    }
    if (fold.at().compareTo(affected.from()) >= 0) {
      fold = copies.backBefore(affected.from()).orElseGet(() -> asked.newFold(isExplained));
    }
  }

  private void cut(LocalDate from) {
    LineCutter.cut(asked.facts(), asked.clause(), asked.allCaps(), from)
        .forEach(line -> lines.put(line.days().first(), line));
  }

  private void run(FactsAsOf facts, ClauseHistory clause) {
    Moment at = fold.at();
    List<Happening> next = new ArrayList<>();
    asked.watched().stream()
        .filter(cap -> !cap.beginsOn().isAfter(facts.effectiveOn()))
        .forEach(cap -> next.add(new Happening.CapBegins(cap)));
    next.addAll(asked.windowsBeginningFrom(at.day(), this::capsOf));
    linesFrom(at.day()).forEach(line -> next.add(new Happening.Accrual(line)));
    Guarantee.of(facts, clause, at.day()).forEach(guarantee -> next.add(new Happening.Guaranteed(guarantee)));
    facts.waiversOn(clause.id(), at.day()).forEach(known -> next.add(new Happening.Waived(known)));
    next.addAll(asked.moneyFrom(at));
    next.stream()
        .filter(happening -> happening.moment().compareTo(at) > 0)
        .sorted(Comparator.comparing(Happening::moment))
        .forEach(this::happen);
  }

  private Collection<Line> linesFrom(LocalDate day) {
    LocalDate first = lines.floorKey(day);
    return first == null ? lines.values() : lines.tailMap(first, true).values();
  }

  private void happen(Happening happening) {
    fold.happen(happening, this);
    copies.happened(fold);
  }

  @Override
  public List<CapTerms> capsOf(Revision revision) {
    return capsOf.computeIfAbsent(revision, asked::capsOf);
  }

  @Override
  public Claim claimOf(Period period) {
    return claims.computeIfAbsent(period, asked::claimOf);
  }

  @Override
  public List<Known<Waiver>> waiversOn(LocalDate day) {
    return asked.facts().waiversOn(asked.clause().id(), day)
        .takeWhile(waiver -> waiver.fact().on().equals(day))
        .toList();
  }
}

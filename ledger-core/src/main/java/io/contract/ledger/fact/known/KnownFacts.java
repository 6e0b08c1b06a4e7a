package io.contract.ledger.fact.known;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.Milestone;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.Withdrawal;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.MilestoneId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.terms.AmendedClauses;
import io.contract.ledger.terms.Amendment;
import io.contract.ledger.terms.ExecutedAgreement;
import io.contract.ledger.terms.TermsTimeline;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The facts of one agreement that a prefix of its events makes known: restatements applied, withdrawn facts left out (domain
 * page, sections 3, 6 and 11).
 *
 * <p>Immutable: {@link #plus} answers another one, and costs the logarithm of what is there (persistent collections), so that
 * knowing the 100,001st payment costs what the 101st did.
 */
public final class KnownFacts {

  /** Nothing is known. */
  public static final KnownFacts NONE =
      new KnownFacts(
          Events.NONE,
          KnownTerms.NONE,
          KnownReports.NONE,
          KnownPayments.NONE,
          KnownStatements.none(),
          KnownFixings.NONE,
          StandaloneFacts.NONE,
          new Memo());

  /** How many events lie between two checkpoints: few enough to go over, many enough not to fill the memory. */
  private static final int CHECKPOINT_EVERY = 4_096;

  private final Events events;
  private final KnownTerms terms;
  private final KnownReports reports;
  private final KnownPayments payments;
  private final KnownStatements<KnownFacts> statements;
  private final KnownFixings fixings;
  private final StandaloneFacts others;

  /** What was worked out before, of these facts or those they grew from. */
  private final Memo memo;

  private KnownFacts(
      Events events,
      KnownTerms terms,
      KnownReports reports,
      KnownPayments payments,
      KnownStatements<KnownFacts> statements,
      KnownFixings fixings,
      StandaloneFacts others,
      Memo memo) {
    this.events = events;
    this.terms = terms;
    this.reports = reports;
    this.payments = payments;
    this.statements = statements;
    this.fixings = fixings;
    this.others = others;
    this.memo = memo;
  }

  /** What these events make known, in their order. */
  public static KnownFacts of(Iterable<Recorded> events) {
    KnownFacts known = NONE;
    for (Recorded event : events) {
      known = known.plus(event);
    }
    return known;
  }

  /**
   * What is known with one event more.
   *
   * @throws IllegalStateException when the event cannot follow these: a sequence out of turn, or a fact about what never was
   */
  public KnownFacts plus(Recorded recorded) {
    Events more = events.plus(recorded);
    KnownFacts next =
        recorded.fact() instanceof Withdrawal withdrawal
            ? withdrawn(more, withdrawal.sequence(), recorded.sequence())
            : with(more, recorded.sequence(), recorded.fact());
    if (more.all().size() % CHECKPOINT_EVERY == 0) {
      next.checkpoint();
    }
    return next;
  }

  private KnownFacts with(Events more, long sequence, Fact fact) {
    return new KnownFacts(
        more,
        terms.plus(sequence, fact),
        reports.plus(sequence, fact),
        payments.plus(sequence, fact),
        statements.plus(sequence, fact, this),
        fixings.plus(sequence, fact),
        others.plus(sequence, fact),
        // Each agreement remembers by itself.
        sequence == 0 ? new Memo() : memo);
  }

  private KnownFacts withdrawn(Events more, long sequence, long by) {
    Fact fact = events.all().get(Math.toIntExact(sequence)).fact();
    if (!fact.canBeWithdrawn()) {
      throw new IllegalStateException("expected a fact that can be withdrawn, found " + fact);
    }
    LongStream along = LongStream.concat(reports.restatementsOf(fact), payments.reversalOf(fact));
    return new KnownFacts(
        more.withdrawn(LongStream.concat(LongStream.of(sequence), along), by),
        terms.minus(fact),
        reports.minus(sequence, fact),
        payments.minus(fact),
        statements,
        fixings.minus(sequence, fact),
        others.minus(sequence, fact),
        memo);
  }

  private void checkpoint() {
    memo.of(Checkpoints.class, Checkpoints::new).keep(events.all(), this);
  }

  /**
   * What was known after the first so many events.
   *
   * @throws IndexOutOfBoundsException when there are fewer
   */
  public KnownFacts through(int count) {
    KnownFacts earlier =
        memo.of(Checkpoints.class, Checkpoints::new).before(events.all(), count)
            .map(KnownFacts.class::cast)
            .orElse(NONE);
    for (int i = earlier.events.all().size(); i < count; i++) {
      earlier = earlier.plus(events.all().get(i));
    }
    return earlier;
  }

  /** The events, in order. */
  public List<Recorded> events() {
    return events.all();
  }

  /** The withdrawal that took the event back, also along with its report or payment; empty while it stands. */
  public Optional<Long> withdrawnBy(long sequence) {
    return events.withdrawnBy(sequence);
  }

  /** The events that were withdrawn, in no order. */
  public Stream<Withdrawn> withdrawn() {
    return events.withdrawn();
  }

  /** The event that stands under the id or number that the fact has, among facts of its kind; empty when none does. */
  public Optional<Long> sameName(Fact fact) {
    return terms.sameName(fact)
        .or(() -> reports.sameName(fact))
        .or(() -> payments.sameName(fact))
        .or(() -> others.sameName(fact));
  }

  /** The agreement as executed; empty before the first event. */
  public Optional<ExecutedAgreement> agreement() {
    return Optional.ofNullable(terms.agreement());
  }

  /** The ids of all parties: of the agreement, and of every amendment whatever its effective date. */
  public Set<PartyId> partyIds() {
    return agreement().isPresent() ? amended().partyIds() : Set.of();
  }

  /** The amendments, by number. */
  public Collection<Known<Amendment>> amendments() {
    return terms.amendments().values();
  }

  /**
   * The clauses as all the amendments leave them.
   *
   * @throws IllegalStateException before the first event
   */
  public AmendedClauses amended() {
    return terms.amended();
  }

  public Optional<Known<Amendment>> amendment(int number) {
    return terms.amendment(number);
  }

  public KnownReports reports() {
    return reports;
  }

  public KnownPayments payments() {
    return payments;
  }

  public KnownStatements<KnownFacts> statements() {
    return statements;
  }

  public KnownFixings fixings() {
    return fixings;
  }

  /** The facts of one of the kinds that stand each by itself, in order of recording: {@code all(Waiver.class)}. */
  public <F extends Fact> List<Known<F>> all(Class<F> kind) {
    return others.all(kind);
  }

  /** Those of them about a clause, of that business day or later, in order of their days, on one day of recording. */
  public <F extends Fact> Stream<Known<F>> all(Class<F> kind, ClauseId clause, LocalDate from) {
    return others.on(kind, clause, from);
  }

  public Optional<Known<Milestone>> milestone(MilestoneId id) {
    return others.named(Milestone.class, id);
  }

  /** The terms that these clauses are, with every milestone that is known. */
  public TermsTimeline termsAs(AmendedClauses clauses) {
    return TermsTimeline.of(clauses, milestonesBy(DateRange.OPEN_END));
  }

  /** The date of each milestone that has come by the day. */
  Map<MilestoneId, LocalDate> milestonesBy(LocalDate day) {
    Map<MilestoneId, LocalDate> milestones = new LinkedHashMap<>();
    all(Milestone.class).stream()
        .map(Known::fact)
        .filter(milestone -> !milestone.on().isAfter(day))
        .forEach(milestone -> milestones.put(milestone.id(), milestone.on()));
    return milestones;
  }

  /** What was worked out before. */
  public Memo memo() {
    return memo;
  }
}

package io.contract.ledger.obligation;

import io.contract.ledger.fact.Launch;
import io.contract.ledger.fact.SettledReading;
import io.contract.ledger.fact.SupportDecline;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.Known;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.obligation.LaunchJudgement.Judgement;
import io.contract.ledger.obligation.LaunchJudgement.Read;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.Clause.ShipException;
import io.contract.ledger.terms.Clause.ShipException.Ground;
import io.contract.ledger.terms.Clause.ShipException.Requires;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges every launch by the first-ship clauses in force on its day (domain page, sections 4 and 11). Pure, from the facts alone.
 *
 * <p>A launch is compliant in the clause's venue, or when the product is known to have come out there on or before that day.
 * Otherwise the provider's latest decline on or before that day can excuse it, by the exception's grounds. Without a decline, or
 * without an exception, it is a breach. A decline may leave a ground open, so that a ground is given, not given or unknown.
 *
 * <p>Example: the exception requires all of its two grounds, and the provider declined with {@code cannotSupport: true} alone:
 * undetermined. With {@code choosesNotToSupport: false} besides: breach.
 */
public final class LaunchAssessment {

  private final FactsAsOf facts;

  private LaunchAssessment(FactsAsOf facts) {
    this.facts = facts;
  }

  /**
   * Judges every launch, in order of recording. A launch has a row for each first-ship clause in force on its day, or one row
   * without a clause where none was.
   */
  public static List<LaunchJudgement> judge(FactsAsOf facts) {
    LaunchAssessment assessment = new LaunchAssessment(facts);
    return facts.launches().stream().flatMap(assessment::judge).toList();
  }

  private Stream<LaunchJudgement> judge(Known<Launch> launch) {
    List<LaunchJudgement> rows =
        facts.terms().clauses().stream().flatMap(clause -> judge(launch, clause).stream()).toList();
    return rows.isEmpty()
        ? Stream.of(
            new LaunchJudgement(Optional.empty(), launch.sequence(), launch.fact(), Optional.empty(), List.of()))
        : rows.stream();
  }

  private Optional<LaunchJudgement> judge(Known<Launch> launch, ClauseHistory clause) {
    Optional<Clause> inForce = clause.inForceOn(launch.fact().on()).map(Revision::clause);
    return inForce
        .flatMap(found -> found instanceof Clause.FirstShip ship ? Optional.of(ship) : Optional.empty())
        .map(this::settled)
        .map(ship -> judge(launch, ship));
  }

  /** The clause, with a parameter that it leaves open set as it was settled, if it was. */
  private Clause.FirstShip settled(Clause.FirstShip ship) {
    ShipException exception = ship.exception();
    if (exception == null || exception.requires() != Requires.UNSTATED) {
      return ship;
    }
    return facts
        .readingOf(ship.id(), SettledReading.Parameter.REQUIRES)
        .map(
            reading -> new Clause.FirstShip(
                ship.head(), ship.obligor(), ship.provider(), ship.venue(),
                new ShipException(reading.fact().valueAs(Requires.class), exception.of())))
        .orElse(ship);
  }

  private LaunchJudgement judge(Known<Launch> launch, Clause.FirstShip clause) {
    ShipException exception = clause.exception();
    List<Read> readings =
        exception != null && exception.requires() == Requires.UNSTATED
            ? Stream.of(Requires.ALL, Requires.ANY)
                .map(
                    requires -> new Read(requires,
                        judge(launch.fact(), clause, new ShipException(requires, exception.of()))))
                .toList()
            : List.of();
    Judgement judgement =
        readings.isEmpty()
            ? judge(launch.fact(), clause, exception)
            : readings.stream().map(Read::judgement).distinct().count() == 1
                ? readings.getFirst().judgement()
                : Judgement.UNDETERMINED;
    return new LaunchJudgement(
        Optional.of(clause.id()), launch.sequence(), launch.fact(), Optional.of(judgement), readings);
  }

  private Judgement judge(
      Launch launch, Clause.FirstShip clause, @Nullable ShipException exception) {
    if (cameFirst(launch, clause.venue())) {
      return Judgement.COMPLIANT;
    }
    Optional<SupportDecline> decline = latestDecline(launch, clause.provider());
    if (exception == null || decline.isEmpty()) {
      return Judgement.BREACH;
    }
    return switch (isExcused(exception, decline.get())) {
      case TRUE -> Judgement.EXCUSED;
      case FALSE -> Judgement.BREACH;
      case UNKNOWN -> Judgement.UNDETERMINED;
    };
  }

  private boolean cameFirst(Launch launch, String venue) {
    return facts.launches().stream()
        .map(Known::fact)
        .anyMatch(
            other -> other.product().equals(launch.product())
                && other.venue().equals(venue)
                && !other.on().isAfter(launch.on()));
  }

  private Optional<SupportDecline> latestDecline(Launch launch, PartyId provider) {
    return facts.declines().stream()
        .filter(
            known -> known.fact().product().equals(launch.product())
                && known.fact().provider().equals(provider)
                && !known.fact().on().isAfter(launch.on()))
        .max(
            Comparator.comparing((Known<SupportDecline> known) -> known.fact().on()).thenComparingLong(Known::sequence))
        .map(Known::fact);
  }

  /** Whether something is so, as far as it is known: it is, it is not, or nobody has stated it. */
  private enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    static Truth of(@Nullable Boolean said) {
      return said == null ? UNKNOWN : said ? TRUE : FALSE;
    }
  }

  private static Truth isExcused(ShipException exception, SupportDecline decline) {
    List<Truth> grounds = exception.of().stream().map(ground -> isGiven(ground, decline)).toList();
    return switch (exception.requires()) {
      case ALL ->
        grounds.contains(Truth.FALSE) ? Truth.FALSE : grounds.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.TRUE;
      case ANY ->
        grounds.contains(Truth.TRUE) ? Truth.TRUE : grounds.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.FALSE;
      case UNSTATED -> throw new IllegalStateException("expected one reading of the exception, found " + exception);
    };
  }

  private static Truth isGiven(Ground ground, SupportDecline decline) {
    return switch (ground) {
      case CANNOT_SUPPORT -> Truth.of(decline.cannotSupport());
      case CHOOSES_NOT_TO_SUPPORT -> Truth.of(decline.choosesNotToSupport());
    };
  }
}

package io.contract.ledger.fact.known;

import io.contract.ledger.fact.BroughtForward;
import io.contract.ledger.fact.ClauseFact;
import io.contract.ledger.fact.Discharge;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.Launch;
import io.contract.ledger.fact.SettledReading;
import io.contract.ledger.fact.StatementIssue;
import io.contract.ledger.fact.SupportDecline;
import io.contract.ledger.fact.Waiver;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.MilestoneId;
import io.contract.ledger.terms.AmendedClauses;
import io.contract.ledger.terms.Amendment;
import io.contract.ledger.terms.ExecutedAgreement;
import io.contract.ledger.terms.TermsTimeline;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The facts that count for a question about a day: the known facts whose business date has come (domain page, section 3). Every
 * calculator works on these and on nothing else.
 *
 * <p>Amendments count from their effective date, reports once their {@code through} has come, payments from their value date
 * until a reversal's date, everything else from its {@code on}.
 */
public final class FactsAsOf {

  private final KnownFacts known;
  private final LocalDate effectiveOn;
  private final TermsTimeline terms;

  private FactsAsOf(KnownFacts known, LocalDate effectiveOn, TermsTimeline terms) {
    this.known = known;
    this.effectiveOn = effectiveOn;
    this.terms = terms;
  }

  /**
   * The facts for a question about that day.
   *
   * @throws IllegalStateException when the agreement itself is not known
   */
  public static FactsAsOf of(KnownFacts known, LocalDate effectiveOn) {
    ExecutedAgreement agreement =
        known.agreement().orElseThrow(() -> new IllegalStateException("the agreement is not known"));
    Map<MilestoneId, LocalDate> milestones = known.milestonesBy(effectiveOn);
    List<Amendment> amendments =
        known.amendments().stream()
            .map(Known::fact)
            .filter(amendment -> !amendment.effectiveOn().isAfter(effectiveOn))
            .toList();
    TermsTimeline terms =
        known.memo().of(Timelines.class, Timelines::new).of(
            agreement, known.partyIds(), amendments, milestones,
            () -> amendments.size() == known.amendments().size()
                ? known.amended()
                : AmendedClauses.of(agreement, known.partyIds(), amendments));
    return new FactsAsOf(known, effectiveOn, terms);
  }

  /** The day the question is about. */
  public LocalDate effectiveOn() {
    return effectiveOn;
  }

  /** All that is known, whatever its business date. */
  public KnownFacts known() {
    return known;
  }

  /** The agreement as executed. */
  public ExecutedAgreement agreement() {
    return terms.agreement();
  }

  /** The terms with the amendments effective by the day and the milestones that have come. */
  public TermsTimeline terms() {
    return terms;
  }

  /** The reports of the stream whose span has ended, in order of their days. */
  public Stream<KnownReport> reportsOf(String stream) {
    return ended(known.reports().of(stream));
  }

  /** The reports of the stream that have a day on or after {@code from}, in order of their days. */
  public Stream<KnownReport> reportsOf(String stream, LocalDate from) {
    return ended(known.reports().of(stream, from));
  }

  /** Those that have ended, of reports in order of their days. All that begin later are left alone. */
  private Stream<KnownReport> ended(Stream<KnownReport> reports) {
    return reports
        .takeWhile(report -> !report.days().first().isAfter(effectiveOn))
        .filter(report -> !report.days().last().isAfter(effectiveOn));
  }

  /** The payments on a clause that stand on the day, in the order in which they settle. */
  public Stream<KnownPayment> paymentsOn(ClauseId clause) {
    return known.payments().on(clause).filter(payment -> payment.standsOn(effectiveOn));
  }

  /**
   * The payments on a clause from a place in their order on: those made on {@code from} and recorded with {@code sequence} or
   * later, and those made on a later day.
   */
  public Stream<KnownPayment> paymentsOn(ClauseId clause, LocalDate from, long sequence) {
    return known.payments().on(clause, from, sequence)
        .takeWhile(payment -> !payment.payment().fact().valueOn().isAfter(effectiveOn))
        .filter(payment -> payment.standsOn(effectiveOn));
  }

  /** The waivers on a clause given from {@code from} through the day of the question, in order of their days. */
  public Stream<Known<Waiver>> waiversOn(ClauseId clause, LocalDate from) {
    return known.all(Waiver.class, clause, from).takeWhile(waiver -> !waiver.fact().on().isAfter(effectiveOn));
  }

  /** The waivers on a clause given by the day, in order of recording. */
  public List<Known<Waiver>> waiversOf(ClauseId clause) {
    return byNow(Waiver.class, clause).toList();
  }

  /** The discharges of a clause given by the day, in order of recording. */
  public List<Known<Discharge>> dischargesOf(ClauseId clause) {
    return byNow(Discharge.class, clause).toList();
  }

  /** The balances of a clause brought forward by the day, in order of recording. */
  public List<Known<BroughtForward>> broughtForwardOf(ClauseId clause) {
    return byNow(BroughtForward.class, clause).toList();
  }

  /** The settled reading of a parameter on the day, the latest of several; empty when it is not settled. */
  public Optional<Known<SettledReading>> readingOf(ClauseId clause, SettledReading.Parameter parameter) {
    return byNow(SettledReading.class, clause)
        .filter(r -> r.fact().parameter() == parameter)
        .max(Comparator.comparing((Known<SettledReading> r) -> r.fact().from()).thenComparingLong(Known::sequence));
  }

  /** The statements of the clause issued by the day, by number. */
  public List<IssuedStatement> statementsOf(ClauseId clause) {
    return IssuedStatement.of(known, clause).stream()
        .filter(statement -> !statement.issue().fact().issuedOn().isAfter(effectiveOn))
        .toList();
  }

  /** The statements of the clause issued from {@code from} through the day of the question, in order of their days. */
  public Stream<Known<StatementIssue>> statementsOn(ClauseId clause, LocalDate from) {
    return known.all(StatementIssue.class, clause, from)
        .takeWhile(statement -> !statement.fact().issuedOn().isAfter(effectiveOn));
  }

  /**
   * The statements of a period of the clause issued by the day, in order of their days, on one day of recording.
   *
   * @param period its name
   */
  public Stream<Known<StatementIssue>> statementsOf(ClauseId clause, String period) {
    return known.statements().of(clause, period, effectiveOn);
  }

  /** The launches that have taken place by the day, in order of recording. */
  public List<Known<Launch>> launches() {
    return byNow(Launch.class).toList();
  }

  /** The declines of support given by the day, in order of recording. */
  public List<Known<SupportDecline>> declines() {
    return byNow(SupportDecline.class).toList();
  }

  private <F extends Fact> Stream<Known<F>> byNow(Class<F> kind) {
    return known.all(kind).stream().filter(this::hasCome);
  }

  /** The facts of the kind about the clause whose day has come, in order of recording. */
  private <F extends ClauseFact> Stream<Known<F>> byNow(Class<F> kind, ClauseId clause) {
    return known.all(kind, clause, LocalDate.MIN)
        .takeWhile(this::hasCome)
        .sorted(Comparator.comparingLong(Known::sequence));
  }

  private boolean hasCome(Known<? extends Fact> known) {
    return known.fact().effectiveOn().filter(day -> day.isAfter(effectiveOn)).isEmpty();
  }
}

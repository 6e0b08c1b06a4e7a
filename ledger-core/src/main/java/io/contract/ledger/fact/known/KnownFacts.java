package io.contract.ledger.fact.known;

import io.contract.ledger.fact.AgreementEvent;
import io.contract.ledger.fact.BroughtForward;
import io.contract.ledger.fact.Discharge;
import io.contract.ledger.fact.Launch;
import io.contract.ledger.fact.Milestone;
import io.contract.ledger.fact.Payment;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.Restatement;
import io.contract.ledger.fact.RevenueReport;
import io.contract.ledger.fact.Reversal;
import io.contract.ledger.fact.SettledReading;
import io.contract.ledger.fact.StatementIssue;
import io.contract.ledger.fact.SupportDecline;
import io.contract.ledger.fact.Waiver;
import io.contract.ledger.terms.Amendment;
import io.contract.ledger.terms.ExecutedAgreement;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * The facts of one agreement that a prefix of its events makes known: restatements applied, withdrawn facts left out (domain
 * page, sections 3, 6 and 11).
 *
 * <p>Immutable: {@link #plus} answers another one, and costs the logarithm of what is there (persistent collections), so that
 * knowing the 100,001st payment costs what the 101st did.
 */
public final class KnownFacts {

  /** Nothing is known. */
  public static final KnownFacts NONE = new KnownFacts();

  // Not final only so that a copy can be changed before anyone sees it; see plus.
  private PVector<Recorded> events = TreePVector.empty();
  private PMap<Long, Long> withdrawnBy = HashTreePMap.empty();
  private @Nullable ExecutedAgreement agreement;
  private PSortedMap<Integer, Known<Amendment>> amendments = TreePMap.empty();
  private PMap<String, KnownReport> reports = HashTreePMap.empty();
  private PMap<String, String> reportOfId = HashTreePMap.empty();
  private PMap<String, PSortedMap<LocalDate, String>> reportsByStream = HashTreePMap.empty();
  private PMap<String, KnownPayment> payments = HashTreePMap.empty();
  private PMap<String, Long> paymentSequences = HashTreePMap.empty();
  private PMap<String, PSortedMap<Dated, String>> paymentsByClause = HashTreePMap.empty();
  private PSortedMap<Dated, String> reversals = TreePMap.empty();
  private PSortedMap<Long, Known<Waiver>> waivers = TreePMap.empty();
  private PMap<String, PSortedMap<Dated, Known<Waiver>>> waiversByClause = HashTreePMap.empty();
  private PSortedMap<Long, Known<Discharge>> discharges = TreePMap.empty();
  private PMap<String, Known<Milestone>> milestones = HashTreePMap.empty();
  private PSortedMap<Long, Known<Launch>> launches = TreePMap.empty();
  private PSortedMap<Long, Known<SupportDecline>> declines = TreePMap.empty();

  private PSortedMap<Long, Known<SettledReading>> readings = TreePMap.empty();
  private PSortedMap<Long, Known<BroughtForward>> broughtForward = TreePMap.empty();
  private PMap<String, PVector<IssuedStatement>> statementsByClause = HashTreePMap.empty();

  /** What was worked out before, of these facts or those they grew from. */
  private Memo memo = new Memo();

  private KnownFacts() {}

  private KnownFacts(KnownFacts other) {
    events = other.events;
    withdrawnBy = other.withdrawnBy;
    agreement = other.agreement;
    amendments = other.amendments;
    reports = other.reports;
    reportOfId = other.reportOfId;
    reportsByStream = other.reportsByStream;
    payments = other.payments;
    paymentSequences = other.paymentSequences;
    paymentsByClause = other.paymentsByClause;
    reversals = other.reversals;
    waivers = other.waivers;
    waiversByClause = other.waiversByClause;
    memo = other.memo;
    discharges = other.discharges;
    milestones = other.milestones;
    launches = other.launches;
    declines = other.declines;
    readings = other.readings;
    broughtForward = other.broughtForward;
    statementsByClause = other.statementsByClause;
  }

  /** In the order of a business date, on one day in that of recording: payments settle in it. */
  private record Dated(LocalDate on, long sequence) implements Comparable<Dated> {
    private static final Comparator<Dated> ORDER =
        Comparator.comparing(Dated::on).thenComparingLong(Dated::sequence);

    @Override
    public int compareTo(Dated other) {
      return ORDER.compare(this, other);
    }
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
    if (recorded.sequence() != events.size()) {
      throw new IllegalStateException(
          "expected the event of sequence " + events.size() + ", found " + recorded.sequence());
    }
    KnownFacts next = new KnownFacts(this);
    if (events.isEmpty()) {
      // Each agreement has its own.
      next.memo = new Memo();
    }
    next.events = events.plus(recorded);
    if (recorded.event() instanceof AgreementEvent.StatementIssued(var statement)) {
      next.addStatement(new Known<>(recorded.sequence(), statement), this);
    } else {
      next.add(recorded.sequence(), recorded.event());
    }
    Checkpoints.keep(next);
    return next;
  }

  private void add(long sequence, AgreementEvent event) {
    switch (event) {
      case AgreementEvent.AgreementExecuted e -> agreement = e.agreement();
      case AgreementEvent.AmendmentExecuted e ->
        amendments =
            amendments.plus(e.amendment().number(), new Known<>(sequence, e.amendment()));
      case AgreementEvent.RevenueReported e -> addReport(new Known<>(sequence, e.report()));
      case AgreementEvent.RevenueRestated e ->
        addRestatement(new Known<>(sequence, e.restatement()));
      case AgreementEvent.PaymentRecorded e -> addPayment(new Known<>(sequence, e.payment()));
      case AgreementEvent.PaymentReversed e ->
        reverse(e.reversal().payment(), new Known<>(sequence, e.reversal()));
      case AgreementEvent.ObligationWaived e -> addWaiver(new Known<>(sequence, e.waiver()));
      case AgreementEvent.DutyDischarged e ->
        discharges = discharges.plus(sequence, new Known<>(sequence, e.discharge()));
      case AgreementEvent.MilestoneAttested e ->
        milestones = milestones.plus(e.milestone().id(), new Known<>(sequence, e.milestone()));
      case AgreementEvent.ProductLaunched e ->
        launches = launches.plus(sequence, new Known<>(sequence, e.launch()));
      case AgreementEvent.SupportDeclined e ->
        declines = declines.plus(sequence, new Known<>(sequence, e.decline()));
      case AgreementEvent.ReadingSettled e -> readings = readings.plus(sequence, new Known<>(sequence, e.reading()));
      case AgreementEvent.BalanceBroughtForward e ->
        broughtForward = broughtForward.plus(sequence, new Known<>(sequence, e.balance()));
      case AgreementEvent.StatementIssued e ->
        throw new IllegalStateException("expected a statement with what was known before it, found " + e);
      case AgreementEvent.FactWithdrawn e -> withdraw(e.withdrawal().sequence(), sequence);
    }
  }

  private void addStatement(Known<StatementIssue> issue, KnownFacts knownThen) {
    PVector<IssuedStatement> before = statementsOf(issue.fact().clause());
    statementsByClause =
        statementsByClause.plus(
            issue.fact().clause(), before.plus(new IssuedStatement(before.size() + 1, issue, knownThen)));
  }

  private void addReport(Known<RevenueReport> report) {
    RevenueReport fact = report.fact();
    reports = reports.plus(fact.id(), new KnownReport(report));
    reportOfId = reportOfId.plus(fact.id(), fact.id());
    reportsByStream =
        reportsByStream.plus(
            fact.stream(),
            under(reportsByStream, fact.stream()).plus(fact.from(), fact.id()));
  }

  private void addRestatement(Known<Restatement> restatement) {
    String root = expect(reportOfId.get(restatement.fact().restates()), restatement.fact().restates());
    reportOfId = reportOfId.plus(restatement.fact().id(), root);
    reports = reports.plus(root, expect(reports.get(root), root).with(restatement));
  }

  private void addPayment(Known<Payment> payment) {
    Payment fact = payment.fact();
    payments = payments.plus(fact.id(), new KnownPayment(payment, null));
    paymentSequences = paymentSequences.plus(fact.id(), payment.sequence());
    paymentsByClause =
        paymentsByClause.plus(
            fact.clause(),
            under(paymentsByClause, fact.clause()).plus(orderOf(payment), fact.id()));
  }

  private void addWaiver(Known<Waiver> waiver) {
    waivers = waivers.plus(waiver.sequence(), waiver);
    String clause = waiver.fact().clause();
    waiversByClause =
        waiversByClause.plus(
            clause, under(waiversByClause, clause).plus(new Dated(waiver.fact().on(), waiver.sequence()), waiver));
  }

  private void reverse(String payment, @Nullable Known<Reversal> reversal) {
    KnownPayment known = expect(payments.get(payment), payment);
    forgetReversal(known);
    if (reversal != null) {
      reversals = reversals.plus(new Dated(reversal.fact().on(), reversal.sequence()), payment);
    }
    payments = payments.plus(payment, new KnownPayment(known.payment(), reversal));
  }

  private void withdraw(long sequence, long by) {
    withdrawnBy = withdrawnBy.plus(sequence, by);
    switch (events.get(Math.toIntExact(sequence)).event()) {
      case AgreementEvent.AmendmentExecuted e -> amendments = amendments.minus(e.amendment().number());
      case AgreementEvent.RevenueReported e -> withdrawReport(e.report(), by);
      case AgreementEvent.RevenueRestated e -> {
        String root = expect(reportOfId.get(e.restatement().id()), e.restatement().id());
        KnownReport report = reports.get(root);
        if (report != null) {
          reports = reports.plus(root, report.without(sequence));
        }
      }
      case AgreementEvent.PaymentRecorded e -> withdrawPayment(e.payment(), by);
      case AgreementEvent.PaymentReversed e -> reverse(e.reversal().payment(), null);
      case AgreementEvent.ObligationWaived e -> {
        waivers = waivers.minus(sequence);
        waiversByClause =
            waiversByClause.plus(
                e.waiver().clause(),
                under(waiversByClause, e.waiver().clause()).minus(new Dated(e.waiver().on(), sequence)));
      }
      case AgreementEvent.DutyDischarged ignored -> discharges = discharges.minus(sequence);
      case AgreementEvent.MilestoneAttested e -> milestones = milestones.minus(e.milestone().id());
      case AgreementEvent.ProductLaunched ignored -> launches = launches.minus(sequence);
      case AgreementEvent.SupportDeclined ignored -> declines = declines.minus(sequence);
      case AgreementEvent.ReadingSettled ignored -> readings = readings.minus(sequence);
      case AgreementEvent.BalanceBroughtForward ignored -> broughtForward = broughtForward.minus(sequence);
      case AgreementEvent.StatementIssued e -> throw cannotBeWithdrawn(e);
      case AgreementEvent.AgreementExecuted e -> throw cannotBeWithdrawn(e);
      case AgreementEvent.FactWithdrawn e -> throw cannotBeWithdrawn(e);
    }
  }

  private void forgetReversal(KnownPayment payment) {
    Known<Reversal> reversal = payment.reversal();
    if (reversal != null) {
      reversals = reversals.minus(new Dated(reversal.fact().on(), reversal.sequence()));
    }
  }

  private void withdrawReport(RevenueReport report, long by) {
    for (Known<Restatement> restatement : expect(reports.get(report.id()), report.id()).restatements()) {
      withdrawnBy = withdrawnBy.plus(restatement.sequence(), by);
    }
    reports = reports.minus(report.id());
    reportsByStream =
        reportsByStream.plus(
            report.stream(), under(reportsByStream, report.stream()).minus(report.from()));
  }

  private void withdrawPayment(Payment payment, long by) {
    KnownPayment known = expect(payments.get(payment.id()), payment.id());
    if (known.reversal() != null) {
      withdrawnBy = withdrawnBy.plus(known.reversal().sequence(), by);
      forgetReversal(known);
    }
    payments = payments.minus(payment.id());
    paymentsByClause =
        paymentsByClause.plus(
            payment.clause(),
            under(paymentsByClause, payment.clause()).minus(orderOf(known.payment())));
  }

  /**
   * What was known after the first so many events.
   *
   * @throws IndexOutOfBoundsException when there are fewer
   */
  public KnownFacts through(int count) {
    KnownFacts earlier = Checkpoints.before(this, count);
    for (int i = earlier.events.size(); i < count; i++) {
      earlier = earlier.plus(events.get(i));
    }
    return earlier;
  }

  /** The events, in order. */
  public List<Recorded> events() {
    return events;
  }

  /** The agreement as executed; empty before the first event. */
  public Optional<ExecutedAgreement> agreement() {
    return Optional.ofNullable(agreement);
  }

  /** The amendments, by number. */
  public Collection<Known<Amendment>> amendments() {
    return amendments.values();
  }

  public Optional<Known<Amendment>> amendment(int number) {
    return Optional.ofNullable(amendments.get(number));
  }

  /** The reports of a stream, in order of their days. */
  public Stream<KnownReport> reportsOf(String stream) {
    return under(reportsByStream, stream).values().stream().map(id -> expect(reports.get(id), id));
  }

  /** Those of them that have a day from that one on. */
  public Stream<KnownReport> reportsOf(String stream, LocalDate from) {
    PSortedMap<LocalDate, String> ofStream = under(reportsByStream, stream);
    Map.Entry<LocalDate, String> before = ofStream.lowerEntry(from);
    return Stream
        .concat(Stream.ofNullable(before).map(Map.Entry::getValue), ofStream.tailMap(from, true).values().stream())
        .map(id -> expect(reports.get(id), id))
        .filter(report -> !report.days().last().isBefore(from));
  }

  /** The first report of the stream that has a day from {@code from} through {@code through}, both inclusive. */
  public Optional<KnownReport> reportWithin(String stream, LocalDate from, LocalDate through) {
    PSortedMap<LocalDate, String> ofStream = under(reportsByStream, stream);
    return Stream.of(ofStream.floorEntry(from), ofStream.ceilingEntry(from))
        .filter(entry -> entry != null)
        .map(entry -> expect(reports.get(entry.getValue()), entry.getValue()))
        .filter(
            report -> !report.days().last().isBefore(from) && !report.days().first().isAfter(through))
        .findFirst();
  }

  /** Every report, in order of recording. */
  public List<KnownReport> reports() {
    return reports.values().stream()
        .sorted(Comparator.comparingLong(report -> report.report().sequence()))
        .toList();
  }

  /** The report of that id, or the one that the restatement of that id belongs to. */
  public Optional<KnownReport> reportNamed(String id) {
    return Optional.ofNullable(reportOfId.get(id)).map(reports::get);
  }

  /** Whether a report or restatement, even a withdrawn one, has the id. */
  public boolean isReportIdUsed(String id) {
    return reportOfId.containsKey(id);
  }

  /** The payments on a clause, in the order in which they settle. */
  public Stream<KnownPayment> paymentsOn(String clause) {
    return under(paymentsByClause, clause).values().stream()
        .map(id -> expect(payments.get(id), id));
  }

  /** Those of them made on that day and recorded by that event or a later one, or made on a later day. */
  public Stream<KnownPayment> paymentsOn(String clause, LocalDate from, long sequence) {
    return under(paymentsByClause, clause).tailMap(new Dated(from, sequence), true).values().stream()
        .map(id -> expect(payments.get(id), id));
  }

  /** The payments on a clause that come back from {@code from} through {@code through}. */
  public Stream<KnownPayment> reversedOn(String clause, LocalDate from, LocalDate through) {
    return reversals.subMap(new Dated(from, 0), true, new Dated(through, Long.MAX_VALUE), true).values().stream()
        .map(id -> expect(payments.get(id), id))
        .filter(payment -> payment.payment().fact().clause().equals(clause));
  }

  /** Waivers on a clause given on that day or later, in order of their days, on one day of recording. */
  public Stream<Known<Waiver>> waiversOn(String clause, LocalDate from) {
    return under(waiversByClause, clause).tailMap(new Dated(from, 0), true).values().stream();
  }

  /** Every payment, in order of recording. */
  public List<KnownPayment> payments() {
    return payments.values().stream()
        .sorted(Comparator.comparingLong(payment -> payment.payment().sequence()))
        .toList();
  }

  public Optional<KnownPayment> payment(String id) {
    return Optional.ofNullable(payments.get(id));
  }

  /** Whether a payment, even a withdrawn one, has the id. */
  public boolean isPaymentIdUsed(String id) {
    return paymentSequences.containsKey(id);
  }

  /** Waivers, in order of recording; likewise those below. */
  public Collection<Known<Waiver>> waivers() {
    return waivers.values();
  }

  public Collection<Known<Discharge>> discharges() {
    return discharges.values();
  }

  public Collection<Known<Launch>> launches() {
    return launches.values();
  }

  public Collection<Known<SupportDecline>> declines() {
    return declines.values();
  }

  public Collection<Known<SettledReading>> readings() {
    return readings.values();
  }

  public Collection<Known<BroughtForward>> broughtForward() {
    return broughtForward.values();
  }

  /** The statements of a clause, by number. */
  public PVector<IssuedStatement> statementsOf(String clause) {
    PVector<IssuedStatement> found = statementsByClause.get(clause);
    return found == null ? TreePVector.empty() : found;
  }

  /** The ids of the clauses that have statements, in alphabetical order. */
  public Collection<String> clausesWithStatements() {
    return new TreeSet<>(statementsByClause.keySet());
  }

  public Optional<Known<Milestone>> milestone(String id) {
    return Optional.ofNullable(milestones.get(id));
  }

  /** Every milestone, in order of recording. */
  public List<Known<Milestone>> milestones() {
    return milestones.values().stream().sorted(Comparator.comparingLong(Known::sequence)).toList();
  }

  /** The withdrawal that took the event back, also along with its report or payment; empty while it stands. */
  public Optional<Long> withdrawnBy(long sequence) {
    return Optional.ofNullable(withdrawnBy.get(sequence));
  }

  private static Dated orderOf(Known<Payment> payment) {
    return new Dated(payment.fact().valueOn(), payment.sequence());
  }

  /** What was worked out before. */
  public Memo memo() {
    return memo;
  }

  private static <K extends Comparable<? super K>, V> PSortedMap<K, V> under(
      PMap<String, PSortedMap<K, V>> map, String key) {
    PSortedMap<K, V> found = map.get(key);
    return found == null ? TreePMap.empty() : found;
  }

  private static <T> T expect(@Nullable T found, String id) {
    if (found == null) {
      throw new IllegalStateException("expected to know '" + id + "', found nothing of that id");
    }
    return found;
  }

  private static IllegalStateException cannotBeWithdrawn(AgreementEvent event) {
    return new IllegalStateException(event.type() + " cannot be withdrawn");
  }
}

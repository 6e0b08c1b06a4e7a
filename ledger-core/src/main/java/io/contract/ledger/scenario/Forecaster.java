package io.contract.ledger.scenario;

import io.contract.ledger.agreement.RefusedException;
import io.contract.ledger.budget.Budget;
import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.PeriodScheme;
import io.contract.ledger.fact.Backing;
import io.contract.ledger.fact.Exchange;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.RevenueReport;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.ReportId;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.TermsTimeline;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.ThereAre;
import io.contract.ledger.value.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes forecasts: the reports that scenarios assume, and the outlook with them. */
public final class Forecaster {

  private static final int MOST_SCENARIOS = 10;
  private static final int MOST_YEARS = 50;
  private static final Pointer SCENARIOS = Pointer.ROOT.child("scenarios");
  private static final Pointer THROUGH = Pointer.ROOT.child("through");

  private final KnownFacts facts;
  private final LocalDate effectiveOn;
  private final ForecastQuestion question;
  private final TermsTimeline terms;

  /** @param facts the facts that the forecast is based on */
  private Forecaster(KnownFacts facts, LocalDate effectiveOn, ForecastQuestion question) {
    this.facts = facts;
    this.effectiveOn = effectiveOn;
    this.question = question;
    this.terms = FactsAsOf.of(facts, DateRange.OPEN_END).terms();
  }

  /**
   * Answers the question.
   *
   * <p>Without a {@code through} the forecast runs through the last day on which a share in its scenarios is in force, for at most
   * 50 years. An open-ended share counts as ending with the calendar year after next.
   *
   * @throws ForecastRefusedException when an assumption cannot be made
   * @throws IllegalStateException when the agreement itself is not known
   */
  public static Forecast forecast(KnownFacts known, LocalDate effectiveOn, ForecastQuestion question) {
    return new Forecaster(ForecastBasis.on(known, effectiveOn), effectiveOn, question).forecast();
  }

  private Forecast forecast() {
    refuse(judge());
    LocalDate through = question.through().orElseGet(this::sunset);
    refuse(judgeReports(through));
    // All assumptions are made first, because one that is refused must not wait for the work on those before it.
    List<OutlookCalculator> assumed = new ArrayList<>();
    for (int i = 0; i < question.scenarios().size(); i++) {
      assumed.add(assumed(question.scenarios().get(i), through, SCENARIOS.child(i)));
    }
    List<Outlook> outlooks = new ArrayList<>();
    for (int i = 0; i < assumed.size(); i++) {
      String name = question.scenarios().get(i).name();
      OutlookCalculator assumption = assumed.get(i);
      outlooks.add(Budget.apart(() -> assumption.outlook(name)));
    }
    return new Forecast(through, outlooks);
  }

  private static void refuse(List<Violation> wrong) {
    if (!wrong.isEmpty()) {
      throw new ForecastRefusedException(wrong);
    }
  }

  /** The violations of the question that do not depend on what is assumed. */
  private List<Violation> judge() {
    List<Violation> wrong = new ArrayList<>();
    if (question.scenarios().size() > MOST_SCENARIOS) {
      wrong.add(invalid(SCENARIOS, "at most " + MOST_SCENARIOS + " scenarios at a time"));
    }
    question.through().filter(last -> last.isBefore(effectiveOn)).ifPresent(
        last -> wrong.add(invalid(THROUGH, last + " is before " + effectiveOn + ", the day the forecast is made on")));
    question.through().flatMap(DateRange::whyNotNameable).ifPresent(
        why -> wrong.add(new Violation(THROUGH, Code.DATE_OUT_OF_RANGE, why)));
    question.through().filter(last -> last.isAfter(latest()) && DateRange.NAMEABLE.contains(last)).ifPresent(
        last -> wrong
            .add(invalid(THROUGH, "a forecast looks at most " + MOST_YEARS + " years ahead, through " + latest())));
    Set<String> names = new HashSet<>();
    for (int i = 0; i < question.scenarios().size(); i++) {
      Scenario scenario = question.scenarios().get(i);
      Pointer at = SCENARIOS.child(i);
      if (!names.add(scenario.name())) {
        wrong.add(invalid(at.child("name"), "two scenarios are called '" + scenario.name() + "'"));
      }
      scenario.streams().keySet().stream()
          .filter(stream -> sharesOn(Set.of(stream)).isEmpty())
          .forEach(stream -> wrong.add(invalid(at.child("streams").child(stream), noShareOn(stream))));
    }
    return wrong;
  }

  private String noShareOn(String stream) {
    List<String> known =
        terms.clauses().stream().flatMap(clause -> clause.streams().stream()).distinct().sorted().toList();
    return "no revenue share has the stream '" + stream + "' in its base; "
        + (known.isEmpty() ? "there is no revenue share" : ThereAre.of(known));
  }

  /** The violations of assumed reports: those of a recorded report, and those of a report that ends after the last day. */
  private List<Violation> judgeReports(LocalDate through) {
    List<Violation> wrong = new ArrayList<>();
    for (int i = 0; i < question.scenarios().size(); i++) {
      Pointer streams = SCENARIOS.child(i).child("streams");
      question.scenarios().get(i).streams().forEach((stream, assumption) -> {
        if (assumption instanceof Scenario.Assumption.Reports reports) {
          wrong.addAll(judge(stream, reports.amounts(), through, streams.child(stream).child("reports")));
        }
      });
    }
    return wrong;
  }

  private List<Violation> judge(String stream, List<Scenario.Amount> amounts, LocalDate through, Pointer at) {
    List<Violation> wrong = new ArrayList<>();
    for (int i = 0; i < amounts.size(); i++) {
      if (amounts.get(i).through().isAfter(through)) {
        wrong.add(
            new Violation(
                at.child(i).child("through"),
                Code.INVALID_SPAN,
                amounts.get(i).through() + " is after " + through
                    + ", the last day of the forecast; say a later through, or end the report there"));
      }
    }
    try {
      Supposed.of(facts, reports(Map.of(stream, amounts)));
    } catch (RefusedException refused) {
      refused.refusal().violations().forEach(one -> wrong.add(one.below(at.child(refused.entry()))));
    }
    return wrong;
  }

  private static Violation invalid(Pointer at, String message) {
    return new Violation(at, Code.INVALID_VALUE, message);
  }

  private LocalDate latest() {
    return DateRange.earlier(effectiveOn.plusYears(MOST_YEARS), DateRange.NAMEABLE.last());
  }

  /** The last day on which a share in the scenarios is in force; a fixed payment where they have no share. */
  private LocalDate sunset() {
    Set<String> streams =
        question.scenarios().stream().flatMap(one -> one.streams().keySet().stream()).collect(Collectors.toSet());
    LocalDate afterNext = LocalDate.of(effectiveOn.getYear(), 12, 31).plusYears(2);
    List<ClauseHistory> shares = sharesOn(streams);
    LocalDate last =
        (shares.isEmpty() ? accruingOn(streams) : shares).stream()
            .flatMap(share -> share.lastDay().stream())
            .map(day -> day.equals(DateRange.OPEN_END) ? afterNext : day)
            .reduce(effectiveOn, DateRange::later);
    return DateRange.earlier(last, latest());
  }

  private List<ClauseHistory> sharesOn(Set<String> streams) {
    return terms.clauses().stream()
        .filter(clause -> clause.streams().stream().anyMatch(streams::contains))
        .toList();
  }

  /** The shares on the streams, and the fixed payments, which accrue whatever is assumed. */
  private List<ClauseHistory> accruingOn(Set<String> streams) {
    return terms.clauses().stream()
        .filter(clause -> clause.isOfFixedSums() || clause.streams().stream().anyMatch(streams::contains))
        .toList();
  }

  /** The reports that the scenario assumes, with the days to ask about. */
  private OutlookCalculator assumed(Scenario scenario, LocalDate through, Pointer at) {
    List<ClauseHistory> shares = accruingOn(scenario.streams().keySet());
    Map<ClauseId, LocalDate> from = new HashMap<>();
    Map<ClauseId, NavigableSet<LocalDate>> asked = new HashMap<>();
    NavigableSet<LocalDate> cuts = new TreeSet<>();
    for (ClauseHistory share : shares) {
      LocalDate first = firstAssumed(scenario, share);
      from.put(share.id(), first);
      NavigableSet<LocalDate> days =
          DateRange.ifAny(first, through)
              .map(span -> CapDays.of(share, span, terms.agreement().effectiveOn()))
              .orElseGet(TreeSet::new);
      asked.put(share.id(), days);
      cuts.addAll(days);
    }
    AssumedRevenue revenue = new AssumedRevenue(facts, terms.agreement().currency(), through, cuts);
    Map<String, List<Scenario.Amount>> amounts = new TreeMap<>();
    scenario.streams().forEach(
        (stream, assumption) -> amounts.put(
            stream, amounts(stream, assumption, revenue, at.child("streams").child(stream))));
    Supposed supposed = Supposed.of(facts, reports(amounts));
    return new OutlookCalculator(supposed, shares, from, asked);
  }

  /**
   * The first day for which the scenario assumes revenue: the day after the forecast is made, or an earlier day that is not
   * reported.
   */
  private LocalDate firstAssumed(Scenario scenario, ClauseHistory share) {
    Set<String> streams = share.streams();
    return scenario.streams().entrySet().stream()
        .filter(assumed -> streams.contains(assumed.getKey()))
        .flatMap(
            assumed -> switch (assumed.getValue()) {
              case Scenario.Assumption.Growth _ ->
                AssumedRevenue.firstUnreported(facts, assumed.getKey()).stream();
              case Scenario.Assumption.Reports reports -> reports.amounts().stream().map(Scenario.Amount::from);
            })
        .reduce(effectiveOn.plusDays(1), DateRange::earlier);
  }

  private List<Scenario.Amount> amounts(
      String stream, Scenario.Assumption assumption, AssumedRevenue revenue, Pointer at) {
    return switch (assumption) {
      case Scenario.Assumption.Growth growth -> {
        Pointer place = at.child("growthPerPeriod");
        yield scheme(stream, place).stream()
            .flatMap(scheme -> revenue.grown(stream, scheme, growth.perPeriod(), place).stream())
            .toList();
      }
      case Scenario.Assumption.Reports reports -> revenue.given(reports.amounts());
    };
  }

  /**
   * The length of the periods in which the stream grows, which is that of the shares on it; empty when none is in force any more.
   */
  private Optional<PeriodScheme> scheme(String stream, Pointer at) {
    LocalDate first = AssumedRevenue.firstUnreported(facts, stream).orElse(effectiveOn);
    Map<PeriodScheme, ClauseId> schemes =
        new TreeMap<>(
            Comparator.comparingLong((PeriodScheme scheme) -> scheme.containing(first).days().days())
                .thenComparing(scheme -> scheme.containing(first).name()));
    for (ClauseHistory share : sharesOn(Set.of(stream))) {
      if (share.lastDay().filter(last -> !last.isBefore(first)).isPresent()) {
        share.governing(first).clause().periodScheme().ifPresent(scheme -> schemes.putIfAbsent(scheme, share.id()));
      }
    }
    if (schemes.size() > 1) {
      throw new ForecastRefusedException(
          List.of(
              invalid(
                  at,
                  "clauses " + schemes.values().stream().map(ClauseId::text).collect(Collectors.joining(" and "))
                      + " have periods of different length on '"
                      + stream
                      + "', so that growth per period could mean either; give reports")));
    }
    return schemes.keySet().stream().findFirst();
  }

  /** The amounts as reports, under ids that no report has. */
  private List<Fact> reports(Map<String, List<Scenario.Amount>> byStream) {
    List<Fact> reports = new ArrayList<>();
    int number = 0;
    for (Map.Entry<String, List<Scenario.Amount>> of : byStream.entrySet()) {
      for (Scenario.Amount one : of.getValue()) {
        ReportId id;
        do {
          number++;
          id = new ReportId("assumed-" + number);
        } while (facts.reports().isStanding(id));
        reports.add(
            new RevenueReport(
                id,
                of.getKey(),
                one.from(),
                one.through(),
                one.amount(),
                Exchange.NONE,
                Backing.NONE));
      }
    }
    return reports;
  }
}

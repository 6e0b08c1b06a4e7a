package io.contract.ledger.model;

import io.contract.ledger.model.ModelledSettlement.Payment;
import io.contract.ledger.model.ModelledSettlement.Waiver;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The facts of a scenario that count for a question about a day (domain page, sections 3 and 11).
 *
 * @param payments in order of recording, with the settled amounts of balances brought forward
 * @param settledReadings the value of each parameter that a reading settles
 */
record KnownOn(LocalDate day, ModelledTerms terms, List<Report> reports, List<Waiver> waivers, List<Payment> payments,
    List<Balance> balances, Map<String, String> settledReadings, int decimals) {

  /** A report with the amount that holds. */
  record Report(String id, String stream, Span days, BigDecimal amount) {}

  /** The amount accrued by the day on which the agreement was taken over. */
  record Balance(LocalDate on, BigDecimal accrued) {}

  /** @param assumed the rate of late interest on days before its index is fixed */
  static KnownOn of(Scenario scenario, LocalDate day, BigDecimal assumed) {
    List<Node> amendments = new ArrayList<>();
    Map<String, LocalDate> milestones = new HashMap<>();
    Map<String, LocalDate> firstStated = new HashMap<>();
    List<Scenario.Told> standing = standing(scenario.facts());
    for (Scenario.Told fact : standing) {
      if (fact.key().equals("amendment") && !fact.fields().date("effectiveOn").isAfter(day)) {
        amendments.add(fact.fields());
      } else if (fact.key().equals("milestone") && !fact.fields().date("on").isAfter(day)) {
        milestones.put(fact.fields().text("id"), fact.fields().date("on"));
      } else if (fact.key().equals("statement") && !fact.fields().date("issuedOn").isAfter(day)) {
        firstStated.merge(fact.fields().text("period"), fact.fields().date("issuedOn"), Span::earlier);
      }
    }
    KnownOn known =
        new KnownOn(day, new ModelledTerms(scenario.agreement(), amendments, milestones, firstStated,
            ModelledFixings.of(standing, assumed)),
            new ArrayList<>(),
            new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashMap<>(), scenario.decimals());
    standing.forEach(fact -> known.take(fact, scenario.facts(), standing));
    known.takeReadings(standing);
    known.reports.removeIf(report -> report.days().last().isAfter(day));
    known.waivers.removeIf(waiver -> waiver.on().isAfter(day));
    known.payments.removeIf(payment -> payment.on().isAfter(day));
    known.balances.removeIf(balance -> balance.on().isAfter(day));
    return known;
  }

  private void take(Scenario.Told fact, List<Scenario.Told> all, List<Scenario.Told> standing) {
    Node fields = fact.fields();
    switch (fact.key()) {
      case "revenue" -> reports.add(new Report(fields.text("id"), fields.text("stream"),
          new Span(fields.date("from"), fields.date("through")), amountOf(fields, all, standing)));
      case "waiver" ->
        waivers.add(new Waiver(fields.date("on"), fields.optional("period"), fields.amount("amount"),
            fields.optional("of").filter("interest"::equals).isPresent()));
      case "payment" -> {
        if (!isReversed(fields.text("id"), standing)) {
          BigDecimal withheld = fields.has("withheld") ? converted(fields, "withheld") : BigDecimal.ZERO;
          payments.add(new Payment(fields.date("valueOn"), converted(fields, "amount").add(withheld),
              terms.isInterestFirstOn(fields.date("valueOn")), false, fields.optional("period")));
        }
      }
      case "brought-forward" -> {
        balances.add(new Balance(fields.date("on"), fields.amount("accrued")));
        payments.add(new Payment(fields.date("on"), fields.amount("settled"), false, true, Optional.empty()));
      }
      default -> {
        // Terms and readings are read elsewhere. Restatements and reversals are found by the report or payment that they are about.
      }
    }
  }

  /** Takes in the settled readings. The latest reading of a parameter holds; of equal dates, the one recorded last. */
  private void takeReadings(List<Scenario.Told> standing) {
    Map<String, LocalDate> since = new HashMap<>();
    for (Scenario.Told fact : standing) {
      if (fact.key().equals("reading") && !fact.fields().date("from").isAfter(day)) {
        String parameter = fact.fields().text("parameter");
        LocalDate from = fact.fields().date("from");
        if (!from.isBefore(since.getOrDefault(parameter, LocalDate.MIN))) {
          since.put(parameter, from);
          settledReadings.put(parameter, fact.fields().text("value"));
        }
      }
    }
  }

  /** The facts that count for the clause. Before the clause begins no balance does; what is paid ahead is credit. */
  KnownOn askedOfTheClause() {
    for (LocalDate one = terms.begin(); !one.isAfter(day); one = one.plusDays(1)) {
      if (terms.inForceOn(one).isPresent()) {
        return this;
      }
    }
    List<Payment> ahead = payments.stream().filter(payment -> !payment.before()).toList();
    return new KnownOn(day, terms, reports, waivers, ahead, List.of(), settledReadings, decimals);
  }

  /** The periods with a day of the clause, begun by the day of the question. */
  List<Span> periods() {
    TreeSet<Span> periods = new TreeSet<>();
    for (LocalDate one = terms.begin(); !one.isAfter(day); one = one.plusDays(1)) {
      terms.rowOn(one).ifPresent(periods::add);
    }
    return List.copyOf(periods);
  }

  /** Whether every stream that the base of the day adds up has a report for it; deductions need none. */
  boolean isReported(LocalDate one) {
    return terms.inForceOn(one).map(revision -> revision.streams().stream().allMatch(stream -> reports.stream()
        .anyMatch(report -> report.stream().equals(stream) && report.days().holds(one)))).orElse(true);
  }

  String shown(BigDecimal amount) {
    return amount.setScale(decimals).toPlainString();
  }

  private static List<Scenario.Told> standing(List<Scenario.Told> facts) {
    List<String> withdrawn = facts.stream().filter(fact -> fact.key().equals("withdrawal"))
        .map(fact -> fact.fields().text(Scenario.Told.WITHDRAWN_LABEL)).toList();
    return facts.stream().filter(fact -> !withdrawn.contains(String.valueOf(fact.label()))).toList();
  }

  private boolean isReversed(String payment, List<Scenario.Told> standing) {
    return standing.stream().anyMatch(fact -> fact.key().equals("reversal")
        && fact.fields().text("payment").equals(payment) && !fact.fields().date("on").isAfter(day));
  }

  /** The amount of the last recorded restatement that is not withdrawn, whichever of the chain it names, else of the report. */
  private BigDecimal amountOf(Node report, List<Scenario.Told> all, List<Scenario.Told> standing) {
    List<String> chain = new ArrayList<>(List.of(report.text("id")));
    BigDecimal amount = converted(report, "amount");
    for (Scenario.Told fact : all) {
      if (fact.key().equals("restatement") && chain.contains(fact.fields().text("restates"))) {
        chain.add(fact.fields().text("id"));
        amount = standing.contains(fact) ? converted(fact.fields(), "amount") : amount;
      }
    }
    return amount;
  }

  /** In the agreement's currency, rounded half-up to its minor unit where a rate is recorded. */
  private BigDecimal converted(Node fields, String key) {
    Optional<BigDecimal> rate = fields.optional("fxRate").map(BigDecimal::new);
    return rate.map(known -> fields.amount(key).multiply(known).setScale(decimals, RoundingMode.HALF_UP))
        .orElseGet(() -> fields.amount(key));
  }
}

package io.contract.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Of a scenario's facts those that count for a question about a day (domain page, sections 3 and 11). */
record KnownOn(LocalDate day, ModelledTerms terms, List<Report> reports,
    List<ModelledSettlement.Waiver> waivers, List<ModelledSettlement.Payment> payments) {

  /** A report with the amount that holds. */
  record Report(String id, String stream, Span days, BigDecimal amount) {}

  static KnownOn of(Scenario scenario, LocalDate day) {
    List<Scenario.Fact> standing = standing(scenario.facts());
    Map<String, LocalDate> milestones = new HashMap<>();
    List<Node> amendments = new ArrayList<>();
    List<Report> reports = new ArrayList<>();
    List<ModelledSettlement.Waiver> waivers = new ArrayList<>();
    List<ModelledSettlement.Payment> payments = new ArrayList<>();
    for (Scenario.Fact fact : standing) {
      Node fields = fact.fields();
      switch (fact.key()) {
        case "amendment" -> amendments.add(fields);
        case "milestone" -> {
          if (!fields.date("on").isAfter(day)) {
            milestones.put(fields.text("id"), fields.date("on"));
          }
        }
        case "revenue" -> reports.add(new Report(fields.text("id"), fields.text("stream"),
            new Span(fields.date("from"), fields.date("through")), amountOf(fields, scenario.facts(), standing)));
        case "waiver" -> waivers.add(new ModelledSettlement.Waiver(fields.date("on"), fields.optional("period"),
            fields.amount("amount")));
        case "payment" -> {
          if (!isReversed(fields.text("id"), standing, day)) {
            payments.add(new ModelledSettlement.Payment(fields.date("valueOn"),
                fields.amount("amount").add(fields.optional("withheld").map(BigDecimal::new).orElse(BigDecimal.ZERO))));
          }
        }
        default -> {
          // Restatements and reversals are looked up by what they are about.
        }
      }
    }
    amendments.removeIf(amendment -> amendment.date("effectiveOn").isAfter(day));
    reports.removeIf(report -> report.days().last().isAfter(day));
    waivers.removeIf(waiver -> waiver.on().isAfter(day));
    payments.removeIf(payment -> payment.on().isAfter(day));
    return new KnownOn(day, new ModelledTerms(scenario.agreement(), amendments, milestones), reports, waivers,
        payments);
  }

  /** The same; before the clause begins nothing counts as paid. */
  KnownOn askedOfTheClause() {
    for (LocalDate one = terms.begin(); !one.isAfter(day); one = one.plusDays(1)) {
      if (terms.inForceOn(one).isPresent()) {
        return this;
      }
    }
    return new KnownOn(day, terms, reports, waivers, List.of());
  }

  private static List<Scenario.Fact> standing(List<Scenario.Fact> facts) {
    List<String> withdrawn = facts.stream().filter(fact -> fact.key().equals("withdrawal"))
        .map(fact -> fact.fields().text(Scenario.Fact.WITHDRAWN_LABEL)).toList();
    return facts.stream().filter(fact -> !withdrawn.contains(String.valueOf(fact.label()))).toList();
  }

  private static boolean isReversed(String payment, List<Scenario.Fact> standing, LocalDate day) {
    return standing.stream().anyMatch(fact -> fact.key().equals("reversal")
        && fact.fields().text("payment").equals(payment) && !fact.fields().date("on").isAfter(day));
  }

  /** That of the latest recorded restatement that stands, whichever of the chain it names. */
  private static BigDecimal amountOf(Node report, List<Scenario.Fact> all, List<Scenario.Fact> standing) {
    List<String> chain = new ArrayList<>(List.of(report.text("id")));
    BigDecimal amount = report.amount("amount");
    for (Scenario.Fact fact : all) {
      if (fact.key().equals("restatement") && chain.contains(fact.fields().text("restates"))) {
        chain.add(fact.fields().text("id"));
        amount = standing.contains(fact) ? fact.fields().amount("amount") : amount;
      }
    }
    return amount;
  }
}

package io.contract.ledger.why;

import io.contract.ledger.calendar.Period;
import io.contract.ledger.explain.Arithmetic;
import io.contract.ledger.explain.Arithmetic.Plain;
import io.contract.ledger.explain.Explained;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.explain.Quantity;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.money.Rounding;
import io.contract.ledger.obligation.Obligation;
import io.contract.ledger.obligation.ObligationCalculator;
import io.contract.ledger.obligation.ObligationWorkings;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.Clause.Duty.EveryPeriod;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.ThereAre;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Explains the figures of an obligation's row (domain page, sections 7 and 8; ADR 0021). The figures of a payment are those of its
 * period. The figures of other rows rest on the clause and on what was reported, discharged or waived.
 *
 * <p>Example: {@code outstanding} of a commitment to buy for USD 100.00 of which 30.00 are reported is 70.00, {@code max(0, …)} of
 * {@code amount − reported}.
 */
final class ObligationExplanation {

  private static final String DUE_ON = "dueOn";
  private static final String AMOUNT = "amount";
  private static final String OUTSTANDING = "outstanding";
  private static final String STATUS = "status";

  /** How many rows are named to somebody who asks for one that there is not. */
  private static final int MOST_NAMED = 50;

  private final FactsAsOf facts;
  private final ObligationWorkings workings;
  private final Obligation row;
  private final ClauseHistory clause;
  private final TermLeaves leaves;

  private ObligationExplanation(FactsAsOf facts, Obligation row) {
    this.facts = facts;
    this.workings = ObligationCalculator.workings(facts, row);
    this.row = row;
    this.clause = facts.terms().clause(row.clause()).orElseThrow();
    this.leaves = new TermLeaves(facts, clause);
  }

  /** Every figure that the row may have. */
  static List<String> figures() {
    return List.of(AMOUNT, OUTSTANDING, DUE_ON, STATUS);
  }

  /** Explains a figure of the row of that name, or states what is wrong with the question. */
  static Explained of(FactsAsOf facts, String ref, String figure) {
    List<Obligation> rows = ObligationCalculator.obligations(facts);
    Optional<Obligation> row = rows.stream().filter(one -> one.ref().equals(ref)).findFirst();
    if (row.isEmpty()) {
      return Explained.not(
          "ref", Code.INVALID_VALUE,
          "there is no obligation '" + ref + "' on " + facts.effectiveOn() + "; "
              + ThereAre.of(rows.stream().map(Obligation::ref).toList(), MOST_NAMED));
    }
    List<String> there = there(row.get());
    return there.contains(figure)
        ? new ObligationExplanation(facts, row.get()).why(figure)
        : Explained.not(
            "figure", Code.INVALID_VALUE,
            "there is no figure '" + figure + "' of '" + ref + "'; " + ThereAre.of(there));
  }

  private static List<String> there(Obligation row) {
    List<String> there = new ArrayList<>();
    if (row.kind() == Obligation.Kind.PAYMENT || row.kind() == Obligation.Kind.COMMITMENT) {
      there.addAll(List.of(AMOUNT, OUTSTANDING));
    }
    there.addAll(List.of(DUE_ON, STATUS));
    return there;
  }

  private Explained why(String figure) {
    return switch (row.kind()) {
      case PAYMENT ->
        PositionExplanation.of(
            facts, clause.id(),
            FigureRef.of(figure.equals(AMOUNT) ? "accrued" : figure, row.period().orElseThrow())
                .in(new Book(row.bearer(), row.counterparty().orElseThrow())));
      case REPORT, DUTY, COMMITMENT, STANDING, RIGHT -> new Explained.Because(explain(figure));
    };
  }

  private Explanation explain(String figure) {
    return switch (figure) {
      case DUE_ON -> dueOn();
      case STATUS -> status();
      case AMOUNT -> named(Explanation.by(AMOUNT, "what the clause says", Plain.SAME, commitment()));
      default -> outstanding();
    };
  }

  private Explanation named(Explanation explanation) {
    return explanation.named(explanation.figure() + " of " + row.ref());
  }

  private Explanation dueOn() {
    if (row.dueOn().isEmpty()) {
      return Explanation.judged(
          DUE_ON + " of " + row.ref(), new Quantity.None(), "there is no due date", List.of());
    }
    LocalDate due = row.dueOn().get();
    Explanation says =
        switch (row.kind()) {
          case DUTY -> dutyDue(due);
          case REPORT -> reportDue();
          case PAYMENT, COMMITMENT, STANDING, RIGHT -> lastDay(due);
        };
    if (!says.value().equals(new Quantity.Day(due))) {
      throw new IllegalStateException("expected " + row + " explained, found " + says);
    }
    return named(says);
  }

  /** By the clause's own rule for reports, else that of the period's share. */
  private Explanation reportDue() {
    Period period = row.period().flatMap(clause::period).orElseThrow();
    return leaves.reportDueOn(period).named(DUE_ON);
  }

  private Explanation dutyDue(LocalDate due) {
    Optional<Period> period = row.period().flatMap(clause::period);
    if (period.isEmpty()) {
      return Explanation.by(
          DUE_ON, "what the clause says", Plain.SAME,
          leaves.attribute("due", new Quantity.Day(due), "due", clause.governing(facts.effectiveOn())));
    }
    Revision revision = workings.judgedBy().orElseThrow();
    return leaves.dueOn(
        period.get(), ((Clause.Duty) revision.clause()).recurring().map(EveryPeriod::due).orElseThrow(), "due",
        revision)
        .named(DUE_ON);
  }

  /** The clause's last day, which the clause states itself unless something ends it before. */
  private Explanation lastDay(LocalDate last) {
    Revision revision = clause.governing(facts.effectiveOn());
    if (last.equals(revision.clause().head().through())) {
      return Explanation.by(
          DUE_ON, "the last day that the clause says", Plain.SAME,
          leaves.attribute("through", new Quantity.Day(last), "through", revision));
    }
    return Explanation.by(
        DUE_ON, "its last day: a milestone, an amendment or the next revision ends it", Plain.SAME,
        Explanation.day("last day of the clause", last));
  }

  private Explanation commitment() {
    return leaves.attribute(
        AMOUNT, Quantity.of(row.amount().orElseThrow()), AMOUNT, clause.governing(facts.effectiveOn()));
  }

  private Explanation outstanding() {
    return Explanation.agreed(
        Explanation.by(
            OUTSTANDING + " of " + row.ref(), "max(0, …)", Plain.AT_LEAST_ZERO,
            Explanation.by(
                "amount − reported", "amount − reported", Plain.DIFFERENCE, commitment(),
                Explanation.by(
                    "reported so far", "round half-up",
                    new Arithmetic.Round(Rounding.DEFAULT.mode(), facts.agreement().currency()), reported()))),
        row.outstanding().orElseThrow());
  }

  private Explanation reported() {
    List<Explanation> parts = new ArrayList<>();
    for (ObligationWorkings.Part part : workings.reported()) {
      Explanation report = leaves.report(part.report().report().fact().id());
      parts.add(
          part.days().equals(part.report().days())
              ? report
              : Explanation.by(
                  report.figure() + ", in force " + part.days(),
                  "spread " + part.days().days() + " of " + part.report().days().days() + " days", Plain.PROPORTION,
                  report, Explanation.days(part.days()),
                  new Explanation.Calendar("days of the report", Quantity.of(part.report().days().days()))));
    }
    return Explanation.by("reported for the days in force", "Σ reports", Plain.SUM, parts);
  }

  private Explanation status() {
    List<Explanation> of = new ArrayList<>();
    workings.done().ifPresent(
        what -> of.add(
            new Explanation.Event(what.as() + " on", new Quantity.Day(what.on()), what.sequence())));
    if (row.kind() == Obligation.Kind.COMMITMENT) {
      of.add(commitment());
      of.add(reported());
    }
    if (row.dueOn().isPresent()) {
      of.add(dueOn());
    }
    of.add(Explanation.day("day of the question", facts.effectiveOn()));
    String status = row.status().orElseThrow();
    return Explanation.judged(STATUS + " of " + row.ref(), new Quantity.Word(status), why(status, row.kind()), of);
  }

  private static String why(String status, Obligation.Kind kind) {
    return switch (status) {
      case "discharged" -> "what was owed was done";
      case "waived" -> "the obligee gave it up";
      case "met" -> "the amount is reached";
      case "missed" -> "the last day has passed and the amount is not reached";
      case "open" -> "the amount is not reached, and the last day is still to come";
      case "in-force" -> "the clause is in force on the day";
      case "undated" -> not(kind) + ", and the clause has no due date";
      case "due" -> not(kind) + ", and the due date is today";
      case "due-later" -> not(kind) + ", and the due date is still to come";
      case "overdue" -> not(kind) + ", and the due date has passed";
      default -> throw new IllegalArgumentException("expected a status of " + kind + ", found " + status);
    };
  }

  private static String not(Obligation.Kind kind) {
    return kind == Obligation.Kind.REPORT ? "not reported" : "not done";
  }
}

package io.contract.ledger.journal;

import io.contract.ledger.fact.Milestone;
import io.contract.ledger.fact.SettledReading;
import io.contract.ledger.fact.Waiver;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.Known;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.fact.known.KnownReport;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.position.Workings;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The days on which a clause's position may change other than by interest, each with the events dated on it. The position is asked
 * for on these days only. The day of the question is always one of them.
 */
final class PostingDays {

  private final NavigableMap<LocalDate, NavigableSet<Long>> days = new TreeMap<>();

  private PostingDays() {}

  /**
   * The days through that of the question.
   *
   * @param workings how the clause stands on that day; carried excess and shortfalls accrue on days of their own
   */
  static PostingDays of(FactsAsOf facts, ClauseId clause, Workings workings) {
    KnownFacts known = facts.known();
    PostingDays days = new PostingDays();
    days.addAll(known.amendments(), amendment -> amendment.effectiveOn());
    days.addAll(known.all(Milestone.class), milestone -> milestone.on());
    days.addAll(known.all(SettledReading.class), reading -> reading.from());
    days.addAll(facts.broughtForwardOf(clause), balance -> balance.on());
    days.addAll(known.all(Waiver.class, clause, LocalDate.MIN).toList(), waiver -> waiver.on());
    facts.terms().clause(clause).stream()
        .flatMap(history -> history.streams().stream())
        .flatMap(known.reports()::of)
        .forEach(days::add);
    known.payments().on(clause).forEach(payment -> {
      days.add(payment.payment().fact().valueOn(), payment.payment().sequence());
      Optional.ofNullable(payment.reversal()).ifPresent(back -> days.add(back.fact().on(), back.sequence()));
    });
    facts.terms().clause(clause).flatMap(history -> history.firstDay()).ifPresent(days::add);
    workings.rows().stream()
        .flatMap(row -> row.period().lines().stream())
        .forEach(line -> days.add(line.line().days().last()));
    days.add(facts.effectiveOn());
    days.days.tailMap(facts.effectiveOn(), false).clear();
    return days;
  }

  private <T> void addAll(Collection<Known<T>> facts, Function<T, LocalDate> day) {
    facts.forEach(known -> add(day.apply(known.fact()), known.sequence()));
  }

  private void add(KnownReport report) {
    add(report.days().last(), report.amountSetBy());
  }

  private void add(LocalDate day, long sequence) {
    days.computeIfAbsent(day, any -> new TreeSet<>()).add(sequence);
  }

  private void add(LocalDate day) {
    days.computeIfAbsent(day, any -> new TreeSet<>());
  }

  /** The days, in order. */
  List<LocalDate> all() {
    return List.copyOf(days.keySet());
  }

  /** The sequences of the events dated on the day, ascending. */
  NavigableSet<Long> eventsOn(LocalDate day) {
    return days.getOrDefault(day, new TreeSet<>());
  }
}

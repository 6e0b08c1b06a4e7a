package io.contract.ledger.journal;

import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.money.Money;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.position.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Answers about a journal in the short form in which tests expect them. */
public final class Books {

  private Books() {}

  /** The readings under which a journal of the clause can be asked for. */
  public static List<Reading> readings(FactsAsOf facts, String clause) {
    return PositionCalculator.readings(facts, new ClauseId(clause));
  }

  /** The balance of every account by the entries through the day. Accounts at zero are left out. */
  public static Map<Account, Money> sums(Journal journal, LocalDate through) {
    Map<Account, Money> sums = new TreeMap<>(java.util.Comparator.comparing(Account::toString));
    journal.entries().stream()
        .filter(entry -> !entry.on().isAfter(through))
        .flatMap(entry -> entry.postings().stream())
        .forEach(posting -> sums.merge(posting.account(), posting.amount(), Money::plus));
    sums.values().removeIf(Money::isZero);
    return sums;
  }

  /** The balance of every account as the journal states it. Accounts at zero are left out. */
  public static Map<Account, Money> stated(Journal journal) {
    Map<Account, Money> stated = new TreeMap<>(java.util.Comparator.comparing(Account::toString));
    journal.balances().stream()
        .filter(Predicate.not(posting -> posting.amount().isZero()))
        .forEach(posting -> stated.put(posting.account(), posting.amount()));
    return stated;
  }

  /** The balances without late interest, which is booked when it is settled or asked for, not day by day. */
  public static Map<Account, Money> withoutInterest(Map<Account, Money> balances) {
    Map<Account, Money> left = new TreeMap<>(java.util.Comparator.comparing(Account::toString));
    left.putAll(balances);
    left.keySet().removeIf(account -> account.role() == Role.INTEREST || account.role() == Role.INTEREST_CLAIM);
    return left;
  }

  /** An entry in one line: {@code 2021-03-31 ACCRUAL 1: CLAIM 2021-Q1 940.00, SHARE 2021-Q1 -940.00}. */
  static String line(Entry entry) {
    return entry.on() + " " + entry.kind() + " "
        + entry.events().stream().map(String::valueOf).collect(Collectors.joining("+")) + ": "
        + entry.postings().stream().map(Books::text).collect(Collectors.joining(", "));
  }

  static String text(Posting posting) {
    return posting.account().role() + posting.account().period().map(period -> " " + period).orElse("") + " "
        + posting.amount().toPlainString();
  }

  static List<String> lines(Journal journal) {
    return journal.entries().stream().map(Books::line).toList();
  }

  static List<String> balances(Journal journal) {
    return journal.balances().stream().filter(posting -> !posting.amount().isZero()).map(Books::text).toList();
  }

  static Optional<Entry> first(Journal journal, Entry.Kind kind) {
    return journal.entries().stream().filter(entry -> entry.kind() == kind).findFirst();
  }
}

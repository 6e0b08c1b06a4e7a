package io.contract.ledger.agreement;

import io.contract.ledger.calendar.Period;
import io.contract.ledger.fact.Discharge;
import io.contract.ledger.fact.Waiver;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.money.Money;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.Figures;
import io.contract.ledger.position.PeriodRow;
import io.contract.ledger.position.Position;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.value.Code;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules for releases from an obligation: waivers and discharges. */
record ReleaseRules(FactCheck check) {

  void waiver(Waiver waiver) {
    check.parties(waiver.book());
    check.violations().party("/by", waiver.by(), check.partyIds());
    check.clause(waiver.clause())
        .ifPresent(
            clause -> {
              switch (clause.governing(waiver.on()).clause()) {
                case Clause.Payable _ -> waiverOfClaims(waiver, clause);
                case Clause.Duty duty -> waiverOfDuty(waiver, clause, duty);
                case Clause.Licence _,Clause.Designation _,Clause.FirstShip _ -> cannotBeWaived(waiver);
                case Clause.Permission _,Clause.Restriction _,Clause.Shareholding _ -> cannotBeWaived(waiver);
                case Clause.PurchaseCommitment _ -> cannotBeWaived(waiver);
              }
            });
    check.unusedId(waiver);
    check.violations().currency(waiver.currency(), check.agreement().currency());
    check.violations().notInFuture("/on", waiver.on(), check.today());
  }

  private void cannotBeWaived(Waiver waiver) {
    check.wrongKind(waiver.clause(), "waivers are of revenue shares, fixed payments and duties");
  }

  private void waiverOfClaims(Waiver waiver, ClauseHistory clause) {
    List<Book> books = clause.booksOn(waiver.on());
    List<Book> waived = books.stream().filter(waiver::isOf).toList();
    if (waived.isEmpty()) {
      check.violations().add(
          "/by", Code.WRONG_PARTIES,
          "on " + waiver.on() + " clause '" + waiver.clause() + "' is owed " + FactCheck.words(books)
              + "; only the payee can waive it, not '" + waiver.by() + "'"
              + waiver.book().payer().map(payer -> " of '" + payer + "'").orElse(""));
    }
    BigDecimal amount = waiver.amount();
    if (amount == null) {
      check.violations().add("/amount", Code.MISSING_FIELD, "a waiver of a "
          + clause.revisions().getLast().clause().head().kind().slug().replace('-', ' ') + " needs 'amount'");
      return;
    }
    check.violations().precision("/amount", amount, check.agreement().currency());
    check.violations().positive("/amount", amount);
    if (waived.isEmpty()) {
      return;
    }
    List<Position> positions =
        PositionCalculator.positions(FactsAsOf.of(check.facts(), waiver.on()), waiver.clause()).stream()
            .filter(position -> waived.contains(position.book())).toList();
    String period = waiver.period();
    if (period != null
        && positions.stream()
            .flatMap(position -> position.periods().stream())
            .noneMatch(row -> row.period().equals(period))) {
      check.noSuchPeriod(waiver.clause(), period, waiver.on());
    } else {
      notAboveOpen(waiver, amount, positions);
    }
  }

  /**
   * Checks a waiver against what is outstanding, or against the interest shown, in all books that it is for. Where readings differ, the
   * largest amount is the limit. Where none is known, there is no limit.
   */
  private void notAboveOpen(Waiver waiver, BigDecimal amount, List<Position> positions) {
    Figure limit = waiver.of() == Waiver.Of.INTEREST ? Figure.INTEREST : Figure.OUTSTANDING;
    int readings = positions.stream().mapToInt(position -> position.readings().size()).max().orElse(0);
    Money largest = Money.zero(check.agreement().currency());
    for (int reading = 0; reading < Math.max(1, readings); reading++) {
      Money sum = Money.zero(check.agreement().currency());
      for (Position position : positions) {
        Optional<Money> open = open(limit, position, reading, waiver.period());
        if (open.isEmpty()) {
          return;
        }
        sum = sum.plus(open.get());
      }
      largest = largest.max(sum);
    }
    if (amount.compareTo(largest.amount()) > 0) {
      check.violations().add(
          "/amount",
          Code.WAIVER_EXCEEDS_OUTSTANDING,
          amount.toPlainString() + " is more than the " + largest.toPlainString()
              + (limit == Figure.INTEREST ? " of interest open on " : " outstanding on ") + waiver.on());
    }
  }

  private static Optional<Money> open(Figure limit, Position position, int reading, @Nullable String period) {
    boolean isOpen = !position.readings().isEmpty();
    Figures figures = isOpen ? position.readings().get(reading).figures() : position.figures();
    if (period == null) {
      return figures.get(limit);
    }
    List<PeriodRow> periods = isOpen ? position.readings().get(reading).periods() : position.periods();
    return periods.stream()
        .filter(row -> row.period().equals(period))
        .findFirst()
        .map(row -> row.figures().get(limit))
        .orElseGet(() -> Optional.of(Money.zero(figures.get(Figure.PAID).orElseThrow().currency())));
  }

  private void waiverOfDuty(Waiver waiver, ClauseHistory clause, Clause.Duty duty) {
    owedTo(waiver, clause.partyOn(clause.governing(waiver.on()), duty.obligee(), waiver.on()));
    if (waiver.amount() != null) {
      check.violations().add("/amount", Code.INVALID_VALUE, "a waiver of a duty has no 'amount'");
    }
    if (waiver.of() == Waiver.Of.INTEREST) {
      check.violations().add("/of", Code.INVALID_VALUE,
          "a waiver of a duty is not 'of' interest, which a duty does not bear");
    }
    periodOfDuty(clause, duty, waiver.period(), waiver.on());
  }

  private void owedTo(Waiver waiver, PartyId creditor) {
    if (!waiver.by().equals(creditor)) {
      check.violations().add(
          "/by",
          Code.WRONG_PARTIES,
          "on " + waiver.on() + " clause '" + waiver.clause() + "' is owed to '" + creditor
              + "', who alone can waive it, not '" + waiver.by() + "'");
    }
  }

  void discharge(Discharge discharge) {
    check.violations().party("/by", discharge.by(), check.partyIds());
    check.clause(discharge.clause())
        .ifPresent(
            clause -> {
              if (clause.governing(discharge.on()).clause() instanceof Clause.Duty duty) {
                periodOfDuty(clause, duty, discharge.period(), discharge.on());
              } else {
                check.wrongKind(discharge.clause(), "discharges are of duties");
              }
            });
    check.unusedId(discharge);
    check.violations().notInFuture("/on", discharge.on(), check.today());
  }

  private void periodOfDuty(
      ClauseHistory clause, Clause.Duty duty, @Nullable String period, LocalDate on) {
    new DueDateRules(check).of(clause, period);
    if (duty.recurring().isPresent() && period == null) {
      check.violations().add(
          "/period",
          Code.UNKNOWN_PERIOD,
          "duty '" + duty.id() + "' recurs: say for which period it is");
    }
    if (period != null
        && clause.periodsBegunBy(on).stream().map(Period::name).noneMatch(period::equals)) {
      check.noSuchPeriod(clause.id(), period, on);
    }
  }
}

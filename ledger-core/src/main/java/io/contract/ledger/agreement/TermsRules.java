package io.contract.ledger.agreement;

import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.money.Money;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.position.ReadPosition;
import io.contract.ledger.terms.AmendedClauses;
import io.contract.ledger.terms.Amendment;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.ClauseReader;
import io.contract.ledger.terms.ExecutedAgreement;
import io.contract.ledger.terms.Revision;
import io.contract.ledger.terms.TermsTimeline;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import io.contract.ledger.value.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The rules for agreements and amendments. */
final class TermsRules {

  private TermsRules() {}

  /** The violations of an agreement that is to be recorded. An agreement already recorded under the id has other content. */
  static List<Violation> judge(Agreement state, ExecutedAgreement agreement, Instant recordedAt) {
    Violations violations = new Violations();
    if (state.exists()) {
      violations.add(
          "/id", Code.ID_ALREADY_USED, "agreement '" + agreement.id() + "' is recorded with other content");
      return violations.all();
    }
    violations.notInFuture(
        "/executedOn",
        agreement.executedOn(),
        recordedAt.atZone(agreement.timeZone()).toLocalDate());
    Set<PartyId> parties = new HashSet<>();
    for (int i = 0; i < agreement.parties().size(); i++) {
      PartyId id = agreement.parties().get(i).id();
      if (!parties.add(id)) {
        violations.add(
            "/parties/" + i + "/id", Code.ID_ALREADY_USED, "party id '" + id + "' is already used");
      }
    }
    judgeClauses(agreement, violations);
    return violations.all();
  }

  private static void judgeClauses(ExecutedAgreement agreement, Violations violations) {
    ClauseReader reader = new ClauseReader(agreement.partyIds(), agreement.currency(), agreement.years());
    Map<ClauseId, Integer> places = new HashMap<>();
    for (int i = 0; i < agreement.clauses().size(); i++) {
      Value.Tree clause = agreement.clauses().get(i);
      ClauseId id = new ClauseId(new Fields(clause).text("id"));
      if (places.putIfAbsent(id, i) != null) {
        violations.add("/clauses/" + i + "/id", Code.ID_ALREADY_USED, "clause id '" + id + "' is already used");
      }
      violations.addAll(reader.read(clause).violations(), "/clauses/" + i);
    }
    for (ClauseHistory clause : TermsTimeline.of(AmendedClauses.of(agreement, List.of()), Map.of()).clauses()) {
      DueDateRules.made(clause.id(), clause.revisions(), "/clauses/" + places.get(clause.id()), violations);
    }
  }

  /**
   * Checks the changes of an amendment, at the amendment's own place in the order of amendments. An amendment recorded under the same
   * number counts too, because what is wrong with the changes is said before the number.
   */
  static void judge(Agreement state, Amendment amendment, Violations violations) {
    AmendedClauses before = state.facts().amended();
    AmendedClauses amended = before.plus(amendment);
    amended.withoutEffect().stream()
        .filter(change -> change.amendment().equals(amendment))
        .forEach(change -> violations.addAll(change.reasons(), "/changes/" + change.change()));
    Map<ClauseId, Integer> places = new LinkedHashMap<>();
    for (int i = 0; i < amendment.changes().size(); i++) {
      int place = i;
      amendment.changes().get(i).clause().ifPresent(clause -> places.putIfAbsent(clause, place));
    }
    places.forEach(
        (clause, place) -> DueDateRules.made(
            clause, amended.revisionsBy(amendment.number(), clause), "/changes/" + place, violations));
    places.forEach((clause, place) -> judgePeriods(state, amendment, amended, clause, "/changes/" + place, violations));
    for (int i = 0; i < amendment.changes().size(); i++) {
      if (amendment.changes().get(i) instanceof Amendment.Change.Succession succession
          && violations.hasNone("/changes/" + i + "/succession")) {
        nobodyOwesItself(state, amendment, succession, "/changes/" + i + "/succession", violations);
      }
      if (amendment.changes().get(i) instanceof Amendment.Change.Add add
          && before.isUsed(add.id())
          && violations.hasNone("/changes/" + i + "/add/id")) {
        violations.add(
            "/changes/" + i + "/add/id",
            Code.ID_ALREADY_USED,
            "clause id '" + add.id() + "' is already used");
      }
    }
  }

  /**
   * Where a succession would make one party both payer and payee of a book, nothing may be open in it. What clauses in force name is
   * judged with the clause itself.
   */
  private static void nobodyOwesItself(
      Agreement state, Amendment amendment, Amendment.Change.Succession succession, String path,
      Violations violations) {
    LocalDate eve = amendment.effectiveOn().minusDays(1);
    FactsAsOf then = FactsAsOf.of(state.facts(), eve);
    for (ClauseHistory clause : then.terms().clauses()) {
      if (!succession.mayChange(clause.id())) {
        continue;
      }
      for (Book book : clause.booksOn(eve)) {
        if (becomesOne(book, succession) && isAnythingOpen(then, clause.id(), book)) {
          violations.add(path, Code.INVALID_CLAUSE,
              "'" + succession.to() + "' would owe itself what is open under clause '" + clause.id() + "' between '"
                  + book.payer() + "' and '" + book.payee() + "' on " + eve + "; settle or waive it first");
        }
      }
    }
  }

  private static boolean becomesOne(Book book, Amendment.Change.Succession succession) {
    return (book.payer().equals(succession.from()) && book.payee().equals(succession.to()))
        || (book.payer().equals(succession.to()) && book.payee().equals(succession.from()));
  }

  /** Whether a claim, interest or credit is open in the book under any reading, or whether that cannot be said. */
  private static boolean isAnythingOpen(FactsAsOf facts, ClauseId clause, Book book) {
    return PositionCalculator.position(facts, clause, book).stream()
        .flatMap(
            position -> position.readings().isEmpty()
                ? Stream.of(position.figures())
                : position.readings().stream().map(ReadPosition::figures))
        .anyMatch(
            figures -> Stream.of(Figure.OUTSTANDING, Figure.INTEREST, Figure.CREDIT)
                .anyMatch(figure -> figures.get(figure).filter(Money::isZero).isEmpty()));
  }

  /** Checks that what is reported keeps its periods, where the amendment leaves the clause with periods that are named one by one. */
  private static void judgePeriods(
      Agreement state, Amendment amendment, AmendedClauses amended, ClauseId clause, String path,
      Violations violations) {
    if (amended.revisionsBy(amendment.number(), clause).stream().anyMatch(Revision::isScheduled)) {
      TermsTimeline terms = state.facts().termsAs(amended);
      terms.clause(clause)
          .flatMap(history -> new PeriodRules(terms).clause(history, state.facts().reports()))
          .ifPresent(why -> violations.add(path, Code.INVALID_CLAUSE, why));
    }
  }
}

package io.contract.ledger.scenario;

import io.contract.ledger.fact.AmendmentExecution;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.terms.Amendment;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import io.contract.ledger.terms.TermsTimeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What supposed amendments do to who owes whom, in words (domain page, section 12). A revise moves only what accrues from then on, a
 * succession what is owed already as well, and whoever signs should have read which of the two it is.
 *
 * <p>Example: {@code From 2021-07-01 on, what accrues under 'share' is owed by Initech to Globex Ltd. What accrues before stays between
 * Acme Corp and Globex Ltd.}
 */
final class PartyChanges {

  private final TermsTimeline terms;

  private PartyChanges(TermsTimeline terms) {
    this.terms = terms;
  }

  /** A sentence or two for each change of the amendments that touches who owes whom; none where none does. */
  static List<String> inWords(Supposed supposed) {
    List<String> words = new ArrayList<>();
    supposed.entries().stream()
        .filter(entry -> entry.isNew() && entry.recorded().fact() instanceof AmendmentExecution)
        .map(entry -> ((AmendmentExecution) entry.recorded().fact()).amendment())
        .forEach(amendment -> words.addAll(
            new PartyChanges(FactsAsOf.of(supposed.facts(), amendment.effectiveOn()).terms()).inWords(amendment)));
    return words;
  }

  private List<String> inWords(Amendment amendment) {
    LocalDate day = amendment.effectiveOn();
    Stream<String> revised =
        terms.clauses().stream()
            .filter(clause -> amendment.changes().stream()
                .anyMatch(change -> change.clause().filter(clause.id()::equals).isPresent()))
            .flatMap(clause -> revised(clause, amendment.number(), day));
    Stream<String> succeeded =
        amendment.changes().stream()
            .flatMap(change -> change instanceof Amendment.Change.Succession one ? Stream.of(one) : Stream.empty())
            .map(succession -> succeeded(succession, day));
    return Stream.concat(revised, succeeded).toList();
  }

  /** Where the last revision before the amendment names another pair than its own. */
  private Stream<String> revised(ClauseHistory clause, int amendment, LocalDate day) {
    List<Revision> revisions = clause.revisions();
    for (int i = 1; i < revisions.size(); i++) {
      Revision before = revisions.get(i - 1);
      Revision after = revisions.get(i);
      if (after.amendment() == amendment && before.amendment() != amendment && before.book().isPresent()
          && after.book().isPresent() && clause.bookOn(day.minusDays(1)).isPresent()) {
        Book was = clause.bookOn(day.minusDays(1)).get();
        Book is = revisions.getLast().book().orElse(was);
        return was.equals(is)
            ? Stream.empty()
            : Stream.of(
                "From " + day + " on, what accrues under '" + clause.id() + "' is owed by " + terms.nameOf(is.payer())
                    + " to " + terms.nameOf(is.payee()) + ". What accrues before stays between "
                    + terms.nameOf(was.payer()) + " and " + terms.nameOf(was.payee()) + ".");
      }
    }
    return Stream.empty();
  }

  private String succeeded(Amendment.Change.Succession succession, LocalDate day) {
    String from = terms.nameOf(succession.from());
    String to = terms.nameOf(succession.to());
    String where =
        succession.clauses().isEmpty()
            ? "in all clauses"
            : "in " + String.join(", ", succession.clauses().stream().map(clause -> "'" + clause + "'").toList());
    return "From " + day + " on, " + to + " stands where " + from + " stood " + where
        + ". What " + from + " owes or is owed by then, credit and open duties pass to " + to + ".";
  }
}

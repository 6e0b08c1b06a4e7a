package io.contract.ledger.scenario;

import io.contract.ledger.fact.AmendmentExecution;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.terms.Amendment;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.TermsTimeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        amendment.changes().stream().flatMap(change -> change.clause().stream()).distinct()
            .flatMap(clause -> terms.clause(clause).stream())
            .flatMap(clause -> revised(clause, day));
    Stream<String> succeeded =
        amendment.changes().stream()
            .flatMap(change -> change instanceof Amendment.Change.Succession one ? Stream.of(one) : Stream.empty())
            .map(succession -> succeeded(succession, day));
    return Stream.concat(revised, succeeded).toList();
  }

  /** Where another pair is named on the day than on the eve, but for what successions of the day do. */
  private Stream<String> revised(ClauseHistory clause, LocalDate day) {
    Optional<Book> was = clause.bookOn(day.minusDays(1), day);
    Optional<Book> is = clause.bookOn(day);
    if (was.isEmpty() || is.isEmpty() || was.equals(is)) {
      return Stream.empty();
    }
    return Stream.of(
        "From " + day + " on, what accrues under '" + clause.id() + "' is owed by " + names(is.get(), " to ")
            + ". What accrues before stays between " + names(was.get(), " and ") + ".");
  }

  private String names(Book book, String between) {
    return terms.nameOf(book.payer()) + between + terms.nameOf(book.payee());
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

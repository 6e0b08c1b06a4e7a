package io.contract.ledger.fact;

import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.CLAIM_NAME;
import static io.contract.ledger.value.Type.SLUG;

import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.Id;
import io.contract.ledger.terms.BookChoice;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement was issued. It freezes the figures of a period as they were on the day, with everything recorded before it (domain
 * page, section 5, statements). The figures are a function of the events before it, so that nothing else is stored.
 *
 * @param clause id of the revenue-share clause
 * @param book the book that is stated, where the statement names one or both of its parties
 * @param period name of the period, e.g. {@code 2021-Q1}
 */
public record StatementIssue(ClauseId clause, BookChoice book, String period, LocalDate issuedOn, Backing backing)
    implements ClauseFact {

  static final FactForm<StatementIssue> FORM =
      new FactForm<>(
          StatementIssue.class,
          Shape.of("StatementIssue")
              .required("clause", SLUG, "The clause, a revenue share or a fixed payment.")
              .optional("payer", SLUG, "Who owes what is stated; unless said, as of the book in force.")
              .optional("payee", SLUG, "To whom it is owed; unless said, as of the book in force.")
              .required("period", CLAIM_NAME, "The period that is stated; once, of a fixed payment that is owed once.")
              .required("issuedOn", DATE, "The day as of which it is stated.")
              .and(Backing.FIELDS),
          StatementIssue::read,
          List.of(Code.UNKNOWN_PARTY, Code.UNKNOWN_CLAUSE, Code.UNKNOWN_PERIOD, Code.WRONG_CLAUSE_KIND,
              Code.WRONG_PARTIES, Code.DATE_OUT_OF_RANGE,
              Code.DATE_IN_FUTURE, Code.CALENDAR_RANGE));

  private static StatementIssue read(Fields fact) {
    return new StatementIssue(
        new ClauseId(fact.text("clause")), BookChoice.read(fact), fact.text("period"), fact.date("issuedOn"),
        Backing.read(fact));
  }

  @Override
  public Value.Tree write() {
    return backing.behind(
        new TreeBuilder()
            .put("clause", clause)
            .put("payer", book.payer().orElse(null))
            .put("payee", book.payee().orElse(null))
            .put("period", period)
            .put("issuedOn", issuedOn));
  }

  @Override
  public @Nullable Id id() {
    return null;
  }

  @Override
  public Optional<LocalDate> effectiveOn() {
    return Optional.of(issuedOn);
  }

  @Override
  public boolean canBeWithdrawn() {
    return false;
  }
}

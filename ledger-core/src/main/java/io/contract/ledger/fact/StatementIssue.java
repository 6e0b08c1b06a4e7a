package io.contract.ledger.fact;

import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.PERIOD_NAME;
import static io.contract.ledger.value.Type.SLUG;

import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.Id;
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
 * @param period name of the period, e.g. {@code 2021-Q1}
 */
public record StatementIssue(ClauseId clause, String period, LocalDate issuedOn, Backing backing)
    implements ClauseFact {

  static final FactForm<StatementIssue> FORM =
      new FactForm<>(
          StatementIssue.class,
          Shape.of("StatementIssue")
              .required("clause", SLUG, "The revenue-share clause.")
              .required("period", PERIOD_NAME, "The period that is stated.")
              .required("issuedOn", DATE, "The day as of which it is stated.")
              .and(Backing.FIELDS),
          StatementIssue::read,
          List.of(Code.UNKNOWN_CLAUSE, Code.UNKNOWN_PERIOD, Code.WRONG_CLAUSE_KIND, Code.DATE_OUT_OF_RANGE,
              Code.DATE_IN_FUTURE, Code.CALENDAR_RANGE));

  private static StatementIssue read(Fields fact) {
    return new StatementIssue(
        new ClauseId(fact.text("clause")), fact.text("period"), fact.date("issuedOn"), Backing.read(fact));
  }

  @Override
  public Value.Tree write() {
    return backing.behind(
        new TreeBuilder()
            .put("clause", clause)
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

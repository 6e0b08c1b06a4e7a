package io.contract.ledger.fact;

import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.PERIOD_NAME;
import static io.contract.ledger.value.Type.SLUG;

import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.FactId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A duty was done.
 *
 * @param period the period of a recurring duty; null for a duty to be done once
 * @param by the party that did it; null when not stated
 */
public record Discharge(
    @Nullable FactId id,
    ClauseId clause,
    @Nullable String period,
    LocalDate on,
    @Nullable PartyId by,
    Backing backing) implements ClauseFact, DatedFact {

  static final FactForm<Discharge> FORM =
      new FactForm<>(
          Discharge.class,
          Shape.of("Discharge")
              .optional("id", SLUG, "Unique among discharges.")
              .required("clause", SLUG, "The duty.")
              .optional("period", PERIOD_NAME, "The period of a recurring duty.")
              .required("on", DATE, "The day it was done.")
              .optional("by", SLUG, "The party that did it.")
              .and(Backing.FIELDS),
          Discharge::read,
          List.of(Code.UNKNOWN_PARTY, Code.UNKNOWN_CLAUSE, Code.UNKNOWN_PERIOD, Code.WRONG_CLAUSE_KIND,
              Code.ID_ALREADY_USED, Code.DATE_OUT_OF_RANGE, Code.DATE_IN_FUTURE, Code.CALENDAR_RANGE));

  private static Discharge read(Fields fact) {
    return new Discharge(
        fact.optionalText("id").map(FactId::new).orElse(null),
        new ClauseId(fact.text("clause")),
        fact.optionalText("period").orElse(null),
        fact.date("on"),
        fact.optionalText("by").map(PartyId::new).orElse(null),
        Backing.read(fact));
  }

  @Override
  public Value.Tree write() {
    return backing.behind(
        new TreeBuilder()
            .put("id", id)
            .put("clause", clause)
            .put("period", period)
            .put("on", on)
            .put("by", by));
  }
}

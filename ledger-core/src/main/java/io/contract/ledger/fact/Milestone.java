package io.contract.ledger.fact;

import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.TEXT;

import io.contract.ledger.id.MilestoneId;
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
 * Something that terms depend on came about, and was attested.
 *
 * @param by who attested it, in words: not necessarily a party
 */
public record Milestone(MilestoneId id, LocalDate on, @Nullable PartyId by, Backing backing) implements DatedFact {

  static final FactForm<Milestone> FORM =
      new FactForm<>(
          Milestone.class,
          Shape.of("Milestone")
              .required("id", SLUG, "The milestone that clauses name.")
              .required("on", DATE, "The day it came about.")
              .optional("by", TEXT, "Who attested it.")
              .and(Backing.FIELDS),
          Milestone::read,
          List.of(Code.ID_ALREADY_USED, Code.DATE_OUT_OF_RANGE, Code.DATE_IN_FUTURE));

  private static Milestone read(Fields fact) {
    return new Milestone(
        new MilestoneId(fact.text("id")), fact.date("on"), fact.optionalText("by").map(PartyId::new).orElse(null),
        Backing.read(fact));
  }

  @Override
  public Value.Tree write() {
    return backing.behind(
        new TreeBuilder().put("id", id).put("on", on).put("by", by));
  }
}

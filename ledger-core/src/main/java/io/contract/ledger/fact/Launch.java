package io.contract.ledger.fact;

import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.TEXT;

import io.contract.ledger.id.FactId;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A product came out in a venue. */
public record Launch(
    @Nullable FactId id, String product, String venue, LocalDate on, Backing backing) implements DatedFact {

  static final FactForm<Launch> FORM =
      new FactForm<>(
          Launch.class,
          Shape.of("Launch")
              .optional("id", SLUG, "Unique among launches.")
              .required("product", TEXT, "What came out.")
              .required("venue", TEXT, "Where.")
              .required("on", DATE, "When.")
              .and(Backing.FIELDS),
          Launch::read,
          List.of(Code.ID_ALREADY_USED, Code.DATE_OUT_OF_RANGE, Code.DATE_IN_FUTURE));

  private static Launch read(Fields fact) {
    return new Launch(
        fact.optionalText("id").map(FactId::new).orElse(null),
        fact.text("product"),
        fact.text("venue"),
        fact.date("on"),
        Backing.read(fact));
  }

  @Override
  public Value.Tree write() {
    return backing.behind(
        new TreeBuilder()
            .put("id", id)
            .put("product", product)
            .put("venue", venue)
            .put("on", on));
  }
}

package io.contract.ledger.fact;

import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.TEXT;
import static io.contract.ledger.value.Type.YES_NO;

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
 * A provider declared that it will not support a product.
 *
 * @param cannotSupport whether it is unable to; null when it did not state that
 * @param choosesNotToSupport whether it is unwilling to; null when it did not state that
 */
public record SupportDecline(
    @Nullable FactId id,
    String product,
    PartyId provider,
    @Nullable Boolean cannotSupport,
    @Nullable Boolean choosesNotToSupport,
    LocalDate on,
    Backing backing) implements DatedFact {

  static final FactForm<SupportDecline> FORM =
      new FactForm<>(
          SupportDecline.class,
          Shape.of("SupportDecline")
              .optional("id", SLUG, "Unique among declines.")
              .required("product", TEXT, "What will not be supported.")
              .required("provider", SLUG, "The party that declines.")
              .optional("cannotSupport", YES_NO, "Whether it is unable to.")
              .optional("choosesNotToSupport", YES_NO, "Whether it is unwilling to.")
              .required("on", DATE, "When it said so.")
              .and(Backing.FIELDS),
          SupportDecline::read,
          List.of(Code.UNKNOWN_PARTY, Code.ID_ALREADY_USED, Code.DATE_OUT_OF_RANGE, Code.DATE_IN_FUTURE));

  private static SupportDecline read(Fields fact) {
    return new SupportDecline(
        fact.optionalText("id").map(FactId::new).orElse(null),
        fact.text("product"),
        new PartyId(fact.text("provider")),
        fact.optionalBool("cannotSupport").orElse(null),
        fact.optionalBool("choosesNotToSupport").orElse(null),
        fact.date("on"),
        Backing.read(fact));
  }

  @Override
  public Value.Tree write() {
    return backing.behind(
        new TreeBuilder()
            .put("id", id)
            .put("product", product)
            .put("provider", provider)
            .put("cannotSupport", cannotSupport)
            .put("choosesNotToSupport", choosesNotToSupport)
            .put("on", on));
  }
}

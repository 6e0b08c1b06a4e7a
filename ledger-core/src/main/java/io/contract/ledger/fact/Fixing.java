package io.contract.ledger.fact;

import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.INDEX;
import static io.contract.ledger.value.Type.SIGNED_RATE;
import static io.contract.ledger.value.Type.SLUG;

import io.contract.ledger.id.FactId;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An index stands at a rate from a day on (domain page, section 16). Of two for the same index and day, the one recorded later holds.
 *
 * <p>Example: SOFR at 4.31 % from 2025-01-02 on: {@code {index: SOFR, from: 2025-01-02, rate: "0.0431"}}.
 *
 * @param id when given, unique among fixings
 * @param index the name of the index
 * @param from the first day on which it holds; it may lie ahead
 * @param rate for a year, as a fraction; may be below zero
 */
public record Fixing(@Nullable FactId id, String index, LocalDate from, BigDecimal rate, Backing backing)
    implements Fact {

  static final FactForm<Fixing> FORM =
      new FactForm<>(
          Fixing.class,
          Shape.of("Fixing")
              .optional("id", SLUG, "Unique among fixings.")
              .required("index", INDEX, "The index.")
              .required("from", DATE, "The first day on which it stands at the rate; it may lie ahead.")
              .required("rate", SIGNED_RATE, "The yearly rate as a fraction; may be below zero.")
              .and(Backing.FIELDS),
          Fixing::read,
          List.of(Code.ID_ALREADY_USED, Code.DATE_OUT_OF_RANGE));

  private static Fixing read(Fields fact) {
    return new Fixing(
        fact.optionalText("id").map(FactId::new).orElse(null), fact.text("index"), fact.date("from"),
        fact.decimal("rate"), Backing.read(fact));
  }

  @Override
  public Optional<LocalDate> effectiveOn() {
    return Optional.of(from);
  }

  @Override
  public Value.Tree write() {
    return backing.behind(
        new TreeBuilder().put("id", id).put("index", index).put("from", from).put("rate", rate));
  }
}

package io.contract.ledger.fact;

import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.TEXT;

import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.FactId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.EnumWords;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parties, or an arbitrator, settled how a parameter that a clause leaves open is read (domain page, sections 6 and 11). It
 * holds in answers about {@code from} and later days, for every line or launch.
 *
 * @param id when given, unique among readings
 * @param value one of the parameter's values, e.g. {@code paid}
 * @param by who settled it
 */
public record SettledReading(
    @Nullable FactId id,
    ClauseId clause,
    Parameter parameter,
    String value,
    LocalDate from,
    PartyId by,
    Backing backing) implements ClauseFact {

  static final FactForm<SettledReading> FORM =
      new FactForm<>(
          SettledReading.class,
          Shape.of("SettledReading")
              .optional("id", SLUG, "Unique among readings.")
              .required("clause", SLUG, "The clause that leaves something open.")
              .required("parameter", EnumWords.oneOf(Parameter.values()), "What it leaves open.")
              .required(
                  "value",
                  new Type.OneOf(
                      Arrays.stream(Parameter.values()).flatMap(parameter -> parameter.choices().stream()).toList()),
                  "How it is to be read: a basis, from when it counts, or how many grounds it requires.")
              .required("from", DATE, "From answers about which day on.")
              .required("by", TEXT, "Who settled it.")
              .and(Backing.FIELDS),
          SettledReading::read,
          List.of(Code.UNKNOWN_CLAUSE, Code.ID_ALREADY_USED, Code.PARAMETER_NOT_OPEN, Code.DATE_OUT_OF_RANGE));

  private static SettledReading read(Fields fact) {
    return new SettledReading(
        fact.optionalText("id").map(FactId::new).orElse(null),
        new ClauseId(fact.text("clause")),
        EnumWords.constant(Parameter.class, fact.text("parameter")),
        fact.text("value"),
        fact.date("from"),
        new PartyId(fact.text("by")),
        Backing.read(fact));
  }

  /** A parameter that a clause can leave open. */
  public enum Parameter {
    BASIS,
    COUNTS,
    REQUIRES;

    /** How it can be read: the words for the constants of the attribute, all except {@code unstated}. */
    public List<String> choices() {
      return switch (this) {
        case BASIS -> EnumWords.readable(Clause.Cap.Basis.values());
        case COUNTS -> EnumWords.readable(Clause.Cap.Counts.values());
        case REQUIRES -> EnumWords.readable(Clause.ShipException.Requires.values());
      };
    }

    /** The name in clauses and answers. */
    public String slug() {
      return EnumWords.slug(this);
    }
  }

  /** The value as the constant of that enumeration. */
  public <E extends Enum<E>> E valueAs(Class<E> type) {
    return EnumWords.constant(type, value);
  }

  @Override
  public Value.Tree write() {
    return backing.behind(
        new TreeBuilder()
            .put("id", id)
            .put("clause", clause)
            .put("parameter", parameter.slug())
            .put("value", value)
            .put("from", from)
            .put("by", by));
  }

  @Override
  public Optional<LocalDate> effectiveOn() {
    return Optional.of(from);
  }
}

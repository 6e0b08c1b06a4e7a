package io.contract.ledger.fact;

import io.contract.ledger.terms.Backing;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The parties, or an arbitrator, say how a parameter that a clause leaves open is to be read (domain page, sections 6 and 11): in
 * answers about {@code from} and later days, for every line or launch.
 *
 * @param id when given, unique among readings
 * @param value one of the parameter's values, e.g. {@code paid}
 * @param by who settled it
 */
public record SettledReading(
    @Nullable String id,
    String clause,
    Parameter parameter,
    String value,
    LocalDate from,
    String by,
    Backing backing) {

  /** What a clause can leave open. */
  public enum Parameter {
    BASIS,
    COUNTS,
    REQUIRES;

    /** The name in clauses and answers. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The value as the constant of that enumeration. */
  public <E extends Enum<E>> E valueAs(Class<E> type) {
    return Enum.valueOf(type, value.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}

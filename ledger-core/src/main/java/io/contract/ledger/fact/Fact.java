package io.contract.ledger.fact;

import io.contract.ledger.id.Id;
import io.contract.ledger.money.Currency;
import io.contract.ledger.value.Value;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened under an agreement (domain page, section 6). A fact is asked for, recorded and read back as the same
 * value. Recording adds only a number, a time and a name ({@link Recorded}). {@link FactKind} lists the kinds.
 *
 * <p>Each kind is one file. It holds the fields, their shape, how they are read and written, and why the fact may be refused. What
 * a fact <em>does</em> is decided where it takes effect, by a switch over all kinds, so that a new kind breaks the build there.
 */
public sealed interface Fact
    permits AgreementExecution, AmendmentExecution, RevenueReport, Restatement, Fixing, Withdrawal, ClauseFact,
    DatedFact {

  /** Its id, unique among the facts of its kind that are not withdrawn; null when it has none. */
  @Nullable
  Id id();

  /** What backs it. */
  Backing backing();

  /** The business day that it is about; empty for a fact that has none of its own. */
  Optional<LocalDate> effectiveOn();

  /** The tree that is stored, exported and shown: the fields of its shape, in their order. */
  Value.Tree write();

  /**
   * The fact in the form in which it is stored: amounts with the decimals of their currency, and no currency where it is the
   * agreement's. An amount with more decimals stays as it is, and is refused.
   *
   * <p>Example: a payment of {@code 12.5} in {@code USD} under an agreement in USD is stored as {@code 12.50}, without a currency.
   */
  default Fact canonical(Currency agreed) {
    return this;
  }

  /** Whether a withdrawal can take it back. */
  default boolean canBeWithdrawn() {
    return true;
  }
}

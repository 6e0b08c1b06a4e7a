package io.contract.ledger.fact;

import static io.contract.ledger.value.Type.TEXT;

import io.contract.ledger.id.Id;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fact that was recorded by mistake is taken back. For every {@code knownAt} from then on it counts as never recorded.
 *
 * @param sequence the event's number in its agreement
 */
public record Withdrawal(long sequence, String reason, Backing backing) implements Fact {

  static final FactForm<Withdrawal> FORM =
      new FactForm<>(
          Withdrawal.class,
          Shape.of("Withdrawal")
              .required("sequence", new Type.Whole(0, Long.MAX_VALUE), "The number of the event that is taken back.")
              .required("reason", TEXT, "Why.")
              .and(Backing.FIELDS),
          Withdrawal::read,
          List.of(Code.UNKNOWN_FACT, Code.ALREADY_WITHDRAWN));

  private static Withdrawal read(Fields fact) {
    return new Withdrawal(
        fact.optionalWhole("sequence").orElseThrow(), fact.text("reason"), Backing.read(fact));
  }

  @Override
  public Value.Tree write() {
    return backing.behind(
        new TreeBuilder().put("sequence", sequence).put("reason", reason));
  }

  @Override
  public @Nullable Id id() {
    return null;
  }

  @Override
  public Optional<LocalDate> effectiveOn() {
    return Optional.empty();
  }

  @Override
  public boolean canBeWithdrawn() {
    return false;
  }
}

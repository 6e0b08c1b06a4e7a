package io.contract.ledger.fact;

import static io.contract.ledger.value.Type.SLUG;
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
 * <p>It names the event by its sequence, or by what it is and its id: {@code {payment: p1, reason: …}}. It is stored with the
 * sequence.
 *
 * @param named what is taken back; exactly one name in a withdrawal that can be recorded
 */
public record Withdrawal(List<Name> named, String reason, Backing backing) implements Fact {

  private static final String SEQUENCE = "sequence";

  /** The keys of the facts that have an id, in agreement files; an amendment is named by its number. */
  private static final List<String> WITH_ID =
      List.of("revenue", "restatement", "payment", "milestone", "waiver", "discharge", "launch", "support-declined",
          "reading", "brought-forward", "fixing");

  private static final String AMENDMENT = "amendment";

  static final FactForm<Withdrawal> FORM =
      new FactForm<>(
          Withdrawal.class, shape(), Withdrawal::read, List.of(Code.UNKNOWN_FACT, Code.ALREADY_WITHDRAWN));

  /**
   * A name of an event.
   *
   * @param key {@code sequence}, or the key of the kind of fact in agreement files, such as {@code payment}
   * @param text the sequence, the id, or the number of an amendment
   */
  public record Name(String key, String text) {

    /** Whether it is the number of the event in its agreement. */
    public boolean isSequence() {
      return key.equals(SEQUENCE);
    }
  }

  public Withdrawal {
    named = List.copyOf(named);
  }

  /** The withdrawal of the event of that sequence. */
  public Withdrawal(long sequence, String reason, Backing backing) {
    this(List.of(new Name(SEQUENCE, Long.toString(sequence))), reason, backing);
  }

  private static Shape shape() {
    Shape shape =
        Shape.of("Withdrawal")
            .optional(SEQUENCE, new Type.Whole(0, Long.MAX_VALUE), "The number of the event that is taken back.");
    for (String key : WITH_ID) {
      shape = shape.optional(key, SLUG, "Instead of the sequence: the id of such a fact.");
    }
    return shape
        .optional(AMENDMENT, new Type.Whole(1, 1_000_000), "Instead of the sequence: the number of the amendment.")
        .required("reason", TEXT, "Why.")
        .and(Backing.FIELDS);
  }

  private static Withdrawal read(Fields fact) {
    List<Name> named =
        fact.tree().entries().entrySet().stream()
            .filter(
                entry -> entry.getKey().equals(SEQUENCE) || entry.getKey().equals(AMENDMENT)
                    || WITH_ID.contains(entry.getKey()))
            .map(entry -> new Name(entry.getKey(), text(entry.getValue())))
            .toList();
    return new Withdrawal(named, fact.text("reason"), Backing.read(fact));
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Num number -> number.literal();
      case Value.Text text -> text.text();
      default -> throw new IllegalStateException("expected a number or an id, found " + value);
    };
  }

  /**
   * The number of the event that is taken back.
   *
   * @throws IllegalStateException when it is named otherwise, as before it is decided on
   */
  public long sequence() {
    if (named.size() != 1 || !named.getFirst().isSequence()) {
      throw new IllegalStateException("expected a withdrawal of a sequence, found " + named);
    }
    return Long.parseLong(named.getFirst().text());
  }

  @Override
  public Value.Tree write() {
    TreeBuilder written = new TreeBuilder();
    for (Name name : named) {
      boolean isNumber = name.isSequence() || name.key().equals(AMENDMENT);
      if (isNumber) {
        written.put(name.key(), Long.parseLong(name.text()));
      } else {
        written.put(name.key(), name.text());
      }
    }
    return backing.behind(written.put("reason", reason));
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

package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.object;

import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.Fixing;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.Known;
import io.contract.ledger.money.Currency;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.Value;
import java.util.Comparator;
import java.util.List;

/** Fixings as shown: each as posted (domain page, section 16). */
public final class FixingAnswer {

  /** The whole answer. */
  public static final Shape SHAPE =
      Lists.shape("Fixings", object(FactAnswer.shape("RecordedFixing", FactKind.FIXING)));

  private FixingAnswer() {}

  /** One row. */
  public static Value.Tree row(Currency currency, Recorded fixing) {
    return FactAnswer.write(currency, fixing);
  }

  /** The sequences of the fixings whose day has come, by index and day; of one day the last holds. */
  public static List<Long> all(FactsAsOf facts) {
    return facts.known().all(Fixing.class).stream()
        .filter(fixing -> !fixing.fact().from().isAfter(facts.effectiveOn()))
        .sorted(
            Comparator.comparing((Known<Fixing> fixing) -> fixing.fact().index())
                .thenComparing(fixing -> fixing.fact().from())
                .thenComparingLong(Known::sequence))
        .map(Known::sequence)
        .toList();
  }
}

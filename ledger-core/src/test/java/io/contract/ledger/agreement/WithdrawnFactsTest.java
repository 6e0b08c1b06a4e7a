package io.contract.ledger.agreement;

import static io.contract.ledger.Given.agreement;
import static io.contract.ledger.Given.share;
import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.Given;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.Withdrawal;
import io.contract.ledger.value.Shape;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is withdrawn is named by its sequence, or by what it is and its id, which is then free for other content. */
class WithdrawnFactsTest {

  /** Sequences 1 and 2. */
  private final Given given =
      agreement(share("")).payment("p1", "2021-02-01", "50")
          .amendment(1, "2021-03-01", "{revise: {clause: share, set: {rate: \"0.10\"}}}");

  @Test
  void whateverItIsNamedByItIsStoredWithItsSequence() {
    assertThat(stored("{sequence: 1, reason: x}").sequence()).isEqualTo(1);
    assertThat(stored("{payment: p1, reason: x}")).isEqualTo(stored("{sequence: 1, reason: x}"));
    assertThat(stored("{amendment: 1, reason: x}")).isEqualTo(stored("{sequence: 2, reason: x}"));
  }

  private Withdrawal stored(String withdrawal) {
    Fact fact = ((Decision.Accepted) given.tried("withdrawal", withdrawal)).fact();
    return (Withdrawal) fact;
  }

  @Test
  void aNameThatNothingHasIsUnknown() {
    assertThat(given.refusalsOf("withdrawal", "{payment: p2, reason: x}")).containsExactly("unknown-fact");
    assertThat(given.refusalsOf("withdrawal", "{revenue: p1, reason: x}")).containsExactly("unknown-fact");
    assertThat(given.refusalsOf("withdrawal", "{amendment: 2, reason: x}")).containsExactly("unknown-fact");
  }

  @Test
  void oneNameIsNeeded() {
    assertThat(given.refusalsOf("withdrawal", "{reason: x}")).containsExactly("missing-field");
    assertThat(given.refusalsOf("withdrawal", "{sequence: 1, payment: p1, reason: x}"))
        .containsExactly("invalid-value");
  }

  @Test
  void itsIdIsFreeForOtherContentAndNotForTheSame() {
    given.and("withdrawal", "{payment: p1, reason: x}");

    assertThat(given.refusalsOf("withdrawal", "{payment: p1, reason: x}")).containsExactly("already-withdrawn");
    assertThat(given.tried("payment", payment("50"))).isInstanceOfSatisfying(
        Decision.Refused.class,
        refused -> assertThat(refused.refusal().message())
            .startsWith("the same was recorded as event 1 and withdrawn on ")
            .endsWith(" by event 3; to record it after all, give it another id"));
    given.and("payment", payment("60"));
    assertThat(stored("{payment: p1, reason: x}").sequence()).as("the one that stands").isEqualTo(4);
  }

  @Test
  void theNumberOfAnAmendmentLikewise() {
    given.and("withdrawal", "{amendment: 1, reason: x}");

    assertThat(given.refusalsOf("amendment", amendment("0.10"))).containsExactly("id-already-used");
    given.and("amendment", amendment("0.15"));
  }

  @Test
  void everyKindWithAnIdCanBeNamed() {
    Set<String> named =
        FactKind.WITHDRAWAL.shape().fields().stream().map(Shape.Field::name).collect(Collectors.toSet());
    assertThat(
        FactKind.UNDER_AGREEMENT.stream().filter(kind -> kind.shape().field("id").isPresent()).map(FactKind::key))
        .isNotEmpty().isSubsetOf(named);
  }

  private static String payment(String amount) {
    return "{id: p1, clause: share, payer: acme, payee: globex, amount: \"" + amount + "\", valueOn: 2021-02-01}";
  }

  private static String amendment(String rate) {
    return "{number: 1, title: Amendment, executedOn: 2021-03-01, effectiveOn: 2021-03-01,"
        + " changes: [{revise: {clause: share, set: {rate: \"" + rate + "\"}}}]}";
  }
}

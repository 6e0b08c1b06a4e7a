package io.contract.ledger.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.Flow;
import io.contract.ledger.Given;
import io.contract.ledger.agreement.Decision;
import io.contract.ledger.fact.FactKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ContentTest {

  private static boolean same(String one, String other) {
    return Content.same(Flow.tree(one), Flow.tree(other), Type.object(FactKind.AMENDMENT.shape()));
  }

  @Test
  @DisplayName("amounts and rates are the same when their values are, however deep they stand")
  void decimalsByValue() {
    assertThat(
        same(
            "{number: 1, changes: [{revise: {clause: share, set: {rate: \"0.2\", cap: {amount: \"10\"}}}}]}",
            "{changes: [{revise: {clause: share, set: {cap: {amount: \"10.00\"}, rate: \"0.20\"}}}], number: 1}"))
        .isTrue();
    assertThat(
        same(
            "{changes: [{revise: {clause: share, set: {rate: \"0.2\"}}}]}",
            "{changes: [{revise: {clause: share, set: {rate: \"0.21\"}}}]}"))
        .isFalse();
  }

  @Test
  @DisplayName("other text is the same only to the letter: reference 007 is not 7")
  void otherTextByLetter() {
    Given paid =
        Given.agreement(Given.share(""))
            .and("payment",
                "{id: p1, clause: share, payer: acme, payee: globex, amount: \"5\", valueOn: 2021-04-10, reference: \"007\"}");
    assertThat(
        paid.tried("payment",
            "{id: p1, clause: share, payer: acme, payee: globex, amount: \"5.00\", valueOn: 2021-04-10, reference: \"007\"}"))
        .isInstanceOf(Decision.AlreadyRecorded.class);
    assertThat(
        paid.refusalsOf("payment",
            "{id: p1, clause: share, payer: acme, payee: globex, amount: \"5.00\", valueOn: 2021-04-10, reference: \"7\"}"))
        .containsExactly("id-already-used");
  }

  @Test
  @DisplayName("a sum with more digits than any amount has is compared by its value too")
  void sumsByValue() {
    assertThat(
        Content.sameUntyped(Value.text("1999999999999999999.98"), Value.text("1999999999999999999.9800"))).isTrue();
    assertThat(
        Content.sameUntyped(Value.text("1999999999999999999.98"), Value.text("1999999999999999999.99"))).isFalse();
  }
}

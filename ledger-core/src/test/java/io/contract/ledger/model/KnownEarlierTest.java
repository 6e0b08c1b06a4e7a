package io.contract.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.fact.Backing;
import io.contract.ledger.fact.Exchange;
import io.contract.ledger.fact.Milestone;
import io.contract.ledger.fact.Payment;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.Waiver;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.id.PaymentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What was known earlier is the same, whether it is built from the first event or from a checkpoint. */
class KnownEarlierTest {

  private static final int MANY = 9_000;

  @Test
  void afterAnyNumberOfEventsOfALongHistory() {
    KnownFacts known = KnownFacts.NONE;
    for (Recorded first : RandomScenario.of(1, 30).engine().facts().events()) {
      known = known.plus(first);
    }
    while (known.events().size() < MANY) {
      known = known.plus(payment(known));
    }
    for (int count : new int[]{1, 20, 4_095, 4_096, 4_097, 8_192, 8_500, MANY}) {
      KnownFacts earlier = known.through(count);
      KnownFacts grown = KnownFacts.of(known.events().subList(0, count));
      assertThat(earlier.events()).hasSize(count).isEqualTo(known.events().subList(0, count));
      assertThat(earlier.agreement()).isEqualTo(grown.agreement());
      assertThat(earlier.amendments()).containsExactlyElementsOf(grown.amendments());
      assertThat(earlier.reports()).isEqualTo(grown.reports());
      assertThat(earlier.payments()).isEqualTo(grown.payments());
      assertThat(earlier.statements().byClause()).isEqualTo(grown.statements().byClause());
      assertThat(earlier.all(Waiver.class)).isEqualTo(grown.all(Waiver.class));
      assertThat(earlier.all(Milestone.class)).isEqualTo(grown.all(Milestone.class));
    }
  }

  @Test
  void whatWasOnlyAssumedIsNotTakenForWhatWasRecorded() {
    KnownFacts known = KnownFacts.NONE;
    for (Recorded first : RandomScenario.of(1, 30).engine().facts().events()) {
      known = known.plus(first);
    }
    KnownFacts base = known;
    KnownFacts assumed = base;
    while (assumed.events().size() < 4_100) {
      assumed = assumed.plus(payment(assumed));
    }
    KnownFacts recorded = base;
    while (recorded.events().size() < 4_200) {
      recorded = recorded.plus(payment(recorded));
    }
    assertThat(assumed.through(4_096).events()).isEqualTo(assumed.events().subList(0, 4_096));
    assertThat(recorded.through(4_096).events().getLast()).isSameAs(recorded.events().get(4_095));
  }

  private static Recorded payment(KnownFacts known) {
    int sequence = known.events().size();
    return new Recorded(
        sequence,
        Instant.parse("2101-01-01T00:00:00Z").plusSeconds(sequence),
        "tester",
        null,
        new Payment(
            new PaymentId("many-" + sequence), new ClauseId("share"), new PartyId("acme"), new PartyId("globex"), null,
            BigDecimal.ONE, BigDecimal.ZERO, Exchange.NONE,
            LocalDate.of(2021, 1, 1), Backing.NONE));
  }
}

package io.contract.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.api.ledger.Acknowledgement;
import io.contract.ledger.api.ledger.Outcome;
import io.contract.ledger.api.ledger.RecordingOptions;
import io.contract.ledger.api.ledger.SomeFacts;
import io.contract.ledger.id.AgreementId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server continues where the server before it on the same store stopped. */
class RestartTest {
  private static final RecordingOptions ANN = RecordingOptions.by("ann");

  @ParameterizedTest
  @EnumSource(Stores.class)
  void theNextServerGoesOnWhereTheLastStopped(Stores kind) throws Exception {
    Stores.Place place = kind.create();
    Outcome before;
    Agreement left;
    try (TestServer first = place.start()) {
      before =
          first.ledger().record(new AgreementId("a"),
              List.of(SomeFacts.agreement("a"), SomeFacts.payment("p1", "1.00")), ANN);
      left = first.ledger().find(new AgreementId("a")).orElseThrow();
    }
    try (TestServer second = place.start()) {
      Agreement found = second.ledger().find(new AgreementId("a")).orElseThrow();
      Outcome again = second.ledger().record(new AgreementId("a"), List.of(SomeFacts.payment("p1", "1.00")), ANN);
      Outcome next = second.ledger().record(new AgreementId("a"), List.of(SomeFacts.milestone("m")), ANN);

      assertThat(found.facts().events()).isEqualTo(left.facts().events());
      assertThat(second.agreementIds()).containsExactly("a");
      assertThat(again.acknowledgements().getFirst().eventId())
          .isEqualTo(before.acknowledgements().getLast().eventId());
      assertThat(next.acknowledgements()).extracting(Acknowledgement::sequence).containsExactly(2L);
      assertThat(second.bean(EventTable.class).counts()).isEqualTo(new EventTable.Counts(1, 3));
    }
  }
}

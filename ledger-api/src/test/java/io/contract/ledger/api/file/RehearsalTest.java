package io.contract.ledger.api.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is rehearsed works, so that nothing of it can disturb the check that it is to speed up. */
class RehearsalTest {

  @Test
  void everyFactIsAcceptedAndEveryExpectationHolds() {
    FileRun run = FileRun.of(Rehearsal.file());
    assertThat(run.refusals()).isEmpty();
    assertThat(run.outcomes().stream().filter(outcome -> !outcome.holds()).map(Outcome::said)).isEmpty();
    assertThat(run.succeeds()).isTrue();
  }
}

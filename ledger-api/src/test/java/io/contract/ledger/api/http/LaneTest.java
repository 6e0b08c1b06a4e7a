package io.contract.ledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A few requests of a kind go on at a time, and one that goes on is watched. */
class LaneTest {

  private static final Duration SHORT = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void oneMoreThanThereArePlacesIsSentAwayAfterItsWait() {
    Lane lane = new Lane("replays", 1, SHORT);
    lane.enter();

    assertThatThrownBy(lane::enter).isInstanceOf(TooManyRequestsException.class)
        .hasMessageContaining("too many replays");

    lane.leave();
    assertThatCode(lane::enter).doesNotThrowAnyException();
  }

  @Test
  void whoWaitsGetsThePlaceThatIsLeft() throws InterruptedException {
    Lane lane = new Lane("replays", 1, LONG);
    AtomicBoolean hadItsTurn = new AtomicBoolean();
    lane.enter();
    Thread waiting = Thread.ofVirtual().start(() -> {
      lane.enter();
      hadItsTurn.set(true);
    });

    lane.leave();
    waiting.join(LONG);
    assertThat(hadItsTurn).isTrue();
  }

  @Test
  void aQuestionThatTakesTooLongIsEnded() throws InterruptedException {
    Watch watch = watch(SHORT, false);
    watch.look();
    Thread.sleep(SHORT.multipliedBy(2));
    assertThatThrownBy(watch::look).isInstanceOf(QuestionTooLongException.class);

    watch.restart();
    assertThatCode(watch::look).as("after a line of its answer").doesNotThrowAnyException();
  }

  @Test
  void aQuestionWhoseCallerIsGoneIsEnded() throws InterruptedException {
    Watch watch = watch(LONG, true);
    Thread.sleep(Duration.ofMillis(250));
    assertThatThrownBy(watch::look).isInstanceOf(CallerGoneException.class);
  }

  @Test
  void largeQuestionsHaveTheirTurnsOneAfterTheOther() {
    Lane large = new Lane("large questions", 1, SHORT);
    Lane ofRecordings = new Lane("large recordings", 1, SHORT);
    Watch one = new Watch(LONG, () -> false, large, ofRecordings);
    Watch other = new Watch(LONG, () -> false, large, ofRecordings);
    Watch recording = new Watch(LONG, () -> false, large, ofRecordings);
    recording.recording();
    one.grown();
    one.grown();

    assertThatThrownBy(other::grown).isInstanceOf(TooManyRequestsException.class);
    assertThatCode(recording::grown).as("what is recorded waits for no question").doesNotThrowAnyException();

    one.end();
    assertThatCode(other::grown).doesNotThrowAnyException();
  }

  private static Watch watch(Duration longest, boolean isCallerGone) {
    return new Watch(
        longest, () -> isCallerGone, new Lane("large questions", 1, SHORT), new Lane("large recordings", 1, SHORT));
  }
}

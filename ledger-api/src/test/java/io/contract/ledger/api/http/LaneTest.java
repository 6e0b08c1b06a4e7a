package io.contract.ledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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
  @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void whoWaitsGetsThePlaceThatIsLeft() throws InterruptedException {
    Lane lane = new Lane("replays", 1, LONG);
    AtomicBoolean hadItsTurn = new AtomicBoolean();
    lane.enter();
    Thread waiting = Thread.ofPlatform().start(() -> {
      lane.enter();
      hadItsTurn.set(true);
    });
    while (waiting.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    assertThat(hadItsTurn).isFalse();

    lane.leave();
    waiting.join();
    assertThat(hadItsTurn).isTrue();
  }

  @Test
  void aQuestionThatTakesTooLongIsEnded() {
    AtomicLong clock = new AtomicLong();
    Watch watch = watch(false, clock);
    clock.addAndGet(LONG.toNanos());
    assertThatCode(watch::look).as("just in time").doesNotThrowAnyException();

    clock.incrementAndGet();
    assertThatThrownBy(watch::look).isInstanceOf(QuestionTooLongException.class).hasMessageContaining("after 60 s,");

    watch.restart();
    assertThatCode(watch::look).as("after a line of its answer").doesNotThrowAnyException();
  }

  @Test
  void anAnswerOfManyLinesTakesTwentyTimesAsLongAtMost() {
    AtomicLong clock = new AtomicLong();
    Watch watch = watch(false, clock);
    for (int line = 0; line < 20; line++) {
      clock.addAndGet(LONG.toNanos());
      watch.look();
      watch.restart();
    }

    clock.incrementAndGet();
    assertThatThrownBy(watch::look).isInstanceOf(QuestionTooLongException.class).hasMessageContaining("after 1200 s,");
  }

  @Test
  void aQuestionWhoseCallerIsGoneIsEndedAFifthOfASecondLaterAtTheLatest() {
    AtomicLong clock = new AtomicLong();
    Watch watch = watch(true, clock);
    clock.addAndGet(Duration.ofMillis(200).toNanos());
    assertThatCode(watch::look).as("the connection is not looked at all the time").doesNotThrowAnyException();

    clock.incrementAndGet();
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

  private static Watch watch(boolean isCallerGone, AtomicLong clock) {
    return new Watch(
        LONG, () -> isCallerGone, new Lane("large questions", 1, SHORT), new Lane("large recordings", 1, SHORT),
        clock::get);
  }
}

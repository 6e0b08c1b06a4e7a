package io.contract.ledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A server with 64 kB for large bodies, 16 kB for small ones, and as much as for large ones for answers; each lane has one place. */
class TurnTest {

  private static final Duration SHORT = Duration.ofMillis(20);
  private static final int KILO = 1024;

  private final Turn.Memory memory =
      new Turn.Memory(
          new MemoryShare("bodies", 16 * KILO, SHORT), new MemoryShare("large bodies", 64 * KILO, SHORT),
          new MemoryShare("answers", 64 * KILO, SHORT));
  private final Lane lane = new Lane("large bodies", 1, SHORT);

  private Turn turn() {
    Lane other = new Lane("large questions", 1, SHORT);
    return new Turn(memory, new Watch(Duration.ofMinutes(1), () -> false, other, other), SHORT);
  }

  /** Whether a place is free. */
  private boolean isFree() {
    Turn next = turn();
    try {
      next.enter(lane);
      return true;
    } catch (TooManyRequestsException taken) {
      return false;
    } finally {
      next.end();
    }
  }

  @Test
  void aLargeBodyThatFindsNoMemoryIsSentAwayAndSmallOnesAreNot() {
    Turn one = turn();
    one.keep(64 * KILO);
    assertThatThrownBy(() -> turn().keep(17 * KILO)).isInstanceOf(TooManyRequestsException.class)
        .hasMessageContaining("too many large bodies");
    assertThatCode(() -> turn().keep(16 * KILO)).doesNotThrowAnyException();

    one.end();
    assertThatCode(() -> turn().keep(17 * KILO)).as("given back").doesNotThrowAnyException();
  }

  @Test
  void aBodyOfUpToFourKilobytesNeverNeedsMemoryOfTheShares() {
    turn().keep(16 * KILO);
    assertThatThrownBy(() -> turn().keep(4 * KILO + 1)).isInstanceOf(TooManyRequestsException.class);
    assertThatCode(() -> turn().keep(4 * KILO)).doesNotThrowAnyException();
  }

  @Test
  void aBodyThatGrowsTakesOnlyWhatItHasNotYet() {
    Turn growing = turn();
    growing.keep(17 * KILO);
    growing.keep(64 * KILO);
    growing.end();
    assertThatCode(() -> turn().keep(64 * KILO)).doesNotThrowAnyException();
  }

  @Test
  void aPlaceIsTakenOnceALargeBodyIsThereAndForASmallOneNever() {
    Turn turn = turn();
    turn.enterAfterLargeBody(lane);
    turn.hasBody(16 * KILO);
    turn.hasFacts(20);
    assertThat(isFree()).isTrue();
    turn.hasFacts(21);
    assertThat(isFree()).isFalse();
    turn.end();

    Turn large = turn();
    large.enterAfterLargeBody(lane);
    large.keep(17 * KILO);
    assertThat(isFree()).as("while it arrives").isTrue();
    large.hasBody(17 * KILO);
    assertThat(isFree()).isFalse();
    large.end();
    assertThat(isFree()).isTrue();
  }

  @Test
  void thePlaceIsLeftWhenTheAnswerIsReady() {
    Turn turn = turn();
    turn.enter(lane);
    turn.isAnswered(10 * KILO);
    assertThat(isFree()).isTrue();
  }

  @Test
  void anAnswerIsKeptWhileItIsMadeUpToAnEighthOfTheMemoryForAnswers() {
    Turn turn = turn();
    turn.enter(lane);
    assertThat(turn.keepsAnswer(8 * KILO, 8 * KILO)).isTrue();
    assertThat(turn.keepsAnswer(9 * KILO, KILO)).isFalse();
    assertThat(isFree()).isFalse();
    turn.isKept();
    assertThat(isFree()).isTrue();
  }

  @Test
  void answersThatFindNoMemoryAreWrittenOnTheirPlaces() {
    Turn first = turn();
    first.enter(lane);
    first.isAnswered(10 * KILO); // takes four times as much of 64 kB
    Turn second = turn();
    second.enter(lane);
    assertThat(first.isWanted()).isFalse();
    second.isAnswered(10 * KILO);
    assertThat(isFree()).isFalse();
    assertThat(first.isWanted()).as("its reader has to make haste").isTrue();
    second.end();
    assertThat(isFree()).isTrue();
  }
}

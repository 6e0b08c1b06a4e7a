package io.contract.ledger.api.http;

import io.contract.ledger.budget.Budget;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches one request while it is answered: how long it has taken, and whether its caller is still there. It belongs to the thread
 * that answers.
 */
final class Watch implements Budget.Watch {

  private static final long NANOS_BETWEEN_LOOKS = Duration.ofMillis(200).toNanos();

  /**
   * How many times {@code longest} a file may take, and an answer that is written while it is computed.
   */
  private static final int LONGEST_STREAM = 20;

  private static final String ATTRIBUTE = Watch.class.getName();

  private final Duration longest;
  private final BooleanSupplier isCallerGone;
  private final Lane largeQuestions;
  private final Lane largeRecordings;
  private final LongSupplier clock;
  private final long begun;
  private long since;
  private long looked;
  private @Nullable Lane entered;
  private boolean isRecording;
  private boolean isPatient;

  /**
   * A watch that begins now.
   *
   * @param longest how long the answer may take
   * @param isCallerGone whether the connection has been closed; it is asked a few times a second
   * @param largeQuestions where large questions have their turn
   * @param largeRecordings where what is recorded has its turn, if deciding on it takes as much memory
   */
  Watch(Duration longest, BooleanSupplier isCallerGone, Lane largeQuestions, Lane largeRecordings) {
    this(longest, isCallerGone, largeQuestions, largeRecordings, System::nanoTime);
  }

  /** A watch by another clock, which counts nanoseconds. */
  Watch(Duration longest, BooleanSupplier isCallerGone, Lane largeQuestions, Lane largeRecordings, LongSupplier clock) {
    this.clock = clock;
    this.begun = clock.getAsLong();
    this.since = begun;
    this.looked = begun;
    this.largeQuestions = largeQuestions;
    this.largeRecordings = largeRecordings;
    this.longest = longest;
    this.isCallerGone = isCallerGone;
  }

  /** The watch of the request; null for a request that nobody watches. */
  static @Nullable Watch of(HttpServletRequest request) {
    return (Watch) request.getAttribute(ATTRIBUTE);
  }

  void belongTo(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** Begins anew: after waiting for others, and after each line of a streamed answer. */
  void restart() {
    since = clock.getAsLong();
  }

  /**
   * Looks whether to go on.
   *
   * @throws QuestionTooLongException when it has taken too long
   * @throws CallerGoneException when nobody waits for the answer any more
   */
  @Override
  public void look() {
    requireTime();
    long now = clock.getAsLong();
    if (now - looked > NANOS_BETWEEN_LOOKS) {
      looked = now;
      if (isCallerGone.getAsBoolean()) {
        throw new CallerGoneException();
      }
    }
  }

  /**
   * Requires that it has not taken too long, without a look at the caller, who may still be sending.
   *
   * @throws QuestionTooLongException when it has
   */
  void requireTime() {
    long now = clock.getAsLong();
    if (!isPatient && now - since > longest.toNanos()) {
      throw new QuestionTooLongException(longest, isRecording);
    }
    Duration longestStream = longest.multipliedBy(LONGEST_STREAM);
    if (now - begun > longestStream.toNanos()) {
      throw new QuestionTooLongException(longestStream, isRecording);
    }
  }

  /**
   * Waits until no other large question is answered: several at a time would need more memory than there is. What is recorded waits
   * for no question, only for its like.
   *
   * @throws TooManyRequestsException when that takes too long
   */
  @Override
  public void grown() {
    if (entered == null) {
      Lane lane = isRecording ? largeRecordings : largeQuestions;
      lane.enter();
      entered = lane;
      restart();
    }
  }

  /** The request records something. */
  void recording() {
    isRecording = true;
  }

  /** Lets it take as long as a streamed answer may, because what is sent may be large: a file has many facts. */
  void bePatient() {
    isPatient = true;
  }

  /** The body is here. What is done with it takes as long as one question may, and begins now. */
  void received() {
    isPatient = false;
    restart();
  }

  /** Expectations of a file, for instance, are as many as one likes, and together take no longer than one question. */
  @Override
  public <T> T asOneQuestion(Supplier<T> work) {
    boolean wasPatient = isPatient;
    received();
    try {
      return work.get();
    } finally {
      isPatient = wasPatient;
      restart();
    }
  }

  /** The request is over. */
  void end() {
    if (entered != null) {
      entered.leave();
      entered = null;
    }
  }
}

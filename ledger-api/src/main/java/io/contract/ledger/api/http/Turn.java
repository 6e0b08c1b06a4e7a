package io.contract.ledger.api.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What one request holds of the server while it is answered: a place in a lane, and parts of the memory (ADR 0032). A place is for work.
 * It is taken once the body is there, and left when the answer only has to be written, so that nobody waits for a slow caller. It belongs
 * to the thread that answers.
 */
final class Turn {

  /** Bodies and answers up to this size take no share of the memory, in bytes: each connection takes more by itself. */
  static final int OF_ANY_CONNECTION = 4 * 1024;

  /** The largest body of a request that is not large, in bytes: 16 kB. */
  static final int SMALL = 16 * 1024;

  /** The most facts of a request that is not large. */
  private static final int FEW_FACTS = 20;

  /** How many times its own size an answer takes while it is written: it stands beside what it was made from. */
  private static final int OF_ANSWER = 4;

  /** The part of the memory for answers that one of them may have while it is made: one in this many. */
  private static final int OF_ANSWERS = 8;

  private static final String ATTRIBUTE = Turn.class.getName();

  private final Memory memory;
  private final Watch watch;
  private final Duration patience;
  private final List<Kept> kept = new ArrayList<>();
  private @Nullable Lane forAnyBody;
  private @Nullable Lane forLargeBody;
  private @Nullable Lane forStream;
  private @Nullable Lane entered;

  /** The parts of the memory that the requests of a server have. */
  record Memory(MemoryShare smallBodies, MemoryShare largeBodies, MemoryShare answers) {

    static Memory of(QuestionLimits limits) {
      return new Memory(
          new MemoryShare("bodies", limits.smallBodies(), limits.longestWait()),
          new MemoryShare("large bodies", limits.bodies().toBytes(), limits.longestWait()),
          new MemoryShare("answers", limits.answers(), limits.longestWait()));
    }
  }

  private record Kept(MemoryShare share, long bytes) {}

  /**
   * A turn that holds nothing.
   *
   * @param patience as in {@link QuestionLimits}
   */
  Turn(Memory memory, Watch watch, Duration patience) {
    this.patience = patience;
    this.memory = memory;
    this.watch = watch;
  }

  /** The turn of the request; null outside the server, as in a test of a controller alone. */
  static @Nullable Turn of(HttpServletRequest request) {
    return (Turn) request.getAttribute(ATTRIBUTE);
  }

  /** The turn of the request that this thread answers; null when it answers none. */
  static @Nullable Turn current() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
        ? of(request.getRequest())
        : null;
  }

  void belongTo(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** The pace of its caller, who has not been waited for yet. */
  Pace pace() {
    return new Pace(patience, this::isWanted);
  }

  /** Takes a place at once. */
  void enter(Lane lane) {
    lane.enter();
    entered = lane;
    watch.restart();
  }

  /** Takes a place once the body is there. */
  void enterAfterBody(Lane lane) {
    forAnyBody = lane;
  }

  /** Takes a place once the body is there, if it is large. */
  void enterAfterLargeBody(Lane lane) {
    forLargeBody = lane;
  }

  /** Takes a place before a body that is too large to be kept is read. */
  void enterBeforeStream(Lane lane) {
    forStream = lane;
  }

  /**
   * Keeps memory for a body until the request is over.
   *
   * @param bytes the size of all of it, as far as is known
   * @throws TooManyRequestsException when there is no memory for it
   */
  void keep(long bytes) {
    if (bytes <= OF_ANY_CONNECTION) {
      return;
    }
    MemoryShare share = bytes <= SMALL ? memory.smallBodies : memory.largeBodies;
    long more = bytes;
    for (Kept one : kept) {
      more -= one.share == share ? one.bytes : 0;
    }
    if (more > 0) {
      share.take(more);
      kept.add(new Kept(share, more));
    }
  }

  /** The body is in memory. What was waited for until now was the caller. */
  void hasBody(long size) {
    if (forAnyBody != null) {
      enterPatiently(forAnyBody, forStream != null);
    } else if (size > SMALL) {
      enterLargeBody();
    } else {
      watch.restart();
    }
  }

  /** The body is read while it is worked on. */
  void hasStream() {
    if (forStream != null) {
      enterPatiently(forStream, true);
    }
  }

  /** The body has so many facts. */
  void hasFacts(int count) {
    if (count > FEW_FACTS) {
      enterLargeBody();
    }
  }

  private void enterLargeBody() {
    if (forLargeBody != null && entered == null) {
      enterPatiently(forLargeBody, true);
    }
  }

  private void enterPatiently(Lane lane, boolean isPatient) {
    enter(lane);
    if (isPatient) {
      watch.bePatient();
    }
  }

  /** Whether others wait for what the request holds. */
  boolean isWanted() {
    return (entered != null && entered.isWanted()) || kept.stream().anyMatch(one -> one.share.isWanted());
  }

  /**
   * The answer is ready and only has to be written. If there is memory to keep it, the place is left to others. Otherwise it is held on,
   * so that answers which wait for their readers do not fill the memory.
   *
   * @param size the size of the answer in bytes
   */
  void isAnswered(long size) {
    if (entered == null) {
      return;
    }
    long bytes = size <= OF_ANY_CONNECTION ? 0 : size * OF_ANSWER;
    if (bytes == 0 || memory.answers.takeIfFree(bytes)) {
      if (bytes > 0) {
        kept.add(new Kept(memory.answers, bytes));
      }
      leave();
    }
  }

  /**
   * Keeps memory for more of an answer that is made before it is written.
   *
   * @param whole how many bytes of it are kept then
   * @param more how many of these are new
   * @return whether it may be kept
   */
  boolean keepsAnswer(long whole, long more) {
    if (whole > memory.answers.bytes() / OF_ANSWERS || !memory.answers.takeIfFree(more)) {
      return false;
    }
    kept.add(new Kept(memory.answers, more));
    return true;
  }

  /** All of the answer is kept and only has to be written. */
  void isKept() {
    leave();
  }

  private void leave() {
    if (entered != null) {
      entered.leave();
      entered = null;
    }
  }

  /** The request is over. */
  void end() {
    leave();
    kept.forEach(one -> one.share.giveBack(one.bytes));
    kept.clear();
  }
}

package io.contract.ledger.api.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Keeps questions from taking the server away from each other and from what is recorded (ADR 0032). Each kind of question goes on a few at
 * a time, and so do large bodies. What records a fact or two never waits.
 */
public final class Lanes implements HandlerInterceptor {

  private static final String ENTERED = Lanes.class.getName();
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
  private static final int FEW = Math.max(1, PROCESSORS / 2);

  /** Ordinary questions mostly wait for the store. */
  private static final int ORDINARY = 4 * PROCESSORS;

  private final Map<AnswerKind.Effort, Lane> lanes;
  private final Lane large;

  Lanes(QuestionLimits limits) {
    this.lanes =
        Map.of(
            AnswerKind.Effort.ORDINARY, new Lane("questions", ORDINARY, limits.longestWait()),
            AnswerKind.Effort.LONG, new Lane("replays, journals and documents", FEW, limits.longestWait()),
            AnswerKind.Effort.COMPUTED, new Lane("explanations, what-ifs and forecasts", FEW, limits.longestWait()),
            AnswerKind.Effort.ACROSS, new Lane("questions across agreements", FEW, limits.longestWait()));
    this.large = new Lane("large bodies", FEW, limits.longestWait());
  }

  /**
   * How many threads can compute at a time so that questions, even when every lane is full, leave as many as there are processors
   * to everything else.
   */
  public static int threads() {
    return PROCESSORS + ORDINARY + 4 * FEW;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    Lane lane = handler instanceof HandlerMethod method ? lane(request, method) : null;
    if (lane != null) {
      lane.enter();
      request.setAttribute(ENTERED, lane);
      Watch watch = Watch.of(request);
      if (watch != null) {
        watch.restart();
      }
    }
    return true;
  }

  private @Nullable Lane lane(HttpServletRequest request, HandlerMethod method) {
    Answers answers = method.getMethodAnnotation(Answers.class);
    if (answers != null && answers.value() != AnswerKind.AGREEMENT_FILE) {
      return lanes.get(answers.value().effort());
    }
    return hasLargeBody(request) ? large : null;
  }

  /** Whether the body is larger than that of a single fact, or may be. */
  private static boolean hasLargeBody(HttpServletRequest request) {
    return request.getContentLengthLong() > PostedBody.ONE_FACT
        || "chunked".equalsIgnoreCase(request.getHeader("Transfer-Encoding"));
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception thrown) {
    if (request.getAttribute(ENTERED) instanceof Lane lane) {
      request.removeAttribute(ENTERED);
      lane.leave();
    }
  }
}

package io.contract.ledger.api.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
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
  private static final int FEW = QuestionLimits.FEW;

  /** Ordinary questions mostly wait for the store. */
  private static final int ORDINARY = 4 * PROCESSORS;

  private final Map<AnswerKind.Effort, Lane> lanes;

  Lanes(QuestionLimits limits) {
    this.lanes =
        Map.of(
            AnswerKind.Effort.ORDINARY, new Lane("questions", ORDINARY, limits.longestWait()),
            AnswerKind.Effort.LONG, new Lane("replays, journals and documents", FEW, limits.longestWait()),
            AnswerKind.Effort.COMPUTED, new Lane("explanations, what-ifs and forecasts", FEW, limits.longestWait()),
            AnswerKind.Effort.ACROSS, new Lane("questions across agreements", FEW, limits.longestWait()),
            AnswerKind.Effort.LARGE, new Lane("large bodies and files", FEW, limits.longestWait()));
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
    if (!(handler instanceof HandlerMethod method)) {
      return true;
    }
    Watch watch = Watch.of(request);
    if (watch != null && !method.hasMethodAnnotation(Answers.class)) {
      watch.recording();
    }
    AnswerKind.Effort effort = effort(request, method);
    if (effort != null) {
      Lane lane = Objects.requireNonNull(lanes.get(effort));
      lane.enter();
      request.setAttribute(ENTERED, lane);
      if (watch != null) {
        watch.restart();
        if (effort == AnswerKind.Effort.LARGE) {
          watch.bePatient();
        }
      }
    }
    return true;
  }

  private static AnswerKind.@Nullable Effort effort(HttpServletRequest request, HandlerMethod method) {
    Answers answers = method.getMethodAnnotation(Answers.class);
    if (answers != null) {
      return answers.value().effort();
    }
    return hasLargeBody(request) ? AnswerKind.Effort.LARGE : null;
  }

  /** Whether the body is larger than that of a single fact, or may be. */
  private static boolean hasLargeBody(HttpServletRequest request) {
    return request.getContentLengthLong() > PostedBody.ONE_FACT
        || request.getHeader("Transfer-Encoding") != null;
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

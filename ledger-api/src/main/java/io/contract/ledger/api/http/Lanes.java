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
 * a time, and so do large bodies. What records a few facts never waits. What is posted has its place once its body is there.
 */
public final class Lanes implements HandlerInterceptor {

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
  private static final int FEW = QuestionLimits.FEW;

  /** Ordinary questions mostly wait for the store. */
  private static final int ORDINARY = 4 * PROCESSORS;

  private final Map<AnswerKind.Effort, Lane> lanes;

  /** Files that are read while they arrive: these places alone are held while a caller is waited for. */
  private final Lane files;

  Lanes(QuestionLimits limits) {
    this.lanes =
        Map.of(
            AnswerKind.Effort.ORDINARY, new Lane("questions", ORDINARY, limits.longestWait()),
            AnswerKind.Effort.REPLAYED, new Lane("replays", FEW, limits.longestWait()),
            AnswerKind.Effort.LONG, new Lane("exports, journals and documents", FEW, limits.longestWait()),
            AnswerKind.Effort.COMPUTED, new Lane("explanations, what-ifs and forecasts", FEW, limits.longestWait()),
            AnswerKind.Effort.ACROSS, new Lane("questions across agreements", FEW, limits.longestWait()),
            AnswerKind.Effort.LARGE, new Lane("large bodies", FEW, limits.longestWait()));
    this.files = new Lane("large files", FEW, limits.longestWait());
  }

  /**
   * How many threads can compute at a time so that questions, even when every lane is full, leave as many as there are processors
   * to everything else.
   */
  public static int threads() {
    return PROCESSORS + ORDINARY + 6 * FEW;
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
    Turn turn = Turn.of(request);
    if (turn != null) {
      takeTurn(turn, method.getMethodAnnotation(Answers.class));
    }
    return true;
  }

  private void takeTurn(Turn turn, @Nullable Answers answers) {
    if (answers == null) {
      turn.enterAfterLargeBody(lane(AnswerKind.Effort.LARGE));
      return;
    }
    AnswerKind kind = answers.value();
    if (kind == AnswerKind.AGREEMENT_FILE) {
      turn.enterBeforeStream(files);
    }
    if (kind.isPosted()) {
      turn.enterAfterBody(lane(kind.effort()));
    } else {
      turn.enter(lane(kind.effort()));
    }
  }

  private Lane lane(AnswerKind.Effort effort) {
    return Objects.requireNonNull(lanes.get(effort));
  }
}

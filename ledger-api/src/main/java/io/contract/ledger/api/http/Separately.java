package io.contract.ledger.api.http;

import io.contract.ledger.api.answer.Problem;
import io.contract.ledger.api.answer.ProblemKind;
import io.contract.ledger.api.store.StoreFailure;
import io.contract.ledger.budget.Budget;
import io.contract.ledger.budget.QuestionTooLargeException;
import io.contract.ledger.id.AgreementId;
import io.contract.ledger.value.Pointer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks about one agreement after another, each with a budget of its own, so that one of them that cannot be answered for does not
 * keep the others from being served.
 */
public final class Separately {

  private static final Logger LOG = LoggerFactory.getLogger(Separately.class);

  private final Unanswered unanswered;
  private final HttpServletRequest request;
  private final long begun = System.nanoTime();

  /** What is said about an agreement: an answer, or else a problem. */
  public record Result<T>(@Nullable T answer, @Nullable Problem problem) {

    /** The answer, or what is made of the problem. */
    public T answerOr(Function<Problem, T> instead) {
      return answer != null ? answer : instead.apply(Objects.requireNonNull(problem));
    }
  }

  Separately(Unanswered unanswered, HttpServletRequest request) {
    this.unanswered = unanswered;
    this.request = request;
  }

  /** The answer about the agreement, or why there is none; empty when the question finds nothing to say. */
  <T> Optional<Result<T>> ask(AgreementId agreement, Supplier<Optional<T>> question) {
    Watch watch = Objects.requireNonNull(Watch.of(request));
    watch.restart();
    try {
      Optional<T> answer = Budget.apart(question);
      unanswered.remove(agreement);
      return answer.map(found -> new Result<>(found, null));
    } catch (QuestionTooLargeException tooLarge) {
      return Optional.of(failed(agreement, problem(tooLarge)));
    } catch (QuestionTooLongException tooLong) {
      return Optional.of(failed(agreement, problem(tooLong)));
    } catch (CallerGoneException | TooManyRequestsException ofTheWholeQuestion) {
      throw ofTheWholeQuestion;
    } catch (RuntimeException failure) {
      if (StoreFailure.of(failure).isPresent()) {
        throw failure;
      }
      LOG.error("agreement '{}' cannot be answered for", agreement, failure);
      return Optional.of(
          failed(
              agreement,
              Problem.of(
                  ProblemKind.INTERNAL_ERROR, Pointer.ROOT,
                  "the ledger failed to answer for agreement '" + agreement + "'; its log says why")));
    }
  }

  private <T> Result<T> failed(AgreementId agreement, Problem problem) {
    unanswered.add(agreement, problem);
    return new Result<>(null, problem);
  }

  /** How long all of it has taken so far. */
  Duration taken() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  static Problem problem(QuestionTooLargeException tooLarge) {
    return Problem.of(ProblemKind.QUESTION_TOO_LARGE, Pointer.ROOT, String.valueOf(tooLarge.getMessage()));
  }

  static Problem problem(QuestionTooLongException tooLong) {
    return Problem.of(ProblemKind.QUESTION_TOO_LONG, Pointer.ROOT, String.valueOf(tooLong.getMessage()));
  }
}

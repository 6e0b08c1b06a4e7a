package io.contract.ledger.api.http;

import io.contract.ledger.api.answer.Problem;
import io.contract.ledger.api.answer.ProblemKind;
import io.contract.ledger.id.AgreementId;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Violation;
import java.util.List;

/** The request cannot be served. The exception carries the problem that is answered. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  /** The domain's code for what is wrong with a query parameter or a part of the path. */
  public static ProblemException at(String parameter, Code code, String message) {
    return new ProblemException(
        Problem.of(List.of(new Violation(Pointer.ROOT.child(parameter), code, message))));
  }

  /** The path names an agreement that does not exist. */
  public static ProblemException noAgreement(AgreementId id) {
    return at("agreement", Code.UNKNOWN_AGREEMENT, "there is no agreement '" + id + "'");
  }

  /** The path names something that does not exist. */
  public static ProblemException notFound(String part, Code code, String message) {
    Problem problem = at(part, code, message).problem();
    return new ProblemException(problem.as(problem.kind().inPath()));
  }

  /** A kind of problem that only the interface finds, with the request as a whole. */
  public static ProblemException of(ProblemKind kind, String message) {
    return new ProblemException(Problem.of(kind, Pointer.ROOT, message));
  }

  public Problem problem() {
    return problem;
  }
}

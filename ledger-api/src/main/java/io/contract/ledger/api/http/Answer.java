package io.contract.ledger.api.http;

import io.contract.ledger.api.answer.AgreementFileAnswer;
import io.contract.ledger.api.answer.AmendmentAnswer;
import io.contract.ledger.api.answer.ChangeAnswer;
import io.contract.ledger.api.answer.HistoryAnswer;
import io.contract.ledger.api.answer.LaunchAnswer;
import io.contract.ledger.api.answer.ObligationAnswer;
import io.contract.ledger.api.answer.PaymentAnswer;
import io.contract.ledger.api.answer.PositionAnswer;
import io.contract.ledger.api.answer.RevenueAnswer;
import io.contract.ledger.api.answer.RevisionAnswer;
import io.contract.ledger.api.answer.StatementAnswer;
import io.contract.ledger.api.answer.TermsAnswer;
import io.contract.ledger.api.file.FileShapes;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Shape;
import java.util.List;

/** Everything that can be asked: what the answer looks like, and what may be wrong with the question besides its form. */
public enum Answer {
  AGREEMENTS(TermsAnswer.LIST),
  CONFORMED_COPY(TermsAnswer.SHAPE),
  AMENDMENTS(AmendmentAnswer.SHAPE),
  REVENUE_REPORTS(RevenueAnswer.SHAPE),
  PAYMENTS(PaymentAnswer.SHAPE),
  POSITIONS(PositionAnswer.SHAPE, Code.UNKNOWN_CLAUSE, Code.WRONG_CLAUSE_KIND),
  OBLIGATIONS(ObligationAnswer.SHAPE, Code.UNKNOWN_PARTY),
  OBLIGATIONS_OF_ALL(ObligationAnswer.ACROSS),
  LAUNCHES(LaunchAnswer.SHAPE),
  REVISIONS(RevisionAnswer.SHAPE, Code.UNKNOWN_CLAUSE),
  STATEMENTS(StatementAnswer.LIST, Code.UNKNOWN_CLAUSE, Code.WRONG_CLAUSE_KIND),
  STATEMENT(StatementAnswer.SHAPE, Code.UNKNOWN_CLAUSE, Code.UNKNOWN_FACT),
  HISTORY(HistoryAnswer.SHAPE),
  REPLAY(ChangeAnswer.LINE),
  DIFFERENCE(ChangeAnswer.SHAPE),
  AGREEMENT_FILE(AgreementFileAnswer.SHAPE),
  EXPORTED_FILE(FileShapes.FILE);

  private final Shape shape;
  private final List<Code> refusals;

  Answer(Shape shape, Code... refusals) {
    this.shape = shape;
    this.refusals = List.of(refusals);
  }

  /** What the answer looks like. */
  public Shape shape() {
    return shape;
  }

  /** What may be wrong with a question that is well formed, besides that the agreement does not exist. */
  public List<Code> refusals() {
    return refusals;
  }
}

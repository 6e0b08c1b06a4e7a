package io.contract.ledger.api.http;

import io.contract.ledger.api.agreementfile.FileShapes;
import io.contract.ledger.api.answer.AgreementFileAnswer;
import io.contract.ledger.api.answer.AmendmentAnswer;
import io.contract.ledger.api.answer.ChangeAnswer;
import io.contract.ledger.api.answer.ExplanationAnswer;
import io.contract.ledger.api.answer.FixingAnswer;
import io.contract.ledger.api.answer.ForecastAnswer;
import io.contract.ledger.api.answer.HistoryAnswer;
import io.contract.ledger.api.answer.ImpactAnswer;
import io.contract.ledger.api.answer.JournalAnswer;
import io.contract.ledger.api.answer.JournalFormat;
import io.contract.ledger.api.answer.LaunchAnswer;
import io.contract.ledger.api.answer.ObligationAnswer;
import io.contract.ledger.api.answer.PaymentAnswer;
import io.contract.ledger.api.answer.PositionAnswer;
import io.contract.ledger.api.answer.RevenueAnswer;
import io.contract.ledger.api.answer.RevisionAnswer;
import io.contract.ledger.api.answer.StatementAnswer;
import io.contract.ledger.api.answer.TermsAnswer;
import io.contract.ledger.scenario.ScenarioShapes;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every kind of answer: its shape, and the reasons why a well-formed question may be refused. */
public enum AnswerKind {
  AGREEMENTS(TermsAnswer.LIST),
  CONFORMED_COPY(TermsAnswer.SHAPE),
  AMENDMENTS(AmendmentAnswer.SHAPE),
  REVENUE_REPORTS(RevenueAnswer.SHAPE),
  PAYMENTS(PaymentAnswer.SHAPE),
  FIXINGS(FixingAnswer.SHAPE),
  POSITIONS(PositionAnswer.SHAPE, Code.UNKNOWN_CLAUSE, Code.WRONG_CLAUSE_KIND),
  OBLIGATIONS(ObligationAnswer.SHAPE, Code.UNKNOWN_PARTY),
  OBLIGATIONS_OF_ALL(ObligationAnswer.ACROSS, Code.UNKNOWN_PARTY),
  LAUNCHES(LaunchAnswer.SHAPE),
  REVISIONS(RevisionAnswer.SHAPE, Code.UNKNOWN_CLAUSE),
  STATEMENTS(StatementAnswer.LIST, Code.UNKNOWN_CLAUSE, Code.WRONG_CLAUSE_KIND),
  STATEMENT(StatementAnswer.SHAPE, Code.UNKNOWN_CLAUSE, Code.UNKNOWN_FACT),
  HISTORY(HistoryAnswer.SHAPE),
  REPLAY(ChangeAnswer.LINE),
  DIFFERENCE(ChangeAnswer.SHAPE),
  AGREEMENT_FILE(AgreementFileAnswer.SHAPE),
  EXPORTED_FILE(FileShapes.FILE),
  JOURNAL(JournalAnswer.SHAPE, Code.MISSING_FIELD, Code.UNKNOWN_PARTY, Code.PARAMETER_NOT_OPEN),
  EXPLANATION(ExplanationAnswer.SHAPE, Code.MISSING_FIELD, Code.UNKNOWN_CLAUSE, Code.UNKNOWN_PERIOD,
      Code.WRONG_CLAUSE_KIND,
      Code.PARAMETER_NOT_OPEN),
  WHAT_IF(ImpactAnswer.SHAPE),
  EXPLANATION_OF_WHAT_IF(ExplanationAnswer.SHAPE),
  FORECAST(ForecastAnswer.SHAPE, Code.AMOUNT_PRECISION, Code.INVALID_SPAN, Code.OVERLAPPING_REPORT,
      Code.DATE_OUT_OF_RANGE, Code.CALENDAR_RANGE),
  EXPLANATION_OF_FORECAST(ExplanationAnswer.SHAPE);

  /** The formats of a journal, the usual one first. */
  private static final List<String> JOURNAL_FORMATS =
      Stream.concat(Stream.of("json"), JournalFormat.slugs().stream()).toList();

  /** The reasons why a supposed fact may be refused. Its date may lie in the future. */
  private static final List<Code> OF_SUPPOSED_FACTS =
      Arrays.stream(Code.values())
          .filter(code -> !code.isMalformed())
          .filter(code -> code != Code.UNKNOWN_AGREEMENT && code != Code.DATE_IN_FUTURE)
          .toList();

  private static final List<String> STATEMENT_FORMATS = List.of("json", "html", "pdf");

  private final Shape shape;
  private final List<Code> refusals;

  AnswerKind(Shape shape, Code... refusals) {
    this.shape = shape;
    this.refusals = List.of(refusals);
  }

  /** The shape of the answer. */
  public Shape shape() {
    return shape;
  }

  /**
   * The reasons why a well-formed question may be refused, besides an unknown agreement and, where it may name days, a day that none
   * may name.
   */
  public List<Code> refusals() {
    return switch (this) {
      case WHAT_IF -> OF_SUPPOSED_FACTS;
      case EXPLANATION_OF_WHAT_IF -> either(OF_SUPPOSED_FACTS, EXPLANATION.refusals);
      case EXPLANATION_OF_FORECAST -> either(FORECAST.refusals, EXPLANATION.refusals);
      default -> refusals;
    };
  }

  private static List<Code> either(List<Code> one, List<Code> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }

  /** Whether the answer explains a figure, as a tree or as text to read. */
  public boolean isExplanation() {
    return shape.equals(ExplanationAnswer.SHAPE);
  }

  /** What the answer takes of the server. Each of these has places of its own, so that none holds up another. */
  enum Effort {
    /** About as much as there are rows in it. */
    ORDINARY,
    /** A walk through the history with a position after each event. */
    REPLAYED,
    /** A walk through the history, written while it goes on, or made into a document. */
    LONG,
    /** The same computation many times, or every step of one. */
    COMPUTED,
    /** One agreement after another. */
    ACROSS,
    /** A large body, with many facts, and in a file with many questions. */
    LARGE
  }

  Effort effort() {
    return switch (this) {
      case REPLAY -> Effort.REPLAYED;
      case EXPORTED_FILE, JOURNAL, STATEMENT -> Effort.LONG;
      case EXPLANATION, WHAT_IF, EXPLANATION_OF_WHAT_IF, FORECAST, EXPLANATION_OF_FORECAST -> Effort.COMPUTED;
      case AGREEMENTS, OBLIGATIONS_OF_ALL -> Effort.ACROSS;
      case CONFORMED_COPY, AMENDMENTS, REVENUE_REPORTS, PAYMENTS, FIXINGS, POSITIONS, OBLIGATIONS, LAUNCHES, REVISIONS,
          STATEMENTS, HISTORY, DIFFERENCE ->
        Effort.ORDINARY;
      case AGREEMENT_FILE -> Effort.LARGE;
    };
  }

  /** The shape of the body that is posted to ask; empty when the address alone asks. */
  public Optional<Shape> question() {
    return switch (this) {
      case WHAT_IF, EXPLANATION_OF_WHAT_IF -> Optional.of(ScenarioShapes.WHAT_IF);
      case FORECAST, EXPLANATION_OF_FORECAST -> Optional.of(ScenarioShapes.FORECAST);
      case AGREEMENTS, CONFORMED_COPY, AMENDMENTS, REVENUE_REPORTS, PAYMENTS, FIXINGS, POSITIONS, OBLIGATIONS,
          OBLIGATIONS_OF_ALL,
          LAUNCHES, STATEMENTS, STATEMENT, REVISIONS, HISTORY, REPLAY, DIFFERENCE, AGREEMENT_FILE, EXPORTED_FILE,
          JOURNAL, EXPLANATION ->
        Optional.empty();
    };
  }

  /** Whether a body belongs to the question. */
  boolean isPosted() {
    return this == AGREEMENT_FILE || question().isPresent();
  }

  /** The largest question that is read, in bytes. It allows for many supposed facts. */
  int largestQuestion() {
    return this == WHAT_IF || this == EXPLANATION_OF_WHAT_IF ? PostedBody.MANY_FACTS : PostedBody.ONE_FACT;
  }

  /** The values of the parameter {@code format}; empty when the question has no such parameter. */
  public List<String> formats() {
    return this == JOURNAL ? JOURNAL_FORMATS : this == STATEMENT ? STATEMENT_FORMATS : List.of();
  }
}

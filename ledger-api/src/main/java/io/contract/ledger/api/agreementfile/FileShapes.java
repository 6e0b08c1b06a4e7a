package io.contract.ledger.api.agreementfile;

import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.INSTANT;
import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.TEXT;
import static io.contract.ledger.value.Type.listOf;
import static io.contract.ledger.value.Type.object;
import static io.contract.ledger.value.Type.oneOf;

import io.contract.ledger.api.answer.AnswerHead;
import io.contract.ledger.api.answer.ForecastAnswer;
import io.contract.ledger.api.answer.LaunchAnswer;
import io.contract.ledger.api.answer.ObligationAnswer;
import io.contract.ledger.api.answer.PositionAnswer;
import io.contract.ledger.api.answer.StatementAnswer;
import io.contract.ledger.api.answer.TermsAnswer;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.scenario.ScenarioShapes;
import io.contract.ledger.terms.ClauseKind;
import io.contract.ledger.terms.ClauseShapes;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The form of an agreement file (domain page, section 10). A field of an expectation may be null, which expects no value. */
public final class FileShapes {

  private static final Shape PERIOD =
      Shape.of("").optional("clause", SLUG, "The clause.")
          .optional("payer", SLUG, "Who owes; of several pairs of parties the first with the period unless said.")
          .optional("payee", SLUG, "To whom it is owed; likewise.")
          .and(ExpectedShapes.row(PositionAnswer.PERIOD));

  /** A forecast. The question and the expected answer stand in the same object. */
  private static final Shape FORECAST =
      Shape.of("ExpectedForecast")
          .required(
              "scenarios",
              listOf(
                  object(
                      Shape.of("ExpectedScenario")
                          .and(ScenarioShapes.SCENARIO)
                          .and(ExpectedShapes.of(ForecastAnswer.SCENARIO.without("name")))),
                  1),
              "The scenarios, each with what is expected of it.")
          .optional("through", DATE, "The last day that is looked at.");

  private static final Shape REFUSED =
      facts(Shape.of("ExpectedRefusal")).required("code", oneOf(refusalCodes()), "The reason of highest precedence.");

  static final Shape ENTRY =
      facts(
          Shape.of("HistoryEntry")
              .required("at", INSTANT, "When it was recorded; never before the entry above.")
              .optional("by", TEXT, "Who recorded it."));

  static final Shape EXPECTATION =
      Shape.of("Expectation")
          .optional("that", TEXT, "What is expected, in words.")
          .optional("effectiveOn", DATE, "The day the question is about; that of the last event unless said.")
          .optional("knownAt", INSTANT, "What was known then; everything unless said.")
          .optional("with", ScenarioShapes.FACTS, "Facts that are supposed: what is expected if they were recorded.")
          .optional("position", row(PositionAnswer.POSITION), "Where a revenue share or a fixed payment stands.")
          .optional("period",
              new Type.Patch(List.of(PERIOD)),
              "How one period stands.")
          .optional("clause", new Type.Patch(clauses()), "How a clause reads.")
          .optional("obligation", row(ObligationAnswer.ROW), "What is owed, or may be done.")
          .optional("launch", row(LaunchAnswer.ROW), "How a launch is judged.")
          .optional("statement", row(StatementAnswer.STATEMENT), "What a statement says.")
          .optional("forecast", object(FORECAST), "What assumed revenue comes to.")
          .optional("refused", object(REFUSED), "A fact that is refused.");

  /** A whole agreement file. */
  public static final Shape FILE =
      Shape.of("AgreementFile")
          .required("ledger", new Type.Whole(1, 1), "The version of this form: 1.")
          .optional("at", INSTANT, "When the agreement was recorded; the start of executedOn unless said.")
          .optional("by", TEXT, "Who recorded the agreement.")
          .required("agreement", object(FactKind.AGREEMENT.shape()), "The agreement as executed.")
          .optional("history", listOf(object(ENTRY), 0), "What happened, in order of recording.")
          .optional(HiddenCharacters.FIELD, oneOf(HiddenCharacters.AS_RECORDED),
              "The texts of the facts may have characters that nobody sees: they were recorded before such were refused.")
          .optional("expect", listOf(object(EXPECTATION), 0), "The answers that are expected.");

  private FileShapes() {}

  private static Type row(Shape answered) {
    return new Type.Patch(List.of(ExpectedShapes.row(answered)));
  }

  private static Shape facts(Shape shape) {
    for (FactKind kind : FactKind.UNDER_AGREEMENT) {
      shape = shape.optional(kind.key(), object(kind.shape()), "The fact.");
    }
    return shape;
  }

  /** Every attribute of every kind of clause, and the amendment that set each. */
  private static List<Shape> clauses() {
    List<Shape> shapes = new ArrayList<>();
    Map<String, Shape.Field> setBy = new LinkedHashMap<>();
    for (ClauseKind kind : ClauseKind.values()) {
      shapes.add(ClauseShapes.of(kind));
      for (Shape.Field attribute : ClauseShapes.of(kind).fields()) {
        setBy.putIfAbsent(
            attribute.name(),
            new Shape.Field(attribute.name(), AnswerHead.AMENDMENT_NUMBER, false, "The amendment that set it."));
      }
    }
    shapes.add(
        ExpectedShapes.row(TermsAnswer.PROVENANCE.without("setBy"))
            .optional(
                "setBy",
                object(new Shape("SetBy", List.copyOf(setBy.values()))),
                "For each attribute the amendment that set it; 0 is the agreement."));
    return shapes;
  }

  private static String[] refusalCodes() {
    return Arrays.stream(Code.values()).filter(code -> !code.isMalformed()).map(Code::slug).toArray(String[]::new);
  }
}

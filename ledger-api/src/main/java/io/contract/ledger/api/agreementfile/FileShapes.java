package io.contract.ledger.api.agreementfile;

import static io.contract.ledger.value.Type.AMOUNT;
import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.INSTANT;
import static io.contract.ledger.value.Type.PERIOD_NAME;
import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.TEXT;
import static io.contract.ledger.value.Type.YES_NO;
import static io.contract.ledger.value.Type.listOf;
import static io.contract.ledger.value.Type.object;
import static io.contract.ledger.value.Type.oneOf;

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

/** The form of an agreement file (domain page, section 10). What an expectation names may be null: then no value is expected. */
public final class FileShapes {

  private static final Type AMENDMENT_NUMBER = new Type.Whole(0, 1_000_000);

  private static final Shape CAP =
      Shape.of("ExpectedCap")
          .optional("amount", AMOUNT, "Its own amount.")
          .optional("basis", oneOf("unstated", "accrued", "paid"), "What counts toward it.")
          .optional("counts", oneOf("unstated", "since-inception", "since-effective"), "From when it counts.")
          .optional("countsFrom", DATE, "From what day it counts.")
          .optional("window", oneOf("lifetime", "calendar-year", "contract-year"),
              "After what time the count begins anew.")
          .optional("from", DATE, "The first day it limits.")
          .optional("through", DATE, "The last day it limits.")
          .optional("excess", oneOf("forgone", "carried"), "What becomes of what it cuts off.")
          .and(amounts("counted", "headroom", "overage", "room"))
          .optional("reachedOn", DATE, "The day the gross reached the room.");

  private static final Type ROW_NAME =
      Type.words(
          "period",
          "a period's name: 2021-Q1, 2021-03, 2021-H1 or 2021; or brought-forward",
          "\\d{4}(-(Q[1-4]|H[12]|0[1-9]|1[0-2]))?|brought-forward",
          name -> true,
          "2021-Q1");

  private static final Shape PERIOD_ROW =
      Shape.of("ExpectedPeriod")
          .optional("period", ROW_NAME, "The period's name.")
          .and(
              amounts(
                  "base", "gross", "accrued", "forgone", "toCredit", "settled", "waived", "outstanding", "interest",
                  "interestPaid"))
          .optional("dueOn", DATE, "Its due date.")
          .optional(
              "status",
              oneOf("open", "unreported", "nil", "settled", "due-later", "due", "overdue", "undated"),
              "How it stands.")
          .optional("absent", YES_NO, "No such row is expected.");

  private static final Shape FIGURES =
      Shape.of("ExpectedFigures")
          .and(
              amounts(
                  "gross",
                  "accrued",
                  "forgone",
                  "paid",
                  "waived",
                  "outstanding",
                  "due",
                  "overdue",
                  "credit",
                  "interest",
                  "interestPaid"))
          .optional("caps", rows(CAP), "Its caps, in their order.")
          .optional("periods", rows(PERIOD_ROW), "Periods, by their names.");

  private static final Shape PENDING =
      Shape.of("ExpectedPendingAdjustment")
          .optional("period", ROW_NAME, "The period that was stated.")
          .and(amounts("amount"))
          .optional("absent", YES_NO, "Nothing is expected to be pending of it.");

  private static final Shape ADJUSTMENT =
      Shape.of("ExpectedAdjustment")
          .optional("period", ROW_NAME, "The period that was stated.")
          .and(amounts("stated", "now", "amount"))
          .optional(
              "causes",
              rows(
                  Shape.of("ExpectedCause")
                      .optional("sequence", new Type.Whole(0, Long.MAX_VALUE), "The event's number.")
                      .optional("type", TEXT, "The event's name.")),
              "The events that made the difference, in order.")
          .optional("undeterminedIn", listOf(new Type.Whole(1, 1_000_000), 0),
              "Statements that could not determine it.")
          .optional("absent", YES_NO, "No such adjustment is expected.");

  private static final Shape READING =
      Shape.of("ExpectedReading")
          .optional("basis", oneOf("accrued", "paid"), "The reading's basis.")
          .optional("counts", oneOf("since-inception", "since-effective"), "From when the reading counts.")
          .and(FIGURES)
          .optional("pendingAdjustments", rows(PENDING), "What the next statement would adjust under it.")
          .optional("absent", YES_NO, "No such reading is expected.");

  private static final Shape POSITION =
      Shape.of("ExpectedPosition")
          .optional("clause", SLUG, "The revenue share.")
          .optional("payer", SLUG, "The party that owes.")
          .optional("payee", SLUG, "The party to whom it is owed.")
          .and(FIGURES)
          .optional("undetermined", listOf(TEXT, 0), "Names of what cannot be determined.")
          .optional("readings", rows(READING), "Readings, by basis and counts.")
          .optional("pendingAdjustments", rows(PENDING), "What the next statement would adjust.")
          .optional("absent", YES_NO, "No such position is expected.");

  private static final Shape STATED =
      amounts("accrued", "total")
          .optional("adjustments", rows(ADJUSTMENT), "Adjustments, by period.")
          .optional("figures", new Type.Patch(List.of(PERIOD_ROW)), "The period as it stood.")
          .optional("caps", rows(CAP), "The caps as they stood, in their order.")
          .optional("balance",
              new Type.Patch(
                  List.of(
                      amounts(
                          "accrued", "paid", "waived", "outstanding", "due", "overdue", "credit", "interest",
                          "interestPaid"))),
              "How the whole clause stood.");

  private static final Shape STATEMENT =
      Shape.of("ExpectedStatement")
          .optional("clause", SLUG, "The revenue share.")
          .optional("number", new Type.Whole(1, 1_000_000), "The clause's 1st, 2nd, … statement.")
          .optional("period", ROW_NAME, "The period that it states.")
          .optional("issuedOn", DATE, "The day whose figures it states.")
          .optional("payer", SLUG, "The party that owes.")
          .optional("payee", SLUG, "The party to whom it is owed.")
          .optional("dueOn", DATE, "When the total is due.")
          .optional("statedBefore", new Type.Whole(1, 1_000_000), "The number of the statement that stated it first.")
          .and(STATED)
          .optional("undetermined", listOf(TEXT, 0), "Names of what cannot be determined.")
          .optional(
              "readings",
              rows(
                  Shape.of("ExpectedStatementReading")
                      .optional("basis", oneOf("accrued", "paid"), "The reading's basis.")
                      .optional("counts", oneOf("since-inception", "since-effective"), "From when the reading counts.")
                      .and(STATED)
                      .optional("absent", YES_NO, "No such reading is expected.")),
              "The statement under each reading, by basis and counts.")
          .optional("absent", YES_NO, "No such statement is expected.");

  private static final Shape OBLIGATION =
      Shape.of("ExpectedObligation")
          .optional("ref", TEXT, "What names the row.")
          .optional("clause", SLUG, "The clause.")
          .optional("period", ROW_NAME, "The period.")
          .optional("kind", oneOf("payment", "report", "duty", "commitment", "standing", "right"), "What sort it is.")
          .optional("modality", oneOf("obligation", "right"), "Whether the bearer must or may.")
          .optional("bearer", SLUG, "Who must, or may.")
          .optional("counterparty", SLUG, "The other party.")
          .optional("summary", TEXT, "The sentence for people.")
          .optional("dueOn", DATE, "When.")
          .and(amounts("amount", "outstanding"))
          .optional("status", TEXT, "How it stands.")
          .optional("setBy", AMENDMENT_NUMBER, "The amendment that made the revision.")
          .optional("endingSoon", YES_NO, "Whether it ends within 90 days.")
          .optional("absent", YES_NO, "No such row is expected.");

  private static final Shape LAUNCH =
      Shape.of("ExpectedLaunch")
          .optional("clause", SLUG, "The clause that judges.")
          .optional("id", SLUG, "The launch's own id.")
          .optional("product", SLUG, "What came out.")
          .optional("venue", SLUG, "Where.")
          .optional("on", DATE, "When.")
          .optional("judgement", oneOf("compliant", "excused", "breach", "undetermined"), "The judgement.")
          .optional(
              "readings",
              rows(
                  Shape.of("ExpectedLaunchReading")
                      .optional("requires", oneOf("all", "any"), "How many grounds this reading requires.")
                      .optional("judgement", oneOf("compliant", "excused", "breach", "undetermined"),
                          "The judgement under it.")
                      .optional("absent", YES_NO, "No such reading is expected.")),
              "The judgement under each reading.")
          .optional("absent", YES_NO, "No such launch is expected.");

  private static final Shape FORESEEN_PERIOD =
      Shape.of("ExpectedForeseenPeriod")
          .optional("clause", SLUG, "The revenue share.")
          .optional("period", PERIOD_NAME, "The period's name.")
          .optional("payer", SLUG, "The party that would owe.")
          .optional("payee", SLUG, "The party to whom it would be owed.")
          .and(amounts("base", "gross", "accrued", "forgone"))
          .optional("dueOn", DATE, "Its due date.")
          .optional(
              "readings",
              rows(
                  Shape.of("ExpectedForeseenReading")
                      .optional("basis", oneOf("accrued", "paid"), "The reading's basis.")
                      .optional("counts", oneOf("since-inception", "since-effective"), "From when the reading counts.")
                      .and(amounts("gross", "accrued", "forgone"))
                      .optional("absent", YES_NO, "No such reading is expected.")),
              "Readings, by basis and counts.")
          .optional("absent", YES_NO, "No such period is expected.");

  private static final Shape FORESEEN_CAP =
      Shape.of("ExpectedForeseenCap")
          .optional("clause", SLUG, "The revenue share.")
          .optional("cap", new Type.Whole(1, 1_000), "The place of the cap in the clause, from 1.")
          .optional("amount", AMOUNT, "Its own amount.")
          .optional("basis", oneOf("accrued", "paid"), "What counts toward it.")
          .optional("counts", oneOf("since-inception", "since-effective"), "From when it counts.")
          .optional("countsFrom", DATE, "From what day it counts.")
          .optional("window", oneOf("lifetime", "calendar-year", "contract-year"),
              "After what time the count begins anew.")
          .optional("windowFrom", DATE, "The first day of the window.")
          .optional("windowThrough", DATE, "The last day of the window.")
          .optional("reachedOn", DATE, "The day on which it is reached.")
          .optional("reachedIn", PERIOD_NAME, "The period with that day.")
          .and(amounts("headroomAtEnd", "roomAtEnd"))
          .optional("absent", YES_NO, "No such row is expected.");

  /** What is asked and what is expected stand together. */
  private static final Shape FORECAST =
      Shape.of("ExpectedForecast")
          .required(
              "scenarios",
              listOf(
                  object(
                      Shape.of("ExpectedScenario")
                          .and(ScenarioShapes.SCENARIO)
                          .optional("periods", rows(FORESEEN_PERIOD), "Periods, by clause and name.")
                          .optional("caps", rows(FORESEEN_CAP), "Caps, by clause, place, window and reading.")),
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
          .optional("position", new Type.Patch(List.of(POSITION)), "Where a revenue share stands.")
          .optional("period",
              new Type.Patch(List.of(Shape.of("").optional("clause", SLUG, "The clause.").and(PERIOD_ROW))),
              "How one period stands.")
          .optional("clause", new Type.Patch(clauses()), "How a clause reads.")
          .optional("obligation", new Type.Patch(List.of(OBLIGATION)), "What is owed, or may be done.")
          .optional("launch", new Type.Patch(List.of(LAUNCH)), "How a launch is judged.")
          .optional("statement", new Type.Patch(List.of(STATEMENT)), "What a statement says.")
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
          .optional("expect", listOf(object(EXPECTATION), 0), "The answers that are expected.");

  private FileShapes() {}

  private static Shape amounts(String... names) {
    Shape shape = Shape.of("");
    for (String name : names) {
      shape = shape.optional(name, AMOUNT, "The amount.");
    }
    return shape;
  }

  private static Type rows(Shape shape) {
    return listOf(new Type.Patch(List.of(shape)), 0);
  }

  private static Shape facts(Shape shape) {
    for (FactKind kind : FactKind.UNDER_AGREEMENT) {
      shape = shape.optional(kind.key(), object(kind.shape()), "The fact.");
    }
    return shape;
  }

  private static List<Shape> clauses() {
    List<Shape> shapes = new ArrayList<>();
    Map<String, Shape.Field> setBy = new LinkedHashMap<>();
    for (ClauseKind kind : ClauseKind.values()) {
      shapes.add(ClauseShapes.of(kind));
      for (Shape.Field attribute : ClauseShapes.of(kind).fields()) {
        setBy.putIfAbsent(
            attribute.name(),
            new Shape.Field(attribute.name(), AMENDMENT_NUMBER, false, "The amendment that set it."));
      }
    }
    shapes.add(
        Shape.of("ExpectedClause")
            .optional("inForce", YES_NO, "Whether it is in force.")
            .optional(
                "setBy",
                object(new Shape("SetBy", List.copyOf(setBy.values()))),
                "For each attribute the amendment that set it; 0 is the agreement.")
            .optional("endedBy", AMENDMENT_NUMBER, "The amendment that ended it.")
            .optional("absent", YES_NO, "No such clause is expected."));
    return shapes;
  }

  private static String[] refusalCodes() {
    return Arrays.stream(Code.values()).filter(code -> !code.isMalformed()).map(Code::slug).toArray(String[]::new);
  }
}

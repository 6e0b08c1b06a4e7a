package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.CURRENCY;
import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.TEXT;
import static io.contract.ledger.value.Type.listOf;
import static io.contract.ledger.value.Type.nullable;
import static io.contract.ledger.value.Type.object;
import static io.contract.ledger.value.Type.oneOf;

import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.position.CapPosition;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.Figures;
import io.contract.ledger.position.PeriodRow;
import io.contract.ledger.position.Position;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.position.ReadPosition;
import io.contract.ledger.position.Workings;
import io.contract.ledger.scenario.Supposed;
import io.contract.ledger.statement.Statement;
import io.contract.ledger.statement.StatementCalculator;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.ClauseKind;
import io.contract.ledger.terms.ExecutedAgreement;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Statements as shown (domain page, section 5): what each said for good, and what it was made of. */
public final class StatementAnswer {

  private static final List<Figure> BALANCE =
      List.of(
          Figure.ACCRUED, Figure.PAID, Figure.WAIVED, Figure.OUTSTANDING, Figure.DUE, Figure.OVERDUE, Figure.CREDIT,
          Figure.INTEREST, Figure.INTEREST_PAID, Figure.INTEREST_WAIVED);

  private static final Shape NAMED =
      Shape.of("")
          .optional("basis", PositionAnswer.BASIS, "The reading of the cap's basis, where that is open.")
          .optional("counts", PositionAnswer.COUNTS, "The reading of from when the cap counts, where that is open.");

  private static final Shape ROW =
      Shape.of("")
          .required("clause", SLUG, "The clause, a revenue share or a fixed payment.")
          .required("number", StatedAmounts.NUMBER, "The clause's 1st, 2nd, … statement in order of recording.")
          .required("period", TEXT, "The period that it states.")
          .required("issuedOn", DATE, "The day whose figures it states.")
          .required("payer", SLUG, "The party that owes.")
          .required("payee", SLUG, "The party to whom it is owed.")
          .required("dueOn", nullable(DATE),
              "When the total is due: the due date of its own period; null when it has none.")
          .optional("statedBefore", StatedAmounts.NUMBER,
              "The number of the statement that stated the period first, where this is another.")
          .and(StatedAmounts.SHAPE)
          .required("undetermined", listOf(TEXT, 0), "The names of what differs between readings or cannot be known.");

  private static final Shape MADE_OF =
      Shape.of("")
          .required("figures", nullable(object(PositionAnswer.PERIOD)),
              "The period as it stood; null where there was none.")
          .required("lines", nullable(listOf(object(StatementLines.LINE), 0)),
              "The lines of the period; null where readings differ in them.")
          .required("caps", listOf(object(PositionAnswer.CAP), 0), "How the caps stood.")
          .required("settlements", nullable(listOf(object(StatementLines.SETTLEMENT), 0)),
              "What had settled the period; null where readings differ.")
          .required("waivers", nullable(listOf(object(StatementLines.WAIVER), 0)),
              "What had been given up of the period; null where readings differ.")
          .required("balance",
              object(PositionAnswer.figures(Shape.of("StatedBalance"), BALANCE)), "How the whole clause stood.");

  /** What a statement says, with what it was made of. */
  public static final Shape STATEMENT =
      ROW.and(MADE_OF)
          .required("readings", listOf(object(named("ReadStatement", NAMED.and(StatedAmounts.SHAPE).and(MADE_OF))), 0),
              "The statement under every reading; empty when the clause left nothing open.");

  /** A row of the list. */
  public static final Shape LISTED =
      named(
          "StatementRow",
          ROW.required("readings", listOf(object(named("ReadStatementRow", NAMED.and(StatedAmounts.SHAPE))), 0),
              "What it says under every reading; empty when the clause left nothing open.")
              .and(FactKind.STATEMENT.shape().without("clause").without("payer").without("payee").without("period")
                  .without("issuedOn"))
              .and(FactAnswer.RECORDING));

  /** The list. */
  public static final Shape LIST = Lists.shape("Statements", object(LISTED));

  /** One statement in full. */
  public static final Shape SHAPE =
      AnswerHead.shape("Statement")
          .required("currency", CURRENCY, "The currency of every amount.")
          .required("title", TEXT, "The title of the agreement.")
          .optional("clauseTitle", TEXT, "The title of the clause, when it has one.")
          .required("kind", oneOf(ClauseKind.REVENUE_SHARE.slug(), ClauseKind.FIXED_PAYMENT.slug()),
              "The kind of the clause.")
          .required("payerName", TEXT, "The name of the party that owes.")
          .required("payeeName", TEXT, "The name of the party to whom it is owed.")
          .required("from", DATE, "The first day of the period.")
          .required("through", DATE, "The last day of the period.")
          .required("event", AnswerHead.SEQUENCE, "The number of the event by which it was issued.")
          .required("recordedAt", Type.INSTANT, "When that was recorded.")
          .required("recordedBy", TEXT, "Who recorded it.")
          .and(STATEMENT);

  private StatementAnswer() {}

  private static Shape named(String name, Shape shape) {
    return new Shape(name, shape.fields());
  }

  /** The statements of every clause, also of one that is gone. */
  public static List<Statement> all(FactsAsOf facts) {
    return all(facts, new StatementCalculator());
  }

  /** Likewise, by what may remember what it was asked of the same agreement before. */
  static List<Statement> all(FactsAsOf facts, StatementCalculator calculator) {
    return Stream.concat(
        facts.terms().clauses().stream().map(ClauseHistory::id),
        facts.known().statements().clauses().stream())
        .distinct()
        .flatMap(clause -> calculator.statements(facts, clause).stream())
        .toList();
  }

  /** What names it in an agreement, such as {@code share/2}. */
  static String name(Statement statement) {
    return statement.clause() + "/" + statement.number();
  }

  /** A row of the list, with the event by which it was issued. */
  public static Value.Tree listed(Recorded event, Statement statement) {
    TreeBuilder row = new TreeBuilder();
    row(statement).entries().forEach(row::put);
    event.fact().write().entries().forEach(row::put);
    return FactAnswer.recording(row, event).build();
  }

  /** What it says, without what it was made of. */
  static Value.Tree row(Statement statement) {
    return row(statement, Optional.empty());
  }

  /** Likewise; a cause that is supposed has no sequence and is named by its place among the supposed facts. */
  static Value.Tree row(Statement statement, Optional<Supposed> supposed) {
    return begun(new TreeBuilder(), statement, statement.amounts().undetermined(), supposed)
        .put("readings",
            statement.readings().stream()
                .map(
                    read -> StatedAmounts.write(PositionAnswer.named(read.reading()), read.amounts(), supposed).build())
                .toList())
        .build();
  }

  /** One statement in full. */
  public static Value.Tree write(AnswerHead asked, FactsAsOf facts, Statement statement) {
    ExecutedAgreement agreement = facts.agreement();
    Recorded event = facts.known().events().get(Math.toIntExact(statement.issued().issue().sequence()));
    TreeBuilder tree =
        asked.begin()
            .put("currency", agreement.currency().code())
            .put("title", agreement.title())
            .put("clauseTitle", clauseTitle(statement))
            .put("kind", kind(statement).slug())
            .put("payerName", statement.then().terms().nameOf(statement.book().payer()))
            .put("payeeName", statement.then().terms().nameOf(statement.book().payee()))
            .put("from", statement.period().days().first())
            .put("through", statement.period().days().last())
            .put("event", event.sequence())
            .put("recordedAt", event.recordedAt())
            .put("recordedBy", event.recordedBy());
    return filled(tree, statement).build();
  }

  private static @Nullable String clauseTitle(Statement statement) {
    return statement.then().terms().clause(statement.clause())
        .map(history -> history.governing(statement.issuedOn()).clause().head().title())
        .orElse(null);
  }

  private static ClauseKind kind(Statement statement) {
    return statement.then().terms().clause(statement.clause()).orElseThrow().revisions().getFirst().clause().head()
        .kind();
  }

  /** The statement with what it was made of, without what stands around it. */
  public static Value.Tree statement(Statement statement) {
    return filled(new TreeBuilder(), statement).build();
  }

  private static TreeBuilder filled(TreeBuilder tree, Statement statement) {
    Optional<Position> position =
        PositionCalculator.position(statement.then(), statement.clause(), statement.book());
    List<Workings> workings = StatementCalculator.workings(statement);
    List<Optional<Workings.Row>> rows = rows(statement, workings);
    Value lines = StatementLines.agreed(rows.stream().map(StatementLines::lines).toList());
    KnownFacts known = statement.then().known();
    Value settlements =
        StatementLines.agreed(rows.stream().map(row -> StatementLines.settlements(row, known)).toList());
    Value waivers = StatementLines.agreed(rows.stream().map(row -> StatementLines.waivers(row, known)).toList());
    List<String> undetermined = new ArrayList<>(statement.amounts().undetermined());
    lacking(undetermined, "lines", lines);
    lacking(undetermined, "settlements", settlements);
    lacking(undetermined, "waivers", waivers);
    begun(tree, statement, undetermined, Optional.empty());
    made(
        tree, position.map(Position::periods).flatMap(periods -> row(periods, statement)), lines,
        position.map(Position::caps).orElse(List.of()), settlements, waivers);
    position.ifPresent(one -> tree.put("balance", balance(one.figures())));
    List<ReadPosition> reads = position.map(Position::readings).orElse(List.of());
    List<Value.Tree> readings = new ArrayList<>();
    for (int i = 0; i < statement.readings().size(); i++) {
      readings.add(reading(statement, statement.readings().get(i), reads.get(i), rows.get(rows.size() == 1 ? 0 : i)));
    }
    return tree.put("readings", readings);
  }

  /** The row of the period under each reading; an empty one where its rate is not disclosed. */
  private static List<Optional<Workings.Row>> rows(Statement statement, List<Workings> workings) {
    return workings.isEmpty()
        ? List.of(Optional.empty())
        : workings.stream()
            .map(
                one -> one.rows().stream()
                    .filter(row -> row.claim().name().equals(statement.period().name()))
                    .findFirst())
            .toList();
  }

  private static Value.Tree reading(
      Statement statement, Statement.Read read, ReadPosition position, Optional<Workings.Row> row) {
    TreeBuilder tree = StatedAmounts.write(PositionAnswer.named(read.reading()), read.amounts(), Optional.empty());
    made(
        tree, row(position.periods(), statement), Value.items(List.copyOf(StatementLines.lines(row))), position.caps(),
        Value.items(List.copyOf(StatementLines.settlements(row, statement.then().known()))),
        Value.items(List.copyOf(StatementLines.waivers(row, statement.then().known()))));
    return tree.put("balance", balance(position.figures())).build();
  }

  private static Optional<PeriodRow> row(List<PeriodRow> rows, Statement statement) {
    return rows.stream().filter(row -> row.period().equals(statement.period().name())).findFirst();
  }

  private static void lacking(List<String> undetermined, String name, Value value) {
    if (value.equals(Value.NULL)) {
      undetermined.add(name);
    }
  }

  private static TreeBuilder begun(
      TreeBuilder tree, Statement statement, List<String> undetermined, Optional<Supposed> supposed) {
    tree.put("clause", statement.clause())
        .put("number", statement.number())
        .put("period", statement.period().name())
        .put("issuedOn", statement.issuedOn())
        .put("payer", statement.book().payer())
        .put("payee", statement.book().payee())
        .put("dueOn", statement.dueOn().map(day -> Value.text(day.toString())).orElse(Value.NULL));
    statement.statedBefore().ifPresent(number -> tree.put("statedBefore", number));
    return StatedAmounts.write(tree, statement.amounts(), supposed).put("undetermined",
        undetermined.stream().map(Value::text).toList());
  }

  private static void made(
      TreeBuilder tree,
      Optional<PeriodRow> row,
      Value lines,
      List<CapPosition> caps,
      Value settlements,
      Value waivers) {
    tree.put("figures", row.<Value>map(PositionAnswer::period).orElse(Value.NULL))
        .put("lines", lines)
        .put("caps", caps.stream().map(PositionAnswer::cap).toList())
        .put("settlements", settlements)
        .put("waivers", waivers);
  }

  private static Value.Tree balance(Figures figures) {
    return PositionAnswer.figures(new TreeBuilder(), figures, BALANCE).build();
  }
}

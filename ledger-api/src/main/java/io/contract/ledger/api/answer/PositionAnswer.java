package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.AMOUNT;
import static io.contract.ledger.value.Type.CURRENCY;
import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.SUM;
import static io.contract.ledger.value.Type.TEXT;
import static io.contract.ledger.value.Type.listOf;
import static io.contract.ledger.value.Type.nullable;
import static io.contract.ledger.value.Type.object;

import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.position.CapPosition;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.Figures;
import io.contract.ledger.position.PeriodRow;
import io.contract.ledger.position.PeriodStatus;
import io.contract.ledger.position.Position;
import io.contract.ledger.position.ReadPosition;
import io.contract.ledger.position.Reading;
import io.contract.ledger.statement.Adjustment;
import io.contract.ledger.statement.PendingAdjustments;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.value.EnumWords;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Positions as shown (domain page, section 5). Amounts are texts with exactly the currency's decimals. An amount that cannot be
 * determined is null.
 */
public final class PositionAnswer {

  static final Type BASIS = EnumWords.oneOf(Clause.Cap.Basis.values());
  static final Type COUNTS = EnumWords.oneOf(Clause.Cap.Counts.values());

  /** One row of {@code periods}. */
  public static final Shape PERIOD =
      figures(
          Shape.of("PeriodRow").required("period", TEXT,
              "The period's name, such as 2021-Q2; brought-forward of what was taken over."),
          Figure.OF_PERIOD)
          .required("dueOn", nullable(DATE), "The due date; null when the clause has none.")
          .required(
              "status",
              nullable(EnumWords.oneOf(PeriodStatus.values())),
              "How the period stands; null where readings differ.");

  /** One cap, with its attributes and what counts toward it. */
  public static final Shape CAP =
      figures(
          Shape.of("CapPosition")
              .optional("amount", AMOUNT, "The limit; absent when it is not disclosed.")
              .required("basis", BASIS, "What counts toward it.")
              .optional("counts", COUNTS, "From when it counts; absent when countsFrom says it.")
              .optional("countsFrom", DATE, "From what day it counts.")
              .required("window", EnumWords.oneOf(Clause.Cap.Window.values()), "After what time the count begins anew.")
              .optional("from", DATE, "The first day it limits.")
              .optional("through", DATE, "The last day it limits.")
              .required("excess", EnumWords.oneOf(Clause.Cap.Excess.values()), "What becomes of what it cuts off."),
          Figure.OF_CAP)
          .required(
              "reachedOn",
              nullable(DATE),
              "The first day on which the evenly spread gross reached the room; null while it has not.");

  private static final Type PENDING =
      listOf(
          object(
              Shape.of("PendingAdjustment")
                  .required("period", TEXT, "The period that was stated.")
                  .required("amount", nullable(SUM),
                      "What it comes to now less what was stated and adjusted; null when it cannot be determined.")),
          0);

  private static final Type CAPS = listOf(object(CAP), 0);
  private static final Type PERIODS = listOf(object(PERIOD), 0);

  /** The position under one reading. */
  public static final Shape READING =
      figures(
          Shape.of("ReadPosition")
              .optional("basis", BASIS, "The reading of the cap's basis, where that is open.")
              .optional("counts", COUNTS, "The reading of from when the cap counts, where that is open."),
          Figure.OF_POSITION)
          .required("caps", CAPS, "The caps as this reading takes them.")
          .required("periods", PERIODS, "The periods as this reading takes them.")
          .required("pendingAdjustments", PENDING, "What the next statement would adjust under this reading.");

  /** The position of one clause. */
  public static final Shape POSITION =
      figures(
          Shape.of("Position")
              .required("clause", SLUG, "The clause, a revenue share or a fixed payment.")
              .required("payer", SLUG, "The party that owes.")
              .required("payee", SLUG, "The party to whom it is owed."),
          Figure.OF_POSITION)
          .required("caps", CAPS,
              "The caps of the revision in force, else last in force; none in the row of another pair of parties.")
          .required("periods", PERIODS, "Every period begun by the day in which the two parties are named, in order.")
          .required(
              "undetermined",
              listOf(TEXT, 0),
              "The names of figures that differ between readings or cannot be known, and periods or pendingAdjustments where a row has a null.")
          .required(
              "readings",
              listOf(object(READING), 0),
              "The position under every reading; empty when the clause leaves nothing open.")
          .required("pendingAdjustments", PENDING,
              "What has changed of stated periods since they were stated: the next statement adjusts it.");

  /** The whole answer. */
  public static final Shape SHAPE =
      AnswerHead.shape("Positions")
          .required("currency", CURRENCY, "The currency of every amount.")
          .required("positions", listOf(object(POSITION), 0),
              "One for each revenue-share and fixed-payment clause, and one more for each further pair of parties between which something accrued or was paid.");

  private PositionAnswer() {}

  /**
   * The whole answer.
   *
   * @param pending the adjustments that the next statement of each position's book will carry
   */
  public static Value.Tree write(
      AnswerHead asked, Currency currency, List<Position> positions, Function<Position, PendingAdjustments> pending) {
    return asked
        .begin()
        .put("currency", currency.code())
        .put("positions",
            positions.stream().map(position -> position(position, pending.apply(position))).toList())
        .build();
  }

  /** The position of one clause. */
  public static Value.Tree position(Position position, PendingAdjustments pending) {
    return owned(position)
        .put("caps", position.caps().stream().map(PositionAnswer::cap).toList())
        .put("periods", position.periods().stream().map(PositionAnswer::period).toList())
        .put("undetermined", undetermined(position, pending))
        .put("readings",
            position.readings().stream().map(read -> reading(read, pending.of(read.reading()))).toList())
        .put("pendingAdjustments", pending(pending.adjustments()))
        .build();
  }

  private static List<Value.Tree> pending(List<Adjustment> adjustments) {
    return adjustments.stream()
        .map(
            adjustment -> new TreeBuilder()
                .put("period", adjustment.period())
                .put("amount", Amounts.orNull(adjustment.amount()))
                .build())
        .toList();
  }

  private static TreeBuilder owned(Position position) {
    return figures(
        new TreeBuilder()
            .put("clause", position.clause())
            .put("payer", position.book().payer())
            .put("payee", position.book().payee()),
        position.figures(),
        Figure.OF_POSITION);
  }

  private static List<Value> undetermined(Position position, PendingAdjustments pending) {
    return Stream
        .concat(
            position.undetermined().stream(),
            pending.isUndetermined() ? Stream.of("pendingAdjustments") : Stream.empty())
        .map(Value::text)
        .toList();
  }

  /** The position's own figures, without its name, caps, periods and readings. */
  static Value.Tree own(Position position, PendingAdjustments pending) {
    return owned(position).put("undetermined", undetermined(position, pending)).build().without("clause");
  }

  /** The own figures of a position under one reading. */
  static Value.Tree own(ReadPosition read) {
    return figures(new TreeBuilder(), read.figures(), Figure.OF_POSITION).build();
  }

  /** The name of a reading, such as {@code accrued, since-inception}. */
  static String name(Reading reading) {
    return Stream.concat(reading.basis().map(EnumWords::slug).stream(), reading.counts().map(EnumWords::slug).stream())
        .collect(Collectors.joining(", "));
  }

  /** The position under one reading. It names only the parameters that the clause leaves open. */
  private static Value.Tree reading(ReadPosition read, List<Adjustment> pending) {
    return figures(named(read.reading()), read.figures(), Figure.OF_POSITION)
        .put("caps", read.caps().stream().map(PositionAnswer::cap).toList())
        .put("periods", read.periods().stream().map(PositionAnswer::period).toList())
        .put("pendingAdjustments", pending(pending))
        .build();
  }

  /** A row that begins with the parameters that the reading settles. */
  static TreeBuilder named(Reading reading) {
    return new TreeBuilder()
        .put("basis", reading.basis().map(EnumWords::slug).orElse(null))
        .put("counts", reading.counts().map(EnumWords::slug).orElse(null));
  }

  /** One period. */
  public static Value.Tree period(PeriodRow row) {
    return figures(new TreeBuilder().put("period", row.period()), row.figures(), Figure.OF_PERIOD)
        .put("dueOn", row.dueOn().map(day -> Value.text(day.toString())).orElse(Value.NULL))
        .put("status", row.status().map(status -> Value.text(status.slug())).orElse(Value.NULL))
        .build();
  }

  /** One cap, with defaults written out. */
  public static Value.Tree cap(CapPosition position) {
    Clause.Cap cap = position.cap();
    Money amount = cap.amount();
    return figures(
        new TreeBuilder()
            .put("amount", amount == null ? null : amount.toPlainString())
            .put("basis", EnumWords.slug(cap.basis()))
            .put("counts", cap.countsFrom() == null ? EnumWords.slug(cap.counts()) : null)
            .put("countsFrom", cap.countsFrom())
            .put("window", EnumWords.slug(cap.window()))
            .put("from", cap.from())
            .put("through", cap.through())
            .put("excess", EnumWords.slug(cap.excess())),
        position.figures(),
        Figure.OF_CAP)
        .put("reachedOn", position.reachedOn().map(day -> Value.text(day.toString())).orElse(Value.NULL))
        .build();
  }

  static TreeBuilder figures(TreeBuilder row, Figures figures, List<Figure> wanted) {
    for (Figure figure : wanted) {
      row.put(figure.key(), Amounts.orNull(figures.ifThere(figure)));
    }
    return row;
  }

  static Shape figures(Shape shape, List<Figure> figures) {
    Shape all = shape;
    for (Figure figure : figures) {
      all = all.required(figure.key(), nullable(SUM), says(figure) + " Null when it cannot be determined.");
    }
    return all;
  }

  private static String says(Figure figure) {
    return switch (figure) {
      case BASE ->
        "Reported revenue of the period, rounded for showing; null of a fixed payment, which is computed on none.";
      case GROSS -> "Base × rate, before any cap; of a fixed payment its amount.";
      case ACCRUED -> "Gross less what a cap cut off: what is owed, paid or not.";
      case FORGONE -> "What a cap cut off.";
      case TO_CREDIT ->
        "What went below zero and became credit: accrued + toCredit = settled + waived + outstanding.";
      case PAID -> "Payments, cash and withheld tax, that are not reversed.";
      case SETTLED -> "Principal settled by payments and credit.";
      case WAIVED -> "Given up by the payee.";
      case OUTSTANDING -> "Accrued and still open.";
      case DUE -> "Outstanding whose due date has come.";
      case OVERDUE -> "Outstanding whose due date has passed.";
      case CREDIT -> "Settled beyond what has accrued.";
      case INTEREST -> "Interest that is open.";
      case INTEREST_PAID -> "Interest that is settled.";
      case INTEREST_WAIVED -> "Interest given up by the payee.";
      case COUNTED -> "What counts toward the cap.";
      case HEADROOM -> "Amount less counted, at least zero.";
      case OVERAGE -> "Counted beyond the amount.";
      case ROOM -> "What may still accrue under the cap on the day.";
    };
  }
}

package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.AMOUNT;
import static io.contract.ledger.value.Type.CURRENCY;
import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.CLAIM_NAME;
import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.SUM;
import static io.contract.ledger.value.Type.TEXT;
import static io.contract.ledger.value.Type.listOf;
import static io.contract.ledger.value.Type.nullable;
import static io.contract.ledger.value.Type.object;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.Period;
import io.contract.ledger.money.Currency;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.Figures;
import io.contract.ledger.position.PeriodRow;
import io.contract.ledger.position.Reading;
import io.contract.ledger.scenario.CapOutlook;
import io.contract.ledger.scenario.Forecast;
import io.contract.ledger.scenario.Outlook;
import io.contract.ledger.scenario.PeriodOutlook;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.value.EnumWords;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.time.LocalDate;
import java.util.Optional;

/** Forecasts as shown (domain page, section 9; ADR 0025). */
public final class ForecastAnswer {

  private static final Type FIGURE = nullable(SUM);

  private static final Shape FIGURES =
      Shape.of("")
          .required("gross", FIGURE, "Base × rate, before any cap. Null when it cannot be determined.")
          .required("accrued", FIGURE, "What the payer would owe the payee. Null where readings differ.")
          .required("forgone", FIGURE, "What a cap would cut off. Null where readings differ.");

  private static final Shape READING =
      Shape.of("ForeseenReading")
          .optional("basis", PositionAnswer.BASIS, "The reading of the cap's basis, where that is open.")
          .optional("counts", PositionAnswer.COUNTS, "The reading of from when the cap counts, where that is open.")
          .and(FIGURES);

  private static final Shape PERIOD =
      Shape.of("ForeseenPeriod")
          .required("clause", SLUG, "The clause, a revenue share or a fixed payment.")
          .required("period", CLAIM_NAME, "The period's name.")
          .required("payer", SLUG, "The party that would owe.")
          .required("payee", SLUG, "The party to whom it would be owed.")
          .required("base", FIGURE, "Reported and assumed revenue of the period; null of a fixed payment.")
          .and(FIGURES)
          .required("dueOn", nullable(DATE), "The due date; null when the clause has none.")
          .required("readings", listOf(object(READING), 0),
              "The period under every reading; empty when the clause leaves nothing open.");

  private static final Shape CAP =
      Shape.of("ForeseenCap")
          .required("clause", SLUG, "The revenue share.")
          .required("cap", new Type.Whole(1, Integer.MAX_VALUE), "The place of the cap in the clause, from 1.")
          .optional("amount", AMOUNT, "The limit; absent when it is not disclosed.")
          .required("basis", PositionAnswer.BASIS, "What counts toward it; where that is open, in this reading.")
          .optional("counts", PositionAnswer.COUNTS, "From when it counts; where that is open, in this reading.")
          .optional("countsFrom", DATE, "From what day it counts.")
          .required("window", EnumWords.oneOf(Clause.Cap.Window.values()), "After what time the count begins anew.")
          .required("windowFrom", nullable(DATE), "The first day of the window; null when it has none.")
          .required("windowThrough", nullable(DATE), "The last day of the window; null when it has none.")
          .required("reachedOn", nullable(DATE), "The day on which the cap is reached; null when it is not.")
          .required("reachedIn", nullable(CLAIM_NAME), "The period with that day.")
          .required("headroomAtEnd", FIGURE,
              "Amount less counted at the end of the forecast, or of the window before it.")
          .required("roomAtEnd", FIGURE, "What may still accrue under it then: on basis paid less what is open.");

  /** The results of one scenario. */
  public static final Shape SCENARIO =
      Shape.of("Outlook")
          .required("name", TEXT, "The scenario's name.")
          .required("periods", listOf(object(PERIOD), 0), "What would accrue in each period, clause by clause.")
          .required("caps", listOf(object(CAP), 0), "When each cap is reached, one row for each window and reading.");

  /** The whole answer. */
  public static final Shape SHAPE =
      AnswerHead.shape("Forecast")
          .required("currency", CURRENCY, "The currency of every amount.")
          .required("through", DATE, "The last day that was looked at.")
          .required("scenarios", listOf(object(SCENARIO), 1), "The scenarios, in the order asked.");

  private ForecastAnswer() {}

  /** The whole answer. */
  public static Value.Tree write(AnswerHead asked, Currency currency, Forecast forecast) {
    return answer(asked.begin().put("currency", currency.code()), forecast);
  }

  /** The answer without the fields that every answer begins with. */
  public static Value.Tree write(Forecast forecast) {
    return answer(new TreeBuilder(), forecast);
  }

  private static Value.Tree answer(TreeBuilder begun, Forecast forecast) {
    return begun
        .put("through", forecast.through())
        .put("scenarios", forecast.scenarios().stream().map(ForecastAnswer::scenario).toList())
        .build();
  }

  private static Value.Tree scenario(Outlook outlook) {
    return new TreeBuilder()
        .put("name", outlook.name())
        .put("periods", outlook.periods().stream().map(ForecastAnswer::period).toList())
        .put("caps", outlook.caps().stream().map(ForecastAnswer::cap).toList())
        .build();
  }

  private static Value.Tree period(PeriodOutlook period) {
    PeriodRow row = period.row();
    TreeBuilder tree =
        new TreeBuilder()
            .put("clause", period.clause())
            .put("period", row.period())
            .put("payer", period.book().payer())
            .put("payee", period.book().payee())
            .put("base", figure(row.figures(), Figure.BASE));
    return figures(tree, row)
        .put("dueOn", orNull(row.dueOn()))
        .put("readings", period.readings().stream().map(read -> reading(read.reading(), read.row())).toList())
        .build();
  }

  private static Value.Tree reading(Reading reading, PeriodRow row) {
    return figures(
        new TreeBuilder()
            .put("basis", reading.basis().map(EnumWords::slug).orElse(null))
            .put("counts", reading.counts().map(EnumWords::slug).orElse(null)),
        row)
        .build();
  }

  private static TreeBuilder figures(TreeBuilder tree, PeriodRow row) {
    return tree
        .put("gross", figure(row.figures(), Figure.GROSS))
        .put("accrued", figure(row.figures(), Figure.ACCRUED))
        .put("forgone", figure(row.figures(), Figure.FORGONE));
  }

  private static Value.Tree cap(CapOutlook outlook) {
    Clause.Cap cap = outlook.position().cap();
    Figures figures = outlook.position().figures();
    return new TreeBuilder()
        .put("clause", outlook.clause())
        .put("cap", outlook.place() + 1)
        .put("amount", cap.amount() == null ? null : cap.amount().toPlainString())
        .put("basis", EnumWords.slug(cap.basis()))
        .put("counts", cap.countsFrom() == null ? EnumWords.slug(cap.counts()) : null)
        .put("countsFrom", cap.countsFrom())
        .put("window", EnumWords.slug(cap.window()))
        .put("windowFrom",
            orNull(outlook.window().map(DateRange::first).filter(day -> !day.equals(DateRange.BEGINNING))))
        .put("windowThrough",
            orNull(outlook.window().map(DateRange::last).filter(day -> !day.equals(DateRange.OPEN_END))))
        .put("reachedOn", orNull(outlook.position().reachedOn()))
        .put("reachedIn", outlook.reachedIn().map(Period::name).map(Value::text).orElse(Value.NULL))
        .put("headroomAtEnd", figure(figures, Figure.HEADROOM))
        .put("roomAtEnd", figure(figures, Figure.ROOM))
        .build();
  }

  private static Value figure(Figures figures, Figure figure) {
    return figures.ifThere(figure).map(money -> Value.text(money.toPlainString())).orElse(Value.NULL);
  }

  private static Value orNull(Optional<LocalDate> day) {
    return day.map(one -> Value.text(one.toString())).orElse(Value.NULL);
  }
}

package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.CURRENCY;
import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.SUM;
import static io.contract.ledger.value.Type.TEXT;
import static io.contract.ledger.value.Type.YES_NO;
import static io.contract.ledger.value.Type.nullable;
import static io.contract.ledger.value.Type.object;

import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.obligation.Obligation;
import io.contract.ledger.position.PeriodStatus;
import io.contract.ledger.value.EnumWords;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Obligations and rights as shown (domain page, section 7). */
public final class ObligationAnswer {

  /** The statuses of a row: those of a period, and those of obligations that do not come from periods. */
  public static final List<String> STATUSES =
      Stream.concat(
          EnumWords.of(PeriodStatus.values()).stream(), Stream.of("discharged", "waived", "met", "missed", "in-force"))
          .toList();

  /** One row. */
  public static final Shape ROW =
      Shape.of("Obligation")
          .required("ref", TEXT, "What names the row, such as share/2021-Q2.")
          .required("clause", SLUG, "The clause that it comes from.")
          .optional("period", TEXT, "The period, of a payment, a report or a recurring duty.")
          .required("kind", EnumWords.oneOf(Obligation.Kind.values()), "What sort of obligation.")
          .required("modality", EnumWords.oneOf(Obligation.Modality.values()), "Whether the bearer must or may.")
          .required("bearer", SLUG, "The party that owes; of a right, the party that has it.")
          .required("counterparty", nullable(SLUG), "The other party; null where the clause names none.")
          .required("summary", TEXT, "One sentence for people.")
          .optional("dueOn", DATE, "By when; of what stands, its last day.")
          .optional("amount", nullable(SUM), "What is owed in all; null when it cannot be determined.")
          .optional("outstanding", nullable(SUM), "What of it is open; null when it cannot be determined.")
          .required(
              "status",
              nullable(new Type.OneOf(STATUSES)),
              "How it stands on the day; null where readings differ.")
          .required("setBy", AnswerHead.AMENDMENT_NUMBER,
              "The amendment that set the terms; 0 is the agreement itself.")
          .required("endingSoon", YES_NO, "Whether it ends within 90 days.");

  /** The whole answer. */
  public static final Shape SHAPE = Lists.shape("Obligations", object(ROW));

  /** One row of a list across agreements. */
  public static final Shape ACROSS_ROW =
      new Shape(
          "ObligationOfAgreement",
          Shape.of("").required("agreement", SLUG, "The agreement's id.")
              .required("sequence", AnswerHead.SEQUENCE, "The number of the last event used of it.")
              .required("currency", CURRENCY, "The currency of its amounts.")
              .and(ROW).fields());

  /** The list across agreements. */
  public static final Shape ACROSS = Lists.acrossShape("ObligationsOfAll", Lists.orProblem(ACROSS_ROW));

  private ObligationAnswer() {}

  /** One row of a list across agreements. */
  public static Value.Tree acrossRow(AnswerHead asked, Currency currency, Obligation obligation) {
    TreeBuilder row =
        new TreeBuilder()
            .put("agreement", asked.agreement())
            .put("sequence", asked.sequence())
            .put("currency", currency.code());
    row(obligation).entries().forEach(row::put);
    return row.build();
  }

  /** One row. A payment or a purchase commitment always shows its amounts; they are null where they cannot be determined. */
  public static Value.Tree row(Obligation row) {
    boolean inMoney =
        switch (row.kind()) {
          case PAYMENT, COMMITMENT -> true;
          case REPORT, DUTY, STANDING, RIGHT -> false;
        };
    return new TreeBuilder()
        .put("ref", row.ref())
        .put("clause", row.clause())
        .put("period", row.period().orElse(null))
        .put("kind", EnumWords.slug(row.kind()))
        .put("modality", EnumWords.slug(row.modality()))
        .put("bearer", row.bearer())
        .put("counterparty", row.counterparty().map(Value::text).orElse(Value.NULL))
        .put("summary", row.summary())
        .put("dueOn", row.dueOn().orElse(null))
        .put("amount", inMoney ? money(row.amount()) : null)
        .put("outstanding", inMoney ? money(row.outstanding()) : null)
        .put("status", row.status().map(Value::text).orElse(Value.NULL))
        .put("setBy", row.setBy())
        .put("endingSoon", row.endingSoon())
        .build();
  }

  private static Value money(Optional<Money> amount) {
    return amount.map(money -> Value.text(money.toPlainString())).orElse(Value.NULL);
  }
}

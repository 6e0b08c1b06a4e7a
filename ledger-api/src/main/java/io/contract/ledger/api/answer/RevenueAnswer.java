package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.SUM;
import static io.contract.ledger.value.Type.listOf;
import static io.contract.ledger.value.Type.object;

import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.money.Money;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.Value;
import java.util.List;

/** Revenue reports as shown: each as posted, with its restatements and the amount that holds. */
public final class RevenueAnswer {

  /** One row. */
  public static final Shape ROW =
      FactAnswer.shape("RecordedRevenueReport", FactKind.REVENUE)
          .required("amountInForce", SUM,
              "The amount that holds: that of the latest restatement, else the report's own.")
          .required(
              "restatements",
              listOf(object(FactAnswer.shape("RecordedRestatement", FactKind.RESTATEMENT)), 0),
              "New amounts given to the report, in order of recording.");

  /** The whole answer. */
  public static final Shape SHAPE = Lists.shape("RevenueReports", object(ROW));

  private RevenueAnswer() {}

  /** One row. */
  public static Value.Tree row(Recorded report, List<Recorded> restatements, Money inForce) {
    return FactAnswer.write(inForce.currency(), report)
        .with("amountInForce", Value.text(inForce.toPlainString()))
        .with(
            "restatements",
            Value.items(
                restatements.stream()
                    .map(one -> FactAnswer.write(inForce.currency(), one))
                    .toList()));
  }
}

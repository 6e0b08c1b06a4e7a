package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.nullable;
import static io.contract.ledger.value.Type.object;
import static io.contract.ledger.value.Type.oneOf;

import io.contract.ledger.fact.AgreementEvent;
import io.contract.ledger.fact.EventCodec;
import io.contract.ledger.fact.FactShapes;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Events in the order of recording, as shown. */
public final class HistoryAnswer {

  /** Type name of each event, and the fact that it carries. */
  private static final Map<String, Shape> FACTS = facts();

  /** One row: its {@code type} says what {@code data} is. */
  public static final Type ROW = new Type.Chosen("type", rows());

  /** The whole answer. */
  public static final Shape SHAPE = Lists.shape("History", ROW);

  private HistoryAnswer() {}

  /** The names of all event types. */
  public static Set<String> types() {
    return FACTS.keySet();
  }

  /**
   * One row.
   *
   * @param withdrawnBy number of the withdrawal that took the event back
   */
  public static Value.Tree row(Currency currency, Recorded recorded, Optional<Long> withdrawnBy) {
    AgreementEvent event = recorded.event();
    Shape fact = Objects.requireNonNull(FACTS.get(event.type()));
    TreeBuilder row =
        RecordedFact.recording(new TreeBuilder().put("type", event.type()), recorded)
            .put("effectiveOn", event.effectiveOn().map(day -> Value.text(day.toString())).orElse(Value.NULL));
    withdrawnBy.ifPresent(sequence -> row.put("withdrawnBy", sequence));
    return row.put("data", Amounts.in(currency, EventCodec.write(event), fact)).build();
  }

  private static Map<String, Shape> rows() {
    Map<String, Shape> rows = new LinkedHashMap<>();
    FACTS.forEach(
        (type, fact) -> rows.put(
            type,
            Shape.of(type)
                .required("type", oneOf(type), "What happened.")
                .and(RecordedFact.RECORDING)
                .required(
                    "effectiveOn",
                    nullable(DATE),
                    "The business day the fact is about; null when it has none of its own.")
                .optional("withdrawnBy", Asked.SEQUENCE, "The number of the withdrawal that took it back.")
                .required("data", object(fact), "The fact as posted.")));
    return rows;
  }

  private static Map<String, Shape> facts() {
    Map<String, Shape> facts = new LinkedHashMap<>();
    facts.put("AgreementExecuted", FactShapes.AGREEMENT);
    facts.put("AmendmentExecuted", FactShapes.AMENDMENT);
    facts.put("RevenueReported", FactShapes.REVENUE);
    facts.put("RevenueRestated", FactShapes.RESTATEMENT);
    facts.put("PaymentRecorded", FactShapes.PAYMENT);
    facts.put("PaymentReversed", FactShapes.REVERSAL);
    facts.put("ObligationWaived", FactShapes.WAIVER);
    facts.put("DutyDischarged", FactShapes.DISCHARGE);
    facts.put("MilestoneAttested", FactShapes.MILESTONE);
    facts.put("ProductLaunched", FactShapes.LAUNCH);
    facts.put("SupportDeclined", FactShapes.SUPPORT_DECLINE);
    facts.put("StatementIssued", FactShapes.STATEMENT);
    facts.put("ReadingSettled", FactShapes.READING);
    facts.put("BalanceBroughtForward", FactShapes.BROUGHT_FORWARD);
    facts.put("FactWithdrawn", FactShapes.WITHDRAWAL);
    return facts;
  }
}

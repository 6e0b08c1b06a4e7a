package io.contract.ledger.fact;

import io.contract.ledger.value.Content;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;

/**
 * The stored form of an event: its stable type name, a revision and a value tree. The stored JSON is a contract; names are
 * never those of classes by accident, and a test holds one golden file for each type and revision.
 */
public final class EventCodec {

  /** The revision in which events are written today. */
  public static final String REVISION = "1";

  private EventCodec() {}

  /**
   * The event of that stored type.
   *
   * @throws IllegalArgumentException when the type or revision is unknown: the store was written by a newer ledger
   */
  public static AgreementEvent read(String type, String revision, Value.Tree stored) {
    if (!revision.equals(REVISION)) {
      throw new IllegalArgumentException(
          "event type " + type + " has revision " + revision + "; this ledger reads revision " + REVISION);
    }
    Fields fact = new Fields(stored);
    return switch (type) {
      case "AgreementExecuted" -> new AgreementEvent.AgreementExecuted(FactReader.agreement(fact));
      case "AmendmentExecuted" -> new AgreementEvent.AmendmentExecuted(FactReader.amendment(fact));
      case "RevenueReported" -> new AgreementEvent.RevenueReported(FactReader.revenue(fact));
      case "RevenueRestated" -> new AgreementEvent.RevenueRestated(FactReader.restatement(fact));
      case "PaymentRecorded" -> new AgreementEvent.PaymentRecorded(FactReader.payment(fact));
      case "PaymentReversed" -> new AgreementEvent.PaymentReversed(FactReader.reversal(fact));
      case "ObligationWaived" -> new AgreementEvent.ObligationWaived(FactReader.waiver(fact));
      case "DutyDischarged" -> new AgreementEvent.DutyDischarged(FactReader.discharge(fact));
      case "MilestoneAttested" -> new AgreementEvent.MilestoneAttested(FactReader.milestone(fact));
      case "ProductLaunched" -> new AgreementEvent.ProductLaunched(FactReader.launch(fact));
      case "SupportDeclined" -> new AgreementEvent.SupportDeclined(FactReader.supportDecline(fact));
      case "StatementIssued" -> new AgreementEvent.StatementIssued(FactReader.statement(fact));
      case "ReadingSettled" -> new AgreementEvent.ReadingSettled(FactReader.reading(fact));
      case "BalanceBroughtForward" -> new AgreementEvent.BalanceBroughtForward(FactReader.broughtForward(fact));
      case "FactWithdrawn" -> new AgreementEvent.FactWithdrawn(FactReader.withdrawal(fact));
      default -> throw new IllegalArgumentException("event type " + type + " is not known to this ledger");
    };
  }

  /** Whether two events record the same fact, apart from who recorded it and when. */
  public static boolean isSameFact(AgreementEvent one, AgreementEvent other) {
    return one.type().equals(other.type())
        && Content.same(write(one), write(other), Type.object(FactShapes.of(one)));
  }

  /** The tree to store; its type name is {@link AgreementEvent#type()}. */
  public static Value.Tree write(AgreementEvent event) {
    return FactWriter.write(event);
  }
}

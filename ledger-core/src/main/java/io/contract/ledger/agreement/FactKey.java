package io.contract.ledger.agreement;

import io.contract.ledger.fact.AgreementEvent;
import io.contract.ledger.fact.FactReader;
import io.contract.ledger.fact.FactShapes;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The keys under which facts stand in an agreement file's history and in bulk requests (domain page, section 10), with the
 * shape of each and the command it becomes.
 */
public enum FactKey {
  AMENDMENT(
      "amendment",
      FactShapes.AMENDMENT,
      fact -> new AgreementCommand.ExecuteAmendment(FactReader.amendment(fact))),
  REVENUE(
      "revenue",
      FactShapes.REVENUE,
      fact -> new AgreementCommand.ReportRevenue(FactReader.revenue(fact))),
  RESTATEMENT(
      "restatement",
      FactShapes.RESTATEMENT,
      fact -> new AgreementCommand.RestateRevenue(FactReader.restatement(fact))),
  PAYMENT(
      "payment",
      FactShapes.PAYMENT,
      fact -> new AgreementCommand.RecordPayment(FactReader.payment(fact))),
  REVERSAL(
      "reversal",
      FactShapes.REVERSAL,
      fact -> new AgreementCommand.ReversePayment(FactReader.reversal(fact))),
  WAIVER(
      "waiver",
      FactShapes.WAIVER,
      fact -> new AgreementCommand.WaiveObligation(FactReader.waiver(fact))),
  DISCHARGE(
      "discharge",
      FactShapes.DISCHARGE,
      fact -> new AgreementCommand.DischargeDuty(FactReader.discharge(fact))),
  MILESTONE(
      "milestone",
      FactShapes.MILESTONE,
      fact -> new AgreementCommand.AttestMilestone(FactReader.milestone(fact))),
  LAUNCH(
      "launch",
      FactShapes.LAUNCH,
      fact -> new AgreementCommand.LaunchProduct(FactReader.launch(fact))),
  SUPPORT_DECLINED(
      "support-declined",
      FactShapes.SUPPORT_DECLINE,
      fact -> new AgreementCommand.DeclineSupport(FactReader.supportDecline(fact))),
  STATEMENT(
      "statement",
      FactShapes.STATEMENT,
      fact -> new AgreementCommand.IssueStatement(FactReader.statement(fact))),
  READING(
      "reading",
      FactShapes.READING,
      fact -> new AgreementCommand.SettleReading(FactReader.reading(fact))),
  BROUGHT_FORWARD(
      "brought-forward",
      FactShapes.BROUGHT_FORWARD,
      fact -> new AgreementCommand.BringBalanceForward(FactReader.broughtForward(fact))),
  WITHDRAWAL(
      "withdrawal",
      FactShapes.WITHDRAWAL,
      fact -> new AgreementCommand.WithdrawFact(FactReader.withdrawal(fact)));

  /** A fact under its key: {@code {"payment": {…}}}. */
  public static final Type KEYED = new Type.Keyed(byKey());

  private final String key;
  private final Shape shape;
  private final Function<Fields, AgreementCommand> reader;

  FactKey(String key, Shape shape, Function<Fields, AgreementCommand> reader) {
    this.key = key;
    this.shape = shape;
    this.reader = reader;
  }

  private static Map<String, Type> byKey() {
    Map<String, Type> byKey = new LinkedHashMap<>();
    for (FactKey key : values()) {
      byKey.put(key.key, Type.object(key.shape));
    }
    return byKey;
  }

  /** The key as written, e.g. {@code support-declined}. */
  public String key() {
    return key;
  }

  /** What stands under the key. */
  public Shape shape() {
    return shape;
  }

  /** The command of a tree that fits {@link #shape()}. */
  public AgreementCommand command(Value.Tree fact) {
    return reader.apply(new Fields(fact));
  }

  /**
   * The key under which the event's fact stands.
   *
   * @throws IllegalArgumentException for the agreement itself, which stands under none of them
   */
  public static FactKey of(AgreementEvent event) {
    return switch (event) {
      case AgreementEvent.AmendmentExecuted ignored -> AMENDMENT;
      case AgreementEvent.RevenueReported ignored -> REVENUE;
      case AgreementEvent.RevenueRestated ignored -> RESTATEMENT;
      case AgreementEvent.PaymentRecorded ignored -> PAYMENT;
      case AgreementEvent.PaymentReversed ignored -> REVERSAL;
      case AgreementEvent.ObligationWaived ignored -> WAIVER;
      case AgreementEvent.DutyDischarged ignored -> DISCHARGE;
      case AgreementEvent.MilestoneAttested ignored -> MILESTONE;
      case AgreementEvent.ProductLaunched ignored -> LAUNCH;
      case AgreementEvent.SupportDeclined ignored -> SUPPORT_DECLINED;
      case AgreementEvent.StatementIssued ignored -> STATEMENT;
      case AgreementEvent.ReadingSettled ignored -> READING;
      case AgreementEvent.BalanceBroughtForward ignored -> BROUGHT_FORWARD;
      case AgreementEvent.FactWithdrawn ignored -> WITHDRAWAL;
      case AgreementEvent.AgreementExecuted e ->
        throw new IllegalArgumentException("expected a fact under an agreement, found " + e);
    };
  }

  /** The fact key as written; empty when there is none of that name. */
  public static Optional<FactKey> named(String key) {
    return Arrays.stream(values()).filter(candidate -> candidate.key.equals(key)).findFirst();
  }
}

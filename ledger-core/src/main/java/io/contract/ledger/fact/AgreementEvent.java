package io.contract.ledger.fact;

import io.contract.ledger.terms.Amendment;
import io.contract.ledger.terms.ExecutedAgreement;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the ledger stores: one fact each, in the past tense (domain page, section 6). A new kind of event breaks the build
 * wherever it must be handled.
 */
public sealed interface AgreementEvent {

  /** An agreement was executed: the first event of its stream. */
  record AgreementExecuted(ExecutedAgreement agreement) implements AgreementEvent {}

  /** An amendment was executed. */
  record AmendmentExecuted(Amendment amendment) implements AgreementEvent {}

  /** Revenue was reported. */
  record RevenueReported(RevenueReport report) implements AgreementEvent {}

  /** A report was given a new amount. */
  record RevenueRestated(Restatement restatement) implements AgreementEvent {}

  /** A payment was recorded. */
  record PaymentRecorded(Payment payment) implements AgreementEvent {}

  /** A payment came back. */
  record PaymentReversed(Reversal reversal) implements AgreementEvent {}

  /** A claim was given up. */
  record ObligationWaived(Waiver waiver) implements AgreementEvent {}

  /** A duty was done. */
  record DutyDischarged(Discharge discharge) implements AgreementEvent {}

  /** A milestone was attested. */
  record MilestoneAttested(Milestone milestone) implements AgreementEvent {}

  /** A product was launched. */
  record ProductLaunched(Launch launch) implements AgreementEvent {}

  /** A provider declined to support a product. */
  record SupportDeclined(SupportDecline decline) implements AgreementEvent {}

  /** A statement was issued. */
  record StatementIssued(StatementIssue statement) implements AgreementEvent {}

  /** A parameter that the terms leave open was settled. */
  record ReadingSettled(SettledReading reading) implements AgreementEvent {}

  /** The balance of an agreement taken over in mid-life was brought forward. */
  record BalanceBroughtForward(BroughtForward balance) implements AgreementEvent {}

  /** A fact recorded by mistake was taken back. */
  record FactWithdrawn(Withdrawal withdrawal) implements AgreementEvent {}

  /**
   * The stable name in the store, on the interface and in histories. Spelled out, so that renaming a class cannot change
   * what is stored.
   */
  default String type() {
    return switch (this) {
      case AgreementExecuted ignored -> "AgreementExecuted";
      case AmendmentExecuted ignored -> "AmendmentExecuted";
      case RevenueReported ignored -> "RevenueReported";
      case RevenueRestated ignored -> "RevenueRestated";
      case PaymentRecorded ignored -> "PaymentRecorded";
      case PaymentReversed ignored -> "PaymentReversed";
      case ObligationWaived ignored -> "ObligationWaived";
      case DutyDischarged ignored -> "DutyDischarged";
      case MilestoneAttested ignored -> "MilestoneAttested";
      case ProductLaunched ignored -> "ProductLaunched";
      case SupportDeclined ignored -> "SupportDeclined";
      case StatementIssued ignored -> "StatementIssued";
      case ReadingSettled ignored -> "ReadingSettled";
      case BalanceBroughtForward ignored -> "BalanceBroughtForward";
      case FactWithdrawn ignored -> "FactWithdrawn";
    };
  }

  /** The business day the fact is about; empty for facts that have none of their own. */
  default Optional<LocalDate> effectiveOn() {
    return switch (this) {
      case AgreementExecuted event -> Optional.of(event.agreement().effectiveOn());
      case AmendmentExecuted event -> Optional.of(event.amendment().effectiveOn());
      case RevenueReported event -> Optional.of(event.report().through());
      case PaymentRecorded event -> Optional.of(event.payment().valueOn());
      case PaymentReversed event -> Optional.of(event.reversal().on());
      case ObligationWaived event -> Optional.of(event.waiver().on());
      case DutyDischarged event -> Optional.of(event.discharge().on());
      case MilestoneAttested event -> Optional.of(event.milestone().on());
      case ProductLaunched event -> Optional.of(event.launch().on());
      case SupportDeclined event -> Optional.of(event.decline().on());
      case StatementIssued event -> Optional.of(event.statement().issuedOn());
      case ReadingSettled event -> Optional.of(event.reading().from());
      case BalanceBroughtForward event -> Optional.of(event.balance().on());
      case RevenueRestated ignored -> Optional.empty();
      case FactWithdrawn ignored -> Optional.empty();
    };
  }
}

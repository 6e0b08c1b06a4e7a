package io.contract.ledger.fact;

import io.contract.ledger.terms.Amendment;
import io.contract.ledger.terms.Backing;
import io.contract.ledger.terms.ExecutedAgreement;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.util.List;

/** Writes facts as the value trees that {@link FactReader} reads: what is stored, exported and shown. */
public final class FactWriter {

  private FactWriter() {}

  /** The tree of the event's fact, in the fields of its shape. */
  public static Value.Tree write(AgreementEvent event) {
    return switch (event) {
      case AgreementEvent.AgreementExecuted e -> agreement(e.agreement());
      case AgreementEvent.AmendmentExecuted e -> amendment(e.amendment());
      case AgreementEvent.RevenueReported e -> revenue(e.report());
      case AgreementEvent.RevenueRestated e -> restatement(e.restatement());
      case AgreementEvent.PaymentRecorded e -> payment(e.payment());
      case AgreementEvent.PaymentReversed e -> reversal(e.reversal());
      case AgreementEvent.ObligationWaived e -> waiver(e.waiver());
      case AgreementEvent.DutyDischarged e -> discharge(e.discharge());
      case AgreementEvent.MilestoneAttested e -> milestone(e.milestone());
      case AgreementEvent.ProductLaunched e -> launch(e.launch());
      case AgreementEvent.SupportDeclined e -> supportDecline(e.decline());
      case AgreementEvent.StatementIssued e -> statement(e.statement());
      case AgreementEvent.ReadingSettled e -> reading(e.reading());
      case AgreementEvent.BalanceBroughtForward e -> broughtForward(e.balance());
      case AgreementEvent.FactWithdrawn e -> withdrawal(e.withdrawal());
    };
  }

  private static Value.Tree agreement(ExecutedAgreement fact) {
    List<Value.Tree> parties =
        fact.parties().stream()
            .map(party -> new TreeBuilder().put("id", party.id()).put("name", party.name()).build())
            .toList();
    return backed(
        fact.backing(),
        new TreeBuilder()
            .put("id", fact.id())
            .put("title", fact.title())
            .put("currency", fact.currency().getCurrencyCode())
            .put("timeZone", fact.timeZone().getId())
            .put("executedOn", fact.executedOn())
            .put("effectiveOn", fact.effectiveOn())
            .put("parties", parties)
            .put("clauses", fact.clauses()));
  }

  private static Value.Tree amendment(Amendment fact) {
    return backed(
        fact.backing(),
        new TreeBuilder()
            .put("number", fact.number())
            .put("title", fact.title())
            .put("executedOn", fact.executedOn())
            .put("effectiveOn", fact.effectiveOn())
            .put("changes", fact.changes().stream().map(FactWriter::change).toList()));
  }

  private static Value.Tree change(Amendment.Change change) {
    return switch (change) {
      case Amendment.Change.Add add -> new TreeBuilder().put("add", add.whole()).build();
      case Amendment.Change.Revise revise ->
        new TreeBuilder()
            .put(
                "revise",
                new TreeBuilder().put("clause", revise.clause()).put("set", revise.set()).build())
            .build();
      case Amendment.Change.Replace replace ->
        new TreeBuilder().put("replace", replace.whole()).build();
      case Amendment.Change.End end ->
        new TreeBuilder()
            .put("end", new TreeBuilder().put("clause", end.clause()).build())
            .build();
    };
  }

  private static Value.Tree revenue(RevenueReport fact) {
    return backed(
        fact.backing(),
        new TreeBuilder()
            .put("id", fact.id())
            .put("stream", fact.stream())
            .put("from", fact.from())
            .put("through", fact.through())
            .put("amount", fact.amount())
            .put("currency", fact.exchange().currency())
            .put("fxRate", fact.exchange().fxRate()));
  }

  private static Value.Tree restatement(Restatement fact) {
    return backed(
        fact.backing(),
        new TreeBuilder()
            .put("id", fact.id())
            .put("restates", fact.restates())
            .put("amount", fact.amount())
            .put("currency", fact.exchange().currency())
            .put("fxRate", fact.exchange().fxRate()));
  }

  private static Value.Tree payment(Payment fact) {
    return backed(
        fact.backing(),
        new TreeBuilder()
            .put("id", fact.id())
            .put("clause", fact.clause())
            .put("payer", fact.payer())
            .put("payee", fact.payee())
            .put("amount", fact.amount())
            .put("currency", fact.exchange().currency())
            .put("fxRate", fact.exchange().fxRate())
            .put("withheld", fact.withheld().signum() == 0 ? null : fact.withheld())
            .put("valueOn", fact.valueOn()));
  }

  private static Value.Tree reversal(Reversal fact) {
    return backed(
        fact.backing(),
        new TreeBuilder()
            .put("payment", fact.payment())
            .put("on", fact.on())
            .put("reason", fact.reason()));
  }

  private static Value.Tree waiver(Waiver fact) {
    return backed(
        fact.backing(),
        new TreeBuilder()
            .put("id", fact.id())
            .put("clause", fact.clause())
            .put("period", fact.period())
            .put("amount", fact.amount())
            .put("currency", fact.currency())
            .put("on", fact.on())
            .put("by", fact.by()));
  }

  private static Value.Tree discharge(Discharge fact) {
    return backed(
        fact.backing(),
        new TreeBuilder()
            .put("id", fact.id())
            .put("clause", fact.clause())
            .put("period", fact.period())
            .put("on", fact.on())
            .put("by", fact.by()));
  }

  private static Value.Tree milestone(Milestone fact) {
    return backed(
        fact.backing(),
        new TreeBuilder().put("id", fact.id()).put("on", fact.on()).put("by", fact.by()));
  }

  private static Value.Tree launch(Launch fact) {
    return backed(
        fact.backing(),
        new TreeBuilder()
            .put("id", fact.id())
            .put("product", fact.product())
            .put("venue", fact.venue())
            .put("on", fact.on()));
  }

  private static Value.Tree supportDecline(SupportDecline fact) {
    return backed(
        fact.backing(),
        new TreeBuilder()
            .put("id", fact.id())
            .put("product", fact.product())
            .put("provider", fact.provider())
            .put("cannotSupport", fact.cannotSupport())
            .put("choosesNotToSupport", fact.choosesNotToSupport())
            .put("on", fact.on()));
  }

  private static Value.Tree statement(StatementIssue fact) {
    return backed(
        fact.backing(),
        new TreeBuilder()
            .put("clause", fact.clause())
            .put("period", fact.period())
            .put("issuedOn", fact.issuedOn()));
  }

  private static Value.Tree reading(SettledReading fact) {
    return backed(
        fact.backing(),
        new TreeBuilder()
            .put("id", fact.id())
            .put("clause", fact.clause())
            .put("parameter", fact.parameter().slug())
            .put("value", fact.value())
            .put("from", fact.from())
            .put("by", fact.by()));
  }

  private static Value.Tree broughtForward(BroughtForward fact) {
    return backed(
        fact.backing(),
        new TreeBuilder()
            .put("id", fact.id())
            .put("clause", fact.clause())
            .put("on", fact.on())
            .put("accrued", fact.accrued())
            .put("settled", fact.settled())
            .put("currency", fact.currency()));
  }

  private static Value.Tree withdrawal(Withdrawal fact) {
    return backed(
        fact.backing(),
        new TreeBuilder().put("sequence", fact.sequence()).put("reason", fact.reason()));
  }

  private static Value.Tree backed(Backing backing, TreeBuilder fact) {
    Backing.Evidence evidence = backing.evidence();
    return fact.put("reference", backing.reference())
        .put(
            "evidence",
            evidence == null
                ? null
                : new TreeBuilder()
                    .put("uri", evidence.uri())
                    .put("sha256", evidence.sha256())
                    .put("note", evidence.note())
                    .build())
        .build();
  }
}

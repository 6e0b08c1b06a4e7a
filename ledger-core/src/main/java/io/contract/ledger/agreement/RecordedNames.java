package io.contract.ledger.agreement;

import io.contract.ledger.fact.AgreementEvent;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.known.Known;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.fact.known.KnownReport;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the recorded fact that has the name a proposed one would have: its id or number, among facts of its kind. */
final class RecordedNames {

  private RecordedNames() {}

  /** The event that stands under the name; empty when none does, or the fact has no name. */
  static Optional<Recorded> find(Agreement state, AgreementEvent event) {
    KnownFacts facts = state.facts();
    Optional<Long> sequence =
        switch (event) {
          case AgreementEvent.AgreementExecuted ignored -> Optional.of(0L);
          case AgreementEvent.AmendmentExecuted e ->
            facts.amendment(e.amendment().number()).map(Known::sequence);
          case AgreementEvent.RevenueReported e -> reportOrRestatement(facts, e.report().id());
          case AgreementEvent.RevenueRestated e ->
            reportOrRestatement(facts, e.restatement().id());
          case AgreementEvent.PaymentRecorded e ->
            facts.payment(e.payment().id()).map(known -> known.payment().sequence());
          case AgreementEvent.ObligationWaived e ->
            named(e.waiver().id(), facts.waivers(), waiver -> waiver.id());
          case AgreementEvent.DutyDischarged e ->
            named(e.discharge().id(), facts.discharges(), discharge -> discharge.id());
          case AgreementEvent.MilestoneAttested e ->
            facts.milestone(e.milestone().id()).map(Known::sequence);
          case AgreementEvent.ProductLaunched e ->
            named(e.launch().id(), facts.launches(), launch -> launch.id());
          case AgreementEvent.SupportDeclined e ->
            named(e.decline().id(), facts.declines(), decline -> decline.id());
          case AgreementEvent.ReadingSettled e ->
            named(e.reading().id(), facts.readings(), reading -> reading.id());
          case AgreementEvent.BalanceBroughtForward e ->
            named(e.balance().id(), facts.broughtForward(), balance -> balance.id());
          case AgreementEvent.StatementIssued ignored -> Optional.empty();
          case AgreementEvent.PaymentReversed ignored -> Optional.empty();
          case AgreementEvent.FactWithdrawn ignored -> Optional.empty();
        };
    return sequence.flatMap(state::event);
  }

  /** The event of the report or restatement of that id; empty when there is none that stands. */
  static Optional<Long> reportOrRestatement(KnownFacts facts, String id) {
    return facts.reportNamed(id).flatMap(report -> sequenceOf(report, id));
  }

  private static Optional<Long> sequenceOf(KnownReport report, String id) {
    return report.report().fact().id().equals(id)
        ? Optional.of(report.report().sequence())
        : report.restatements().stream()
            .filter(restatement -> restatement.fact().id().equals(id))
            .map(Known::sequence)
            .findFirst();
  }

  private static <T> Optional<Long> named(
      @Nullable String id, Collection<Known<T>> known, Function<T, @Nullable String> idOf) {
    return id == null
        ? Optional.empty()
        : known.stream()
            .filter(fact -> Objects.equals(idOf.apply(fact.fact()), id))
            .map(Known::sequence)
            .findFirst();
  }
}

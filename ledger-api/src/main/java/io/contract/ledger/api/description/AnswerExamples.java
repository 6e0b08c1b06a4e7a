package io.contract.ledger.api.description;

import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.api.agreementfile.AgreementFile;
import io.contract.ledger.api.agreementfile.AgreementFileReader;
import io.contract.ledger.api.agreementfile.AgreementFileWriter;
import io.contract.ledger.api.agreementfile.CheckedExpectation;
import io.contract.ledger.api.agreementfile.FileRun;
import io.contract.ledger.api.answer.AcknowledgementAnswer;
import io.contract.ledger.api.answer.AgreementFileAnswer;
import io.contract.ledger.api.answer.AmendmentAnswer;
import io.contract.ledger.api.answer.AnswerHead;
import io.contract.ledger.api.answer.ChangeAnswer;
import io.contract.ledger.api.answer.ExplanationAnswer;
import io.contract.ledger.api.answer.FixingAnswer;
import io.contract.ledger.api.answer.ForecastAnswer;
import io.contract.ledger.api.answer.HistoryAnswer;
import io.contract.ledger.api.answer.ImpactAnswer;
import io.contract.ledger.api.answer.JournalAnswer;
import io.contract.ledger.api.answer.LaunchAnswer;
import io.contract.ledger.api.answer.Lists;
import io.contract.ledger.api.answer.ObligationAnswer;
import io.contract.ledger.api.answer.PaymentAnswer;
import io.contract.ledger.api.answer.PositionAnswer;
import io.contract.ledger.api.answer.PositionsAndTerms;
import io.contract.ledger.api.answer.RevenueAnswer;
import io.contract.ledger.api.answer.RevisionAnswer;
import io.contract.ledger.api.answer.StatementAnswer;
import io.contract.ledger.api.answer.TermsAnswer;
import io.contract.ledger.api.http.AnswerKind;
import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.api.words.ExplanationBasis;
import io.contract.ledger.api.words.ExplanationText;
import io.contract.ledger.explain.Explained;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.fact.known.KnownPayment;
import io.contract.ledger.fact.known.KnownReport;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.journal.PartyJournal;
import io.contract.ledger.journal.JournalCalculator;
import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.obligation.LaunchAssessment;
import io.contract.ledger.obligation.ObligationCalculator;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.position.Reading;
import io.contract.ledger.scenario.Forecast;
import io.contract.ledger.scenario.Forecaster;
import io.contract.ledger.scenario.Outlook;
import io.contract.ledger.scenario.ScenarioShapes;
import io.contract.ledger.scenario.Supposed;
import io.contract.ledger.scenario.WhatIf;
import io.contract.ledger.statement.Statement;
import io.contract.ledger.statement.StatementCalculator;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.Revision;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import io.contract.ledger.why.FigureRef;
import io.contract.ledger.why.Why;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Examples of every answer: what the calculators say of the {@link RequestExamples}, so that none says what the ledger would not. */
final class AnswerExamples {

  private static final LocalDate DAY = LocalDate.of(2021, 8, 31);

  private final RequestExamples requests;
  private final KnownFacts known;
  private final Currency currency;
  private final AnswerHead asked;

  AnswerExamples(RequestExamples requests) {
    Agreement agreement = requests.agreement();
    this.requests = requests;
    this.known = agreement.facts();
    this.currency = agreement.executed().currency();
    this.asked =
        new AnswerHead(agreement.executed().id(), DAY, agreement.lastRecordedAt().orElseThrow(),
            known.events().size() - 1L);
  }

  /** What a fact is acknowledged with. */
  Value.Tree acknowledgement(FactKind kind) {
    Recorded event = requests.recorded(kind);
    return AcknowledgementAnswer.write(
        asked.agreement(),
        event.sequence(),
        event.kind().type(),
        event.recordedAt(),
        "5b3f0c1e-8f0e-4b7e-9a55-00000000000" + Long.toHexString(event.sequence()));
  }

  /** What each of the facts that are posted at once is acknowledged with. */
  Value acknowledgements() {
    return Value.items(RequestExamples.AT_ONCE.stream().<Value>map(this::acknowledgement).toList());
  }

  /** What is answered. */
  Value.Tree answer(AnswerKind kind) {
    FactsAsOf facts = FactsAsOf.of(known, DAY);
    return switch (kind) {
      case AGREEMENTS -> across(List.of(TermsAnswer.listed(facts.terms(), asked.sequence())));
      case CONFORMED_COPY -> TermsAnswer.write(asked, facts);
      case AMENDMENTS -> amendments();
      case REVENUE_REPORTS -> list(known.reports().all().stream().map(this::row).toList());
      case PAYMENTS -> list(known.payments().all().stream().map(this::row).toList());
      case FIXINGS ->
        list(FixingAnswer.all(facts).stream().map(one -> FixingAnswer.row(currency, event(one))).toList());
      case POSITIONS ->
        PositionAnswer.write(
            asked, currency, PositionCalculator.positions(facts),
            position -> new StatementCalculator().pending(facts, position.clause(), position.book()));
      case OBLIGATIONS -> list(ObligationCalculator.obligations(facts).stream().map(ObligationAnswer::row).toList());
      case OBLIGATIONS_OF_ALL ->
        across(
            ObligationCalculator.obligations(facts).stream()
                .map(row -> ObligationAnswer.acrossRow(asked, currency, row))
                .toList());
      case LAUNCHES -> list(LaunchAssessment.judge(facts).stream().map(LaunchAnswer::row).toList());
      case AGREEMENT_FILE -> loadedFile();
      case EXPORTED_FILE -> exportedFile();
      case JOURNAL -> journal(asked, facts);
      case REVISIONS -> revisions(facts);
      case STATEMENTS -> list(StatementAnswer.all(facts).stream().map(this::row).toList());
      case STATEMENT -> StatementAnswer.write(asked, facts, StatementAnswer.all(facts).getFirst());
      case EXPLANATION, EXPLANATION_OF_WHAT_IF, EXPLANATION_OF_FORECAST -> {
        Shown of = explained(kind);
        yield ExplanationAnswer.write(asked, currency, of.explanation(), of.supposition());
      }
      case REPLAY -> replayLine();
      case DIFFERENCE -> difference(facts);
      case WHAT_IF -> ImpactAnswer.write(asked, WhatIf.of(supposed(kind), DAY));
      case FORECAST -> ForecastAnswer.write(asked, currency, forecast(kind));
      case HISTORY -> list(known.events().stream().map(this::row).toList());
    };
  }

  private Value.Tree row(KnownReport report) {
    return RevenueAnswer.row(
        event(report.report().sequence()),
        report.restatements().stream().map(one -> event(one.sequence())).toList(),
        new Money(currency, report.amount(currency)));
  }

  private Value.Tree row(KnownPayment payment) {
    return PaymentAnswer.row(currency, event(payment.payment().sequence()), payment.reversedOn());
  }

  private Value.Tree row(Recorded event) {
    return HistoryAnswer.row(currency, event, known.withdrawnBy(event.sequence()));
  }

  private Value.Tree row(Statement statement) {
    return StatementAnswer.listed(event(statement.issued().issue().sequence()), statement);
  }

  /** Why a figure is what it is, as text. */
  String explanationText(AnswerKind kind) {
    Shown of = explained(kind);
    return ExplanationText.write(asked.inWords(), currency, of.explanation(), of.supposition());
  }

  /** An explanation, and what it supposes. */
  private record Shown(Explanation explanation, ExplanationBasis supposition) {}

  private Shown explained(AnswerKind kind) {
    return switch (kind) {
      case EXPLANATION_OF_WHAT_IF -> {
        Supposed supposed = supposed(kind);
        yield new Shown(accrued(supposed.on(DAY), "2021-Q1"), new ExplanationBasis.Facts(supposed));
      }
      case EXPLANATION_OF_FORECAST -> {
        Forecast forecast = forecast(kind);
        Outlook outlook = forecast.scenarios().getFirst();
        yield new Shown(
            accrued(outlook.supposed().on(forecast.through()), "2021-Q4"),
            new ExplanationBasis.Scenario(outlook, forecast.through()));
      }
      default -> new Shown(accrued(FactsAsOf.of(known, DAY), "2021-Q1"), ExplanationBasis.none());
    };
  }

  private Supposed supposed(AnswerKind kind) {
    return Supposed.of(known, ScenarioShapes.facts(new Fields(requests.question(kind)).list("facts")));
  }

  private Forecast forecast(AnswerKind kind) {
    return Forecaster.forecast(known, DAY, ScenarioShapes.forecast(new Fields(requests.question(kind))));
  }

  private static Explanation accrued(FactsAsOf facts, String period) {
    return switch (Why.ofShare(facts, new ClauseId("share"), FigureRef.of("accrued", period))) {
      case Explained.Because(var explanation) -> explanation;
      case Explained.Unexplained(var violation) -> throw new IllegalStateException(violation.message());
    };
  }

  private Value.Tree loadedFile() {
    AgreementFile file = AgreementFileReader.read("the file", requests.fileBytes()).file().orElseThrow();
    return AgreementFileAnswer.write(
        file.agreement().id(),
        FileRun.of(file).outcomes().stream().map(CheckedExpectation::write).toList(),
        true,
        Optional.of((long) file.history().size()));
  }

  private Value.Tree exportedFile() {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    try {
      AgreementFileWriter.json(json, known.events().subList(0, 3).iterator());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Fields.of(JsonText.read(json.toByteArray())).tree();
  }

  /** Asked on a later day, when the amendment is effective. */
  private Value.Tree amendments() {
    AnswerHead later = new AnswerHead(asked.agreement(), LocalDate.of(2021, 10, 1), asked.knownAt(), asked.sequence());
    List<Value.Tree> rows =
        known.amendments().stream()
            .map(amendment -> AmendmentAnswer.row(currency, event(amendment.sequence()), List.of()))
            .toList();
    return Lists.write(later, rows, Optional.empty());
  }

  /** Of an agreement whose cap leaves its basis open, read as counting what accrued. */
  private static Value.Tree journal(AnswerHead asked, FactsAsOf facts) {
    Reading reading = new Reading(Optional.of(Clause.Cap.Basis.ACCRUED), Optional.empty());
    return JournalAnswer.write(asked,
        new PartyJournal(JournalCalculator.journal(facts, reading), Optional.of(new PartyId("globex"))));
  }

  private Value.Tree revisions(FactsAsOf facts) {
    Revision first = facts.terms().clauses().getFirst().revisions().getFirst();
    return list(List.of(RevisionAnswer.row(currency, Optional.empty(), first, 0, facts.agreement().title())));
  }

  /** The line of the first report. */
  private Value.Tree replayLine() {
    Recorded report = requests.recorded(FactKind.REVENUE);
    KnownFacts before = KnownFacts.of(known.events().subList(0, Math.toIntExact(report.sequence())));
    return ChangeAnswer.line(
        report,
        DAY,
        Optional.empty(),
        Optional.of(PositionsAndTerms.of(FactsAsOf.of(before, DAY))),
        PositionsAndTerms.of(FactsAsOf.of(before.plus(report), DAY)));
  }

  /** From a day before anything was reported. */
  private Value.Tree difference(FactsAsOf facts) {
    AnswerHead first = new AnswerHead(asked.agreement(), LocalDate.of(2021, 1, 1), asked.knownAt(), asked.sequence());
    return ChangeAnswer.write(first, FactsAsOf.of(known, first.effectiveOn()), asked, facts);
  }

  private Value.Tree across(List<Value.Tree> rows) {
    return Lists.across(asked.effectiveOn(), asked.knownAt(), rows, Optional.empty());
  }

  private Value.Tree list(List<Value.Tree> rows) {
    return Lists.write(asked, rows, Optional.empty());
  }

  private Recorded event(long sequence) {
    return known.events().get(Math.toIntExact(sequence));
  }
}

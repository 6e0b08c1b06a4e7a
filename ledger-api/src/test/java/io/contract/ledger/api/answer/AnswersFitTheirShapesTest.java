package io.contract.ledger.api.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.calendar.Years;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.id.AgreementId;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.obligation.LaunchAssessment;
import io.contract.ledger.obligation.LaunchJudgement;
import io.contract.ledger.obligation.Obligation;
import io.contract.ledger.position.CapPosition;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.Figures;
import io.contract.ledger.position.PeriodRow;
import io.contract.ledger.position.PeriodStatus;
import io.contract.ledger.position.Position;
import io.contract.ledger.position.ReadPosition;
import io.contract.ledger.position.Reading;
import io.contract.ledger.statement.PendingAdjustments;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.Clause.Cap;
import io.contract.ledger.value.Checker;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import io.contract.ledger.value.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every answer has its published shape, and its amounts have the decimals of the currency. */
class AnswersFitTheirShapesTest {

  private static final Book BOOK = new Book(new PartyId("acme"), new PartyId("globex"));

  private static final Currency USD = Currency.of("USD");
  private static final LocalDate DAY = LocalDate.parse("2021-07-15");
  private static final AnswerHead ASKED =
      new AnswerHead(new AgreementId("acme-globex"), DAY, Instant.parse("2021-07-15T00:00:00.000001Z"), 3);

  @Test
  void aPositionWithAnOpenBasisSaysNullWhereReadingsDiffer() {
    Figures same = figures("1000.00");
    Cap unstated =
        new Cap(usd("1000"), Cap.Basis.UNSTATED, Cap.Counts.SINCE_INCEPTION, null, Cap.Window.LIFETIME,
            Years.Ending.CALENDAR, null, null,
            Cap.Excess.FORGONE);
    Cap paid = new Cap(usd("1000"), Cap.Basis.PAID, Cap.Counts.SINCE_INCEPTION, null, Cap.Window.LIFETIME,
        Years.Ending.CALENDAR, null, null,
        Cap.Excess.FORGONE);
    PeriodRow row = new PeriodRow("2021-Q1", figures("5.50"), Optional.of(DAY), Optional.of(PeriodStatus.DUE_LATER));
    Position position =
        new Position(
            "share",
            new ClauseId("share"),
            BOOK,
            same.undetermined(Figure.ACCRUED),
            List.of(new CapPosition(unstated, same.undetermined(Figure.HEADROOM), Optional.empty())),
            List.of(row),
            List.of("accrued", "headroom"),
            List.of(
                new ReadPosition(
                    BOOK,
                    new Reading(Optional.of(Cap.Basis.PAID), Optional.empty()),
                    same,
                    List.of(new CapPosition(paid, same, Optional.of(DAY))),
                    List.of(row))));

    Value.Tree answer =
        PositionAnswer.write(ASKED, USD, List.of(position), any -> new PendingAdjustments(List.of(), List.of()));

    fits(answer, PositionAnswer.SHAPE);
    Fields shown = Fields.of(new Fields(answer).list("positions").getFirst());
    assertThat(shown.tree().get("accrued")).contains(Value.NULL);
    assertThat(shown.text("gross")).isEqualTo("1000.00");
    Fields cap = Fields.of(shown.list("caps").getFirst());
    assertThat(cap.text("basis")).isEqualTo("unstated");
    assertThat(cap.text("counts")).isEqualTo("since-inception");
    assertThat(cap.text("excess")).isEqualTo("forgone");
    assertThat(cap.tree().get("reachedOn")).contains(Value.NULL);
    Fields reading = Fields.of(shown.list("readings").getFirst());
    assertThat(reading.text("basis")).isEqualTo("paid");
    assertThat(reading.has("counts")).as("a reading names only what is open").isFalse();
  }

  @Test
  void aConformedCopyShowsEveryClauseWithWhoSetWhatAndAmountsInFull() {
    FactsAsOf facts = FactsAsOf.of(OneOfEach.history(), LocalDate.parse("2021-10-01"));

    Value.Tree answer =
        TermsAnswer.write(ASKED, facts);

    fits(answer, TermsAnswer.SHAPE);
    Fields share = Fields.of(new Fields(answer).list("clauses").getFirst());
    assertThat(share.text("rate")).as("a rate is no amount").isEqualTo("0.15");
    assertThat(share.object("cap").text("amount")).as("posted as 1000").isEqualTo("1000.00");
    assertThat(share.object("setBy").optionalWhole("rate")).contains(1L);
    assertThat(share.object("setBy").optionalWhole("cap")).contains(0L);
    fits(TermsAnswer.listed(facts.terms(), 4), TermsAnswer.LISTED);
  }

  @Test
  void everyEventFitsItsRowOfTheHistory() {
    KnownFacts facts = OneOfEach.history();
    List<Value.Tree> rows =
        facts.events().stream()
            .map(event -> HistoryAnswer.row(USD, event, facts.withdrawnBy(event.sequence())))
            .toList();

    fits(Lists.write(ASKED, rows, Optional.of("abc")), HistoryAnswer.SHAPE);
    assertThat(rows.stream().map(row -> new Fields(row).text("type")).collect(Collectors.toSet()))
        .as("the example has one of each")
        .isEqualTo(Set.copyOf(HistoryAnswer.TYPES));
  }

  @Test
  void listsOfFactsShowThemAsPosted() {
    KnownFacts facts = OneOfEach.history();
    Recorded amendment = event(facts, "AmendmentExecuted");
    Recorded payment = event(facts, "PaymentRecorded");
    Recorded report = event(facts, "RevenueReported");
    Recorded restatement = event(facts, "RevenueRestated");

    fits(
        Lists.write(ASKED, List.of(AmendmentAnswer.row(USD, amendment, List.of())), Optional.empty()),
        AmendmentAnswer.SHAPE);
    Value.Tree paid = PaymentAnswer.row(USD, payment, Optional.of(DAY));
    fits(Lists.write(ASKED, List.of(paid), Optional.empty()), PaymentAnswer.SHAPE);
    assertThat(new Fields(paid).text("amount")).as("posted as 940").isEqualTo("940.00");
    Value.Tree reported = RevenueAnswer.row(report, List.of(restatement), Money.of("USD", "4600"));
    fits(Lists.write(ASKED, List.of(reported), Optional.empty()), RevenueAnswer.SHAPE);
    assertThat(new Fields(reported).text("amount")).isEqualTo("4700.00");
    assertThat(new Fields(reported).text("amountInForce")).isEqualTo("4600.00");
  }

  @Test
  void anObligationInMoneyNamesItsAmountEvenWhereItIsUndetermined() {
    Obligation payment =
        Obligation.of(Obligation.Kind.PAYMENT, new ClauseId("share"))
            .below("2021-Q2")
            .period(Optional.of("2021-Q2"))
            .bearer(new PartyId("acme"))
            .counterparty(new PartyId("globex"))
            .summary("acme owes globex the share of 2021-Q2")
            .dueOn(Optional.of(DAY))
            .outstanding(Optional.of(Money.of("USD", "60")))
            .setBy(0)
            .build();

    Value.Tree row = ObligationAnswer.row(payment);

    fits(Lists.write(ASKED, List.of(row), Optional.empty()), ObligationAnswer.SHAPE);
    assertThat(row.get("amount")).contains(Value.NULL);
    assertThat(row.get("outstanding")).contains(Value.text("60.00"));
    assertThat(row.get("status")).contains(Value.NULL);
  }

  @Test
  void launchesShowTheirJudgement() {
    List<LaunchJudgement> judged = LaunchAssessment.judge(FactsAsOf.of(OneOfEach.history(), DAY));
    assertThat(judged).isNotEmpty();
    fits(
        Lists.write(ASKED, judged.stream().map(LaunchAnswer::row).toList(), Optional.empty()), LaunchAnswer.SHAPE);
  }

  @Test
  void acknowledgementsFit() {
    OneOfEach.history()
        .events()
        .forEach(
            event -> fits(
                AcknowledgementAnswer.write(
                    new AgreementId("acme-globex"),
                    event.sequence(),
                    event.kind().type(),
                    event.recordedAt(),
                    "0c1d2e3f-0000-4000-8000-000000000000"),
                AcknowledgementAnswer.SHAPE));
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void everyCodeMakesAProblem(Code code) {
    Value.Tree problem = Problem.of(List.of(new Violation(new Pointer("/amount"), code, "amount is wrong"))).write();
    fits(problem, Problem.SHAPE);
    assertThat(new Fields(problem).text("type")).isEqualTo("/problems/" + code.slug());
  }

  @Test
  void anAmountThatIsNotDisclosedAndACapThatCountsFromADayLeaveOutWhatTheyLack() {
    Cap cap = new Cap(null, Cap.Basis.ACCRUED, Cap.Counts.UNSTATED, DAY, Cap.Window.CALENDAR_YEAR,
        Years.Ending.CALENDAR, DAY, DAY,
        Cap.Excess.CARRIED);
    Value.Tree shown = PositionAnswer.cap(new CapPosition(cap, figures("0"), Optional.empty()));
    assertThat(Checker.check(shown, Type.object(PositionAnswer.CAP), Pointer.ROOT)).isEmpty();
    assertThat(shown.entries()).doesNotContainKeys("amount", "counts").containsKeys("countsFrom", "from", "through");
  }

  private static Recorded event(KnownFacts facts, String type) {
    return facts.events().stream().filter(e -> e.kind().type().equals(type)).findFirst().orElseThrow();
  }

  private static Money usd(String amount) {
    return Money.of("USD", amount);
  }

  private static Figures figures(String amount) {
    Figures figures = Figures.none();
    for (Figure figure : Figure.values()) {
      figures = figures.with(figure, usd(amount));
    }
    return figures;
  }

  private static void fits(Value value, Shape shape) {
    assertThat(Checker.check(value, Type.object(shape), Pointer.ROOT)).isEmpty();
  }
}

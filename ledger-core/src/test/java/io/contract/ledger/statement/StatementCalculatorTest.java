package io.contract.ledger.statement;

import static io.contract.ledger.Given.agreement;
import static io.contract.ledger.Given.share;
import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.Given;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.known.IssuedStatement;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Statements and pending adjustments, worked by hand: 20 % of net sales (domain page, section 5, statements; ADR 0023). */
class StatementCalculatorTest {

  private static final String DUE = "due: {days: 45, roll: following, calendar: SatSun}";

  private static Given issued(Given given, String period, String issuedOn) {
    return given.and("statement", "{clause: share, period: " + period + ", issuedOn: " + issuedOn + "}");
  }

  private static List<Statement> statements(Given given, String day) {
    return new StatementCalculator().statements(given.on(day), new ClauseId("share"));
  }

  private static Statement statement(Given given, int number) {
    return new StatementCalculator().statement(given.on("2030-01-01"), new ClauseId("share"), number).orElseThrow();
  }

  /** {@code 100.00 + 2021-Q1 -20.00 (3 RevenueRestated) = 80.00}. */
  private static String said(StatementAmounts said) {
    return amount(said.accrued())
        + said.adjustments().stream().map(one -> " + " + shown(one)).collect(Collectors.joining())
        + " = " + amount(said.total());
  }

  private static String shown(Adjustment adjustment) {
    return adjustment.period() + " " + amount(adjustment.amount()) + " "
        + adjustment.causes().stream().map(cause -> cause.sequence() + " " + cause.kind().type()).toList().toString()
            .replace('[', '(').replace(']', ')');
  }

  private static String amount(Optional<Money> amount) {
    return amount.map(Money::toPlainString).orElse("undetermined");
  }

  private static List<String> pending(Given given, String day) {
    return new StatementCalculator().pending(given.on(day), new ClauseId("share"), given.position(day).book())
        .adjustments().stream()
        .map(StatementCalculatorTest::shown).toList();
  }

  private static Given quarter(Given given, int quarter, String amount) {
    LocalDate from = LocalDate.of(2021, 3 * quarter - 2, 1);
    return given.revenue("q" + quarter, from.toString(), from.plusMonths(3).minusDays(1).toString(), amount);
  }

  /** Events 1 and 2: 1,000 in the first quarter, a share of 200, stated on 20 April. */
  private static Given firstQuarterStated(String more) {
    return issued(quarter(agreement(share(more)), 1, "1000"), "2021-Q1", "2021-04-20");
  }

  @Test
  @DisplayName("they are numbered 1, 2, 3 in order of recording, and are there from the day they are issued")
  void numbered() {
    Given given = quarter(firstQuarterStated(DUE), 2, "500");
    issued(issued(given, "2021-Q2", "2021-07-20"), "2021-Q1", "2021-07-10");

    assertThat(statements(given, "2021-07-20").stream().map(one -> one.number() + " " + one.period().name()))
        .containsExactly("1 2021-Q1", "2 2021-Q2", "3 2021-Q1");
    assertThat(statements(given, "2021-07-19").stream().map(Statement::number)).containsExactly(1, 3);
    assertThat(statements(given, "2021-04-19")).isEmpty();
    assertThat(new StatementCalculator().statement(given.on("2021-07-19"), new ClauseId("share"), 2)).isEmpty();
  }

  @Test
  @DisplayName("a statement names who owes whom, and its total is due on the due date of its own period")
  void partiesAndDueDate() {
    Statement first = statement(firstQuarterStated(DUE), 1);

    assertThat(first.book()).hasToString("acme:globex");
    // 45 days after 31 March are Saturday, 15 May.
    assertThat(first.dueOn()).contains(LocalDate.parse("2021-05-17"));
    assertThat(said(first.amounts())).isEqualTo("200.00 = 200.00");
    assertThat(statement(firstQuarterStated(""), 1).dueOn()).as("the terms name no due date").isEmpty();
  }

  @Test
  @DisplayName("what is restated, amended from before or withdrawn later leaves what a statement said as it was")
  void frozen() {
    Given given = firstQuarterStated(DUE);
    Statement then = statement(given, 1);

    given.and("restatement", "{id: q1b, restates: q1, amount: \"900\"}")
        .and(
            "amendment",
            "{number: 1, title: Back, executedOn: 2021-05-01, effectiveOn: 2021-01-01,"
                + " changes: [{revise: {clause: share, set: {rate: \"0.50\"}}}]}")
        .and("withdrawal", "{sequence: 1, reason: of another company}");

    Statement later = statement(given, 1);
    assertThat(said(later.amounts())).isEqualTo(said(then.amounts())).isEqualTo("200.00 = 200.00");
    assertThat(later.dueOn()).isEqualTo(then.dueOn());
    assertThat(StatementCalculator.workings(later).getFirst().rows().toString())
        .isEqualTo(StatementCalculator.workings(then).getFirst().rows().toString());
    assertThat(pending(given, "2021-06-01"))
        .as("the restatement went with its report; the amendment binds the quarter's days too")
        .containsExactly("2021-Q1 -200.00 (4 AmendmentExecuted, 5 FactWithdrawn)");
  }

  @Test
  @DisplayName("a quarter restated from 1,000 to 900 is −20.00 in the next statement, because of the restatement")
  void restated() {
    Given given = firstQuarterStated(DUE).and("restatement", "{id: q1b, restates: q1, amount: \"900\"}");
    assertThat(pending(given, "2021-06-01")).containsExactly("2021-Q1 -20.00 (3 RevenueRestated)");

    issued(quarter(given, 2, "500"), "2021-Q2", "2021-07-20");

    Statement second = statement(given, 2);
    assertThat(said(second.amounts())).isEqualTo("100.00 + 2021-Q1 -20.00 (3 RevenueRestated) = 80.00");
    Adjustment adjustment = second.amounts().adjustments().getFirst();
    assertThat(amount(adjustment.now()) + " now, " + amount(adjustment.stated()) + " stated")
        .isEqualTo("180.00 now, 200.00 stated");
    assertThat(pending(given, "2021-07-20")).isEmpty();
  }

  @Test
  @DisplayName("a restatement that is withdrawn is the reason, though its id has been given to a restatement of another stream")
  void idTakenAgain() {
    String services = share("").replace("id: share", "id: services").replace("net-sales", "hours");
    Given given = agreement(share(DUE) + ", " + services);
    quarter(given, 1, "1000")
        .and("revenue", "{id: h1, stream: hours, from: 2021-01-01, through: 2021-03-31, amount: \"50\"}")
        .and("restatement", "{id: b, restates: q1, amount: \"900\"}");
    issued(given, "2021-Q1", "2021-04-20");

    given.and("withdrawal", "{restatement: b, reason: of the other stream}")
        .and("restatement", "{id: b, restates: h1, amount: \"45\"}");

    // 1,000 are 200 again, and 180 were stated.
    assertThat(pending(given, "2021-06-01")).containsExactly("2021-Q1 20.00 (5 FactWithdrawn)");
  }

  @Test
  @DisplayName("a quarter stated again has adjustments only: 25 % instead of 20 % of 1,000 are 50.00 more")
  void statedAgain() {
    Given given = firstQuarterStated(DUE);
    given.and(
        "amendment",
        "{number: 1, title: Back, executedOn: 2021-05-01, effectiveOn: 2021-01-01,"
            + " changes: [{revise: {clause: share, set: {rate: \"0.25\"}}}]}");
    issued(given, "2021-Q1", "2021-05-02");

    assertThat(said(statement(given, 2).amounts())).isEqualTo("0.00 + 2021-Q1 50.00 (3 AmendmentExecuted) = 50.00");
    assertThat(statement(given, 2).statedBefore()).contains(1);
    issued(given, "2021-Q1", "2021-05-03");
    assertThat(said(statement(given, 3).amounts())).as("nothing has changed since").isEqualTo("0.00 = 0.00");
  }

  @Test
  @DisplayName("under a cap of 1,000 what one quarter loses the next one gains, both because of the restatement")
  void underACap() {
    // 4,700 are 940; of the 100 of 500 there is room for 60. With 4,600 they are 920, and there is room for 80.
    Given given = agreement(share("cap: {amount: \"1000\", basis: accrued, counts: since-inception}"));
    issued(quarter(given, 1, "4700"), "2021-Q1", "2021-04-20");
    issued(quarter(given, 2, "500"), "2021-Q2", "2021-07-20");
    assertThat(said(statement(given, 2).amounts())).isEqualTo("60.00 = 60.00");

    given.and("restatement", "{id: q1b, restates: q1, amount: \"4600\"}").payment("p1", "2021-07-21", "10");

    assertThat(pending(given, "2021-08-01"))
        .as("a payment is no reason under a cap on what accrues")
        .containsExactly("2021-Q1 -20.00 (5 RevenueRestated)", "2021-Q2 20.00 (5 RevenueRestated)");
  }

  @Test
  @DisplayName("under a cap on what is paid a waiver that is recorded late frees room, and is the reason")
  void underACapOnWhatIsPaid() {
    // 400 are 80, all open. Of the 60 of 300 there is room for 100 − 80 = 20. With 30 waived on 30 June for 50.
    Given given = agreement(share("cap: {amount: \"100\", basis: paid, counts: since-inception}"));
    quarter(quarter(given, 1, "400"), 2, "300");
    issued(given, "2021-Q2", "2021-07-20");
    assertThat(said(statement(given, 1).amounts())).isEqualTo("20.00 = 20.00");

    given.waiver("2021-06-30", "30");

    assertThat(pending(given, "2021-08-01")).containsExactly("2021-Q2 30.00 (4 ObligationWaived)");
  }

  @Test
  @DisplayName("where readings differ, what they say stands under each, and above only what they agree on")
  void readings() {
    // 60 in the first quarter; then at most 100, since inception or since 1 April: of 80 there is room for 40, or for 80.
    Given given = issued(quarter(agreement(share("")), 1, "300"), "2021-Q1", "2021-04-01");
    given.amendment(1, "2021-04-01",
        "{revise: {clause: share, set: {cap: {amount: \"100\", basis: accrued, counts: unstated}}}}");
    issued(quarter(given, 2, "400"), "2021-Q2", "2021-07-01");
    Statement second = statement(given, 2);
    assertThat(said(second.amounts())).isEqualTo("undetermined = undetermined");
    assertThat(second.amounts().undetermined()).containsExactly("accrued", "total");
    assertThat(second.readings().stream().map(read -> said(read.amounts())))
        .containsExactly("40.00 = 40.00", "80.00 = 80.00");

    // 250 are 50, 10 less. Since inception that makes room for 10 more in the second quarter.
    given.and("restatement", "{id: q1b, restates: q1, amount: \"250\"}");
    issued(quarter(given, 3, "0"), "2021-Q3", "2021-10-01");

    Statement third = statement(given, 3);
    assertThat(said(third.amounts())).isEqualTo(
        "0.00 + 2021-Q1 -10.00 (6 RevenueRestated) + 2021-Q2 undetermined (6 RevenueRestated) = undetermined");
    assertThat(third.readings().stream().map(read -> said(read.amounts())))
        .containsExactly(
            "0.00 + 2021-Q1 -10.00 (6 RevenueRestated) + 2021-Q2 10.00 (6 RevenueRestated) = 0.00",
            "0.00 + 2021-Q1 -10.00 (6 RevenueRestated) = -10.00");
  }

  @Test
  @DisplayName("it states what counts by the day it is issued, though more is recorded: two months are 20.00, the third follows")
  void asOfItsDay() {
    Given given =
        agreement(share("")).revenue("m1", "2021-01-01", "2021-01-31", "60")
            .revenue("m2", "2021-02-01", "2021-02-28", "40")
            .revenue("m3", "2021-03-01", "2021-03-31", "100");
    issued(given, "2021-Q1", "2021-03-15");

    assertThat(said(statement(given, 1).amounts())).isEqualTo("20.00 = 20.00");
    assertThat(pending(given, "2021-03-30")).isEmpty();
    assertThat(pending(given, "2021-03-31")).containsExactly("2021-Q1 20.00 (3 RevenueReported)");
  }

  @Test
  @DisplayName("one recorded later for an earlier day does not say again what the one before it said")
  void issuedForAnEarlierDay() {
    // 200 are stated, then restated to 180, which statement 2 of 1 August states. Statement 3 of 1 June, recorded after it, adds
    // nothing.
    Given given =
        quarter(firstQuarterStated(DUE), 2, "500").and("restatement", "{id: q1b, restates: q1, amount: \"900\"}");
    issued(given, "2021-Q2", "2021-08-01");
    issued(given, "2021-Q1", "2021-06-01");

    assertThat(said(statement(given, 2).amounts())).isEqualTo("100.00 + 2021-Q1 -20.00 (4 RevenueRestated) = 80.00");
    assertThat(said(statement(given, 3).amounts())).isEqualTo("0.00 = 0.00");
    assertThat(statement(given, 3).statedBefore()).contains(1);
    assertThat(pending(given, "2021-08-01")).isEmpty();
    // Between the two days the −20 are not stated yet.
    assertThat(pending(given, "2021-07-31")).containsExactly("2021-Q1 -20.00 (4 RevenueRestated)");
  }

  @Test
  @DisplayName("one recorded later for a day on which less had accrued takes nothing back of what was stated for a later day")
  void issuedForADayOnWhichLessHadAccrued() {
    // Two months are 20, the third 20 more: stated with 40 on 10 April, and once more for 15 March.
    Given given =
        agreement(share("")).revenue("m1", "2021-01-01", "2021-01-31", "60")
            .revenue("m2", "2021-02-01", "2021-02-28", "40").revenue("m3", "2021-03-01", "2021-03-31", "100");
    issued(issued(given, "2021-Q1", "2021-04-10"), "2021-Q1", "2021-03-15");

    assertThat(said(statement(given, 2).amounts())).isEqualTo("0.00 = 0.00");
    assertThat(statement(given, 2).statedBefore()).contains(1);
    assertThat(pending(given, "2021-04-10")).isEmpty();
    // The day asked about is between the two. Statement 2 is issued and leaves the amount to statement 1, which is not issued yet.
    assertThat(pending(given, "2021-03-31")).containsExactly("2021-Q1 40.00 (4 StatementIssued)");
  }

  @Test
  @DisplayName("what no statement could determine has not been said, and is said when the reading is settled: 40 of 40 or 80")
  void undeterminedThenSettled() {
    // 60 in the first quarter; then at most 100, since inception or since 1 April: of 80 there is room for 40, or for 80.
    Given given = issued(quarter(agreement(share("")), 1, "300"), "2021-Q1", "2021-04-01");
    given.amendment(1, "2021-04-01",
        "{revise: {clause: share, set: {cap: {amount: \"100\", basis: accrued, counts: unstated}}}}");
    issued(quarter(given, 2, "400"), "2021-Q2", "2021-07-01");
    issued(quarter(given, 3, "0"), "2021-Q3", "2021-10-01");
    assertThat(said(statement(given, 2).amounts())).isEqualTo("undetermined = undetermined");
    assertThat(said(statement(given, 3).amounts())).isEqualTo("0.00 = 0.00");

    given.and("reading",
        "{clause: share, parameter: counts, value: since-inception, from: 2021-11-01, by: arbitrator}");
    assertThat(pending(given, "2021-11-01")).containsExactly("2021-Q2 40.00 (8 ReadingSettled)");
    issued(quarter(given, 4, "0"), "2021-Q4", "2022-01-01");
    assertThat(said(statement(given, 4).amounts())).isEqualTo("0.00 + 2021-Q2 40.00 (8 ReadingSettled) = 40.00");

    // From then on it is stated: 350 of the second quarter are 70, of which 40 accrue as before; 250 of the first are 50, 10 less
    // and more.
    given.and("restatement", "{id: q1b, restates: q1, amount: \"250\"}");
    assertThat(pending(given, "2022-02-01"))
        .containsExactly("2021-Q1 -10.00 (11 RevenueRestated)", "2021-Q2 10.00 (11 RevenueRestated)");
  }

  @Test
  @DisplayName("of what was undetermined, a change that every reading agrees on has been said: 5 more; then the rest, 40")
  void whatReadingsAgreeOnHasBeenSaid() {
    // As above, and statement 3 finds 5 more of the second quarter under both readings: a cap of 105.
    Given given = issued(quarter(agreement(share("")), 1, "300"), "2021-Q1", "2021-04-01");
    given.amendment(1, "2021-04-01",
        "{revise: {clause: share, set: {cap: {amount: \"100\", basis: accrued, counts: unstated}}}}");
    issued(quarter(given, 2, "800"), "2021-Q2", "2021-07-01");
    given.amendment(2, "2021-04-01",
        "{revise: {clause: share, set: {cap: {amount: \"105\", basis: accrued, counts: unstated}}}}");
    issued(quarter(given, 3, "0"), "2021-Q3", "2021-10-01");
    assertThat(said(statement(given, 3).amounts())).isEqualTo("0.00 + 2021-Q2 5.00 (6 AmendmentExecuted) = 5.00");

    given.and("reading",
        "{clause: share, parameter: counts, value: since-inception, from: 2021-11-01, by: arbitrator}");
    assertThat(pending(given, "2021-11-01")).containsExactly("2021-Q2 40.00 (9 ReadingSettled)");
  }

  @Test
  @DisplayName("an amendment of what does not bear on the amount, and revenue of later days, give no reason and no adjustment")
  void whatDoesNotBear() {
    Given given = firstQuarterStated(DUE);
    given.amendment(1, "2021-04-01", "{revise: {clause: share, set: {title: Share of sales, rate: \"0.30\"}}}");
    quarter(given, 2, "500").and("restatement", "{id: q1b, restates: q1, amount: \"950\"}");

    assertThat(pending(given, "2021-07-01")).containsExactly("2021-Q1 -10.00 (5 RevenueRestated)");
  }

  @Test
  @DisplayName("the statements of a clause whose amendment was withdrawn are still there, and all of it is pending")
  void ofAClauseThatIsGone() {
    Given given = agreement("{id: stake, kind: shareholding, holder: acme, issuer: globex}");
    given.amendment(1, "2021-01-01", "{add: " + share("") + "}");
    issued(quarter(given, 1, "1000"), "2021-Q1", "2021-04-20");
    given.and("withdrawal", "{sequence: 1, reason: never signed}");

    assertThat(said(statement(given, 1).amounts())).isEqualTo("200.00 = 200.00");
    assertThat(statements(given, "2021-05-01")).hasSize(1);
  }

  @Test
  @DisplayName("What a statement was made of shares what is remembered, also where its event is read a second time")
  void eventsThatAreReadTwiceRememberTogether() {
    List<Recorded> events = firstQuarterStated(DUE).on("2030-01-01").known().events();
    KnownFacts read = KnownFacts.of(events.subList(0, 1));

    KnownFacts asked = readAgain(read, events);
    KnownFacts decided = readAgain(read, events);

    for (KnownFacts known : List.of(asked, decided)) {
      assertThat(IssuedStatement.of(known, new ClauseId("share")).getFirst().knownThen().memo()).isSameAs(known.memo());
    }
  }

  private static KnownFacts readAgain(KnownFacts known, List<Recorded> events) {
    KnownFacts more = known;
    for (Recorded one : events.subList(known.events().size(), events.size())) {
      more = more.plus(new Recorded(one.sequence(), one.recordedAt(), one.recordedBy(), one.imported(), one.fact()));
    }
    return more;
  }
}

package io.contract.ledger.obligation;

import static io.contract.ledger.Given.agreement;
import static io.contract.ledger.Given.share;
import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.Given;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.money.Money;
import io.contract.ledger.obligation.Obligation.Kind;
import io.contract.ledger.obligation.Obligation.Modality;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The payments and reports of a revenue share in the list of obligations: 20 % of net sales, quarterly (domain page, section 7). */
class ShareObligationsTest {

  private static final String DUE = "due: {days: 45, roll: following, calendar: SatSun}";

  @Nested
  class APayment {

    /** 500 × 0.20 = 100; 2021-03-31 and 45 days is Saturday 2021-05-15, so Monday the 17th. */
    private final Given given = agreement(share(DUE)).revenue("q1", "2021-01-01", "2021-03-31", "500.00");

    @Test
    void isOwedByThePayerToThePayeeForThePeriod() {
      Obligation row = payment(given, "2021-04-01", "share/2021-Q1");

      assertThat(row.clause()).hasToString("share");
      assertThat(row.period()).contains("2021-Q1");
      assertThat(row.kind()).isEqualTo(Kind.PAYMENT);
      assertThat(row.modality()).isEqualTo(Modality.OBLIGATION);
      assertThat(row.bearer()).hasToString("acme");
      assertThat(row.counterparty()).contains(new PartyId("globex"));
      assertThat(row.amount()).contains(usd("100.00"));
      assertThat(row.outstanding()).contains(usd("100.00"));
      assertThat(row.dueOn()).contains(LocalDate.parse("2021-05-17"));
      assertThat(row.setBy()).isZero();
      assertThat(row.endingSoon()).isFalse();
      assertThat(row.summary())
          .isEqualTo(
              "Acme Corp owes Globex Ltd a revenue share for 2021-Q1: USD 100.00 accrued, USD 100.00 outstanding.");
    }

    @ParameterizedTest
    @CsvSource({"2021-05-16, due-later", "2021-05-17, due", "2021-05-18, overdue"})
    void hasTheStatusOfItsPeriod(String day, String status) {
      assertThat(payment(given, day, "share/2021-Q1").status()).contains(status);
    }

    @Test
    void isOpenInAPeriodThatHasNotEnded() {
      Given april = given.revenue("april", "2021-04-01", "2021-04-30", "50.00");

      assertThat(payment(april, "2021-04-30", "share/2021-Q2").status()).contains("open");
    }

    @Test
    void showsWhatIsLeftOfItAfterAPartPayment() {
      Obligation row = payment(given.payment("p1", "2021-05-01", "60.00"), "2021-05-01", "share/2021-Q1");

      assertThat(row.amount()).contains(usd("100.00"));
      assertThat(row.outstanding()).contains(usd("40.00"));
      assertThat(row.status()).contains("due-later");
    }

    @Test
    void isListedAmongAllWhenSettledAndElseOnlyWhenAskedFor() {
      Given paid = given.payment("p1", "2021-05-01", "100.00");
      List<Obligation> all = ObligationCalculator.obligations(paid.on("2021-05-01"));

      assertThat(payment(paid, "2021-05-01", "share/2021-Q1").status()).contains("settled");
      assertThat(refs(ObligationCalculator.select(all, Optional.empty(), Optional.empty())))
          .containsExactly("share/2021-Q2/report");
      assertThat(refs(ObligationCalculator.select(all, Optional.empty(), Optional.of("all"))))
          .containsExactly("share/2021-Q1", "share/2021-Q2/report");
      assertThat(refs(ObligationCalculator.select(all, Optional.empty(), Optional.of("settled"))))
          .containsExactly("share/2021-Q1");
    }

    @Test
    void isNoneWhereNothingAccrued() {
      assertThat(refs(agreement(share(DUE)).revenue("q1", "2021-01-01", "2021-03-31", "0.00"), "2021-06-30"))
          .containsExactly("share/2021-Q2/report");
      assertThat(refs(agreement(share(DUE)).revenue("q1", "2021-01-01", "2021-03-31", "-10.00"), "2021-06-30"))
          .containsExactly("share/2021-Q2/report");
    }

    @Test
    void isNoneWhereACapLeavesNothing() {
      Given capped = agreement(share(DUE + ", cap: {amount: \"100.00\", basis: accrued, counts: since-inception}"))
          .revenue("q1", "2021-01-01", "2021-03-31", "500.00")
          .revenue("q2", "2021-04-01", "2021-06-30", "500.00");

      assertThat(refs(capped, "2021-06-30")).containsExactly("share/2021-Q1", "share/2021-Q3/report");
    }

    @Test
    void isListedWhereItAccruedUnderAnyReading() {
      // Q1 accrues 100. The cap of 100 that comes on 2021-04-01 leaves nothing since inception, and 100 since it is effective.
      Given open = agreement(share(DUE))
          .revenue("q1", "2021-01-01", "2021-03-31", "500.00")
          .amendment(
              1,
              "2021-04-01",
              "{revise: {clause: share, set: {cap: {amount: \"100.00\", basis: accrued, counts: unstated}}}}")
          .revenue("q2", "2021-04-01", "2021-06-30", "500.00");

      Obligation row = payment(open, "2021-06-30", "share/2021-Q2");

      assertThat(row.amount()).isEmpty();
      assertThat(row.outstanding()).isEmpty();
      assertThat(row.status()).isEmpty();
      assertThat(row.setBy()).isEqualTo(1);
      assertThat(row.summary())
          .isEqualTo(
              "Acme Corp owes Globex Ltd a revenue share for 2021-Q2: an undetermined amount accrued, an undetermined"
                  + " amount outstanding.");
    }

    @Test
    void isNoneOfAPeriodInWhichNothingAccruedUnderAnyReading() {
      Given open = agreement(share(DUE + ", cap: {amount: \"1000.00\", basis: unstated, counts: since-inception}"))
          .revenue("q1", "2021-01-01", "2021-03-31", "500.00")
          .revenue("q2", "2021-04-01", "2021-06-30", "0.00");

      assertThat(refs(open, "2021-06-30")).containsExactly("share/2021-Q1", "share/2021-Q3/report");
    }

    @Test
    void isListedForWhatWasBroughtForward() {
      Given taken = agreement(share(DUE))
          .and("brought-forward", "{clause: share, on: 2021-01-31, accrued: \"40.00\", settled: \"10.00\"}")
          .amendment(1, "2021-04-01", "{revise: {clause: share, set: {rate: \"0.10\"}}}");

      Obligation row = payment(taken, "2021-02-15", "share/brought-forward");
      assertThat(row.amount()).contains(usd("40.00"));
      assertThat(row.outstanding()).contains(usd("30.00"));
      assertThat(row.dueOn()).isEmpty();
      assertThat(row.status()).contains("undated");
      // The balance belongs to no period, so the terms of the day name payer and payee.
      assertThat(row.setBy()).isZero();
      assertThat(payment(taken, "2021-04-01", "share/brought-forward").setBy()).isEqualTo(1);
    }

    @Test
    void isListedWithoutAmountWhereTheRateIsNotDisclosed() {
      Given undisclosed = agreement(share(DUE).replace("\"0.20\"", "unstated"))
          .revenue("q2", "2021-04-01", "2021-06-30", "500.00");

      assertThat(refs(undisclosed, "2021-09-30")).containsExactly("share/2021-Q2", "share/2021-Q1/report");
      Obligation row = payment(undisclosed, "2021-09-30", "share/2021-Q2");
      assertThat(row.amount()).isEmpty();
      assertThat(row.outstanding()).isEmpty();
      assertThat(row.status()).isEmpty();
      // 2021-06-30 and 45 days is Saturday 2021-08-14.
      assertThat(row.dueOn()).contains(LocalDate.parse("2021-08-16"));
    }

    @Test
    void isSetByTheLastRevisionInForceInItsPeriod() {
      Given revised = given
          .amendment(1, "2021-05-01", "{revise: {clause: share, set: {rate: \"0.10\"}}}")
          .revenue("q2", "2021-04-01", "2021-06-30", "910.00");

      assertThat(payment(revised, "2021-06-30", "share/2021-Q1").setBy()).isZero();
      Obligation q2 = payment(revised, "2021-06-30", "share/2021-Q2");
      assertThat(q2.setBy()).isEqualTo(1);
      // 10 a day: 30 days at 20 % and 61 at 10 %.
      assertThat(q2.amount()).contains(usd("121.00"));
    }

    @Test
    void survivesTheEndOfItsClause() {
      Given ended = given.amendment(1, "2021-04-01", "{end: {clause: share}}");

      assertThat(refs(ended, "2021-12-31")).containsExactly("share/2021-Q1");
      assertThat(payment(ended, "2021-12-31", "share/2021-Q1").status()).contains("overdue");
    }
  }

  @Nested
  class AReport {

    private final Given given = agreement(share(DUE));

    @Test
    void isOwedByThePayerForThePeriodOfTheFirstUnreportedDay() {
      Obligation row = report(given, "2021-02-15");

      assertThat(row.ref()).isEqualTo("share/2021-Q1/report");
      assertThat(row.period()).contains("2021-Q1");
      assertThat(row.kind()).isEqualTo(Kind.REPORT);
      assertThat(row.modality()).isEqualTo(Modality.OBLIGATION);
      assertThat(row.bearer()).hasToString("acme");
      assertThat(row.counterparty()).contains(new PartyId("globex"));
      assertThat(row.dueOn()).contains(LocalDate.parse("2021-05-17"));
      assertThat(row.amount()).isEmpty();
      assertThat(row.setBy()).isZero();
      assertThat(row.summary())
          .isEqualTo("Acme Corp must report net-sales for 2021-Q1 to Globex Ltd; nothing is reported for 2021-01-01.");
    }

    /** 45 days after 31 March is a Saturday. */
    @ParameterizedTest
    @CsvSource({"2021-04-30, due-later", "2021-05-16, due-later", "2021-05-17, due", "2021-05-18, overdue"})
    void isDueWhenThePeriodsShareIs(String day, String status) {
      assertThat(report(given, day).status()).contains(status);
    }

    @Test
    void hasNoDueDateWhereTheShareHasNone() {
      Obligation row = report(agreement(share("")), "2021-12-31");

      assertThat(row.dueOn()).isEmpty();
      assertThat(row.status()).contains("undated");
    }

    @Test
    void isDueByTheLastRevisionInForceInThePeriod() {
      Given revised = given.amendment(1, "2021-03-01", "{revise: {clause: share, set: {due: {days: 10, roll: none}}}}");

      assertThat(report(revised, "2021-04-01").dueOn()).contains(LocalDate.parse("2021-04-10"));
    }

    @Test
    void isOneRowAClauseHoweverManyPeriodsAreMissing() {
      assertThat(refs(given, "2022-06-30")).containsExactly("share/2021-Q1/report");
    }

    @Test
    void isOwedForAGapBetweenReports() {
      Given gap = given.revenue("q1", "2021-01-01", "2021-03-31", "500.00")
          .revenue("may", "2021-05-01", "2021-06-30", "500.00");

      assertThat(report(gap, "2021-09-30").ref()).isEqualTo("share/2021-Q2/report");
      assertThat(report(gap, "2021-09-30").summary())
          .isEqualTo("Acme Corp must report net-sales for 2021-Q2 to Globex Ltd; nothing is reported for 2021-04-01.");
    }

    @Test
    void isOwedForThePeriodAheadWhenAllIsReportedSoFar() {
      Obligation row = report(given.revenue("q1", "2021-01-01", "2021-03-31", "500.00"), "2021-03-31");

      assertThat(row.ref()).isEqualTo("share/2021-Q2/report");
      assertThat(row.status()).contains("due-later");
    }

    @Test
    void isStillOwedOnADayBeforeTheReportedSpanEnds() {
      Given reported = given.revenue("q1", "2021-01-01", "2021-03-31", "500.00");

      assertThat(report(reported, "2021-03-30").ref()).isEqualTo("share/2021-Q1/report");
    }

    @Test
    void isOwedForEachStreamOfTheBaseButNotForADeduction() {
      Given two = agreement(share("").replace("net-sales", "{streams: [net-sales, services], deduct: [returns]}"))
          .revenue("q1", "2021-01-01", "2021-03-31", "500.00");

      assertThat(report(two, "2021-06-30").ref()).isEqualTo("share/2021-Q1/report");
      assertThat(report(two, "2021-06-30").summary())
          .isEqualTo("Acme Corp must report services for 2021-Q1 to Globex Ltd; nothing is reported for 2021-01-01.");

      two.and("revenue", "{id: s1, stream: services, from: 2021-01-01, through: 2021-03-31, amount: \"1.00\"}");
      assertThat(report(two, "2021-06-30").ref()).isEqualTo("share/2021-Q2/report");
    }

    @Test
    void isOwedOnlyOnceTheClauseHasBegun() {
      Given later = agreement(share("from: 2021-02-01"));

      assertThat(refs(later, "2021-01-31")).isEmpty();
      assertThat(report(later, "2021-02-01").summary()).endsWith("nothing is reported for 2021-02-01.");
    }

    @Test
    void isNoLongerOwedWhenEveryDayInForceIsReported() {
      Given ended = agreement(share("through: 2021-02-28"));

      assertThat(refs(ended, "2021-06-30")).containsExactly("share/2021-Q1/report");
      assertThat(refs(ended.revenue("all", "2021-01-01", "2021-02-28", "0.00"), "2021-06-30")).isEmpty();
    }

    @Test
    void isSetByTheRevisionOfTheDay() {
      Given revised = given.revenue("q1", "2021-01-01", "2021-03-31", "500.00")
          .amendment(1, "2021-04-01", "{revise: {clause: share, set: {base: gross-sales}}}");

      Obligation row = report(revised, "2021-04-01");
      assertThat(row.setBy()).isEqualTo(1);
      assertThat(row.summary()).startsWith("Acme Corp must report gross-sales for 2021-Q2");
    }
  }

  private static Obligation payment(Given given, String day, String ref) {
    return ObligationCalculator.obligations(given.on(day)).stream()
        .filter(row -> row.ref().equals(ref))
        .findFirst()
        .orElseThrow();
  }

  private static Obligation report(Given given, String day) {
    return ObligationCalculator.obligations(given.on(day)).stream()
        .filter(row -> row.kind() == Kind.REPORT)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> refs(Given given, String day) {
    return refs(ObligationCalculator.obligations(given.on(day)));
  }

  private static List<String> refs(List<Obligation> rows) {
    return rows.stream().map(Obligation::ref).toList();
  }

  private static Money usd(String amount) {
    return Money.of("USD", amount);
  }
}

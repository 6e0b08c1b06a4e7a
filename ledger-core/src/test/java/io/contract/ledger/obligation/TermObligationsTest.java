package io.contract.ledger.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

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

/** Duties, commitments, standing terms and rights in the list of obligations (domain page, section 7). */
class TermObligationsTest {

  @Nested
  class ADutyToBeDoneOnce {

    private final Given given =
        agreed(
            "{id: audit, kind: duty, obligor: acme, obligee: globex, act: deliver the audit report, due: 2021-06-30}");

    @ParameterizedTest
    @CsvSource({"2021-06-29, due-later", "2021-06-30, due", "2021-07-01, overdue"})
    void isDueOnItsDate(String day, String status) {
      Obligation row = only(given, day);

      assertThat(row.status()).contains(status);
      assertThat(row.dueOn()).contains(date("2021-06-30"));
    }

    @Test
    void isOwedByTheObligorToTheObligee() {
      Obligation row = only(given, "2021-06-01");

      assertThat(row.ref()).isEqualTo("audit");
      assertThat(row.clause()).hasToString("audit");
      assertThat(row.period()).isEmpty();
      assertThat(row.kind()).isEqualTo(Kind.DUTY);
      assertThat(row.modality()).isEqualTo(Modality.OBLIGATION);
      assertThat(row.bearer()).hasToString("acme");
      assertThat(row.counterparty()).contains(new PartyId("globex"));
      assertThat(row.setBy()).isZero();
      assertThat(row.summary()).isEqualTo("Acme Corp must deliver the audit report; it owes this to Globex Ltd.");
    }

    @ParameterizedTest
    @CsvSource({"2021-07-04, overdue", "2021-07-05, discharged"})
    void isDischargedFromTheDayOfTheDischarge(String day, String status) {
      assertThat(only(given.and("discharge", "{clause: audit, on: 2021-07-05}"), day).status()).contains(status);
    }

    @ParameterizedTest
    @CsvSource({"2021-06-09, due-later", "2021-06-10, waived"})
    void isWaivedFromTheDayOfTheWaiver(String day, String status) {
      assertThat(only(given.and("waiver", "{clause: audit, on: 2021-06-10, by: globex}"), day).status())
          .contains(status);
    }

    @Test
    void staysWhatItBecameFirst() {
      Given both = given.and("waiver", "{clause: audit, on: 2021-07-06, by: globex}")
          .and("discharge", "{clause: audit, on: 2021-07-05}");

      assertThat(only(both, "2021-08-01").status()).contains("discharged");
    }

    @Test
    void isOwedAgainWhenTheDischargeIsWithdrawn() {
      Given mistaken = given.and("discharge", "{clause: audit, on: 2021-06-05}")
          .and("withdrawal", "{sequence: 1, reason: recorded by mistake}");

      assertThat(only(mistaken, "2021-06-10").status()).contains("due-later");
    }

    @Test
    void isUndatedWithoutDue() {
      Obligation row = only(agreed("{id: help, kind: duty, obligor: acme, obligee: globex, act: help}"), "2021-06-01");

      assertThat(row.status()).contains("undated");
      assertThat(row.dueOn()).isEmpty();
    }

    @Test
    void isNotOwedBeforeItsClauseBegins() {
      Given later = agreed("{id: help, kind: duty, obligor: acme, obligee: globex, act: help, from: 2021-03-01}");

      assertThat(rows(later, "2021-02-28")).isEmpty();
      assertThat(rows(later, "2021-03-01")).hasSize(1);
    }

    @Test
    void isOwedByItsRevisionInForce() {
      Given revised = given.amendment(1, "2021-05-01", "{revise: {clause: audit, set: {due: 2021-09-30}}}");

      assertThat(only(revised, "2021-04-30").dueOn()).contains(date("2021-06-30"));
      Obligation row = only(revised, "2021-07-01");
      assertThat(row.dueOn()).contains(date("2021-09-30"));
      assertThat(row.status()).contains("due-later");
      assertThat(row.setBy()).isEqualTo(1);
    }

    @Test
    void isNoLongerOwedWhenItsClauseEndedBeforeTheDueDate() {
      Given ended = given.amendment(1, "2021-06-30", "{end: {clause: audit}}");

      assertThat(only(ended, "2021-06-29").status()).contains("due-later");
      assertThat(rows(ended, "2021-06-30")).isEmpty();
    }

    @Test
    void isNoLongerOwedWhenAMilestoneEndedItsClauseBeforeTheDueDate() {
      Given merged = agreed(
          """
              {id: audit, kind: duty, obligor: acme, obligee: globex, act: audit, due: 2021-06-30,
               endsOnMilestone: merger}""")
          .and("milestone", "{id: merger, on: 2021-05-01}");

      assertThat(only(merged, "2021-04-30").status()).contains("due-later");
      assertThat(rows(merged, "2021-05-01")).isEmpty();
    }

    @Test
    void isStillOwedWhenItsClauseRanOutBeforeTheDueDate() {
      Given expired = agreed(
          "{id: audit, kind: duty, obligor: acme, obligee: globex, act: audit, due: 2021-06-30, through: 2021-05-31}");

      assertThat(only(expired, "2021-06-30").status()).contains("due");
    }

    @Test
    void isOwedAsLongAsItsClauseIsInForceWhenUndated() {
      Given undated = agreed("{id: help, kind: duty, obligor: acme, obligee: globex, act: help, through: 2021-05-31}");

      assertThat(only(undated, "2021-05-31").status()).contains("undated");
      assertThat(rows(undated, "2021-06-01")).isEmpty();
    }

    @Test
    void isListedAsDischargedAlsoAfterItsClauseEnded() {
      given.and("discharge", "{clause: audit, on: 2021-05-01}").amendment(1, "2021-06-01", "{end: {clause: audit}}");

      assertThat(only(given, "2021-12-31").status()).contains("discharged");
    }

    @Test
    void isStillOwedWhenItsClauseEndedOnlyAfterTheDueDate() {
      Given ended = given.amendment(1, "2021-07-01", "{end: {clause: audit}}");

      assertThat(only(ended, "2021-12-31").status()).contains("overdue");
    }
  }

  @Nested
  class ARecurringDuty {

    private final Given given =
        agreed(
            """
                {id: monthly, kind: duty, obligor: acme, obligee: globex, act: send a forecast, period: month,
                 due: {days: 10}, from: 2021-01-15}""");

    @Test
    void hasARowForEachPeriodBegunWithADayOfTheClause() {
      assertThat(refs(given, "2021-01-14")).isEmpty();
      assertThat(refs(given, "2021-01-15")).containsExactly("monthly/2021-01");
      assertThat(refs(given, "2021-02-28")).containsExactly("monthly/2021-01", "monthly/2021-02");
      assertThat(refs(given, "2021-03-01"))
          .containsExactly("monthly/2021-01", "monthly/2021-02", "monthly/2021-03");
    }

    @ParameterizedTest
    @CsvSource({"2021-02-09, due-later", "2021-02-10, due", "2021-02-11, overdue"})
    void isDueByTheRuleOfEachPeriod(String day, String status) {
      // 2021-01-31 and 10 days.
      Obligation january = rows(given, day).getFirst();

      assertThat(january.period()).contains("2021-01");
      assertThat(january.dueOn()).contains(date("2021-02-10"));
      assertThat(january.status()).contains(status);
    }

    @Test
    void isDischargedPeriodByPeriod() {
      Given done = given.and("discharge", "{clause: monthly, period: 2021-01, on: 2021-02-05}")
          .and("waiver", "{clause: monthly, period: 2021-03, on: 2021-03-02, by: globex}");

      assertThat(rows(done, "2021-03-15"))
          .extracting(row -> row.status().orElseThrow())
          .containsExactly("discharged", "overdue", "waived");
    }

    @Test
    void isUndatedWithoutDue() {
      Given undated =
          agreed("{id: monthly, kind: duty, obligor: acme, obligee: globex, act: call, period: quarter}");

      assertThat(only(undated, "2021-03-31").status()).contains("undated");
    }

    @Test
    void keepsThePeriodsBegunWhenItEnds() {
      Given ended = given.amendment(1, "2021-03-01", "{end: {clause: monthly}}");

      assertThat(refs(ended, "2021-12-31")).containsExactly("monthly/2021-01", "monthly/2021-02");
    }

    @Test
    void judgesAPeriodByTheLastRevisionInForceInIt() {
      Given revised = given.amendment(1, "2021-02-16", "{revise: {clause: monthly, set: {due: {days: 20}}}}");

      assertThat(rows(revised, "2021-02-28"))
          .extracting(row -> row.dueOn().orElseThrow(), Obligation::setBy)
          .containsExactly(
              tuple(date("2021-02-10"), 0),
              tuple(date("2021-03-20"), 1));
    }

    @Test
    void judgesAPeriodByTheLastRevisionThatHasSuchPeriods() {
      Given quarterly = given.amendment(1, "2021-02-16",
          "{revise: {clause: monthly, set: {period: quarter, due: {days: 20}}}}");

      // February was begun by the month; the quarter is begun by the day of the amendment. 2021-02-28 and 10, 2021-03-31 and 20 days.
      assertThat(rows(quarterly, "2021-02-28"))
          .extracting(row -> row.period().orElseThrow(), row -> row.dueOn().orElseThrow(), Obligation::setBy)
          .containsExactly(
              tuple("2021-01", date("2021-02-10"), 0),
              tuple("2021-02", date("2021-03-10"), 0),
              tuple("2021-Q1", date("2021-04-20"), 1));
    }

    @Test
    void saysForWhichPeriod() {
      assertThat(rows(given, "2021-01-31").getFirst().summary())
          .isEqualTo("Acme Corp must send a forecast, for 2021-01; it owes this to Globex Ltd.");
    }
  }

  @Nested
  class APurchaseCommitment {

    private final Given given =
        agreed(
            """
                {id: cloud, kind: purchase-commitment, buyer: acme, seller: globex, amount: "1000.00", stream: purchases,
                 from: 2021-02-01, through: 2021-12-31}""");

    @Test
    void isOpenWithItsProgress() {
      Obligation row = only(purchased("2021-03-01", "2021-03-31", "400.00"), "2021-06-30");

      assertThat(row.kind()).isEqualTo(Kind.COMMITMENT);
      assertThat(row.ref()).isEqualTo("cloud");
      assertThat(row.status()).contains("open");
      assertThat(row.amount()).contains(usd("1000.00"));
      assertThat(row.outstanding()).contains(usd("600.00"));
      assertThat(row.dueOn()).contains(date("2021-12-31"));
      assertThat(row.bearer()).hasToString("acme");
      assertThat(row.counterparty()).contains(new PartyId("globex"));
      assertThat(row.summary())
          .isEqualTo(
              "Acme Corp must buy for USD 1,000.00 from Globex Ltd by 2021-12-31; USD 400.00 is reported so far.");
    }

    @Test
    void isMetWithTheReportThatReachesTheAmount() {
      Given met = purchased("2021-03-01", "2021-03-31", "1000.00");

      assertThat(only(met, "2021-03-30").status()).contains("open");
      assertThat(only(met, "2021-03-31").status()).contains("met");
      assertThat(only(met, "2022-06-30").status()).contains("met");
      assertThat(only(met, "2021-03-31").outstanding()).contains(usd("0.00"));
    }

    @Test
    void isMissedOnlyAfterItsLastDay() {
      Given fallenShort = purchased("2021-03-01", "2021-03-31", "999.99");

      assertThat(only(fallenShort, "2021-12-31").status()).contains("open");
      assertThat(only(fallenShort, "2022-01-01").status()).contains("missed");
      assertThat(only(fallenShort, "2022-01-01").outstanding()).contains(usd("0.01"));
    }

    @Test
    void countsOnlyTheDaysInForceOfAReportThatReachesBeyondThem() {
      // January to February: 59 days, 28 of them in force: 590.00 × 28 ÷ 59 = 280.00.
      assertThat(only(purchased("2021-01-01", "2021-02-28", "590.00"), "2021-02-28").outstanding())
          .contains(usd("720.00"));
    }

    @Test
    void isFlaggedWithin90DaysOfItsEnd() {
      // 2021-12-31 less 90 days.
      assertThat(only(given, "2021-10-01").endingSoon()).isFalse();
      assertThat(only(given, "2021-10-02").endingSoon()).isTrue();
    }

    @Test
    void hasNoDayByWhichWhenItIsOpenEnded() {
      Obligation row = only(
          agreed(
              "{id: cloud, kind: purchase-commitment, buyer: acme, seller: globex, amount: \"1000.00\", stream: purchases}"),
          "2021-06-30");

      assertThat(row.dueOn()).isEmpty();
      assertThat(row.status()).contains("open");
      assertThat(row.summary())
          .isEqualTo("Acme Corp must buy for USD 1,000.00 from Globex Ltd; USD 0.00 is reported so far.");
    }

    @Test
    void isNotMissedWhenAnAmendmentEndsItBeforeItsTime() {
      Given ended = given.amendment(1, "2021-07-01", "{end: {clause: cloud}}");

      assertThat(only(ended, "2021-06-30").status()).contains("open");
      assertThat(rows(ended, "2021-07-01")).isEmpty();
    }

    @Test
    void isNoneBeforeItBegins() {
      assertThat(rows(given, "2021-01-31")).isEmpty();
    }

    private Given purchased(String from, String through, String amount) {
      return given.and("revenue",
          "{id: r1, stream: purchases, from: %s, through: %s, amount: \"%s\"}".formatted(from, through, amount));
    }
  }

  @Nested
  class StandingTermsAndRights {

    @Test
    void anExclusiveLicenceIsTheLicenseesRightAndTheLicensorsDuty() {
      List<Obligation> rows = rows(
          agreed(
              "{id: patents, kind: licence, licensor: acme, licensee: globex, subject: the patents, exclusive: true}"),
          "2021-06-30");

      Obligation right = rows.getFirst();
      assertThat(right.ref()).isEqualTo("patents");
      assertThat(right.kind()).isEqualTo(Kind.RIGHT);
      assertThat(right.modality()).isEqualTo(Modality.RIGHT);
      assertThat(right.bearer()).hasToString("globex");
      assertThat(right.counterparty()).contains(new PartyId("acme"));
      assertThat(right.status()).contains("in-force");
      assertThat(right.summary())
          .isEqualTo("Globex Ltd may use the patents under an exclusive licence from Acme Corp.");
      Obligation duty = rows.getLast();
      assertThat(duty.ref()).isEqualTo("patents/exclusivity");
      assertThat(duty.clause()).hasToString("patents");
      assertThat(duty.kind()).isEqualTo(Kind.STANDING);
      assertThat(duty.modality()).isEqualTo(Modality.OBLIGATION);
      assertThat(duty.bearer()).hasToString("acme");
      assertThat(duty.counterparty()).contains(new PartyId("globex"));
      assertThat(duty.summary()).isEqualTo("Acme Corp must license the patents to nobody but Globex Ltd.");
    }

    @Test
    void exclusivityEndsWithTheAmendmentThatTakesItAway() {
      Given given =
          agreed("{id: patents, kind: licence, licensor: acme, licensee: globex, subject: patents, exclusive: true}")
              .amendment(1, "2021-04-27", "{revise: {clause: patents, set: {exclusive: false}}}");

      assertThat(refs(given, "2021-04-26")).containsExactly("patents", "patents/exclusivity");
      assertThat(refs(given, "2021-04-27")).containsExactly("patents");
      assertThat(only(given, "2021-04-27").setBy()).isEqualTo(1);
    }

    @Test
    void eachKindHasItsBearerAndItsCounterparty() {
      List<Obligation> rows = rows(
          agreed(
              "{id: partner, kind: designation, by: acme, of: globex, role: primary cloud partner}",
              "{id: ship, kind: first-ship, obligor: acme, provider: globex, venue: globex-cloud, exception: {requires: all}}",
              "{id: resale, kind: permission, holder: globex, act: resell the product.}",
              "{id: rivals, kind: restriction, obligor: globex, act: sell rival products}",
              "{id: shares, kind: shareholding, holder: globex, issuer: acme, stake: \"0.27\"}"),
          "2021-06-30");

      assertThat(rows)
          .extracting(Obligation::ref, Obligation::kind, Obligation::bearer, Obligation::counterparty)
          .containsExactly(
              tuple("partner", Kind.RIGHT, new PartyId("globex"), Optional.of(new PartyId("acme"))),
              tuple("ship", Kind.STANDING, new PartyId("acme"), Optional.of(new PartyId("globex"))),
              tuple("resale", Kind.RIGHT, new PartyId("globex"), Optional.empty()),
              tuple("rivals", Kind.STANDING, new PartyId("globex"), Optional.empty()),
              tuple("shares", Kind.RIGHT, new PartyId("globex"), Optional.of(new PartyId("acme"))));
      assertThat(rows)
          .extracting(Obligation::summary)
          .containsExactly(
              "Acme Corp names Globex Ltd its primary cloud partner.",
              "Acme Corp must ship its products in globex-cloud, the venue of Globex Ltd, before any other unless Globex"
                  + " Ltd cannot support them and chooses not to support them.",
              "Globex Ltd may resell the product.",
              "Globex Ltd must not sell rival products.",
              "Globex Ltd holds 27 % of Acme Corp.");
      assertThat(rows).allSatisfy(row -> assertThat(row.dueOn()).isEmpty());
      assertThat(rows).allSatisfy(row -> assertThat(row.endingSoon()).isFalse());
    }

    @Test
    void whatTheTermsLeaveOutIsNotTold() {
      List<Obligation> rows = rows(
          agreed(
              "{id: ship, kind: first-ship, obligor: acme, provider: globex, venue: globex-cloud}",
              "{id: shares, kind: shareholding, holder: globex, issuer: acme}"),
          "2021-06-30");

      assertThat(rows)
          .extracting(Obligation::summary)
          .containsExactly(
              "Acme Corp must ship its products in globex-cloud, the venue of Globex Ltd, before any other.",
              "Globex Ltd holds shares of Acme Corp.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{requires: any}    | Globex Ltd cannot support them or chooses not to support them.",
        "{requires: any, of: [cannot-support]} | Globex Ltd cannot support them.",
        "{of: [chooses-not-to-support]} | Globex Ltd chooses not to support them.",
        "{requires: unstated} | Globex Ltd cannot support them and/or chooses not to support them (the text leaves"
            + " open whether it takes both)."})
    void anExceptionIsToldAsTheTextHasIt(String exception, String unless) {
      Given given = agreed(
          "{id: ship, kind: first-ship, obligor: acme, provider: globex, venue: globex-cloud, exception: %s}"
              .formatted(exception));

      assertThat(only(given, "2021-06-30").summary()).endsWith(" unless " + unless);
    }

    @Test
    void areListedOnlyInForceAndEndOnTheirLastDay() {
      Given given = agreed(
          "{id: rivals, kind: restriction, obligor: globex, act: sell rivals, from: 2021-02-01, through: 2021-12-31}");

      assertThat(rows(given, "2021-01-31")).isEmpty();
      assertThat(only(given, "2021-02-01").dueOn()).contains(date("2021-12-31"));
      assertThat(only(given, "2021-12-31").status()).contains("in-force");
      assertThat(rows(given, "2022-01-01")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2021-10-01, false", "2021-10-02, true", "2021-12-31, true"})
    void areFlaggedWithin90DaysOfTheirEnd(String day, boolean endingSoon) {
      Given given = agreed("{id: rivals, kind: restriction, obligor: globex, act: sell rivals, through: 2021-12-31}");

      assertThat(only(given, day).endingSoon()).isEqualTo(endingSoon);
    }

    @Test
    void endTheDayBeforeTheirMilestone() {
      Given given =
          agreed("{id: rivals, kind: restriction, obligor: globex, act: sell rivals, endsOnMilestone: merger}")
              .and("milestone", "{id: merger, on: 2021-06-15}");

      assertThat(only(given, "2021-06-14").endingSoon()).isFalse();
      assertThat(rows(given, "2021-06-15")).isEmpty();
    }
  }

  @Nested
  class WhatIsAskedFor {

    private final List<Obligation> all = rows(
        agreed(
            "{id: audit, kind: duty, obligor: acme, obligee: globex, act: audit, due: 2021-06-30}",
            "{id: resale, kind: permission, holder: globex, act: resell}",
            "{id: rivals, kind: restriction, obligor: acme, act: sell rivals}")
            .and("discharge", "{clause: audit, on: 2021-05-01}"),
        "2021-06-30");

    @Test
    void aPartyIsBearerOrCounterparty() {
      assertThat(ObligationCalculator.select(all, Optional.of(new PartyId("globex")), Optional.empty()))
          .extracting(Obligation::ref)
          .containsExactly("audit", "resale");
      assertThat(ObligationCalculator.select(all, Optional.of(new PartyId("acme")), Optional.empty()))
          .extracting(Obligation::ref)
          .containsExactly("audit", "rivals");
      assertThat(ObligationCalculator.select(all, Optional.of(new PartyId("nobody")), Optional.empty())).isEmpty();
    }

    @Test
    void aStatusIsNamedOrAll() {
      assertThat(ObligationCalculator.select(all, Optional.empty(), Optional.of("discharged")))
          .extracting(Obligation::ref)
          .containsExactly("audit");
      assertThat(ObligationCalculator.select(all, Optional.empty(), Optional.of("all"))).isEqualTo(all);
      assertThat(ObligationCalculator.select(all, Optional.empty(), Optional.empty())).isEqualTo(all);
    }
  }

  private static List<Obligation> rows(Given given, String day) {
    return ObligationCalculator.obligations(given.on(day));
  }

  private static Obligation only(Given given, String day) {
    List<Obligation> rows = rows(given, day);
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  private static List<String> refs(Given given, String day) {
    return rows(given, day).stream().map(Obligation::ref).toList();
  }

  private static LocalDate date(String day) {
    return LocalDate.parse(day);
  }

  private static Money usd(String amount) {
    return Money.of("USD", amount);
  }

  private static Given agreed(String... clauses) {
    return Given.agreement(String.join(", ", clauses));
  }
}

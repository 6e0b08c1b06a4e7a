package io.contract.ledger.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contract.ledger.Given;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownFacts;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which events count at one of two points on the axes of time and not at the other. */
class CausesTest {

  private static final String DUTY =
      "{id: notice, kind: duty, obligor: acme, obligee: globex, act: give notice, due: 2021-12-31}";
  private static final String FIRST_SHIP =
      "{id: first, kind: first-ship, obligor: acme, provider: globex, venue: store}";
  private static final String LICENCE =
      "{id: licence, kind: licence, licensor: globex, licensee: acme, subject: marks, exclusive: true, endsOnMilestone: sold}";

  private final Given given =
      Given.agreement(Given.share("") + ", " + DUTY + ", " + FIRST_SHIP + ", " + LICENCE);

  @Test
  void whenNothingCountsMoreNothingIsACause() {
    given.revenue("q1", "2021-01-01", "2021-03-31", "100");
    assertThat(between("2021-04-01", "2021-12-31")).as("time alone is no event").isEmpty();
  }

  @Test
  void aDayComesAndWithItWhatIsDatedByThen() {
    given.revenue("q1", "2021-01-01", "2021-03-31", "100")
        .payment("p1", "2021-05-01", "5.00")
        .amendment(1, "2021-05-02", "{revise: {clause: share, set: {rate: \"0.15\"}}}")
        .and("discharge", "{clause: notice, on: 2021-05-03, by: acme}")
        .and("launch", "{product: thing, venue: shop, on: 2021-05-04}")
        .and("milestone", "{id: sold, on: 2021-05-05, by: acme}");

    assertThat(between("2021-03-30", "2021-03-31")).containsExactly("1 RevenueReported [share]");
    assertThat(between("2021-03-31", "2021-12-31"))
        .containsExactly(
            "2 PaymentRecorded [share]",
            "3 AmendmentExecuted [share]",
            "4 DutyDischarged [notice]",
            "5 ProductLaunched [first]",
            "6 MilestoneAttested [licence]");
    assertThat(between("2021-12-31", "2021-03-31")).as("backwards too").hasSize(5);
  }

  @Test
  void whatBecameKnownInBetweenIsACause() {
    given.revenue("q1", "2021-01-01", "2021-03-31", "100")
        .and("restatement", "{id: q1b, restates: q1, amount: \"90\"}")
        .waiver("2021-06-01", "1.00");
    assertThat(known(2, "2021-12-31", 4, "2021-12-31"))
        .containsExactly("2 RevenueRestated [share]", "3 ObligationWaived [share]");
    assertThat(known(4, "2021-12-31", 2, "2021-12-31")).as("backwards too").hasSize(2);
    assertThat(known(2, "2021-03-30", 4, "2021-03-30")).as("neither has come").isEmpty();
  }

  @Test
  void aReversalIsACauseFromItsOwnDay() {
    given.payment("p1", "2021-05-01", "5.00").and("reversal", "{payment: p1, on: 2021-05-10, reason: bounced}");
    assertThat(between("2021-05-09", "2021-05-10")).containsExactly("2 PaymentReversed [share]");
  }

  @Test
  void ofWhatWasTakenBackTheWithdrawalIsTheCause() {
    given.payment("p1", "2021-05-01", "5.00")
        .and("reversal", "{payment: p1, on: 2021-05-10, reason: bounced}")
        .and("withdrawal", "{sequence: 1, reason: mistake}");
    assertThat(known(3, "2021-12-31", 4, "2021-12-31"))
        .as("one cause for the payment and the reversal that goes with it")
        .containsExactly("3 FactWithdrawn [share]");
    assertThat(known(1, "2021-12-31", 4, "2021-12-31"))
        .as("recorded and taken back in between: as if never recorded").isEmpty();
  }

  @Test
  void aWithdrawnReportTakesItsRestatementsWithIt() {
    given.revenue("q1", "2021-01-01", "2021-03-31", "100")
        .and("restatement", "{id: q1b, restates: q1, amount: \"90\"}")
        .and("withdrawal", "{sequence: 1, reason: mistake}");
    assertThat(known(3, "2021-12-31", 4, "2021-12-31")).containsExactly("3 FactWithdrawn [share]");
  }

  @Test
  void anIdTakenAgainAfterAWithdrawalNamesWhatStandsUnderItAndNotWhatWasTakenBack() {
    String services = Given.share("").replace("id: share", "id: services").replace("net-sales", "hours");
    Given again = Given.agreement(Given.share("") + ", " + services);
    again.payment("p1", "2021-05-01", "5.00")
        .revenue("q1", "2021-01-01", "2021-03-31", "100")
        .and("withdrawal", "{payment: p1, reason: on the other clause}")
        .and("withdrawal", "{revenue: q1, reason: of the other stream}")
        .and("payment", "{id: p1, clause: services, payer: acme, payee: globex, amount: \"5.00\", valueOn: 2021-05-01}")
        .and("revenue", "{id: q1, stream: hours, from: 2021-01-01, through: 2021-03-31, amount: \"100\"}")
        .and("reversal", "{payment: p1, on: 2021-05-10, reason: bounced}")
        .and("restatement", "{id: q1b, restates: q1, amount: \"90\"}");

    assertThat(said(facts(again, 7, "2021-12-31"), facts(again, 9, "2021-12-31")))
        .containsExactly("7 PaymentReversed [services]", "8 RevenueRestated [services]");

    // Then back to the first clause and stream, under the same ids, with other amounts.
    again.and("withdrawal", "{payment: p1, reason: on the first after all}")
        .and("withdrawal", "{revenue: q1, reason: of the first after all}")
        .payment("p1", "2021-05-01", "6.00")
        .revenue("q1", "2021-01-01", "2021-03-31", "110");

    assertThat(said(facts(again, 9, "2021-12-31"), facts(again, 13, "2021-12-31")))
        .containsExactly(
            "9 FactWithdrawn [services]",
            "10 FactWithdrawn [services]",
            "11 PaymentRecorded [share]",
            "12 RevenueReported [share]");
  }

  @Test
  void twoAgreementsHaveNoCausesBetweenThem() {
    assertThatThrownBy(() -> Causes.between(given.on("2021-01-01"), Given.agreement(DUTY).on("2021-01-01")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<String> between(String from, String to) {
    return said(given.on(from), given.on(to));
  }

  private List<String> known(int events, String from, int more, String to) {
    return said(facts(events, from), facts(more, to));
  }

  private FactsAsOf facts(int events, String day) {
    return facts(given, events, day);
  }

  private static FactsAsOf facts(Given given, int events, String day) {
    return FactsAsOf.of(KnownFacts.of(given.state().facts().events().subList(0, events)), LocalDate.parse(day));
  }

  private static List<String> said(FactsAsOf from, FactsAsOf to) {
    return Causes.between(from, to).stream()
        .map(cause -> cause.sequence() + " " + cause.type() + " " + cause.clauses())
        .toList();
  }
}

package io.contract.ledger.obligation;

import static io.contract.ledger.obligation.LaunchJudgement.Judgement.BREACH;
import static io.contract.ledger.obligation.LaunchJudgement.Judgement.COMPLIANT;
import static io.contract.ledger.obligation.LaunchJudgement.Judgement.EXCUSED;
import static io.contract.ledger.obligation.LaunchJudgement.Judgement.UNDETERMINED;
import static io.contract.ledger.terms.Clause.ShipException.Requires.ALL;
import static io.contract.ledger.terms.Clause.ShipException.Requires.ANY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.contract.ledger.Given;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.obligation.LaunchJudgement.Judgement;
import io.contract.ledger.obligation.LaunchJudgement.Read;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A product ships first in Globex's cloud, unless Globex cannot, or chooses not to, support it (domain page, sections 4 and 11). */
class LaunchAssessmentTest {

  private static final String LAUNCH_ELSEWHERE = "{product: gadget, venue: other-cloud, on: 2021-06-15}";

  @Test
  void aLaunchInTheVenueIsCompliant() {
    assertThat(judgement(unlessAll().and("launch", "{product: gadget, venue: globex-cloud, on: 2021-06-15}")))
        .isEqualTo(COMPLIANT);
  }

  @ParameterizedTest
  @CsvSource({"2021-06-14, COMPLIANT", "2021-06-15, COMPLIANT", "2021-06-16, BREACH"})
  void aLaunchElsewhereIsCompliantWhenTheProductIsInTheVenueOnOrBeforeThatDay(String inVenueOn, Judgement expected) {
    Given given = unlessAll().and("launch", LAUNCH_ELSEWHERE)
        .and("launch", "{product: gadget, venue: globex-cloud, on: %s}".formatted(inVenueOn));

    assertThat(judgement(given)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"globex-cloud, COMPLIANT", "other-cloud, BREACH"})
  void withoutAnExceptionADeclineExcusesNothing(String venue, Judgement expected) {
    Given given = shipFirst("").and("support-declined", decline("true", "true", "2021-06-01"))
        .and("launch", "{product: gadget, venue: %s, on: 2021-06-15}".formatted(venue));

    assertThat(judgement(given)).isEqualTo(expected);
  }

  @Test
  void anotherProductInTheVenueHelpsNothing() {
    Given given = unlessAll().and("launch", LAUNCH_ELSEWHERE)
        .and("launch", "{product: gizmo, venue: globex-cloud, on: 2021-06-01}");

    assertThat(judgement(given)).isEqualTo(BREACH);
  }

  @Test
  void aLaunchInTheVenueThatWasWithdrawnHelpsNothing() {
    Given given = unlessAll().and("launch", LAUNCH_ELSEWHERE)
        .and("launch", "{product: gadget, venue: globex-cloud, on: 2021-06-01}")
        .and("withdrawal", "{sequence: 2, reason: recorded by mistake}");

    assertThat(judgement(given)).isEqualTo(BREACH);
  }

  @ParameterizedTest
  @CsvSource({
      // cannotSupport, choosesNotToSupport → with all, with any
      "true,  true,  EXCUSED,      EXCUSED",
      "true,  false, BREACH,       EXCUSED",
      "true,  null,  UNDETERMINED, EXCUSED",
      "false, true,  BREACH,       EXCUSED",
      "false, false, BREACH,       BREACH",
      "false, null,  BREACH,       UNDETERMINED",
      "null,  true,  UNDETERMINED, EXCUSED",
      "null,  false, BREACH,       UNDETERMINED",
      "null,  null,  UNDETERMINED, UNDETERMINED"})
  void whatADeclineExcusesDependsOnHowManyGroundsItTakes(
      String cannot, String choosesNot, Judgement withAll, Judgement withAny) {
    Judgement agreed = withAll == withAny ? withAll : UNDETERMINED;

    assertThat(judgement(declined(unlessAll(), cannot, choosesNot))).isEqualTo(withAll);
    assertThat(judgement(declined(unlessAny(), cannot, choosesNot))).isEqualTo(withAny);

    LaunchJudgement unstated = first(declined(shipFirst(", exception: {requires: unstated}"), cannot, choosesNot));
    assertThat(unstated.judgement()).contains(agreed);
    assertThat(unstated.readings()).containsExactly(new Read(ALL, withAll), new Read(ANY, withAny));
  }

  @Test
  void requiresIsUnstatedWhenTheExceptionDoesNotSay() {
    LaunchJudgement judged =
        first(declined(shipFirst(", exception: {of: [cannot-support, chooses-not-to-support]}"), "true", "false"));

    assertThat(judged.judgement()).contains(UNDETERMINED);
    assertThat(judged.readings()).containsExactly(new Read(ALL, BREACH), new Read(ANY, EXCUSED));
  }

  /** The provider could not support it, and did not choose against it: one ground is given, the other is not. */
  @ParameterizedTest
  @CsvSource({"all, BREACH", "any, EXCUSED"})
  void oneReadingCountsFromTheDayItIsSettledOn(String requires, Judgement expected) {
    Given given = declined(shipFirst(", exception: {of: [cannot-support, chooses-not-to-support]}"), "true", "false")
        .and("reading",
            "{clause: ship, parameter: requires, value: " + requires + ", from: 2021-10-01, by: the arbitrator}");

    LaunchJudgement before = LaunchAssessment.judge(given.on("2021-09-30")).getFirst();
    assertThat(before.judgement()).contains(UNDETERMINED);
    LaunchJudgement after = LaunchAssessment.judge(given.on("2021-10-01")).getFirst();
    assertThat(after.judgement()).contains(expected);
    assertThat(after.readings()).isEmpty();
  }

  @Test
  void readingsAreListedOnlyWhereSomethingIsUnstated() {
    assertThat(first(declined(unlessAll(), "null", "true")).readings()).isEmpty();
    assertThat(first(unlessAny().and("launch", LAUNCH_ELSEWHERE)).readings()).isEmpty();
  }

  @Test
  void withOneGroundOnlyThatGroundMatters() {
    Given unlessCannot = shipFirst(", exception: {requires: all, of: [cannot-support]}");

    assertThat(judgement(declined(unlessCannot, "true", "null"))).isEqualTo(EXCUSED);
    assertThat(judgement(declined(unlessCannot, "false", "true"))).isEqualTo(BREACH);
    assertThat(judgement(declined(unlessCannot, "null", "true"))).isEqualTo(UNDETERMINED);
  }

  @Test
  void withoutADeclineALaunchElsewhereIsABreachUnderEveryReading() {
    LaunchJudgement judged = first(shipFirst(", exception: {requires: unstated}").and("launch", LAUNCH_ELSEWHERE));

    assertThat(judged.judgement()).contains(BREACH);
    assertThat(judged.readings()).containsExactly(new Read(ALL, BREACH), new Read(ANY, BREACH));
  }

  @Test
  void withoutAnExceptionNothingExcuses() {
    assertThat(judgement(declined(shipFirst(""), "true", "true"))).isEqualTo(BREACH);
  }

  @ParameterizedTest
  @CsvSource({"2021-06-14, EXCUSED", "2021-06-15, EXCUSED", "2021-06-16, BREACH"})
  void aDeclineAfterTheLaunchDoesNotCount(String declinedOn, Judgement expected) {
    Given given =
        unlessAll().and("launch", LAUNCH_ELSEWHERE).and("support-declined", decline("true", "true", declinedOn));

    assertThat(judgement(given)).isEqualTo(expected);
  }

  @Test
  void theLatestDeclineByItsDateWins() {
    Given given = unlessAll()
        .and("support-declined", decline("true", "true", "2021-06-10"))
        .and("support-declined", decline("true", "false", "2021-06-01"))
        .and("launch", LAUNCH_ELSEWHERE);

    assertThat(judgement(given)).isEqualTo(EXCUSED);
  }

  @Test
  void ofTwoDeclinesOnOneDayTheLastRecordedWins() {
    Given given = unlessAll()
        .and("support-declined", decline("true", "true", "2021-06-10"))
        .and("support-declined", decline("true", "false", "2021-06-10"))
        .and("launch", LAUNCH_ELSEWHERE);

    assertThat(judgement(given)).isEqualTo(BREACH);
  }

  @Test
  void onlyTheProvidersOwnDeclineOfTheProductCounts() {
    Given given = unlessAll()
        .and("support-declined",
            "{product: gadget, provider: acme, cannotSupport: true, choosesNotToSupport: true, on: 2021-06-01}")
        .and("support-declined",
            "{product: gizmo, provider: globex, cannotSupport: true, choosesNotToSupport: true, on: 2021-06-01}")
        .and("launch", LAUNCH_ELSEWHERE);

    assertThat(judgement(given)).isEqualTo(BREACH);
  }

  @Test
  void aLaunchIsListedWithoutJudgementWhereNoClauseIsInForceOnItsDay() {
    Given given = agreed(
        "{id: ship, kind: first-ship, obligor: acme, provider: globex, venue: globex-cloud, from: 2021-06-16}")
        .and("launch", LAUNCH_ELSEWHERE);

    LaunchJudgement judged = first(given);

    assertThat(judged.clause()).isEmpty();
    assertThat(judged.judgement()).isEmpty();
    assertThat(judged.readings()).isEmpty();
    assertThat(judged.launch().product()).isEqualTo("gadget");
    assertThat(judged.sequence()).isEqualTo(1);
  }

  @Test
  void aLaunchIsJudgedByTheTermsOfItsOwnDay() {
    Given given = declined(unlessAll(), "true", "false")
        .amendment(1, "2021-06-16", "{revise: {clause: ship, set: {exception: {requires: any}}}}")
        .and("launch", "{product: gadget, venue: third-cloud, on: 2021-06-16}");

    assertThat(LaunchAssessment.judge(given.on("2021-12-31")))
        .extracting(judged -> judged.judgement().orElseThrow())
        .containsExactly(BREACH, EXCUSED);
  }

  @Test
  void everyClauseInForceJudgesTheLaunch() {
    Given given = agreed(
        "{id: ship, kind: first-ship, obligor: acme, provider: globex, venue: globex-cloud}",
        "{id: stores, kind: first-ship, obligor: acme, provider: globex, venue: other-cloud}")
        .and("launch", LAUNCH_ELSEWHERE);

    assertThat(LaunchAssessment.judge(given.on("2021-12-31")))
        .extracting(LaunchJudgement::clause, LaunchJudgement::judgement)
        .containsExactly(
            tuple(Optional.of(new ClauseId("ship")), Optional.of(BREACH)),
            tuple(Optional.of(new ClauseId("stores")), Optional.of(COMPLIANT)));
  }

  @Test
  void aLaunchIsUnknownBeforeItsDay() {
    Given given = unlessAll().and("launch", LAUNCH_ELSEWHERE);

    assertThat(LaunchAssessment.judge(given.on("2021-06-14"))).isEmpty();
    assertThat(LaunchAssessment.judge(given.on("2021-06-15"))).hasSize(1);
  }

  private static Given unlessAll() {
    return shipFirst(", exception: {requires: all}");
  }

  private static Given unlessAny() {
    return shipFirst(", exception: {requires: any, of: [cannot-support, chooses-not-to-support]}");
  }

  private static Given shipFirst(String exception) {
    return agreed(
        "{id: ship, kind: first-ship, obligor: acme, provider: globex, venue: globex-cloud%s}".formatted(exception));
  }

  private static Given declined(Given given, String cannot, String choosesNot) {
    return given.and("support-declined", decline(cannot, choosesNot, "2021-06-01")).and("launch", LAUNCH_ELSEWHERE);
  }

  private static String decline(String cannot, String choosesNot, String on) {
    return "{product: gadget, provider: globex%s%s, on: %s}"
        .formatted(
            cannot.equals("null") ? "" : ", cannotSupport: " + cannot,
            choosesNot.equals("null") ? "" : ", choosesNotToSupport: " + choosesNot,
            on);
  }

  private static Judgement judgement(Given given) {
    return first(given).judgement().orElseThrow();
  }

  /** The judgement of the launch elsewhere, which is the first recorded one in these tests. */
  private static LaunchJudgement first(Given given) {
    List<LaunchJudgement> judged = LaunchAssessment.judge(given.on("2021-12-31"));
    return judged.getFirst();
  }

  private static Given agreed(String... clauses) {
    return Given.agreement(String.join(", ", clauses));
  }
}

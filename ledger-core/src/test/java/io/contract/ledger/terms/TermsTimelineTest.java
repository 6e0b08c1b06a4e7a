package io.contract.ledger.terms;

import static io.contract.ledger.Flow.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.id.AgreementId;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.MilestoneId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.money.Currency;
import io.contract.ledger.terms.Amendment.Change;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which terms are in force on a day, and which amendment set each of them (domain page, sections 3, 4 and 11). */
class TermsTimelineTest {

  private static final String SHARE =
      """
          {id: share, kind: revenue-share, title: Share, payer: acme, payee: globex, base: net-sales, rate: "0.20",
           period: quarter}""";

  private static final String RIVALS = "{id: rivals, kind: restriction, obligor: globex, act: sell rivals%s}";

  @Nested
  class TheConformedCopy {

    private final TermsTimeline terms = terms(
        SHARE,
        amendment(1, "2021-07-01", revise("share", "{cap: {amount: \"1000\"}}")),
        amendment(2, "2021-10-01", revise("share", "{rate: \"0.15\", title: null}")));

    @Test
    void readsEveryAttributeWithTheAmendmentThatSetIt() {
      ConformedCopy.Entry before = only(terms, "2021-09-30");
      assertThat(before.attributes().get("rate")).contains(Value.text("0.20"));
      assertThat(before.setBy()).containsEntry("rate", 0).containsEntry("cap", 1).containsEntry("title", 0);

      ConformedCopy.Entry after = only(terms, "2021-10-01");
      assertThat(after.attributes().get("rate")).contains(Value.text("0.15"));
      assertThat(after.setBy())
          .isEqualTo(
              Map.of("kind", 0, "payer", 0, "payee", 0, "base", 0, "rate", 2, "period", 0, "cap", 1));
    }

    @Test
    void readsIdAndKindFirstAndNamesProvenanceInTheSameOrder() {
      ConformedCopy.Entry entry =
          only(terms("{act: sell rivals, kind: restriction, obligor: globex, id: rivals}"), "2021-01-01");

      assertThat(entry.attributes().entries().keySet()).containsExactly("id", "kind", "act", "obligor");
      assertThat(entry.setBy().keySet()).containsExactly("kind", "act", "obligor");
      assertThat(entry.id()).hasToString("rivals");
    }

    @Test
    void isProvenancePerTopLevelAttributeAlsoWhenOnlyAPartOfItIsRevised() {
      TermsTimeline revised = terms(
          SHARE.replace("period: quarter", "period: quarter, cap: {amount: \"1000\", basis: paid}"),
          amendment(1, "2021-07-01", revise("share", "{cap: {amount: \"800\"}}")));

      ConformedCopy.Entry entry = only(revised, "2021-07-01");
      assertThat(entry.attributes().get("cap")).contains(tree("{amount: \"800\", basis: paid}"));
      assertThat(entry.setBy()).containsEntry("cap", 1).containsEntry("rate", 0);
    }

    @Test
    void hasEveryAttributeOfAReplacedClauseFromTheAmendment() {
      TermsTimeline replaced = terms(SHARE, amendment(1, "2021-07-01", replace(SHARE)));

      assertThat(only(replaced, "2021-07-01").setBy().values()).containsOnly(1);
    }

    @Test
    void listsApartWhatHasEndedAndWhatIsYetToCome() {
      TermsTimeline several = terms(
          RIVALS.formatted(", from: 2021-03-01") + ", "
              + RIVALS.replace("rivals", "agents").formatted(", through: 2021-01-31") + ", "
              + RIVALS.replace("rivals", "copies").formatted(""),
          amendment(1, "2021-02-01", end("copies")));

      assertThat(ids(copy(several, "2020-12-31").clauses())).isEmpty();
      assertThat(ids(copy(several, "2020-12-31").notInForce())).containsExactly("rivals", "agents", "copies");
      assertThat(ids(copy(several, "2021-01-31").clauses())).containsExactly("agents", "copies");
      assertThat(ids(copy(several, "2021-01-31").notInForce())).containsExactly("rivals");
      assertThat(ids(copy(several, "2021-02-01").clauses())).isEmpty();
      assertThat(ids(copy(several, "2021-03-01").clauses())).containsExactly("rivals");
      assertThat(copy(several, "2021-03-01").notInForce())
          .extracting(ConformedCopy.Entry::id, ConformedCopy.Entry::inForce, ConformedCopy.Entry::endedBy)
          .containsExactly(
              tuple(new ClauseId("agents"), false, Optional.empty()),
              tuple(new ClauseId("copies"), false, Optional.of(1)));
    }

    @Test
    void namesTheAmendmentThatEndsAClauseOnlyOnceItHasEnded() {
      TermsTimeline ended = terms(SHARE, amendment(1, "2021-07-01", end("share")));

      assertThat(only(ended, "2021-06-30").inForce()).isTrue();
      assertThat(only(ended, "2021-06-30").endedBy()).isEmpty();
      assertThat(only(ended, "2021-07-01").inForce()).isFalse();
      assertThat(only(ended, "2021-07-01").endedBy()).contains(1);
    }

    @Test
    void namesNoAmendmentAsTheEndOfAClauseThatItRevised() {
      TermsTimeline terms = terms(
          SHARE,
          amendment(1, "2021-07-01", revise("share", "{rate: \"0.15\"}")),
          amendment(2, "2021-10-01", end("share")));

      assertThat(clause(terms, "share").revisions()).extracting(Revision::endedBy)
          .containsExactly(Optional.empty(), Optional.of(2));
    }

    @Test
    void showsAClauseThatIsNotInForceAsItLastRead() {
      TermsTimeline expired = terms(
          RIVALS.formatted(", through: 2021-06-30"),
          amendment(1, "2021-03-01", revise("rivals", "{act: sell any rivals}")));

      assertThat(only(expired, "2021-12-31").attributes().get("act")).contains(Value.text("sell any rivals"));
      assertThat(only(expired, "2020-12-31").attributes().get("act")).contains(Value.text("sell rivals"));
    }
  }

  @Nested
  class TheOrderOfAmendments {

    @Test
    void isThatOfTheirEffectiveDates() {
      Amendment july = amendment(2, "2021-07-01", revise("share", "{rate: \"0.15\"}"));
      Amendment april = amendment(3, "2021-04-01", revise("share", "{rate: \"0.10\"}"));

      for (TermsTimeline terms : List.of(terms(SHARE, july, april), terms(SHARE, april, july))) {
        assertThat(rate(terms, "2021-03-31")).isEqualTo("0.20");
        assertThat(rate(terms, "2021-04-01")).isEqualTo("0.10");
        assertThat(rate(terms, "2021-06-30")).isEqualTo("0.10");
        assertThat(rate(terms, "2021-07-01")).isEqualTo("0.15");
      }
    }

    @ParameterizedTest
    @CsvSource({
        // Execution date of amendment 1, of amendment 2 → whose rate holds
        "2021-06-01, 2021-06-15, 0.12",
        "2021-06-15, 2021-06-01, 0.11",
        "2021-06-01, 2021-06-01, 0.12"})
    void isOnOneDayThatOfTheirExecutionThenOfTheirNumbers(String executed1, String executed2, String rate) {
      Amendment one = amendment(1, executed1, "2021-07-01", revise("share", "{rate: \"0.11\"}"));
      Amendment two = amendment(2, executed2, "2021-07-01", revise("share", "{rate: \"0.12\"}"));

      assertThat(rate(terms(SHARE, one, two), "2021-07-01")).isEqualTo(rate);
      assertThat(rate(terms(SHARE, two, one), "2021-07-01")).isEqualTo(rate);
    }

    @Test
    void isThatInWhichTheyAreListed() {
      Amendment may = amendment(1, "2021-05-01", end("share"));
      Amendment april = amendment(2, "2021-04-01", end("share"));

      assertThat(TermsTimeline.inOrder(List.of(may, april))).containsExactly(april, may);
    }

    @Test
    void letsBothOfOneDayCountWhereTheyDoNotMeet() {
      TermsTimeline terms = terms(
          SHARE,
          amendment(2, "2021-07-01", revise("share", "{cap: {amount: \"1000\"}}")),
          amendment(1, "2021-07-01", revise("share", "{rate: \"0.11\"}")));

      assertThat(only(terms, "2021-07-01").setBy()).containsEntry("rate", 1).containsEntry("cap", 2);
      // The revision in between rules no day.
      assertThat(clause(terms, "share").revisions()).extracting(Revision::inForce)
          .containsExactly(
              Optional.of(days("2021-01-01", "2021-06-30")),
              Optional.empty(),
              Optional.of(DateRange.of(LocalDate.parse("2021-07-01"), DateRange.OPEN_END)));
    }

    @Test
    void putsWhatIsEffectiveBeforeTheAgreementFirstAndLetsItWorkFromTheAgreementsDay() {
      TermsTimeline terms = terms(
          SHARE,
          amendment(1, "2021-04-01", revise("share", "{rate: \"0.10\"}")),
          amendment(2, "2020-06-01", revise("share", "{rate: \"0.18\", cap: {amount: \"5\"}}")),
          amendment(3, "2020-09-01", revise("share", "{rate: \"0.19\"}")));

      assertThat(only(terms, "2020-12-31").inForce()).isFalse();
      assertThat(rate(terms, "2021-01-01")).isEqualTo("0.19");
      assertThat(only(terms, "2021-01-01").setBy()).containsEntry("cap", 2).containsEntry("rate", 3);
      assertThat(rate(terms, "2021-04-01")).isEqualTo("0.10");
    }
  }

  @Nested
  class DaysInForce {

    @Test
    void beginNoEarlierThanTheAmendmentThatAddedTheClause() {
      TermsTimeline terms = terms(SHARE, amendment(1, "2021-07-01", add(RIVALS.formatted(", from: 2021-01-01"))));

      assertThat(clause(terms, "rivals").firstDay()).contains(LocalDate.parse("2021-07-01"));
    }

    @Test
    void endTheDayBeforeTheAmendmentThatEndsTheClause() {
      TermsTimeline terms = terms(SHARE, amendment(1, "2021-07-01", end("share")));

      assertThat(clause(terms, "share").daysInForce()).containsExactly(days("2021-01-01", "2021-06-30"));
      assertThat(clause(terms, "share").lastDay()).contains(LocalDate.parse("2021-06-30"));
    }

    @Test
    void comeBackWhenAnExpiredClauseIsRevived() {
      TermsTimeline terms = terms(
          RIVALS.formatted(", through: 2021-06-30"),
          amendment(1, "2021-09-01", revise("rivals", "{through: 2021-12-31}")));

      assertThat(clause(terms, "rivals").daysInForce())
          .containsExactly(days("2021-01-01", "2021-06-30"), days("2021-09-01", "2021-12-31"));
      assertThat(only(terms, "2021-08-31").inForce()).isFalse();
      assertThat(only(terms, "2021-09-01").inForce()).isTrue();
      assertThat(clause(terms, "rivals").governing(LocalDate.parse("2021-08-31")).amendment()).isZero();
      assertThat(clause(terms, "rivals").governing(LocalDate.parse("2022-08-31")).amendment()).isEqualTo(1);
    }

    @Test
    void doNotComeBackWhenTheClauseWasEnded() {
      TermsTimeline terms = terms(
          RIVALS.formatted(""),
          amendment(1, "2021-07-01", end("rivals")),
          amendment(2, "2021-09-01", revise("rivals", "{through: 2021-12-31}")),
          amendment(3, "2021-09-01", replace(RIVALS.formatted(""))),
          amendment(4, "2021-09-01", end("rivals")));

      assertThat(only(terms, "2021-10-01").inForce()).isFalse();
      assertThat(terms.withoutEffect())
          .extracting(change -> change.amendment().number(), change -> change.reasons().getFirst().code())
          .containsExactly(
              tuple(2, Code.UNKNOWN_CLAUSE), tuple(3, Code.UNKNOWN_CLAUSE), tuple(4, Code.UNKNOWN_CLAUSE));
    }

    @Test
    void beforeWhichTheRevisionGovernsThatComesIntoForceFirst() {
      TermsTimeline amended = terms(
          RIVALS.formatted(", from: 2021-02-01"),
          amendment(1, "2021-04-01", revise("rivals", "{act: sell any rivals}")));
      assertThat(clause(amended, "rivals").governing(LocalDate.parse("2021-01-31")).amendment()).isZero();

      // The first revision would have begun in June; by then it had been revised.
      TermsTimeline revisedBefore = terms(
          RIVALS.formatted(", from: 2021-06-01"),
          amendment(1, "2021-03-01", revise("rivals", "{act: sell any rivals}")),
          amendment(2, "2021-09-01", revise("rivals", "{act: sell all rivals}")));
      assertThat(clause(revisedBefore, "rivals").governing(LocalDate.parse("2021-01-31")).amendment()).isEqualTo(1);
    }

    @Test
    void areNoneOfAClauseEndedOnTheDayItWouldBegin() {
      TermsTimeline terms = terms(RIVALS.formatted(""), amendment(1, "2020-06-01", end("rivals")));

      assertThat(clause(terms, "rivals").daysInForce()).isEmpty();
      assertThat(only(terms, "2021-01-01").endedBy()).contains(1);
    }
  }

  @Nested
  class AMilestone {

    private static final String UNTIL_MERGER = ", endsOnMilestone: merger";

    @Test
    void endsTheClauseTheDayBefore() {
      TermsTimeline terms = after("2021-06-15", RIVALS.formatted(UNTIL_MERGER));

      assertThat(clause(terms, "rivals").daysInForce()).containsExactly(days("2021-01-01", "2021-06-14"));
      assertThat(only(terms, "2021-06-15").endedBy()).isEmpty();
    }

    @Test
    void thatNeverCameEndsNothing() {
      assertThat(clause(terms(RIVALS.formatted(UNTIL_MERGER)), "rivals").lastDay()).contains(DateRange.OPEN_END);
    }

    @Test
    void afterAnAmendmentThatRemovesItChangesNothing() {
      Amendment removed = amendment(1, "2021-06-15", revise("rivals", "{endsOnMilestone: null}"));

      assertThat(clause(after("2021-06-15", RIVALS.formatted(UNTIL_MERGER), removed), "rivals").daysInForce())
          .containsExactly(
              days("2021-01-01", "2021-06-14"),
              DateRange.of(LocalDate.parse("2021-06-15"), DateRange.OPEN_END));
      assertThat(only(after("2021-09-01", RIVALS.formatted(UNTIL_MERGER), removed), "2021-12-31").inForce()).isTrue();
    }

    @Test
    void beforeAnAmendmentThatRemovesItKeepsTheClauseOutUntilThatDay() {
      TermsTimeline terms = after(
          "2021-06-15",
          RIVALS.formatted(UNTIL_MERGER),
          amendment(1, "2021-09-01", revise("rivals", "{endsOnMilestone: null}")));

      assertThat(only(terms, "2021-06-14").inForce()).isTrue();
      assertThat(only(terms, "2021-06-15").inForce()).isFalse();
      assertThat(only(terms, "2021-08-31").inForce()).isFalse();
      assertThat(only(terms, "2021-09-01").inForce()).isTrue();
    }

    @Test
    void beforeTheClauseBeginsLeavesItNoDay() {
      assertThat(clause(after("2021-01-01", RIVALS.formatted(UNTIL_MERGER)), "rivals").daysInForce()).isEmpty();
    }

    @Test
    void beginsTheClauseOnItsDateOrOnAStatedLaterDay() {
      String begins = ", beginsOnMilestone: merger";

      assertThat(clause(after("2021-06-15", RIVALS.formatted(begins)), "rivals").firstDay())
          .contains(LocalDate.parse("2021-06-15"));
      assertThat(clause(after("2021-06-15", RIVALS.formatted(begins + ", from: 2021-06-14")), "rivals").firstDay())
          .contains(LocalDate.parse("2021-06-15"));
      assertThat(clause(after("2021-06-15", RIVALS.formatted(begins + ", from: 2021-06-16")), "rivals").firstDay())
          .contains(LocalDate.parse("2021-06-16"));
      assertThat(clause(after("2020-06-15", RIVALS.formatted(begins)), "rivals").firstDay())
          .contains(LocalDate.parse("2021-01-01"));
    }

    @Test
    void thatNeverCameLeavesTheClauseOutOfForce() {
      assertThat(clause(terms(RIVALS.formatted(", beginsOnMilestone: merger")), "rivals").daysInForce()).isEmpty();
    }

    @Test
    void cannotBothBeginAndEndAClause() {
      assertThat(
          clause(
              after("2021-06-15", RIVALS.formatted(", beginsOnMilestone: merger, endsOnMilestone: merger")), "rivals")
              .daysInForce())
          .isEmpty();
    }

    private static TermsTimeline after(String merger, String clauses, Amendment... amendments) {
      return TermsTimeline.of(
          agreed(clauses), Arrays.asList(amendments),
          Map.of(new MilestoneId("merger"), LocalDate.parse(merger)));
    }
  }

  @Nested
  class AClauseThatIsNotThere {

    @Test
    void isToldWhichThereAre() {
      TermsTimeline terms = terms(SHARE, amendment(1, "2021-07-01", add(RIVALS.formatted(""))));
      assertThat(terms.noSuchClause(new ClauseId("shares")))
          .isEqualTo("there is no clause 'shares'; there are share, rivals");
      assertThat(terms("").noSuchClause(new ClauseId("share"))).isEqualTo("there is no clause 'share'; there are none");
    }

    @Test
    void isToldTwentyOfThemAndHowManyMore() {
      Change[] more =
          IntStream.rangeClosed(1, 21)
              .mapToObj(i -> add(RIVALS.formatted("").replace("rivals", "rivals-" + i)))
              .toArray(Change[]::new);
      String told = terms(SHARE, amendment(1, "2021-07-01", more)).noSuchClause(new ClauseId("nope"));
      assertThat(told).startsWith("there is no clause 'nope'; there are share, rivals-1, rivals-2, ")
          .endsWith(", rivals-19 and 2 more");
      assertThat(terms(SHARE, amendment(1, "2021-07-01", Arrays.copyOf(more, 19))).noSuchClause(new ClauseId("nope")))
          .endsWith(", rivals-19");
    }
  }

  @Nested
  class AChangeWithoutEffect {

    @Test
    void isOneWhoseGroundABackDatedAmendmentTook() {
      TermsTimeline terms = terms(
          SHARE,
          amendment(1, "2021-07-01", revise("share", "{rate: \"0.15\"}"), add(RIVALS.formatted(""))),
          amendment(2, "2021-04-01", end("share")));

      assertThat(terms.withoutEffect())
          .extracting(change -> change.amendment().number(), change -> change.change(),
              change -> change.reasons().getFirst().code())
          .containsExactly(tuple(1, 0, Code.UNKNOWN_CLAUSE));
      assertThat(only(copy(terms, "2021-07-01").notInForce()).attributes().get("rate")).contains(Value.text("0.20"));
      // The other change of the same amendment stands.
      assertThat(ids(copy(terms, "2021-07-01").clauses())).containsExactly("rivals");
    }

    @Test
    void isOneThatLeavesItsClauseInvalid() {
      TermsTimeline terms = terms(
          SHARE,
          amendment(1, "2021-07-01", revise("share", "{caps: [{amount: \"5\"}]}")),
          amendment(2, "2021-04-01", revise("share", "{cap: {amount: \"9\"}}")));

      assertThat(terms.withoutEffect())
          .extracting(change -> change.amendment().number(), change -> change.reasons().getFirst().code())
          .containsExactly(tuple(1, Code.INVALID_CLAUSE));
      assertThat(terms.withoutEffect().getFirst().reasons().getFirst().path().path()).isEqualTo("/revise/set/caps");
      assertThat(only(terms, "2021-07-01").attributes().get("cap")).contains(tree("{amount: \"9\"}"));
      assertThat(only(terms, "2021-07-01").attributes().get("caps")).isEmpty();
    }

    @Test
    void isOneThatAddsAnIdAgain() {
      TermsTimeline terms = terms(
          SHARE,
          amendment(1, "2021-04-01", end("share")),
          amendment(2, "2021-07-01", add(SHARE)));

      assertThat(terms.withoutEffect())
          .extracting(change -> change.amendment().number(), change -> change.reasons().getFirst().code())
          .containsExactly(tuple(2, Code.ID_ALREADY_USED));
    }

    @Test
    void isOneThatPutsAClauseThatIsNone() {
      String toNobody = SHARE.replace("payee: globex", "payee: initech");
      TermsTimeline terms = terms(
          SHARE,
          amendment(1, "2021-04-01", add(toNobody.replace("id: share", "id: other"))),
          amendment(2, "2021-04-01", replace(toNobody)));

      assertThat(terms.withoutEffect())
          .extracting(change -> change.amendment().number(), change -> change.reasons().getFirst().code(),
              change -> change.reasons().getFirst().path().path())
          .containsExactly(
              tuple(1, Code.UNKNOWN_PARTY, "/add/payee"), tuple(2, Code.UNKNOWN_PARTY, "/replace/payee"));
      assertThat(ids(copy(terms, "2021-04-01").clauses())).containsExactly("share");
      assertThat(only(terms, "2021-04-01").attributes().get("payee")).contains(Value.text("globex"));
    }

    @Test
    void isOneThatWouldMakeAnotherKindOrAnotherClause() {
      TermsTimeline terms = terms(
          SHARE,
          amendment(1, "2021-04-01", revise("share", "{kind: duty}")),
          amendment(2, "2021-04-01", revise("share", "{id: other}")),
          amendment(3, "2021-04-01", replace("{id: share, kind: restriction, obligor: acme, act: rest}")));

      assertThat(terms.withoutEffect())
          .extracting(change -> change.amendment().number(), change -> change.reasons().getFirst().code())
          .containsExactly(
              tuple(1, Code.INVALID_CLAUSE), tuple(2, Code.INVALID_CLAUSE), tuple(3, Code.INVALID_CLAUSE));
    }
  }

  /** From when a cap that counts {@code since-effective} counts. */
  @Nested
  class TheStartOfACap {

    private final Amendment introduced =
        amendment(1, "2021-04-01", revise("share", "{cap: {amount: \"1000\", counts: since-effective}}"));

    @Test
    void isTheAmendmentThatIntroducedIt() {
      assertThat(capCountsFrom(terms(SHARE, introduced))).isEqualTo("2021-04-01");
    }

    @Test
    void staysWhenOnlyTheAmountIsRevised() {
      assertThat(capCountsFrom(terms(SHARE, introduced, later("{cap: {amount: \"800\"}}")))).isEqualTo("2021-04-01");
    }

    @Test
    void staysWhenSomethingElseIsRevised() {
      assertThat(capCountsFrom(terms(SHARE, introduced, later("{rate: \"0.10\"}")))).isEqualTo("2021-04-01");
      assertThat(capCountsFrom(terms(SHARE, introduced, later("{caps: null}")))).isEqualTo("2021-04-01");
    }

    @Test
    void isTheAmendmentThatLastSetItsCounts() {
      assertThat(capCountsFrom(terms(SHARE, introduced, later("{cap: {counts: since-effective}}"))))
          .isEqualTo("2021-07-01");
    }

    @Test
    void isTheAmendmentThatSetAListOfCaps() {
      assertThat(
          capCountsFrom(
              terms(SHARE, introduced, later("{cap: null, caps: [{amount: \"5\", counts: since-effective}]}"))))
          .isEqualTo("2021-07-01");
    }

    @Test
    void isTheAmendmentThatReplacedTheClause() {
      String capped =
          SHARE.replace("period: quarter", "period: quarter, cap: {amount: \"9\", counts: since-effective}");

      assertThat(capCountsFrom(terms(SHARE, introduced, amendment(2, "2021-07-01", replace(capped)))))
          .isEqualTo("2021-07-01");
    }

    @Test
    void isThatOfTheCapThatCameAgainAfterOneWasRemoved() {
      assertThat(
          capCountsFrom(
              terms(
                  SHARE,
                  introduced,
                  later("{cap: null}"),
                  amendment(3, "2021-10-01", revise("share", "{cap: {amount: \"5\", counts: since-effective}}")))))
          .isEqualTo("2021-10-01");
    }

    private Amendment later(String set) {
      return amendment(2, "2021-07-01", revise("share", set));
    }

    private String capCountsFrom(TermsTimeline terms) {
      return clause(terms, "share").revisions().getLast().capCountsFrom().toString();
    }
  }

  @Test
  void aRevisionThatOnlyChangesTitleAndTextBindsAsTheOneBefore() {
    List<Revision> revisions = clause(
        terms(
            SHARE,
            amendment(1, "2021-04-01", revise("share", "{title: Revenue share, text: As agreed.}")),
            amendment(2, "2021-05-01", revise("share", "{cap: null}")),
            amendment(3, "2021-07-01", revise("share", "{rate: \"0.10\"}"))),
        "share")
        .revisions();

    assertThat(revisions.get(1).bindsAs(revisions.get(0))).isTrue();
    // There was no cap to remove.
    assertThat(revisions.get(2).bindsAs(revisions.get(1))).isTrue();
    assertThat(revisions.get(3).bindsAs(revisions.get(2))).isFalse();
  }

  private static TermsTimeline terms(String clauses, Amendment... amendments) {
    return TermsTimeline.of(agreed(clauses), Arrays.asList(amendments), Map.of());
  }

  private static ExecutedAgreement agreed(String clauses) {
    return new ExecutedAgreement(
        new AgreementId("acme-globex"),
        "Distribution",
        Currency.of("USD"),
        ZoneId.of("UTC"),
        LocalDate.parse("2021-01-01"),
        LocalDate.parse("2021-01-01"),
        new AgreementYears(LocalDate.parse("2021-01-01"), null),
        List.of(new ExecutedAgreement.Party(new PartyId("acme"), "Acme Corp"),
            new ExecutedAgreement.Party(new PartyId("globex"), "Globex Ltd")),
        new Fields(tree("{clauses: [" + clauses + "]}")).list("clauses").stream().map(c -> Fields.of(c).tree())
            .toList());
  }

  private static Amendment amendment(int number, String effectiveOn, Change... changes) {
    return amendment(number, effectiveOn, effectiveOn, changes);
  }

  private static Amendment amendment(int number, String executedOn, String effectiveOn, Change... changes) {
    return new Amendment(
        number,
        "Amendment",
        LocalDate.parse(executedOn),
        LocalDate.parse(effectiveOn),
        Arrays.asList(changes));
  }

  private static Change add(String clause) {
    return new Change.Add(tree(clause));
  }

  private static Change revise(String clause, String set) {
    return new Change.Revise(new ClauseId(clause), tree(set));
  }

  private static Change replace(String clause) {
    return new Change.Replace(tree(clause));
  }

  private static Change end(String clause) {
    return new Change.End(new ClauseId(clause));
  }

  private static ClauseHistory clause(TermsTimeline terms, String id) {
    return terms.clause(new ClauseId(id)).orElseThrow();
  }

  private static ConformedCopy copy(TermsTimeline terms, String day) {
    return ConformedCopy.on(terms, LocalDate.parse(day));
  }

  /** The only clause, in force or not. */
  private static ConformedCopy.Entry only(TermsTimeline terms, String day) {
    ConformedCopy copy = copy(terms, day);
    return only(copy.clauses().isEmpty() ? copy.notInForce() : copy.clauses());
  }

  private static ConformedCopy.Entry only(List<ConformedCopy.Entry> entries) {
    assertThat(entries).hasSize(1);
    return entries.getFirst();
  }

  private static List<String> ids(List<ConformedCopy.Entry> entries) {
    return entries.stream().map(entry -> entry.id().text()).toList();
  }

  private static String rate(TermsTimeline terms, String day) {
    return new Fields(only(terms, day).attributes()).text("rate");
  }

  private static DateRange days(String first, String last) {
    return DateRange.of(LocalDate.parse(first), LocalDate.parse(last));
  }
}

package io.contract.ledger.terms;

import static io.contract.ledger.Flow.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contract.ledger.id.PartyId;
import io.contract.ledger.money.Currency;
import io.contract.ledger.value.Checker;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Violation;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps attributes from being a clause, and where in it (domain page, sections 4 to 6). The parties are Acme and Globex. */
class ClauseReaderTest {

  @Nested
  class AnyClause {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "licence             | licensor, licensee, subject",
        "designation         | by, of, role",
        "first-ship          | obligor, provider, venue",
        "permission          | holder, act",
        "restriction         | obligor, act",
        "shareholding        | holder, issuer",
        "purchase-commitment | buyer, seller, amount, stream",
        "duty                | obligor, obligee, act",
        // A share needs a rate or tiers, one of the two.
        "revenue-share       | payer, payee, base, rate"})
    void needsWhatItsKindNeeds(String kind, String needed) {
      assertThat(wrong("{id: x, kind: " + kind + "}"))
          .containsExactly(List.of(needed.split(", ")).stream().map(name -> "/" + name + " invalid-clause")
              .toArray(String[]::new));
    }

    @Test
    void isToldWhatItNeeds() {
      assertThat(message("{id: x, kind: permission, act: resell}")).isEqualTo("a permission clause needs 'holder'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "licence             | licensor, licensee | subject: patents, exclusive: true",
        "designation         | by, of             | role: partner",
        "first-ship          | obligor, provider  | venue: cloud",
        "permission          | holder             | act: resell",
        "restriction         | obligor            | act: resell",
        "shareholding        | holder, issuer     | stake: \"0.27\"",
        "purchase-commitment | buyer, seller      | amount: \"10\", stream: purchases",
        "duty                | obligor, obligee   | act: audit",
        "revenue-share       | payer, payee       | base: net-sales, period: quarter, rate: \"0.20\""})
    void namesOnlyParties(String kind, String names, String rest) {
      StringBuilder others = new StringBuilder();
      StringBuilder parties = new StringBuilder();
      List<String> either = List.of("initech", "umbrella");
      List<String> both = List.of("acme", "globex");
      List<String> attributes = List.of(names.split(", "));
      for (int i = 0; i < attributes.size(); i++) {
        others.append(attributes.get(i)).append(": ").append(either.get(i)).append(", ");
        parties.append(attributes.get(i)).append(": ").append(both.get(i)).append(", ");
      }

      assertThat(wrong("{id: x, kind: " + kind + ", " + others + rest + "}"))
          .containsExactly(attributes.stream().map(name -> "/" + name + " unknown-party").toArray(String[]::new));
      assertThat(wrong("{id: x, kind: " + kind + ", " + parties + rest + "}")).isEmpty();
    }

    @Test
    void isToldWhoThePartiesAre() {
      assertThat(message("{id: x, kind: permission, holder: initech, act: resell}"))
          .isEqualTo("holder 'initech' is not a party; the parties are acme, globex");
    }

    @Test
    void doesNotEndBeforeItBegins() {
      String permission = "{id: x, kind: permission, holder: acme, act: resell%s}";

      assertThat(wrong(permission.formatted(", from: 2021-02-01, through: 2021-01-31")))
          .containsExactly("/through invalid-span");
      assertThat(message(permission.formatted(", from: 2021-02-01, through: 2021-01-31")))
          .isEqualTo("through 2021-01-31 is before from 2021-02-01");
      assertThat(wrong(permission.formatted(", from: 2021-02-01, through: 2021-02-01"))).isEmpty();
      assertThat(wrong(permission.formatted(", through: 2021-01-31"))).isEmpty();
    }

    @Test
    void hasNoAttributesButThoseOfItsKind() {
      assertThat(wrong("{id: x, kind: permission, holder: acme, act: resell, rate: \"0.20\"}"))
          .containsExactly("/rate invalid-clause");
    }

    @Test
    void isOfAKindThereIs() {
      assertThat(ClauseKind.of("purchase-commitment")).isEqualTo(ClauseKind.PURCHASE_COMMITMENT);
      assertThatThrownBy(() -> ClauseKind.of("lease"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no clause kind is called lease");
    }
  }

  @Nested
  class ARevenueShare {

    @Test
    void isPaidByOnePartyToAnother() {
      String self = share("rate: \"0.20\"").replace("payee: globex", "payee: acme");

      assertThat(wrong(self)).containsExactly("/payee invalid-clause");
      assertThat(message(self)).isEqualTo("payer and payee are both 'acme'");
    }

    @Test
    void hasEitherARateOrRatesOrTiers() {
      String both = share("rate: \"0.20\", tiers: {bands: [{rate: \"0.10\"}]}");

      assertThat(wrong(both)).containsExactly("/tiers invalid-clause");
      assertThat(message(both))
          .isEqualTo(
              "a revenue-share clause has either 'rate', 'rates' or 'tiers', and this one has 'rate' and 'tiers'");
      assertThat(message(share("rates: [{rate: \"0.20\"}], rate: \"0.10\"")))
          .isEqualTo(
              "a revenue-share clause has either 'rate', 'rates' or 'tiers', and this one has 'rate' and 'rates'");
      assertThat(message(share("due: {days: 1}")))
          .isEqualTo("a revenue-share clause has either 'rate', 'rates' or 'tiers'");
      assertThat(wrong(share("tiers: {bands: [{rate: \"0.10\"}]}"))).isEmpty();
      assertThat(wrong(share("rates: [{rate: \"0.20\"}, {rate: unstated, fromMilestone: generics}]"))).isEmpty();
    }

    @Test
    void limitsDeductionsWhereItHasSome() {
      String limited =
          "{id: share, kind: revenue-share, payer: acme, payee: globex, rate: \"0.20\", base: {streams: [sales]%s}}";

      assertThat(wrong(limited.formatted(", deduct: [returns], deductAtMost: \"0.10\""))).isEmpty();
      assertThat(wrong(limited.formatted(", deductAtMost: \"0.10\"")))
          .containsExactly("/base/deductAtMost invalid-clause");
      assertThat(message(limited.formatted(", deduct: [], deductAtMost: \"0.10\"")))
          .isEqualTo("'deductAtMost' 0.10 limits what 'deduct' subtracts, and there is no 'deduct'");
      assertThat(wrong(limited.formatted(", deduct: [returns], deductAtMost: \"-0.10\"")))
          .containsExactly("/base/deductAtMost invalid-clause");
    }

    @Test
    void hasRatesThatBeginInOneWay() {
      String both = share("rates: [{rate: \"0.20\"}, {rate: \"0.10\", from: 2021-07-01, fromMilestone: generics}]");

      assertThat(wrong(both)).containsExactly("/rates/1/fromMilestone invalid-clause");
      assertThat(message(both)).isEqualTo(
          "a rate begins on 'from' or on the date of 'fromMilestone', not both: 2021-07-01 and 'generics'");
      assertThat(wrong(share("rates: []"))).containsExactly("/rates invalid-clause");
      assertThat(wrong(share("rates: [{from: 2021-07-01}]"))).containsExactly("/rates/0/rate invalid-clause");
    }

    @Test
    void hasOneCapOrAListOfThem() {
      assertThat(wrong(share("rate: \"0.20\", cap: {amount: \"1\"}, caps: [{amount: \"2\"}]")))
          .containsExactly("/caps invalid-clause");
    }

    @ParameterizedTest
    @CsvSource({"100, 250", "0.01, 0.02"})
    void hasBandsThatRiseAndALastOneThatGoesOn(String first, String second) {
      assertThat(wrong(bands(first, second, null))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // upTo of the first band, of the second, of the third → which is wrong
        "0    | 250 |     | 0 | upTo 0 is not above 0",
        "100  | 100 |     | 1 | upTo 100 is not above 100",
        "100  | 99  |     | 1 | upTo 99 is not above 100",
        "100  |     |     | 1 | every band but the last needs 'upTo'",
        "100  | 250 | 300 | 2 | the last band has no 'upTo': it goes on"})
    void hasNoOtherBands(
        String first, @Nullable String second, @Nullable String third, int wrong, String message) {
      String clause = bands(first, second, third);

      assertThat(wrong(clause)).containsExactly("/tiers/bands/" + wrong + "/upTo invalid-clause");
      assertThat(message(clause)).isEqualTo(message);
    }

    private static String bands(String first, @Nullable String second, @Nullable String third) {
      return share("tiers: {bands: [" + band(first) + ", " + band(second) + ", " + band(third) + "]}");
    }

    private static String band(@Nullable String upTo) {
      return upTo == null ? "{rate: \"0.10\"}" : "{upTo: \"" + upTo + "\", rate: \"0.10\"}";
    }

    @Test
    void hasCapsThatDoNotEndBeforeTheyBegin() {
      String ends = "from: 2022-01-01, through: 2021-12-31";

      assertThat(wrong(share("rate: \"0.20\", cap: {amount: \"1\", " + ends + "}")))
          .containsExactly("/cap/through invalid-span");
      assertThat(message(share("rate: \"0.20\", caps: [{amount: \"1\"}, {amount: \"2\", " + ends + "}]")))
          .isEqualTo("through 2021-12-31 is before from 2022-01-01");
      assertThat(wrong(share("rate: \"0.20\", caps: [{amount: \"1\"}, {amount: \"2\", " + ends + "}]")))
          .containsExactly("/caps/1/through invalid-span");
      assertThat(wrong(share("rate: \"0.20\", cap: {amount: \"1\", from: 2022-01-01, through: 2022-01-01}"))).isEmpty();
      assertThat(wrong(share("rate: \"0.20\", cap: {amount: \"1\", through: 2021-12-31}"))).isEmpty();
    }

    private static String share(String more) {
      return "{id: share, kind: revenue-share, payer: acme, payee: globex, base: net-sales, period: quarter, " + more
          + "}";
    }
  }

  @Nested
  class AnAmount {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{id: x, kind: purchase-commitment, buyer: acme, seller: globex, stream: purchases, amount: \"%s\"} | /amount",
        "{id: x, kind: revenue-share, payer: acme, payee: globex, base: s, period: year, rate: \"0\","
            + " minimum: {amount: \"%s\"}} | /minimum/amount",
        "{id: x, kind: revenue-share, payer: acme, payee: globex, base: s, period: year, rate: \"0\","
            + " cap: {amount: \"%s\"}} | /cap/amount",
        "{id: x, kind: revenue-share, payer: acme, payee: globex, base: s, period: year, rate: \"0\","
            + " caps: [{amount: \"1\"}, {amount: \"%s\"}]} | /caps/1/amount"})
    void hasTheDecimalsOfTheCurrencyAndIsNotBelowZero(String clause, String path) {
      assertThat(wrong(clause.formatted("10.005"))).containsExactly(path + " amount-precision");
      assertThat(wrong(clause.formatted("-0.01"))).containsExactly(path + " invalid-clause");
      assertThat(wrong(clause.formatted("-0.001")))
          .containsExactly(path + " amount-precision", path + " invalid-clause");
      assertThat(wrong(clause.formatted("0"))).isEmpty();
      assertThat(wrong(clause.formatted("10.0500"))).isEmpty();
    }

    @Test
    void isToldWhatItsCurrencyAllows() {
      String cloud =
          "{id: x, kind: purchase-commitment, buyer: acme, seller: globex, stream: purchases, amount: \"%s\"}";

      assertThat(message(cloud.formatted("10.005"))).isEqualTo("10.005 has more than the 2 decimals of USD");
      assertThat(message(cloud.formatted("-0.01"))).isEqualTo("amount -0.01 is below zero");
      assertThat(violations("JPY", cloud.formatted("0.5"))).extracting(Violation::message)
          .containsExactly("0.5 has more than the 0 decimals of JPY");
    }
  }

  /** This agreement does not say when its fiscal year ends. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "rate: \"0.1\", cap: {window: fiscal-year}                                        | /cap/window",
      "rate: \"0.1\", caps: [{window: fiscal-year}]                                     | /caps/0/window",
      "rate: \"0.1\", minimum: {amount: \"1\", per: fiscal-year}                        | /minimum/per",
      "tiers: {over: fiscal-year, bands: [{upTo: \"1\", rate: \"0.1\"}, {rate: \"0.2\"}]} | /tiers/over"})
  void aFiscalYearIsNoneWhereTheAgreementSaysNotWhenItEnds(String attributes, String path) {
    String clause = "{id: x, kind: revenue-share, payer: acme, payee: globex, base: net-sales, " + attributes + "}";

    assertThat(wrong(clause)).containsExactly(path + " invalid-clause");
    assertThat(message(clause)).endsWith(
        "is fiscal-year, and the agreement does not say by 'fiscalYearEnds' when that ends");
  }

  @Nested
  class ADuty {

    @ParameterizedTest
    @ValueSource(strings = {"", ", due: 2021-06-30", ", period: month", ", period: month, due: {days: 10}"})
    void isDueOnADateOrWhereItRecursByARule(String due) {
      assertThat(wrong(duty(due))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "', period: month, due: 2021-06-30' | a recurring duty takes a rule such as {days: 10}, not a date",
        "', due: {days: 10}'                | a duty without 'period' takes a date"})
    void isNotDueByTheOther(String due, String message) {
      assertThat(wrong(duty(due))).containsExactly("/due invalid-clause");
      assertThat(message(duty(due))).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{days: 1, months: 1} | /due/months | 'due' counts 'days' or 'months', not both; a revision removes one by null",
        "{roll: none}         | /due        | 'due' needs 'days' or 'months', such as {days: 45} or {months: 1, day: last}",
        "{days: 1, day: 15}   | /due/day    | 'day' is a day of the month and goes with 'months'",
        "{months: 1, day: 32} | /due/day    | 'day' must be a whole number from 1 to 31, unquoted, not the unquoted 32",
        "{months: 1, day: 0}  | /due/day    | 'day' must be a whole number from 1 to 31, unquoted, not the unquoted 0",
        "{months: 1, day: x}  | /due/day    | 'day' must be last, not \"x\"",
        "{days: 1, after: statement} | /due/after | only the 'due' of a revenue share can count from a statement, 'due' cannot",
        "{days: 1, after: dawn} | /due/after | 'after' must be period or statement, not \"dawn\"",
        "{months: -1}         | /due/months | 'months' must be a whole number from 0 to 120, unquoted, not the unquoted -1"})
    void isDueByARuleThatCountsOneOfTheTwo(String rule, String path, String message) {
      String clause = duty(", period: month, due: " + rule);

      assertThat(wrong(clause)).contains(path + " invalid-clause");
      assertThat(message(clause)).isEqualTo(message);
    }

    @Test
    void hasAYearOnlyWhereItRecurs() {
      assertThat(wrong(duty(", period: month, year: contract"))).isEmpty();
      assertThat(wrong(duty(", year: contract"))).containsExactly("/year invalid-clause");
      assertThat(message(duty(", year: contract")))
          .isEqualTo("'year' goes with 'period', and a duty without it is to be done once");
      assertThat(message(duty(", period: month, year: fiscal"))).isEqualTo("'year' must be contract, not \"fiscal\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "[{name: P1, through: 2021-01-31}, {name: P1, through: 2021-02-28}] | /period/schedule/1/name | 'P1' is the name of an earlier period of the schedule",
        "[{name: \"2021-Q1\", through: 2021-01-31}] | /period/schedule/0/name | '2021-Q1' is the name of a period of the calendar, of a fiscal or of a contract year",
        "[{name: FY2026, through: 2021-01-31}] | /period/schedule/0/name | 'FY2026' is the name of a period of the calendar, of a fiscal or of a contract year",
        "[{name: CY1-M01, through: 2021-01-31}] | /period/schedule/0/name | 'CY1-M01' is the name of a period of the calendar, of a fiscal or of a contract year",
        "[{name: P1, through: 2021-01-31}, {name: P2, through: 2021-01-31}] | /period/schedule/1/through | through 2021-01-31 of 'P2' is not after that of the period before it, 2021-01-31",
        "[] | /period/schedule | 'schedule' must have at least 1 item",
        "[{name: P1}] | /period/schedule/0/through | 'through' is required"})
    void namesItsPeriodsOneAfterAnother(String schedule, String path, String message) {
      String clause = duty(", period: {schedule: " + schedule + "}");

      assertThat(wrong(clause)).containsExactly(path + " invalid-clause");
      assertThat(message(clause)).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p1", "-P1", "P_1", "2021-Q5", "CY0-Q1", "2021-", ""})
    void namesNoPeriodInAnotherForm(String name) {
      assertThat(wrong(duty(", period: {schedule: [{name: \"" + name + "\", through: 2021-01-31}]}")))
          .containsExactly("/period/schedule/0/name invalid-clause");
    }

    private static String duty(String more) {
      return "{id: x, kind: duty, obligor: acme, obligee: globex, act: audit" + more + "}";
    }
  }

  @Test
  void aPatchOfAClauseHasAttributesOfSomeKindAndTakesThemAwayWithNull() {
    assertThat(
        Checker.check(tree("{rate: \"0.15\", cap: null, due: {roll: null}}"), ClauseShapes.anyPatch(), Pointer.ROOT))
        .isEmpty();
    assertThat(Checker.check(tree("{rate: \"a fifth\"}"), ClauseShapes.anyPatch(), Pointer.ROOT))
        .extracting(violation -> violation.path().path())
        .containsExactly("/rate");
  }

  @Test
  void theShapeOfAKindNamesItsAttributes() {
    assertThat(ClauseShapes.of(ClauseKind.PERMISSION).fields())
        .extracting(field -> field.name())
        .containsExactly("id", "kind", "title", "text", "from", "through", "beginsOnMilestone", "endsOnMilestone",
            "holder",
            "act");
  }

  /** The violations of the clause, each as its path and its code, in order. */
  private static List<String> wrong(String clause) {
    return violations("USD", clause).stream()
        .map(violation -> violation.path() + " " + violation.code().slug())
        .toList();
  }

  private static String message(String clause) {
    return violations("USD", clause).getFirst().message();
  }

  private static List<Violation> violations(String currency, String clause) {
    ClauseReader.Result result =
        new ClauseReader(new LinkedHashSet<>(List.of(new PartyId("acme"), new PartyId("globex"))),
            Currency.of(currency), new AgreementYears(LocalDate.parse("2021-01-01"), null))
            .read(tree(clause));
    assertThat(result.clause().isEmpty()).isEqualTo(!result.violations().isEmpty());
    return result.violations();
  }
}

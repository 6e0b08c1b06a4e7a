package io.contract.ledger.api.agreementfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every reason why a file is unreadable is named, in order, with its line, its column and its place in the tree. */
class AgreementFileReaderTest {

  private static final String AGREEMENT =
      """
          ledger: 1
          agreement:
            id: acme-globex
            title: Acme and Globex
            currency: USD
            timeZone: UTC
            executedOn: 2021-01-01
            effectiveOn: 2021-01-01
            parties: [{id: acme, name: Acme Corp}, {id: globex, name: Globex Ltd}]
            clauses:
              - {id: share, kind: revenue-share, payer: acme, payee: globex, base: net-sales, rate: "0.20", period: quarter}
          """;

  private static List<String> flaws(String text) {
    return AgreementFileReader.read("a.yaml", text.getBytes(StandardCharsets.UTF_8)).flaws().stream()
        .map(flaw -> flaw.in("a.yaml"))
        .toList();
  }

  private static List<String> flawsOf(String rest) {
    return flaws(AGREEMENT + rest);
  }

  @Test
  void aWellFormedFileHasNone() {
    assertThat(flaws(AGREEMENT)).isEmpty();
  }

  /** The library reads portions of about 1,000 characters. It once read beyond a portion that ended within a surrogate pair. */
  @Test
  void charactersOfTwoHalvesMayStandAnywhere() {
    for (int before = 0; before < 4; before++) {
      String title = "x".repeat(before) + "\uD83D\uDE00".repeat(1_500);
      String text = AGREEMENT.replaceFirst("title: .*", "title: \"" + title + "\"");
      AgreementFile file =
          AgreementFileReader.read("a.yaml", text.getBytes(java.nio.charset.StandardCharsets.UTF_8)).file()
              .orElseThrow();
      assertThat(file.agreement().title()).isEqualTo(title);
    }
  }

  @Test
  void jsonIsReadLikewise() {
    assertThat(
        flaws(
            """
                {"ledger": 1,
                \t"agreement": {"id": "a", "title": "An \\u20ac \\/ \\ud83d\\ude00", "currency": "USD", "timeZone": "UTC",
                \t\t"executedOn": "2021-01-01", "effectiveOn": "2021-01-01",
                \t\t"parties": [{"id": "b", "name": "B"}, {"id": "c", "name": "C"}], "clauses": []}}
                """))
        .isEmpty();
  }

  @Test
  void unquotedAmountsAndRates() {
    assertThat(
        flawsOf(
            """
                history:
                  - at: 2021-04-10T09:00:00Z
                    revenue: {id: q1, stream: net-sales, from: 2021-01-01, through: 2021-03-31, amount: 4700.00}
                expect:
                  - clause: {id: share, rate: 0.15}
                  - position: {clause: share, periods: [{period: 2021-Q1, gross: 940}]}
                """))
        .satisfiesExactly(
            amount -> assertThat(amount)
                .startsWith("a.yaml:14:89: /history/0/revenue/amount: ")
                .contains("4700.00 is unquoted: write \"4700.00\""),
            rate -> assertThat(rate).startsWith("a.yaml:16:31: /expect/0/clause/rate: ").contains("0.15 is unquoted"),
            gross -> assertThat(gross).startsWith("a.yaml:17:66: /expect/1/position/periods/0/gross: "));
  }

  @Test
  void unknownKeysAnywhere() {
    assertThat(
        flawsOf(
            """
                at: 2021-01-01T00:00:00Z
                remark: none
                history:
                  - at: 2021-04-10T09:00:00Z
                    on: 2021-04-10
                    milestone: {id: agi, on: 2021-04-10, who: panel}
                expect:
                  - position: {clause: share, grossly: "1.00"}
                  - clause: {id: share, rated: "0.20"}
                """))
        .satisfiesExactly(
            top -> assertThat(top).startsWith("a.yaml:13:1: /remark: 'remark' is not"),
            entry -> assertThat(entry).startsWith("a.yaml:16:5: /history/0/on: "),
            fact -> assertThat(fact).startsWith("a.yaml:17:42: /history/0/milestone/who: "),
            figure -> assertThat(figure).startsWith("a.yaml:19:31: /expect/0/position/grossly: 'grossly' is not"),
            attribute -> assertThat(attribute).startsWith("a.yaml:20:25: /expect/1/clause/rated: 'rated' is not"));
  }

  @Test
  void aStatementIsNamedByItsClauseAndItsNumber() {
    assertThat(
        flawsOf(
            """
                expect:
                  - statement: {clause: share, total: "100.00"}
                  - statement: {number: 1}
                  - statement: {clause: share, number: first}
                """))
        .containsExactly(
            "a.yaml:13:16: /expect/0/statement/number: 'number' is required",
            "a.yaml:14:16: /expect/1/statement/clause: 'clause' is required",
            "a.yaml:15:40: /expect/2/statement/number: 'number' must be a whole number from 1 to 1000000, unquoted,"
                + " not \"first\"");
  }

  @Test
  void supposedFactsAndForecastsHaveTheFormOfRequests() {
    assertThat(
        flawsOf(
            """
                expect:
                  - with: [{milestone: {id: agi, on: soon}}]
                    clause: {id: share}
                  - with: []
                    clause: {id: share}
                  - with: [{milestone: {id: agi, on: 2021-01-01}}]
                  - forecast: {scenarios: [{name: flat, streams: {net-sales: {growthPerPeriod: 0.1}}}]}
                  - forecast: {scenarios: [{name: flat, periods: [{period: first}]}]}
                """))
        .containsExactly(
            "a.yaml:13:38: /expect/0/with/0/milestone/on: 'on' must be a calendar date such as 2021-03-31, not \"soon\"",
            "a.yaml:15:11: /expect/1/with: 'with' must have at least 1 item",
            "a.yaml:17:5: /expect/2: no expectation is here; one of position, period, clause, obligation, launch, statement, forecast,"
                + " refused is needed",
            "a.yaml:18:80: /expect/3/forecast/scenarios/0/streams/net-sales/growthPerPeriod: 'growthPerPeriod' must be a decimal fraction in quotes,"
                + " from -1 on, at most 4 digits before the point and 10 after it: 5 % down is \"-0.05\"; 0.1 is unquoted:"
                + " write \"0.1\"",
            "a.yaml:19:28: /expect/4/forecast/scenarios/0/streams: 'streams' is required",
            "a.yaml:19:60: /expect/4/forecast/scenarios/0/periods/0/period: 'period' must be a period's name: 2021-Q1, 2021-03, 2021-H1,"
                + " 2021, FY2026-Q1, CY1-M01, or one of a schedule such as P01; or once, of a fixed payment, not \"first\"");
  }

  @Test
  void aFallingAt() {
    assertThat(
        flawsOf(
            """
                history:
                  - {at: 2021-04-10T09:00:00Z, milestone: {id: a, on: 2021-04-10}}
                  - {at: 2021-04-10T09:00:00Z, milestone: {id: b, on: 2021-04-10}}
                  - {at: 2021-04-10T08:59:59Z, milestone: {id: c, on: 2021-04-10}}
                """))
        .containsExactly(
            "a.yaml:15:10: /history/2/at: 'at' falls: 2021-04-10T08:59:59Z is before 2021-04-10T09:00:00Z,"
                + " that of the entry above");
    assertThat(flawsOf("history:\n  - {at: 2020-12-31T23:59:59Z, milestone: {id: a, on: 2020-12-31}}\n"))
        .containsExactly(
            "a.yaml:13:10: /history/0/at: 'at' falls: 2020-12-31T23:59:59Z is before 2021-01-01T00:00:00Z,"
                + " the start of the agreement's executedOn");
  }

  @Test
  void noFactOrSeveral() {
    assertThat(
        flawsOf(
            """
                history:
                  - at: 2021-04-10T09:00:00Z
                  - at: 2021-04-10T09:00:00Z
                    milestone: {id: a, on: 2021-04-10}
                    launch: {product: p, venue: v, on: 2021-04-10}
                expect:
                  - that: nothing
                  - position: {}
                  - refused: {code: unknown-payment}
                """))
        .satisfiesExactly(
            none -> assertThat(none).startsWith("a.yaml:13:5: /history/0: no fact is here; one of amendment, "),
            several -> assertThat(several).startsWith("a.yaml:16:13: /history/1/launch: one fact at a time: "),
            kind -> assertThat(kind).startsWith("a.yaml:18:5: /expect/0: no expectation is here; one of position, "),
            clause -> assertThat(clause).isEqualTo("a.yaml:19:15: /expect/1/position/clause: 'clause' is required"),
            refused -> assertThat(refused).startsWith("a.yaml:20:14: /expect/2/refused: no fact is here; "));
  }

  @Test
  void duplicateKeysAreAllNamed() {
    assertThat(flawsOf("history: []\nhistory: []\nexpect: []\nexpect: []\n"))
        .containsExactly(
            "a.yaml:13:1: /history: key 'history' is there twice, first on line 12",
            "a.yaml:15:1: /expect: key 'expect' is there twice, first on line 14");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "{'ledger': 1 'a': 2}     | 1:17 | expected ',' or '}'",
      "{'ledger': [1 2}         | 1:16 | expected ',' or ']'",
      "{'ledger':               | 1:11 | expected",
      "ledger: 1: 2             | 1:10 | expected no further ':' here; a text with ': ' in it stands in quotes",
      "ledger: 'a               | 1:11 | expected a closing quote before the end of the file",
      "ledger: 'a\\qb'           | 1:12 | expected an escape such as \\n or \\u0041",
      "ledger: @a               | 1:9  | expected a value; a text that begins with '@' stands in quotes",
      "ledger: [1               | 1:11 | expected ',' or ']'",
      "a: &                     | 1:5  | expected a name after '&' or '*'"})
  void whatIsNotYamlOrJsonIsRefusedInOurOwnWords(String text, String place, String message) {
    assertThat(flaws(text.replace('\'', '"'))).singleElement().asString().startsWith("a.yaml:" + place + ": " + message)
        .doesNotContain("while", "<", "scalar", "mapping", "but got", "but found", "stream");
  }

  @Test
  void brokenYaml() {
    assertThat(flaws("ledger: 1\nagreement: {id: a\n")).singleElement().asString().startsWith("a.yaml:3:1: ");
    assertThat(flaws("ledger: 1\n\tagreement: 2\n")).singleElement().asString().startsWith("a.yaml:2:1: ");
    assertThat(flaws("")).containsExactly("a.yaml:1:1: the file is empty");
    assertThat(flaws("ledger: 1\n---\nledger: 1\n"))
        .containsExactly("a.yaml:2:1: a second document begins here; a file holds one");
    assertThat(flaws("%YAML 9.9\n---\nledger: 1\n"))
        .containsExactly("a.yaml:1:1: the file says that it is YAML 9.9; a file is YAML 1.2, and need not say so");
    assertThat(flaws("ledger: \u0007")).singleElement().asString().startsWith("a.yaml:1:9: ").contains("U+0007");
    assertThat(flaws("ledger: !!int \"1\""))
        .anySatisfy(flaw -> assertThat(flaw).startsWith("a.yaml:1:9: /ledger: tag "));
    assertThat(AgreementFileReader.read("a.yaml", new byte[]{'a', (byte) 0xFF}).flaws())
        .singleElement()
        .extracting(Flaw::message)
        .isEqualTo("the file is not UTF-8 text");
  }

  @Test
  void bombs() {
    assertThat(flaws("a: " + "[".repeat(40) + "]".repeat(40)))
        .singleElement()
        .asString()
        .endsWith("nesting is deeper than 32");
    StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 20; i++) {
      String alias = "*a" + (i - 1);
      laughs.append("a%d: &a%d [%s]%n".formatted(i, i, String.join(", ", List.of(alias, alias, alias, alias, alias))));
    }
    assertThat(flaws(laughs.toString())).singleElement().asString().contains("aliases repeat more than");
    assertThat(flaws("a: &a [*a]\n")).singleElement().asString().contains("alias *a names nothing that is complete");
    assertThat(flaws("a: &a [" + "x, ".repeat(100_001) + "]\n"))
        .containsExactly("a.yaml:1:4: /a: anchors name more than 100,000 values");
    assertThat(flaws("a: [" + "[],".repeat(1_000_000) + "]\n"))
        .singleElement()
        .asString()
        .endsWith("there are more than 1,000,000 values besides the facts of the history, or in one fact");
  }

  /** Five million characters once took the parser 45 seconds. */
  @ParameterizedTest
  @ValueSource(strings = {"\"%s\"", "'%s'", "%s", "|\n  %s", "# %s", "[a, %s]"})
  void aTextThatIsTooLongIsRefusedBeforeItIsRead(String form) {
    String text = "ledger: 1\ntitle: " + form.formatted("x".repeat(5_000_000)) + "\n";
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertThat(flaws(text))
            .singleElement()
            .asString()
            .matches(
                "a\\.yaml:2:\\d+: a text or comment begins here that has more than 100,000 characters, which is the limit"));
  }

  @Test
  void aTextMayHaveAHundredThousandCharacters() {
    assertThat(flaws("a: " + "x".repeat(100_000) + "\n")).isNotEmpty().noneMatch(flaw -> flaw.contains("begins here"));
    assertThat(flaws("a: \"" + "\\u0078".repeat(100_000) + "\"\n")).noneMatch(flaw -> flaw.contains("begins here"));
    assertThat(flaws("a: \"" + "\\u0078".repeat(100_001) + "\"\n"))
        .containsExactly(
            "a.yaml:1:4: a text or comment begins here that has more than 100,000 characters, which is the limit");
  }

  @Test
  void afterAThousandFlawsTheRestIsNotRead() {
    String wrong = "  - {at: 2021-04-10T09:00:00Z, milestone: {id: a, on: never}}\n";
    assertThat(flawsOf("history:\n" + wrong.repeat(2_000)))
        .hasSize(1_001)
        .endsWith("a.yaml:1013:55: there are more than 1,000 flaws; the rest is not read");
  }

  /** An earlier version recorded control characters; a file that says so may have them. */
  @Test
  void hiddenCharactersAreReadOnlyWhereTheFileSaysThatTheyWereRecorded() {
    String history = "history:\n  - {at: 2021-04-10T09:00:00Z, by: \"a\\a\", milestone: {id: a, on: 2021-04-10}}\n";
    assertThat(flawsOf(history))
        .containsExactly("a.yaml:13:36: /history/0/by: has U+0007 at place 2, which no text may have");
    assertThat(flawsOf(history + "characters: as-recorded\n")).isEmpty();
    assertThat(flawsOf(history + "characters: any\n"))
        .containsExactly(
            "a.yaml:13:36: /history/0/by: has U+0007 at place 2, which no text may have",
            "a.yaml:14:13: /characters: 'characters' must be as-recorded, not \"any\"");
  }

  @Test
  void theAgreementMayStandAfterItsHistory() {
    String history = "history:\n  - {at: %s, milestone: {id: a, on: 2020-12-31}}\n";
    assertThat(flaws(history.formatted("2021-01-01T00:00:00Z") + AGREEMENT)).isEmpty();
    assertThat(flaws(history.formatted("2020-12-31T23:59:59Z") + AGREEMENT))
        .containsExactly(
            "a.yaml:2:10: /history/0/at: 'at' falls: 2020-12-31T23:59:59Z is before 2021-01-01T00:00:00Z,"
                + " the start of the agreement's executedOn");
  }

  @Test
  void anAliasRepeatsAClause() {
    assertThat(
        flawsOf(
            """
                history:
                  - at: &monday 2021-04-12T09:00:00Z
                    milestone: {id: a, on: 2021-04-10}
                  - at: *monday
                    milestone: {id: b, on: 2021-04-10}
                """))
        .isEmpty();
  }
}

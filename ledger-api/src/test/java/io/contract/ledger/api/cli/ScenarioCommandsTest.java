package io.contract.ledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.LedgerServer;
import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.value.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code what-if} and {@code forecast} show what would be, and record nothing. */
class ScenarioCommandsTest {

  private static final String SERVER = "--server=" + LedgerServer.address("");
  private static final String AGREEMENT = LedgerServer.freshId();

  @TempDir
  static Path folder = Path.of("");

  @BeforeAll
  static void loadTheCase() throws IOException {
    String forecast = Files.readString(Path.of("src/test/resources/agreements/forecast.yaml"));
    String file = write("a.yaml", forecast.replace("id: forecast", "id: " + AGREEMENT));
    assertThat(Ran.ledger("load", SERVER, file).status()).isZero();
  }

  @Test
  void furtherFactsShowWhatTheyWouldChange() throws IOException {
    // 4,600 × 20 % = 920 instead of 940.
    String facts = write("facts.yaml", "- restatement: {id: q1b, restates: q1, amount: \"4600.00\"}\n");
    Ran ran = Ran.ledger("what-if", SERVER, AGREEMENT, facts, "--effective-on", "2021-04-30");
    assertThat(ran.status()).as("%s", ran).isZero();
    assertThat(lines(ran))
        .startsWith(AGREEMENT + " on 2021-04-30, as known at 2021-04-10T09:00:00Z (event 1), with 1 supposed fact")
        .contains(" | share accrued | 940.00 | 920.00", "fact 1 | RevenueRestated | share")
        .noneMatch(line -> line.contains("periods"));
    assertThat(Ran.ledger("what-if", SERVER, AGREEMENT, facts, "--effective-on", "2021-04-30", "--details").out())
        .contains("share periods 2021-Q1 accrued");
    Ran json = Ran.ledger("what-if", SERVER, AGREEMENT, facts, "--effective-on", "2021-04-30", "--json");
    assertThat(Fields.of(JsonText.read(json.out())).object("positions").object("share").object("accrued").text("to"))
        .isEqualTo("920.00");
    assertThat(
        Ran.ledger("what-if", SERVER, AGREEMENT, facts, "--effective-on", "2021-04-30", "--why", "accrued").out()
            .lines())
        .startsWith(
            AGREEMENT + " on 2021-04-30, as known at 2021-04-10T09:00:00Z (event 1), USD, with 1 supposed fact", "",
            "accrued = 920.00: Σ periods")
        .anyMatch(line -> line.endsWith(" = 4,600.00  (fact 1)"));
    assertThat(Ran.ledger("what-if", SERVER, AGREEMENT, facts, "--clause", "share").err())
        .isEqualTo("--clause goes with --why; say which figure\n");
    assertThat(Ran.ledger("what-if", SERVER, AGREEMENT, facts, "--effective-on", "2021-01-01").out())
        .contains("Nothing would differ on that day.");
  }

  /** A statement has readings of its own, in a list that is not made of rows. */
  @Test
  void aStatementThatWouldBeNewIsShown() throws IOException {
    String facts = write("statement.yaml", "- statement: {clause: share, period: 2021-Q1, issuedOn: 2021-04-30}\n");
    Ran ran = Ran.ledger("what-if", SERVER, AGREEMENT, facts, "--effective-on", "2021-04-30");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("statements").contains("StatementIssued");
    assertThat(lines(ran)).contains(" | share/1 accrued | – | 940.00", " | share/1 total | – | 940.00");
  }

  @Test
  void lostGroundIsShown() throws IOException {
    String facts =
        write(
            "lost.json",
            """
                {"facts": [
                  {"amendment": {"number": 1, "title": "First", "executedOn": "2021-07-01", "effectiveOn": "2021-07-01",
                    "changes": [{"revise": {"clause": "share", "set": {"rate": "0.15"}}}]}},
                  {"amendment": {"number": 2, "title": "Second", "executedOn": "2021-08-01", "effectiveOn": "2021-06-01",
                    "changes": [{"end": {"clause": "share"}}]}}]}
                """);
    Ran ran = Ran.ledger("what-if", SERVER, AGREEMENT, facts, "--effective-on", "2021-08-01");
    assertThat(lines(ran))
        .anyMatch(line -> line.startsWith(" | 1 | fact 1 | 1 | share | "))
        .contains(" | share inForce | yes | no");
  }

  @Test
  void scenariosStandSideBySide() throws IOException {
    String scenarios =
        write("scenarios.yaml",
            """
                - name: planned
                  streams: {net-sales: {reports: [{from: 2021-04-01, through: 2021-06-30, amount: "130.00"}]}}
                """);
    Ran ran =
        Ran.ledger(
            "forecast", SERVER, AGREEMENT, scenarios, "--growth", "net-sales=0", "--growth", "net-sales=-0.5",
            "--effective-on", "2021-03-31");
    assertThat(ran.status()).as("%s", ran).isZero();
    assertThat(lines(ran))
        .containsExactly(
            AGREEMENT
                + " on 2021-03-31, as known at 2021-04-10T09:00:00Z (event 1), through 2021-12-31; nothing is assumed to be paid or waived",
            "",
            "share: acme would owe globex, USD",
            " | cap | in | reading | reached | planned | net-sales=0 | net-sales=-0.5",
            " | -------- | -------- | ------------------------ | ------- | ----------- | ----------- | --------------",
            " | 1,000.00 | all time | accrued, since-inception | in | not reached | 2021-Q2 | 2021-Q2",
            " | on | – | 2021-04-06 | 2021-04-12",
            "",
            " | cap | in | reading | left at the end | planned | net-sales=0 | net-sales=-0.5",
            " | -------- | -------- | ------------------------ | --------------- | ------- | ----------- | --------------",
            " | 1,000.00 | all time | accrued, since-inception | headroom | 34.00 | 0.00 | 0.00",
            "",
            " | accrues in | planned | net-sales=0 | net-sales=-0.5",
            " | ---------- | ------- | ----------- | --------------",
            " | 2021-Q2 | 26.00 | 60.00 | 60.00",
            " | 2021-Q3 | 0.00 | 0.00 | 0.00",
            " | 2021-Q4 | 0.00 | 0.00 | 0.00",
            " | in all | 26.00 | 60.00 | 60.00");
    assertThat(
        Ran.ledger(
            "forecast", SERVER, AGREEMENT, "--growth", "net-sales=0", "--effective-on", "2021-03-31", "--why",
            "reachedOn").out().lines())
        .startsWith(
            AGREEMENT
                + " on 2021-03-31, as known at 2021-04-10T09:00:00Z (event 1), USD, through 2021-12-31 in scenario"
                + " net-sales=0",
            "",
            "reachedOn = 2021-04-06: first day + days");
    assertThat(
        Ran.ledger(
            "forecast", SERVER, AGREEMENT, "--growth", "net-sales=0", "--growth", "net-sales=1", "--why", "accrued")
            .err())
        .isEqualTo(
            "/scenarios: a figure is explained in one scenario at a time, and there are 2: ask with one of them alone"
                + " (invalid-value)\n");
    assertThat(
        Ran.ledger(
            "forecast", SERVER, AGREEMENT, "--growth", "net-sales=0", "--growth", "net-sales=1", "--scenario",
            "net-sales=0", "--effective-on", "2021-03-31", "--why", "reachedOn").out())
        .contains("in scenario net-sales=0\n", "reachedOn = 2021-04-06: first day + days");
    assertThat(Ran.ledger("forecast", SERVER, AGREEMENT, "--growth", "net-sales=0", "--scenario", "none"))
        .isEqualTo(new Ran(2, "", "there is no scenario 'none'; there is net-sales=0\n"));
    Ran json =
        Ran.ledger("forecast", SERVER, AGREEMENT, "--growth", "net-sales=0", "--through", "2021-06-30", "--json",
            "--effective-on", "2021-03-31");
    assertThat(Fields.of(JsonText.read(json.out())).text("through")).isEqualTo("2021-06-30");
  }

  @Test
  void everyReadingHasItsRows() throws IOException {
    String id = LedgerServer.freshId();
    String introduced = Files.readString(Path.of("src/test/resources/agreements/cap-introduced.yaml"));
    String file = write("b.yaml", introduced.replace("id: cap-introduced", "id: " + id));
    assertThat(Ran.ledger("load", SERVER, file).status()).isZero();
    // Settling one of the two open parameters leaves two of the four readings, named by the other parameter.
    String settled =
        write("settled.yaml",
            "- reading: {clause: share, parameter: basis, value: paid, from: 2021-07-01, by: both}\n");
    assertThat(lines(Ran.ledger("what-if", SERVER, id, settled, "--effective-on", "2021-07-01")))
        .containsSubsequence(
            " | share cap 1 basis | unstated | paid",
            " | share reading accrued, since-inception | possible: accrued 2.50, outstanding 0.50 | –",
            " | share reading accrued, since-effective | possible: accrued 2.50, outstanding 0.50 | –",
            " | share reading paid, since-inception | possible: accrued 2.50, outstanding 0.50 | –",
            " | share reading paid, since-effective | possible: accrued 2.50, outstanding 0.50 | –",
            " | share reading since-inception | – | possible: accrued 2.50, outstanding 0.50",
            " | share reading since-effective | – | possible: accrued 2.50, outstanding 0.50");
    // 2.00 + 0.50 have accrued and count (see the file). Nothing more is assumed.
    Ran ran = Ran.ledger("forecast", SERVER, id, "--growth", "net-sales=-1", "--effective-on", "2021-07-01",
        "--through", "2021-12-31");
    assertThat(lines(ran))
        .contains(
            " | 10.00 | all time | accrued, since-inception | headroom | 7.50",
            " | 10.00 | all time | paid, since-effective | headroom | 10.00",
            " | room | 9.50",
            " | 2021-Q3 | every reading | 0.00");
  }

  @Test
  void whatCannotBeAskedIsSaid() throws IOException {
    String refused =
        write("refused.yaml", "- reversal: {payment: nope, on: 2021-08-02, reason: x}\n");
    Ran ran = Ran.ledger("what-if", SERVER, AGREEMENT, refused);
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .isEqualTo("/facts/0/reversal/payment: there is no payment 'nope' to reverse (unknown-payment)\n");
    String unreadable = write("unreadable.yaml", "- milestone: {id: sold, on: soon}\n- nope: {}\n");
    Ran flaws = Ran.ledger("what-if", SERVER, AGREEMENT, unreadable);
    assertThat(flaws.status()).isEqualTo(2);
    assertThat(flaws.err()).contains("unreadable.yaml:1:29: /0/milestone/on: ", "unreadable.yaml:2:3: /1/nope: ");
    assertThat(Ran.ledger("what-if", SERVER, AGREEMENT, "nowhere.yaml").err()).contains("there is no such file");
    assertThat(Ran.ledger("forecast", SERVER, AGREEMENT).err()).contains("say what to assume");
    assertThat(Ran.ledger("forecast", SERVER, AGREEMENT, "--growth", "0.05").status()).isEqualTo(2);
    assertThat(Ran.ledger("forecast", SERVER, AGREEMENT, "--growth", "sales=0").err())
        .startsWith(
            "/scenarios/0/streams/sales: no revenue share has the stream 'sales' in its base; there is net-sales");
    assertThat(Ran.ledger("forecast", SERVER, "nope", "--growth", "net-sales=0").err()).contains("unknown-agreement");
    assertThat(Ran.ledger("forecast", "--server", "http://127.0.0.1:1", AGREEMENT, "--growth", "net-sales=0").err())
        .contains("ledger.jar serve");
    assertThat(Ran.ledger("forecast", "--help").out()).contains("Examples:", "Exit status:");
    assertThat(Ran.ledger("what-if", "--help").out()).contains("Examples:", "Exit status:");
  }

  private static String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static Stream<String> lines(Ran ran) {
    return ran.out().lines().map(line -> line.replaceAll(" {2,}", " | "));
  }
}

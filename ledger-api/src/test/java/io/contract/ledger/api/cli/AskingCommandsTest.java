package io.contract.ledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.LedgerServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code load}, {@code position} and {@code obligations} ask a running ledger. Without one they tell how to start it. */
class AskingCommandsTest {

  private static final String SERVER = "--server=" + LedgerServer.address("");
  private static final String AGREEMENT = LedgerServer.freshId();

  @TempDir
  static Path folder = Path.of("");

  private static String file = "";

  @BeforeAll
  static void loadAnAgreement() throws IOException {
    String introduced = Files.readString(Path.of("src/test/resources/agreements/cap-introduced.yaml"));
    file =
        Files.writeString(folder.resolve("a.yaml"), introduced.replace("id: cap-introduced", "id: " + AGREEMENT))
            .toString();
    assertThat(Ran.ledger("load", SERVER, file))
        .isEqualTo(new Ran(0, file + ": " + AGREEMENT + " loaded; 2 of 2 expectations hold\n", ""));
  }

  @Test
  void loadingAgainChangesNothing() {
    assertThat(Ran.ledger("load", SERVER, file))
        .isEqualTo(
            new Ran(0, file + ": " + AGREEMENT + " already there, nothing changed; 2 of 2 expectations hold\n", ""));
  }

  @Test
  void everyReadingHasItsColumn() {
    Ran ran = Ran.ledger("position", SERVER, AGREEMENT, "--effective-on", "2021-07-01");
    assertThat(ran.status()).isZero();
    assertThat(ran.out().lines().map(line -> line.replaceAll(" {2,}", " | ")))
        .startsWith(AGREEMENT + " on 2021-07-01, as known at 2021-07-10T09:00:00Z (event 4)")
        .contains(
            "share: acme owes globex, USD",
            " | every reading | accrued, since-inception | accrued, since-effective | paid, since-inception | paid, since-effective",
            " | cap counted | undetermined | 2.50 | 0.00 | 2.00 | 0.00",
            " | cap headroom | undetermined | 7.50 | 10.00 | 8.00 | 10.00",
            " | cap room | undetermined | 7.50 | 10.00 | 7.50 | 9.50",
            " | 2021-Q1 | every reading | 10.00 | 2.00 | 2.00 | 0.00 | 2.00 | 0.00 | 0.00 | 2021-05-17 | settled");
  }

  @Test
  void obligationsOfOneAndOfAll() {
    Ran one = Ran.ledger("obligations", SERVER, AGREEMENT, "--effective-on", "2021-07-01", "--party", "acme");
    assertThat(one.status()).isZero();
    assertThat(one.out().lines().map(line -> line.replaceAll(" {2,}", " | ")))
        .anyMatch(line -> line
            .startsWith(" | 2021-08-16 | due-later | acme | globex | 0.50 | 0.50 | the agreement | share/2021-Q2 | "));
    assertThat(Ran.ledger("obligations", SERVER, "--party", "acme", "--effective-on", "2021-07-01").out().lines())
        .as("of all agreements")
        .anyMatch(line -> line.matches(" *" + AGREEMENT + " +USD +2021-08-16 .*share/2021-Q2.*"));
    assertThat(Ran.ledger("obligations", SERVER, "--due-through", "2021-08-15", "--effective-on", "2021-07-01").out())
        .doesNotContain("2021-08-16");
    assertThat(Ran.ledger("obligations", SERVER, AGREEMENT, "--due-through", "2021-08-15").status()).isEqualTo(2);
    assertThat(Ran.ledger("obligations", SERVER, "--json", AGREEMENT).out())
        .startsWith("{\n  \"agreement\": \"" + AGREEMENT);
  }

  @Test
  void aFigureCanBeAskedWhy() {
    Ran ran =
        Ran.ledger("position", SERVER, AGREEMENT, "--effective-on", "2021-07-01", "--why", "room", "--basis", "paid",
            "--counts", "since-inception");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isZero();
    assertThat(ran.out().lines())
        .startsWith(AGREEMENT + " on 2021-07-01, as known at 2021-07-10T09:00:00Z (event 4), USD")
        .contains("room = 7.50: max(0, …)", "  room = 7.50: amount − counted − open");
    assertThat(Ran.ledger("position", SERVER, AGREEMENT, "--why", "dueOn", "--period", "2021-Q1", "--json").out())
        .contains("\"value\": \"2021-05-17\"");
    assertThat(Ran.ledger("position", SERVER, AGREEMENT, "--why", "profit"))
        .satisfies(no -> assertThat(no.status()).isEqualTo(2))
        .satisfies(no -> assertThat(no.err()).contains("there is no figure 'profit'", "outstanding"));
    assertThat(Ran.ledger("position", SERVER, AGREEMENT, "--period", "2021-Q1").status()).isEqualTo(2);
    assertThat(Ran.ledger("position", "--help").out()).contains("--why");
    assertThat(Ran.ledger("obligations", SERVER, AGREEMENT, "--why", "dueOn", "--ref", "share/2021-Q2").out())
        .contains("= 2021-08-16: roll following, SatSun");
    assertThat(Ran.ledger("obligations", SERVER, AGREEMENT, "--why", "dueOn").status()).isEqualTo(2);
  }

  @Test
  void aPositionSaysWhatItsCapCounts() {
    assertThat(Ran.ledger("position", SERVER, AGREEMENT, "--effective-on", "2021-07-01").out())
        .contains("\n  cap counts accrued or paid: open, since when: open, for all time\n");
  }

  @Test
  void aPositionSaysWhatStatementsHaveNotSaidYet() throws IOException {
    String agreement = load("statements.yaml", "id: statements");
    assertThat(Ran.ledger("position", SERVER, agreement, "--clause", "share", "--effective-on", "2021-08-05",
        "--known-at", "2021-08-05T00:00:00Z").out().lines().map(line -> line.strip().replaceAll(" {2,}", " | ")))
        .containsSubsequence("to adjust | USD", "2021-Q1 | 22.50", "2021-Q2 | 25.00");
  }

  @Test
  void aShareWhoseRateIsNotDisclosedIsShownToo() throws IOException {
    String agreement = load("brought-forward-undisclosed.yaml", "id: brought-forward-undisclosed");
    Ran ran = Ran.ledger("position", SERVER, agreement, "--effective-on", "2021-12-31");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("undetermined").doesNotContain("to credit");

    var issued = LedgerServer.post("/api/v1/agreements/" + agreement + "/statements",
        "{'clause': 'share', 'period': '2021-H1', 'issuedOn': '2021-12-31'}");
    assertThat(issued.status()).as("%s", issued).isEqualTo(201);
    assertThat(LedgerServer.get("/api/v1/agreements/" + agreement + "/clauses/share/statements/1?format=html").status())
        .isEqualTo(200);
    assertThat(Ran.ledger("statement", SERVER, agreement, "share", "1").out()).contains("no due date");
  }

  private static String load(String name, String id) throws IOException {
    String agreement = LedgerServer.freshId();
    String text = Files.readString(Path.of("src/test/resources/agreements/" + name));
    String copy = Files.writeString(folder.resolve(name), text.replace(id, "id: " + agreement)).toString();
    assertThat(Ran.ledger("load", SERVER, copy).status()).isZero();
    return agreement;
  }

  @Test
  void aFileOfWhichSomethingDoesNotHoldIsNotLoadedUnlessForced() throws IOException {
    String agreement = LedgerServer.freshId();
    String introduced = Files.readString(Path.of("src/test/resources/agreements/cap-introduced.yaml"));
    String failing =
        Files.writeString(
            folder.resolve("failing.yaml"),
            introduced.replace("id: cap-introduced", "id: " + agreement).replace("accrued: \"2.50\"",
                "accrued: \"2.60\""))
            .toString();
    Ran refused = Ran.ledger("load", SERVER, failing);
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err()).as("as check says it").startsWith(firstLine(Ran.ledger("check", failing).out()));
    assertThat(refused.err()).contains("accrued expected \"2.60\", found \"2.50\"")
        .endsWith(failing + ": not loaded; --force loads it all the same\n");

    Ran tried = Ran.ledger("load", SERVER, failing, "--dry-run");
    assertThat(tried.status()).isEqualTo(1);
    assertThat(tried.err()).contains(failing + ":", "accrued expected \"2.60\", found \"2.50\"");
    assertThat(tried.out()).contains(agreement + " not loaded, as asked");

    assertThat(Ran.ledger("load", SERVER, failing, "--force").status()).isZero();

    Ran again = Ran.ledger("load", SERVER, failing);
    assertThat(again.status()).as("what it expects still does not hold").isEqualTo(1);
    assertThat(again.out()).contains(agreement + " already there, nothing changed; ");
    assertThat(again.err()).doesNotContain("--force");
    assertThat(Ran.ledger("position", SERVER, agreement).status()).isZero();
  }

  @Test
  void aFactOfAFileThatIsRefusedIsNamedAsByCheck() throws IOException {
    String introduced = Files.readString(Path.of("src/test/resources/agreements/cap-introduced.yaml"));
    String refused =
        Files.writeString(
            folder.resolve("refused.yaml"),
            introduced.replace("id: cap-introduced", "id: " + LedgerServer.freshId())
                .replace("payee: globex", "payee: nobody"))
            .toString();
    String line = firstLine(Ran.ledger("check", refused).out());
    assertThat(line).startsWith(refused + ":");
    assertThat(firstLine(Ran.ledger("load", SERVER, refused).err())).isEqualTo(line);
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  @Test
  void whatIsNotThereIsARefusal() {
    assertThat(Ran.ledger("position", SERVER, "nope"))
        .satisfies(ran -> assertThat(ran.status()).isEqualTo(1))
        .satisfies(ran -> assertThat(ran.err()).contains("unknown-agreement"));
    assertThat(Ran.ledger("position", SERVER, AGREEMENT, "--effective-on", "yesterday").status()).isEqualTo(2);
  }

  @Test
  void withoutAServerItSaysHowToStartOne() {
    Ran ran = Ran.ledger("position", "--server", "http://127.0.0.1:1", "acme-globex");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("no ledger at http://127.0.0.1:1", "ledger.jar serve");
  }
}

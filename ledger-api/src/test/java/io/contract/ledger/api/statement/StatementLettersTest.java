package io.contract.ledger.api.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.contract.ledger.api.Installed;
import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.LedgerServer;
import io.contract.ledger.api.store.TestServer;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names in letters that the page's font lacks are drawn on paper in their own way; without a font for them, the paper says so. */
class StatementLettersTest {

  private static HttpResponse<byte[]> statement(URI server, String payer, String payee)
      throws IOException, InterruptedException {
    String id = LedgerServer.freshId();
    String body = AcmeAndGlobex.body(id, "").replace("Acme Corp", payer).replace("Globex Ltd", payee);
    try (HttpClient client = HttpClient.newHttpClient()) {
      String path = "/api/v1/agreements";
      assertThat(post(client, server.resolve(path), body)).isEqualTo(201);
      path += "/" + id;
      assertThat(
          post(client, server.resolve(path + "/statements"),
              "{'clause': 'share', 'period': '2021-Q1', 'issuedOn': '2021-04-20'}"))
          .isEqualTo(201);
      HttpResponse<byte[]> answer =
          client.send(HttpRequest.newBuilder(server.resolve(path + "/clauses/share/statements/1?format=pdf")).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      return answer;
    }
  }

  @Test
  void moreThanOnePaperMayHaveOfDrawnLettersIsRefusedAndThePageHasThem() throws Exception {
    Installed.requireFonts();
    String id = LedgerServer.freshId();
    // One letter of Unicode that is a whole sentence: in letters of 4,000 such, hundreds of lines and curves each.
    String body = AcmeAndGlobex.body(id, "").replace("Acme Corp", "\uFDFA".repeat(4_000));
    assertThat(LedgerServer.post("/api/v1/agreements", body).status()).isEqualTo(201);
    String path = "/api/v1/agreements/" + id;
    assertThat(
        LedgerServer.post(path + "/statements", "{'clause': 'share', 'period': '2021-Q1', 'issuedOn': '2021-04-20'}")
            .status())
        .isEqualTo(201);

    assertThat(LedgerServer.get(path + "/clauses/share/statements/1?format=pdf").outcome())
        .isEqualTo("422 question-too-large");
    assertThat(LedgerServer.get(path + "/clauses/share/statements/1?format=html").status()).isEqualTo(200);
  }

  private static int post(HttpClient client, URI address, String body) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(address).setHeader("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))).build(),
        HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  @ParameterizedTest
  @CsvSource({
      "上海国际有限责任公司, Han", "株式会社トヨタ自動車, kana", "삼성전자 주식회사, Hangul", "شركة الاتصالات السعودية (STC) 2021, Arabic",
      "בנק הפועלים בע״מ 2021, Hebrew", "भारतीय स्टेट बैंक, Devanagari", "บริษัท ปตท. จำกัด (มหาชน), Thai"})
  void aNameInAnyLettersIsDrawnAndReadAloud(String name, String letters) throws Exception {
    Installed.requireFonts();
    HttpResponse<byte[]> answer = statement(LedgerServer.address("/"), name, "Globex " + name);
    assertThat(answer.headers().firstValue("Ledger-Missing-Letters")).as(letters).isEmpty();
    try (PDDocument pdf = Loader.loadPDF(answer.body())) {
      assertThat(text(pdf)).as(letters).doesNotContain("#", "[").contains("Globex");
      List<String> read = new ArrayList<>();
      readAloud(pdf.getDocumentCatalog().getStructureTreeRoot(), read);
      String joined = String.join("", read).replace(" ", "");
      String wanted = name.replace(" ", "");
      assertThat(joined).as("%s, twice: payer and payee", letters).contains(wanted.replaceAll("\\(มหาชน\\)", ""));
      assertThat(drawings(pdf.getPage(0))).isEqualTo(read.size());
    }
  }

  /** The texts beside what is drawn. */
  private static void readAloud(PDStructureNode node, List<String> read) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        if (element.getAlternateDescription() != null) {
          read.add(element.getAlternateDescription());
        }
        readAloud(element, read);
      }
    }
  }

  private static int drawings(PDPage page) {
    int count = 0;
    for (COSName name : page.getResources().getXObjectNames()) {
      count += page.getResources().isImageXObject(name) ? 0 : 1;
    }
    return count;
  }

  private static String text(PDDocument pdf) throws IOException {
    return new PDFTextStripper().getText(pdf);
  }

  @Test
  void withoutAFontThePaperAndTheAnswerNameTheLettersThatAreMissing(@TempDir Path folder) throws Exception {
    Path noFonts = java.nio.file.Files.createDirectory(folder.resolve("fonts"));
    try (TestServer server = TestServer.whole(folder, "--ledger.fonts=" + noFonts)) {
      HttpResponse<byte[]> answer = statement(server.address("/"), "株式会社 Acme", "ปตท. จำกัด");
      assertThat(answer.headers().firstValue("Ledger-Missing-Letters")).contains("Han, Thai");
      try (PDDocument pdf = Loader.loadPDF(answer.body())) {
        assertThat(text(pdf).replaceAll("\\s+", " "))
            .contains("[Han] Acme", "[Thai]")
            .contains("Letters are missing on this paper: no font for Han, Thai was found where it was made.")
            .doesNotContain("#");
      }
    }
  }

  /** A letter that no font has is missing alone: its script is drawn all the same. U+2FFFD is no character. */
  @Test
  void oneLetterWithoutAFontLeavesTheOthers() {
    Installed.requireFonts();
    Fonts fonts = new Fonts("");
    List<Font> some = fonts.forText("\u4E0A\uD87F\uDFFD");
    assertThat(some).anyMatch(font -> font.canDisplay('\u4E0A')).noneMatch(font -> font.canDisplay(0x2FFFD));
    assertThat(fonts.forText("\u6D77\u516C\u53F8")).hasSize(1);
  }

  /** An earlier version recorded control characters, which paper does not have. */
  @Test
  void controlCharactersThatWereRecordedDoNotKeepAStatementFromPaper() throws Exception {
    String id = LedgerServer.freshId();
    String file = """
        ledger: 1
        agreement:
          id: %s
          title: "A \\a and \\0 B"
          currency: USD
          timeZone: UTC
          executedOn: 2021-01-01
          effectiveOn: 2021-01-01
          parties: [{id: acme, name: "Ac\\eme\\uFFFE Corp"}, {id: globex, name: "Glo\\L bex"}]
          clauses:
            - {id: share, kind: revenue-share, payer: acme, payee: globex, base: s, rate: "0.20", period: quarter}
        history:
          - {at: 2021-04-20T00:00:00Z, statement: {clause: share, period: 2021-Q1, issuedOn: 2021-04-20}}
        characters: as-recorded
        """.formatted(id).replace("\\L", "\\u2028");
    assertThat(
        LedgerServer.postBytes("/api/v1/agreement-files", file.getBytes(StandardCharsets.UTF_8), "application/yaml")
            .outcome())
        .isEqualTo("201");
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> answer =
          client.send(
              LedgerServer.request("/api/v1/agreements/" + id + "/clauses/share/statements/1?format=pdf").build(),
              HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      try (PDDocument pdf = Loader.loadPDF(answer.body())) {
        assertThat(text(pdf)).contains("Acme Corp", "Glo").doesNotContain("#", "[");
      }
    }
  }

  /** In a Hebrew name the number is read last, and so stands at the left. */
  @Test
  void aNumberInANameFromTheRightStandsAtItsLeft() {
    List<Font> page = List.of(new PageFont().drawing().orElseThrow());
    DrawnText number = DrawnText.of("2021", false, page);
    DrawnText name = DrawnText.of("\u05D1\u05E0\u05E7 2021", true, page);
    Rectangle2D bounds = name.shape().getBounds2D();
    assertThat(bounds.getMinX()).isCloseTo(number.shape().getBounds2D().getMinX(), within(0.001));
    DrawnText letters = DrawnText.of("\u05D1\u05E0\u05E7", true, page);
    assertThat(bounds.getMaxX() - number.width()).isGreaterThan(letters.shape().getBounds2D().getMaxX() - 0.001);
  }

  /** Joined letters are narrower than the same letters alone: beh, yeh, teh. */
  @Test
  @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void whileAFontFileIsOpenedNobodyWaitsWhoseFontIsFound(@TempDir Path folder) throws Exception {
    try (InputStream liberation =
        PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
      Files.copy(Objects.requireNonNull(liberation), folder.resolve("latin.ttf"));
    }
    Fonts fonts = new Fonts(folder.toString());
    List<Font> latin = fonts.forText("abc");
    assertThat(latin).hasSize(1);
    // Whoever opens a pipe waits until it is opened for writing, too.
    Path slow = folder.resolve("thai.ttf");
    assertThat(new ProcessBuilder("mkfifo", slow.toString()).start().waitFor()).isZero();
    Thread opening = Thread.ofPlatform().daemon().start(() -> fonts.forText("\u0E01"));
    while (Arrays.stream(opening.getStackTrace()).noneMatch(call -> call.getMethodName().equals("createFonts"))) {
      Thread.onSpinWait();
    }

    assertThat(fonts.forText("abc")).isEqualTo(latin);
    assertThat(opening.isAlive()).as("the file is still being opened").isTrue();
    Files.newOutputStream(slow).close();
  }

  @Test
  void arabicLettersAreJoined() {
    Installed.requireFonts();
    List<Font> fonts = new Fonts("").forText("\u0628\u064A\u062A");
    double alone =
        List.of("\u0628", "\u064A", "\u062A").stream().mapToDouble(one -> DrawnText.of(one, true, fonts).width()).sum();
    assertThat(DrawnText.of("\u0628\u064A\u062A", true, fonts).width()).isLessThan(0.8 * alone);
  }
}

package io.contract.ledger.api.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.LedgerServer;
import io.contract.ledger.api.http.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A statement as a page and as PDF: people read, print and hear the same figures that the answer has. */
class StatementDocumentsTest {

  private static final String LONG =
      "DonaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftmitbeschränkterHaftung";

  private final AcmeAndGlobex agreement = AcmeAndGlobex.recorded();

  private static void issue(AcmeAndGlobex of, String period, String issuedOn) {
    assertThat(
        of.post("/statements", "{'clause': 'share', 'period': '%s', 'issuedOn': '%s'}".formatted(period, issuedOn))
            .status())
        .isEqualTo(201);
  }

  /** The first quarter is stated as 940 and restated to 920. The second is stated as 80 with the adjustment. */
  private void adjusted() {
    agreement.firstQuarter("4700.00");
    issue(agreement, "2021-Q1", "2021-04-20");
    agreement.post("/revenue-reports/q1/restatements", "{'id': 'q1b', 'amount': '4600.00'}");
    agreement.secondQuarter("500.00");
    agreement.payment("p1", "930.00");
    issue(agreement, "2021-Q2", "2021-07-20");
  }

  private static Document page(String path, String... headers) throws Exception {
    Reply reply = LedgerServer.get(path, headers);
    assertThat(reply.status()).as("%s", reply).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    // The page is well-formed XML, because the PDF writer reads nothing else.
    return DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(new ByteArrayInputStream(reply.text().getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> all(Document page, String name) {
    NodeList found = page.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static List<String> rows(Document page) {
    return all(page, "tr").stream().map(row -> row.getTextContent().strip().replaceAll("\\s+", " ")).toList();
  }

  private PDDocument pdf(String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> response =
          client.send(
              LedgerServer.request(path, "Accept", "application/pdf").GET().build(),
              HttpResponse.BodyHandlers.ofByteArray());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type")).contains("application/pdf");
      return Loader.loadPDF(response.body());
    }
  }

  private static String text(PDDocument pdf) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    return stripper.getText(pdf);
  }

  /** −20 in April settle 20 of the first quarter's 940. June adds 30: 10 have accrued and 30 are open. */
  @Test
  void whatWentBelowZeroStandsBetweenWhatAccruedAndWhatIsOpen() throws Exception {
    agreement.firstQuarter("4700.00");
    agreement.post("/revenue-reports",
        "{'id': 'apr', 'stream': 'net-sales', 'from': '2021-04-01', 'through': '2021-04-30', 'amount': '-100.00'}");
    agreement.post("/revenue-reports",
        "{'id': 'jun', 'stream': 'net-sales', 'from': '2021-05-01', 'through': '2021-06-30', 'amount': '150.00'}");
    issue(agreement, "2021-Q1", "2021-07-20");
    issue(agreement, "2021-Q2", "2021-07-20");

    assertThat(rows(page(agreement.path("/clauses/share/statements/2"), "Accept", "text/html")))
        .containsSubsequence("Accrued 10.00 950.00", "Below zero, given as credit 20.00", "Settled 0.00",
            "Outstanding 30.00 950.00");
    assertThat(rows(page(agreement.path("/clauses/share/statements/1"), "Accept", "text/html")))
        .noneMatch(row -> row.startsWith("Below zero"));
  }

  @Test
  void thePageSaysWhatIsStatedAndWhy() throws Exception {
    adjusted();
    Document page = page(agreement.path("/clauses/share/statements/2"), "Accept", "text/html");

    assertThat(rows(page))
        .contains(
            "Payer Acme Corp Period 2021-Q2, 2021-04-01 through 2021-06-30",
            "Payee Globex Ltd Issued on 2021-07-20",
            "Clause share Due on 2021-08-16",
            "Share of 2021-Q2 What the lines below come to. 80.00",
            "Adjustment of 2021-Q1 It comes to 920.00 by now; 940.00 had been stated and adjusted."
                + "Because: report q1 restated to 4,600.00 (event 3). -20.00",
            "Total due on 2021-08-16 USD 60.00",
            "1 2021-04-01 through 2021-06-30 500.00 20 % 100.00 20.00 80.00",
            // The cap is 1,000, and all of it has been counted.
            "1,000.00 what accrues, since inception, for all time 1,000.00 0.00 0.00 0.00 2021-06-12",
            // 930 settle 920 of the first quarter and 10 of the second.
            "2021-07-19 payment p1 (event 5) 10.00",
            "Outstanding 70.00 70.00");
    assertThat(all(page, "ol").getFirst().getTextContent())
        .contains("500.00 × 20 % = 100.00.", "leaves room for 80.00; 20.00 is cut off.");
  }

  @Test
  void thePageCanBeReadAloud() throws Exception {
    adjusted();
    Document page = page(agreement.path("/clauses/share/statements/2?format=html"));

    assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
    assertThat(all(page, "title").getFirst().getTextContent())
        .isEqualTo("Statement 2 for 2021-Q2 · Acme and Globex distribution agreement");
    assertThat(all(page, "h1")).hasSize(1);
    assertThat(all(page, "th")).allMatch(cell -> List.of("row", "col").contains(cell.getAttribute("scope")));
    assertThat(all(page, "table"))
        .as("every table but the head has a caption")
        .allMatch(
            table -> table.getAttribute("class").equals("facts")
                || table.getElementsByTagName("caption").getLength() == 1);
    assertThat(all(page, "script")).isEmpty();
  }

  @Test
  void thePdfIsOneSheetWithTheSameText() throws Exception {
    adjusted();
    try (PDDocument pdf = pdf(agreement.path("/clauses/share/statements/2"))) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(1);
      assertThat(pdf.getPage(0).getMediaBox().getWidth()).as("A4: 210 mm are 595.28 points").isBetween(594f, 596f);
      assertThat(pdf.getDocumentInformation().getTitle())
          .isEqualTo("Statement 2 for 2021-Q2 · Acme and Globex distribution agreement");
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).as("tagged for screen readers").isTrue();
      assertThat(text(pdf))
          .contains(
              "Statement 2 for 2021-Q2", "Acme Corp", "Globex Ltd", "report q1 restated to 4,600.00 (event 3)",
              "-20.00",
              "USD 60.00", "1 / 1", agreement.id() + ", share, statement 2")
          .doesNotContain("As PDF");
    }
  }

  @Test
  void longNamesWrapAndManyLinesGoOnOnFurtherSheets() throws Exception {
    String id = LedgerServer.freshId();
    String body =
        AcmeAndGlobex.body(id, "").replace("Acme Corp", LONG).replace("Globex Ltd", "Żółć & <b>Globex</b> 株式会社");
    assertThat(LedgerServer.post("/api/v1/agreements", body).status()).isEqualTo(201);
    String path = "/api/v1/agreements/" + id;
    for (int day = 1; day <= 31; day++) {
      String date = "2021-01-%02d".formatted(day);
      assertThat(
          LedgerServer.post(
              path + "/revenue-reports",
              "{'id': 'r%d', 'stream': 'net-sales', 'from': '%s', 'through': '%s', 'amount': '10.00'}"
                  .formatted(day, date, date))
              .status())
          .isEqualTo(201);
    }
    LedgerServer.post(path + "/statements", "{'clause': 'share', 'period': '2021-Q1', 'issuedOn': '2021-04-20'}");
    String statement = path + "/clauses/share/statements/1";

    assertThat(rows(page(statement + "?format=html"))).contains("Payee Żółć & <b>Globex</b> 株式会社 Issued on 2021-04-20");
    try (PDDocument pdf = pdf(statement)) {
      assertThat(pdf.getNumberOfPages()).isBetween(2, 4);
      String inOrder = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
      assertThat(inOrder).contains(LONG).contains("Żółć&<b>Globex</b>")
          .contains("Reportr31");
      PDFTextStripper second = new PDFTextStripper();
      second.setStartPage(2);
      second.setEndPage(2);
      assertThat(second.getText(pdf)).as("the table goes on under its heading").contains("Line", "Accrued");
    }
  }

  @Test
  void whereReadingsDifferEachIsShown() throws Exception {
    String id = LedgerServer.freshId();
    String body =
        AcmeAndGlobex.body(id, "").replace("'basis': 'accrued', 'counts': 'since-inception'", "'basis': 'unstated'");
    assertThat(LedgerServer.post("/api/v1/agreements", body).status()).isEqualTo(201);
    String path = "/api/v1/agreements/" + id;
    // The first quarter's 1,200 are cut to 1,000 under every reading. 300 of it are waived.
    LedgerServer.post(
        path + "/revenue-reports",
        "{'id': 'q1', 'stream': 'net-sales', 'from': '2021-01-01', 'through': '2021-03-31', 'amount': '6000.00'}");
    LedgerServer.post(
        path + "/waivers", "{'clause': 'share', 'amount': '300.00', 'on': '2021-04-10', 'by': 'globex'}");
    // The second quarter has 100. On accrued there is no room; on paid the waiver has freed room for all of it.
    LedgerServer.post(
        path + "/revenue-reports",
        "{'id': 'q2', 'stream': 'net-sales', 'from': '2021-04-01', 'through': '2021-06-30', 'amount': '500.00'}");
    LedgerServer.post(path + "/statements", "{'clause': 'share', 'period': '2021-Q2', 'issuedOn': '2021-07-20'}");

    Document page = page(path + "/clauses/share/statements/1?format=html");

    assertThat(all(page, "h2").stream().map(Element::getTextContent))
        .contains("What is stated", "If the cap counts what accrues, since inception",
            "If the cap counts what is paid, since inception");
    assertThat(rows(page))
        .contains(
            "Total due on 2021-08-16 USD undetermined", "Total due on 2021-08-16 USD 0.00",
            "Total due on 2021-08-16 USD 100.00");
  }

  @Test
  void theFormIsThatOfTheAddressElseOfTheRequestElseJson() {
    adjusted();
    String path = agreement.path("/clauses/share/statements/2");
    assertThat(LedgerServer.get(path).header("Content-Type")).startsWith("application/json");
    assertThat(LedgerServer.get(path, "Accept", "*/*").header("Content-Type")).startsWith("application/json");
    assertThat(LedgerServer.get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8").header("Content-Type"))
        .as("a browser").startsWith("text/html");
    assertThat(LedgerServer.get(path + "?format=json", "Accept", "text/html").header("Content-Type"))
        .startsWith("application/json");
    assertThat(LedgerServer.get(path, "Accept", "image/png").status()).isEqualTo(406);
    assertThat(LedgerServer.get(path).header("Vary")).isEqualTo("Accept");
    Reply html = LedgerServer.get(path + "?format=html");
    assertThat(LedgerServer.get(path + "?format=html", "If-None-Match", html.header("ETag")).status()).isEqualTo(304);
    assertThat(html.header("ETag")).isNotEqualTo(LedgerServer.get(path).header("ETag"));
    assertThat(LedgerServer.get(agreement.path("/clauses/share/statements/9?format=pdf")).outcome())
        .isEqualTo("404 unknown-fact");
  }
}

package io.contract.ledger.api.http;

import static io.contract.ledger.api.http.AcmeAndGlobex.paymentBody;
import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.answer.Problem;
import io.contract.ledger.value.Checker;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Type;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is guessed, converted or ignored. A request that is not understood is answered with a problem, and nothing is stored. */
class StrictnessTest {

  private final AcmeAndGlobex agreement = AcmeAndGlobex.recorded();

  @Test
  void anUnknownFieldIsRefusedByName() {
    Reply reply = agreement.post("/payments", paymentBody("p1", "1.00").replace("'id'", "'memo': 'x', 'id'"));
    refused(reply, "400 unknown-field", "/memo");
  }

  @Test
  void aNameGivenTwiceIsRefused() {
    Reply reply = agreement.post("/payments", paymentBody("p1", "1.00").replace("'id'", "'amount': '2.00', 'id'"));
    refused(reply, "400 invalid-json", "");
    assertThat(reply.at("detail")).contains("'amount' is given twice").contains("line 1");
  }

  @Test
  void anUnquotedAmountIsRefused() {
    Reply reply = agreement.post("/payments", paymentBody("p1", "1.00").replace("'1.00'", "1.00"));
    refused(reply, "400 invalid-value", "/amount");
    assertThat(reply.at("detail")).contains("write \"1.00\"");
  }

  @Test
  void aBodyThatIsNotCutIntoChunksAsItSaysIsRefused() throws IOException {
    String post = "POST " + agreement.path("/payments") + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n";
    assertThat(raw(post)).startsWith("HTTP/1.1 400").contains("\"code\":\"bad-request\"");
  }

  @Test
  void aVersionOfHttpThatDoesNotExistIsTheCallersFault() throws IOException {
    assertThat(raw("GET /api/v1/agreements HTTP/9.9\r\nHost: localhost\r\n\r\n"))
        .startsWith("HTTP/1.1 505").contains("\"code\":\"bad-request\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/health/./store", "/actuator/health/../env", "/actuator/health/%2e%2e/env",
      "/api/v1/%2E/agreements", "/api/v1/agreements/."})
  void anAddressWithDotsForStepsIsNotFound(String path) throws IOException {
    assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 404").contains("\"code\":\"unknown-path\"");
  }

  @Test
  void aMethodForProxiesIsNotTakenAnywhere() throws IOException {
    assertThat(raw("CONNECT localhost:80 HTTP/1.1\r\nHost: localhost:80\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 405").contains("\"code\":\"method-not-allowed\"");
  }

  @Test
  void aTransferEncodingThatNobodyKnowsIsTheCallersFault() throws IOException {
    assertThat(
        raw("POST " + agreement.path("/payments") + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nTransfer-Encoding: brown\r\n\r\n{}"))
        .startsWith("HTTP/1.1 400").contains("\"code\":\"bad-request\"");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "*/*;q=0                         | 406",
      "application/json;q=0, */*       | 406",
      "application/*;q=0.0, text/html  | 406",
      "*/*;q=0, application/json       | 200",
      "text/html;q=0, */*;q=0.1        | 200"})
  void aFormThatIsRuledOutIsNotAnswered(String accepted, int status) {
    assertThat(agreement.get("/position", "Accept", accepted).status()).isEqualTo(status);
  }

  @Test
  void anEmptyIfMatchIsNoCondition() throws IOException {
    String body = paymentBody("p1", "1.00").replace('\'', '"');
    String post = "POST " + agreement.path("/payments") + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        + "Content-Type: application/json\r\nIf-Match:%s\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    for (String empty : new String[]{"", " ", " ,"}) {
      assertThat(raw(post.formatted(empty))).startsWith("HTTP/1.1 400").contains("\"path\":\"/If-Match\"");
    }
    assertThat(raw(post.formatted(" *"))).startsWith("HTTP/1.1 201");
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), LedgerServer.address("").getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aMissingFieldIsNamed() {
    Reply reply = agreement.post("/payments", "{'id': 'p1'}");
    refused(reply, "400 missing-field", "/clause");
    assertThat(reply.each("violations", "path")).containsExactly("/clause", "/payer", "/payee", "/amount", "/valueOn");
  }

  @Test
  void whatIsMalformedIsSaidBeforeWhatIsRefused() {
    Reply reply =
        LedgerServer.post("/api/v1/agreements/nowhere/payments", "{'id': 'p1', 'clause': 'nope', 'amount': 1}");
    assertThat(reply.status()).isEqualTo(400);
  }

  /** A name in which an override stands is shown to people with its letters in another order. */
  @Test
  void aCharacterThatNobodySeesIsNotRecordedAndAJoinerThatAScriptNeedsIs() {
    String payment = paymentBody("p1", "1.00");
    for (String hidden : new String[]{"202E", "2066", "200B", "2028", "E000"}) {
      String reference = payment.replace("}", ", 'reference': 'a\\u" + hidden + "b'}");
      refused(agreement.post("/payments", reference), "400 invalid-value", "/reference");
    }
    assertThat(agreement.post("/payments", payment.replace("}", ", 'reference': 'a\\tb'}")).at("detail"))
        .contains("has a tab at place 2, which no text may have");
    assertThat(agreement.post("/payments", payment.replace("}", ", 'reference': 'a\\u200Cb\\u200Dc'}")).outcome())
        .isEqualTo("201");
  }

  @Test
  void anInstantThatIsStillToComeIsRefusedWithWhatToDo() {
    assertThat(agreement.get("/position?knownAt=2999-01-01T00:00:00Z").at("detail"))
        .contains("is later than the ledger's clock, ").endsWith("; leave knownAt out for now");
    assertThat(agreement.get("/position?knownAt=1900-01-01T00:00:00Z").outcome()).isEqualTo("404 unknown-agreement");
  }

  @Test
  void nestingOverThirtyTwoIsRefused() {
    Reply reply = agreement.post("/payments", "[".repeat(33) + "]".repeat(33));
    refused(reply, "400 invalid-json", "");
    assertThat(agreement.post("/payments", "[".repeat(32) + "]".repeat(32)).outcome())
        .as("deep enough to be read, and no payment")
        .isEqualTo("400 invalid-value");
    assertThat(agreement.post("/payments", "[".repeat(100_000)).outcome()).isEqualTo("400 invalid-json");
  }

  @Test
  void aBodyOver256KilobytesIsRefused() {
    String atLimit = paymentBody("p1", "1.00");
    atLimit += " ".repeat(256 * 1024 - atLimit.length());
    Reply tooLarge = agreement.post("/payments", atLimit + " ");
    refused(tooLarge, "413 body-too-large", "");
    assertThat(tooLarge.at("detail")).isEqualTo(
        "the body has more than 262144 bytes (256 kB); send less at once, and keep documents elsewhere: evidence has a uri and a"
            + " sha256 for them");
    assertThat(agreement.post("/payments", atLimit).outcome()).isEqualTo("201");
  }

  @Test
  void aTextOverAHundredThousandCharactersIsRefusedWhereItIsRead() {
    String body = paymentBody("p1", "1.00").replace("1.00", "1".repeat(100_001));
    Reply reply = agreement.post("/payments", body);
    assertThat(reply.outcome()).isEqualTo("400 invalid-json");
    assertThat(reply.at("detail"))
        .startsWith(
            "something is too long; a text may have 100,000 characters, a name or a number 1,000 (line 1, column ");
    assertThat(agreement.post("/payments", "{'amount': " + "1".repeat(1_001) + "}").at("detail"))
        .startsWith("something is too long");
    assertThat(agreement.post("/payments", "{'" + "a".repeat(1_001) + "': 1}").at("detail"))
        .startsWith("something is too long");
  }

  @Test
  void whoSendsFarTooMuchHearsWhy() {
    byte[] bytes = new byte[20_000_000];
    assertThat(LedgerServer.postBytes(agreement.path("/payments"), bytes, "application/json").outcome())
        .isEqualTo("413 body-too-large");
  }

  @Test
  void aLargeBodyOfUnknownLengthIsRefusedToo() {
    byte[] bytes = " ".repeat(300_000).getBytes(StandardCharsets.UTF_8);
    Reply reply =
        LedgerServer.send(
            LedgerServer.request(agreement.path("/payments"))
                .setHeader("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(bytes))));
    assertThat(reply.outcome()).isEqualTo("413 body-too-large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "{", "{'id': 'p1'} {}", "nonsense", "{\"id\": \"\\ud800\"}", "{'id': NaN}"})
  void whatIsNoJsonIsRefused(String body) {
    refused(agreement.post("/payments", body), "400 invalid-json", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "'text'", "17", "null", "true"})
  void whatIsNoObjectIsRefused(String body) {
    refused(agreement.post("/payments", body), "400 invalid-value", "");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] latin = "{\"id\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);
    refused(
        LedgerServer.postBytes(agreement.path("/payments"), latin, "application/json"), "400 invalid-json", "");
  }

  @Test
  void anotherContentTypeIsRefused() {
    byte[] body = paymentBody("p1", "1.00").getBytes(StandardCharsets.UTF_8);
    refused(
        LedgerServer.postBytes(agreement.path("/payments"), body, "text/plain"), "415 unsupported-media-type", "");
    refused(
        LedgerServer.postBytes(agreement.path("/payments"), body, "application/x-www-form-urlencoded"),
        "415 unsupported-media-type",
        "");
  }

  @Test
  void whatCannotBeAcceptedIsRefusedBeforeAnythingIsRecorded() {
    Reply reply = agreement.post("/payments", paymentBody("p1", "1.00"), "Accept", "text/csv");
    refused(reply, "406 not-acceptable", "");
    assertThat(agreement.get("/history").each("items", "type")).containsExactly("AgreementExecuted");
  }

  @ParameterizedTest
  @CsvSource({
      "/position?effectiveon=2021-01-01, 400 unknown-field, /effectiveon",
      "/position?effectiveOn=2021-02-30, 400 invalid-value, /effectiveOn",
      "/position?effectiveOn=, 400 invalid-value, /effectiveOn",
      "/position?effectiveOn=2021-01-01&effectiveOn=2021-01-02, 400 invalid-value, /effectiveOn",
      "/position?knownAt=yesterday, 400 invalid-value, /knownAt",
      "/position?knownAt=2021-04-10T09:00:00, 400 invalid-value, /knownAt",
      "/position?knownAt=2999-01-01T00:00:00Z, 400 known-at-in-future, /knownAt",
      "/position?effectiveOn=1899-12-31, 422 date-out-of-range, /effectiveOn",
      "/obligations?effectiveOn=2200-01-01, 422 date-out-of-range, /effectiveOn",
      "/diff?toEffectiveOn=0021-03-31, 422 date-out-of-range, /toEffectiveOn",
      "/position?knownAt=2001-01-01T00:00:00Z, 404 unknown-agreement, /agreement",
      "/position?clause=nope, 422 unknown-clause, /clause",
      "/position?limit=10, 400 unknown-field, /limit",
      "/obligations?party=nobody, 422 unknown-party, /party",
      "/obligations?status=late, 400 invalid-value, /status",
      "/payments?limit=0, 400 invalid-value, /limit",
      "/payments?limit=201, 400 invalid-value, /limit",
      "/payments?limit=ten, 400 invalid-value, /limit",
      "/payments?cursor=nonsense, 400 invalid-value, /cursor",
      "/history?from=-1, 400 invalid-value, /from",
      "/history?type=PaymentMade, 400 invalid-value, /type",
  })
  void queryParametersAreReadAsStrictly(String below, String outcome, String path) {
    refused(agreement.get(below), outcome, path);
  }

  @Test
  void aParameterOfAChangeIsRefusedToo() {
    refused(
        agreement.post("/payments?dryRun=true", paymentBody("p1", "1.00")), "400 unknown-field", "/dryRun");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/agreement", "/api/v1/agreements/x/nope", "/nope", "/api", "/problems/nope"})
  void anUnknownPathIsNotFound(String path) {
    refused(LedgerServer.get(path), "404 unknown-path", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nope", "Not-A-Slug", "%20", "'or'1'='1", "..."})
  void anUnknownAgreementIsNotFound(String id) {
    refused(LedgerServer.get("/api/v1/agreements/" + id), "404 unknown-agreement", "/agreement");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a%2Fb", "..%2f", "%00", "a%5Cb"})
  void anAddressThatIsNoneIsAProblemToo(String id) {
    Reply reply = LedgerServer.get("/api/v1/agreements/" + id);
    assertThat(reply.status()).as("%s", reply).isIn(400, 404);
    refused(reply, reply.outcome(), reply.status() == 400 ? "" : "/agreement");
  }

  @Test
  void aFlagIsTrueOrFalse() {
    refused(
        LedgerServer.post("/api/v1/agreement-files?dryRun=perhaps", "{}"), "400 invalid-value", "/dryRun");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
  void nothingIsEverChangedOrDeleted(String method) {
    Reply reply =
        LedgerServer.send(
            LedgerServer.request(agreement.path("/payments")).method(method, HttpRequest.BodyPublishers.noBody()));
    refused(reply, "405 method-not-allowed", "");
    assertThat(reply.header("Allow")).isEqualTo("GET, POST");
  }

  private void refused(Reply reply, String outcome, String path) {
    assertThat(reply.outcome()).as("%s", reply).isEqualTo(outcome);
    assertThat(Checker.check(reply.tree(), Type.object(Problem.SHAPE), Pointer.ROOT)).isEmpty();
    assertThat(reply.at("status")).isEqualTo(Integer.toString(reply.status()));
    assertThat(reply.at("violations/0/path")).isEqualTo(path);
    assertThat(reply.text()).doesNotContain("Exception").doesNotContain("io.contract");
  }
}

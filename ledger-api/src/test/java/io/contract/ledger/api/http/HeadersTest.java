package io.contract.ledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code OPTIONS} lists what an address answers, and {@code Vary} names what an answer depends on. */
class HeadersTest {

  private static Reply options(String path) {
    return LedgerServer.send(LedgerServer.request(path).method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "/api/v1/agreements                          | GET HEAD POST OPTIONS",
      "/api/v1/agreements/a                        | GET HEAD OPTIONS",
      "/api/v1/agreements/a/payments               | GET HEAD POST OPTIONS",
      "/api/v1/agreements/a/payments/p1/reversal   | POST OPTIONS",
      "/api/v1/agreements/a/what-if                | POST OPTIONS",
      "/api/v1/agreements/a/file                   | GET HEAD OPTIONS",
      "/api/v1/agreement-files                     | POST OPTIONS",
      "/                                           | GET HEAD OPTIONS",
      "/problems                                   | GET HEAD OPTIONS",
      "/openapi.json                               | GET HEAD OPTIONS",
      "/docs                                       | GET HEAD OPTIONS",
      "/actuator/health                            | GET HEAD OPTIONS"})
  void optionsListsExactlyWhatIsAnswered(String path, String methods) {
    Reply reply = options(path);
    assertThat(reply.status()).isEqualTo(200);
    Set<String> allowed = Set.of(reply.header("Allow").split("[, ]+", -1));
    assertThat(allowed).containsExactlyInAnyOrder(methods.split(" ", -1));
    for (String method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")) {
      int status =
          LedgerServer.send(LedgerServer.request(path).method(method, HttpRequest.BodyPublishers.noBody())).status();
      assertThat(status != 405).as(method + " " + path + " is answered").isEqualTo(allowed.contains(method));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/api/v1/nothing", "/api/v1/agreements/a/nothing", "/index.html", "/webjars/x.js",
      "/swagger-ui/nothing.js"})
  void optionsOfNothingIsNotFound(String path) {
    Reply reply = options(path);
    assertThat(reply.outcome()).isEqualTo("404 unknown-path");
    assertThat(reply.header("Allow")).isEmpty();
  }

  @Test
  void whatDependsOnTheFormAskedForSaysSo() {
    AcmeAndGlobex agreement = AcmeAndGlobex.recorded();
    agreement.firstQuarter("4700.00");
    for (String path : List.of("/file", "/journal", "/explain?clause=share&figure=accrued", "/replay",
        "/clauses/share/statements/1")) {
      assertThat(agreement.get(path).header("Vary")).as(path).isEqualTo("Accept");
    }
    Reply file = agreement.get("/file");
    assertThat(agreement.get("/file", "If-None-Match", file.header("ETag")).header("Vary")).as("304")
        .isEqualTo("Accept");
    assertThat(agreement.get("/position").header("Vary")).isEmpty();
  }

  @Test
  void whatAPageMayNotWriteDependsOnWhereItIsFrom() {
    Reply reply =
        LedgerServer.send(
            LedgerServer.request("/api/v1/agreements", "Origin", "https://elsewhere.example", "Content-Type",
                "application/json").POST(HttpRequest.BodyPublishers.ofString("{}")));
    assertThat(reply.outcome()).isEqualTo("403 foreign-origin");
    assertThat(reply.header("Vary")).isEqualTo("Origin");
  }
}

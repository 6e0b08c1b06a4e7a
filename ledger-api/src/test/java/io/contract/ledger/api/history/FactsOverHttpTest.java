package io.contract.ledger.api.history;

import static io.contract.ledger.api.http.AcmeAndGlobex.paymentBody;
import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.LedgerServer;
import io.contract.ledger.api.http.Reply;
import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several facts in one request: all are recorded, or none. */
class FactsOverHttpTest {

  private static final String REPORT =
      "{'revenue': {'id': 'q1', 'stream': 'net-sales', 'from': '2021-01-01', 'through': '2021-03-31', 'amount': '4700.00'}}";

  private final AcmeAndGlobex agreement = AcmeAndGlobex.recorded();

  @Test
  void eachIsAcknowledgedAndAllShareOneRecordedTime() {
    Reply reply =
        agreement.post(
            "/facts",
            "[" + REPORT + ", {'restatement': {'id': 'q1b', 'restates': 'q1', 'amount': '4600.00'}}, "
                + "{'payment': " + paymentBody("p1", "920.00") + "}, "
                + "{'reversal': {'payment': 'p1', 'on': '2021-07-20', 'reason': 'bounced'}}, "
                + "{'withdrawal': {'sequence': 4, 'reason': 'it had not bounced'}}]");

    assertThat(reply.outcome()).isEqualTo("201");
    assertThat(reply.header("ETag")).isEqualTo("\"5\"");
    List<Value> each = ((Value.Items) JsonText.read(reply.text())).items();
    assertThat(each).extracting(one -> text(one, "sequence")).containsExactly("1", "2", "3", "4", "5");
    assertThat(each).extracting(one -> text(one, "type"))
        .containsExactly("RevenueReported", "RevenueRestated", "PaymentRecorded", "PaymentReversed", "FactWithdrawn");
    assertThat(each.stream().map(one -> text(one, "recordedAt")).distinct()).hasSize(1);
    assertThat(each.stream().map(one -> text(one, "eventId")).distinct()).hasSize(5);
    assertThat(agreement.get("/position?effectiveOn=2021-07-20").at("positions/0/outstanding"))
        .as("20 % of 4,600 is 920, and the payment stands").isEqualTo("0.00");
  }

  @Test
  void oneRefusedFactLeavesNoneRecordedAndItsPlaceIsNamed() {
    Reply reply =
        agreement.post("/facts", "[" + REPORT + ", {'payment': " + paymentBody("p1", "-1.001") + "}]");

    assertThat(reply.outcome()).isEqualTo("422 amount-precision");
    assertThat(reply.each("violations", "path")).containsOnly("/1/payment/amount");
    assertThat(reply.each("violations", "code")).containsExactly("amount-precision", "non-positive-amount");
    assertThat(agreement.get("/history").each("items", "sequence")).containsExactly("0");
  }

  @Test
  void whatIsNotThereStandsInTheBodySoItIsNoPathThatIsNotFound() {
    Reply reply = agreement.post("/facts", "[{'reversal': {'payment': 'nope', 'on': '2021-07-20', 'reason': 'x'}}]");
    assertThat(reply.outcome()).isEqualTo("422 unknown-payment");
    assertThat(reply.at("violations/0/path")).isEqualTo("/0/reversal/payment");
    assertThat(LedgerServer.post("/api/v1/agreements/nope/facts", "[" + REPORT + "]").outcome())
        .isEqualTo("404 unknown-agreement");
  }

  @Test
  void factsRecordedBeforeAreAcknowledgedAsTheyWere() {
    Reply first = agreement.post("/facts", "[" + REPORT + "]");
    Reply again = agreement.post("/facts", "[" + REPORT + "]");
    assertThat(again.outcome()).isEqualTo("200");
    assertThat(again.text()).isEqualTo(first.text());
    Reply more = agreement.post("/facts", "[" + REPORT + ", {'payment': " + paymentBody("p1", "1.00") + "}]");
    assertThat(more.outcome()).isEqualTo("201");
    assertThat(more.header("ETag")).isEqualTo("\"2\"");
  }

  @Test
  void theyAreConditionalAsOneIs() {
    assertThat(agreement.post("/facts", "[" + REPORT + "]", "If-Match", "\"1\"").outcome())
        .isEqualTo("412 stale-version");
    assertThat(agreement.post("/facts", "[" + REPORT + "]", "If-Match", "\"0\"").outcome()).isEqualTo("201");
  }

  @Test
  void whatIsNoListOfFactsIsRefusedWithThePlace() {
    assertThat(agreement.post("/facts", "[]").outcome()).isEqualTo("400 invalid-value");
    assertThat(agreement.post("/facts", "{'payment': {}}").outcome()).isEqualTo("400 invalid-value");
    assertThat(agreement.post("/facts", "[{'agreement': {}}]").at("violations/0/path")).isEqualTo("/0/agreement");
    assertThat(agreement.post("/facts", "[{'payment': {'id': 'p1'}}]").each("violations", "path"))
        .contains("/0/payment/amount");
    assertThat(agreement.post("/facts", "[" + REPORT.substring(0, REPORT.length() - 1) + ", 'payment': {}}]").status())
        .as("two facts in one entry").isEqualTo(400);
  }

  @Test
  void tenThousandAreOneTransaction() {
    StringBuilder facts = new StringBuilder("[");
    for (int i = 0; i < 10_000; i++) {
      facts.append(i == 0 ? "" : ",").append("{'payment': ").append(paymentBody("p" + i, "0.01")).append('}');
    }
    Reply reply = agreement.post("/facts", facts.append(']').toString());
    assertThat(reply.outcome()).isEqualTo("201");
    assertThat(agreement.get("/position?effectiveOn=2021-07-20").at("positions/0/paid")).isEqualTo("100.00");
  }

  private static String text(Value tree, String name) {
    Value value = ((Value.Tree) tree).get(name).orElseThrow();
    return value instanceof Value.Text text ? text.text() : value.toString();
  }
}

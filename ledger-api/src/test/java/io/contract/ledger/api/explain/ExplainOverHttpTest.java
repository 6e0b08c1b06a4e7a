package io.contract.ledger.api.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.Reply;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Explanations of figures over HTTP. */
class ExplainOverHttpTest {

  private final AcmeAndGlobex agreement = AcmeAndGlobex.recorded();

  /** 20 % of 4,700 is 940.00. 20 % of 500 is 100.00, of which the cap of 1,000 leaves 60.00. */
  @BeforeEach
  void twoQuartersAreReported() {
    agreement.firstQuarter("4700.00");
    agreement.secondQuarter("500.00");
  }

  @Test
  void theAnswerIsATreeWhoseLeavesAreFacts() {
    Reply reply = why("figure=accrued&clause=share&period=2021-Q2");

    assertThat(reply.status()).as("%s", reply).isEqualTo(200);
    assertThat(reply.header("ETag")).isEqualTo("\"2\"");
    assertThat(reply.at("effectiveOn")).isEqualTo("2021-07-15");
    assertThat(reply.at("figure")).isEqualTo("accrued of 2021-Q2");
    assertThat(reply.at("value")).isEqualTo("60.00");
    assertThat(reply.at("operation")).isEqualTo("Σ lines");
    Fields line = child(new Fields(reply.tree()), 0);
    assertThat(line.text("operation")).isEqualTo("min(gross, room)");
    assertThat(line.text("by")).isEqualTo("min");
    Fields gross = child(line, 0);
    assertThat(gross.text("value")).isEqualTo("100.00");
    assertThat(gross.text("operation")).isEqualTo("round half-up");
    Fields product = child(gross, 0);
    assertThat(product.text("operation")).isEqualTo("500.00 × 0.20");
    assertThat(child(product, 0).optionalWhole("event")).contains(2L);
    Fields rate = child(product, 1);
    assertThat(rate.text("clause")).isEqualTo("share");
    assertThat(rate.text("attribute")).isEqualTo("rate");
    assertThat(rate.optionalWhole("setBy")).contains(0L);
    Fields room = child(line, 1);
    assertThat(room.text("operation")).isEqualTo("amount − counted");
    assertThat(child(room, 0).text("value")).isEqualTo("1000.00");
    assertThat(child(room, 1).text("value")).isEqualTo("940.00");
  }

  @Test
  void everyFigureOfThePositionRecombines() {
    List<String> asked = new ArrayList<>();
    for (String figure : List.of("gross", "accrued", "forgone", "outstanding", "due", "overdue", "paid", "headroom",
        "counted", "room", "overage", "reachedOn", "credit", "waived", "interest", "interestPaid", "interestWaived")) {
      Reply reply = why("figure=" + figure);
      assertThat(reply.status()).as("%s %s", figure, reply).isEqualTo(200);
      Recombiner.hold(reply.tree(), leaf -> asked.add(figure));
    }
    assertThat(asked).contains("gross", "reachedOn", "headroom");
  }

  @Test
  void theSameAsTextToRead() {
    Reply reply =
        agreement.get("/explain?effectiveOn=2021-07-15&figure=accrued&period=2021-Q2", "Accept", "text/plain");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
    assertThat(reply.text().lines().skip(2))
        .startsWith(
            "accrued of 2021-Q2 = 60.00: Σ lines",
            "  accrued of 2021-04-01 through 2021-06-30 = 60.00: min(gross, room)")
        .contains("        report q2 of net-sales for 2021-04-01 through 2021-06-30 = 500.00  (event 2)",
            "        rate = 0.20  (clause share, rate, set by the agreement)",
            "      amount of the cap = 1,000.00  (clause share, cap, set by the agreement)");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
      "figure=nope | 400 invalid-value | there is no figure 'nope' of a position; there are gross, accrued, forgone",
      "figure=nope&period=2021-Q2 | 400 invalid-value | of a period; there are base, gross, accrued",
      "figure=headroom&period=2021-Q2 | 400 invalid-value | there is no figure 'headroom' of a period",
      "clause=share | 400 missing-field | say which figure: gross, accrued",
      "figure=accrued&clause=nope | 422 unknown-clause | there is no clause 'nope'; revenue shares and fixed payments are share",
      "figure=accrued&period=2021-Q4 | 422 unknown-period | there are 2021-Q1, 2021-Q2, 2021-Q3",
      "figure=accrued&basis=paid | 422 parameter-not-open | 'share' does not leave the basis open",
      "figure=accrued&basis=cash | 400 invalid-value | accrued or paid",
      "figure=headroom&cap=2 | 400 invalid-value | there is one cap, 1",
      "figure=headroom&cap=x | 400 invalid-value | a whole number",
      "figure=total&statement=1 | 400 invalid-value | 'share' has no statement 1 by 2021-07-15; it has 0",
      "figure=pendingAdjustment | 422 unknown-period | nothing of 'share' is to be adjusted",
      "figure=amount&ref=nope | 400 invalid-value | there are share/2021-Q1, share/2021-Q2, share/2021-Q3/report",
      "figure=accrued&ref=share/2021-Q1 | 400 invalid-value | there are amount, outstanding, dueOn, status",
      "figure=amount&ref=share/2021-Q1&clause=share | 400 invalid-value | leave out clause",
      "figur=accrued | 400 unknown-field | known are figure, clause, period, cap, basis, counts"
  })
  void whatIsWrongWithAQuestionIsSaidKindly(String query, String outcome, String detail) {
    Reply reply = why(query);
    assertThat(reply.outcome()).as("%s", reply).isEqualTo(outcome);
    assertThat(reply.at("detail")).contains(detail);
  }

  @Test
  void soAreTheFiguresOfObligations() {
    assertThat(why("figure=outstanding&ref=share/2021-Q2").at("value")).isEqualTo("60.00");
    Reply report = why("figure=dueOn&ref=share/2021-Q3/report");
    assertThat(report.at("figure")).isEqualTo("dueOn of share/2021-Q3/report");
    assertThat(report.at("value")).as("45 days after 2021-09-30 is a Sunday").isEqualTo("2021-11-15");
    assertThat(why("figure=status&ref=share/2021-Q1").at("operation"))
        .as("2021-Q1 is due on 2021-05-17").isEqualTo("open, and the due date has passed");
  }

  /** 2021-Q1 was stated as 940.00. Restated to 4,600 it comes to 920.00, and 2021-Q2 to 80.00. */
  @Test
  void andWhatStatementsSay() {
    agreement.post("/statements", "{'clause': 'share', 'period': '2021-Q1', 'issuedOn': '2021-07-15'}");
    agreement.post("/revenue-reports/q1/restatements", "{'id': 'q1b', 'amount': '4600.00'}");
    assertThat(why("figure=pendingAdjustment&period=2021-Q1").at("value")).isEqualTo("-20.00");
    agreement.post("/statements", "{'clause': 'share', 'period': '2021-Q2', 'issuedOn': '2021-07-15'}");
    Reply total = why("figure=total&statement=2");
    assertThat(total.at("figure")).isEqualTo("total of statement 2");
    assertThat(total.at("value")).as("80.00 − 20.00").isEqualTo("60.00");
    assertThat(total.at("of/0/value")).isEqualTo("80.00");
    assertThat(total.at("of/1/figure")).isEqualTo("adjustment of 2021-Q1");
    assertThat(total.at("of/1/of/0/value")).isEqualTo("920.00");
    assertThat(total.at("of/1/of/1/value")).isEqualTo("940.00");
    assertThat(why("figure=accrued&statement=1").at("value")).as("frozen").isEqualTo("940.00");
    Recombiner.hold(total.tree(), leaf -> assertThat(leaf.tree().get("value")).isPresent());
  }

  @Test
  void itIsExplainedAsItWasKnownThen() {
    Reply before = agreement.get("/payments");
    agreement.payment("p1", "940.00");
    String knownThen = "&effectiveOn=2021-07-31&knownAt=" + before.at("knownAt");
    assertThat(why("figure=outstanding").at("value")).as("before the value date").isEqualTo("1000.00");
    assertThat(agreement.get("/explain?figure=outstanding&effectiveOn=2021-07-31").at("value")).isEqualTo("60.00");
    assertThat(agreement.get("/explain?figure=outstanding" + knownThen).at("value")).isEqualTo("1000.00");
  }

  /** 4,600 instead of 4,700 comes to 920.00, which leaves 80.00 of the cap to the second quarter. 50.00 of them are then paid. */
  @Test
  void whatWouldBeIsExplainedDownToTheSupposedFacts() {
    String supposed =
        """
            {'facts': [
              {'restatement': {'id': 'q1b', 'restates': 'q1', 'amount': '4600.00'}},
              {'payment': {'id': 'p1', 'clause': 'share', 'payer': 'acme', 'payee': 'globex', 'amount': '970.00',
                'valueOn': '2021-07-10'}}]}
            """;
    Reply reply =
        agreement.post("/what-if/explain?effectiveOn=2021-07-15&figure=outstanding&period=2021-Q2", supposed);

    assertThat(reply.outcome()).as("%s", reply).isEqualTo("200");
    assertThat(reply.header("ETag")).isEqualTo("\"2\"");
    assertThat(reply.at("value")).as("80.00 − 50.00").isEqualTo("30.00");
    List<Long> facts = new ArrayList<>();
    List<Long> events = new ArrayList<>();
    Recombiner.hold(reply.tree(), leaf -> {
      leaf.optionalWhole("fact").ifPresent(facts::add);
      leaf.optionalWhole("event").ifPresent(events::add);
    });
    assertThat(facts).contains(0L, 1L);
    assertThat(events).as("the report of the second quarter; that of the first is restated").contains(2L)
        .doesNotContain(1L, 3L, 4L);
    assertThat(
        agreement.post("/what-if/explain?effectiveOn=2021-07-15&figure=accrued&period=2021-Q1", supposed, "Accept",
            "text/plain").text().lines())
        .anyMatch(line -> line.endsWith(", USD, with 2 supposed facts"))
        .anyMatch(line -> line.endsWith("4,600.00  (fact 1)"));
    assertThat(why("figure=outstanding&period=2021-Q2").at("value")).as("nothing is stored").isEqualTo("60.00");
  }

  /**
   * With the second quarter nothing is left of the cap of 1,000.00. Without it, on 2021-03-31, 940.00 have accrued. Unchanged
   * revenue then fills the remaining 60.00 on the ⌈60 × 91 ÷ 940⌉ = 6th day of the quarter.
   */
  @Test
  void soIsWhatAScenarioComesTo() {
    String scenario = "{'scenarios': [{'name': 'as it was', 'streams': {'net-sales': {'growthPerPeriod': '0'}}}]}";
    Reply reached = agreement.post("/forecast/explain?effectiveOn=2021-03-31&figure=reachedOn", scenario);
    assertThat(reached.outcome()).as("%s", reached).isEqualTo("200");
    assertThat(reached.at("value")).isEqualTo("2021-04-06");
    assertThat(reached.at("effectiveOn")).as("the day the forecast is made on").isEqualTo("2021-03-31");
    assertThat(reached.at("through")).isEqualTo("2023-12-31");
    List<Fields> assumed = new ArrayList<>();
    List<Long> events = new ArrayList<>();
    Recombiner.hold(reached.tree(), leaf -> {
      leaf.optionalWhole("event").ifPresent(events::add);
      leaf.optionalBool("assumed").ifPresent(_ -> assumed.add(leaf));
    });
    assertThat(assumed).extracting(leaf -> leaf.text("value")).containsOnly("4700.00");
    assertThat(events).as("the second quarter is still to come").containsOnly(1L);
    assertThat(
        agreement.post("/forecast/explain?effectiveOn=2021-03-31&figure=accrued&period=2021-Q2", scenario, "Accept",
            "text/plain").text().lines())
        .anyMatch(line -> line.endsWith(", USD, through 2023-12-31 in scenario as it was"))
        .anyMatch(line -> line.startsWith("accrued of 2021-Q2 = 60.00"))
        .anyMatch(line -> line.endsWith(" = 4,700.00  (assumed)"));
  }

  @Test
  void oneScenarioAtATimeIsExplained() {
    Reply reply =
        agreement.post("/forecast/explain?figure=accrued", "{'scenarios': ["
            + "{'name': 'one', 'streams': {'net-sales': {'growthPerPeriod': '0'}}},"
            + "{'name': 'two', 'streams': {'net-sales': {'growthPerPeriod': '0.1'}}}]}");
    assertThat(reply.outcome()).isEqualTo("400 invalid-value");
    assertThat(reply.at("violations/0/path")).isEqualTo("/scenarios");
    Reply unknown =
        agreement.post("/forecast/explain?figure=accrued", "{'scenarios': ["
            + "{'name': 'one', 'streams': {'sales': {'growthPerPeriod': '0'}}}]}");
    assertThat(unknown.at("violations/0/path")).isEqualTo("/scenarios/0/streams/sales");
  }

  @Test
  void whatCannotBeSupposedIsSaidAtItsPlace() {
    Reply reply =
        agreement.post("/what-if/explain?figure=accrued",
            "{'facts': [{'reversal': {'payment': 'p9', 'on': '2021-07-01',"
                + " 'reason': 'bounced'}}]}");
    assertThat(reply.outcome()).isEqualTo("422 unknown-payment");
    assertThat(reply.at("violations/0/path")).isEqualTo("/facts/0/reversal/payment");
    assertThat(agreement.post("/what-if/explain?figur=accrued", "{'facts': []}").outcome())
        .isEqualTo("400 unknown-field");
    assertThat(agreement.post("/what-if/explain?figure=accrued", "{'facts': []}").outcome())
        .isEqualTo("400 invalid-value");
  }

  private Reply why(String query) {
    return agreement.get("/explain?effectiveOn=2021-07-15&" + query);
  }

  private static Fields child(Fields node, int place) {
    Value child = node.list("of").get(place);
    return Fields.of(child);
  }
}

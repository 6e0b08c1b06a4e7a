package io.contract.ledger.api.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.Reply;
import org.junit.jupiter.api.Test;

/** Obligations, discharges, launches and declines over HTTP. */
class ObligationsOverHttpTest {

  private final AcmeAndGlobex agreement =
      AcmeAndGlobex.recordedWith(
          ", {'id': 'audit', 'kind': 'duty', 'obligor': 'acme', 'obligee': 'globex', 'act': 'open the books', 'due': '2021-06-30'},"
              + " {'id': 'first', 'kind': 'first-ship', 'obligor': 'acme', 'provider': 'globex', 'venue': 'globex-cloud',"
              + " 'exception': {'requires': 'unstated'}}");

  @Test
  void whatIsOwedIsListedWithItsDueDate() {
    agreement.firstQuarter("4700.00");
    Reply owed = agreement.get("/obligations?effectiveOn=2021-05-01&status=due-later");
    assertThat(owed.each("items", "ref")).contains("share/2021-Q1", "audit");
    int payment = owed.each("items", "ref").indexOf("share/2021-Q1");
    assertThat(owed.at("items/" + payment + "/amount")).isEqualTo("940.00");
    assertThat(owed.at("items/" + payment + "/dueOn")).isEqualTo("2021-05-17");
    assertThat(owed.at("items/" + payment + "/bearer")).isEqualTo("acme");
  }

  @Test
  void settledPaymentsAreListedOnlyWhenAskedFor() {
    agreement.firstQuarter("100.00");
    agreement.payment("p1", "20.00");
    assertThat(agreement.get("/obligations?effectiveOn=2021-07-19").each("items", "ref"))
        .doesNotContain("share/2021-Q1");
    assertThat(agreement.get("/obligations?effectiveOn=2021-07-19&status=all").each("items", "ref"))
        .contains("share/2021-Q1");
  }

  @Test
  void aDutyThatIsDoneIsDischarged() {
    assertThat(agreement.post("/discharges", "{'clause': 'audit', 'on': '2021-06-15'}").outcome()).isEqualTo("201");
    Reply done = agreement.get("/obligations?effectiveOn=2021-06-15&status=discharged");
    assertThat(done.each("items", "clause")).containsExactly("audit");
    assertThat(agreement.post("/discharges", "{'clause': 'share', 'on': '2021-06-15'}").outcome())
        .isEqualTo("422 wrong-clause-kind");
  }

  @Test
  void aLaunchElsewhereIsJudgedUnderEveryReading() {
    agreement.post(
        "/support-declines",
        "{'product': 'app', 'provider': 'globex', 'cannotSupport': true, 'choosesNotToSupport': false, 'on': '2021-06-01'}");
    agreement.post("/launches", "{'product': 'app', 'venue': 'elsewhere', 'on': '2021-06-02'}");

    Reply launches = agreement.get("/launches?effectiveOn=2021-06-02");

    assertThat(launches.at("items/0/judgement")).isEqualTo("undetermined");
    assertThat(launches.each("items", "clause")).containsExactly("first");
    assertThat(launches.at("items/0/readings/0/requires")).isEqualTo("all");
    assertThat(launches.at("items/0/readings/0/judgement")).isEqualTo("breach");
    assertThat(launches.at("items/0/readings/1/requires")).isEqualTo("any");
    assertThat(launches.at("items/0/readings/1/judgement")).isEqualTo("excused");
    assertThat(agreement.get("/launches?effectiveOn=2021-06-01").at("items")).isEqualTo("[]");
  }
}

package io.contract.ledger.api.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.Reply;
import org.junit.jupiter.api.Test;

/** The revisions of a clause, attribute by attribute, over HTTP. */
class RevisionsOverHttpTest {

  private final AcmeAndGlobex agreement = AcmeAndGlobex.recorded();

  @Test
  void everyRevisionSaysWhatItChangedAndWhoSetWhat() {
    amend(1, "2021-08-01", "{'revise': {'clause': 'share', 'set': {'rate': '0.15'}}}");
    amend(2, "2021-10-01", "{'revise': {'clause': 'share', 'set': {'cap': null, 'title': 'Revenue share'}}}");
    amend(3, "2022-01-01", "{'end': {'clause': 'share'}}");

    Reply reply = agreement.get("/clauses/share/revisions?effectiveOn=2022-06-30");

    assertThat(reply.each("items", "amendment")).containsExactly("0", "1", "2");
    assertThat(reply.each("items", "sequence")).containsExactly("0", "1", "2");
    assertThat(reply.each("items", "title")).containsExactly("Acme and Globex distribution agreement", "No. 1",
        "No. 2");
    assertThat(reply.each("items", "effectiveOn")).containsExactly("2021-01-01", "2021-08-01", "2021-10-01");
    assertThat(reply.each("items", "through")).containsExactly("2021-07-31", "2021-09-30", "2021-12-31");
    assertThat(reply.at("items/0/changes/rate")).isEqualTo("{from=null, to=\"0.20\"}");
    assertThat(reply.at("items/1/changes")).isEqualTo("{rate={from=\"0.20\", to=\"0.15\"}}");
    assertThat(reply.at("items/2/changes/cap/from/amount")).isEqualTo("1000.00");
    assertThat(reply.at("items/2/changes/cap/to")).isEqualTo("null");
    assertThat(reply.at("items/2/changes/title/to")).isEqualTo("Revenue share");
    assertThat(reply.at("items/2/endedBy")).isEqualTo("3");
    assertThat(reply.at("items/2/clause/setBy/rate")).isEqualTo("1");
    assertThat(reply.at("items/2/inForce")).isEqualTo("{from=\"2021-10-01\", through=\"2021-12-31\"}");
  }

  @Test
  void aRevisionNotEffectiveYetIsNotAmongThem() {
    amend(1, "2021-08-01", "{'revise': {'clause': 'share', 'set': {'rate': '0.15'}}}");
    Reply before = agreement.get("/clauses/share/revisions?effectiveOn=2021-07-31");
    assertThat(before.each("items", "amendment")).containsExactly("0");
    assertThat(before.at("items/0/through")).as("no later one is known on that day").isEqualTo("null");
    amend(2, "2021-09-01",
        "{'add': {'id': 'more', 'kind': 'designation', 'by': 'acme', 'of': 'globex', 'role': 'agent'}}");
    assertThat(agreement.get("/clauses/more/revisions?effectiveOn=2021-08-31").at("items")).isEqualTo("[]");
  }

  @Test
  void aClauseThatIsNotThereIsNotFound() {
    Reply reply = agreement.get("/clauses/nope/revisions");
    assertThat(reply.outcome()).isEqualTo("404 unknown-clause");
    assertThat(reply.at("detail")).isEqualTo("there is no clause 'nope'; there is share");
  }

  private void amend(int number, String effectiveOn, String change) {
    Reply reply =
        agreement.post(
            "/amendments",
            "{'number': %d, 'title': 'No. %d', 'executedOn': '2021-08-01', 'effectiveOn': '%s', 'changes': [%s]}"
                .formatted(number, number, effectiveOn, change));
    assertThat(reply.outcome()).isEqualTo("201");
  }
}

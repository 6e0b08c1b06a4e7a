package io.contract.ledger.api.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.LedgerServer;
import io.contract.ledger.api.http.Reply;
import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who owes what under all agreements. The overview narrows the agreements down, and the same function answers as for one
 * agreement.
 */
class AllObligationsOverHttpTest {

  private static final String PARTY = "across-" + LedgerServer.freshId();
  private static final List<String> IDS = new ArrayList<>();

  @BeforeAll
  static void recordThree() {
    for (String due : List.of("2021-03-31", "2021-06-30", "2021-09-30")) {
      String id = "all-" + LedgerServer.freshId();
      IDS.add(id);
      Reply reply =
          LedgerServer.post(
              "/api/v1/agreements",
              """
                  {'id': '%s', 'title': 'T', 'currency': 'USD', 'timeZone': 'UTC', 'executedOn': '2021-01-01',
                   'effectiveOn': '2021-01-01', 'parties': [{'id': '%s', 'name': 'A'}, {'id': 'globex', 'name': 'G'}],
                   'clauses': [
                     {'id': 'share', 'kind': 'revenue-share', 'payer': '%s', 'payee': 'globex', 'base': 'net-sales',
                      'rate': '0.20', 'period': 'quarter', 'due': {'days': 45}},
                     {'id': 'notice', 'kind': 'duty', 'obligor': '%s', 'obligee': 'globex', 'act': 'call', 'due': '%s'},
                     {'id': 'marks', 'kind': 'licence', 'licensor': 'globex', 'licensee': '%s', 'subject': 'marks',
                      'exclusive': false, 'through': '2021-12-31'}]}
                  """
                  .formatted(id, PARTY, PARTY, PARTY, due, PARTY));
      assertThat(reply.outcome()).isEqualTo("201");
    }
    IDS.sort(null);
  }

  @Test
  void theRowsAreThoseOfEachAgreement() {
    Reply all = all("&effectiveOn=2021-07-01");
    List<String> one = new ArrayList<>();
    for (String id : IDS) {
      one.addAll(
          LedgerServer.get("/api/v1/agreements/" + id + "/obligations?effectiveOn=2021-07-01").each("items", "ref"));
    }
    assertThat(all.each("items", "ref")).isEqualTo(one).hasSize(9);
    assertThat(all.each("items", "agreement").stream().distinct()).isEqualTo(IDS);
    assertThat(all.each("items", "sequence")).startsWith("0", "0", "0");
    assertThat(all.each("items", "currency")).containsOnly("USD");
    assertThat(all.at("effectiveOn")).isEqualTo("2021-07-01");
    assertThat(all.at("knownAt")).isNotEqualTo("absent");
  }

  @Test
  void everyStatusNarrowsDownToTheSameRowsAsWithoutNarrowing() {
    Reply everything = all("&effectiveOn=2021-07-01&status=all&limit=200");
    for (String status : List.of("open", "unreported", "nil", "settled", "due-later", "due", "overdue", "undated",
        "discharged", "waived", "met", "missed", "in-force")) {
      List<String> wanted = new ArrayList<>();
      for (int i = 0; i < everything.each("items", "ref").size(); i++) {
        if (everything.at("items/" + i + "/status").equals(status)) {
          wanted.add(everything.at("items/" + i + "/agreement") + everything.at("items/" + i + "/ref"));
        }
      }
      Reply narrowed = all("&effectiveOn=2021-07-01&status=" + status);
      List<String> found = new ArrayList<>();
      for (int i = 0; i < narrowed.each("items", "ref").size(); i++) {
        found.add(narrowed.at("items/" + i + "/agreement") + narrowed.at("items/" + i + "/ref"));
      }
      assertThat(found).as(status).isEqualTo(wanted);
    }
  }

  @Test
  void theyAreChosenByDueDateAndEnding() {
    assertThat(all("&effectiveOn=2021-02-01&dueThrough=2021-06-30&status=due-later").each("items", "dueOn"))
        .as("of the share's report 45 days after 2021-03-31").containsOnly("2021-03-31", "2021-05-15", "2021-06-30");
    assertThat(all("&effectiveOn=2021-10-01&endingSoon=false").each("items", "ref")).contains("notice");
    Reply ending = all("&effectiveOn=2021-10-03&endingSoon=true");
    assertThat(ending.each("items", "ref")).containsExactly("marks", "marks", "marks");
    assertThat(
        LedgerServer.get("/api/v1/agreements/" + IDS.get(0) + "/obligations?effectiveOn=2021-10-03&endingSoon=true")
            .each("items", "ref"))
        .containsExactly("marks");
  }

  @Test
  void pagesFollowOneAnotherAcrossAgreements() {
    List<String> whole = all("&effectiveOn=2021-07-01").each("items", "ref");
    for (int limit : new int[]{1, 2, 3, 4}) {
      List<String> paged = new ArrayList<>();
      String more = "&effectiveOn=2021-07-01&limit=" + limit;
      Reply page = all(more);
      paged.addAll(page.each("items", "ref"));
      while (!page.at("next").equals("null")) {
        assertThat(page.header("Link")).contains("rel=\"next\"");
        page = all(more + "&cursor=" + page.at("next"));
        paged.addAll(page.each("items", "ref"));
      }
      assertThat(paged).as("limit " + limit).isEqualTo(whole);
    }
  }

  @Test
  void aPageStaysWhatItWasThoughMoreIsRecorded() {
    Reply first = all("&effectiveOn=2021-07-01&limit=2&status=overdue");
    String id = IDS.get(2);
    LedgerServer.post(
        "/api/v1/agreements/" + id + "/discharges", "{'clause': 'notice', 'on': '2021-06-01', 'by': '" + PARTY + "'}");
    Reply second = all("&effectiveOn=2021-07-01&limit=2&status=overdue&cursor=" + first.at("next"));
    assertThat(second.at("knownAt")).isEqualTo(first.at("knownAt"));
    assertThat(second.each("items", "sequence")).as("the discharge was recorded later").containsOnly("0");
    assertThat(all("&effectiveOn=2021-07-01&limit=2&cursor=" + first.at("next")).outcome())
        .as("other filters").isEqualTo("400 invalid-value");
    LedgerServer.post("/api/v1/agreements/" + id + "/withdrawals", "{'sequence': 1, 'reason': 'a trial'}");
  }

  @Test
  void beforeAnythingWasKnownThereIsNothing() {
    assertThat(LedgerServer.get("/api/v1/obligations?knownAt=2001-01-01T00:00:00Z").at("items")).isEqualTo("[]");
    assertThat(all("&knownAt=2001-01-01T00:00:00Z").outcome()).as("nobody is a party yet")
        .isEqualTo("422 unknown-party");
    assertThat(all("&effectiveOn=2020-12-31").at("items")).isEqualTo("[]");
    assertThat(all("&knownAt=2999-01-01T00:00:00Z").outcome()).isEqualTo("400 known-at-in-future");
    assertThat(all("&status=late").outcome()).isEqualTo("400 invalid-value");
    assertThat(all("&dueThrough=soon").outcome()).isEqualTo("400 invalid-value");
    assertThat(all("&endingSoon=yes").outcome()).isEqualTo("400 invalid-value");
  }

  @Test
  void aPartyThatNoAgreementHasIsRefused() {
    Reply nobody = LedgerServer.get("/api/v1/obligations?party=nobody");
    assertThat(nobody.outcome()).isEqualTo("422 unknown-party");
    assertThat(nobody.at("detail")).startsWith("no agreement known at ").endsWith(" has the party 'nobody'");
    assertThat(all("&status=overdue&effectiveOn=2021-01-02").at("items")).as("a party that owes nothing")
        .isEqualTo("[]");
    assertThat(all("&effectiveOn=2020-12-31").at("items")).as("of agreements that are not effective yet")
        .isEqualTo("[]");
  }

  @Test
  void aCallerWhoHasItIsNotSentItAgain() {
    Reply first = all("&effectiveOn=2021-07-02");
    String query = "/api/v1/obligations?party=" + PARTY + "&effectiveOn=2021-07-02";
    assertThat(LedgerServer.get(query, "If-None-Match", first.header("ETag")).status()).isEqualTo(304);
    assertThat(LedgerServer.get(query + "&status=in-force", "If-None-Match", first.header("ETag")).status())
        .isEqualTo(200);
  }

  @Test
  void theListOfAgreementsIsNarrowedAndPagedLikewise() {
    String query = "/api/v1/agreements?party=" + PARTY;
    Reply all = LedgerServer.get(query);
    assertThat(all.each("items", "id")).isEqualTo(IDS);
    Reply first = LedgerServer.get(query + "&limit=2");
    Reply second = LedgerServer.get(query + "&limit=2&cursor=" + first.at("next"));
    assertThat(first.each("items", "id")).isEqualTo(IDS.subList(0, 2));
    assertThat(second.each("items", "id")).isEqualTo(IDS.subList(2, 3));
    assertThat(second.at("next")).isEqualTo("null");
    assertThat(LedgerServer.get(query + "&q=" + IDS.get(1).toUpperCase(java.util.Locale.ROOT)).each("items", "id"))
        .contains(IDS.get(1));
    assertThat(LedgerServer.get(query + "&knownAt=2001-01-01T00:00:00Z").at("items")).isEqualTo("[]");
    assertThat(LedgerServer.get(query + "&effectiveOn=2001-01-01").each("items", "id"))
        .as("listed whether effective or not").hasSize(3);
    assertThat(LedgerServer.get(query, "If-None-Match", LedgerServer.get(query).header("ETag")).status())
        .isEqualTo(304);
    assertThat(((Value.Tree) JsonText.read(all.text())).entries()).containsKeys("effectiveOn", "knownAt");
  }

  private static Reply all(String more) {
    return LedgerServer.get("/api/v1/obligations?party=" + PARTY + more);
  }
}

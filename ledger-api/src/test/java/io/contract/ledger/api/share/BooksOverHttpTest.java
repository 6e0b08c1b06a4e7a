package io.contract.ledger.api.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.LedgerServer;
import io.contract.ledger.api.http.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From 16 May on Initech, which joins by the same amendment, is paid instead of Globex: 20 % of 910 are 90 and 92 of 182. */
class BooksOverHttpTest {

  private static final String AMENDMENT =
      "{'number': 1, 'title': 'Initech is paid', 'executedOn': '2021-05-10', 'effectiveOn': '2021-05-16',"
          + " 'changes': [{'party': {'id': 'initech', 'name': 'Initech Inc'}},"
          + " {'revise': {'clause': 'share', 'set': {'payee': 'initech'}}}]}";

  private final AcmeAndGlobex agreement = AcmeAndGlobex.recorded();

  @BeforeEach
  void record() {
    assertThat(agreement.post("/amendments", AMENDMENT).outcome()).isEqualTo("201");
    assertThat(agreement.secondQuarter("910.00").outcome()).isEqualTo("201");
  }

  @Test
  void aPositionHasARowForEachPairAndPayerAndPayeeChooseAmongThem() {
    Reply all = agreement.get("/position?clause=share&effectiveOn=2021-07-01");
    assertThat(all.each("positions", "payee")).containsExactly("initech", "globex");
    assertThat(all.each("positions", "accrued")).containsExactly("92.00", "90.00");
    assertThat(all.each("positions", "caps").getLast()).isEqualTo("[]");

    assertThat(agreement.get("/position?effectiveOn=2021-07-01&payee=globex").each("positions", "accrued"))
        .containsExactly("90.00");
    assertThat(agreement.get("/position?effectiveOn=2021-07-01&payer=globex").at("positions")).isEqualTo("[]");
    Reply nobody = agreement.get("/position?payer=umbrella");
    assertThat(nobody.outcome()).isEqualTo("422 unknown-party");
    assertThat(nobody.at("violations/0/path")).isEqualTo("/payer");
  }

  @Test
  void anExplanationIsOfTheFirstBookWithThePeriodUnlessItNamesOne() {
    String accrued = "/explain?figure=accrued&clause=share&period=2021-Q2&effectiveOn=2021-07-01";
    assertThat(agreement.get(accrued).at("value")).isEqualTo("92.00");
    assertThat(agreement.get(accrued + "&payee=globex").at("value")).isEqualTo("90.00");
    assertThat(agreement.get(accrued + "&payee=acme").outcome()).isEqualTo("422 wrong-parties");
    // The first quarter was Globex's alone.
    assertThat(agreement.get(accrued.replace("Q2", "Q1")).at("value")).isEqualTo("0.00");
    assertThat(
        agreement.get("/explain?figure=outstanding&ref=share/2021-Q2/acme:initech&effectiveOn=2021-07-01")
            .at("value"))
        .isEqualTo("92.00");
  }

  @Test
  void whatChangesIsKeyedByClauseAndOfFurtherBooksByTheirParties() {
    Reply difference = agreement.get("/diff?effectiveOn=2021-06-29&toEffectiveOn=2021-07-01");
    assertThat(difference.at("positions/share/accrued/to")).isEqualTo("90.00");
    assertThat(difference.text()).contains("\"share/acme:initech\":{");
  }

  @Test
  void aPartyThatJoinedHasItsNameFromThatDayOnAndItsAgreementsAreFound() {
    assertThat(agreement.get("?effectiveOn=2021-05-15").at("header/parties/2")).isEqualTo("absent");
    assertThat(agreement.get("?effectiveOn=2021-05-16").at("header/parties/2/name")).isEqualTo("Initech Inc");
    String found = "/api/v1/agreements?party=initech&limit=200&effectiveOn=2021-07-01&q=" + agreement.id();
    assertThat(LedgerServer.get(found).each("items", "id")).containsExactly(agreement.id());
    assertThat(LedgerServer.get("/api/v1/obligations?party=initech&limit=200&effectiveOn=2021-07-01").text())
        .contains("share/2021-Q2/acme:initech");

    assertThat(agreement.post("/withdrawals", "{'sequence': 1, 'reason': 'never signed'}").outcome()).isEqualTo("201");
    assertThat(LedgerServer.get(found).each("items", "id")).isEmpty();
  }

  @Test
  void whereAPartyTakesThePlaceOfAnotherTheirBooksBecomeOneAndAPreviewSaysSo() {
    String change =
        "{'number': 2, 'title': 'Initech takes over Globex', 'executedOn': '2021-07-01', 'effectiveOn': '2021-07-01',"
            + " 'changes': [{'succession': {'from': 'globex', 'to': 'TO'}}]}";
    Reply refused = agreement.post("/amendments", change.replace("TO", "acme"));
    assertThat(refused.outcome()).isEqualTo("422 invalid-clause");
    assertThat(refused.at("violations/0/path")).isEqualTo("/changes/0/succession");
    assertThat(agreement.post("/amendments", change.replace("TO", "umbrella")).outcome())
        .isEqualTo("422 unknown-party");

    String merger = change.replace("TO", "initech");
    Reply preview = agreement.post("/what-if?effectiveOn=2021-07-01", "{'facts': [{'amendment': " + merger + "}]}");
    assertThat(preview.at("partyChanges/0")).isEqualTo(
        "From 2021-07-01 on, Initech Inc stands where Globex Ltd stood in all clauses."
            + " What Globex Ltd owes or is owed by then, credit and open duties pass to Initech Inc.");
    assertThat(agreement.post("/amendments", merger).outcome()).isEqualTo("201");

    Reply merged = agreement.get("/position?clause=share&effectiveOn=2021-07-01");
    assertThat(merged.each("positions", "payee")).containsExactly("initech");
    assertThat(merged.each("positions", "outstanding")).containsExactly("182.00");
    assertThat(agreement.get("/position?clause=share&effectiveOn=2021-06-30").each("positions", "outstanding"))
        .containsExactly("92.00", "90.00");
    assertThat(agreement.get("?effectiveOn=2021-07-01").at("clauses/0/setBy/payee")).isEqualTo("1");
    assertThat(agreement.get("/journal?effectiveOn=2021-07-01").each("entries", "kind")).contains("succession");
  }
}

package io.contract.ledger.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The journal over HTTP. 20 % of 4,700 is 940. 20 % of 500 is 100, of which a cap of 1,000 leaves 60. A payment of 950 settles
 * 940 and 10 of the 60.
 */
class JournalOverHttpTest {

  private final AcmeAndGlobex agreement = AcmeAndGlobex.recorded();

  private void twoQuartersAndAPayment() {
    agreement.firstQuarter("4700.00");
    agreement.secondQuarter("500.00");
    agreement.payment("p1", "950.00");
  }

  @Test
  void entriesBalanceAndNameTheirEvents() {
    twoQuartersAndAPayment();
    Reply reply = agreement.get("/journal?effectiveOn=2021-07-19");

    assertThat(reply.status()).as("%s", reply).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    assertThat(reply.at("effectiveOn")).isEqualTo("2021-07-19");
    assertThat(reply.at("sequence")).isEqualTo("3");
    assertThat(reply.at("currency")).isEqualTo("USD");
    assertThat(reply.each("entries", "on")).containsExactly("2021-03-31", "2021-06-30", "2021-07-19");
    assertThat(reply.each("entries", "kind")).containsExactly("accrual", "accrual", "payment");
    assertThat(reply.each("entries", "period")).containsExactly("2021-Q1", "2021-Q2", "null");
    assertThat(reply.each("entries", "clause")).containsOnly("share");
    assertThat(reply.at("entries/1/notes/0/name")).isEqualTo("forgone");
    assertThat(reply.at("entries/1/notes/0/text")).isEqualTo("40.00");
    assertThat(reply.at("entries/2/events/0")).isEqualTo("3");
    assertThat(reply.at("entries/2/description")).isEqualTo("Payment p1");
    assertThat(reply.at("entries/2/postings/0/party")).isEqualTo("globex");
    assertThat(reply.at("entries/2/postings/0/account")).isEqualTo("Assets:Globex:Share:Receivable:2021-Q1");
    assertThat(reply.at("entries/2/postings/0/amount")).isEqualTo("-940.00");
    assertThat(reply.each("balances", "account")).contains("Assets:Globex:Share:Receivable:2021-Q2",
        "Liabilities:Acme:Share:Payable:2021-Q2").doesNotContain("Assets:Globex:Share:Receivable:2021-Q1");
  }

  @ParameterizedTest
  @CsvSource({
      "hledger, text/plain;charset=UTF-8, '    Assets:Globex:Share:Receivable:2021-Q2  0.00 USD = 50.00 USD'",
      "ledger, text/plain;charset=UTF-8, '    Assets:Globex:Share:Receivable:2021-Q2  0.00 USD = 50.00 USD'",
      "beancount, text/plain;charset=UTF-8, '2021-07-20 balance Assets:Globex:Share:Receivable:2021-Q2  50.00 ~ 0 USD'",
      "csv, text/csv;charset=UTF-8, '3,2021-07-19,payment,share,,globex,Assets:Globex:Share:Receivable:2021-Q2,-10.00,USD,Payment p1,3,'"})
  void eachFormatStatesTheBalances(String format, String contentType, String line) {
    twoQuartersAndAPayment();
    Reply reply = agreement.get("/journal?effectiveOn=2021-07-19&format=" + format);
    assertThat(reply.status()).as("%s", reply).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo(contentType);
    assertThat(reply.text().lines()).contains(line);
  }

  @Test
  void eachPartyCanHaveItsOwnBook() {
    twoQuartersAndAPayment();
    Reply acme = agreement.get("/journal?effectiveOn=2021-07-19&party=acme");
    assertThat(acme.each("balances", "party")).containsOnly("acme");
    assertThat(acme.each("balances", "account")).containsExactly("Expenses:Acme:Share:Revenue-Share:2021-Q1",
        "Liabilities:Acme:Share:Payable:2021-Q2", "Expenses:Acme:Share:Revenue-Share:2021-Q2",
        "Assets:Acme:Share:Cash");
    assertThat(acme.each("balances", "amount")).containsExactly("940.00", "-50.00", "60.00", "-950.00");
    assertThat(agreement.get("/journal?format=hledger&party=acme").text()).doesNotContain("Globex:");
  }

  @Test
  void whatWasKnownThenIsWhatIsAnswered() {
    twoQuartersAndAPayment();
    String before = agreement.get("/history").at("items/2/recordedAt");
    Reply then = agreement.get("/journal?effectiveOn=2021-07-19&knownAt=" + before);
    assertThat(then.each("entries", "kind")).as("the payment was not recorded yet").containsExactly("accrual",
        "accrual");
    assertThat(agreement.get("/journal?effectiveOn=2020-12-31").at("entries")).as("before it began").isEqualTo("[]");
  }

  @Test
  void whoHasItIsToldSo() {
    twoQuartersAndAPayment();
    String tag = agreement.get("/journal?effectiveOn=2021-07-19").header("ETag");
    assertThat(tag).isEqualTo("\"3\"");
    assertThat(agreement.get("/journal?effectiveOn=2021-07-19&format=csv", "If-None-Match", tag).status())
        .isEqualTo(304);
  }

  @Test
  void aShareWhosePartiesHaveChangedHasAccountsForEachPair() {
    twoQuartersAndAPayment();
    agreement.post("/amendments",
        "{'number': 1, 'title': 'First', 'executedOn': '2021-07-01', 'effectiveOn': '2021-07-15',"
            + " 'changes': [{'revise': {'clause': 'share', 'set': {'payer': 'globex', 'payee': 'acme'}}}]}");
    agreement.post("/payments", "{'id': 'ahead', 'clause': 'share', 'payer': 'globex', 'payee': 'acme',"
        + " 'amount': '7', 'valueOn': '2021-07-18'}");

    Reply after = agreement.get("/journal?effectiveOn=2021-07-19&format=hledger");
    assertThat(after.status()).isEqualTo(200);
    assertThat(after.text()).contains("Assets:Acme:Share:From-Globex:Cash", "Liabilities:Acme:Share:From-Globex:Credit",
        "Assets:Globex:Share:Cash");
  }

  @Test
  void whatIsOpenHasToBeChosen() {
    twoQuartersAndAPayment();
    assertThat(agreement.get("/journal?basis=paid").outcome()).isEqualTo("422 parameter-not-open");
    agreement.post("/amendments",
        "{'number': 1, 'title': 'First', 'executedOn': '2021-04-01', 'effectiveOn': '2021-04-01',"
            + " 'changes': [{'revise': {'clause': 'share', 'set': {'cap': {'basis': null, 'counts': null}}}}]}");
    Reply open = agreement.get("/journal?counts=since-inception");
    assertThat(open.outcome()).isEqualTo("400 missing-field");
    assertThat(open.at("violations/0/path")).isEqualTo("/basis");
    assertThat(open.at("detail")).isEqualTo(
        "clause 'share' does not say its basis; say it with basis (--basis on the command line): accrued or paid");
    // Since the amendment only the second quarter counts, and its 100 fit under the cap.
    Reply chosen = agreement.get("/journal?effectiveOn=2021-07-18&basis=accrued&counts=since-effective&party=globex");
    assertThat(chosen.each("balances", "amount")).contains("940.00", "100.00");
    assertThat(agreement.get("/journal?basis=accrued&counts=since-effective&format=hledger").text())
        .contains(", basis accrued, counts since-effective\n");
  }

  @ParameterizedTest
  @CsvSource({
      "format=xls, 400 invalid-value", "party=nobody, 422 unknown-party", "basis=cash, 400 invalid-value",
      "clause=share, 400 unknown-field", "effectiveOn=yesterday, 400 invalid-value"})
  void whatCannotBeAnsweredIsSaid(String query, String outcome) {
    assertThat(agreement.get("/journal?" + query).outcome()).isEqualTo(outcome);
  }
}

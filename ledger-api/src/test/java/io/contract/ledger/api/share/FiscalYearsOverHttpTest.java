package io.contract.ledger.api.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.LedgerServer;
import io.contract.ledger.api.http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fiscal years over HTTP (domain page, section 13). The share is 20 % by quarters, at most 1,000 in all. */
class FiscalYearsOverHttpTest {

  private static Reply recorded(String id, String years, String moreClauses) {
    return LedgerServer.post(
        "/api/v1/agreements",
        AcmeAndGlobex.body(id, moreClauses).replace("'effectiveOn'", years + "'effectiveOn'"));
  }

  @Test
  void periodsAreThoseOfTheFiscalYear() {
    String id = LedgerServer.freshId();
    assertThat(recorded(id, "'fiscalYearEnds': 6, ", "").status()).isEqualTo(201);
    String path = "/api/v1/agreements/" + id;
    assertThat(
        LedgerServer.post(
            path + "/revenue-reports",
            "{'id': 'q', 'stream': 'net-sales', 'from': '2021-01-01', 'through': '2021-03-31', 'amount': '100.00'}")
            .status())
        .isEqualTo(201);
    assertThat(
        LedgerServer.post(
            path + "/statements", "{'clause': 'share', 'period': 'FY2021-Q3', 'issuedOn': '2021-04-20'}").status())
        .isEqualTo(201);

    Reply position = LedgerServer.get(path + "/position?clause=share&effectiveOn=2021-07-01");
    assertThat(position.at("positions/0/periods/0/period")).isEqualTo("FY2021-Q3");
    assertThat(position.at("positions/0/periods/0/accrued")).isEqualTo("20.00");
    assertThat(position.at("positions/0/periods/2/period")).isEqualTo("FY2022-Q1");
    assertThat(LedgerServer.get(path + "?effectiveOn=2021-07-01").at("header/fiscalYearEnds")).isEqualTo("6");
    assertThat(LedgerServer.get(path + "/obligations?effectiveOn=2021-07-01").text())
        .contains("share/FY2021-Q3", "share/FY2021-Q4/report");
    Reply statement = LedgerServer.get(path + "/clauses/share/statements/1?effectiveOn=2021-07-01");
    assertThat(statement.at("period")).isEqualTo("FY2021-Q3");
    assertThat(statement.at("from")).isEqualTo("2021-01-01");
    assertThat(statement.at("through")).isEqualTo("2021-03-31");
    assertThat(
        LedgerServer.get(path + "/clauses/share/statements/1?effectiveOn=2021-07-01", "Accept", "text/html").text())
        .contains("FY2021-Q3, 2021-01-01 through 2021-03-31");
    assertThat(LedgerServer.get(path + "/explain?figure=accrued&period=FY2021-Q3&effectiveOn=2021-07-01").at("value"))
        .isEqualTo("20.00");
  }

  @ParameterizedTest
  @CsvSource({"0", "13", "'\"6\"'"})
  void aMonthThatIsNoneIsRefused(String month) {
    Reply reply = recorded(LedgerServer.freshId(), "'fiscalYearEnds': " + month + ", ", "");
    assertThat(reply.outcome()).as("%s", reply).isEqualTo("400 invalid-value");
    assertThat(reply.text()).contains("'fiscalYearEnds' must be a whole number from 1 to 12");
  }

  @Test
  void aFiscalYearIsNoneWhereTheAgreementSaysNotWhenItEnds() {
    Reply reply =
        recorded(
            LedgerServer.freshId(), "",
            ", {'id': 'other', 'kind': 'revenue-share', 'payer': 'acme', 'payee': 'globex', 'base': 'net-sales',"
                + " 'rate': '0.10', 'cap': {'window': 'fiscal-year'}}");
    assertThat(reply.outcome()).as("%s", reply).isEqualTo("422 invalid-clause");
    assertThat(reply.text()).contains("the agreement does not say by 'fiscalYearEnds' when that ends");
  }
}

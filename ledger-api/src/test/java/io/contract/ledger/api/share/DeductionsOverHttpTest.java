package io.contract.ledger.api.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deductions up to a part, over HTTP (domain page, section 14). */
class DeductionsOverHttpTest {

  private static String share(String deductions) {
    return ", {'id': 'other', 'kind': 'revenue-share', 'payer': 'acme', 'payee': 'globex', 'rate': '0.20',"
        + " 'base': {'streams': ['net-sales'], " + deductions + "}}";
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
      "'deductAtMost': '0.10' | 422 invalid-clause | 'deductAtMost' 0.10 limits what 'deduct' subtracts, and there is no 'deduct'",
      "'deduct': ['returns'], 'deductAtMost': '-0.10' | 400 invalid-value | /clauses/1/base/deductAtMost",
      "'deduct': ['returns'], 'deductAtMost': 0.10 | 400 invalid-value | /clauses/1/base/deductAtMost",
      "'deduct': ['returns'], 'atMost': '0.10' | 400 unknown-field | known are streams, deduct, deductAtMost"
  })
  void aLimitThatIsNoneIsRefused(String deductions, String outcome, String detail) {
    Reply reply = AcmeAndGlobex.posted(share(deductions));
    assertThat(reply.outcome()).as("%s", reply).isEqualTo(outcome);
    assertThat(reply.text()).contains(detail);
  }

  @Test
  void whatIsBeyondItIsLost() {
    AcmeAndGlobex agreement = AcmeAndGlobex.recordedWith(share("'deduct': ['returns'], 'deductAtMost': '0.10'"));
    agreement.firstQuarter("900.00");
    agreement.post("/revenue-reports",
        "{'id': 'r1', 'stream': 'returns', 'from': '2021-01-01', 'through': '2021-03-31', 'amount': '180.00'}");
    agreement.post("/statements", "{'clause': 'other', 'period': '2021-Q1', 'issuedOn': '2021-04-15'}");

    // 900 × 10 % = 90 of the 180 count, and 20 % of 810 is 162
    Reply position = agreement.get("/position?clause=other&effectiveOn=2021-03-31");
    assertThat(position.at("positions/0/periods/0/base")).isEqualTo("810.00");
    assertThat(position.at("positions/0/gross")).isEqualTo("162.00");
    assertThat(
        agreement.get(
            "/explain?effectiveOn=2021-03-31&figure=gross&clause=other&period=2021-Q1", "Accept", "text/plain").text())
        .contains("min(deductions, most)", "deductAtMost = 0.10  (clause other, base, set by the agreement)");
    assertThat(agreement.get("/clauses/other/statements/1?effectiveOn=2021-04-15").text())
        .contains("The deductions of a period count up to 10 % of its streams, which leaves 810.00");
  }
}

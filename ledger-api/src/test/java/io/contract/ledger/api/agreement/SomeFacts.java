package io.contract.ledger.api.agreement;

import io.contract.ledger.agreement.AgreementCommand;
import io.contract.ledger.agreement.FactKey;
import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.fact.FactReader;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.util.concurrent.atomic.AtomicInteger;

/** Facts for tests, from the JSON that a client would send with single quotes for double ones. */
public final class SomeFacts {

  private static final AtomicInteger IDS = new AtomicInteger();

  private SomeFacts() {}

  /** Acme pays Globex a fifth of its net sales. */
  public static AgreementCommand agreement(String id) {
    return agreement(id, "Acme and Globex");
  }

  public static AgreementCommand agreement(String id, String title) {
    return new AgreementCommand.ExecuteAgreement(
        FactReader.agreement(
            new Fields(
                tree(
                    """
                        {'id': '%s', 'title': '%s', 'currency': 'USD', 'timeZone': 'UTC',
                         'executedOn': '2021-01-01', 'effectiveOn': '2021-01-01',
                         'parties': [{'id': 'acme', 'name': 'Acme Corp'}, {'id': 'globex', 'name': 'Globex Ltd'}],
                         'clauses': [{'id': 'share', 'kind': 'revenue-share', 'payer': 'acme', 'payee': 'globex',
                                      'base': 'net-sales', 'rate': '0.20', 'period': 'quarter'}]}
                        """
                        .formatted(id, title)))));
  }

  public static AgreementCommand payment(String id, String amount) {
    return fact(
        FactKey.PAYMENT,
        "{'id': '%s', 'clause': 'share', 'payer': 'acme', 'payee': 'globex', 'amount': '%s', 'valueOn': '2021-07-19'}"
            .formatted(id, amount));
  }

  public static AgreementCommand reversal(String payment) {
    return fact(FactKey.REVERSAL, "{'payment': '%s', 'on': '2021-08-02', 'reason': 'returned'}".formatted(payment));
  }

  public static AgreementCommand milestone(String id) {
    return fact(FactKey.MILESTONE, "{'id': '%s', 'on': '2021-02-03'}".formatted(id));
  }

  public static AgreementCommand fact(FactKey key, String json) {
    return key.command(tree(json));
  }

  private static Value.Tree tree(String json) {
    return (Value.Tree) JsonText.read(json.replace('\'', '"'));
  }

  /** An agreement id that no other test has, so that tests can share a store. */
  public static String newId() {
    return "agreement-" + IDS.incrementAndGet();
  }
}

package io.contract.ledger.api.ledger;

import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.value.Value;
import java.util.concurrent.atomic.AtomicInteger;

/** Facts for tests, written as the JSON of a client with single quotes for double ones. */
public final class SomeFacts {

  private static final AtomicInteger IDS = new AtomicInteger();

  private SomeFacts() {}

  /** Acme pays Globex a fifth of its net sales. */
  public static Fact agreement(String id) {
    return agreement(id, "Acme and Globex");
  }

  public static Fact agreement(String id, String title) {
    return fact(
        FactKind.AGREEMENT,
        """
            {'id': '%s', 'title': '%s', 'currency': 'USD', 'timeZone': 'UTC',
             'executedOn': '2021-01-01', 'effectiveOn': '2021-01-01',
             'parties': [{'id': 'acme', 'name': 'Acme Corp'}, {'id': 'globex', 'name': 'Globex Ltd'}],
             'clauses': [{'id': 'share', 'kind': 'revenue-share', 'payer': 'acme', 'payee': 'globex',
                          'base': 'net-sales', 'rate': '0.20', 'period': 'quarter'}]}
            """
            .formatted(id, title));
  }

  public static Fact payment(String id, String amount) {
    return fact(
        FactKind.PAYMENT,
        "{'id': '%s', 'clause': 'share', 'payer': 'acme', 'payee': 'globex', 'amount': '%s', 'valueOn': '2021-07-19'}"
            .formatted(id, amount));
  }

  public static Fact reversal(String payment) {
    return fact(FactKind.REVERSAL, "{'payment': '%s', 'on': '2021-08-02', 'reason': 'returned'}".formatted(payment));
  }

  public static Fact milestone(String id) {
    return fact(FactKind.MILESTONE, "{'id': '%s', 'on': '2021-02-03'}".formatted(id));
  }

  public static Fact fact(FactKind kind, String json) {
    return kind.read(tree(json));
  }

  private static Value.Tree tree(String json) {
    return (Value.Tree) JsonText.read(json.replace('\'', '"'));
  }

  /** An agreement id that no other test uses, so that tests can share a store. */
  public static String newId() {
    return "agreement-" + IDS.incrementAndGet();
  }
}

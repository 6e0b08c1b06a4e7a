package io.contract.ledger.api.http;

/** Vocabulary of the HTTP tests: an agreement under which Acme pays Globex 20 % of net sales, at most 1,000 in all. */
public final class AcmeAndGlobex {

  private final String id;

  private AcmeAndGlobex(String id) {
    this.id = id;
  }

  /** A fresh agreement of this kind, recorded. */
  public static AcmeAndGlobex recorded() {
    return recordedWith("");
  }

  /** A fresh agreement with further clauses, recorded. Each further clause begins with a comma. */
  public static AcmeAndGlobex recordedWith(String moreClauses) {
    AcmeAndGlobex agreement = new AcmeAndGlobex(LedgerServer.freshId());
    Reply reply = LedgerServer.post("/api/v1/agreements", body(agreement.id, moreClauses));
    if (reply.status() != 201) {
      throw new IllegalStateException("expected the agreement to be recorded, found " + reply);
    }
    return agreement;
  }

  /** The reply to a fresh agreement with further clauses. */
  public static Reply posted(String moreClauses) {
    return LedgerServer.post("/api/v1/agreements", body(LedgerServer.freshId(), moreClauses));
  }

  /** The agreement as it is posted. */
  public static String body(String id, String moreClauses) {
    return """
        {'id': '%s', 'title': 'Acme and Globex distribution agreement', 'currency': 'USD', 'timeZone': 'UTC',
         'executedOn': '2021-01-01', 'effectiveOn': '2021-01-01',
         'parties': [{'id': 'acme', 'name': 'Acme Corp'}, {'id': 'globex', 'name': 'Globex Ltd'}],
         'clauses': [{'id': 'share', 'kind': 'revenue-share', 'payer': 'acme', 'payee': 'globex', 'base': 'net-sales',
           'rate': '0.20', 'period': 'quarter', 'due': {'days': 45, 'roll': 'following', 'calendar': 'SatSun'},
           'cap': {'amount': '1000.00', 'basis': 'accrued', 'counts': 'since-inception'}}%s]}
        """
        .formatted(id, moreClauses);
  }

  public String id() {
    return id;
  }

  /** The address of that path below the agreement. */
  public String path(String below) {
    return "/api/v1/agreements/" + id + below;
  }

  public Reply get(String below, String... headers) {
    return LedgerServer.get(path(below), headers);
  }

  public Reply post(String below, String json, String... headers) {
    return LedgerServer.post(path(below), json, headers);
  }

  /** Reports revenue of the first quarter of 2021. */
  public Reply firstQuarter(String amount) {
    return post(
        "/revenue-reports",
        "{'id': 'q1', 'stream': 'net-sales', 'from': '2021-01-01', 'through': '2021-03-31', 'amount': '%s'}"
            .formatted(amount));
  }

  /** Reports revenue of the second quarter of 2021. */
  public Reply secondQuarter(String amount) {
    return post(
        "/revenue-reports",
        "{'id': 'q2', 'stream': 'net-sales', 'from': '2021-04-01', 'through': '2021-06-30', 'amount': '%s'}"
            .formatted(amount));
  }

  public Reply payment(String paymentId, String amount) {
    return post("/payments", paymentBody(paymentId, amount));
  }

  public static String paymentBody(String paymentId, String amount) {
    return "{'id': '%s', 'clause': 'share', 'payer': 'acme', 'payee': 'globex', 'amount': '%s', 'valueOn': '2021-07-19'}"
        .formatted(paymentId, amount);
  }
}

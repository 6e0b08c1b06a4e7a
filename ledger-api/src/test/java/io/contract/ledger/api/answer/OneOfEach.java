package io.contract.ledger.api.answer;

import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.time.Instant;
import java.util.List;

/** A short history with one event of each type. */
final class OneOfEach {

  private KnownFacts facts = KnownFacts.NONE;

  private OneOfEach() {}

  static KnownFacts history() {
    OneOfEach history = new OneOfEach();
    history.record("AgreementExecuted", agreement());
    history.record("AmendmentExecuted", amendment());
    history.record(
        "RevenueReported",
        id("q1")
            .put("stream", "net-sales")
            .put("from", "2021-01-01")
            .put("through", "2021-03-31")
            .put("amount", "4700"));
    history.record("RevenueRestated", id("q1b").put("restates", "q1").put("amount", "4600"));
    history.record(
        "PaymentRecorded",
        id("p1")
            .put("clause", "share")
            .put("payer", "acme")
            .put("payee", "globex")
            .put("amount", "940")
            .put("valueOn", "2021-07-14")
            .put("reference", "wire 17")
            .put("evidence", new TreeBuilder().put("note", "statement of account").build()));
    history.record(
        "PaymentReversed", new TreeBuilder().put("payment", "p1").put("on", "2021-07-15").put("reason", "bounced"));
    history.record(
        "ObligationWaived",
        id("w1").put("clause", "share").put("amount", "5").put("on", "2021-07-15").put("by", "globex"));
    history.record("DutyDischarged", id("d1").put("clause", "audit").put("on", "2021-07-15"));
    history.record("MilestoneAttested", id("opening").put("on", "2021-07-15").put("by", "the notary"));
    history.record(
        "SupportDeclined",
        id("s1").put("product", "app").put("provider", "globex").put("cannotSupport", true).put("on", "2021-07-01"));
    history.record("ProductLaunched",
        id("l1").put("product", "GPT 5.5").put("venue", "Their own shop").put("on", "2021-07-02"));
    history.record(
        "StatementIssued",
        new TreeBuilder().put("clause", "share").put("period", "2021-Q1").put("issuedOn", "2021-07-15"));
    history.record(
        "ReadingSettled",
        id("b1")
            .put("clause", "share")
            .put("parameter", "basis")
            .put("value", "accrued")
            .put("from", "2021-08-01")
            .put("by", "the arbitrator"));
    history.record(
        "BalanceBroughtForward",
        id("b2").put("clause", "share").put("on", "2021-01-01").put("accrued", "7").put("settled", "7"));
    history.record("RateFixed", id("f1").put("index", "SOFR").put("from", "2021-01-04").put("rate", "0.0431"));
    history.record("FactWithdrawn", new TreeBuilder().put("sequence", 8).put("reason", "attested too early"));
    return history.facts;
  }

  private static TreeBuilder agreement() {
    Value.Tree share =
        clause("share", "revenue-share")
            .put("payer", "acme")
            .put("payee", "globex")
            .put("base", "net-sales")
            .put("rate", "0.20")
            .put("period", "quarter")
            .put("cap", new TreeBuilder().put("amount", "1000").put("basis", "accrued").build())
            .build();
    Value.Tree audit =
        clause("audit", "duty").put("obligor", "acme").put("obligee", "globex").put("act", "open the books").build();
    Value.Tree first =
        clause("first", "first-ship")
            .put("obligor", "acme")
            .put("provider", "globex")
            .put("venue", "globex-cloud")
            .put("exception", Value.EMPTY)
            .build();
    return id("acme-globex")
        .put("title", "Acme and Globex distribution agreement")
        .put("currency", "USD")
        .put("timeZone", "UTC")
        .put("executedOn", "2021-01-01")
        .put("effectiveOn", "2021-01-01")
        .put("parties", List.of(id("acme").put("name", "Acme").build(), id("globex").put("name", "Globex").build()))
        .put("clauses", List.of(share, audit, first));
  }

  private static TreeBuilder amendment() {
    Value.Tree revise =
        new TreeBuilder().put("clause", "share").put("set", new TreeBuilder().put("rate", "0.15").build()).build();
    return new TreeBuilder()
        .put("number", 1)
        .put("title", "First amendment")
        .put("executedOn", "2021-07-01")
        .put("effectiveOn", "2021-10-01")
        .put("changes", List.of(new TreeBuilder().put("revise", revise).build()));
  }

  private static TreeBuilder clause(String id, String kind) {
    return id(id).put("kind", kind);
  }

  private static TreeBuilder id(String id) {
    return new TreeBuilder().put("id", id);
  }

  private void record(String type, TreeBuilder fact) {
    int sequence = facts.events().size();
    facts =
        facts.plus(
            new Recorded(
                sequence,
                Instant.parse("2021-07-15T09:00:00Z").plusSeconds(sequence),
                "jane",
                sequence == 1 ? new Recorded.Imported(Instant.parse("2022-01-01T00:00:00Z"), "joe") : null,
                FactKind.stored(type, FactKind.REVISION).read(fact.build())));
  }
}

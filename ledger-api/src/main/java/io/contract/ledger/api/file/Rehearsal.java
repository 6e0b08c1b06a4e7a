package io.contract.ledger.api.file;

import io.contract.ledger.agreement.AgreementCommand;
import io.contract.ledger.agreement.FactKey;
import io.contract.ledger.fact.FactReader;
import io.contract.ledger.terms.ExecutedAgreement;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Runs a tiny agreement in the background, while the first file is still being read: a check spends most of its time on loading
 * classes, and so the second processor loads those of the calculators. Nothing depends on it.
 */
public final class Rehearsal {

  private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
  private static final Instant AT = Instant.parse("2021-08-01T00:00:00Z");

  private Rehearsal() {}

  /** Begins, and does not wait for the end. */
  public static void begin() {
    // Initialized here, by one thread: the interface makes instances of the records that implement it, and two threads that
    // begin at both ends would wait for each other for ever.
    Objects.requireNonNull(Value.NULL);
    if (Runtime.getRuntime().availableProcessors() > 1) {
      Thread.ofPlatform().daemon().name("rehearsal").start(() -> FileRun.of(file()));
    }
  }

  /** The agreement that is rehearsed: every kind of expectation holds in it. */
  static AgreementFile file() {
    ExecutedAgreement agreement = FactReader.agreement(new Fields(agreementTree()));
    List<AgreementFile.Entry> history = new ArrayList<>();
    history.add(entry(new AgreementCommand.ExecuteAgreement(agreement), AT.minusSeconds(1)));
    history.add(fact(FactKey.REVENUE,
        texts("id", "q1", "stream", "s", "from", "2021-01-01", "through", "2021-06-30", "amount", "100.00")));
    history.add(
        fact(
            FactKey.PAYMENT,
            texts("id", "p", "clause", "share", "payer", "a", "payee", "b", "amount", "5.00", "valueOn",
                "2021-07-01")));
    history.add(fact(FactKey.AMENDMENT, amendment()));
    return new AgreementFile("rehearsal", Located.leaf(Value.EMPTY, Place.START), agreement, history, expectations());
  }

  private static Value.Tree agreementTree() {
    Value.Tree share =
        texts("id", "share", "kind", "revenue-share", "payer", "a", "payee", "b", "base", "s", "rate", "0.20", "period",
            "quarter")
            .with("due", new TreeBuilder().put("days", 45).put("roll", "following").build())
            .with("cap", texts("amount", "15.00", "basis", "accrued", "counts", "since-inception"));
    return texts("id", "rehearsal", "title", "R", "currency", "USD", "timeZone", "UTC", "executedOn", "2021-01-01",
        "effectiveOn", "2021-01-01")
        .with("parties", Value.items(List.of(texts("id", "a", "name", "A"), texts("id", "b", "name", "B"))))
        .with("clauses", Value.items(List.of(share)));
  }

  private static Value.Tree amendment() {
    Value.Tree revise = texts("clause", "share").with("set", texts("rate", "0.15"));
    return new TreeBuilder()
        .put("number", 1)
        .put("title", "First")
        .put("executedOn", FIRST)
        .put("effectiveOn", LocalDate.of(2021, 5, 1))
        .put("changes", List.of(Value.EMPTY.with("revise", revise)))
        .build();
  }

  private static List<Expectation> expectations() {
    Value.Tree period = texts("clause", "share", "period", "2021-Q2");
    Value.Tree reversal = texts("payment", "nope", "on", "2021-07-01", "reason", "x");
    return List.of(
        expectation(Expectation.Kind.POSITION, texts("clause", "share", "accrued", "15.00")),
        expectation(Expectation.Kind.PERIOD, period.with("dueOn", Value.text("2021-08-16"))),
        expectation(Expectation.Kind.CLAUSE, texts("id", "share", "rate", "0.15")),
        expectation(Expectation.Kind.OBLIGATION, period.with("kind", Value.text("payment"))),
        expectation(
            Expectation.Kind.REFUSED,
            Value.EMPTY.with("reversal", reversal).with("code", Value.text("unknown-payment"))));
  }

  private static Expectation expectation(Expectation.Kind kind, Value.Tree expected) {
    return new Expectation(
        Pointer.ROOT, Place.START, Optional.empty(), kind, Optional.of(LocalDate.of(2021, 7, 15)), Optional.of(AT),
        expected);
  }

  private static AgreementFile.Entry fact(FactKey key, Value.Tree fact) {
    return entry(key.command(fact), AT);
  }

  private static AgreementFile.Entry entry(AgreementCommand command, Instant at) {
    return new AgreementFile.Entry(Pointer.ROOT, command, at, null);
  }

  private static Value.Tree texts(String... namesAndTexts) {
    TreeBuilder tree = new TreeBuilder();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      tree.put(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    return tree.build();
  }
}

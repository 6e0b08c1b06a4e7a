package io.contract.ledger.fact;

import io.contract.ledger.value.Code;
import io.contract.ledger.value.Content;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The kinds of facts, and what each is called. Names are spelled out, so that renaming a class changes nothing that is stored or said.
 * Stored names are a contract: they never change, and a test holds one golden file for each.
 */
public enum FactKind {
  AGREEMENT(
      AgreementExecution.class,
      "AgreementExecuted",
      "agreement",
      AgreementExecution.SHAPE,
      AgreementExecution::read,
      AgreementExecution.REFUSALS),
  AMENDMENT(
      AmendmentExecution.class,
      "AmendmentExecuted",
      "amendment",
      AmendmentExecution.SHAPE,
      AmendmentExecution::read,
      AmendmentExecution.REFUSALS),
  REVENUE(
      RevenueReport.class,
      "RevenueReported",
      "revenue",
      RevenueReport.SHAPE,
      RevenueReport::read,
      RevenueReport.REFUSALS),
  RESTATEMENT(
      Restatement.class,
      "RevenueRestated",
      "restatement",
      Restatement.SHAPE,
      Restatement::read,
      Restatement.REFUSALS),
  PAYMENT(Payment.class, "PaymentRecorded", "payment", Payment.SHAPE, Payment::read, Payment.REFUSALS),
  REVERSAL(Reversal.class, "PaymentReversed", "reversal", Reversal.SHAPE, Reversal::read, Reversal.REFUSALS),
  WAIVER(Waiver.class, "ObligationWaived", "waiver", Waiver.SHAPE, Waiver::read, Waiver.REFUSALS),
  DISCHARGE(Discharge.class, "DutyDischarged", "discharge", Discharge.SHAPE, Discharge::read, Discharge.REFUSALS),
  MILESTONE(Milestone.class, "MilestoneAttested", "milestone", Milestone.SHAPE, Milestone::read, Milestone.REFUSALS),
  LAUNCH(Launch.class, "ProductLaunched", "launch", Launch.SHAPE, Launch::read, Launch.REFUSALS),
  SUPPORT_DECLINE(
      SupportDecline.class,
      "SupportDeclined",
      "support-declined",
      SupportDecline.SHAPE,
      SupportDecline::read,
      SupportDecline.REFUSALS),
  STATEMENT(
      StatementIssue.class,
      "StatementIssued",
      "statement",
      StatementIssue.SHAPE,
      StatementIssue::read,
      StatementIssue.REFUSALS),
  READING(
      SettledReading.class,
      "ReadingSettled",
      "reading",
      SettledReading.SHAPE,
      SettledReading::read,
      SettledReading.REFUSALS),
  BROUGHT_FORWARD(
      BroughtForward.class,
      "BalanceBroughtForward",
      "brought-forward",
      BroughtForward.SHAPE,
      BroughtForward::read,
      BroughtForward.REFUSALS),
  WITHDRAWAL(
      Withdrawal.class,
      "FactWithdrawn",
      "withdrawal",
      Withdrawal.SHAPE,
      Withdrawal::read,
      Withdrawal.REFUSALS);

  /** The revision in which facts are stored today. */
  public static final String REVISION = "1";

  /** The kinds that are recorded under an agreement: all but the agreement itself. */
  public static final List<FactKind> UNDER_AGREEMENT =
      Arrays.stream(values()).filter(kind -> kind != AGREEMENT).toList();

  /** A fact under its key: {@code {"payment": {…}}}. */
  public static final Type KEYED = new Type.Keyed(shapesByKey());

  private static final Map<Class<? extends Fact>, FactKind> BY_CLASS =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(kind -> kind.facts, Function.identity()));

  private final Class<? extends Fact> facts;
  private final String type;
  private final String key;
  private final Shape shape;
  private final Function<Fields, Fact> reader;
  private final List<Code> refusals;

  <F extends Fact> FactKind(
      Class<F> facts,
      String type,
      String key,
      Shape shape,
      Function<Fields, F> reader,
      List<Code> refusals) {
    this.facts = facts;
    this.type = type;
    this.key = key;
    this.shape = shape;
    this.reader = reader::apply;
    this.refusals = refusals;
  }

  private static Map<String, Type> shapesByKey() {
    Map<String, Type> shapes = new LinkedHashMap<>();
    UNDER_AGREEMENT.forEach(kind -> shapes.put(kind.key, Type.object(kind.shape)));
    return shapes;
  }

  /** The kind of the fact. */
  public static FactKind of(Fact fact) {
    return Objects.requireNonNull(BY_CLASS.get(fact.getClass()));
  }

  /** The kind under an agreement that has the key; empty when none has. */
  public static Optional<FactKind> keyed(String key) {
    return UNDER_AGREEMENT.stream().filter(kind -> kind.key.equals(key)).findFirst();
  }

  /**
   * The kind that is stored under that name and revision.
   *
   * @throws IllegalArgumentException when the type or revision is unknown: the store was written by a newer ledger
   */
  public static FactKind stored(String type, String revision) {
    if (!revision.equals(REVISION)) {
      throw new IllegalArgumentException(
          "event type " + type + " has revision " + revision + "; this ledger reads revision " + REVISION);
    }
    for (FactKind kind : values()) {
      if (kind.type.equals(type)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("event type " + type + " is not known to this ledger");
  }

  /**
   * The fact under its key, e.g. of {@code {"payment": {…}}}.
   *
   * @throws IllegalStateException when the value does not fit {@link #KEYED}
   */
  public static Fact readKeyed(Value keyed) {
    Map.Entry<String, Value> only = Fields.of(keyed).tree().entries().entrySet().iterator().next();
    FactKind kind =
        keyed(only.getKey()).orElseThrow(() -> new IllegalStateException("no fact stands under " + only.getKey()));
    return kind.read(Fields.of(only.getValue()).tree());
  }

  /** Whether two facts are of one kind and say the same. */
  public static boolean isSame(Fact one, Fact other) {
    FactKind kind = of(one);
    return kind == of(other) && Content.same(one.write(), other.write(), Type.object(kind.shape));
  }

  /** The name of the event in the store, on the interface and in histories: what was done, e.g. {@code PaymentRecorded}. */
  public String type() {
    return type;
  }

  /** The key under which such facts stand in agreement files and in requests of many facts, e.g. {@code support-declined}. */
  public String key() {
    return key;
  }

  /** The fields, the same in requests, agreement files and stored events. */
  public Shape shape() {
    return shape;
  }

  /** Why such a fact may be refused, in order of precedence, beside that there is no such agreement. */
  public List<Code> refusals() {
    return refusals;
  }

  /**
   * The fact of a tree that fits {@link #shape()}.
   *
   * @throws IllegalStateException when the tree does not fit
   */
  public Fact read(Value.Tree tree) {
    return reader.apply(new Fields(tree));
  }
}

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
 * The kinds of facts, with their names. Names are spelled out, so that renaming a class changes no stored or published name. Stored
 * names never change, and a test keeps one golden file for each.
 */
public enum FactKind {
  AGREEMENT("AgreementExecuted", "agreement", AgreementExecution.FORM),
  AMENDMENT("AmendmentExecuted", "amendment", AmendmentExecution.FORM),
  REVENUE("RevenueReported", "revenue", RevenueReport.FORM),
  RESTATEMENT("RevenueRestated", "restatement", Restatement.FORM),
  PAYMENT("PaymentRecorded", "payment", Payment.FORM),
  REVERSAL("PaymentReversed", "reversal", Reversal.FORM),
  WAIVER("ObligationWaived", "waiver", Waiver.FORM),
  DISCHARGE("DutyDischarged", "discharge", Discharge.FORM),
  MILESTONE("MilestoneAttested", "milestone", Milestone.FORM),
  LAUNCH("ProductLaunched", "launch", Launch.FORM),
  SUPPORT_DECLINE("SupportDeclined", "support-declined", SupportDecline.FORM),
  STATEMENT("StatementIssued", "statement", StatementIssue.FORM),
  READING("ReadingSettled", "reading", SettledReading.FORM),
  BROUGHT_FORWARD("BalanceBroughtForward", "brought-forward", BroughtForward.FORM),
  FIXING("RateFixed", "fixing", Fixing.FORM),
  WITHDRAWAL("FactWithdrawn", "withdrawal", Withdrawal.FORM);

  /** The revision in which facts are stored today. */
  public static final String REVISION = "1";

  /** The kinds that are recorded under an agreement: all but the agreement itself. */
  public static final List<FactKind> UNDER_AGREEMENT =
      Arrays.stream(values()).filter(kind -> kind != AGREEMENT).toList();

  /** How many facts one request may have. An agreement file may have any number. */
  public static final int MOST_AT_ONCE = 10_000;

  /** A fact under its key: {@code {"payment": {…}}}. */
  public static final Type KEYED = new Type.Keyed(shapesByKey());

  private static final Map<Class<? extends Fact>, FactKind> BY_CLASS =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(kind -> kind.form.facts(), Function.identity()));

  private final String type;
  private final String key;
  private final FactForm<?> form;

  FactKind(String type, String key, FactForm<?> form) {
    this.type = type;
    this.key = key;
    this.form = form;
  }

  private static Map<String, Type> shapesByKey() {
    Map<String, Type> shapes = new LinkedHashMap<>();
    UNDER_AGREEMENT.forEach(kind -> shapes.put(kind.key, Type.object(kind.shape())));
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
   * Reads the fact under its key, e.g. {@code {"payment": {…}}}.
   *
   * @throws IllegalStateException when the value does not fit {@link #KEYED}
   */
  public static Fact readKeyed(Value keyed) {
    Map.Entry<String, Value> only = Fields.of(keyed).tree().entries().entrySet().iterator().next();
    FactKind kind =
        keyed(only.getKey()).orElseThrow(() -> new IllegalStateException("no fact stands under " + only.getKey()));
    return kind.read(Fields.of(only.getValue()).tree());
  }

  /** Whether two facts have the same kind and the same content. */
  public static boolean isSame(Fact one, Fact other) {
    FactKind kind = of(one);
    return kind == of(other) && Content.same(one.write(), other.write(), Type.object(kind.shape()));
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
    return form.shape();
  }

  /** Why such a fact may be refused, in order of precedence. That there is no such agreement is not among them. */
  public List<Code> refusals() {
    return form.refusals();
  }

  /**
   * Reads the fact from a tree that fits {@link #shape()}.
   *
   * @throws IllegalStateException when the tree does not fit
   */
  public Fact read(Value.Tree tree) {
    return form.reader().apply(new Fields(tree));
  }
}

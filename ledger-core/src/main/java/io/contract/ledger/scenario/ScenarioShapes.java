package io.contract.ledger.scenario;

import static io.contract.ledger.value.Type.AMOUNT;
import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.TEXT;
import static io.contract.ledger.value.Type.listOf;
import static io.contract.ledger.value.Type.mapOf;
import static io.contract.ledger.value.Type.object;

import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shapes of what-ifs and forecasts, which are the same in requests and in agreement files, and how they are read. */
public final class ScenarioShapes {

  /** Facts, each under its key as in bulk requests. */
  public static final Type FACTS = listOf(FactKind.KEYED, 1, FactKind.MOST_AT_ONCE);

  /** The question of a what-if. */
  public static final Shape WHAT_IF =
      Shape.of("WhatIf").required("facts", FACTS, "The facts that are supposed, in order of recording.");

  private static final Type GROWTH =
      Type.words(
          "growth",
          "a decimal fraction in quotes, from -1 on, at most 4 digits before the point and 10 after it: 5 % down is \"-0.05\"",
          "-?\\d{1,4}(\\.\\d{1,10})?",
          text -> new BigDecimal(text).compareTo(BigDecimal.ONE.negate()) >= 0,
          "-0.05");

  private static final Shape ASSUMED_REPORT =
      Shape.of("AssumedReport")
          .required("from", DATE, "The first day of the span.")
          .required("through", DATE, "The last day of the span.")
          .required("amount", AMOUNT, "The amount of the stream over the span.");

  private static final Type ASSUMPTION = new Type.Keyed(assumptions());

  /** The fields of a scenario. */
  public static final Shape SCENARIO =
      Shape.of("Scenario")
          .required("name", TEXT, "What the scenario is called.")
          .required("streams", mapOf(ASSUMPTION),
              "By stream: its growth from each period to the next, or its reports. Of other streams nothing is assumed.");

  /** The question of a forecast. */
  public static final Shape FORECAST =
      Shape.of("ForecastQuestion")
          .required("scenarios", listOf(object(SCENARIO), 1), "The scenarios, side by side; at most 10.")
          .optional("through", DATE,
              "The last day to look at; unless said, the last day on which a revenue share is in force, or of an open-ended one"
                  + " the end of the calendar year after next.");

  private ScenarioShapes() {}

  private static Map<String, Type> assumptions() {
    Map<String, Type> assumptions = new LinkedHashMap<>();
    assumptions.put("growthPerPeriod", GROWTH);
    assumptions.put("reports", listOf(object(ASSUMED_REPORT), 0));
    return assumptions;
  }

  /** Reads the facts of a list that fits {@link #FACTS}. */
  public static List<Fact> facts(List<Value> facts) {
    return facts.stream().map(FactKind::readKeyed).toList();
  }

  /** The place of a fact in a list that fits {@link #FACTS}, such as {@code /0/payment}. */
  public static Pointer place(List<Value> facts, int entry) {
    String key = Fields.of(facts.get(entry)).tree().entries().keySet().iterator().next();
    return Pointer.ROOT.child(entry).child(key);
  }

  /** Reads the question from the fields of {@link #FORECAST}. */
  public static ForecastQuestion forecast(Fields forecast) {
    return new ForecastQuestion(
        forecast.list("scenarios").stream().map(Fields::of).map(ScenarioShapes::scenario).toList(),
        forecast.optionalDate("through"));
  }

  private static Scenario scenario(Fields scenario) {
    Map<String, Scenario.Assumption> streams = new LinkedHashMap<>();
    scenario.object("streams").tree().entries()
        .forEach((stream, assumed) -> streams.put(stream, assumption(Fields.of(assumed))));
    return new Scenario(scenario.text("name"), streams);
  }

  private static Scenario.Assumption assumption(Fields assumed) {
    return assumed.has("growthPerPeriod")
        ? new Scenario.Assumption.Growth(assumed.decimal("growthPerPeriod"))
        : new Scenario.Assumption.Reports(
            assumed.list("reports").stream()
                .map(Fields::of)
                .map(one -> new Scenario.Amount(one.date("from"), one.date("through"), one.decimal("amount")))
                .toList());
  }
}

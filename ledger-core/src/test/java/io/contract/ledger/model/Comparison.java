package io.contract.ledger.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The engine's answer beside the model's. */
final class Comparison {

  private Comparison() {}

  /** The scenario reduced to what the difference needs. */
  static Scenario shrunk(Scenario scenario, LocalDate day) {
    Scenario smallest = scenario;
    Optional<Scenario> next = Optional.of(scenario);
    while (next.isPresent()) {
      smallest = next.get();
      next = smallest.smaller().stream().flatMap(smaller -> smaller.get().stream())
          .filter(smaller -> differs(smaller, day)).findFirst();
    }
    return smallest;
  }

  private static boolean differs(Scenario scenario, LocalDate day) {
    return !differences(scenario, day).isEmpty();
  }

  /** Every figure that differs: the engine's value, then the model's. */
  static List<String> differences(Scenario scenario, LocalDate day) {
    Map<String, Map<String, String>> engine = EngineAnswer.of(scenario, day);
    Map<String, Map<String, String>> model = ModelledPosition.of(scenario, day);
    // The model tries some rates of an index that is not fixed. What is the same under each of them may differ under others.
    boolean mayBeUnknown = scenario.toString().contains("index: ");
    List<String> differences = new ArrayList<>();
    if (!engine.keySet().equals(model.keySet())) {
      differences.add("readings: " + engine.keySet() + ", " + model.keySet());
    }
    engine.forEach((reading, figures) -> {
      Map<String, String> other = model.getOrDefault(reading, Map.of());
      TreeSet<String> names = new TreeSet<>(figures.keySet());
      names.addAll(other.keySet());
      for (String name : names) {
        String mine = figures.getOrDefault(name, "nothing");
        String its = other.getOrDefault(name, "nothing");
        if (!mine.equals(its) && !(mayBeUnknown && isLessKnown(figures, name, its))) {
          differences.add("[" + reading + "] " + name + ": " + mine + ", " + its);
        }
      }
    });
    return differences;
  }

  /** Whether the engine says of the figure that it does not know, and nothing else. */
  private static boolean isLessKnown(Map<String, String> engine, String name, String its) {
    String mine = engine.getOrDefault(name, "nothing");
    // Where the room of a cap is not known, the day on which it was filled is not either.
    String room = name.replace("reachedOn", "room");
    return mine.equals("?") || (mine.equals("-") && "?".equals(engine.get(room)))
        || (name.equals("undetermined") && words(mine).containsAll(words(its)));
  }

  private static List<String> words(String list) {
    return List.of(list.replaceAll("[\\[\\]]", "").split(", "));
  }
}

package io.contract.ledger.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** A scenario as an agreement file (domain page, section 10) that expects what the model answers: {@code check} shows where the engine differs. */
final class ScenarioFile {

  private final Scenario scenario;
  private final LocalDate day;
  private final StringBuilder text = new StringBuilder();

  private ScenarioFile(Scenario scenario, LocalDate day) {
    this.scenario = scenario;
    this.day = day;
  }

  /** Writes the file into the build's output. */
  static Path write(Scenario scenario, LocalDate day, long seed, List<String> differences) {
    try {
      Path file = Files.createDirectories(Path.of("target", "model")).resolve("seed-" + seed + ".yaml");
      return Files.writeString(file, new ScenarioFile(scenario, day).text(seed, differences));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(long seed, List<String> differences) {
    text.append("# Seed ").append(seed).append(". Where the engine (first) and the model (second) differ:\n");
    differences.forEach(difference -> text.append("#   ").append(difference).append('\n'));
    text.append("ledger: 1\nat: 2100-01-01T00:00:00Z\nagreement: ").append(scenario.executed()).append("\nhistory:\n");
    for (Scenario.Told fact : scenario.facts()) {
      text.append("  - at: 2100-01-01T00:00:00Z\n    ").append(fact.key()).append(": ")
          .append(scenario.fields(fact).orElseThrow()).append('\n');
    }
    Map<String, Map<String, String>> answers = ModelledPosition.of(scenario, day);
    Map<String, String> combined = answers.getOrDefault("", Map.of());
    text.append("expect:\n");
    List<Node> readings = answers.entrySet().stream().filter(reading -> !reading.getKey().isEmpty())
        .map(reading -> reading(reading.getKey(), reading.getValue())).toList();
    Node position = position(combined).with("undetermined", undetermined(combined)).with("readings", readings);
    expect("position", position.with("periods", periods(combined)));
    return text.toString();
  }

  private void expect(String key, Node node) {
    text.append("  - effectiveOn: ").append(day).append("\n    ").append(key).append(": ")
        .append(Node.of("clause", "share").with(node)).append('\n');
  }

  private static List<String> undetermined(Map<String, String> combined) {
    return list(combined.getOrDefault("undetermined", "[]"));
  }

  private static List<String> list(String text) {
    String inside = text.substring(1, text.length() - 1);
    return inside.isEmpty() ? List.of() : List.of(inside.split(", ", -1));
  }

  private static Node reading(String name, Map<String, String> answer) {
    String basis = name.substring(0, name.indexOf('/'));
    String counts = name.substring(name.indexOf('/') + 1);
    Node reading = basis.isEmpty() ? Node.EMPTY : Node.of("basis", basis);
    reading = counts.isEmpty() ? reading : reading.with("counts", counts);
    return reading.with(position(answer)).with("periods", periods(answer));
  }

  private static Node position(Map<String, String> answer) {
    Node figures = Node.EMPTY;
    for (Map.Entry<String, String> figure : answer.entrySet()) {
      if (!figure.getKey().contains(" ") && !List.of("caps", "periods", "undetermined").contains(figure.getKey())) {
        figures = figures.with(figure.getKey(), value(figure.getValue()));
      }
    }
    int caps = Integer.parseInt(list(answer.getOrDefault("caps", "[0]")).getFirst());
    return figures.with("caps", IntStream.range(0, caps).mapToObj(i -> under("cap " + i + " ", answer)).toList());
  }

  private static List<Node> periods(Map<String, String> answer) {
    List<Node> rows = new ArrayList<>();
    for (String period : list(answer.getOrDefault("periods", "[]"))) {
      rows.add(Node.of("period", period).with(under("period " + period + " ", answer)));
    }
    return rows;
  }

  private static Node under(String prefix, Map<String, String> answer) {
    Node node = Node.EMPTY;
    for (Map.Entry<String, String> figure : answer.entrySet()) {
      if (figure.getKey().startsWith(prefix)) {
        String name = figure.getKey().substring(prefix.length());
        String text = figure.getValue();
        node = node.with(name,
            value(name.equals("status") ? text.toLowerCase(Locale.ROOT).replace('_', '-') : text));
      }
    }
    return node;
  }

  private static Object value(String text) {
    return text.equals(ModelledPosition.UNDETERMINED) || text.equals("-") ? Node.NULL : text;
  }
}

package io.contract.ledger.model;

import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.money.Money;
import io.contract.ledger.position.CapPosition;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.Figures;
import io.contract.ledger.position.PeriodRow;
import io.contract.ledger.position.Position;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.position.ReadPosition;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The engine's answer, in the form of {@link ModelledPosition}. */
final class EngineAnswer {

  private final Map<String, String> texts = new TreeMap<>();

  private EngineAnswer() {}

  static Map<String, Map<String, String>> of(Scenario scenario, LocalDate day) {
    Position position =
        PositionCalculator.positions(FactsAsOf.of(scenario.engine().facts(), day), new ClauseId("share"))
            .getFirst();
    Map<String, Map<String, String>> answers = new TreeMap<>();
    EngineAnswer combined = new EngineAnswer();
    combined.add(position.figures(), position.caps(), position.periods());
    combined.texts.put("undetermined", new TreeSet<>(position.undetermined()).toString());
    answers.put("", combined.texts);
    for (ReadPosition read : position.readings()) {
      EngineAnswer one = new EngineAnswer();
      one.add(read.figures(), read.caps(), read.periods());
      answers.put(word(read.reading().basis()) + "/" + word(read.reading().counts()), one.texts);
    }
    return answers;
  }

  private static String word(Optional<? extends Enum<?>> parameter) {
    return parameter.map(value -> value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')).orElse("");
  }

  private void add(Figures figures, List<CapPosition> caps, List<PeriodRow> periods) {
    add("", figures);
    texts.put("caps", "[" + caps.size() + "]");
    for (int i = 0; i < caps.size(); i++) {
      add("cap " + i + " ", caps.get(i).figures());
      texts.put("cap " + i + " reachedOn", caps.get(i).reachedOn().map(LocalDate::toString).orElse("-"));
    }
    texts.put("periods", periods.stream().map(PeriodRow::period).toList().toString());
    for (PeriodRow row : periods) {
      String name = "period " + row.period() + " ";
      add(name, row.figures());
      texts.put(name + "dueOn", row.dueOn().map(LocalDate::toString).orElse("-"));
      texts.put(name + "status", row.status().map(Enum::name).orElse(ModelledPosition.UNDETERMINED));
    }
  }

  private void add(String prefix, Figures figures) {
    for (Figure figure : figures.names()) {
      texts.put(prefix + figure.key(),
          figures.get(figure).map(Money::toPlainString).orElse(ModelledPosition.UNDETERMINED));
    }
  }
}

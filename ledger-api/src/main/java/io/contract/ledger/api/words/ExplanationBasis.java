package io.contract.ledger.api.words;

import io.contract.ledger.scenario.Outlook;
import io.contract.ledger.scenario.Supposed;
import io.contract.ledger.value.TreeBuilder;
import java.time.LocalDate;
import java.util.Optional;

/** What an explanation rests on besides recorded facts, and how its leaves name events. */
public sealed interface ExplanationBasis {

  /** Nothing is supposed, so that every leaf is recorded. */
  static ExplanationBasis none() {
    return new Nothing();
  }

  /** The words that follow the subject of the text; empty when nothing is supposed. */
  String words();

  /** The name of a leaf's event in a text. */
  String leaf(long sequence);

  /** Adds the leaf's event to the node. */
  TreeBuilder leaf(TreeBuilder node, long sequence);

  /** The day for which the figure is explained; empty when it is the day of the question. */
  default Optional<LocalDate> through() {
    return Optional.empty();
  }

  private static String event(long sequence) {
    return "event " + sequence;
  }

  private static TreeBuilder event(TreeBuilder node, long sequence) {
    return node.put("event", sequence);
  }

  /** Nothing is supposed. */
  record Nothing() implements ExplanationBasis {
    @Override
    public String words() {
      return "";
    }

    @Override
    public String leaf(long sequence) {
      return event(sequence);
    }

    @Override
    public TreeBuilder leaf(TreeBuilder node, long sequence) {
      return event(node, sequence);
    }
  }

  /** The facts of a what-if. A leaf names one by its place, which a text counts from 1. */
  record Facts(Supposed supposed) implements ExplanationBasis {
    @Override
    public String words() {
      int facts = supposed.entries().size();
      return ", with " + facts + " supposed fact" + (facts == 1 ? "" : "s");
    }

    @Override
    public String leaf(long sequence) {
      return supposed.placeOf(sequence).map(place -> "fact " + (place + 1)).orElseGet(() -> event(sequence));
    }

    @Override
    public TreeBuilder leaf(TreeBuilder node, long sequence) {
      Optional<Integer> place = supposed.placeOf(sequence);
      return place.isPresent() ? node.put("fact", place.get()) : event(node, sequence);
    }
  }

  /** The reports that a scenario of a forecast assumes. */
  record Scenario(Outlook outlook, LocalDate last) implements ExplanationBasis {
    @Override
    public String words() {
      return ", through " + last + " in scenario " + outlook.name();
    }

    @Override
    public String leaf(long sequence) {
      return isAssumed(sequence) ? "assumed" : event(sequence);
    }

    @Override
    public TreeBuilder leaf(TreeBuilder node, long sequence) {
      return isAssumed(sequence) ? node.put("assumed", true) : event(node, sequence);
    }

    @Override
    public Optional<LocalDate> through() {
      return Optional.of(last);
    }

    private boolean isAssumed(long sequence) {
      return outlook.supposed().placeOf(sequence).isPresent();
    }
  }
}

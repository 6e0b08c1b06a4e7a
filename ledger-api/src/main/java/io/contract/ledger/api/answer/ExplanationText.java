package io.contract.ledger.api.answer;

import io.contract.ledger.explain.Explanation;
import io.contract.ledger.explain.Outline;
import java.util.Currency;

/**
 * Why a figure is what it is, to read: one line for each node, what it follows from below it and further in. What stands
 * elsewhere is named by its number in brackets.
 *
 * <pre>
 * accrued of 2021-Q2 = 60.00: Σ lines
 *   accrued of 2021-04-01 through 2021-06-30 = 60.00: min(gross, room)
 * </pre>
 */
public final class ExplanationText {

  private final StringBuilder text = new StringBuilder();

  private final Supposition supposition;

  private ExplanationText(Supposition supposition) {
    this.supposition = supposition;
  }

  /**
   * The whole answer.
   *
   * @param supposition what the figure rests on beside what is recorded
   */
  public static String write(Asked asked, Currency currency, Explanation explanation, Supposition supposition) {
    ExplanationText written = new ExplanationText(supposition);
    written.text
        .append(asked.agreement())
        .append(" on ")
        .append(asked.effectiveOn())
        .append(", as known at ")
        .append(asked.knownAt())
        .append(" (event ")
        .append(asked.sequence())
        .append("), ")
        .append(currency.getCurrencyCode())
        .append(supposition.words())
        .append("\n\n");
    Outline outline = Outline.of(explanation);
    written.add(outline.root(), "");
    for (Outline.Entry more : outline.more()) {
      written.text.append('\n');
      written.add(more, "");
    }
    return written.text.toString();
  }

  private void add(Outline.Entry entry, String indentation) {
    Explanation explanation = entry.explanation();
    text.append(indentation);
    if (entry.id() > 0 && !entry.isReference()) {
      text.append('[').append(entry.id()).append("] ");
    }
    text.append(explanation.figure()).append(" = ").append(explanation.value().text());
    if (entry.isReference()) {
      text.append(": see [").append(entry.id()).append("]\n");
      return;
    }
    text.append(
        switch (explanation) {
          case Explanation.Node node -> ": " + node.operation();
          case Explanation.Event event -> "  (" + supposition.leaf(event.sequence()) + ")";
          case Explanation.Attribute attribute ->
            "  (clause " + attribute.clause() + ", " + attribute.attribute() + ", set by "
                + (attribute.setBy() == 0 ? "the agreement" : "amendment " + attribute.setBy()) + ")";
          case Explanation.Calendar ignored -> "  (calendar)";
        })
        .append('\n');
    entry.of().forEach(below -> add(below, indentation + "  "));
    if (entry.left() > 0) {
      text.append(indentation).append("  … and ").append(entry.left()).append(" more\n");
    }
  }
}

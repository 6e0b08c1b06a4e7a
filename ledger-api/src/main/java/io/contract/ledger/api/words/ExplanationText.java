package io.contract.ledger.api.words;

import io.contract.ledger.explain.Explanation;
import io.contract.ledger.explain.Outline;
import io.contract.ledger.explain.Quantity;
import io.contract.ledger.money.Currency;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes an explanation as text to read. Each node is a line. The nodes that it follows from stand below it, indented further. A
 * node that stands elsewhere is referred to by its number in brackets.
 *
 * <pre>
 * accrued of 2021-Q2 = 60.00: Σ lines
 *   accrued of 2021-04-01 through 2021-06-30 = 60.00: min(gross, room)
 * </pre>
 */
public final class ExplanationText {

  private final StringBuilder text = new StringBuilder();

  private final ExplanationBasis supposition;

  private ExplanationText(ExplanationBasis supposition) {
    this.supposition = supposition;
  }

  /**
   * The whole answer.
   *
   * @param about the subject of the answer: the agreement, and the point on the axes of time
   * @param supposition what the figure rests on besides recorded facts
   */
  public static String write(String about, Currency currency, Explanation explanation, ExplanationBasis supposition) {
    ExplanationText written = new ExplanationText(supposition);
    written.text
        .append(about)
        .append(", ")
        .append(currency.code())
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

  /** The value with its thousands separated. A value without a finite decimal is shown both as a decimal and exactly. */
  private static String value(Quantity value) {
    return value instanceof Quantity.Exact(var fraction, var decimals) && value.text().contains("/")
        ? AmountWords.exact(fraction, decimals) + " (" + value.text() + ")"
        : AmountWords.apart(value.text());
  }

  /** The operation with the thousands of its amounts separated. A number without decimals may be a year and stays as it is. */
  private static String words(String operation) {
    return Stream.of(operation.split(" ")).map(word -> word.contains(".") ? AmountWords.apart(word) : word)
        .collect(Collectors.joining(" "));
  }

  private void add(Outline.Entry entry, String indentation) {
    Explanation explanation = entry.explanation();
    text.append(indentation);
    if (entry.id() > 0 && !entry.isReference()) {
      text.append('[').append(entry.id()).append("] ");
    }
    text.append(explanation.figure()).append(" = ").append(value(explanation.value()));
    if (entry.isReference()) {
      text.append(": see [").append(entry.id()).append("]\n");
      return;
    }
    text.append(
        switch (explanation) {
          case Explanation.Node node -> ": " + words(node.operation());
          case Explanation.Event event -> "  (" + supposition.leaf(event.sequence()) + ")";
          case Explanation.Attribute attribute ->
            "  (clause " + attribute.clause() + ", " + attribute.attribute() + ", set by "
                + (attribute.setBy() == 0 ? "the agreement" : "amendment " + attribute.setBy()) + ")";
          case Explanation.Calendar _ -> "  (calendar)";
        })
        .append('\n');
    entry.of().forEach(below -> add(below, indentation + "  "));
    if (entry.left() > 0) {
      text.append(indentation).append("  … and ").append(entry.left()).append(" more\n");
    }
  }
}

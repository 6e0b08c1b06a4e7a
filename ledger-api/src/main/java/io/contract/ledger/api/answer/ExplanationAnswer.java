package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.CURRENCY;
import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.TEXT;
import static io.contract.ledger.value.Type.YES_NO;
import static io.contract.ledger.value.Type.listOf;
import static io.contract.ledger.value.Type.nullable;

import io.contract.ledger.api.words.ExplanationBasis;
import io.contract.ledger.explain.Arithmetic;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.explain.Outline;
import io.contract.ledger.explain.Quantity;
import io.contract.ledger.money.Currency;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.util.List;

/**
 * Why a figure is what it is, as a tree (domain page, section 8). The answer itself is the topmost node. A node that several
 * nodes rest on is written once, with an {@code id}. Elsewhere {@code see} refers to that id.
 */
public final class ExplanationAnswer {

  private static final Type NUMBER = new Type.Whole(1, Integer.MAX_VALUE);
  private static final Type PLACE = new Type.Whole(0, Integer.MAX_VALUE);

  /** One node or leaf. */
  public static final Shape NODE = node(Shape.of("ExplanationNode"));

  private static final Type NODES = listOf(new Type.Recursive(() -> NODE), 0);

  /** The whole answer. */
  public static final Shape SHAPE =
      node(AnswerHead.shape("Explanation").required("currency", CURRENCY, "The currency of every amount."))
          .optional("through", DATE, "Of a forecast: the last day looked at, as of which the figure is explained.")
          .optional("more", NODES, "Nodes that lie too deep to stand in their place, which see names.");

  private final ExplanationBasis supposition;

  private ExplanationAnswer(ExplanationBasis supposition) {
    this.supposition = supposition;
  }

  private static Shape node(Shape shape) {
    return shape
        .required("figure", TEXT, "What it is, in words.")
        .required(
            "value", nullable(TEXT),
            "Its value, exact: a number, as n/d where its decimals never end, a day or a word; null when undetermined.")
        .optional("operation", TEXT, "How the value follows from those below, in words such as min(gross, room).")
        .optional(
            "by", new Type.OneOf(Arithmetic.slugs()),
            "The same for machines; judged where no arithmetic leads to it.")
        .optional("of", listOf(new Type.Recursive(() -> NODE), 0), "What it follows from, in order.")
        .optional("left", NUMBER, "How many more it follows from than are shown; ask for one period to see them.")
        .optional("id", NUMBER, "What see names, where it is needed again.")
        .optional("see", NUMBER, "The id of the node that stands elsewhere in this answer.")
        .optional("event", AnswerHead.SEQUENCE, "Of a leaf: the event that recorded it; see history.")
        .optional("fact", PLACE, "Of a leaf: the place of the supposed fact in the request, from 0; it has no event.")
        .optional("assumed", YES_NO, "Of a leaf: true where it is a report that the scenario assumes.")
        .optional("clause", SLUG, "Of a leaf: the clause that says it.")
        .optional("attribute", TEXT, "Of a leaf: the attribute of the clause.")
        .optional("setBy", AnswerHead.AMENDMENT_NUMBER,
            "The amendment that set the attribute; 0 is the agreement itself.")
        .optional("calendar", YES_NO, "Of a leaf: true where the calendar says it.");
  }

  /**
   * The whole answer.
   *
   * @param supposition what the figure rests on besides recorded facts
   */
  public static Value.Tree write(
      AnswerHead asked, Currency currency, Explanation explanation, ExplanationBasis supposition) {
    return new ExplanationAnswer(supposition).write(asked, currency, explanation);
  }

  private Value.Tree write(AnswerHead asked, Currency currency, Explanation explanation) {
    Outline outline = Outline.of(explanation);
    TreeBuilder answer = asked.begin().put("currency", currency.code());
    supposition.through().ifPresent(last -> answer.put("through", last));
    node(outline.root()).entries().forEach(answer::put);
    List<Value> more = outline.more().stream().<Value>map(this::node).toList();
    if (!more.isEmpty()) {
      answer.put("more", Value.items(more));
    }
    return answer.build();
  }

  private Value.Tree node(Outline.Entry entry) {
    TreeBuilder node = new TreeBuilder().put("figure", entry.explanation().figure());
    node.put(
        "value",
        switch (entry.explanation().value()) {
          case Quantity.Undetermined undetermined -> Value.NULL;
          case Quantity.None none -> Value.NULL;
          case Quantity known -> Value.text(known.text());
        });
    if (entry.isReference()) {
      return node.put("see", entry.id()).build();
    }
    if (entry.id() > 0) {
      node.put("id", entry.id());
    }
    return switch (entry.explanation()) {
      case Explanation.Node inner -> inner(node, inner, entry);
      case Explanation.Event event -> supposition.leaf(node, event.sequence()).build();
      case Explanation.Attribute attribute ->
        node.put("clause", attribute.clause())
            .put("attribute", attribute.attribute())
            .put("setBy", attribute.setBy())
            .build();
      case Explanation.Calendar _ -> node.put("calendar", Value.bool(true)).build();
    };
  }

  private Value.Tree inner(TreeBuilder node, Explanation.Node inner, Outline.Entry entry) {
    node.put("operation", inner.operation())
        .put("by", inner.arithmetic().slug())
        .put("of", Value.items(entry.of().stream().<Value>map(this::node).toList()));
    if (entry.left() > 0) {
      node.put("left", entry.left());
    }
    return node.build();
  }
}

package io.contract.ledger.api.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks the leaves of an explanation against the facts that they name: the event or the clause's attribute exists and has that
 * value.
 */
final class FactsNamed {

  private final FactsAsOf facts;
  private int checked;

  FactsNamed(FactsAsOf facts) {
    this.facts = facts;
  }

  int checked() {
    return checked;
  }

  void hold(Fields leaf) {
    checked++;
    Optional<Long> event = leaf.optionalWhole("event");
    if (event.isPresent()) {
      assertThat(event.get()).as("%s", leaf.tree()).isBetween(0L, facts.known().events().size() - 1L);
      Value recorded = facts.known().events().get(Math.toIntExact(event.get())).fact().write();
      assertThat(says(recorded, leaf)).as("event %s has what %s says", recorded, leaf.tree()).isTrue();
      return;
    }
    if (leaf.optionalText("clause").isPresent()) {
      holdAttribute(leaf);
      return;
    }
    if (leaf.tree().get("calendar").isPresent()) {
      String figure = leaf.text("figure");
      assertThat(figure).as("what the calendar says").matches(".*\\b(days?|part of a year|today)\\b.*");
      return;
    }
    // The leaf is an empty sum.
    assertThat(leaf.tree().get("of")).as("%s", leaf.tree()).isPresent();
  }

  private void holdAttribute(Fields leaf) {
    ClauseHistory clause = facts.terms().clause(new ClauseId(leaf.text("clause"))).orElseThrow();
    String attribute = leaf.text("attribute");
    int setBy = Math.toIntExact(leaf.optionalWhole("setBy").orElseThrow());
    boolean found =
        clause.revisions().stream()
            .anyMatch(revision -> isSaidBy(revision, attribute, setBy, leaf));
    assertThat(found).as("clause %s has %s", clause.id(), leaf.tree()).isTrue();
  }

  private static boolean isSaidBy(Revision revision, String attribute, int setBy, Fields leaf) {
    int by = revision.setBy().getOrDefault(attribute, revision.amendment());
    Optional<Value> said = revision.attributes().get(attribute);
    boolean isOpen = leaf.tree().get("value").orElseThrow() instanceof Value.Null;
    return by == setBy && (isOpen || said.filter(value -> says(value, leaf)).isPresent());
  }

  /** Whether the value occurs anywhere inside. */
  private static boolean says(Value where, Fields leaf) {
    String wanted = leaf.tree().get("value").orElseThrow() instanceof Value.Text text ? text.text() : "null";
    return texts(where).anyMatch(text -> isSame(text, wanted));
  }

  private static boolean isSame(String text, String wanted) {
    return text.equals(wanted)
        || (isDecimal(text) && isDecimal(wanted) && new BigDecimal(text).compareTo(new BigDecimal(wanted)) == 0);
  }

  private static boolean isDecimal(String text) {
    return text.matches("-?\\d+(\\.\\d+)?");
  }

  private static Stream<String> texts(Value value) {
    return switch (value) {
      case Value.Text text -> Stream.of(text.text());
      case Value.Num number -> Stream.of(number.literal());
      case Value.Items items -> items.items().stream().flatMap(FactsNamed::texts);
      case Value.Tree tree -> tree.entries().values().stream().flatMap(FactsNamed::texts);
      case Value.Bool _,Value.Null _ -> Stream.empty();
    };
  }
}

package io.contract.ledger.position;

import static io.contract.ledger.Given.agreement;
import static io.contract.ledger.Given.share;
import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.Given;
import io.contract.ledger.explain.Explained;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.explain.Outline;
import io.contract.ledger.explain.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why figures are what they are, each worked by hand: 20 % of net sales by quarter (domain page, section 8). */
class PositionExplanationTest {

  private static final String CAP_1000 = "cap: {amount: \"1000\", basis: accrued, counts: since-inception}";

  /** 20 % of 4,700 are 940.00; of 500 they are 100.00, of which the cap leaves 60.00. Events 1 and 2 are the reports. */
  private static Given twoQuarters() {
    return agreement(share(CAP_1000)).revenue("q1", "2021-01-01", "2021-03-31", "4700")
        .revenue("q2", "2021-04-01", "2021-06-30", "500");
  }

  @Test
  void whatACapLeavesIsTheSmallerOfGrossAndRoom() {
    Explanation.Node line = node(child(why(twoQuarters(), Why.of("accrued", "2021-Q2")), 0));
    assertThat(line.operation()).isEqualTo("min(gross, room)");
    assertThat(values(line)).containsExactly("100.00", "60.00");
    Explanation.Node gross = node(line.of().getFirst());
    assertThat(gross.operation()).as("rounding is a step of its own").isEqualTo("round half-up");
    assertThat(node(gross.of().getFirst()).operation()).isEqualTo("500.00 × 0.20");
    Explanation.Node room = node(line.of().getLast());
    assertThat(room.operation()).isEqualTo("amount − counted");
    assertThat(room.of().getFirst())
        .isEqualTo(
            new Explanation.Attribute(
                "amount of the cap", ((Explanation.Attribute) room.of().getFirst()).value(), "share", "cap", 0));
    assertThat(room.of().getLast().value().text()).isEqualTo("940.00");
  }

  /** 960.00 settle 940.00 of the first quarter, which is due first; the 20.00 left settle that much of the 60.00 open then. */
  @Test
  void whatSettledSomethingIsTheSmallerOfWhatWasLeftAndWhatWasOpen() {
    Given paid = twoQuarters().payment("p1", "2021-07-19", "960");
    Explanation.Node part =
        node(child(why(paid, Why.of("settled", "2021-Q2")), 0));
    assertThat(part.operation()).isEqualTo("oldest due first: min(left, open)");
    assertThat(values(part)).containsExactly("20.00", "60.00");
    assertThat(part.of().getFirst().figure()).isEqualTo("left of payment p1, value 2021-07-19");
    List<Explanation> left =
        Outline.of(part.of().getFirst()).root().of().stream().map(Outline.Entry::explanation).toList();
    assertThat(left).extracting(one -> one.value().text()).containsExactly("960.00", "-940.00");
    assertThat(left.getFirst()).isInstanceOfSatisfying(
        Explanation.Event.class, event -> assertThat(event.sequence()).isEqualTo(3));
  }

  /** The cap may count what accrued, of which 1,000 leave nothing, or what is paid, which is nothing: but both use up the room. */
  @Test
  void whereReadingsDifferEachIsExplained() {
    Given open =
        agreement(share("cap: {amount: \"1000\", basis: unstated, counts: since-inception}"))
            .revenue("q1", "2021-01-01", "2021-03-31", "4700");
    Explanation.Node headroom = node(why(open, Why.of("headroom")));
    assertThat(headroom.value()).isEqualTo(new Quantity.Undetermined());
    assertThat(headroom.operation()).isEqualTo("readings differ");
    assertThat(headroom.of()).extracting(Explanation::figure).containsExactly("headroom, accrued", "headroom, paid");
    assertThat(values(headroom)).containsExactly("60.00", "1000.00");
    Explanation.Node accrued = node(why(open, Why.of("accrued")));
    assertThat(accrued.operation()).isEqualTo("the same under every reading");
    assertThat(accrued.value().text()).isEqualTo("940.00");
  }

  @Test
  void whatIsNotThereIsAnsweredWithWhatIs() {
    assertThat(amiss(Why.of("profit")))
        .startsWith("there is no figure 'profit' of a position; there are gross, accrued, forgone, paid");
    assertThat(amiss(Why.of("accrued", "2022-Q1"))).endsWith("there are 2021-Q1, 2021-Q2, 2021-Q3");
    assertThat(amiss(Why.ofCap("headroom", 2))).isEqualTo("there is one cap, 0");
  }

  private static String amiss(Why why) {
    return ((Explained.Unexplained) PositionExplanation.of(twoQuarters().on("2021-07-31"), "share", why)).violation()
        .message();
  }

  private static Explanation why(Given given, Why why) {
    Explained explained = PositionExplanation.of(given.on("2021-07-31"), "share", why);
    Explanation explanation = ((Explained.Because) explained).explanation();
    assertThat(explanation.recombine()).as("the leaves come to the figure").isEqualTo(explanation.value());
    return explanation;
  }

  private static Explanation child(Explanation of, int place) {
    return node(of).of().get(place);
  }

  private static Explanation.Node node(Explanation explanation) {
    return (Explanation.Node) explanation;
  }

  private static List<String> values(Explanation.Node node) {
    return node.of().stream().map(child -> child.value().text()).toList();
  }
}

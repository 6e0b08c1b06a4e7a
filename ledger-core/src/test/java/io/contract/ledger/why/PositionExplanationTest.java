package io.contract.ledger.why;

import static io.contract.ledger.Given.agreement;
import static io.contract.ledger.Given.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.contract.ledger.Given;
import io.contract.ledger.explain.Explained;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.explain.Outline;
import io.contract.ledger.explain.Quantity;
import io.contract.ledger.id.ClauseId;
import java.util.List;
import java.util.stream.Stream;
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
    Explanation.Node line = node(child(why(twoQuarters(), FigureRef.of("accrued", "2021-Q2")), 0));
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
                "amount of the cap", ((Explanation.Attribute) room.of().getFirst()).value(), new ClauseId("share"),
                "cap", 0));
    assertThat(room.of().getLast().value().text()).isEqualTo("940.00");
  }

  /** 960.00 settle 940.00 of the first quarter, which is due first; the 20.00 left settle that much of the 60.00 open then. */
  @Test
  void whatSettledSomethingIsTheSmallerOfWhatWasLeftAndWhatWasOpen() {
    Given paid = twoQuarters().payment("p1", "2021-07-19", "960");
    Explanation.Node part =
        node(child(why(paid, FigureRef.of("settled", "2021-Q2")), 0));
    assertThat(part.operation()).isEqualTo("oldest due first: min(left, open)");
    assertThat(values(part)).containsExactly("20.00", "60.00");
    assertThat(part.of().getFirst().figure()).isEqualTo("left of payment p1, value 2021-07-19");
    List<Explanation> left =
        Outline.of(part.of().getFirst()).root().of().stream().map(Outline.Entry::explanation).toList();
    assertThat(left).extracting(one -> one.value().text()).containsExactly("960.00", "-940.00");
    assertThat(left.getFirst()).isInstanceOfSatisfying(
        Explanation.Event.class, event -> assertThat(event.sequence()).isEqualTo(3));
  }

  /**
   * The cap may count what accrued, which leaves 60 of 1,000, or what is paid, which leaves all 1,000. What is open uses the room
   * under both.
   */
  @Test
  void whereReadingsDifferEachIsExplained() {
    Given open =
        agreement(share("cap: {amount: \"1000\", basis: unstated, counts: since-inception}"))
            .revenue("q1", "2021-01-01", "2021-03-31", "4700");
    Explanation.Node headroom = node(why(open, FigureRef.of("headroom")));
    assertThat(headroom.value()).isEqualTo(new Quantity.Undetermined());
    assertThat(headroom.operation()).isEqualTo("readings differ");
    assertThat(headroom.of()).extracting(Explanation::figure).containsExactly("headroom, accrued", "headroom, paid");
    assertThat(values(headroom)).containsExactly("60.00", "1000.00");
    Explanation.Node accrued = node(why(open, FigureRef.of("accrued")));
    assertThat(accrued.operation()).isEqualTo("the same under each reading below");
    assertThat(accrued.value().text()).isEqualTo("940.00");
  }

  /** 10 and 20 are paid ahead; 25 accrue and leave 5 of the second. */
  @Test
  void creditIsWhatEachPaymentLeftOver() {
    Given ahead = agreement(share("")).payment("p1", "2021-02-01", "10").payment("p2", "2021-02-02", "20");
    assertThat(values(node(why(ahead, FigureRef.of("credit"))))).containsExactly("10.00", "20.00");

    Given used = ahead.revenue("q1", "2021-01-01", "2021-03-31", "125");
    assertThat(values(node(why(used, FigureRef.of("credit"))))).containsExactly("5.00");
    assertThat(values(node(why(used, FigureRef.of("settled", "2021-Q1"))))).containsExactly("10.00", "15.00");
  }

  /** A waiver of 950 gives up the 940 of the first quarter, and 10 of the 60 of the second. */
  @Test
  void whatAWaiverGaveUpIsTheSmallerOfWhatWasLeftOfItAndWhatWasOpen() {
    Given waived = twoQuarters().waiver("2021-07-10", "950");
    Explanation.Node part = node(child(why(waived, FigureRef.of("waived", "2021-Q2")), 0));
    assertThat(part.operation()).isEqualTo("min(waiver, open)");
    assertThat(values(part)).containsExactly("10.00", "60.00");
    assertThat(part.of().getFirst().figure()).isEqualTo("left of the waiver");
  }

  /** −30 of April settle the 20 of the first quarter; of +40 in May 10 make up the rest of that credit, and 30 are open. */
  @Test
  void whatItGaveAsCreditIsOpenInTheClaimThatGrowsAgain() {
    Given grown = agreement(share("")).revenue("q1", "2021-01-01", "2021-03-31", "100")
        .revenue("apr", "2021-04-01", "2021-04-30", "-150").revenue("may", "2021-05-01", "2021-05-31", "200");
    assertThat(node(why(grown, FigureRef.of("settled", "2021-Q1"))).value().text()).isEqualTo("20.00");

    Explanation.Node outstanding = node(why(grown, FigureRef.of("outstanding", "2021-Q2")));
    assertThat(outstanding.value().text()).isEqualTo("30.00");
    assertThat(values(outstanding)).containsExactly("30.00", "0.00", "0.00");
    Explanation.Node whole = node(child(outstanding, 0));
    assertThat(whole.operation()).isEqualTo("accrued + toCredit");
    assertThat(values(whole)).containsExactly("10.00", "20.00");
    assertThat(below(whole).map(Explanation::figure)).contains("makes up unused credit");
  }

  /**
   * 250 at 20 % are 50, due on 10 April. 60 days late at 10 % they bear 50 × 0.10 × 60/365 = 0.8219, of which 0.50 and 0.32 are paid; in 31
   * days more 50 × 0.10 × (91 − 60)/365 = 0.4247.
   */
  @Test
  void interestRunsFromTheDueDateAndAnewWhenItIsPaid() {
    Given late = agreement(share("due: {days: 10}, lateInterest: {rate: \"0.10\"}"))
        .revenue("q1", "2021-01-01", "2021-03-31", "250").payment("p1", "2021-06-09", "0.50")
        .payment("p2", "2021-06-09", "0.32");

    Explanation paid = why(late, "2021-07-10", FigureRef.of("interestPaid", "2021-Q1"));
    assertThat(child(paid, 0).figure()).startsWith("interest of 2021-Q1 settled by payment p1");
    assertThat(values(node(child(paid, 0)))).containsExactly("0.50", "0.82");
    assertThat(values(node(child(paid, 1)))).containsExactly("0.32", "0.32");

    Explanation open = why(late, "2021-07-10", FigureRef.of("interest", "2021-Q1"));
    assertThat(open.value().text()).isEqualTo("0.42");
    List<Explanation> runs = below(open).filter(one -> one.figure().startsWith("interest from")).distinct().toList();
    assertThat(runs).extracting(Explanation::figure)
        .containsExactly("interest from 2021-04-10 to 2021-06-09", "interest from 2021-06-09 to 2021-07-10");
    assertThat(values(node(runs.getFirst()))).containsExactly("50.00", "0.10", "12/73");
    assertThat(values(node(runs.getLast()))).containsExactly("50.00", "0.10", "31/365");
  }

  /** To 100 at 10 %, above at 15 %: f(120) = 100 × 0.10 + (120 − 100) × 0.15 = 13. */
  @Test
  void tiersAreExplainedBandByBand() {
    Given tiers = agreement(
        share("tiers: {over: lifetime, bands: [{upTo: \"100\", rate: \"0.10\"}, {rate: \"0.15\"}]}")
            .replace("rate: \"0.20\", ", ""))
        .revenue("q1", "2021-01-01", "2021-03-31", "120");

    List<Explanation> bands = below(why(tiers, FigureRef.of("gross", "2021-Q1")))
        .filter(one -> one.figure().equals("share of the band")).toList();
    assertThat(bands).extracting(one -> node(one).operation()).contains("100.00 × 0.10", "20.00 × 0.15");
    assertThat(bands.getFirst().value().text()).isEqualTo("10.00");
    assertThat(node(bands.getFirst()).of().getFirst()).isInstanceOfSatisfying(
        Explanation.Attribute.class, upTo -> assertThat(upTo.figure()).isEqualTo("upTo of the band"));
    Explanation.Node slice = node(node(bands.get(1)).of().getFirst());
    assertThat(slice.figure()).isEqualTo("slice of the band");
    assertThat(values(slice)).containsExactly("120.00", "100.00");
    assertThat(slice.of().getFirst().figure()).isEqualTo("revenue so far");
  }

  /**
   * A cap of 100 from 1 April, where an arbitrator settled what counts and from when. Of 50 nothing counts, of the next 150 then
   * 100.
   */
  @Test
  void whatSettledAReadingAndFromWhenACapCountsStandsBelowWhatCounts() {
    Given given = agreement(share("")).revenue("q1", "2021-01-01", "2021-03-31", "250")
        .amendment(1, "2021-04-01", "{revise: {clause: share, set: {cap: {amount: \"100\"}}}}")
        .revenue("q2", "2021-04-01", "2021-06-30", "750")
        .and("reading", "{clause: share, parameter: basis, value: accrued, from: 2021-05-01, by: arbitrator}")
        .and("reading", "{clause: share, parameter: counts, value: since-effective, from: 2021-05-01, by: arbitrator}");
    Explanation.Node counted = node(why(given, "2021-06-30", FigureRef.of("counted")));
    assertThat(counted.value().text()).isEqualTo("100.00");
    assertThat(counted.of().subList(1, 4)).extracting(Explanation::figure, leaf -> leaf.value().text())
        .containsExactly(
            tuple("basis, settled by arbitrator from 2021-05-01", "accrued"),
            tuple("counts, settled by arbitrator from 2021-05-01", "since-effective"),
            tuple("counts from when amendment 1 is effective", "2021-04-01"));
    // Each line that the cap cuts rests on them too.
    assertThat(below(why(given, "2021-06-30", FigureRef.of("accrued", "2021-Q2"))).map(Explanation::figure))
        .contains("basis, settled by arbitrator from 2021-05-01");
  }

  @Test
  void whatIsNotThereIsAnsweredWithWhatIs() {
    assertThat(amiss(FigureRef.of("profit")))
        .startsWith("there is no figure 'profit' of a position; there are gross, accrued, forgone, paid");
    assertThat(amiss(FigureRef.of("accrued", "2022-Q1"))).endsWith("there are 2021-Q1, 2021-Q2, 2021-Q3");
    assertThat(amiss(FigureRef.ofCap("headroom", 2))).isEqualTo("there is one cap, 1");
  }

  private static String amiss(FigureRef why) {
    return ((Explained.Unexplained) Why.ofShare(twoQuarters().on("2021-07-31"), new ClauseId("share"), why)).violation()
        .message();
  }

  private static Explanation why(Given given, FigureRef why) {
    return why(given, "2021-07-31", why);
  }

  private static Explanation why(Given given, String day, FigureRef why) {
    Explained explained = Why.ofShare(given.on(day), new ClauseId("share"), why);
    Explanation explanation = ((Explained.Because) explained).explanation();
    assertThat(Recombined.fromLeaves(explanation)).as("the leaves come to the figure").isEqualTo(explanation.value());
    return explanation;
  }

  private static Explanation child(Explanation of, int place) {
    return node(of).of().get(place);
  }

  /** It and everything below it, from left to right. */
  private static Stream<Explanation> below(Explanation explanation) {
    return explanation instanceof Explanation.Node node
        ? Stream.concat(Stream.of(explanation), node.of().stream().flatMap(PositionExplanationTest::below))
        : Stream.of(explanation);
  }

  private static Explanation.Node node(Explanation explanation) {
    return (Explanation.Node) explanation;
  }

  private static List<String> values(Explanation.Node node) {
    return node.of().stream().map(child -> child.value().text()).toList();
  }
}

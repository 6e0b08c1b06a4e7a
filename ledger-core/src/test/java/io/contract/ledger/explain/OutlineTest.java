package io.contract.ledger.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.explain.Arithmetic.Plain;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An outline shows every node once, is never too deep and never too long, and says what it leaves out. */
class OutlineTest {

  private static final Explanation ONE = new Explanation.Event("one", Quantity.of(1), 1);

  @Test
  void whatIsNeededTwiceStandsOnceAndIsReferredTo() {
    Explanation shared = Explanation.by("shared", "1 + 1", Plain.SUM, ONE, ONE);
    Outline outline = Outline.of(Explanation.by("four", "2 + 2", Plain.SUM, shared, shared));

    List<Outline.Entry> of = outline.root().of();
    assertThat(of.getFirst().isReference()).isFalse();
    assertThat(of.getFirst().of()).hasSize(2);
    assertThat(of.getLast().isReference()).isTrue();
    assertThat(of.getLast().id()).isEqualTo(of.getFirst().id()).isEqualTo(1);
  }

  @Test
  void aSumToWhichTermsAreAddedIsShownAsOneSum() {
    Explanation sum = running(List.of(ONE, ONE, ONE));
    assertThat(Outline.of(sum).root().of()).extracting(Outline.Entry::explanation).containsExactly(ONE, ONE, ONE);
  }

  /** 30 levels: the 12th is referred to, and shown after the first; likewise its own 12th. */
  @Test
  void whatLiesTooDeepIsShownAfterwards() {
    Explanation deep = ONE;
    for (int level = 0; level < 30; level++) {
      deep = Explanation.by("level " + level, "the same", Plain.SAME, deep);
    }
    Outline outline = Outline.of(deep);
    assertThat(depth(outline.root())).isEqualTo(Outline.DEEPEST);
    assertThat(outline.more()).hasSize(2).allSatisfy(more -> assertThat(depth(more)).isBetween(2, Outline.DEEPEST));
  }

  @Test
  void whatThereIsNoRoomForIsCounted() {
    List<Explanation> terms = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      terms.add(ONE);
    }
    Outline outline = Outline.of(Explanation.by("hundred", "Σ", Plain.SUM, terms), 11);
    assertThat(outline.root().of()).as("with the root, 11").hasSize(10);
    assertThat(outline.root().left()).isEqualTo(90);
  }

  private static int depth(Outline.Entry entry) {
    return 1 + entry.of().stream().mapToInt(OutlineTest::depth).max().orElse(0);
  }

  private static Explanation running(List<Explanation> terms) {
    Explanation sum = Explanation.by("sum", Outline.RUNNING, Plain.SUM, List.of());
    for (Explanation term : terms) {
      sum = Explanation.by("sum", Outline.RUNNING, Plain.SUM, sum, term);
    }
    return sum;
  }
}

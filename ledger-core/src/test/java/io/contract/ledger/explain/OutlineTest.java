package io.contract.ledger.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.explain.Arithmetic.Plain;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An outline shows every node once, is never too deep and never too long, and counts what it leaves out. */
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

  /** Under two readings the same line is computed twice. One reading adds to it, so that only the line is equal. */
  @Test
  void whatTwoReadingsRestOnStandsOnce() {
    Explanation line = Explanation.by("line", "1 + 1", Plain.SUM, ONE, ONE);
    Explanation again =
        Explanation.by("line", "1 + 1", Plain.SUM, ONE, new Explanation.Event("one", Quantity.of(1), 1));
    List<Explanation> readings =
        EqualParts.shared(
            List.of(
                Explanation.by("accrued", "the same", Plain.SAME, line),
                Explanation.by("accrued", "line + 1", Plain.SUM, again, ONE)));
    assertThat(readings).extracting(reading -> reading.value().text()).containsExactly("2", "3");
    Outline outline =
        Outline.of(Explanation.judged("accrued", new Quantity.Undetermined(), "readings differ", readings));

    Outline.Entry first = outline.root().of().getFirst().of().getFirst();
    Outline.Entry second = outline.root().of().getLast().of().getFirst();
    assertThat(first.isReference()).isFalse();
    assertThat(second.isReference()).isTrue();
    assertThat(second.id()).isEqualTo(first.id()).isPositive();
  }

  @Test
  void numbersGoUpInTheOrderOfReading() {
    Explanation one = Explanation.by("one", "1 + 1", Plain.SUM, ONE, ONE);
    Explanation two = Explanation.by("two", "1 + 1 + 1", Plain.SUM, ONE, ONE, ONE);
    Outline outline = Outline.of(Explanation.by("all", "Σ", Plain.SUM, one, two, two, one));
    assertThat(outline.root().of()).extracting(Outline.Entry::id).containsExactly(1, 2, 2, 1);
  }

  @Test
  void whatSaysOtherThingsOfTheSameIsNotTheSame() {
    Explanation sum = Explanation.by("line", "1 + 1", Plain.SUM, ONE, ONE);
    List<Explanation> all =
        List.of(sum, sum.named("other"), Explanation.by("line", "Σ", Plain.SUM, ONE, ONE),
            Explanation.by("line", "1 + 1", Plain.SUM, ONE, new Explanation.Event("one", Quantity.of(1), 2)));
    assertThat(EqualParts.shared(all)).isEqualTo(all).doesNotHaveDuplicates();
  }

  /** Each sum goes down to the first term, too deep for recursion. */
  @Test
  void sumsOfManyTermsAreSharedToo() {
    List<Explanation> terms = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      terms.add(ONE);
    }
    List<Explanation> sums = EqualParts.shared(List.of(running(terms), running(terms)));
    assertThat(sums.getFirst()).isSameAs(sums.getLast());
    assertThat(sums.getFirst().value().text()).isEqualTo("50000");
  }

  @Test
  void aSumToWhichTermsAreAddedIsShownAsOneSum() {
    Explanation sum = running(List.of(ONE, ONE, ONE));
    assertThat(Outline.of(sum).root().of()).extracting(Outline.Entry::explanation).containsExactly(ONE, ONE, ONE);
  }

  /** 30 levels: the 12th is a reference and is shown after the first part, and so is the 12th of that part. */
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

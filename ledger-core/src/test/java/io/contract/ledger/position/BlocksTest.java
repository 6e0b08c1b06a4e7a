package io.contract.ledger.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list in blocks is a list like any other, and knows where it differs from one that it was made from. */
class BlocksTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31, 32, 33, 64, 100, 1_000})
  void withOtherElementsItIsWhatAnyListWouldBe(int size) {
    Random random = new Random(size);
    List<Object> expected = new ArrayList<>(objects(size));
    Blocks<Object> blocks = Blocks.of(expected);
    for (int turn = 0; turn < 100; turn++) {
      List<Object> before = List.copyOf(expected);
      SortedMap<Integer, Object> set = new TreeMap<>();
      for (int change = random.nextInt(5); change > 0 && !expected.isEmpty(); change--) {
        set.put(random.nextInt(expected.size()), new Object());
      }
      for (int more = random.nextInt(3); more > 0; more--) {
        set.put(expected.size(), new Object());
        expected.add(set.get(expected.size()));
      }
      set.forEach(expected::set);
      Blocks<Object> next = blocks.with(set);

      assertThat(next).isEqualTo(expected).hasSameHashCodeAs(expected);
      assertThat(blocks).as("the one it was made from").isEqualTo(before);
      assertThat(Blocks.differing(blocks, next)).isEqualTo(new TreeSet<>(set.keySet()))
          .isEqualTo(Blocks.differing(next, before));
      blocks = next;
    }
  }

  @Test
  void refusesGapsAndPlacesBeyondTheEnd() {
    Blocks<Object> blocks = Blocks.of(objects(33));

    assertThatThrownBy(() -> blocks.with(new TreeMap<>(Map.of(34, "x")))).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> blocks.with(new TreeMap<>(Map.of(64, "x")))).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> blocks.get(33)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(Blocks.of(blocks)).isSameAs(blocks);
  }

  private static List<Object> objects(int count) {
    return IntStream.range(0, count).mapToObj(any -> new Object()).toList();
  }
}

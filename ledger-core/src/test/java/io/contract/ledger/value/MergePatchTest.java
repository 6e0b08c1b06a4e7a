package io.contract.ledger.value;

import static io.contract.ledger.Flow.tree;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON Merge Patch by the test table of RFC 7396, appendix A. */
class MergePatchTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "{a: b}            | {a: c}                  | {a: c}",
      "{a: b}            | {b: c}                  | {a: b, b: c}",
      "{a: b}            | {a: null}               | {}",
      "{a: b, b: c}      | {a: null}               | {b: c}",
      "{a: [b]}          | {a: c}                  | {a: c}",
      "{a: c}            | {a: [b]}                | {a: [b]}",
      "{a: {b: c}}       | {a: {b: d, c: null}}    | {a: {b: d}}",
      "{a: [{b: c}]}     | {a: [1]}                | {a: [1]}",
      "{e: null}         | {a: 1}                  | {e: null, a: 1}",
      "{}                | {a: {bb: {ccc: null}}}  | {a: {bb: {}}}"})
  void patchesAnObjectAsTheTableSays(String original, String patch, String result) {
    assertThat(MergePatch.apply(tree(original), tree(patch))).isEqualTo(tree(result));
  }

  /** The rows of the table whose target or patch is no object, one level down: a clause is always an object. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "{x: [a, b]}       | {x: [c, d]}             | {x: [c, d]}",
      "{x: {a: b}}       | {x: [c]}                | {x: [c]}",
      "{x: {a: foo}}     | {x: null}               | {}",
      "{x: {a: foo}}     | {x: bar}                | {x: bar}",
      "{x: [1, 2]}       | {x: {a: b, c: null}}    | {x: {a: b}}"})
  void replacesWhatIsNoObject(String original, String patch, String result) {
    assertThat(MergePatch.apply(tree(original), tree(patch))).isEqualTo(tree(result));
  }

  @Test
  void leavesTheTargetAsItWas() {
    Value.Tree target = tree("{a: {b: c}}");

    MergePatch.apply(target, tree("{a: {b: null}}"));

    assertThat(target).isEqualTo(tree("{a: {b: c}}"));
  }

  @Test
  void keepsTheOrderOfTheTargetAndAddsAtTheEnd() {
    assertThat(MergePatch.apply(tree("{a: 1, b: 2, c: 3}"), tree("{d: 4, b: 5}")).entries().keySet())
        .containsExactly("a", "b", "c", "d");
  }
}

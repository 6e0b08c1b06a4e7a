package io.contract.ledger.api.agreementfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.value.Value;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an expectation compares, and what it ignores (domain page, section 10). */
class ComparisonTest {

  private static final String POSITION =
      """
          clause: share
          accrued: "1000.00"
          overdue: null
          undetermined: [headroom, room]
          readings: []
          caps:
            - {basis: accrued, counts: since-inception, headroom: "10.00"}
            - {basis: paid, counts: since-inception, headroom: "20.00"}
          periods:
            - {period: 2021-Q1, accrued: "940.00"}
            - {period: 2021-Q2, accrued: "60.00"}
          """;

  private static final String READ =
      """
          readings:
            - {basis: accrued, counts: since-inception, accrued: "1.00", caps: [{basis: accrued, headroom: "9.00"}]}
            - {basis: paid, counts: since-inception, accrued: "2.00", caps: [{basis: paid, headroom: "8.00"}]}
          """;

  private static Value.Tree tree(String yaml) {
    Flaws flaws = new Flaws();
    Optional<Located> read =
        YamlReader.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), Map.of(), flaws);
    assertThat(flaws.inOrder()).isEmpty();
    return (Value.Tree) read.orElseThrow().value();
  }

  private static List<String> differences(String expected, String found) {
    return Comparison.differences(tree(expected), tree(found)).stream().map(Mismatch::toString).toList();
  }

  @Test
  void onlyWhatIsNamedIsCompared() {
    assertThat(differences("{accrued: \"1000.00\"}", POSITION)).isEmpty();
    assertThat(differences("{accrued: \"1000.01\", clause: share}", POSITION))
        .containsExactly("accrued expected \"1000.01\", found \"1000.00\"");
  }

  @Test
  void amountsAreComparedByTheirValue() {
    assertThat(differences("{accrued: \"1000\"}", POSITION)).isEmpty();
    assertThat(differences("{accrued: \"1000.0000\"}", POSITION)).isEmpty();
  }

  @Test
  void nullExpectsNoValue() {
    assertThat(differences("{overdue: null, dueOn: null}", POSITION)).isEmpty();
    assertThat(differences("{accrued: null}", POSITION)).containsExactly("accrued expected null, found \"1000.00\"");
    assertThat(differences("{overdue: \"0.00\"}", POSITION)).containsExactly("overdue expected \"0.00\", found null");
  }

  @Test
  void anEmptyListExpectsNoRows() {
    assertThat(differences("{readings: []}", POSITION)).isEmpty();
    assertThat(differences("{periods: []}", POSITION)).hasSize(1);
  }

  @Test
  void periodsAreFoundByTheirNames() {
    assertThat(differences("{periods: [{period: 2021-Q2, accrued: \"60.00\"}]}", POSITION)).isEmpty();
    assertThat(differences("{periods: [{period: 2021-Q2, accrued: \"61.00\"}]}", POSITION))
        .containsExactly("periods 2021-Q2 accrued expected \"61.00\", found \"60.00\"");
    assertThat(differences("{periods: [{period: 2021-Q3, accrued: \"1.00\"}]}", POSITION))
        .containsExactly("periods 2021-Q3 expected {period=\"2021-Q3\", accrued=\"1.00\"}, found null");
  }

  @Test
  void anAbsentRowIsExpectedNotToBeThere() {
    assertThat(differences("{periods: [{period: 2021-Q3, absent: true}]}", POSITION)).isEmpty();
    assertThat(differences("{periods: [{period: 2021-Q2, absent: true}]}", POSITION)).hasSize(1);
  }

  @Test
  void capsAreFoundByTheirPlaceWhateverTheySay() {
    assertThat(differences("{caps: [{headroom: \"10.00\"}, {basis: paid, headroom: \"20.00\"}]}", POSITION)).isEmpty();
    assertThat(differences("{caps: [{basis: paid}]}", POSITION))
        .containsExactly("caps 1 basis expected \"paid\", found \"accrued\"");
    assertThat(differences("{caps: [{}, {}, {headroom: \"1.00\"}]}", POSITION)).hasSize(1);
  }

  @Test
  void readingsAreFoundByWhatTheyRead() {
    assertThat(differences("{readings: [{basis: paid, accrued: \"2.00\", caps: [{headroom: \"8.00\"}]}]}", READ))
        .isEmpty();
    assertThat(differences("{readings: [{counts: since-inception, basis: accrued, accrued: \"2.00\"}]}", READ))
        .containsExactly("readings accrued/since-inception accrued expected \"2.00\", found \"1.00\"");
    assertThat(differences("{readings: [{basis: paid, counts: since-effective}]}", READ)).hasSize(1);
  }

  @Test
  void aListOfWordsIsComparedWholeInAnyOrder() {
    assertThat(differences("{undetermined: [room, headroom]}", POSITION)).isEmpty();
    assertThat(differences("{undetermined: [room]}", POSITION)).hasSize(1);
    assertThat(differences("{undetermined: []}", POSITION)).hasSize(1);
  }
}

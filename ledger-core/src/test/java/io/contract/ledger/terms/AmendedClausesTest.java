package io.contract.ledger.terms;

import static io.contract.ledger.Given.agreement;
import static io.contract.ledger.Given.share;
import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.Given;
import io.contract.ledger.fact.known.Known;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.id.ClauseId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Amendments that become known one after another make the terms that they make together. */
class AmendedClausesTest {

  @Test
  void whicheverOrderTheyAreRecordedIn() {
    Given given = agreement(share(""));
    // By their days the order is 3, 1, 2, 4, 5; the fourth ends the clause that the second adds.
    String added = share("").replace("id: share", "id: more");
    for (String amendment : List.of(
        "1|2021-03-01|{revise: {clause: share, set: {rate: \"0.30\"}}}",
        "2|2021-04-01|{add: " + added + "}",
        "3|2021-02-01|{revise: {clause: share, set: {rate: \"0.10\", due: {days: 30}}}}",
        "4|2021-05-01|{end: {clause: more}}",
        "5|2021-05-01|{revise: {clause: share, set: {rate: \"0.40\"}}}")) {
      String[] parts = amendment.split("\\|", 3);
      given.amendment(Integer.parseInt(parts[0]), parts[1], parts[2]);
      isAsAppliedTogether(given.state().facts());
    }
    given.and("withdrawal", "{amendment: 1, reason: mistaken}");
    isAsAppliedTogether(given.state().facts());
    given.amendment(6, "2021-06-01", "{revise: {clause: share, set: {due: {days: 45}}}}");
    isAsAppliedTogether(given.state().facts());
    given.amendment(
        7, "2021-07-01", "{party: {id: initech, name: Initech}}, {revise: {clause: share, set: {payee: initech}}}");
    isAsAppliedTogether(given.state().facts());
    given.amendment(8, "2021-08-01", "{revise: {clause: share, set: {payer: initech, payee: globex}}}");
    isAsAppliedTogether(given.state().facts());

    assertThat(given.state().facts().amended().revisionsBy(4, new ClauseId("more")))
        .as("an end is no revision").isEmpty();
    assertThat(given.state().facts().amended().revisionsBy(3, new ClauseId("share")))
        .singleElement().extracting(Revision::until).hasToString("2021-04-30");
  }

  private static void isAsAppliedTogether(KnownFacts known) {
    List<Amendment> amendments = known.amendments().stream().map(Known::fact).toList();
    TermsTimeline together = TermsTimeline.of(known.agreement().orElseThrow(), amendments, Map.of());
    assertThat(TermsTimeline.of(known.amended(), Map.of()).clauses()).isEqualTo(together.clauses());
    assertThat(TermsTimeline.of(known.amended(), Map.of()).parties()).isEqualTo(together.parties());
    assertThat(known.amended().withoutEffect()).isEqualTo(together.withoutEffect());
  }
}

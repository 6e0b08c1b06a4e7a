package io.contract.ledger.position;

import static io.contract.ledger.Given.agreement;
import static io.contract.ledger.Given.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.contract.ledger.Given;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.terms.Book;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What following the claims of 20 % of net sales, quarterly, tells from day to day. */
class FollowedClaimsTest {

  private static final Book BOOK = new Book(new PartyId("acme"), new PartyId("globex"));

  private final Given given = agreement(share("")).revenue("q1", "2021-01-01", "2021-03-31", "500")
      .revenue("q2", "2021-04-01", "2021-06-30", "500").revenue("q3", "2021-07-01", "2021-09-30", "500")
      .payment("p1", "2021-07-10", "250").payment("p2", "2021-07-20", "75")
      .and("reversal", "{payment: p2, on: 2021-08-01, reason: bounced}");
  private final FollowedClaims claims = new FollowedClaims(new ClauseId("share"), BOOK);

  private List<String> next(String day, boolean isAll) {
    return claims.next(given.on(day), List::getFirst, isAll).orElseThrow().claims().stream()
        .map(
            change -> change.name() + " open "
                + change.now().map(now -> now.state().open().toPlainString()).orElse("no more"))
        .toList();
  }

  @Test
  @DisplayName("are the claims touched since: a quarter that accrues, the oldest ones that a payment settles")
  void tellsWhatWasTouched() {
    assertThat(next("2021-03-31", false)).containsExactly("2021-Q1 open 100.00");
    assertThat(next("2021-04-01", false)).isEmpty();
    assertThat(next("2021-06-30", false)).containsExactly("2021-Q2 open 100.00");
    assertThat(next("2021-07-10", false)).containsExactly("2021-Q1 open 0.00", "2021-Q2 open 0.00");
  }

  @Test
  @DisplayName("are all claims where that is asked, those with nothing to them included")
  void tellsAll() {
    next("2021-06-30", false);

    assertThat(next("2021-07-01", true))
        .containsExactly("2021-Q1 open 100.00", "2021-Q2 open 100.00", "2021-Q3 open 0.00");
  }

  @Test
  @DisplayName("tell of a payment what is left: 50 of 250 after 200 were open, nothing once Q3 accrued")
  void tellsWhatIsUnapplied() {
    next("2021-06-30", false);

    assertThat(unapplied("2021-07-10")).isEqualTo(Map.of(4L, "50.00"));
    assertThat(unapplied("2021-07-11")).isEmpty();
    assertThat(unapplied("2021-07-20")).isEqualTo(Map.of(5L, "75.00"));
    // A reversed payment is as if never made. To see that, what came before it may have to happen again.
    assertThat(unapplied("2021-08-01")).containsEntry(5L, "0.00");
    assertThat(unapplied("2021-09-30")).isEqualTo(Map.of(4L, "0.00"));
  }

  private Map<Long, String> unapplied(String day) {
    Map<Long, String> unapplied = new TreeMap<>();
    claims.next(given.on(day), List::getFirst, false).orElseThrow().unapplied()
        .forEach((sequence, left) -> unapplied.put(sequence, left.toPlainString()));
    return unapplied;
  }

  @Test
  @DisplayName("tell of a clause that moved to months that its quarter is no more: terms of that day")
  void tellsWhatIsNoMore() {
    given.amendment(1, "2021-01-01", "{revise: {clause: share, set: {period: month}}}");
    FollowedClaims before = new FollowedClaims(new ClauseId("share"), BOOK);
    before.next(agreement(share("")).revenue("q1", "2021-01-01", "2021-03-31", "500").on("2021-03-31"),
        List::getFirst, false);

    assertThat(before.next(given.on("2021-03-31"), List::getFirst, false).orElseThrow().claims())
        .extracting(ClaimChanges.Change::name, change -> change.now().isPresent())
        .containsExactly(
            tuple("2021-Q1", false),
            tuple("2021-01", true),
            tuple("2021-02", true),
            tuple("2021-03", true));
  }

  @Test
  void tellNothingOfAClauseThatIsNotThere() {
    assertThat(new FollowedClaims(new ClauseId("other"), BOOK).next(given.on("2021-03-31"), List::getFirst, true))
        .isEmpty();
  }
}

package io.contract.ledger.terms;

import static io.contract.ledger.Given.agreement;
import static io.contract.ledger.Given.share;
import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.Given;
import io.contract.ledger.obligation.ObligationCalculator;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Parties that join an agreement by an amendment, or take another name. */
class PartiesTest {

  private static final String JOINS = "{party: {id: initech, name: Initech}}";

  private static List<String> names(Given given, String day) {
    return given.on(day).terms().parties().stream().map(party -> party.id() + " " + party.name()).toList();
  }

  @Test
  @DisplayName("a party joins, and one has another name, from the amendment's effective date on")
  void joinsAndIsRenamed() {
    Given given = agreement(share(""))
        .amendment(1, "2021-05-16", JOINS + ", {party: {id: globex, name: Globex Group}}");

    assertThat(names(given, "2021-05-15")).containsExactly("acme Acme Corp", "globex Globex Ltd");
    assertThat(names(given, "2021-05-16"))
        .containsExactly("acme Acme Corp", "globex Globex Group", "initech Initech");
  }

  @Test
  @DisplayName("clauses and facts may name parties of every recorded amendment, whatever its effective date")
  void mayBeNamedOnceRecorded() {
    Given given = agreement(share(""));
    String revises = "{number: 2, title: Two, executedOn: 2021-05-16, effectiveOn: 2021-05-16,"
        + " changes: [{revise: {clause: share, set: {payee: initech}}}]}";
    assertThat(given.refusalsOf("amendment", revises)).containsExactly("unknown-party");

    given.amendment(1, "2022-01-01", JOINS).and("amendment", revises);
    assertThat(given.on("2021-05-16").terms().clauses().getFirst().bookOn(given.on("2021-05-16").effectiveOn()))
        .map(Book::toString).contains("acme:initech");
  }

  @Test
  @DisplayName("one amendment may make a party and name it")
  void joinsAndIsNamedAtOnce() {
    Given given = agreement(share(""))
        .amendment(1, "2021-05-16", JOINS + ", {revise: {clause: share, set: {payee: initech}}}");

    assertThat(given.positions("2021-05-16").getFirst().book()).hasToString("acme:initech");
  }

  @Test
  @DisplayName("if the amendment by which a party joined is withdrawn, changes that name it have no effect")
  void isGoneWithItsAmendment() {
    Given given = agreement(share("")).amendment(1, "2021-05-16", JOINS)
        .amendment(2, "2021-05-16", "{revise: {clause: share, set: {payee: initech}}}")
        .and("withdrawal", "{sequence: 1, reason: never signed}");

    assertThat(given.positions("2021-05-16").getFirst().book()).hasToString("acme:globex");
    assertThat(given.state().terms().withoutEffect()).extracting(one -> one.amendment().number()).containsExactly(2);
  }

  @Test
  @DisplayName("the id of a clause that lost its party stays used: its party may come back")
  void theIdOfAClauseWithoutEffectStaysUsed() {
    String more = share("").replace("id: share", "id: more");
    Given given = agreement(share("")).amendment(1, "2021-05-16", JOINS)
        .amendment(2, "2021-05-16", "{add: " + more.replace("globex", "initech") + "}")
        .and("withdrawal", "{sequence: 1, reason: never signed}");

    assertThat(
        given.refusalsOf(
            "amendment", "{number: 3, title: Three, executedOn: 2021-05-16, effectiveOn: 2021-05-16, changes: [{add: "
                + more + "}]}"))
        .containsExactly("id-already-used");
  }

  @Test
  @DisplayName("sentences say the name of the day")
  void sentences() {
    Given given = agreement(share("")).revenue("q1", "2021-01-01", "2021-03-31", "500")
        .amendment(1, "2021-05-16", "{party: {id: globex, name: Globex Group}}");

    assertThat(ObligationCalculator.obligations(given.on("2021-05-15")).getFirst().summary())
        .startsWith("Acme Corp owes Globex Ltd a revenue share for 2021-Q1");
    assertThat(ObligationCalculator.obligations(given.on("2021-05-16")).getFirst().summary())
        .startsWith("Acme Corp owes Globex Group a revenue share for 2021-Q1");
  }
}

package io.contract.ledger.scenario;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.Known;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.terms.Amendment;
import io.contract.ledger.terms.ChangeWithoutEffect;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers what further facts would change, back-dated ones included (domain page, section 9). It has no rules of its own: it is the
 * same function with more facts.
 *
 * <p>Example: on 2021-10-01 the share accrues at 20 %. What if an amendment of 2021-02-01 had set 15 %? Then {@code before} accrues
 * 940.00, and {@code after} accrues less on the lines from February on.
 */
public final class WhatIf {

  private WhatIf() {}

  /** The impact of the facts on answers about the day. */
  public static Impact of(Supposed supposed, LocalDate effectiveOn) {
    FactsAsOf before = FactsAsOf.of(supposed.known(), effectiveOn);
    FactsAsOf after = supposed.on(effectiveOn);
    return new Impact(
        supposed, before, after, lostGround(supposed), PartyChanges.inWords(supposed), Causes.between(before, after));
  }

  /**
   * The changes that would lose their effect, whatever day is asked about: a fact can undo an amendment that takes effect only
   * later.
   */
  private static List<LostGround> lostGround(Supposed supposed) {
    Set<Place> before = withoutEffect(supposed.known()).map(WhatIf::place).collect(Collectors.toSet());
    return withoutEffect(supposed.facts()).filter(change -> !before.contains(place(change))).toList();
  }

  /** The place of a change, named by its event: another amendment can have the number by then. */
  private record Place(long sequence, int change) {}

  private static Place place(LostGround change) {
    return new Place(change.sequence(), change.change());
  }

  private static Stream<LostGround> withoutEffect(KnownFacts known) {
    return FactsAsOf.of(known, DateRange.OPEN_END).terms().withoutEffect().stream()
        .map(change -> lostGround(change, known.amendment(change.amendment().number()).orElseThrow()));
  }

  private static LostGround lostGround(ChangeWithoutEffect change, Known<Amendment> amendment) {
    return new LostGround(
        amendment.sequence(),
        change.amendment().number(),
        change.change(),
        change.clause(),
        change.reasons());
  }
}

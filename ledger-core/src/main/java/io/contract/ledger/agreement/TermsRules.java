package io.contract.ledger.agreement;

import io.contract.ledger.fact.known.Known;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.terms.Amendment;
import io.contract.ledger.terms.ClauseReader;
import io.contract.ledger.terms.ExecutedAgreement;
import io.contract.ledger.terms.TermsTimeline;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import io.contract.ledger.value.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules for agreements and amendments. */
final class TermsRules {

  private TermsRules() {}

  /** The violations of an agreement that is to be recorded. An agreement already recorded under the id has other content. */
  static List<Violation> judge(Agreement state, ExecutedAgreement agreement, Instant recordedAt) {
    Violations violations = new Violations();
    if (state.exists()) {
      violations.add(
          "/id", Code.ID_ALREADY_USED, "agreement '" + agreement.id() + "' is recorded with other content");
      return violations.all();
    }
    violations.notInFuture(
        "/executedOn",
        agreement.executedOn(),
        recordedAt.atZone(agreement.timeZone()).toLocalDate());
    Set<PartyId> parties = new HashSet<>();
    for (int i = 0; i < agreement.parties().size(); i++) {
      PartyId id = agreement.parties().get(i).id();
      if (!parties.add(id)) {
        violations.add(
            "/parties/" + i + "/id", Code.ID_ALREADY_USED, "party id '" + id + "' is already used");
      }
    }
    judgeClauses(agreement, violations);
    return violations.all();
  }

  private static void judgeClauses(ExecutedAgreement agreement, Violations violations) {
    ClauseReader reader = new ClauseReader(agreement.partyIds(), agreement.currency());
    Set<ClauseId> clauses = new HashSet<>();
    for (int i = 0; i < agreement.clauses().size(); i++) {
      Value.Tree clause = agreement.clauses().get(i);
      ClauseId id = new ClauseId(new Fields(clause).text("id"));
      if (!clauses.add(id)) {
        violations.add("/clauses/" + i + "/id", Code.ID_ALREADY_USED, "clause id '" + id + "' is already used");
      }
      violations.addAll(reader.read(clause).violations(), "/clauses/" + i);
    }
    List<ClauseId> ids =
        agreement.clauses().stream().map(clause -> new ClauseId(new Fields(clause).text("id"))).toList();
    DueDateRules.duties(
        TermsTimeline.of(agreement, agreement.partyIds(), List.of(), Map.of()), 0, id -> "/clauses/" + ids.indexOf(id),
        violations);
  }

  /**
   * Checks the changes of an amendment, at the amendment's own place in the order of amendments. An amendment recorded under the same
   * number counts too, because what is wrong with the changes is said before the number.
   */
  static void judge(Agreement state, Amendment amendment, Violations violations) {
    List<Amendment> all = new ArrayList<>();
    state.facts().amendments().stream().map(Known::fact).forEach(all::add);
    Set<ClauseId> usedIds = usedClauseIds(state.executed(), all);
    all.add(amendment);
    TermsTimeline timeline =
        TermsTimeline.of(state.executed(), TermsTimeline.partyIds(state.executed(), all), all, Map.of());
    timeline.withoutEffect().stream()
        .filter(change -> change.amendment().equals(amendment))
        .forEach(change -> violations.addAll(change.reasons(), "/changes/" + change.change()));
    List<Optional<ClauseId>> changed = amendment.changes().stream().map(Amendment.Change::clause).toList();
    DueDateRules.duties(
        timeline, amendment.number(), id -> "/changes/" + changed.indexOf(Optional.of(id)), violations);
    for (int i = 0; i < amendment.changes().size(); i++) {
      if (amendment.changes().get(i) instanceof Amendment.Change.Add add
          && usedIds.contains(add.id())
          && violations.hasNone("/changes/" + i + "/add/id")) {
        violations.add(
            "/changes/" + i + "/add/id",
            Code.ID_ALREADY_USED,
            "clause id '" + add.id() + "' is already used");
      }
    }
  }

  private static Set<ClauseId> usedClauseIds(
      ExecutedAgreement agreement, List<Amendment> amendments) {
    Set<ClauseId> ids = new HashSet<>();
    agreement.clauses().forEach(clause -> ids.add(new ClauseId(new Fields(clause).text("id"))));
    for (Amendment amendment : amendments) {
      for (Amendment.Change change : amendment.changes()) {
        if (change instanceof Amendment.Change.Add add) {
          ids.add(add.id());
        }
      }
    }
    return ids;
  }
}

package io.contract.ledger.terms;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.MilestoneId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.MergePatch;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Value;
import io.contract.ledger.value.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applies amendments, in their order, to the clauses of an agreement. */
final class TimelineBuilder {

  private final ExecutedAgreement agreement;
  private final ClauseReader reader;
  private final Map<ClauseId, List<Step>> steps = new LinkedHashMap<>();
  private final List<ChangeWithoutEffect> withoutEffect = new ArrayList<>();

  /** A clause as an amendment left it. {@code clause} is null when the amendment ended it. */
  private record Step(
      int amendment,
      LocalDate effectiveOn,
      Value.Tree attributes,
      @Nullable Clause clause,
      Map<String, Integer> setBy,
      LocalDate capCountsFrom) {}

  /** @param parties ids of the parties that clauses may name */
  TimelineBuilder(ExecutedAgreement agreement, Set<PartyId> parties) {
    this.agreement = agreement;
    this.reader = new ClauseReader(parties, agreement.currency());
    for (Value.Tree whole : agreement.clauses()) {
      set(0, agreement.effectiveOn(), whole);
    }
  }

  List<ChangeWithoutEffect> withoutEffect() {
    return List.copyOf(withoutEffect);
  }

  void apply(Amendment amendment) {
    LocalDate from = DateRange.later(amendment.effectiveOn(), agreement.effectiveOn());
    for (int i = 0; i < amendment.changes().size(); i++) {
      Amendment.Change change = amendment.changes().get(i);
      List<Violation> reasons =
          switch (change) {
            case Amendment.Change.Add add ->
              steps.containsKey(add.id())
                  ? List.of(
                      new Violation(
                          new Pointer("/add/id"),
                          Code.ID_ALREADY_USED,
                          "clause id '" + add.id() + "' is already used"))
                  : below("add", set(amendment.number(), from, add.whole()));
            case Amendment.Change.Replace replace -> replace(amendment.number(), from, replace);
            case Amendment.Change.Revise revise -> revise(amendment.number(), from, revise);
            case Amendment.Change.End end -> end(amendment.number(), from, end);
            case Amendment.Change.Party _ -> List.of();
          };
      if (!reasons.isEmpty()) {
        withoutEffect.add(new ChangeWithoutEffect(amendment, i, reasons));
      }
    }
  }

  /** Sets a whole clause. Returns what keeps it from being valid, with paths inside the clause. */
  private List<Violation> set(int number, LocalDate from, Value.Tree whole) {
    ClauseReader.Result result = reader.read(whole);
    if (result.clause().isPresent()) {
      Map<String, Integer> setBy = new LinkedHashMap<>();
      attributeNames(whole).forEach(name -> setBy.put(name, number));
      put(new Step(number, from, whole, result.clause().get(), setBy, from));
    }
    return result.violations();
  }

  private List<Violation> replace(int number, LocalDate from, Amendment.Change.Replace replace) {
    Optional<Step> current = current(replace.id());
    if (current.isEmpty()) {
      return List.of(noGround("/replace/id", replace.id()));
    }
    Value kind = current.get().attributes().get("kind").orElseThrow();
    if (!replace.whole().get("kind").equals(Optional.of(kind))) {
      return List.of(otherKind("/replace/kind", replace.id(), kind));
    }
    return below("replace", set(number, from, replace.whole()));
  }

  private List<Violation> revise(int number, LocalDate from, Amendment.Change.Revise revise) {
    Optional<Step> current = current(revise.id());
    if (current.isEmpty()) {
      return List.of(noGround("/revise/clause", revise.id()));
    }
    Step before = current.get();
    Value.Tree after = MergePatch.apply(before.attributes(), revise.set());
    for (String fixed : List.of("id", "kind")) {
      if (!after.get(fixed).equals(before.attributes().get(fixed))) {
        return List.of(
            new Violation(
                new Pointer("/revise/set/" + fixed),
                Code.INVALID_CLAUSE,
                "a revision cannot change '" + fixed + "' of clause '" + revise.id() + "'"));
      }
    }
    ClauseReader.Result result = reader.read(after);
    if (result.clause().isPresent()) {
      Map<String, Integer> setBy = new LinkedHashMap<>(before.setBy());
      attributeNames(revise.set()).forEach(name -> setBy.put(name, number));
      setBy.keySet().retainAll(attributeNames(after));
      LocalDate counts = setsCounts(before.attributes(), revise.set()) ? from : before.capCountsFrom();
      put(new Step(number, from, after, result.clause().get(), setBy, counts));
    }
    return below("revise/set", result.violations());
  }

  private List<Violation> end(int number, LocalDate from, Amendment.Change.End end) {
    Optional<Step> current = current(end.id());
    if (current.isEmpty()) {
      return List.of(noGround("/end/clause", end.id()));
    }
    Step before = current.get();
    put(new Step(number, from, before.attributes(), null, before.setBy(), before.capCountsFrom()));
    return List.of();
  }

  /** Every clause with its revisions and the days on which each is in force. */
  List<ClauseHistory> histories(Map<MilestoneId, LocalDate> milestones) {
    List<ClauseHistory> histories = new ArrayList<>();
    steps.forEach((id, chain) -> histories.add(history(id, chain, milestones)));
    return histories;
  }

  private static ClauseHistory history(
      ClauseId id, List<Step> chain, Map<MilestoneId, LocalDate> milestones) {
    List<Revision> revisions = new ArrayList<>();
    for (int i = 0; i < chain.size(); i++) {
      Step step = chain.get(i);
      if (step.clause() == null) {
        continue;
      }
      Optional<Step> next = i + 1 < chain.size() ? Optional.of(chain.get(i + 1)) : Optional.empty();
      LocalDate until = next.map(n -> n.effectiveOn().minusDays(1)).orElse(DateRange.OPEN_END);
      revisions.add(
          new Revision(
              step.amendment(),
              step.effectiveOn(),
              until,
              step.attributes(),
              step.clause(),
              Map.copyOf(step.setBy()),
              step.capCountsFrom(),
              next.filter(n -> n.clause() == null).map(Step::amendment),
              inForce(step, until, milestones)));
    }
    return new ClauseHistory(id, revisions);
  }

  private static Optional<DateRange> inForce(
      Step step, LocalDate until, Map<MilestoneId, LocalDate> milestones) {
    Clause.Head head = java.util.Objects.requireNonNull(step.clause()).head();
    LocalDate milestone =
        head.endsOnMilestone() == null ? null : milestones.get(head.endsOnMilestone());
    LocalDate last =
        milestone == null ? until : DateRange.earlier(until, milestone.minusDays(1));
    return DateRange.ifAny(step.effectiveOn(), last)
        .flatMap(days -> head.statedDays().flatMap(days::intersection));
  }

  private Optional<Step> current(ClauseId clause) {
    return Optional.ofNullable(steps.get(clause))
        .map(List::getLast)
        .filter(step -> step.clause() != null);
  }

  private void put(Step step) {
    ClauseId id = new ClauseId(new io.contract.ledger.value.Fields(step.attributes()).text("id"));
    steps.computeIfAbsent(id, any -> new ArrayList<>()).add(step);
  }

  /**
   * Whether a patch begins the count of a cap anew. A new cap, a list of caps and the attribute {@code counts} do, a removal does
   * not.
   */
  private static boolean setsCounts(Value.Tree before, Value.Tree set) {
    boolean listsCaps = set.get("caps").filter(caps -> caps instanceof Value.Items).isPresent();
    boolean setsCap =
        set.get("cap")
            .filter(
                cap -> cap instanceof Value.Tree patch
                    && (before.get("cap").isEmpty() || patch.get("counts").isPresent()))
            .isPresent();
    return listsCaps || setsCap;
  }

  private static List<String> attributeNames(Value.Tree tree) {
    return tree.entries().keySet().stream().filter(name -> !name.equals("id")).toList();
  }

  private static List<Violation> below(String key, List<Violation> violations) {
    return violations.stream().map(v -> v.below(new Pointer("/" + key))).toList();
  }

  private static Violation noGround(String path, ClauseId clause) {
    return new Violation(
        new Pointer(path),
        Code.UNKNOWN_CLAUSE,
        "clause '" + clause + "' does not exist, or has ended, at this amendment's place in the order of amendments");
  }

  private static Violation otherKind(String path, ClauseId clause, Value kind) {
    return new Violation(
        new Pointer(path), Code.INVALID_CLAUSE, "clause '" + clause + "' is and stays of kind " + kind);
  }
}

package io.contract.ledger.terms;

import io.contract.ledger.budget.Budget;
import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.MilestoneId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.MergePatch;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Value;
import io.contract.ledger.value.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The clauses of an agreement as amendments leave them, applied one after another in the order of effective date, execution date and
 * number. Immutable: one more amendment that comes last in that order costs the same however many come before it.
 */
public final class AmendedClauses {

  static final Comparator<Amendment> ORDER =
      Comparator.comparing(Amendment::effectiveOn)
          .thenComparing(Amendment::executedOn)
          .thenComparingInt(Amendment::number);

  private final ExecutedAgreement agreement;
  private final ClauseReader reader;

  // What is said of one amendment changes only while it is applied, before anyone else has this.
  private PVector<Amendment> amendments = TreePVector.empty();
  private PMap<ClauseId, PVector<Step>> steps = HashTreePMap.empty();
  private PMap<ClauseId, PVector<Handover>> handovers = HashTreePMap.empty();
  private PVector<ClauseId> added = TreePVector.empty();
  private PSet<ClauseId> used = HashTreePSet.empty();
  private PVector<ChangeWithoutEffect> withoutEffect = TreePVector.empty();

  /** A clause as an amendment left it. {@code clause} is null when the amendment ended it. */
  private record Step(
      int amendment,
      LocalDate effectiveOn,
      Value.Tree attributes,
      @Nullable Clause clause,
      Map<String, Integer> setBy,
      LocalDate capCountsFrom) {}

  /**
   * A succession in a clause.
   *
   * @param after how many steps of the clause come before it
   */
  private record Handover(int amendment, LocalDate effectiveOn, Amendment.Change.Succession change, int after) {}

  /** @param parties ids of the parties that clauses may name */
  private AmendedClauses(ExecutedAgreement agreement, Set<PartyId> parties) {
    this.agreement = agreement;
    this.reader = new ClauseReader(parties, agreement.currency(), agreement.years());
    for (Value.Tree whole : agreement.clauses()) {
      used = used.plus(idOf(whole));
      set(0, agreement.effectiveOn(), whole);
    }
  }

  private AmendedClauses(AmendedClauses before) {
    this.agreement = before.agreement;
    this.reader = before.reader;
    this.amendments = before.amendments;
    this.steps = before.steps;
    this.handovers = before.handovers;
    this.added = before.added;
    this.used = before.used;
    this.withoutEffect = before.withoutEffect;
  }

  /** The clauses as these amendments leave them, which are given in any order. */
  public static AmendedClauses of(ExecutedAgreement agreement, Collection<Amendment> amendments) {
    return of(agreement, partyIds(agreement, amendments), amendments);
  }

  /**
   * Likewise.
   *
   * @param parties ids of the parties that clauses may name: those of all amendments that are recorded, also if they are effective later
   */
  public static AmendedClauses of(
      ExecutedAgreement agreement, Set<PartyId> parties, Collection<Amendment> amendments) {
    AmendedClauses clauses = new AmendedClauses(agreement, parties);
    amendments.stream().sorted(ORDER).forEach(clauses::apply);
    return clauses;
  }

  /** The clauses as one more amendment leaves them. One that does not come last is applied with all the others again. */
  public AmendedClauses plus(Amendment amendment) {
    if (!isFollowedBy(amendment)) {
      Collection<Amendment> all = amendments.plus(amendment);
      Set<PartyId> parties = new LinkedHashSet<>(reader.parties());
      parties.addAll(partyIds(agreement, all));
      return of(agreement, parties, all);
    }
    AmendedClauses more = new AmendedClauses(this);
    more.apply(amendment);
    return more;
  }

  /**
   * Whether the amendment comes after all of these in the order in which they are applied, and no party joins by it, whom a change
   * before it may have named.
   */
  public boolean isFollowedBy(Amendment amendment) {
    return (amendments.isEmpty() || ORDER.compare(amendments.getLast(), amendment) <= 0)
        && amendment.parties().stream().map(ExecutedAgreement.Party::id).allMatch(reader.parties()::contains);
  }

  /** The ids of the parties that clauses may name. */
  public Set<PartyId> partyIds() {
    return reader.parties();
  }

  /** The parties to the agreement and those who join by these amendments, each by its latest name, in the order of joining. */
  List<ExecutedAgreement.Party> parties() {
    return parties(agreement, amendments);
  }

  private static List<ExecutedAgreement.Party> parties(
      ExecutedAgreement agreement, Collection<Amendment> amendments) {
    Map<PartyId, ExecutedAgreement.Party> parties = new LinkedHashMap<>();
    agreement.parties().forEach(party -> parties.put(party.id(), party));
    amendments.forEach(amendment -> amendment.parties().forEach(party -> parties.put(party.id(), party)));
    return List.copyOf(parties.values());
  }

  /** The ids of the parties to the agreement and of those who join by the amendments. */
  private static Set<PartyId> partyIds(ExecutedAgreement agreement, Collection<Amendment> amendments) {
    return parties(agreement, amendments).stream().map(ExecutedAgreement.Party::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The agreement whose clauses these are. */
  public ExecutedAgreement agreement() {
    return agreement;
  }

  /** Whether the agreement or an amendment has given a clause that id, with effect or without. */
  public boolean isUsed(ClauseId clause) {
    return used.contains(clause);
  }

  /** The changes that have no effect, in the order of the amendments. */
  public List<ChangeWithoutEffect> withoutEffect() {
    return withoutEffect;
  }

  private void apply(Amendment amendment) {
    amendments = amendments.plus(amendment);
    for (Amendment.Change change : amendment.changes()) {
      used = change instanceof Amendment.Change.Add add ? used.plus(add.id()) : used;
    }
    LocalDate from = DateRange.later(amendment.effectiveOn(), agreement.effectiveOn());
    for (int i = 0; i < amendment.changes().size(); i++) {
      Budget.step();
      Amendment.Change change = amendment.changes().get(i);
      if (change instanceof Amendment.Change.Succession succession) {
        succeed(amendment, i, from, succession);
        continue;
      }
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
            case Amendment.Change.Party _,Amendment.Change.Succession _ -> List.of();
          };
      hasNoEffect(amendment, i, change.clause(), reasons);
    }
  }

  private void hasNoEffect(Amendment amendment, int change, Optional<ClauseId> clause, List<Violation> reasons) {
    if (!reasons.isEmpty()) {
      withoutEffect = withoutEffect.plus(new ChangeWithoutEffect(amendment, change, clause, reasons));
    }
  }

  /** Lets a party stand where another stood in each clause, those that have ended included, as far as that leaves it valid. */
  private void succeed(Amendment amendment, int change, LocalDate from, Amendment.Change.Succession succession) {
    List<Violation> reasons = new ArrayList<>();
    ClauseRules.unknownParty(new Pointer("/succession/from"), "from", succession.from(), partyIds())
        .ifPresent(reasons::add);
    ClauseRules.unknownParty(new Pointer("/succession/to"), "to", succession.to(), partyIds()).ifPresent(reasons::add);
    if (succession.from().equals(succession.to())) {
      reasons.add(
          new Violation(
              new Pointer("/succession/to"), Code.INVALID_VALUE,
              "'" + succession.to() + "' cannot succeed itself: 'from' and 'to' are two parties"));
    }
    for (int i = 0; i < succession.clauses().size(); i++) {
      ClauseId clause = succession.clauses().get(i);
      if (!steps.containsKey(clause)) {
        reasons.add(
            new Violation(
                new Pointer("/succession/clauses/" + i), Code.UNKNOWN_CLAUSE,
                "clause '" + clause + "' does not exist at this amendment's place in the order of amendments"));
      }
    }
    hasNoEffect(amendment, change, Optional.empty(), reasons);
    if (reasons.isEmpty()) {
      for (ClauseId clause : succession.clauses().isEmpty() ? added : succession.clauses()) {
        Budget.step();
        hasNoEffect(amendment, change, Optional.of(clause), succeed(amendment.number(), from, clause, succession));
      }
    }
  }

  /** Lets the party stand where the other stood in the clause. Returns what keeps the clause from being valid then. */
  private List<Violation> succeed(
      int number, LocalDate from, ClauseId clause, Amendment.Change.Succession succession) {
    int after = chain(clause).size();
    Optional<Step> current = current(clause);
    if (current.isPresent()) {
      List<Violation> reasons = succeed(number, from, current.get(), succession);
      if (!reasons.isEmpty()) {
        return reasons;
      }
    }
    PVector<Handover> before = handovers.getOrDefault(clause, TreePVector.empty());
    handovers = handovers.plus(clause, before.plus(new Handover(number, from, succession, after)));
    return List.of();
  }

  private List<Violation> succeed(int number, LocalDate from, Step before, Amendment.Change.Succession succession) {
    List<String> named = ClauseShapes.parties(Objects.requireNonNull(before.clause()).head().kind()).stream()
        .filter(attribute -> before.attributes().get(attribute)
            .equals(Optional.of(new Value.Text(succession.from().text()))))
        .toList();
    if (named.isEmpty()) {
      return List.of();
    }
    Value.Tree after = before.attributes();
    Map<String, Integer> setBy = new LinkedHashMap<>(before.setBy());
    for (String attribute : named) {
      after = after.with(attribute, new Value.Text(succession.to().text()));
      setBy.put(attribute, number);
    }
    ClauseReader.Result result = reader.read(after);
    if (result.clause().isPresent()) {
      put(new Step(number, from, after, result.clause().get(), setBy, before.capCountsFrom()));
    }
    return result.violations().stream()
        .map(violation -> new Violation(
            new Pointer("/succession"), violation.code(),
            "clause '" + before.clause().head().id() + "' would not be valid: " + violation.message()))
        .toList();
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
    for (ClauseId id : added) {
      List<Step> chain = List.copyOf(chain(id));
      List<Revision> revisions = new ArrayList<>();
      for (int i = 0; i < chain.size(); i++) {
        revision(chain, i, milestones).ifPresent(revisions::add);
      }
      histories.add(new ClauseHistory(id, revisions, successions(id, chain)).beginning().accruingOnce());
    }
    return histories;
  }

  private List<Succession> successions(ClauseId clause, List<Step> chain) {
    return handovers.getOrDefault(clause, TreePVector.empty()).stream()
        .map(
            handover -> new Succession(
                handover.amendment(), handover.effectiveOn(), handover.change().from(), handover.change().to(),
                Math.toIntExact(
                    chain.subList(0, handover.after()).stream().filter(step -> step.clause() != null).count())))
        .toList();
  }

  /** The revisions of the clause that the last amendment of that number made, in order, as if no milestone were attested. */
  public List<Revision> revisionsBy(int number, ClauseId clause) {
    List<Step> chain = chain(clause);
    int end = chain.size();
    while (end > 0 && chain.get(end - 1).amendment() != number) {
      end--;
    }
    int first = end;
    while (first > 0 && chain.get(first - 1).amendment() == number) {
      first--;
    }
    return IntStream.range(first, end).boxed().flatMap(i -> revision(chain, i, Map.of()).stream()).toList();
  }

  private PVector<Step> chain(ClauseId clause) {
    PVector<Step> found = steps.get(clause);
    return found == null ? TreePVector.empty() : found;
  }

  /** The revision that the step at that place makes; empty when it ends the clause. */
  private static Optional<Revision> revision(List<Step> chain, int place, Map<MilestoneId, LocalDate> milestones) {
    Step step = chain.get(place);
    if (step.clause() == null) {
      return Optional.empty();
    }
    Optional<Step> next = place + 1 < chain.size() ? Optional.of(chain.get(place + 1)) : Optional.empty();
    LocalDate until = next.map(n -> n.effectiveOn().minusDays(1)).orElse(DateRange.OPEN_END);
    return Optional.of(
        new Revision(
            step.amendment(),
            step.effectiveOn(),
            until,
            step.attributes(),
            step.clause().attesting(milestones),
            Map.copyOf(step.setBy()),
            step.capCountsFrom(),
            next.filter(n -> n.clause() == null).map(Step::amendment),
            inForce(step, until, milestones)));
  }

  private static Optional<DateRange> inForce(
      Step step, LocalDate until, Map<MilestoneId, LocalDate> milestones) {
    Clause.Head head = Objects.requireNonNull(step.clause()).head();
    return DateRange.ifAny(step.effectiveOn(), until)
        .flatMap(days -> head.days(milestones).flatMap(days::intersection));
  }

  private Optional<Step> current(ClauseId clause) {
    PVector<Step> chain = chain(clause);
    return chain.isEmpty() ? Optional.empty() : Optional.of(chain.getLast()).filter(step -> step.clause() != null);
  }

  private void put(Step step) {
    ClauseId id = idOf(step.attributes());
    if (!steps.containsKey(id)) {
      added = added.plus(id);
    }
    steps = steps.plus(id, chain(id).plus(step));
  }

  private static ClauseId idOf(Value.Tree clause) {
    return new ClauseId(new Fields(clause).text("id"));
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

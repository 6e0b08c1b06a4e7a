package io.contract.ledger.terms;

import io.contract.ledger.id.ClauseId;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The agreement as it reads on a day, as amended: every clause in force, each attribute with the amendment that set it (domain
 * page, sections 2 and 4).
 *
 * <p>Example: the share is agreed at 20 % with a cap, and amendment 1 sets the rate to 15 % from 2021-10-01. On 2021-09-30 the
 * copy reads {@code rate: "0.20"}, set by 0; on 2021-10-01 {@code rate: "0.15"}, set by 1, and the cap still by 0.
 *
 * @param clauses the clauses in force on the day, in the order in which they were added
 * @param notInForce the clauses that have ended or are still to come
 */
public record ConformedCopy(List<Entry> clauses, List<Entry> notInForce) {

  public ConformedCopy {
    clauses = List.copyOf(clauses);
    notInForce = List.copyOf(notInForce);
  }

  /**
   * A clause as it reads on the day. A clause that has ended is shown as it last read, and one still to come as it will first read.
   *
   * @param attributes the whole clause, {@code id} and {@code kind} first
   * @param setBy for each attribute but {@code id}, in the same order, the number of the amendment that set it (0: the
   *     agreement)
   * @param endedBy the number of the amendment that has ended the clause by the day; empty when none has
   */
  public record Entry(Value.Tree attributes, boolean inForce, Map<String, Integer> setBy, Optional<Integer> endedBy) {

    public Entry {
      setBy = Collections.unmodifiableMap(new LinkedHashMap<>(setBy));
    }

    /** A revision as it reads. */
    public static Entry of(Revision revision, boolean inForce, Optional<Integer> endedBy) {
      Value.Tree attributes = idAndKindFirst(revision.attributes());
      Map<String, Integer> setBy = new LinkedHashMap<>();
      for (String name : attributes.entries().keySet()) {
        Integer amendment = revision.setBy().get(name);
        if (amendment != null) {
          setBy.put(name, amendment);
        }
      }
      return new Entry(attributes, inForce, setBy, endedBy);
    }

    /** The clause's id. */
    public ClauseId id() {
      return new ClauseId(new Fields(attributes).text("id"));
    }
  }

  /** The agreement as it reads on that day. */
  public static ConformedCopy on(TermsTimeline terms, LocalDate day) {
    List<Entry> entries = terms.clauses().stream().map(clause -> entry(clause, day)).toList();
    return new ConformedCopy(
        entries.stream().filter(Entry::inForce).toList(),
        entries.stream().filter(entry -> !entry.inForce()).toList());
  }

  private static Entry entry(ClauseHistory clause, LocalDate day) {
    Optional<Revision> inForce = clause.inForceOn(day);
    Revision shown = inForce.orElseGet(() -> clause.wordingOn(day));
    return Entry.of(shown, inForce.isPresent(), shown.endedBy().filter(ended -> shown.until().isBefore(day)));
  }

  private static Value.Tree idAndKindFirst(Value.Tree attributes) {
    Map<String, Value> ordered = new LinkedHashMap<>();
    for (String name : List.of("id", "kind")) {
      attributes.get(name).ifPresent(value -> ordered.put(name, value));
    }
    attributes.entries().forEach(ordered::putIfAbsent);
    return new Value.Tree(ordered);
  }
}

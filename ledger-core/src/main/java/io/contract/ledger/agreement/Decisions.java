package io.contract.ledger.agreement;

import io.contract.ledger.budget.Budget;
import io.contract.ledger.fact.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The decisions on several facts in order, each made on the state that the facts before it leave. Pure: nothing is stored, so a
 * file is checked by the same steps that record it.
 *
 * @param entries one for each fact, in order
 * @param state the agreement after all of them
 */
public record Decisions(List<Entry> entries, Agreement state) {

  /**
   * The outcome for one fact.
   *
   * @param recorded its event, or the earlier event of the same fact
   * @param isNew whether the event is new
   */
  public record Entry(Recorded recorded, boolean isNew) {}

  public Decisions {
    entries = List.copyOf(entries);
  }

  /**
   * Decides the proposals in order.
   *
   * @throws RefusedException at the first that is refused
   * @throws IllegalArgumentException when a recorded time falls: recorded times never do (domain page, section 3)
   */
  public static Decisions of(Agreement before, List<Proposal> proposals) {
    List<Entry> entries = new ArrayList<>(proposals.size());
    Agreement state = before;
    for (Proposal proposal : proposals) {
      Entry entry = decide(state, proposal, entries.size());
      if (entry.isNew()) {
        state = state.evolve(entry.recorded());
      }
      entries.add(entry);
    }
    return new Decisions(entries, state);
  }

  private static Entry decide(Agreement state, Proposal proposal, int place) {
    Instant at = proposal.recordedAt();
    state.lastRecordedAt().filter(at::isBefore).ifPresent(
        last -> {
          throw new IllegalArgumentException("recorded times never fall: found " + at + " after " + last);
        });
    // Many decisions together may take long, although none goes as many steps as the watch waits for.
    Budget.look();
    return switch (Budget.apart(() -> AgreementDecider.decide(state, proposal.fact(), at))) {
      case Decision.Accepted(var fact) ->
        new Entry(
            new Recorded(state.nextSequence(), at, proposal.recordedBy(), proposal.imported(), fact), true);
      case Decision.AlreadyRecorded(var earlier) -> new Entry(earlier, false);
      case Decision.Refused(var refusal) -> throw new RefusedException(refusal, place);
    };
  }

  /**
   * The same decisions, with the new events recorded at another instant.
   *
   * @param before the agreement on which they were made
   */
  Decisions recordedAt(Instant at, Agreement before) {
    List<Entry> again = new ArrayList<>(entries.size());
    Agreement after = before;
    for (Entry entry : entries) {
      if (entry.isNew()) {
        after = after.evolve(entry.recorded().at(at));
      }
      // One that is not new may have been recorded by an entry before it.
      again.add(new Entry(after.event(entry.recorded().sequence()).orElseThrow(), entry.isNew()));
    }
    return new Decisions(again, after);
  }

  /** The new events, in order. */
  public List<Recorded> fresh() {
    return entries.stream().filter(Entry::isNew).map(Entry::recorded).toList();
  }
}

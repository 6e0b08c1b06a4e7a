package io.contract.ledger.agreement;

import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.Recorded;
import java.util.List;
import java.util.stream.IntStream;

/** Decides on a file's history, and compares it with the recorded one. */
public final class ImportComparison {

  private ImportComparison() {}

  /**
   * The decisions on the history, as they are made when it is recorded.
   *
   * @param state the agreement as it is recorded; {@link Agreement#NONE} when it is not
   * @throws RefusedException when an entry is refused
   * @throws HistoryDiffersException when the agreement is recorded with another history
   */
  public static Decisions decide(ImportHistory command, Agreement state) {
    var imported = new Recorded.Imported(Agreement.NONE.nextRecordedAt(command.clock()), command.by());
    List<Proposal> proposals =
        command.entries().stream()
            .map(
                entry -> new Proposal(
                    entry.fact(), entry.at(), entry.by() == null ? command.by() : entry.by(), imported))
            .toList();
    Decisions decisions = Decisions.of(Agreement.NONE, proposals);
    return state.exists() ? same(command, decisions, state) : decisions;
  }

  /**
   * The recorded events of a history that is already recorded. The history is either every event of the agreement, or every event
   * that was imported, whatever has been recorded since.
   *
   * @throws HistoryDiffersException when it is neither of the two
   */
  private static Decisions same(ImportHistory command, Decisions claimed, Agreement state) {
    List<Recorded> ours = state.facts().events();
    List<Recorded> theirs = claimed.state().facts().events();
    long imported = ours.stream().takeWhile(event -> event.imported() != null).count();
    List<ImportHistory.Entry> sources = sources(command, claimed);
    for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
      if (!isSame(sources.get(i), theirs.get(i), ours.get(i))) {
        throw new HistoryDiffersException(
            command.agreement(), "event " + i + ", " + ours.get(i).kind().type() + ", is not the same");
      }
    }
    if (theirs.size() != ours.size() && theirs.size() != imported) {
      throw new HistoryDiffersException(
          command.agreement(), "it has " + ours.size() + " events, the file " + theirs.size());
    }
    List<Decisions.Entry> entries =
        claimed.entries().stream()
            .map(entry -> new Decisions.Entry(ours.get(Math.toIntExact(entry.recorded().sequence())), false))
            .toList();
    return new Decisions(entries, state);
  }

  /** The entry that each event comes from. */
  private static List<ImportHistory.Entry> sources(ImportHistory command, Decisions claimed) {
    return IntStream.range(0, claimed.entries().size())
        .filter(i -> claimed.entries().get(i).isNew())
        .mapToObj(command.entries()::get)
        .toList();
  }

  /** Whether two events are the same. The author is compared only where the file names one. */
  private static boolean isSame(ImportHistory.Entry source, Recorded theirs, Recorded ours) {
    return theirs.recordedAt().equals(ours.recordedAt())
        && (source.by() == null || source.by().equals(ours.recordedBy()))
        && FactKind.isSame(theirs.fact(), ours.fact());
  }
}

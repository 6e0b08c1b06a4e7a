package io.contract.ledger.api.history;

import io.contract.ledger.api.answer.ChangeAnswer;
import io.contract.ledger.api.answer.PositionsAndTerms;
import io.contract.ledger.budget.Budget;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.position.RunningPositions;
import io.contract.ledger.statement.StatementCalculator;
import io.contract.ledger.value.Value;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Steps through the events of an agreement and tells what each event changed. It keeps the known facts and the last positions
 * and terms, but not the lines that it has written.
 */
final class Replay {

  private final Optional<LocalDate> fixedDay;
  private final long from;
  private final RunningPositions running = new RunningPositions();
  private final StatementCalculator statements = new StatementCalculator(running::reads);
  private KnownFacts known = KnownFacts.NONE;
  private Optional<LocalDate> lastDay = Optional.empty();
  private Optional<PositionsAndTerms> last = Optional.empty();

  /**
   * A replay that has not begun.
   *
   * @param fixedDay the day of every line; without it each line is about the local date of its recording
   * @param from the first sequence for which there is a line
   */
  Replay(Optional<LocalDate> fixedDay, long from) {
    this.fixedDay = fixedDay;
    this.from = from;
  }

  /** The line of the next event; empty before the first event for which there is a line. */
  Optional<Value.Tree> next(Recorded event) {
    KnownFacts before = known;
    known = before.plus(event);
    if (event.sequence() + 1 < from) {
      return Optional.empty();
    }
    ZoneId zone = known.agreement().orElseThrow().timeZone();
    LocalDate day = fixedDay.orElseGet(() -> LocalDate.ofInstant(event.recordedAt(), zone));
    Optional<PositionsAndTerms> earlier = last.filter(any -> !Optional.of(day).equals(lastDay));
    Optional<PositionsAndTerms> without = earlier.isPresent() ? Optional.of(standing(before, day)) : last;
    PositionsAndTerms with = standing(known, day);
    lastDay = Optional.of(day);
    last = Optional.of(with);
    return event.sequence() < from
        ? Optional.empty()
        : Optional.of(ChangeAnswer.line(event, day, earlier, without, with));
  }

  private PositionsAndTerms standing(KnownFacts facts, LocalDate day) {
    FactsAsOf asOf = FactsAsOf.of(facts, day);
    return Budget.apart(() -> PositionsAndTerms.of(asOf, running.positions(asOf), statements));
  }
}

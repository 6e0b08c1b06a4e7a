package io.contract.ledger.statement;

import io.contract.ledger.calendar.Period;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.IssuedStatement;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.position.Reading;
import io.contract.ledger.terms.Book;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A statement with its frozen figures (domain page, section 5, statements; ADR 0023).
 *
 * <p>Example: 2021-Q2 accrued USD 100.00, and 2021-Q1, stated before with 200.00, has been restated to 180.00: accrued 100.00, an
 * adjustment of −20.00, total 80.00, due when 2021-Q2 is.
 *
 * @param then the facts that it was made from: as of the day it was issued, with everything recorded before it
 * @param book the book that it is of
 * @param dueOn the due date of its own period; empty when the clause has none
 * @param statedBefore the number of the statement that stated its period first; empty when this one does
 * @param amounts the amounts that all readings agree on
 * @param readings the amounts under each reading; empty when the clause left nothing open
 */
public record Statement(
    IssuedStatement issued,
    FactsAsOf then,
    Period period,
    Book book,
    Optional<LocalDate> dueOn,
    Optional<Integer> statedBefore,
    StatementAmounts amounts,
    List<Read> readings) {
  public Statement {
    readings = List.copyOf(readings);
  }

  /** The amounts of the statement under one reading. */
  public record Read(Reading reading, StatementAmounts amounts) {}

  /** The clause's 1st, 2nd, … statement in order of recording. */
  public int number() {
    return issued.number();
  }

  /** The id of the revenue share. */
  public ClauseId clause() {
    return issued.issue().fact().clause();
  }

  /** The day whose figures it states. */
  public LocalDate issuedOn() {
    return issued.issue().fact().issuedOn();
  }
}

package io.contract.ledger.fact;

import io.contract.ledger.terms.Backing;
import java.time.LocalDate;

/**
 * A statement was issued: the numbers of a period, as they were on the day with everything recorded before, are said for good
 * (domain page, section 5, statements). What it says is a function of the events before it, so that nothing else is stored.
 *
 * @param clause id of the revenue-share clause
 * @param period name of the period, e.g. {@code 2021-Q1}
 */
public record StatementIssue(String clause, String period, LocalDate issuedOn, Backing backing) {}

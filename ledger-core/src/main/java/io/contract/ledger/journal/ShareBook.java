package io.contract.ledger.journal;

import io.contract.ledger.id.ClauseId;
import io.contract.ledger.terms.Book;

/** A book of a clause, between whose parties money accrues under it. */
public record ShareBook(ClauseId clause, Book book) {}

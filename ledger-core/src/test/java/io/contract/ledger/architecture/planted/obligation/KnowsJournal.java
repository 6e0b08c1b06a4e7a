package io.contract.ledger.architecture.planted.obligation;

import io.contract.ledger.architecture.planted.journal.KnowsObligation;

/** Looks aside. */
public record KnowsJournal(KnowsObligation beside) {}

package io.contract.ledger.architecture.planted.journal;

import io.contract.ledger.architecture.planted.obligation.KnowsJournal;

/** Looks aside. */
public record KnowsObligation(KnowsJournal beside) {}

package io.contract.ledger.api.architecture.planted.api.words;

import io.contract.ledger.api.architecture.planted.api.answer.KnowsWords;

/** Knows what knows it. */
public record KnowsAnswer(KnowsWords answer) {}

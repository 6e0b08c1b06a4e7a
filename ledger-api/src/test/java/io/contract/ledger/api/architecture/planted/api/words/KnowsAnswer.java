package io.contract.ledger.api.architecture.planted.api.words;

import io.contract.ledger.api.architecture.planted.api.answer.KnowsWords;

/** Knows a class that knows it in turn. */
public record KnowsAnswer(KnowsWords answer) {}

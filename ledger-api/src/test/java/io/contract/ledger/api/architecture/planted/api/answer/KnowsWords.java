package io.contract.ledger.api.architecture.planted.api.answer;

import io.contract.ledger.api.architecture.planted.api.words.KnowsAnswer;

/** Breaks no rule itself, but a lower package knows it. */
public record KnowsWords(KnowsAnswer words) {}

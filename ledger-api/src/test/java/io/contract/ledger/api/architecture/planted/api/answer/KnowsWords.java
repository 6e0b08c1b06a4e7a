package io.contract.ledger.api.architecture.planted.api.answer;

import io.contract.ledger.api.architecture.planted.api.words.KnowsAnswer;

/** Breaks no rule but that it is known from below. */
public record KnowsWords(KnowsAnswer words) {}

package io.contract.ledger.architecture.planted.value;

/** Breaks no rule. */
public record InnocentValue(String text) {}

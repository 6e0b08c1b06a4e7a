package io.contract.ledger.architecture.planted.why;

/** Breaks no rule. */
public record InnocentWhy(String text) {}

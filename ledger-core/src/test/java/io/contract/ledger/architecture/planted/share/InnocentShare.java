package io.contract.ledger.architecture.planted.share;

/** Breaks no rule. */
public record InnocentShare(String text) {}

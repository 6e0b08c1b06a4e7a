package io.contract.ledger.api.architecture.planted.api.cli;

/** Breaks no rule. */
public record Command(String text) {}
